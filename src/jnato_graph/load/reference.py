"""Reference facts in the graph: who belongs to what, who held which office, in which state cities and bases lie, marked
with their source.

They are no claims of a document. Each load brings them up to the reference data it comes with: it compares and writes
only what differs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

from jnato_graph.load.batches import Step, Writer
from jnato_graph.load.rows import Labelled
from jnato_graph.load.schema import FACT_TYPES
from jnato_graph.load.write import entity_step

if TYPE_CHECKING:
    from jnato_graph.load.summary import Tally
    from jnato_graph.reference import Membership, ReferenceEntity, Term

ORIGIN: Final = "reference"
LYING: Final = frozenset({"capital", "city", "base", "place"})
"""Kinds of places that lie in one state. To whom regions and islands belong is what documents argue about."""
_READ: Final = """
MATCH (s:Entity)-[r:{type} {{origin: 'reference'}}]->(o:Entity)
RETURN s.key AS subject, o.key AS object, properties(r) AS properties, elementId(r) AS id
"""
_DELETE: Final = "UNWIND $rows AS row MATCH ()-[r:{type}]->() WHERE elementId(r) = row DELETE r"
_CREATE: Final = """
UNWIND $rows AS row
MATCH (s:Entity {{key: row.subject}})
MATCH (o:Entity {{key: row.object}})
CREATE (s)-[r:{type}]->(o)
SET r = row.properties
"""
_IS_CURRENT: Final = "MATCH (r:ReferenceData {key: 'reference', digest: $digest}) RETURN r.key AS key"
_SET_CURRENT: Final = "UNWIND $rows AS row MERGE (r:ReferenceData {key: 'reference'}) SET r.digest = row"
_LISTED: Final = "MATCH (e:Entity) WHERE e.listed OR e.key IN $keys RETURN e.key AS key"


class ReferenceData(Protocol):
    """Of `jnato_graph.reference.Reference` what the loader takes."""

    @property
    def entities(self) -> Mapping[str, ReferenceEntity]:
        """What is listed, by key."""

    @property
    def memberships(self) -> tuple[Membership, ...]:
        """Who belongs to what."""

    @property
    def terms(self) -> tuple[Term, ...]:
        """Who held which office."""


class Fact(NamedTuple):
    """One relationship between listed entities; `properties` as sorted pairs, so that facts compare and hash."""

    type: str
    subject: str
    object: str
    properties: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceFacts:
    """Of the reference data what the graph takes: label and properties of each listed entity, and the facts."""

    listed: Mapping[str, Labelled]
    facts: frozenset[Fact]
    digest: str

    @classmethod
    def of(cls, reference: ReferenceData | None) -> ReferenceFacts:
        """The facts of loaded reference data; None: of those that come with the package."""
        if reference is None:
            from jnato_graph.reference import load_reference

            reference = load_reference()
        facts = {
            _fact("MEMBER_OF", row.actor, row.organisation, since=row.since, until=row.until, source=row.source)
            for row in reference.memberships
        } | {
            _fact(
                "HOLDS_POSITION_IN", term.person, term.actor, role=term.titles[0] if term.titles else term.role,
                since=term.since, until=term.until, source=term.source,
            )
            for term in reference.terms
        } | {
            _fact("LOCATED_IN", place.key, place.state, source=place.source)
            for place in reference.entities.values()
            if place.label == "Place" and place.kind in LYING and place.state
        }  # fmt: skip
        listed = {key: _labelled(entity) for key, entity in reference.entities.items()}
        content = ascii((sorted(listed.items(), key=lambda item: item[0]), sorted(facts)))
        return cls(listed=listed, facts=frozenset(facts), digest=hashlib.sha256(content.encode()).hexdigest()[:32])

    @property
    def ends(self) -> frozenset[str]:
        """Keys of the entities that stand in the graph whether or not a document names them."""
        return frozenset(key for fact in self.facts for key in (fact.subject, fact.object))


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChanges:
    """How the facts in the graph differ from the reference data, for one relationship type."""

    type: str
    stale: list[dict[str, Any]]
    missing: list[Fact]


def are_current(writer: Writer, reference: ReferenceFacts) -> bool:
    """Whether the graph was brought up to these reference data, so that nothing of them need be compared."""
    return bool(writer.read(_IS_CURRENT, digest=reference.digest))


def mark_current(writer: Writer, reference: ReferenceFacts) -> None:
    """Note in the graph that it has been brought up to these reference data."""
    writer.write([Step(_SET_CURRENT, [reference.digest])])


def fact_changes(writer: Writer, reference: ReferenceFacts) -> list[FactChanges]:
    """What must be written so that the graph has the facts of `reference` and no others."""
    found = []
    for type_ in FACT_TYPES:
        missing = {fact for fact in reference.facts if fact.type == type_}
        stale = []
        for row in writer.read(_READ.format(type=type_)):
            properties = {key: value for key, value in row["properties"].items() if key != "origin"}
            fact = _fact(type_, row["subject"], row["object"], **properties)
            if fact in missing:
                missing.remove(fact)
            else:
                stale.append(row)
        found.append(FactChanges(type=type_, stale=stale, missing=sorted(missing)))
    return found


def write_facts(writer: Writer, reference: ReferenceFacts, entities: Tally, facts: Tally) -> set[str]:
    """Bring the facts in the graph up to `reference`; gives the keys of all entities that it may have a say in."""
    ends = [(key, *reference.listed[key]) for key in sorted(reference.ends)]
    rows = [{"key": key, "label": label, "properties": properties} for key, label, properties in ends]
    writer.write([entity_step(rows, entities)])
    for change in fact_changes(writer, reference):
        writer.write(
            [
                Step(_DELETE.format(type=change.type), [row["id"] for row in change.stale]),
                Step(_CREATE.format(type=change.type), [_row(fact) for fact in change.missing]),
            ]
        )
        facts.removed += len(change.stale)
        facts.created += len(change.missing)
    return {row["key"] for row in writer.read(_LISTED, keys=list(reference.listed))}


def _fact(type_: str, subject: str, object_: str, **properties: str | None) -> Fact:
    present = tuple(sorted((key, value) for key, value in properties.items() if value is not None))
    return Fact(type_, subject, object_, present)


def _row(fact: Fact) -> dict[str, Any]:
    return {"subject": fact.subject, "object": fact.object, "properties": {**dict(fact.properties), "origin": ORIGIN}}


def _labelled(entity: ReferenceEntity) -> Labelled:
    from jnato_graph.load.names import location

    return entity.label, {
        "name": entity.name,
        "aliases": _aliases(entity) or None,
        "listed": True,
        "wikidata": entity.wikidata,
        "isoAlpha3": entity.iso_alpha3,
        "location": location(entity.latitude, entity.longitude),
    }


def _aliases(entity: ReferenceEntity) -> list[str]:
    others: Iterable[str] = (*entity.aliases, *entity.demonyms, *entity.seats)
    return sorted({other for other in others if other != entity.name})
