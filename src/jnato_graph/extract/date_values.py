"""Dates in running text, normalised to ISO 8601 and only as exact as the text.

`read_dates(text, published)` gives every date of a text in order. Relative dates ("on Tuesday", "last March", "two
years later") count from the publication date or from the date named before them; what cannot be made certain is left
out rather than guessed. Values look like `2023`, `2023-07` or `2023-07-11`. No spaCy here: text in, values out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Literal

from jnato_graph.extract.calendar import add_months, day_of, iso, month_number, number, parts, shift, weekday_number
from jnato_graph.extract.date_patterns import BEFORE_MONTH, NOT_A_YEAR, PATTERNS, WORDS_TOO

Tense = Literal["past", "future", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date at `text[start:end]`; `kind` is the form it was written in."""

    start: int
    end: int
    value: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """What a relative date may count from.

    `near`: the anchor stands in the same sentence. `section`: the year that stands as a heading over the line.
    """

    published: str | None
    anchor: str | None
    near: bool
    section: str | None
    tense: Callable[[int], Tense]


def read_dates(
    text: str,
    published: str | None = None,
    tense: Callable[[int], Tense] = lambda _: "unknown",
    sentence: Callable[[int], int] = lambda _: 0,
) -> Iterator[FoundDate]:
    """The dates of `text` in order, none overlapping.

    `tense(offset)` says how the clause around an offset stands in time, and `sentence(offset)` gives a number for its
    sentence; both only matter for dates without a year.
    """
    anchor: str | None = None
    section: str | None = None
    anchor_sentence = 0
    for form, match in _matches(text):
        here = sentence(match.start())
        # a date is forgotten three sentences later
        known = anchor if anchor and here - anchor_sentence <= 3 else None
        near = known is not None and anchor_sentence == here
        scene = _Scene(published=published, anchor=known, near=near, section=section, tense=tense)
        if (value := _READERS.get(form, _absolute)(match, scene)) is None:
            continue
        yield FoundDate(start=match.start(), end=match.end(), value=value, kind=form)
        if _fills_line(text, match) and len(value) < 10:
            section = value
        if form not in _FROM_PUBLICATION:
            anchor, anchor_sentence = value, here


def _fills_line(text: str, match: re.Match[str]) -> bool:
    """Whether the date stands alone in its line, as the headings of a chronology do."""
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    line = text[start : end if end >= 0 else len(text)]
    return end >= 0 and line.strip(" #*:_-–—\t") == match.group()


def _matches(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """What looks like a date, from left to right; at one place the more exact form."""
    found = []
    for rank, (form, pattern) in enumerate(PATTERNS):
        for match in pattern.finditer(text):
            before = (max(0, match.start() - 20), match.start())
            if form == "bare year" and NOT_A_YEAR.search(text, *before):
                continue
            if form == "month" and match.group().rstrip(".") in WORDS_TOO and not BEFORE_MONTH.search(text, *before):
                continue
            found.append((match.start(), rank, form, match))
    taken = -1
    for start, _, form, match in sorted(found, key=lambda f: f[:2]):
        if start >= taken:
            taken = match.end()
            yield form, match


def _absolute(match: re.Match[str], scene: _Scene) -> str | None:  # noqa: ARG001 - one signature for all readers
    """Forms that give their year: `15 April 2013`, `Nov. 11, 2024`, `2.III.2022`, `3/2022`, `2001-04`, `FY2026`."""
    given = match.groupdict()
    year = int(given["year"])
    if year < 100:  # two figures are read within the years 1940 to 2039
        year += 2000 if year < 40 else 1900
    month = month_number(given["month"]) if given.get("month") else None
    day = int(given["day"]) if given.get("day") and not given.get("last") else None
    return iso(year, month, day)


def _year_for(month: int, day: int | None, scene: _Scene, start: int) -> int | None:
    """The year meant when the text names a month, or a day of it, without one."""
    year, _, _ = parts(scene.anchor)
    tense = scene.tense(start)
    published_year, published_month, published_day = parts(scene.published)
    if year is not None and scene.near and not (tense == "future" and scene.published):
        return year
    if scene.section is not None:  # a chronology: "2012" over "4 June - ..."
        return int(scene.section[:4])
    if published_year is None or published_month is None:
        return year
    today, named = (published_month, published_day or 1), (month, day or published_day or 1)
    if tense == "past":
        return published_year - (named > today)
    if tense == "future":
        return published_year + (named < today)
    distance = month - published_month  # no tense: the nearest
    return published_year + (1 if distance < -6 else -1 if distance > 6 else 0)


def _day_of_month(match: re.Match[str], scene: _Scene) -> str | None:
    """`11 July`, `Nov. 11`, `6-9 March` (a span of days gives its month), `in March`."""
    month, given = month_number(match["month"]), match.groupdict()
    day = int(given["day"]) if given.get("day") else None
    year = _year_for(month, day, scene, match.start())
    return iso(year, month, None if given.get("last") else day) if year is not None else None


def _short(match: re.Match[str], scene: _Scene) -> str | None:
    """`20/1` in lists: day and month, the year from the date before, else from publication."""
    month, day = int(match["month"]), int(match["day"])
    year = parts(scene.anchor)[0] or _year_for(month, day, scene, match.start())
    return iso(year, month, day) if year is not None else None


def _day(match: re.Match[str], scene: _Scene) -> str | None:
    """`on the 14th`: in the month of the date before it, else of publication."""
    tense = scene.tense(match.start())
    from_anchor = scene.near and not (tense == "future" and scene.published)
    year, month, day = parts(scene.anchor if from_anchor else scene.published)
    if year is None or month is None:
        return None
    wanted = int(match["day"])
    if from_anchor or day is None:
        return iso(year, month, wanted)
    by = 1 if tense == "future" and wanted < day else -1 if tense == "past" and wanted > day else 0
    year, month, _ = parts(add_months(year, month, by))
    return iso(year, month, wanted) if year is not None else None


_BEGINS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def _season(match: re.Match[str], scene: _Scene) -> str | None:
    """A season is no exact date; its year is what the text tells."""
    if match["year"]:
        return str(match["year"])
    which = (match["which"] or "").casefold()
    if which in ("that", "same") or (scene.near and not which):
        return scene.anchor[:4] if scene.anchor else None
    year, month, _ = parts(scene.published)
    if which in ("previous", "following") or year is None:
        return None
    begins = _BEGINS[match["season"].casefold()]
    if which == "this":
        return str(year)
    if month is None or (which == "last" and begins == 12):
        return None
    if which == "last":
        return str(year if month >= begins + 3 else year - 1)
    if which == "next":
        return str(year if month < begins else year + 1)
    tense = scene.tense(match.start())
    certain = (tense == "future" and month <= begins + 2) or (tense == "past" and month >= begins)
    return str(year) if certain else None


def _weekday(match: re.Match[str], scene: _Scene) -> str | None:
    """`on Tuesday`: the last one up to publication, or the next where the clause looks ahead."""
    published = day_of(scene.published)
    if published is None:
        return None
    which = (match["which"] or "").casefold()
    wanted, today = weekday_number(match["weekday"]), published.weekday()
    if which == "next":
        return (published + timedelta(days=(wanted - today - 1) % 7 + 1)).isoformat()
    if not which and scene.tense(match.start()) == "future":
        return (published + timedelta(days=(wanted - today) % 7)).isoformat()
    back = (today - wanted) % 7
    return (published - timedelta(days=back or 7 if which == "last" else back)).isoformat()


def _named_month(match: re.Match[str], scene: _Scene) -> str | None:
    """`last March`, `next January` count from publication, `the previous October` from the date before it."""
    which, month = match["which"].casefold(), month_number(match["month"])
    from_anchor = which in ("previous", "following", "preceding")
    year, reference, _ = parts(scene.anchor if from_anchor else scene.published)
    if year is None or reference is None:
        return None
    if which in ("last", "previous", "preceding"):
        return iso(year - (month >= reference), month)
    if which in ("next", "following"):
        return iso(year + (month <= reference), month)
    return iso(year, month)


def _deictic(match: re.Match[str], scene: _Scene) -> str | None:
    """`yesterday`, `this morning`, `tomorrow`."""
    published = day_of(scene.published)
    if published is None:
        return None
    days = {"yesterday": -1, "tomorrow": 1}.get(match["word"].casefold(), 0)
    return (published + timedelta(days=days)).isoformat()


def _unit(match: re.Match[str], scene: _Scene) -> str | None:
    """`last year`, `this month`; `next week` gives its month, or its year where it lies in two months."""
    by = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(match["which"].casefold(), 0)
    unit = match["unit"].casefold()
    if unit != "week":
        return shift(scene.published, unit, by)
    if (day := day_of(scene.published)) is None:
        return None
    monday = day + timedelta(days=7 * by - day.weekday())
    first, last = monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    return next((first[:length] for length in (7, 4) if first[:length] == last[:length]), None)


def _ago(match: re.Match[str], scene: _Scene) -> str | None:
    count = number(match["number"])
    return shift(scene.published, match["unit"].casefold(), -count) if count is not None else None


def _later(match: re.Match[str], scene: _Scene) -> str | None:
    count = number(match["number"])
    if count is None:
        return None
    back = match["way"].casefold() in ("earlier", "before", "previously")
    return shift(scene.anchor, match["unit"].casefold(), -count if back else count)


def _same(match: re.Match[str], scene: _Scene) -> str | None:
    """`that year`, `the same day`, `the following month`, `the next day`."""
    which, unit = match["which"].casefold().split()[-1], match["unit"].casefold()
    if scene.anchor is None:
        return None
    if which not in ("that", "same"):
        return shift(scene.anchor, unit, -1 if which in ("previous", "preceding") else 1)
    length = {"year": 4, "month": 7, "day": 10}.get(unit, 99)
    return scene.anchor[:length] if len(scene.anchor) >= length or unit == "day" else None


def _end_of_year(match: re.Match[str], scene: _Scene) -> str | None:  # noqa: ARG001 - one signature for all readers
    return scene.published[:4] if scene.published else None


_READERS: Final[dict[str, Callable[[re.Match[str], _Scene], str | None]]] = {
    "day of month": _day_of_month,
    "month": _day_of_month,
    "short": _short,
    "day": _day,
    "season": _season,
    "weekday": _weekday,
    "named month": _named_month,
    "deictic": _deictic,
    "unit": _unit,
    "ago": _ago,
    "later": _later,
    "same": _same,
    "end of year": _end_of_year,
}
# these are no anchors for what follows: they are themselves counted from publication
_FROM_PUBLICATION: Final = frozenset({"weekday", "deictic", "unit", "ago", "end of year"})
