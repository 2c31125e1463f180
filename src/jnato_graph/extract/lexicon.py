"""The trigger entries, operators and carrier nouns: `predicates.yaml`, `operators.yaml`, `carriers.yaml` in `data/`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from jnato_graph.ontology import SIGNATURES
from jnato_graph.packaged import data_yaml

POS = ("verb", "noun", "adjective", "preposition")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of the trigger file."""

    predicate: str
    pos: str
    lemma: str
    with_object: str | None
    subject: tuple[str, ...]
    object: tuple[str, ...]
    subject_labels: frozenset[str]
    object_labels: frozenset[str]
    particle: frozenset[str]
    reciprocal: str
    polarity: str | None
    modality: str | None
    only: str | None
    after: str | None
    also: tuple[str, ...]
    without: frozenset[str]
    needs: str | None
    implied: frozenset[str]
    object_kinds: frozenset[str]
    several: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All that the extract stage knows about words; maps are keyed by lemma."""

    entries: dict[tuple[str, str], tuple[Entry, ...]]
    verbs: dict[str, str]
    adjectives: dict[str, str]
    nouns: dict[str, str]
    light: dict[str, str]
    modifiers: dict[str, str]
    adverbs: dict[str, str]
    modals: dict[str, str]
    conditions: frozenset[str]
    carriers: dict[str, tuple[dict[str, Any], ...]]
    groups: frozenset[str]
    times: frozenset[str]


_BESIDE_PLAN = frozenset({"act", "part"})


def _entries() -> dict[tuple[str, str], tuple[Entry, ...]]:
    found: dict[tuple[str, str], list[Entry]] = {}
    for row in data_yaml("predicates.yaml"):
        pos = next(p for p in POS if p in row)
        subjects, objects = SIGNATURES[row["predicate"]]
        for word in row[pos].split():
            lemma, _, with_object = (
                word.partition("-") if pos == "verb" and "-" in word and not word.startswith("co-") else (word, "", "")
            )
            entry = Entry(
                predicate=row["predicate"],
                pos=pos,
                lemma=lemma,
                with_object=with_object or None,
                subject=tuple(row.get("subject", "subj" if pos in ("verb",) else "pred").split()),
                object=tuple(row.get("object", "").split()),
                subject_labels=frozenset(row["subject_labels"].split()) if "subject_labels" in row else subjects,
                object_labels=frozenset(row["object_labels"].split()) if "object_labels" in row else objects,
                particle=frozenset(row.get("particle", "").split()),
                reciprocal=str(row.get("reciprocal", "")).lower(),
                polarity=row.get("polarity"),
                modality=row.get("modality"),
                only=row.get("only"),
                after=row.get("after"),
                also=tuple(row.get("also", "").split()),
                needs=row.get("needs"),
                object_kinds=frozenset(row.get("object_kinds", "").split()),
                several="several" in row,
                implied=frozenset(row.get("implied", "").split()),
                without=frozenset(row.get("without", "").split()),
            )
            found.setdefault((pos, lemma), []).append(entry)
    return {key: tuple(rows) for key, rows in found.items()}


def _carriers(rows: list[dict[str, str]]) -> dict[str, tuple[dict[str, Any], ...]]:
    """How each noun may carry a mention: as the last row says that has it, and as a plan beside what else it is."""
    found: dict[str, tuple[dict[str, Any], ...]] = {}
    for row in rows:
        for noun in row["nouns"].split():
            way = {"kind": row["kind"], "roles": tuple(row["roles"].split())}
            beside = found.get(noun, ()) if row["kind"] in _BESIDE_PLAN else ()
            found[noun] = (*(other for other in beside if other["kind"] == "plan"), way)
    return found


def _inverted(table: dict[str, str]) -> dict[str, str]:
    return {word: kind for kind, words in table.items() for word in words.split()}


@cache
def load_lexicon() -> Lexicon:
    """Read the three files once."""
    operators, carriers = data_yaml("operators.yaml"), data_yaml("carriers.yaml")
    rows = [row for row in carriers if isinstance(row, dict) and "nouns" in row]
    return Lexicon(
        entries=_entries(),
        verbs=_inverted(operators["verbs"]),
        adjectives=_inverted(operators["adjectives"]),
        nouns=_inverted(operators["nouns"]),
        light=_inverted(operators["light"]),
        modifiers=_inverted(operators["modifiers"]),
        adverbs=_inverted(operators["adverbs"]),
        modals=_inverted(operators["modals"]),
        conditions=frozenset(operators["conditions"].split()),
        times=frozenset(operators["times"].split()),
        carriers=_carriers(rows),
        groups=frozenset(next(row for row in carriers if "groups" in row)["groups"].split()),
    )
