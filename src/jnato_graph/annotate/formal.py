"""Names of a fixed build that nobody need have listed: "Exercise Steel Furrow", "Agreement between A and B on C"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from jnato_graph.annotate.spans import Found

TREATIES = frozenset(
    {"Agreement", "Treaty", "Convention", "Memorandum", "Protocol", "Arrangement", "Accord", "Pact", "Declaration"}
)
SUBJECT = frozenset({"on", "concerning", "regarding", "for"})
INSIDE = frozenset({"of", "and", "the", "in", "to", "for", "between", "on"})
LONGEST = 4  # words of a code name


def code_names(doc: Doc) -> Iterator[Found]:
    """ "Exercise Steel Furrow 25" is Steel Furrow 25; "Operation Ocean Shield" keeps its first word."""
    for token in doc[:-1]:
        if token.text not in ("Exercise", "Operation"):
            continue
        end = token.i + 1
        while end < len(doc) and end - token.i <= LONGEST and _is_name(doc[end]):
            end += 1
        if end > token.i + 1 and not (end < len(doc) and end - token.i > LONGEST and _is_name(doc[end])):
            start = token.i + 1 if token.text == "Exercise" else token.i
            yield Found(start, end, token.text)


def treaties_between(doc: Doc) -> Iterator[Found]:
    """ "Agreement between Japan and NATO on the Security of Information": parties and subject are part of the name."""
    for token in doc[:-4]:
        if token.text not in TREATIES or doc[token.i + 1].lower_ != "between":
            continue
        at = next((t.i for t in doc[token.i + 2 : token.i + 16] if t.lower_ in SUBJECT or t.text in ".;:\n"), None)
        if at is None or doc[at].lower_ not in SUBJECT or not _parties(doc, token.i + 2, at):
            continue
        start, end = at + 1 + (doc[at + 1].lower_ == "the"), at + 1
        for word in doc[start : start + 12]:
            if not (_is_name(word) or word.lower_ in INSIDE):
                break
            end = word.i + 1 if _is_name(word) else end
        if end > start:
            yield Found(token.i, end, "Agreement")


def _is_name(token: Token) -> bool:
    return (token.text[0].isupper() and token.is_alpha) or (token.like_num and token.text.isdigit())


def _parties(doc: Doc, start: int, end: int) -> bool:
    return all(t.text[0].isupper() or t.lower_ in INSIDE or t.is_punct for t in doc[start:end]) and any(
        t.lower_ == "and" for t in doc[start:end]
    )
