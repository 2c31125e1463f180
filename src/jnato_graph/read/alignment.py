"""Which texts of a page stand in another list of texts too, in the same order.

`difflib` alone compares each text with all that are like it, for each run anew: minutes for long tables. Here the texts
that are in both lists once hold the lists together, and it is left with what stands between them.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

_OFTEN: Final = 20  # times in one list: what returns so often ("n/a") is matched beside other texts only
_LARGEST_GAP: Final = 4_000_000  # texts of one list times those of the other; in articles there is far less

type _Pair = tuple[int, int]
"""The place of a text in the one list and in the other."""


def letters_of(text: str) -> str:
    """The letters and digits of a text, by which it is known again whatever stands between them."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", text).casefold() if letter.isalnum())


def aligned(ours: Sequence[str], theirs: Sequence[str]) -> set[int]:
    """The places in `ours` of the texts that stand in `theirs` too, in the same order."""
    start, end = (-1, -1), (len(ours), len(theirs))
    fixed = [start, *_runs(_anchors(ours, theirs), ours, theirs), end]
    often = {text for text, times in Counter(theirs).items() if times > _OFTEN}
    found = {at for at, _ in fixed[1:-1]}
    for (a, b), (next_a, next_b) in pairwise(fixed):
        if 0 < (next_a - a - 1) * (next_b - b - 1) <= _LARGEST_GAP:
            matcher = SequenceMatcher(often.__contains__, ours[a + 1 : next_a], theirs[b + 1 : next_b], autojunk=False)
            for block in matcher.get_matching_blocks():
                found |= set(range(a + 1 + block.a, a + 1 + block.a + block.size))
    return found


def _anchors(ours: Sequence[str], theirs: Sequence[str]) -> list[_Pair]:
    """As many texts as can be that are in both lists once, and in the same order: the longest rising sequence."""
    our_times, their_times = Counter(ours), Counter(theirs)
    places = {text: at for at, text in enumerate(theirs) if their_times[text] == 1}
    pairs = [(at, places[text]) for at, text in enumerate(ours) if our_times[text] == 1 and text in places]
    lasts: list[int] = []  # by length, the lowest place in `theirs` that a sequence so long ends in
    ends: list[int] = []  # the number of the pair that it ends with
    before: list[int] = []  # by pair, the number of the one before it
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(lasts, place)
        lasts[length : length + 1], ends[length : length + 1] = [place], [number]
        before.append(ends[length - 1] if length else -1)
    chain: list[_Pair] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _runs(anchors: Sequence[_Pair], ours: Sequence[str], theirs: Sequence[str]) -> list[_Pair]:
    """The anchors with the equal texts that stand right before and after them."""
    runs: list[_Pair] = []
    for number, (a, b) in enumerate(anchors):
        last_a, last_b = runs[-1] if runs else (-1, -1)
        next_a, next_b = anchors[number + 1] if number + 1 < len(anchors) else (len(ours), len(theirs))
        back = 0
        while a - back - 1 > last_a and b - back - 1 > last_b and ours[a - back - 1] == theirs[b - back - 1]:
            back += 1
        on = 0
        while a + on + 1 < next_a and b + on + 1 < next_b and ours[a + on + 1] == theirs[b + on + 1]:
            on += 1
        runs += [(a + step, b + step) for step in range(-back, on + 1)]
    return runs
