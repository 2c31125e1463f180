"""Agreements of which a text tells that somebody signs them, and neither a name nor a subject: "signed a treaty".

Such an agreement is one of its text. Where another agreement is named beside it the two may be one, and where two are
told in the same words nothing tells which is meant further down: none is found then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from jnato_graph.annotate.described_offices import LOOSE
from jnato_graph.annotate.scene import anaphor_words

SIGNING = frozenset({"sign", "conclude", "ink", "initial", "cosign", "ratify"})
NAMES = frozenset({"name", "signature", "pen", "initial"})  # "put their names to a pact"
NOT_SIGNED = frozenset({"text", "document", "instrument", "letter", "deal"})
ARTICLES = frozenset({"a", "an", "another"})
_BESIDE = 2  # sentences behind, in which an agreement that is named may be the one that is signed


def signed_agreements(doc: Doc, covered: set[int]) -> Iterator[Span]:
    """The agreements without a name that are signed in `doc`, outside of `covered` tokens."""
    sentence_of = {token.i: number for number, sentence in enumerate(doc.sents) for token in sentence}
    named = [s for s in doc.spans["mentions"] if s.label_ == "Agreement"]
    found = []
    for noun in doc:
        if noun.i in covered or noun.tag_ != "NN" or noun.text not in _nouns() or _is_one_of_several(noun):
            continue
        clause = _clause_about(noun)
        if (verb := clause or _signing(noun)) is None or any(c.dep_ == "neg" for c in verb.children):
            continue
        first = next(iter(noun.lefts), noun).lower_
        if first in ARTICLES or (first in ("the", "that") and clause is not None and _has_signer(clause)):
            here = sentence_of[noun.i]
            places = {sentence_of[s.start] - here for s in named}
            if not places & set(range(-1 if first in ARTICLES else -3, _BESIDE + 1)):
                found.append(_phrase(noun, covered))
    told = Counter(span.text for span in found)
    yield from (span for span in found if told[span.text] == 1)


def _nouns() -> frozenset[str]:
    rows = anaphor_words()["things"]["Agreement"]
    return frozenset().union(*rows) - NOT_SIGNED


def _is_one_of_several(noun: Token) -> bool:
    """ "Signed a pact with A, B one with C", "its third after those with C": which is meant is not told."""
    words = [token.lower_ for token in noun.sent]
    return any(pair in (("one", "with"), ("those", "with")) for pair in pairwise(words))


def _signing(noun: Token) -> Token | None:
    """The verb by which the noun is signed."""
    head = noun.head
    if noun.dep_ in ("dobj", "nsubjpass"):
        return head if head.lemma_.lower() in SIGNING else None
    if noun.dep_ == "pobj" and head.lower_ in ("to", "under"):
        verb = head.head if head.head.lemma_ == "put" else head.head.head
        names = any(c.dep_ == "dobj" and c.lemma_.lower() in NAMES for c in verb.children)
        return verb if verb.lemma_ == "put" and names else None
    return None


def _clause_about(noun: Token) -> Token | None:
    """ "A treaty that they signed", "the pact signed by A": the verb of the clause, unless a comma sets it off."""
    for clause in noun.rights:
        if clause.dep_ in ("relcl", "acl") and clause.lemma_.lower() in SIGNING:
            before = clause.left_edge.i - 1
            return None if noun.doc[before].text == "," else clause
    return None


def _has_signer(clause: Token) -> bool:
    return any(c.dep_ in ("nsubj", "agent") and c.lower_ not in ("that", "which", "you") for c in clause.children)


def _phrase(noun: Token, covered: set[int]) -> Span:
    """The noun with the words that tell which: "treaty of friendship", "visiting forces agreement"."""
    start = noun.i
    while start and _tells(noun.doc[start - 1]) and start - 1 not in covered:
        start -= 1
    end = noun.i + 1
    if end + 1 < len(noun.doc) and noun.doc[end].lower_ == "of" and noun.doc[end].head.i == noun.i:
        last = next(iter(noun.doc[end].children), noun.doc[end])
        inside = noun.doc[end + 1 : last.i + 1]
        plain = all(t.is_alpha and t.is_lower and t.tag_ != "DT" and t.i not in covered for t in inside)
        end = last.i + 1 if len(inside) and plain else end
    return Span(noun.doc, start, end, label="Agreement")


def _tells(word: Token) -> bool:
    loose = LOOSE | anaphor_words()["plain"] | {"such", "similar", "like"}
    return word.pos_ in ("NOUN", "ADJ", "VERB") and word.is_alpha and word.is_lower and word.lower_ not in loose
