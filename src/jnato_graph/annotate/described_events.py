"""Summits without a name: "the summit" in a text that names none.

Whoever writes of "the summit" means one that the reader knows. Where the text names any, the noun takes that one up
(`descriptions`), and where it speaks of several, nothing tells which is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

SUMMITS = frozenset({"summit", "summits"})


def the_summit(doc: Doc) -> Iterator[Span]:
    """The mentions of the one summit that `doc` speaks of and does not name."""
    words = [token for token in doc if token.lower_ in SUMMITS]
    named = {i for span in doc.spans["mentions"] for i in range(span.start, span.end)}
    if any(token.i in named or token.lower_ == "summits" or _is_another(doc, token.i) for token in words):
        return
    for token in words:
        if token.text == "summit" and token.i and doc[token.i - 1].lower_ in ("the", "this"):
            yield Span(doc, token.i, token.i + 1, label="Event")


def _is_another(doc: Doc, index: int) -> bool:
    """ "A summit", "each summit", "last year's summit", "the next summit" is not the one that is spoken of."""
    first = doc[index].left_edge
    return first.i < index and first.lower_ not in ("the", "this")
