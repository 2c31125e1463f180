"""Whether a text is English, told by its small words: the pipeline knows no other language."""

from __future__ import annotations

import re
from typing import Final

from jnato_graph.read.failure import UnreadableError

# Frequent in English, and hardly words of the languages that are written most about this matter: "in", "was", "is" are
# German or Dutch as well, "on" and "as" French or Spanish, "for" and "at" Scandinavian, "to" Polish.
_SMALL_WORDS: Final = re.compile(
    r"\b(?:the|of|and|that|with|by|from|has|have|had|which|this|its|their|been|were|are|not|would|will|said|be|they|who|when"
    r"|after|than|other)\b"
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN: Final = re.compile(r"[a-z\u00c0-\u024f]", re.IGNORECASE)
_ENOUGH: Final = 40  # words; fewer tell little, and a list of names is no other language
_LEAST: Final = 0.05
_SAMPLE: Final = 20_000


def english_share(text: str) -> float:
    """The share of frequent English words: about 0.25 in prose, 0.1 in lists, 0.01 in other languages."""
    words = _WORD.findall(text[:_SAMPLE].casefold())
    return len(_SMALL_WORDS.findall(" ".join(words))) / len(words) if words else 0.0


def require_english(text: str) -> None:
    """Raise UnreadableError when the text is clearly in another language."""
    sample = text[:_SAMPLE]
    foreign_script = 2 * len(_LATIN.findall(sample)) < sum(map(str.isalpha, sample))
    words, share = len(_WORD.findall(sample)), english_share(sample)
    if foreign_script or (words >= _ENOUGH and share < _LEAST):
        raise UnreadableError("the text does not look like English", "give an English text; no other language is read")
