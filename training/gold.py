"""Reads the gold rows and documents that mention recognition learns from and is measured on.

Rows of the sentence files whose number is divisible by five are put aside: they are never returned from here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jnato_graph.read import read_documents as read_article
from jnato_graph.read.failure import ReadFailure
from jnato_graph.reference import load_reference

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


def read_documents(gold: Path, choose: Callable[[str, int, int, set[str]], str]) -> Iterator[Row]:
    """Yield the annotated articles. `choose(text, start, end, labels)` decides where a form has two labels in one article."""
    for folder, texts in (("dev", gold.parent / "seeds"), ("dev-extra", gold / "dev-documents")):
        for path in sorted((gold / folder).glob("*.json")):
            raw = json.loads(path.read_text(encoding="utf-8"))
            document = next(iter(read_article([texts / raw["document"]])))
            if isinstance(document, ReadFailure):
                raise SystemExit(str(document))
            text = document.text
            labels: dict[tuple[int, int], set[str]] = {}
            for entity in raw["entities"]:
                for name in entity["names"]:
                    if re.search(r"[A-Z]| ", name) or name == "alliance":
                        for place in occurrences(text, name):
                            labels.setdefault(place, set()).add(entity["label"])
            spans = [
                (start, end, choose(text, start, end, found) if len(found) > 1 else next(iter(found)))
                for (start, end), found in sorted(labels.items())
            ]
            yield Row(group=path.stem, number=0, text=text, spans=tuple(spans), raw=raw)


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
        spans += [
            (match.start(), match.end(), label)
            for match in UNMARKED.finditer(text)
            for label in (_label_of(match),)
            if label and not any(s < match.end() and match.start() < e for s, e, _ in spans)
        ]
        yield Row(group="passages", number=number, text=text, spans=tuple(sorted(spans)), raw={})


def _label_of(match: re.Match[str]) -> str:
    """The label of a word that the passages leave unmarked because it always means the same."""
    return next(label for label, words in ALWAYS.items() if match[0].removeprefix("the ") in words)


# Adjectives of states come from the reference data; these are the other words that the passages do not mark.
ALWAYS: dict[str, frozenset[str]] = {
    "State": frozenset(
        form.surface for form in load_reference().forms()
        if form.label == "State" and form.kind in ("adjective", "people") and form.case_sensitive
    ) | {"US", "Dutchman"},
    "Organisation": frozenset({"Alliance", "EU", "G7", "LDP", "Parliament", "Diet", "Senate"}),
    "Place": frozenset({"Indo-Pacific", "Euro-Atlantic", "Asia-Pacific"}),
}  # fmt: skip
UNMARKED = re.compile(
    r"\b(?:"
    + "|".join(re.escape(word) for word in sorted(frozenset[str]().union(*ALWAYS.values()), key=len, reverse=True))
    + r")\b"
)
LETTERS = {"S": "State", "O": "Organisation", "P": "Person", "L": "Place", "A": "Agreement", "E": "Event", "X": "Exercise",
           "M": "Operation", "F": "Office", "R": "Programme", "Y": "Policy"}  # fmt: skip
