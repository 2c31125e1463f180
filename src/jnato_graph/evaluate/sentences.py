"""Sentences with their claims, one JSON object a line, as gold of one small document each.

    {"text": "Japan signed the Charter.", "published": "2024-05-01",
     "entities": [["Japan", "State"], ["Charter", "Agreement"]],
     "claims": [["Japan", "SIGNED", "Charter", "affirmed", "actual"]]}

A third element of an entity names another surface form that it refers to; a last element of a claim may be an object,
of which `optional` is read. Every fifth line of a file is put aside: nobody learns from it or looks at its errors.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from jnato_graph.errors import InputError
from jnato_graph.evaluate.gold import Gold, gold_of

# Names of these kinds may rightly carry another label of the set.
_EITHER_LABEL: Final[tuple[tuple[str, frozenset[str]], ...]] = tuple(
    (pattern, frozenset(labels.split()))
    for pattern, labels in (
        (r"Partnership (and Cooperation )?Program|\bI[TP]C?PP?\b|Programme|Program\b|Package|Framework",
         "Agreement Programme"),
        (r"Cent(re|er)|[Hh]eadquarters|\b[Mm]ission|Command|Cell|Delegation", "Office Organisation"),
        (r"^(Taiwan|Kosovo|Hong Kong|Palestine|Korean Peninsula)", "State Place"),
        (r"^(AUKUS|Quad|QUAD)", "Agreement Organisation Programme"),
        (r"Deployment", "Operation Exercise"),
        (r"Strategic Concept|Strategy", "Policy Agreement"),
        (r"Initiative|Concept|Vision", "Programme Policy"),
        (r"[Cc]onstitution|[Aa]rticle|[Cc]harter", "Policy Agreement"),
        (r"[Bb]ase\b", "Place Office"),
    )
)  # fmt: skip
ASIDE: Final = 5
CHOICES: Final[Mapping[str, Callable[[int], bool]]] = {
    "worked": lambda number: number % ASIDE != 0,
    "aside": lambda number: number % ASIDE == 0,
    "sample": lambda number: number % 20 in (1, 8, 14),
    "all": lambda _: True,
}
"""Which lines are taken, by their number from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line: the text, its date, and its gold under the name of a file that stands for it."""

    text: str
    published: str | None
    gold: Gold


def read_rows(folder: Path, choice: str) -> Iterator[Row]:
    """The chosen rows of all `*.jsonl` files of `folder`. Raises InputError when a line is not such a row."""
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if not line.strip() or not CHOICES[choice](number):
                continue
            try:
                raw = json.loads(line)
                gold = gold_of(_gold(raw, f"{path.stem}-{number:03}.txt"))
                yield Row(text=raw["text"], published=raw.get("published"), gold=gold)
            except (ValueError, KeyError, TypeError, IndexError) as error:
                raise InputError(f"{path}:{number}: not a sentence with its claims ({error!r})") from error


def _gold(row: Mapping[str, Any], document: str) -> dict[str, Any]:
    named = {surface: surface for surface, _, *refers in row["entities"] if not refers}
    for surface, _, *refers in row["entities"]:
        if refers:
            named[surface] = named.get(refers[0], refers[0])
    entities: dict[str, dict[str, Any]] = {}
    for surface, label, *_ in sorted(row["entities"], key=len):  # the naming forms first
        name = named[surface]
        entity = entities.setdefault(
            name, {"id": _identity(name), "label": label, "canonical": name, "names": [], "also": _also(label, name)}
        )
        entity["names"].append(surface)
        if entity["label"] != label:
            entity["also"].append(label)
    claims: dict[tuple[str, ...], dict[str, Any]] = {}
    for subject, predicate, object_, polarity, modality, *more in row["claims"]:
        ends = (entities[named[subject]]["id"], entities[named[object_]]["id"])
        claim = {
            "subject": ends[0], "predicate": predicate, "object": ends[1], "polarity": polarity, "modality": modality,
            "optional": bool(more and more[0].get("optional")), "quotes": [row["text"]],
        }  # fmt: skip
        claims.setdefault((ends[0], predicate, ends[1], polarity), claim)
    return {"document": document, "entities": list(entities.values()), "claims": list(claims.values())}


def _identity(name: str) -> str:
    return re.sub(r"\W+", "-", name.casefold())


def _also(label: str, name: str) -> list[str]:
    return sorted(
        {
            other
            for pattern, labels in _EITHER_LABEL
            if label in labels and re.search(pattern, name)
            for other in labels - {label}
        }
    )
