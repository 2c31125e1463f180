"""Reads the gold rows and documents that mention recognition learns from and is measured on.

Rows of the sentence files whose number is divisible by five are put aside: they are never returned from here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ASIDE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One sentence or passage: `group` is its file, the unit that cross-validation keeps together."""

    group: str
    number: int
    text: str
    spans: tuple[tuple[int, int, str], ...]
    raw: dict[str, Any]


def read_rows(folder: Path) -> Iterator[Row]:
    """Yield the rows of `folder`/*.jsonl that may be learned from, with each occurrence of each name."""
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if number % ASIDE and line.strip():
                raw = json.loads(line)
                yield Row(group=path.stem, number=number, text=raw["text"], spans=all_spans(raw), raw=raw)


def all_spans(raw: dict[str, Any]) -> tuple[tuple[int, int, str], ...]:
    """Every occurrence of every listed name, nested ones too."""
    found = {
        (start, end, label) for name, label, *_ in raw["entities"] for start, end in occurrences(raw["text"], name)
    }
    return tuple(sorted(found))


def occurrences(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where `name` stands in `text` as whole words."""
    for match in re.finditer(re.escape(name), text):
        start, end = match.span()
        inside = (start and text[start - 1].isalnum() and text[start].isalnum()) or (
            end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
        )
        if not inside:
            yield start, end


def outermost(spans: tuple[tuple[int, int, str], ...]) -> list[tuple[int, int, str]]:
    """The longest spans, none overlapping another."""
    kept: list[tuple[int, int, str]] = []
    for span in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        if not any(span[0] < other[1] and other[0] < span[1] for other in kept):
            kept.append(span)
    return sorted(kept)


def read_passages(path: Path) -> Iterator[Row]:
    """Yield the passages of `path`: blocks parted by a line of dashes, names marked `[name|Label]`."""
    for number, block in enumerate(path.read_text(encoding="utf-8").split("\n---\n"), 1):
        text, spans, position = "", [], 0
        for match in re.finditer(r"\[([^\[\]|]+)\|(\w+)\]", block):
            text += block[position : match.start()]
            spans.append((len(text), len(text) + len(match[1]), LETTERS.get(match[2], match[2])))
            text += match[1]
            position = match.end()
        text += block[position:]
        yield Row(group="passages", number=number, text=text.strip("\n"), spans=tuple(spans), raw={})


LETTERS = {"S": "State", "O": "Organisation", "P": "Person", "L": "Place", "A": "Agreement", "E": "Event", "X": "Exercise",
           "M": "Operation", "F": "Office", "R": "Programme", "Y": "Policy"}  # fmt: skip
