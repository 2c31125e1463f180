"""Spans of time as questions word them, written out so that the dates in them are read: "between May and July 2023"."""

from __future__ import annotations

import re
from typing import Final

_MONTHS: Final = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                  "november", "december")  # fmt: skip
_SHORT: Final = {month[:3]: month for month in _MONTHS} | {"sept": "september"}
_MONTH: Final = rf"(?:{'|'.join(_MONTHS)})"
_DAY: Final = r"(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"
_JOIN: Final = r"\s*(?:and|to|until|till|through|[-–])\s*(?:the\s+)?"
_YEAR: Final = r"(?:19|20)\d\d"
_SHORTENED: Final = re.compile(rf"\b({'|'.join(_SHORT)})\.?\s+({_YEAR})\b", re.IGNORECASE)
_SMALL: Final = re.compile(
    rf"\b{_MONTH}\b(?=\s+(?:{_YEAR}|{_JOIN.strip()}))|\b(?!may\b|march\b){_MONTH}\b", re.IGNORECASE
)
_ONE_YEAR: Final = re.compile(rf"\b({_DAY}{_MONTH})({_JOIN})({_DAY}{_MONTH}\s+({_YEAR}))\b", re.IGNORECASE)
_ONE_MONTH: Final = re.compile(rf"\b(\d{{1,2}})({_JOIN})(\d{{1,2}}\s+({_MONTH}\s+{_YEAR}))\b", re.IGNORECASE)
_YEARS: Final = re.compile(
    rf"\b(?:(?:in|for|during|from|between|over|throughout)\s+)?(?:the\s+)?(?:(?:years|period)\s+)?(?:from\s+)?({_YEAR})\s*"
    rf"(?:[-–/]|to|through|thru|till|until)\s*((?:19|20)?\d\d)\b(?![-/\d])",
    re.IGNORECASE,
)
_PART: Final = re.compile(
    rf"\b(?:in\s+|during\s+)?(?:the\s+)?(first|second|1st|2nd|third|fourth|3rd|4th|last)\s+(half|quarter)\s+of\s+({_YEAR})\b",
    re.IGNORECASE,
)
_QUARTER: Final = re.compile(rf"\b(?:in\s+)?q([1-4])\s+(?:of\s+)?({_YEAR})\b", re.IGNORECASE)
_DECADE: Final = re.compile(r"\b(?:in\s+|during\s+)?(?:the\s+)((?:19|20)\d)0['’]?s\b", re.IGNORECASE)
_ON: Final = re.compile(
    rf"\b(?:from\s+)?((?:{_DAY}{_MONTH}\s+)?{_YEAR})\s+(?:onwards?|on)\b(?!\s+\w)|\b(?:from)\s+({_YEAR})\s+onwards?\b",
    re.IGNORECASE,
)
_OR_LATER: Final = re.compile(
    rf"\b(?:(?:in|from|since)\s+)?((?:{_DAY}{_MONTH}\s+)?{_YEAR})\s*(?:,\s*)?(?:or|and)\s+(later|after(?:wards?)?|since(?:\s+then)?|"
    rf"thereafter|onwards?|newer|beyond|more\s+recent(?:ly)?|earlier|before(?:\s+(?:that|then))?|older|prior)\b(?!\s+\w+\s+(?:{_YEAR}))",
    re.IGNORECASE,
)
_EARLIER: Final = ("earlier", "before", "older", "prior")
_END: Final = re.compile(
    rf"\b(?:(and)|(?:up\s+)?(?:to|until|till|through|by|before))\s+(?:the\s+)?(?:very\s+)?end\s+of\s+(?={_YEAR})",
    re.IGNORECASE,
)
_UP_TO: Final = re.compile(rf"\b(?:from\s+)?up\s+(?:to|until|till)\s+(?=(?:{_DAY}{_MONTH}\s+)?{_YEAR})", re.IGNORECASE)
_MAY: Final = re.compile(r"\bMay(?=\s+(?:I|we|one|it)\b)")  # no month
_AS_OF: Final = re.compile(rf"\bas (?:of|at)\s+(?=(?:{_DAY}{_MONTH}\s+)?{_YEAR})", re.IGNORECASE)
_VAGUE: Final = re.compile(
    rf"\b(?:the\s+)?(?:(?:early|late|mid|beginning|start|end|middle)[\s-]+(?:of\s+|in\s+)?)?(?:spring|summer|autumn|fall|winter)\s+(?:of\s+)?({_YEAR})\b"
    rf"|\b(?:early|late|mid|(?:the\s+)?(?:beginning|start|middle)\s+of)[\s-]+((?:{_MONTH}\s+)?{_YEAR})\b"
    rf"|\b(?:the\s+)?(?:very\s+)?(?:first|second|third|last)\s+(?:(?:few|two|three)\s+)?(?:weeks?|days?|weekend|months?)"
    rf"\s+(?:of|in)\s+((?:{_MONTH}\s+)?{_YEAR})\b",
    re.IGNORECASE,
)  # fmt: skip
_COUNTED: Final = re.compile(
    r"\b(?:within|in|during)?\s*(?:the\s+)?(?:a|an|one|two|three|four|five|six|ten|\d+|few|several)?\s*(?:first\s+)?"
    r"(?:hours?|days?|weeks?|months?|years?)\s+(?:of|after|before|from)\s+(?:its|their|his|her|the|that|this)\b",
    re.IGNORECASE,
)
_NUMBERS: Final = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


def plain_dates(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with its spans of time written out, and what is taken less exactly than it says."""
    text = _MAY.sub("may", text)
    text = _SHORTENED.sub(lambda found: f"{_SHORT[found[1].lower()].capitalize()} {found[2]}", text)
    text = _SMALL.sub(lambda found: found[0][0].upper() + found[0][1:], text)
    text = _ONE_YEAR.sub(lambda found: f"{found[1]} {found[4]}{found[2]}{found[3]}", text)
    text = _ONE_MONTH.sub(lambda found: f"{found[1]} {found[4]}{found[2]}{found[3]}", text)
    text = _YEARS.sub(_years, text)
    text = _PART.sub(lambda found: _months(found[1].lower(), 6 if found[2].lower() == "half" else 3, found[3]), text)
    text = _QUARTER.sub(lambda found: _months(found[1], 3, found[2]), text)
    text = _DECADE.sub(lambda found: f"between {found[1]}0 and {found[1]}9", text)
    text = _ON.sub(lambda found: f"since {found[1] or found[2]}", text)
    text = _OR_LATER.sub(_open_span, text)
    text = _AS_OF.sub("in ", text)
    text = _END.sub(lambda found: "and " if found[1] else "until ", text)
    text = _UP_TO.sub("until ", text)
    vague = tuple(f"{found[0]} was read as {_kept(found)}" for found in _VAGUE.finditer(text))
    vague += tuple(f"{found[0].strip()} ... is not read as a time" for found in _COUNTED.finditer(text))
    return _VAGUE.sub(_kept, text), vague


def _kept(found: re.Match[str]) -> str:
    """The date that stays of a vaguer one."""
    return next(group for group in found.groups() if group)


def _years(found: re.Match[str]) -> str:
    """ "2022-2024" and "2022-24" as "between 2022 and 2024"; but "2022-07" is a month."""
    last = found[2] if len(found[2]) == 4 else found[1][:2] + found[2]
    is_month = len(found[2]) == 2 and int(found[2]) <= 12
    return found[0] if last <= found[1] or is_month else f"between {found[1]} and {last}"


def _open_span(found: re.Match[str]) -> str:
    """ "In 2023 or later" as "since 2023", "in 2023 or before" as "until 2023"."""
    return f"{'until' if found[2].lower().startswith(_EARLIER) else 'since'} {found[1]}"


def _months(number: str, size: int, year: str) -> str:
    """A half or quarter of a year as its months."""
    count = 12 // size
    part = count if number == "last" else min(_NUMBERS.get(number, 0) or int(number), count)
    first, last = _MONTHS[(part - 1) * size], _MONTHS[part * size - 1]
    return f"between {first.capitalize()} {year} and {last.capitalize()} {year}"
