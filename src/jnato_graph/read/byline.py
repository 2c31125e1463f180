"""The line of credits at the head of a text ("By A. Author | NATO News | 16 Feb. 2024 | Last updated: 19 Feb. 2024").

Such a line tells publication by nothing but names, dates and the few words that bylines have (`publication.credits` in
`data/boilerplate.yaml`); a line with other words is a sentence, and its dates are those of what it tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jnato_graph.read.dates import Written, written_dates
from jnato_graph.read.piece import Piece
from jnato_graph.read.rules import rules

_MOST_WORDS: Final = 40
_PARTED: Final = re.compile(r"\s*[|•·]\s*|(?<=[.!?]) (?=[A-Z])|\n")
_ASIDE: Final = re.compile(r"\((?![^)]*\b(?:19|20)\d\d)[^)]*\)")
_SIGN: Final = re.compile(r"[^\w\s'’&-]|\s-+|-+\s")
_BEFORE_DATES: Final = re.compile(
    r"\b(?:on|of|in|at|the|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b", re.IGNORECASE
)
_SMALL_WORD: Final = re.compile(r"(?<![\w.])[a-zà-ÿ]{2,}")
# An issue that bears no day: "Spring 2025", "Issue 3/2025", "Vol. 11, No. 2 (2024)".
_ISSUE: Final = re.compile(
    r"(?:\b(?:spring|summer|autumn|fall|winter)\s+|\bissue\s+(?:no\.?\s*)?\d+/|\bvol\.?\s*\d+,?\s+(?:no\.?|issue)\s*\d+\s*\()"
    r"(?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)


def date_in_credits(piece: Piece) -> Written | None:
    """The date on a line of credits; when it was published before when it was changed, a day before a year."""
    if piece.kind == "row" or piece.words > _MOST_WORDS:
        return None
    text = _ASIDE.sub("()", piece.text)
    parts = list(_parts(text))
    if len(parts) > 1 and _is_entry(parts[0], parts[1]):
        return None
    told = [date for part in parts if has_only_names(part) for date in _dates(part)]
    first = [date for date, changed in told if not changed]
    days = [date for date in first if date.is_day]
    return next(iter([*days, *(date for date, _ in told if date.is_day), *first, *(date for date, _ in told)]), None)


def tells_another_event(before: str) -> bool:
    """Whether a date is that of something else than the publication, by what stands before it on its line.

    One word right before a date says what happened on it ("Retrieved 3 March 2026", "Screenshot of 3 March 2026"): only
    words of bylines may stand there, and names of more than one word, or behind a sign ("Rome, 10 July 2023").
    """
    if rules().published_within.search(before) or rules().changed_within.search(before):
        return False
    label = _SIGN.split(before)[-1]
    if rules().other_events.match(before.lstrip("([ ")) or rules().other_events.search(label):
        return True
    words = _BEFORE_DATES.sub(" ", label).split()
    is_known = rules().kinds.match(label.strip()) or rules().agencies.search(label)
    return len(words) == 1 and words[0].isalpha() and words[0].casefold() not in rules().credits and not is_known


def _parts(text: str) -> Iterator[str]:
    for part in _PARTED.split(text):
        if part.strip():
            yield part.strip()


def _is_entry(first: str, second: str) -> bool:
    """Whether a line begins as one of a chronology does: with a date, and tells something then."""
    dates = written_dates(first)
    return bool(dates) and not first[: dates[0].start].strip() and not has_only_names(second)


def has_only_names(part: str) -> bool:
    """Whether there are only names, numbers, dates and the words of bylines."""
    bare = part
    for date in written_dates(part):
        bare = bare.replace(part[date.start : date.end], " ")
    return set(_SMALL_WORD.findall(bare)) <= rules().credits


def _dates(part: str) -> Iterator[tuple[Written, bool]]:
    """The dates in a part, and whether each tells of a change."""
    days = [date for date in written_dates(part) if date.is_day]
    for date in days or written_dates(part):
        before = part[: date.start]
        changed = rules().changed_within.search(before) is not None
        published = rules().published_within.search(before) is not None
        if before.rstrip().endswith(":") and not (changed or published):
            continue  # "Formation: 12 March 2018"
        if tells_another_event(before):
            continue
        if date.is_day or changed or published:
            yield date, changed
    if not days and (issue := _ISSUE.search(part)) is not None:
        yield Written(iso=issue["year"], start=issue.start(), end=issue.end()), False
