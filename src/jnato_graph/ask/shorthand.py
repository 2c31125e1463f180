"""Shorthand of questions written out: codes of states, years of two digits, signs for spans, hesitation left out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from spacy.lang.en.stop_words import STOP_WORDS

from jnato_graph.ask.words import load_words
from jnato_graph.reference import load_reference

_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_SHORT_MONTH: Final = r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
_TWO: Final = r"([0-3]\d)\b(?![\d:,]|\s+(?:19|20)\d\d)"
_SHORT: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), into)
    for pattern, into in (
        (r"\bw/o\b", "without"),
        (r"\bw/(?=\s)", "with"),
        (r"\b(when|where|how|why|what)['’]d\b", r"\1 did"),
        (r"\b(what|who|where|how)['’]ve\b", r"\1 have"),
        (r"\bstats\b", "statistics"),
        (r"\s>=\s*(?=(?:19|20)\d\d\b)", " since "),
        (r"\s>\s*(?=(?:19|20)\d\d\b)", " after "),
        (r"\s<=\s*(?=(?:19|20)\d\d\b)", " until "),
        (r"\s<\s*(?=(?:19|20)\d\d\b)", " before "),
        (r"\b(?:CY|calendar year)\s*(?=(?:19|20)\d\d\b)", ""),
        # "31 January 23", "January '23", "since Jan 23", "summer 24"; but "on January 31" is a day
        (rf"\b(\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\.?)\s+{_TWO}", r"\1 20\2"),
        (rf"\b({_MONTH}\.?)\s+['’]{_TWO}", r"\1 20\2"),
        (rf"\b((?:in|since|until|from|during|of)\s+{_SHORT_MONTH}\.?)\s+{_TWO}", r"\1 20\2"),
        (rf"\b(spring|summer|autumn|fall|winter)\s+['’]?{_TWO}", r"\1 20\2"),
    )
)
_HESITATION: Final = re.compile(r"(?:(?<=\s)|^)(?:um+|uh+|uhm|erm+|hmm+),?\s+", re.IGNORECASE)
_TWICE: Final = re.compile(r"\b(the|an?|in|of|to)\s+\1\b", re.IGNORECASE)
_CODE: Final = re.compile(r"(?<![\w-])[A-Z]{3}(?![\w-])(?!\.?\s+['’]?\d)")  # "MAR 2023" is a month
_EDITION: Final = re.compile(r"(?<![\w-])((?:[A-Z][\w-]*\s+){0,3}[A-Z][\w-]*)\s+['’]?([0-3]\d)\b(?!\d|[:.,-]\d)")


def written_out(text: str) -> str:
    """The text with its shorthand written out: "JPN part in RIMPAC 24" as "Japan part in RIMPAC 2024"."""
    if _HESITATION.search(text):
        text = _TWICE.sub(r"\1", _HESITATION.sub("", text))
    for short, into in _SHORT:
        text = short.sub(into, text)
    if not text.isupper():
        text = _CODE.sub(lambda found: _states().get(found[0], found[0]), text)
    return _EDITION.sub(_edition, text)


def _edition(found: re.Match[str]) -> str:
    """A recurring thing of a year: "RIMPAC 24"; but "Article 42" is no edition."""
    words = found[1].split()
    known = any(" ".join(words[at:]).casefold() in _series() for at in range(len(words)))
    return f"{found[1]} 20{found[2]}" if known else found[0]


@cache
def _states() -> Mapping[str, str]:
    """The names of states by their codes of three letters (ISO 3166-1), but for those that are English words."""
    entities = load_reference().entities.values()
    codes = {entity.iso_alpha3: entity.name for entity in entities if entity.iso_alpha3}
    return {
        code: name
        for code, name in codes.items()
        if code.lower() not in STOP_WORDS and code not in load_words().no_codes
    }


@cache
def _series() -> frozenset[str]:
    """The names of what comes again, in small letters."""
    recurring = (entity for entity in load_reference().entities.values() if entity.recurring)
    return frozenset(name.casefold() for entity in recurring for name in (entity.name, *entity.aliases))
