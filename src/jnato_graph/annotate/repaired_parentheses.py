"""Repairs of clauses that something is set into, between an auxiliary and its verb."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from jnato_graph.annotate.repaired_names import FINITE

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SET_IN = 16  # tokens from one comma to the other
_BARE = frozenset({"VB", "VBP"})
_HANGING = {"VERB": "advcl", "AUX": "advcl", "ADP": "prep"}
_PARTICIPLES = frozenset({"VBN", "VBD"})


def behind_parenthesis(doc: Doc) -> None:
    """ "Peru did not, as some had it, oppose the pact": the verb of the auxiliary stands behind what is set in."""
    for auxiliary in doc:
        if (wanted := _form_behind(auxiliary)) is None:
            continue
        opening = auxiliary.i + 1
        while opening < auxiliary.sent.end and doc[opening].lower_ in ("not", "n't", "n’t", "never"):
            opening += 1
        if opening >= auxiliary.sent.end or doc[opening].text not in (",", "–", "—"):
            continue
        closing = next(
            (t.i for t in doc[opening + 2 : min(opening + _SET_IN, auxiliary.sent.end)] if t.text == doc[opening].text),
            None,
        )
        if closing is None or closing + 1 >= auxiliary.sent.end:
            continue
        verb = doc[closing + 1]
        if verb.pos_ == "ADV" and verb.i + 1 < auxiliary.sent.end:
            verb = verb.nbor()
        if verb.tag_ in wanted and verb.pos_ in ("VERB", "AUX"):
            _hung_on(verb, doc[auxiliary.i : opening], doc[opening + 1 : closing])


def _form_behind(auxiliary: Token) -> frozenset[str] | None:
    """The tags that its verb may have; None where it is no auxiliary that could wait for one."""
    if auxiliary.tag_ == "MD" or auxiliary.lemma_ == "do":
        return _BARE if auxiliary.tag_ in (*FINITE, "MD") else None
    return _PARTICIPLES if auxiliary.lemma_ == "have" and auxiliary.tag_ in FINITE else None


def _hung_on(verb: Token, auxiliaries: Span, inside: Span) -> None:
    """Hang the auxiliaries, what is set in, and the subject before them on the verb."""
    doc, first = verb.doc, auxiliaries[0]
    within = range(inside.start, inside.end)
    subjects = [
        t for t in doc[verb.sent.start : first.i] if t.dep_ in SUBJECTS and t.head.i in (*within, first.i, verb.i)
    ]
    tops = [t for t in inside if t.head.i == t.i or t.head.i not in within]
    if verb.head.i in (*within, first.i):  # it takes the place of what it hung on
        old = next((t for t in (*tops, first) if t.head.i != verb.i), first)
        is_root = old.head.i == old.i or old.head.i == verb.i
        verb.head, verb.dep_ = (verb, "ROOT") if is_root else (old.head, old.dep_)
    for token in tops:
        if token.head.i != verb.i:
            _hang(token, verb, _HANGING.get(token.pos_, "advmod"))
    for token in auxiliaries:
        _hang(token, verb, "neg" if token.i > first.i else "aux")
    for token in subjects:
        _hang(token, verb, token.dep_ if token.head.i == verb.i else "nsubj")


def _hang(token: Token, head: Token, dep: str) -> None:
    """Hang a token on another, unless that would make a circle; the two may stand under two roots for a moment."""
    if token.i != head.i and not token.is_ancestor(head):
        token.head, token.dep_ = head, dep
