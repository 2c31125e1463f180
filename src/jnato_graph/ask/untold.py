"""What a question asks for besides, and no report tells: amounts, numbers of troops, and what a meeting was about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc

_AMOUNT: Final = re.compile(r"\bhow (?:much|large|big|great) (?!of\b)")
_TROOPS: Final = re.compile(
    r"\bhow many (?:\w+ ){0,2}(?:troops?|soldiers?|sailors?|personnel|marines?|ships?|warships?|vessels?|aircraft"
    r"|planes?|jets?|helicopters?|tanks?|missiles?|drones?|votes?)\b"
)
_TOPIC: Final = re.compile(
    r"\bwhat (?:did|do|does|was|were|has|have|had)\b.*"
    r"\b(?:(?:talk|speak|spoke|talked|spoken|meet|met) about|discuss(?:ed)?)\W*$"
)


def untold(doc: Doc) -> Iterator[str]:
    """Why an answer may not be what was asked for, though the rest of the question is answered."""
    text = doc.text.lower()
    if _AMOUNT.search(text):
        yield "no report tells how much"
    if _TROOPS.search(text):
        yield "no report tells how many of them"
    if _TOPIC.search(text):
        yield "no report tells what was talked about"
