"""Dates only as exact as the source (`2023`, `2023-07`, `2023-07-11`) as runs of days."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import NamedTuple

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


class Span(NamedTuple):
    """Days from `first` to `last`, both included, as ordinals."""

    first: int
    last: int


class Period(NamedTuple):
    """A time whose ends may be known only to the month or year.

    It begins on some day of `begins` and ends before some day of `ends` (the end itself is no longer in it).
    """

    begins: Span
    ends: Span

    def covers(self, when: Span) -> bool:
        """Whether every day of `when` surely lies in the period."""
        return self.begins.last <= when.first and when.last < self.ends.first

    def may_meet(self, when: Span) -> bool:
        """Whether some day of `when` may lie in the period."""
        return self.begins.first <= when.last and when.first < self.ends.last


def span(value: str) -> Span:
    """The days that an ISO date of any exactness stands for; ValueError when it is none."""
    match = _ISO.fullmatch(value)
    if match is None:
        raise ValueError(f"{value!r} is no ISO date (2023, 2023-07 or 2023-07-11)")
    year, month, day = (int(part) if part else None for part in match.groups())
    if not year:
        raise ValueError(f"{value!r} has no year")
    if month is None:
        return Span(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
    if day is None:
        last = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 0
        return Span(date(year, month, 1).toordinal(), date(year, month, last).toordinal())
    ordinal = date(year, month, day).toordinal()
    return Span(ordinal, ordinal)


def period(since: str | None, until: str | None) -> Period:
    """The time from `since` up to, not including, `until`; an open end reaches to the end of time."""
    begins = span(since) if since else Span(_FIRST, _FIRST)
    ends = Span(*(_end(until) if until else (_LAST, _LAST)))
    return Period(begins, ends)


def distance(left: str, right: str) -> int:
    """How many days lie between two dates of any exactness; 0 when they overlap."""
    a, b = span(left), span(right)
    return max(0, a.first - b.last, b.first - a.last)


def _end(until: str) -> tuple[int, int]:
    # "until 2023-07" may end on the last day of July: then the first day surely out of it is 1 August.
    days = span(until)
    return (days.first, days.last) if days.first == days.last else (days.first, days.last + 1)
