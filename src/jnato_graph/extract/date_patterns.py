"""How dates look in English text: one expression for each form. They say where a date stands, not what it is worth."""

from __future__ import annotations

import re
from typing import Final

_MONTH = r"""(?P<month>January|February|March|April|May|June|July|August|September|October|November|December
    |(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"""
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ON = rf"(?:(?:{_WEEKDAY}|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b,?\s+)?"
_NTH = r"(?:st|nd|rd|th)?"
_DAY = rf"(?P<day>3[01]|[12]\d|0?[1-9]){_NTH}"
_TO_DAY = rf"(?P<last>\s?[-–—]\s?(?:3[01]|[12]\d|0?[1-9]){_NTH}|\s(?:to|and)\s(?:3[01]|[12]\d|[1-9]){_NTH})?"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
_SHORT_YEAR = r"(?P<year>(?:19|20)\d\d|\d\d)"
_NUMBER = r"(?P<number>\d{1,3}|(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty-)?[a-z]+)"
_SEASON = r"(?P<season>spring|summer|autumn|winter|fall)"
_WHICH = r"(?P<which>last|next|this|that|previous|following|same)"

# what a year's digits count when one of these follows
_COUNTED = r"""(?:%|per\ cent|percent|km|kilomet|mile|tonne|ton\b|troops?\b|soldiers?\b|personnel\b|people\b|men\b
    |sailors?\b|marines?\b|euros?\b|dollars?\b|million\b|billion\b|words?\b|pages?\b|square\b
    |mines\b)"""
# after "a year later" the phrase ends; before a noun ("two days before the summit") it counts from that noun
_ENDS = r"(?=\s*(?:[,.;:)—–\]\"”]|$|(?:that|this|it|and|by|of|to|from|in|with|at|he|she|they)\b))"


def _pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(text, re.VERBOSE | flags)


_ANY_CASE: Final = re.IGNORECASE

# (form, expression); of two that start at one place the earlier counts
PATTERNS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("full", _pattern(rf"\b{_ON}{_DAY}{_TO_DAY}\s(?:of\s)?{_MONTH}(?:,?\s+(?:of\s+)?|,\s?){_YEAR}\b")),
    ("full", _pattern(rf"\b{_ON}{_MONTH}\s{_DAY}{_TO_DAY}(?:,\s?|\s){_YEAR}\b")),
    ("iso", _pattern(rf"\b{_YEAR}-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-3]\d))?\b")),
    (
        "numeric",
        _pattern(
            rf"(?<![\d./-]){_DAY}(?P<mark>[./])\s?(?P<month>1[0-2]|0?[1-9])(?P=mark)\s?{_SHORT_YEAR}(?![\d/]|\.\d)"
        ),
    ),
    (
        "numeric",
        _pattern(rf"(?<![\d.])(?P<day>3[01]|[12]\d|0?[1-9])\.\s?(?P<month>[IVX]{{1,4}})\.\s?{_SHORT_YEAR}(?!\d)"),
    ),
    ("month of year", _pattern(rf"(?<![\d/.])(?P<month>1[0-2]|0?[1-9])/{_YEAR}(?![\d/])")),
    ("month of year", _pattern(rf"\b{_MONTH}(?:,?\s+(?:of\s+)?|,\s?|['’]){_YEAR}\b(?!s)")),
    ("season", _pattern(rf"\b(?:{_WHICH}\s+)?{_SEASON}\s+(?:of\s+)?{_YEAR}\b", _ANY_CASE)),
    ("day of month", _pattern(rf"\b{_ON}{_DAY}{_TO_DAY}\s(?:of\s)?{_MONTH}(?![a-z])")),
    ("day of month", _pattern(rf"\b{_ON}{_MONTH}\s{_DAY}{_TO_DAY}\b(?![,.]?\d)")),
    ("named month", _pattern(rf"\b(?P<which>last|next|this|previous|following|preceding)\s+{_MONTH}(?![a-z])")),
    (
        "later",
        _pattern(
            rf"\b{_NUMBER}\s(?P<unit>decade|year|month|week|day)s?"
            rf"\s(?P<way>later|earlier|after|before|on|previously)\b{_ENDS}",
            _ANY_CASE,
        ),
    ),
    ("later", _pattern(rf"\b{_NUMBER}\s(?P<unit>year|month|week|day)s?\s(?P<way>later)\b", _ANY_CASE)),
    ("ago", _pattern(rf"\b{_NUMBER}\s(?P<unit>decade|year|month|week|day)s?\sago\b", _ANY_CASE)),
    ("unit", _pattern(r"\b(?P<which>last|past|this|next|coming)\s(?P<unit>year|month|week)\b", _ANY_CASE)),
    (
        "same",
        _pattern(
            r"\b(?P<which>that|(?:the|that)\s(?:same|following|next|previous|preceding))\s(?P<unit>year|month|week|day)\b",
            _ANY_CASE,
        ),
    ),
    (
        "season",
        _pattern(
            rf"\b(?:{_WHICH}|in\sthe|since\sthe|(?:early|late|mid)[\s-])\s?{_SEASON.replace('|fall', '')}\b(?P<year>)",
            _ANY_CASE,
        ),
    ),
    ("weekday", _pattern(rf"\b(?:(?P<which>last|next|this)\s+)?(?P<weekday>{_WEEKDAY})\b(?!s)")),
    (
        "deictic",
        _pattern(r"\b(?P<word>yesterday|today|tomorrow|tonight|this\s(?:morning|afternoon|evening))\b", _ANY_CASE),
    ),
    ("day", _pattern(r"(?<=\bon\ the\ )(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b(?!\s+[a-z]+(?:th|ary)\b)")),
    (
        "short",
        _pattern(r"(?<=[(\s])(?P<day>3[01]|[12]\d|[1-9])/(?P<month>1[0-2]|[1-9])(?=[)\s,;:])(?!\s+(?:of|for|to)\b)"),
    ),
    ("year", _pattern(rf"\b{_YEAR}\s?[–-]\s?(?:(?:19|20)\d\d|\d\d)\b(?!-)")),
    ("bare year", _pattern(rf"\b(?P<year>(?:1[89]|20)\d\d)\b(?![-–]\d|,\d|\.\d|\s?{_COUNTED})")),
    ("year", _pattern(r"\bFY\s?(?P<year>20\d\d)\b")),
    ("month", _pattern(rf"\b{_MONTH}(?![a-z]|\s\d)")),
    (
        "end of year",
        _pattern(r"\b(?:by|before|at)\s(?:the\send\sof\sthe\syear|Christmas|the\syear['’]s\send)\b", _ANY_CASE),
    ),
)

# before four digits that are no year: "Resolution 1973", "some 2000"
NOT_A_YEAR: Final = _pattern(
    r"""(?:[$€£¥\#]|\b(?:Resolutions?|Res\.|res\.|UNSCR|No\.|Nos\.|Article|Art\.|Room|Flight|STANAG|page|p\.|pp\.
    |some|about|around|nearly|almost|over|than|roughly|approximately))\s?$"""
)
# "May", "March" and short forms are months only after one of these, at a line's start or in brackets
WORDS_TOO: Final = frozenset({"May", "March", "Mar", "Dec", "Jan", "Sep"})
BEFORE_MONTH: Final = _pattern(
    r"""(?:\b(?:in|since|until|till|by|of|from|to|through|during|before|after|last|next|this|early|late|mid|as|again|and|or
    |every|each|previous|following|for|end)[\s-]|[(/]|^|[–—•·*|\n]\s?)$""",
    _ANY_CASE,
)
