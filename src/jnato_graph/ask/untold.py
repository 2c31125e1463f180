"""What a question asks for besides, and no report tells: amounts, numbers of troops, and what a meeting was about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from spacy.tokens import Doc

from jnato_graph.ask.words import load_words

_AMOUNT: Final = re.compile(r"\bhow (?:much|large|big|great) (?!of\b)")
_TOPIC: Final = re.compile(
    r"\bwhat (?:did|do|does|was|were|has|have|had)\b.*"
    r"\b(?:(?:talk|speak|spoke|talked|spoken|meet|met) about|discuss(?:ed)?)"
    r"(?:\W*$|\s+(?:when|while|at|during|in|on|with)\b)"
)


@cache
def _troops() -> re.Pattern[str]:
    return re.compile(rf"\bhow many (?:\w+ ){{0,2}}(?:{'|'.join(load_words().troops)})s?\b")


def untold(doc: Doc) -> Iterator[str]:
    """Why an answer may not be what was asked for, though the rest of the question is answered."""
    text = doc.text.lower()
    if _AMOUNT.search(text):
        yield "no report tells how much"
    if _troops().search(text):
        yield "no report tells how many of them"
    if _TOPIC.search(text):
        yield "no report tells what was talked about"
