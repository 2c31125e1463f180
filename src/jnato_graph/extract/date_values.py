"""Dates in running text, normalised to ISO 8601 and only as exact as the text.

`read_dates(text, published)` gives every date of a text in order. Relative dates ("on Tuesday", "last March", "two
years later") count from the publication date or from the date named before them; what cannot be made certain is left
out rather than guessed. Values look like `2023`, `2023-07` or `2023-07-11`. No spaCy here: text in, values out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

Tense = Literal["past", "future", "unknown"]

_MONTH_NAMES: Final = (
    "january february march april may june july august september october november december".split()
)
_MONTHS: Final = {name: i for i, name in enumerate(_MONTH_NAMES, 1)} | {
    name[:3]: i for i, name in enumerate(_MONTH_NAMES, 1)
} | {"sept": 9}
_WEEKDAYS: Final = {n: i for i, n in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
_ROMAN: Final = dict(zip("i ii iii iv v vi vii viii ix x xi xii".split(), range(1, 13), strict=True))
_SEASONS: Final = ("spring", "summer", "autumn", "fall", "winter")
_UNITS: Final = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
seventeen eighteen nineteen".split()
_TENS: Final = {w: 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_NUMBERS: Final = {w: i for i, w in enumerate(_UNITS, 1)} | _TENS | {"a": 1, "an": 1, "the": 1}

_MON = (
    r"(?P<mon>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_WD = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
_RANGE = r"(?P<last>\s?[-–—]\s?(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?|\s(?:to|and)\s(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?)?"
_NUM = r"(?P<num>\d{1,3}|(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty-)?[a-z]+)"
_LINK = r"(?:,?\s+(?:of\s+)?|,\s?)"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date at `text[start:end]`. `relation` is "until" for an end point and "" otherwise."""

    start: int
    end: int
    value: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Scene:
    """What a relative date may count from: the document's date and the date last named before it."""

    published: str | None
    anchor: str | None
    near: bool  # the anchor stands in the same sentence
    tense: Callable[[int], Tense]


def iso(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """The ISO form of a date, or None when there is no such day."""
    if month is None:
        return f"{year:04}"
    if day is None:
        return f"{year:04}-{month:02}" if 1 <= month <= 12 else None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _parts(value: str | None) -> tuple[int | None, int | None, int | None]:
    numbers: list[int | None] = [int(p) for p in value.split("-")] if value else []
    numbers += [None] * (3 - len(numbers))
    return numbers[0], numbers[1], numbers[2]


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value and len(value) == 10 else None


def _add_months(year: int, month: int, by: int) -> str:
    index = year * 12 + month - 1 + by
    return f"{index // 12:04}-{index % 12 + 1:02}"


def _number(word: str) -> int | None:
    word = word.casefold()
    if word.isdigit():
        return int(word)
    total = 0
    for part in word.split("-"):
        if part not in _NUMBERS:
            return None
        total += _NUMBERS[part]
    return total


def _full_year(text: str) -> int:
    """`93` is 1993, `24` is 2024: two figures are read within the years 1940 to 2039."""
    year = int(text)
    return year if year > 99 else (2000 + year if year < 40 else 1900 + year)


def _month_of(match: re.Match[str]) -> int:
    return _MONTHS[match["mon"].rstrip(".").casefold()]


def _year_for(month: int, day: int | None, scene: _Scene, start: int) -> int | None:
    """The year meant when the text names a month, or a day of it, without one."""
    year, *_ = _parts(scene.anchor)
    tense = scene.tense(start)
    published_year, published_month, published_day = _parts(scene.published)
    if year is not None and scene.near and not (tense == "future" and scene.published):
        return year
    if published_year is None or published_month is None:
        return year
    here, there = (published_month, published_day or 1), (month, day or (published_day or 1))
    if tense == "past":
        return published_year - (there > here)
    if tense == "future":
        return published_year + (there < here)
    distance = month - published_month
    return published_year + (1 if distance < -6 else -1 if distance > 6 else 0)


def _month(match: re.Match[str], scene: _Scene) -> str | None:
    month = _month_of(match)
    year = _year_for(month, None, scene, match.start())
    return iso(year, month) if year is not None else None


def _month_day(match: re.Match[str], scene: _Scene) -> str | None:
    month, day = _month_of(match), int(match["day"])
    year = _year_for(month, day, scene, match.start())
    if year is None:
        return None
    return iso(year, month, None if match["last"] else day)


def _month_year(match: re.Match[str], scene: _Scene) -> str | None:
    return iso(_full_year(match["year"]), _month_of(match))


def _full(match: re.Match[str], scene: _Scene) -> str | None:
    return iso(int(match["year"]), _month_of(match), None if match["last"] else int(match["day"]))


def _numeric(match: re.Match[str], scene: _Scene) -> str | None:
    month = match["nmon"].casefold()
    return iso(_full_year(match["nyear"]), int(month) if month.isdigit() else _ROMAN[month], int(match["day"]))


def _day_month(match: re.Match[str], scene: _Scene) -> str | None:
    """`20/1` in lists: a day and a month, the year from the date before or from publication."""
    day, month = int(match["day"]), int(match["nmon"])
    year, *_ = _parts(scene.anchor)
    if year is None:
        year = _year_for(month, day, scene, match.start())
    return iso(year, month, day) if year is not None else None


def _iso_date(match: re.Match[str], scene: _Scene) -> str | None:
    return iso(int(match["year"]), int(match["m"]), int(match["d"]) if match["d"] else None)


def _slash_month(match: re.Match[str], scene: _Scene) -> str | None:
    return iso(int(match["year"]), int(match["m"]))


def _year(match: re.Match[str], scene: _Scene) -> str | None:
    return match["year"]


def _season(match: re.Match[str], scene: _Scene) -> str | None:
    """A season is no exact date: its year is what the text tells."""
    if match["year"]:
        return match["year"]
    which = (match["which"] or "").casefold()
    anchor_year, *_ = _parts(scene.anchor)
    if which in ("previous", "following", "that", "same") or (scene.near and not which):
        if anchor_year is None:
            return None
        return str(anchor_year) if which in ("that", "same", "") else None
    year, month, _ = _parts(scene.published)
    if year is None:
        return None
    begins = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[match["season"].casefold()]
    if which == "this":
        return str(year)
    if month is None:
        return None
    if which == "last":
        return str(year if month >= begins + 3 else year - 1) if begins < 12 else None
    if which == "next":
        return str(year if month < begins else year + 1)
    tense = scene.tense(match.start())
    return str(year) if tense == "future" and month <= begins + 2 or tense == "past" and month >= begins else None


def _weekday(match: re.Match[str], scene: _Scene) -> str | None:
    published = _day(scene.published)
    if published is None:
        return None
    wanted = next(i for name, i in _WEEKDAYS.items() if name.startswith(match["wd"].casefold()[:3]))
    back = (published.weekday() - wanted) % 7
    which = (match["which"] or "").casefold()
    if which == "next" or (not which and scene.tense(match.start()) == "future"):
        return (published + timedelta(days=(wanted - published.weekday() - 1) % 7 + 1)).isoformat() if which else (
            published + timedelta(days=(wanted - published.weekday()) % 7)
        ).isoformat()
    if which == "last" and back == 0:
        back = 7
    return (published - timedelta(days=back)).isoformat()


def _last_month_name(match: re.Match[str], scene: _Scene) -> str | None:
    """`last March`, `next January`, `the previous October`, `the following May`."""
    which, month = match["which"].casefold(), _month_of(match)
    relative = which in ("previous", "following", "preceding")
    year, reference, _ = _parts(scene.anchor if relative else scene.published)
    if year is None or reference is None:
        return None
    if which in ("last", "previous", "preceding"):
        return iso(year - (month >= reference), month)
    if which in ("next", "following"):
        return iso(year + (month <= reference), month)
    return iso(year, month)


def _deictic(match: re.Match[str], scene: _Scene) -> str | None:
    """`yesterday`, `this morning`, `tomorrow`."""
    published = _day(scene.published)
    if published is None:
        return None
    shift = {"yesterday": -1, "tomorrow": 1}.get(match["word"].casefold().split()[0], 0)
    return (published + timedelta(days=shift)).isoformat()


def _shift(base: str | None, unit: str, by: int) -> str | None:
    """`base` moved `by` units, as exact as both the base and the unit allow."""
    year, month, _ = _parts(base)
    if year is None:
        return None
    if unit == "decade":
        return iso(year + 10 * by)
    if unit == "year":
        return iso(year + by)
    if month is None:
        return None
    if unit == "month":
        return _add_months(year, month, by)
    if (day := _day(base)) is not None:
        moved = day + timedelta(days=by * (7 if unit == "week" else 1))
        if unit == "week":  # a week is no day; its month is certain unless it could have slipped into another
            edges = {(moved + timedelta(days=d)).isoformat()[:7] for d in (-3, 3)}
            return edges.pop() if len(edges) == 1 else None
        return moved.isoformat()
    return iso(year, month) if unit == "day" and by < 8 else None


def _this_unit(match: re.Match[str], scene: _Scene) -> str | None:
    """`last year`, `this month`, `next week` count from publication; a week gives its month."""
    which, unit = match["which"].casefold(), match["unit"].casefold()
    by = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(which, 0)
    if unit == "week":
        day = _day(scene.published)
        if day is None:
            return None
        monday = day - timedelta(days=day.weekday()) + timedelta(days=7 * by)
        edges = {monday.isoformat()[:7], (monday + timedelta(days=6)).isoformat()[:7]}
        return edges.pop() if len(edges) == 1 else monday.isoformat()[:7]
    return _shift(scene.published, unit, by)


def _ago(match: re.Match[str], scene: _Scene) -> str | None:
    number = _number(match["num"])
    return None if number is None else _shift(scene.published, match["unit"].casefold(), -number)


def _later(match: re.Match[str], scene: _Scene) -> str | None:
    number = _number(match["num"])
    if number is None:
        return None
    back = match["way"].casefold() in ("earlier", "before", "previously")
    return _shift(scene.anchor, match["unit"].casefold(), -number if back else number)


def _same(match: re.Match[str], scene: _Scene) -> str | None:
    """`that year`, `the same day`, `the following month`, `the next day`."""
    which, unit = match["which"].casefold().split()[-1], match["unit"].casefold()
    year, month, _ = _parts(scene.anchor)
    if which in ("that", "same"):
        if year is None or unit == "week":
            return None
        length = {"year": 4, "month": 7, "day": 10}[unit]
        return scene.anchor[:length] if scene.anchor and len(scene.anchor) >= length else (
            scene.anchor if unit == "day" else None
        )
    return _shift(scene.anchor, unit, -1 if which in ("previous", "preceding") else 1)


def _day_only(match: re.Match[str], scene: _Scene) -> str | None:
    """`on the 14th`: the month of the date before it, else that of publication."""
    tense = scene.tense(match.start())
    here = scene.near and not (tense == "future" and scene.published)
    year, month, day = _parts(scene.anchor if here else scene.published)
    if year is None or month is None:
        return None
    wanted = int(match["day"])
    if here or day is None:
        return iso(year, month, wanted)
    shift = 1 if tense == "future" and wanted < day else -1 if tense == "past" and wanted > day else 0
    return iso(*map(int, _add_months(year, month, shift).split("-")), wanted)


def _end_of_year(match: re.Match[str], scene: _Scene) -> str | None:
    year, *_ = _parts(scene.published)
    return str(year) if year else None


_I = re.IGNORECASE
_PATTERNS: Final[list[tuple[str, re.Pattern[str], Callable[[re.Match[str], _Scene], str | None]]]] = [
    ("date", re.compile(rf"\b(?:{_WD}\b,?\s+)?{_DAY}{_RANGE}\s(?:of\s)?{_MON}{_LINK}{_YEAR}\b"), _full),
    ("date", re.compile(rf"\b(?:{_WD}\b,?\s+)?{_MON}\s{_DAY}{_RANGE}(?:,\s?|\s){_YEAR}\b"), _full),
    ("date", re.compile(rf"\b{_YEAR}-(?P<m>0[1-9]|1[0-2])(?:-(?P<d>[0-3]\d))?\b"), _iso_date),
    ("date", re.compile(rf"(?<![\d./-]){_DAY}(?P<sep>[./])\s?(?P<nmon>1[0-2]|0?[1-9])(?P=sep)\s?(?P<nyear>(?:19|20)\d\d|\d\d)(?![\d/]|\.\d)"), _numeric),
    ("date", re.compile(r"(?<![\d.])(?P<day>3[01]|[12]\d|0?[1-9])\.\s?(?P<nmon>[IVX]{1,4})\.\s?(?P<nyear>(?:19|20)\d\d|\d\d)(?!\d)"), _numeric),
    ("date", re.compile(rf"(?<![\d/.])(?P<m>1[0-2]|0?[1-9])/{_YEAR}(?![\d/])"), _slash_month),
    ("date", re.compile(rf"\b{_MON}(?:,?\s+(?:of\s+)?|,\s?|['’]){_YEAR}\b(?!s)"), _month_year),
    ("season", re.compile(rf"\b(?:(?P<which>last|next|this|that|previous|following|same)\s+)?(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?{_YEAR}\b", _I), _season),
    ("date", re.compile(rf"\b(?:{_WD}\b,?\s+)?{_DAY}{_RANGE}\s(?:of\s)?{_MON}(?![a-z])"), _month_day),
    ("date", re.compile(rf"\b(?:{_WD}\b,?\s+)?{_MON}\s{_DAY}{_RANGE}\b(?![,.]?\d)"), _month_day),
    ("date", re.compile(rf"\b(?P<which>last|next|this|previous|following|preceding)\s+{_MON}(?![a-z])"), _last_month_name),
    ("later", re.compile(rf"\b{_NUM}\s(?P<unit>decade|year|month|week|day)s?\s(?P<way>later|earlier|after|before|on|previously)\b(?=\s*(?:[,.;:)—–\]\"”]|$|that\b|this\b|it\b|and\b|by\b|of\b|to\b|from\b|in\b|with\b|at\b|he\b|she\b|they\b))", _I), _later),
    ("later", re.compile(rf"\b{_NUM}\s(?P<unit>year|month|week|day)s?\s(?P<way>later)\b", _I), _later),
    ("ago", re.compile(rf"\b{_NUM}\s(?P<unit>decade|year|month|week|day)s?\sago\b", _I), _ago),
    ("unit", re.compile(r"\b(?P<which>last|past|this|next|coming)\s(?P<unit>year|month|week)\b(?!['’]s)", _I), _this_unit),
    ("unit", re.compile(r"\b(?P<which>last|past|this|next|coming)\s(?P<unit>year|month|week)(?=['’]s\b)", _I), _this_unit),
    ("same", re.compile(r"\b(?P<which>that|(?:the|that)\s(?:same|following|next|previous|preceding))\s(?P<unit>year|month|week|day)\b", _I), _same),
    ("season", re.compile(r"\b(?:(?P<which>last|next|this|that|previous|following|same)|in\sthe|since\sthe|(?:early|late|mid)[\s-])\s?(?P<season>spring|summer|autumn|winter)\b(?P<year>)", _I), _season),
    ("weekday", re.compile(r"\b(?:(?P<which>last|next|this)\s+)?(?P<wd>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?!s)"), _weekday),
    ("deictic", re.compile(r"\b(?P<word>yesterday|today|tomorrow|tonight|this (?:morning|afternoon|evening))\b", _I), _deictic),
    ("date", re.compile(r"(?<=\bon the )(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b(?!\s+[a-z]+(?:th|ary)\b)"), _day_only),
    ("date", re.compile(r"(?<=[(\s])(?P<day>3[01]|[12]\d|[1-9])/(?P<nmon>1[0-2]|[1-9])(?=[)\s,;:])(?!\s+(?:of|for|to)\b)"), _day_month),
    ("date", re.compile(rf"\b{_YEAR}\s?[–-]\s?(?:(?:19|20)\d\d|\d\d)\b(?!-)"), _year),
    ("year", re.compile(r"\b(?P<year>(?:1[89]|20)\d\d)\b(?![-–]\d|,\d|\.\d|\s?(?:%|per cent|percent|km|kilomet|mile|tonne|ton\b|troops?\b|soldiers?\b|personnel\b|people\b|men\b|sailors?\b|marines?\b|euros?\b|dollars?\b|million\b|billion\b|words?\b|pages?\b|square\b|mines\b))"), _year),
    ("year", re.compile(r"\bFY\s?(?P<year>20\d\d)\b"), _year),
    ("month", re.compile(rf"\b{_MON}(?![a-z]|\s\d)"), _month),
    ("unit", re.compile(r"\b(?:by|before|at)\s(?:the\send\sof\sthe\syear|Christmas|year['’]?s?[-\s]end|the\syear['’]s\send)(?P<year>)", _I), _end_of_year),
]  # fmt: skip

_NOT_A_YEAR: Final = re.compile(
    r"(?:[$€£¥#]|\b(?:Resolutions?|Res\.|res\.|UNSCR|No\.|Nos\.|Article|Art\.|Room|Flight|STANAG|page|p\.|pp\."
    r"|some|about|around|nearly|almost|over|than|roughly|approximately))\s?$"
)
_MAY: Final = re.compile(r"(?:\b(?:in|since|until|till|by|of|from|to|through|during|before|after|last|next|this|early|"
                         r"late|mid|as|again|and|or|every|each|previous|following|for|end)[\s-]|[(/]|^|–\s|—\s)$", _I)


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
    matches = []
    for rank, (kind, pattern, read) in enumerate(_PATTERNS):
        for match in pattern.finditer(text):
            if kind in ("year",) and _NOT_A_YEAR.search(text, max(0, match.start() - 16), match.start()):
                continue
            if kind == "month" and match.group().rstrip(".") in ("May", "March", "Mar", "Dec", "Jan", "Sep"):
                if not _MAY.search(text, 0, match.start()):
                    continue
            matches.append((match.start(), rank, match, kind, read))
    taken_to, anchor, anchor_sentence = -1, None, -9
    for start, _, match, kind, read in sorted(matches, key=lambda m: (m[0], m[1], -m[2].end())):
        if start < taken_to:
            continue
        here = sentence(start)
        scene = _Scene(published, anchor if here - anchor_sentence <= 3 else None, anchor_sentence == here, tense)
        value = read(match, scene)
        taken_to = match.end()
        if value is None:
            continue
        yield FoundDate(start=start, end=match.end(), value=value, kind=kind)
        if kind not in ("weekday", "deictic", "unit", "ago"):
            anchor, anchor_sentence = value, here
