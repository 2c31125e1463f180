"""The paragraphs, list items and headings of a parsed text: what one sentence never runs across."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_BULLETS = frozenset({"•", "·", "*", "-", "–", "—", "|"})
_SHORT = 60  # characters of a line that was not broken for its length
_HEADING = 14  # words of a heading, at most
_CACHE = "jnato_line_starts"


def line_around(token: Token) -> tuple[int, int]:
    """First and last-plus-one token of the paragraph, list item or heading that `token` stands in."""
    doc = token.doc
    if (starts := doc.user_data.get(_CACHE)) is None:
        starts = doc.user_data[_CACHE] = [0, *(t.i + 1 for t in doc if _ends_line(t))]
    at = bisect_right(starts, token.i)
    return starts[at - 1], starts[at] if at < len(starts) else len(doc)


def section_start(token: Token) -> int:
    """The first token behind the last heading before a word: a short line that ends without a stop; 0 for none."""
    doc = token.doc
    at = line_around(token)[0] - 1
    while at > 0:
        start, end = line_around(doc[at])
        words = [each for each in doc[start:end] if not each.is_space]
        if 1 < len(words) <= _HEADING and words[0].text[:1].isupper() and words[-1].is_alpha:
            return end
        at = start - 1
    return 0


def _ends_line(token: Token) -> bool:
    """A break between blocks, not one that only wraps a paragraph."""
    if "\n" not in token.text or token.i + 1 >= len(token.doc):
        return False
    if token.text.count("\n") > 1 or token.nbor(1).text in _BULLETS:
        return True
    before = token.doc[max(0, token.i - _SHORT) : token.i].text.rstrip(" ")
    line = before.rpartition("\n")[2]
    return len(line) < _SHORT or line.rstrip()[-1:] in ".!?:;”"
