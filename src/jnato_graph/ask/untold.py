"""What a question asks for besides, and no report tells: amounts, numbers of troops, and what a meeting was about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from spacy.tokens import Doc

from jnato_graph.ask.words import load_words

UNCOUNTED: Final = "no report tells how many of them"
_WHICH: Final = "{} may tell which "

_AMOUNT: Final = re.compile(r"\bhow (?:much|large|big|great) (?!of\b)")
_COMPARED: Final = re.compile(
    r"\b(?:donat|contribut|g[ai]v|pa[iy]|sen[dt]|spen[dt]|pledg|provid|suppl)\w*\s+(?:the\s+)?(?:more|most|less|least)\b"
)
_GIVING: Final = (
    r"(?:g[ai]v(?:e|es|en|ing)|sen[dt](?:s|ing)?|suppl\w+|provid\w+|donat\w+|deliver\w*|ship(?:s|ped|ping)|pledg\w+"
    r"|contribut\w+|furnish\w*|hand\w* over|lent|receiv\w+|get|got|obtain\w*)"
)
_AUX: Final = frozenset({"was", "were", "is", "are", "did", "does", "do", "has", "have", "had"})
_TOPIC: Final = re.compile(
    r"\bwhat (?:did|do|does|was|were|has|have|had)\b.*"
    r"\b(?:(?:talk|speak|spoke|talked|spoken|meet|met) about|discuss(?:ed)?)"
    r"(?:\W*$|\s+(?:when|while|at|during|in|on|with)\b)"
)


@cache
def _troops() -> re.Pattern[str]:
    return re.compile(rf"\bhow many (?:\w+ ){{0,2}}(?:{'|'.join(load_words().troops)})s?\b")


@cache
def _gifts() -> re.Pattern[str]:
    """ "Sent weapons to", "weapons from", "supplied them with weapons"."""
    gift = rf"(?:arms|{'|'.join(f'{each}s?' for each in sorted(load_words().gifts))})"
    return re.compile(rf"\b{_GIVING}\b.*\b({gift})\b|\b({gift})\b.*\b{_GIVING}\b", re.IGNORECASE)


def of_gifts(text: str) -> Iterator[str]:
    """Why an answer on who gave something may not be what was asked for; `text` is the question as it was asked."""
    if found := _gifts().search(text):
        yield f"whether it was {found[1] or found[2]}, no report tells"


def _asks_besides(doc: Doc) -> bool:
    """ "Who was the host, and was Albanese there?"."""
    asked = next((token.i for token in doc if token.tag_ in ("WP", "WDT", "WRB", "WP$")), len(doc))
    return any(
        token.lower_ == "and"
        and asked < token.i
        and doc[token.i + 1].lower_ in _AUX
        and doc[token.i + 2].pos_ in ("PROPN", "PRON")
        and not doc[token.i + 2].tag_.startswith("W")
        for token in doc[: max(0, len(doc) - 2)]
    )


def untold(doc: Doc) -> Iterator[str]:
    """Why an answer may not be what was asked for, though the rest of the question is answered."""
    text = doc.text.lower()
    if _AMOUNT.search(text) or _COMPARED.search(text):
        yield "no report tells how much"
    if _troops().search(text):
        yield UNCOUNTED
    if _TOPIC.search(text):
        yield "no report tells what was talked about"
    if _asks_besides(doc):
        yield "it asks one thing more"


def may_tell_which(name: str, nouns: str) -> str:
    """The doubt that a name tells whose `nouns` are meant, so that the report may be asked without it."""
    return f"{_WHICH.format(name)}{nouns} are meant"


def is_left_open(name: str, doubts: Iterable[str]) -> bool:
    """Whether one of the doubts is that `name` may tell which are meant."""
    return any(doubt.startswith(_WHICH.format(name)) for doubt in doubts)
