"""Gold: what a person who read a document found in it.

One JSON file a document:

    {"document": "101_wire.txt", "published": "2024-11-14",
     "entities": [{"id": "france", "label": "State", "canonical": "France", "names": ["France", "French"]}],
     "claims": [{"subject": "france", "predicate": "OPPOSES", "object": "tokyo-office", "polarity": "affirmed",
                 "modality": "actual", "quotes": ["a run of characters of the document"]}]}

`also` (of entities) lists other labels that are right as well; what is `optional` (both) costs nothing, found or not.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jnato_graph.errors import InputError
from jnato_graph.evaluate.names import normal_names
from jnato_graph.ontology import in_order

type Key = tuple[str, str, str, str]
"""Subject, predicate, object, polarity: one claim, however often it is made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEntity:
    """An entity of a document; `names` are in normal form."""

    id: str
    labels: tuple[str, ...]
    names: frozenset[str]
    optional: bool

    @property
    def label(self) -> str:
        """The label by which it is counted."""
        return self.labels[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClaim:
    """A claim of a document, with each passage that supports it."""

    key: Key
    modality: str
    quotes: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """What one document holds. `document` is the name of its file."""

    document: str
    entities: tuple[GoldEntity, ...]
    claims: tuple[GoldClaim, ...]


def claim_key(subject: str, predicate: str, object_: str, polarity: str) -> Key:
    """The key of a claim: the same whichever way round a symmetric one is put."""
    first, second = in_order(subject, predicate, object_)
    return first, predicate, second, polarity


def read_gold(path: Path) -> Gold:
    """Read a file of gold. Raises InputError when it is not one."""
    try:
        return gold_of(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise InputError(f"{path}: no gold can be read of it ({type(error).__name__}: {error})") from error


def gold_of(raw: Mapping[str, Any]) -> Gold:
    """Gold as it stands in a file."""
    return Gold(
        document=raw["document"],
        entities=tuple(
            GoldEntity(
                id=entity["id"],
                labels=(entity["label"], *entity.get("also", ())),
                names=normal_names([entity.get("canonical", ""), *entity["names"]]),
                optional=bool(entity.get("optional")),
            )
            for entity in raw["entities"]
        ),
        claims=tuple(
            GoldClaim(
                key=claim_key(claim["subject"], claim["predicate"], claim["object"], claim["polarity"]),
                modality=claim["modality"],
                quotes=(claim["quotes"][0], *claim["quotes"][1:]),
                optional=bool(claim.get("optional")),
            )
            for claim in raw["claims"]
        ),
    )
