"""The figures of extractions held against gold.

An entity counts as found when one of the same label (or of one that the gold allows as well), mentioned in the
document, shares a name with it, or has a name that is at least half of one of its names. A claim counts as found when
both its ends are found and predicate and polarity agree; modality and evidence are scored over the claims found, also
over optional ones, as by the scorer that came with the gold. For the rest, what is optional costs nothing either way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, Final, Literal

from jnato_graph.evaluate.counts import Count, Outcome, Share
from jnato_graph.evaluate.gold import Gold, GoldClaim, Key, claim_key
from jnato_graph.evaluate.names import likeness, normal_names, same_passage
from jnato_graph.records import Claim, Entity, Extraction

_EITHER_MODALITY: Final = frozenset({"PROPOSED", "LOCATED_IN"})
"""A proposal is made, but what it proposes is not there yet: both readings stand."""

type ErrorKind = Literal["not read", "entity missed", "entity not in gold", "claim missed", "claim not in gold"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Error:
    """One miss or false find; `what` names it, `quote` is the passage (of claims)."""

    document: str
    kind: ErrorKind
    what: str
    quote: str = ""

    def __str__(self) -> str:
        return f"{self.document}: {self.kind}: {self.what}" + (f" | {self.quote}" if self.quote else "")


@dataclass(slots=True, kw_only=True)
class Scores:
    """All figures over a number of documents. `confidence` has, by tenth, how many claims of the tenth are right."""

    documents: int = 0
    entities: Count = field(default_factory=Count)
    claims: Count = field(default_factory=Count)
    modality: Share = field(default_factory=Share)
    evidence: Share = field(default_factory=Share)
    labels: dict[str, Count] = field(default_factory=dict)
    predicates: dict[str, Count] = field(default_factory=dict)
    confidence: dict[float, Share] = field(default_factory=dict)
    errors: list[Error] = field(default_factory=list)

    def figures(self) -> dict[str, Any]:
        """The figures as plain values, for JSON."""
        return {
            "entities": self.entities.figures(),
            "claims": self.claims.figures(),
            "modality": self.modality.value,
            "evidence": self.evidence.value,
            "labels": {name: count.figures() for name, count in sorted(self.labels.items())},
            "predicates": {name: count.figures() for name, count in sorted(self.predicates.items())},
            "confidence": {f"{tenth:.1f}": [s.right, s.of] for tenth, s in sorted(self.confidence.items())},
        }

    def count_entity(self, label: str, outcome: Outcome) -> None:
        """Count an entity."""
        self.entities.add(outcome)
        self.labels.setdefault(label, Count()).add(outcome)

    def count_claim(self, predicate: str, outcome: Outcome) -> None:
        """Count a claim."""
        self.claims.add(outcome)
        self.predicates.setdefault(predicate, Count()).add(outcome)


@dataclass(frozen=True, slots=True)
class _Found:
    """What all the extractions hold, by document."""

    keys: Mapping[str, str]
    entities: Mapping[str, Entity]
    mentioned: Mapping[str, Mapping[str, set[str]]]
    claims: Mapping[str, Sequence[Claim]]


def score(extractions: Iterable[Extraction], gold: Iterable[Gold]) -> Scores:
    """Hold `extractions` against `gold`; documents are told by the names of their files."""
    found, scores = _collect(extractions), Scores()
    for wanted in gold:
        scores.documents += 1
        _score_document(wanted, found, scores)
    return scores


def _collect(extractions: Iterable[Extraction]) -> _Found:
    keys: dict[str, str] = {}
    entities: dict[str, Entity] = {}
    mentioned: dict[str, dict[str, set[str]]] = {}
    claims: dict[str, list[Claim]] = {}
    for extraction in extractions:
        key = extraction.document.key  # the same text at a second path has the same key, and no rows
        keys[PurePath(extraction.document.path).name] = key
        entities.update((entity.key, entity) for entity in extraction.entities)
        for mention in extraction.mentions:
            mentioned.setdefault(key, {}).setdefault(mention.entity, set()).add(mention.text)
        claims.setdefault(key, []).extend(extraction.claims)
    return _Found(keys, entities, mentioned, claims)


def _score_document(gold: Gold, found: _Found, scores: Scores) -> None:
    key = found.keys.get(gold.document, "")
    if not key:
        scores.errors.append(Error(document=gold.document, kind="not read", what="not among the documents"))
    mentioned = found.mentioned.get(key, {})
    by_gold = _matched(gold, mentioned, found.entities)
    by_key = {key: id_ for id_, key in by_gold.items()}

    def wrong(kind: ErrorKind, what: str, quote: str = "") -> None:
        scores.errors.append(Error(document=gold.document, kind=kind, what=what, quote=quote))

    for entity in gold.entities:
        if entity.optional:
            continue
        scores.count_entity(entity.label, "right" if entity.id in by_gold else "missed")
        if entity.id not in by_gold:
            wrong("entity missed", f"{entity.label} {entity.id}")
    for other in (found.entities[key] for key in mentioned if key not in by_key):
        scores.count_entity(other.label, "false")
        wrong("entity not in gold", f"{other.label} {other.name}")

    wanted = {claim.key: claim for claim in gold.claims}
    made: dict[Key, list[Claim]] = {}
    for claim in found.claims.get(key, ()):
        subject, object_ = (by_key.get(end, f"?{end}") for end in (claim.subject, claim.object))
        made.setdefault(claim_key(subject, claim.predicate, object_, claim.polarity), []).append(claim)
    for claim_, rows in _pairs(wanted, made):
        if rows:
            _score_found(claim_, rows, scores)
        elif not claim_.optional:
            scores.count_claim(claim_.key[1], "missed")
            wrong("claim missed", " ".join(claim_.key), claim_.quotes[0])
    for name, rows in made.items():
        if name not in wanted:
            scores.count_claim(name[1], "false")
            wrong("claim not in gold", " ".join(name), rows[0].quote)
        if name not in wanted or not wanted[name].optional:
            tenth = int(max(row.confidence for row in rows) * 10 + 1e-9) / 10
            scores.confidence.setdefault(tenth, Share()).add(name in wanted)


def _pairs(wanted: Mapping[Key, GoldClaim], made: Mapping[Key, list[Claim]]) -> Iterator[tuple[GoldClaim, list[Claim]]]:
    for key, claim in wanted.items():
        yield claim, made.get(key, [])


def _score_found(claim: GoldClaim, rows: Sequence[Claim], scores: Scores) -> None:
    if not claim.optional:
        scores.count_claim(claim.key[1], "right")
    if claim.key[1] not in _EITHER_MODALITY:
        scores.modality.add(_most(row.modality == claim.modality for row in rows))
    scores.evidence.add(_most(same_passage(row.quote, claim.quotes) for row in rows))


def _most(answers: Iterable[bool]) -> bool:
    every = list(answers)
    return 2 * sum(every) >= len(every)


def matched(gold: Gold, extraction: Extraction) -> dict[str, str]:
    """The key of the entity that each one of `gold` was found as in its document."""
    found = _collect([extraction])
    return _matched(gold, found.mentioned.get(extraction.document.key, {}), found.entities)


def _matched(gold: Gold, mentioned: Mapping[str, set[str]], entities: Mapping[str, Entity]) -> dict[str, str]:
    """The key of the entity that each one of the gold was found as: one to one, best agreement of names first."""
    names = {
        key: normal_names([entities[key].name, *entities[key].aliases, *forms]) for key, forms in mentioned.items()
    }
    agreements = [
        (-agreement, wanted.id, key)
        for wanted in gold.entities
        for key, theirs in names.items()
        if entities[key].label in wanted.labels and (agreement := likeness(wanted.names, theirs)) > 0
    ]
    by_gold: dict[str, str] = {}
    taken: set[str] = set()
    for _, id_, key in sorted(agreements):
        if id_ not in by_gold and key not in taken:
            by_gold[id_] = key
            taken.add(key)
    return by_gold
