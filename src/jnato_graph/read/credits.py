"""Who made an image: credits as lines of their own, and at the end of captions."""

from __future__ import annotations

import re
from typing import Final

from jnato_graph.read.rules import rules

_LABEL: Final = (
    r"(?:image|photo|picture|photograph|illustration|graphic|foto|cover (?:image|photo))"
    r"(?:s|\s+(?:credit|source|courtesy))*"
)
_BEFORE: Final = r"(?:(?<=[.!?”\"'’)\]])\s+|\s+[|–—/-]\s+|\s*[\[(]\s*)"  # a sentence ends, a dash, or a bracket opens
_AGENCY: Final = r"\b(?:AP Photo|REUTERS|Reuters|AFP|EPA|Kyodo|Getty Images)\s?/\s?"
_AT_END: Final = re.compile(
    rf"{_BEFORE}{_LABEL}\s*(?:[:©/|]|\bby\b|\bcourtesy of\b)\s*(?P<credit>[^\[\]]{{2,120}}?)\)?\]?\.?$"
    rf"|\s*[\[(]?\s*(?:©\s*|{_AGENCY})(?P<agency>[^.()\[\]]{{2,60}})(?:[\])]|\s?\([^()]*\))?\.?$",
    re.IGNORECASE,
)
_NUMBERED: Final = r"(?:figure|fig\.?|table|map|chart|graph|box) ?\d*"
_CAPTION: Final = re.compile(rf"^(?:\(photo\)|[\[(]?(?:{_LABEL}|{_NUMBERED})\s*[.:|–—])\s*\S", re.IGNORECASE)
_WITHOUT_AGENCY: Final = 8
_WITH_AGENCY: Final = 16
_LONGEST_CAPTION: Final = 80


def is_credit(words: str) -> bool:
    """Whether the words after "Image:" name who made it, and do not tell what it shows."""
    tokens = re.findall(r"[^\W\d_][\w.'’-]*", words)
    small = [token for token in tokens if token[0].islower() and token.casefold() not in rules().credit_words]
    if rules().agencies.search(words):
        return len(tokens) <= _WITH_AGENCY and len(small) <= 1
    return 0 < len(tokens) <= _WITHOUT_AGENCY and not small


def credit_at_end(text: str) -> int | None:
    """Where in a caption the credit begins that ends it; None without one."""
    if len(text.split()) > _LONGEST_CAPTION:
        return None
    match = _AT_END.search(text)
    if match is None or match.start() == 0:
        return None
    return match.start() if is_credit(match["credit"] or match["agency"]) else None


def is_caption(text: str) -> bool:
    """Whether a piece says by its first word that it describes an image or a table."""
    return len(text.split()) <= _LONGEST_CAPTION and _CAPTION.match(text) is not None
