"""The paragraphs, list items and headings of a parsed text: what one sentence never runs across."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_BULLETS = frozenset({"•", "·", "*", "-", "–", "—", "|"})
_SHORT = 60  # characters of a line that was not broken for its length
_CACHE = "jnato_line_starts"


def line_around(token: Token) -> tuple[int, int]:
    """First and last-plus-one token of the paragraph, list item or heading that `token` stands in."""
    doc = token.doc
    if (starts := doc.user_data.get(_CACHE)) is None:
        starts = doc.user_data[_CACHE] = [0, *(t.i + 1 for t in doc if _ends_line(t))]
    at = bisect_right(starts, token.i)
    return starts[at - 1], starts[at] if at < len(starts) else len(doc)


def _ends_line(token: Token) -> bool:
    """A break between blocks, not one that only wraps a paragraph."""
    if "\n" not in token.text or token.i + 1 >= len(token.doc):
        return False
    if token.text.count("\n") > 1 or token.nbor(1).text in _BULLETS:
        return True
    before = token.doc[max(0, token.i - _SHORT) : token.i].text.rstrip(" ")
    line = before.rpartition("\n")[2]
    return len(line) < _SHORT or line.rstrip()[-1:] in ".!?:;”"
