"""Finds many names of several words in one pass: a tree of words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

# A name of letters, digits and blanks alone is split by its blanks, as the tokenizer would.
PLAIN = re.compile(r"[^\W_]+(?: [^\W_]+)*")
# Other names of which the tokenizer's splits are known: dashes between letters, and the possessive.
DASHED = re.compile(r"[^\W\d_]+|['’]s(?= |$)|(?<=[^\W\d_])[-–](?=[^\W\d_])")
_PART = r"[^\W\d_]{2,}(?:['’]s(?= )|[-–](?=[^\W\d_]{2}))?"
DASHED_NAME = re.compile(rf"{_PART}(?:(?: |(?<=[-–])){_PART})*")


class NameTrie[T]:
    """Names by their words, each with the things it may mean."""

    def __init__(self) -> None:
        self._root: dict[str, Any] = {}

    def add(self, words: Sequence[str], meaning: T) -> None:
        """Enter a name; what it meant before stays, and comes first."""
        node = self._root
        for word in words:
            node = node.setdefault(word, {})
        node.setdefault("", []).append(meaning)

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, list[T]]]:
        """Every place where a name stands, also inside another: start, end, meanings."""
        root, length = self._root, len(words)
        for start, word in enumerate(words):
            node, end = root.get(word), start + 1
            while node is not None:
                if meanings := node.get(""):
                    yield start, end, meanings
                node = node.get(words[end]) if end < length else None
                end += 1


def words_of(name: str, tokenize: Callable[[str], Sequence[str]]) -> Sequence[str]:
    """The words of a name as the tokenizer makes them; `tokenize` itself, which is slow, is asked only in doubt."""
    if PLAIN.fullmatch(name):
        return name.split(" ")
    if DASHED_NAME.fullmatch(name):
        return DASHED.findall(name)
    return tokenize(name)
