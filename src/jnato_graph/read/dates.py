"""Dates as they are written in English texts → ISO 8601, only as exact as written."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_MONTHS: Final = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_MONTH: Final = rf"(?P<month>{'|'.join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))})\b\.?"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)(?![\d])"
# What must not stand before a date: digits and the first day of a range ("11–12 July 2023" is no single day).
_ALONE: Final = r"(?<![\w–—/.-])"
_FORMS: Final = tuple(
    re.compile(_ALONE + form, re.IGNORECASE)
    for form in (
        rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
        rf"{_DAY}-{_MONTH}-{_YEAR}",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        r"(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\d])",
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)(?![\d])",
        r"(?P<one>\d{1,2})/(?P<other>\d{1,2})/(?P<year>(?:19|20)\d\d)(?![\d])",
        rf"{_MONTH},?\s+{_YEAR}",
    )
)
# What may stand beside a date on a line that says nothing else: weekday, time, time zone, "on".
BESIDE_DATE: Final = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|\b\d{1,2}[:.h]\d{2}(?::\d\d)?(?:[ap]\.?m\.?)?(?!\w)|\b[ap]\.?m\b\.?"
    r"|\b(?:gmt|utc|cet|cest|eet|eest|msk|jst|kst|hkt|sgt|pht|ist|awst|acst|aest|aedt|nzst|nzdt|est|edt|cst|cdt|mst|mdt|pst|pdt|bst|et)\b"
    r"|\b(?:hrs?|on|at)\b|[+-]\d\d:?\d\d|[\W_]",
    re.IGNORECASE,
)
_ISO: Final = re.compile(r"((?:1[89]|20)\d\d)(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A date and where it stands in the text that it was found in."""

    iso: str
    start: int
    end: int

    @property
    def is_day(self) -> bool:
        """Whether it is exact to the day."""
        return len(self.iso) == len("2023-07-11")


def is_iso(value: str) -> bool:
    """Whether this is a year, a month or a day of the calendar in ISO 8601."""
    match = _ISO.fullmatch(value)
    if match is None:
        return False
    year, month, day = (int(part or 1) for part in match.groups())
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def written_dates(text: str) -> tuple[Written, ...]:
    """The dates with a year that are written in the text, in order; `10/07/2023` only where it can be read one way."""
    found: list[Written] = []
    for form in _FORMS:
        for match in form.finditer(text):
            taken = any(match.start() < other.end and other.start < match.end() for other in found)
            if not taken and (iso := _iso(match.groupdict())):
                found.append(Written(iso=iso, start=match.start(), end=match.end()))
    return tuple(sorted(found, key=lambda date: date.start))


def only_date(text: str) -> Written | None:
    """The date of a text that is nothing but a date, with a weekday or a time of the day if need be."""
    dates = written_dates(text)
    if len(dates) != 1:
        return None
    rest = text[: dates[0].start] + text[dates[0].end :]
    return None if BESIDE_DATE.sub("", rest) else dates[0]


def date_value(value: str) -> str | None:
    """The date that a value of metadata gives, however it is written; None when it is none or can be read two ways."""
    iso = re.match(r"\d{4}(?:-\d\d){0,2}(?=$|[T ])", value.strip())
    if iso:
        return iso[0] if is_iso(iso[0]) else None
    date = only_date(value)
    return date.iso if date else None


def _iso(parts: dict[str, str | None]) -> str | None:
    year = int(parts["year"] or 0)
    if (month_text := parts.get("month")) is not None:
        name = month_text.casefold()
        month = _MONTHS[name] if name in _MONTHS else int(name)
        if parts.get("day") is None:
            return f"{year}-{month:02}"
        return _day(year, month, int(parts["day"] or 0))
    readings = {iso for iso in _readings(year, int(parts["one"] or 0), int(parts["other"] or 0)) if iso}
    return readings.pop() if len(readings) == 1 else None


def _readings(year: int, one: int, other: int) -> Iterator[str | None]:
    yield _day(year, one, other)
    yield _day(year, other, one)


def _day(year: int, month: int, day: int) -> str | None:
    iso = f"{year}-{month:02}-{day:02}"
    return iso if is_iso(iso) else None
