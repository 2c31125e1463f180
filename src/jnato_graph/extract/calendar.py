"""Arithmetic on dates that may be only a year or a month, and the words and figures that numbers are written in.

Values look like `2023`, `2023-07` or `2023-07-11`.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ONES: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS: Final = (
    {word: i for i, word in enumerate(_ONES)} | {word: 10 * i for i, word in enumerate(_TENS, 2)} | {"a": 1, "an": 1}
)


def number(word: str) -> int | None:
    """The number that `word` says: `12`, `twelve`, `twenty-eight`, `a`; None when it says none."""
    word = word.casefold()
    if word.isdigit():
        return int(word)
    values = [_NUMBERS.get(part) for part in word.split("-")]
    return None if None in values else sum(v for v in values if v is not None)


def month_number(text: str) -> int:
    """1 to 12 of a month's name, short name, Roman or Arabic figure."""
    text = text.rstrip(".")
    if text.isdigit():
        return int(text)
    if text in _ROMAN:
        return _ROMAN.index(text) + 1
    return _MONTHS.index(text[:3].casefold()) + 1


def weekday_number(name: str) -> int:
    """0 (Monday) to 6 of a day's name."""
    return _WEEKDAYS.index(name[:3].casefold())


def iso(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """The ISO form of a date, or None when there is no such day."""
    if not 1 <= year <= 9999:
        return None
    if month is None:
        return f"{year:04}"
    if day is None:
        return f"{year:04}-{month:02}" if 1 <= month <= 12 else None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def parts(value: str | None) -> tuple[int | None, int | None, int | None]:
    """Year, month and day of a value, None where it does not tell."""
    numbers: list[int | None] = [int(p) for p in value.split("-")] if value else []
    numbers += [None] * (3 - len(numbers))
    return numbers[0], numbers[1], numbers[2]


def day_of(value: str | None) -> date | None:
    """The day that a value names, if it names one."""
    return date.fromisoformat(value) if value and len(value) == 10 else None


def add_months(year: int, month: int, by: int) -> str:
    """The month `by` months after the one given."""
    index = year * 12 + month - 1 + by
    return f"{index // 12:04}-{index % 12 + 1:02}"


def shift(base: str | None, unit: str, by: int) -> str | None:
    """`base` moved `by` units, as exact as both the base and the unit allow."""
    year, month, _ = parts(base)
    if year is None:
        return None
    if unit == "decade":
        return iso(year + 10 * by)
    if unit == "year":
        return iso(year + by)
    if month is None:
        return None
    if unit == "month":
        return add_months(year, month, by)
    if (day := day_of(base)) is not None:
        try:
            moved = day + timedelta(days=by * (7 if unit == "week" else 1))
        except OverflowError:
            return None
        if unit == "week":  # a week is no day; its month is certain unless it could have slipped into another
            edges = {(moved + timedelta(days=d)).isoformat()[:7] for d in (-3, 3)}
            return edges.pop() if len(edges) == 1 else None
        return moved.isoformat()
    return iso(year, month) if unit == "day" and by < 8 else None
