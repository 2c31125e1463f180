"""Quotations of a document, paired over sentence borders."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PAIRS = {"“": "”", "«": "»", "„": "“", "‘": "’"}
_STRAIGHT = ('"', "``", "''")
_CACHE = "jnato_quotes"


def find_quotes(doc: Doc) -> list[tuple[int, int]]:
    """(start, end) in tokens of each quotation, marks included, in order.

    Curly and straight marks are paired; a paragraph's end closes what was left open, so that one missing mark does
    not turn the rest of the document inside out.
    """
    if (known := doc.user_data.get(_CACHE)) is not None:
        return list(known)
    found: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for token in doc:
        text = token.text
        if opened is None:
            if text in _PAIRS:
                opened = (token.i, _PAIRS[text])
            elif text in _STRAIGHT:
                opened = (token.i, '"')
        elif text == opened[1] or (opened[1] == '"' and text in _STRAIGHT):
            found.append((opened[0], token.i + 1))
            opened = None
        elif opened[1] != '"' and text in _PAIRS and _PAIRS[text] == opened[1]:
            # a quotation of several paragraphs opens each of them anew
            found.append((opened[0], token.i))
            opened = (token.i, opened[1])
        elif token.is_space and text.count("\n") > 1:
            if opened[1] != '"' and token.i + 1 < len(doc) and doc[token.i + 1].text in _PAIRS:
                continue
            found.append((opened[0], token.i)) if opened[1] != '"' else None
            opened = None
    doc.user_data[_CACHE] = found
    return list(found)
