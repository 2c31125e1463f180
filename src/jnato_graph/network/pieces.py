"""What the network is told of each word piece besides its number, and how tags over pieces make names.

Used by the program and by `training/relations`, so that both see the same.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final

LINES: Final = ("caps", "title", "short")
SHAPES: Final = ("lower", "capital", "capitals", "mixed", "digits", "letter")
BEGINS, INSIDE, ENDS, ALONE = range(4)
_WORD: Final = re.compile(r"\w+")

Place = tuple[int, int]
Token = tuple[int, int, str, str]
"""First and last character, what the lists say of it, kind of its line."""


def told(
    tokens: Sequence[Token], text: str, places: Sequence[Place], marks: Mapping[str, int]
) -> tuple[list[int], list[int], list[int]]:
    """Numbers of mark, kind of line and form of word of each piece, 0 for none; `places` are the pieces' characters."""
    mark, line = [0] * len(places), [0] * len(places)
    shape = [0] * len(places)
    starts = [start for start, *_ in tokens]
    words = list(_WORD.finditer(text))
    firsts = [word.start() for word in words]
    for number, (first, last) in enumerate(places):
        if last <= first:
            continue
        at = bisect_right(starts, first) - 1
        if at >= 0 and first < tokens[at][1]:
            mark[number] = marks.get(tokens[at][2], 0)
            line[number] = LINES.index(tokens[at][3]) + 1 if tokens[at][3] in LINES else 0
        at = bisect_right(firsts, first) - 1
        if at >= 0 and first < words[at].end():
            shape[number] = SHAPES.index(shape_of(words[at].group())) + 1
    return mark, line, shape


def shape_of(word: str) -> str:
    """Which of SHAPES a word has: the pieces themselves are in small letters."""
    if word.isdigit():
        return "digits"
    if word.islower():
        return "lower"
    if len(word) == 1:
        return "letter" if word.isupper() else "lower"
    if word.isupper():
        return "capitals"
    if word[0].isupper() and not any(char.isupper() or char.isdigit() for char in word[1:]):
        return "capital"
    return "mixed"


def tags_of(label: int, length: int) -> list[int]:
    """The tags of a name over `length` pieces: `label` is its number; 0 is for what is no name."""
    first = 1 + 4 * label
    if length == 1:
        return [first + ALONE]
    return [first + BEGINS, *[first + INSIDE] * (length - 2), first + ENDS]


def word_at(place: int, starts: Sequence[int], words: Sequence[int]) -> int:
    """The number of the word piece that covers the character `place`; 0, that of the whole window, when none does."""
    found = bisect_right(starts, place) - 1
    return words[found] if found >= 0 and place >= 0 else 0
