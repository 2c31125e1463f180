"""The shape of the graph: nodes, relationships, constraints, indexes. The loader writes nothing that is not here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from jnato_graph.load.summary import Counters
from jnato_graph.ontology import ACTORS, LABELS, SIGNATURES, SYMMETRIC

if TYPE_CHECKING:
    from neo4j import Driver

ENTITY_LABELS: Final = {label: f"Entity:{label}" + (":Actor" if label in ACTORS else "") for label in LABELS}
"""The labels that an entity of each domain label carries, as Cypher writes them."""
ENTITY_NAMES: Final = "entity_names"
SENTENCE_TEXT: Final = "sentence_text"
_ONLINE_SECONDS: Final = 300


class NodeType(NamedTuple):
    """A label, what bears it, and its properties."""

    label: str
    says: str
    properties: tuple[str, ...]


class RelationshipType(NamedTuple):
    """A relationship type: from which labels to which, what it says, and its properties."""

    type: str
    start: str
    end: str
    says: str
    properties: tuple[str, ...]


class Index(NamedTuple):
    """A constraint or index by its name, with the statement that makes it when it is not there."""

    name: str
    cypher: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """The whole schema. `text()` is for people, `cypher()` for cypher-shell and Browser."""

    nodes: tuple[NodeType, ...]
    relationships: tuple[RelationshipType, ...]
    constraints: tuple[Index, ...]
    indexes: tuple[Index, ...]

    def cypher(self) -> str:
        """The statements that make the constraints and indexes, each ended by a semicolon."""
        return "".join(f"{index.cypher};\n" for index in self.constraints + self.indexes)

    def text(self) -> str:
        """The schema as lines of text."""
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        yield "Nodes"
        for node in self.nodes:
            yield f"  (:{node.label})  {node.says}"
            yield f"      {', '.join(node.properties)}"
        yield "Relationships"
        for relationship in self.relationships:
            yield f"  (:{relationship.start})-[:{relationship.type}]->(:{relationship.end})  {relationship.says}"
            if relationship.properties:
                yield f"      {', '.join(relationship.properties)}"
        for title, indexes in (("Constraints", self.constraints), ("Indexes", self.indexes)):
            yield title
            yield from (f"  {index.cypher}" for index in indexes)


_METADATA: Final = ("title", "publisher", "authors", "published", "publishedFrom", "url")
_NODES: Final = (
    NodeType(
        "Document", "a text; its metadata are those of its first path",
        ("key", "paths", *_METADATA, "stamp", "complete", "readDigest", "blockDigest"),
    ),
    NodeType("Address", "a path at which a text was found", ("path", *_METADATA, "digest")),
    NodeType("Sentence", "a sentence; offsets count characters of the text", ("key", "index", "start", "end", "text")),
    NodeType(
        "Entity", f"one of {', '.join(LABELS)}; also :Actor on {', '.join(sorted(ACTORS))}",
        ("key", "name", "aliases", "listed", "wikidata", "isoAlpha3", "location"),
    ),
    NodeType(
        "Claim", "one assertion in one sentence; claims about the same thing share `statement`",
        (
            "key", "statement", "predicate", "polarity", "modality", "asserted", "speaker", "date", "role", "quote",
            "start", "end", "rule", "path", "confidence",
        ),
    ),
    NodeType("ReferenceData", "which reference data the graph was brought up to", ("key", "digest")),
)  # fmt: skip
_PROJECTED: Final = ("origin", "claims", "documents", "asserted", "reported", "disputed", "firstDate", "lastDate")
_RELATIONSHIPS: Final = (
    RelationshipType("FOUND_AT", "Document", "Address", "the text was found there", ()),
    RelationshipType("FROM_DOCUMENT", "Sentence", "Document", "the sentence is part of it", ()),
    RelationshipType("NEXT_SENTENCE", "Sentence", "Sentence", "the one that follows", ()),
    RelationshipType(
        "MENTIONS", "Sentence", "Entity", "names it, or refers to it (anaphor)", ("start", "end", "text", "anaphor")
    ),
    RelationshipType(
        "NAMES", "Document", "Entity", "how this document has it",
        ("label", "name", "aliases", "listed", "wikidata", "isoAlpha3", "location"),
    ),
    RelationshipType("SUBJECT", "Claim", "Entity", "who", ()),
    RelationshipType("OBJECT", "Claim", "Entity", "whom or what", ()),
    RelationshipType("SUPPORTED_BY", "Claim", "Sentence", "its evidence", ()),
    RelationshipType("ATTRIBUTED_TO", "Claim", "Actor", "who is said to have said it", ()),
)  # fmt: skip
FACT_TYPES: Final = ("MEMBER_OF", "HOLDS_POSITION_IN", "LOCATED_IN")
_FACTS: Final = (
    RelationshipType(
        "MEMBER_OF", "Actor", "Organisation", "by the reference data", ("origin", "since", "until", "source")
    ),
    RelationshipType(
        "HOLDS_POSITION_IN", "Person", "State|Organisation", "by the reference data",
        ("origin", "role", "since", "until", "source"),
    ),
    RelationshipType("LOCATED_IN", "Place", "State", "by the reference data: cities and bases", ("origin", "source")),
)  # fmt: skip
_KEYED: Final = ("Document", "Sentence", "Claim", "Entity", "Actor", "ReferenceData", *LABELS)
_RANGE: Final = (
    ("Document", "title"), ("Entity", "name"), ("Claim", "statement"), ("Claim", "predicate"), ("Claim", "date"),
    ("Claim", "polarity"), ("Claim", "modality"), ("Claim", "confidence"), ("Claim", "rule", "predicate", "confidence"),
)  # fmt: skip


def describe_schema() -> Schema:
    """The schema as the loader writes it; needs no database."""
    projected = tuple(
        RelationshipType(
            predicate, _labels(subjects), _labels(objects),
            "projected from affirmed, actual claims" + (", either way round" if predicate in SYMMETRIC else ""),
            _PROJECTED,
        )
        for predicate, (subjects, objects) in SIGNATURES.items()
    )  # fmt: skip
    return Schema(
        nodes=_NODES,
        relationships=_RELATIONSHIPS + projected + _FACTS,
        constraints=(*(_unique(label, "key") for label in _KEYED), _unique("Address", "path")),
        indexes=(
            *(_range(*each) for each in _RANGE),
            _full_text(ENTITY_NAMES, "Entity", ("name", "aliases")),
            _full_text(SENTENCE_TEXT, "Sentence", ("text",)),
        ),
    )


def apply_schema(driver: Driver, database: str) -> Counters:
    """Make the constraints and indexes that are not there, wait until they can be used, and say how many were made.

    Raises the driver's errors, among them one when the data in the database break a constraint.
    """
    schema, counters = describe_schema(), Counters()
    for index in schema.constraints + schema.indexes:
        counters.add(driver.execute_query(index.cypher, database_=database).summary.counters)
    if counters:
        driver.execute_query("CALL db.awaitIndexes($seconds)", seconds=_ONLINE_SECONDS, database_=database)
    return counters


def _snake_case(label: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", label).lower()


def _labels(labels: frozenset[str]) -> str:
    return "|".join(sorted(labels)) if len(labels) < len(LABELS) else "Entity"


def _unique(label: str, name: str) -> Index:
    title = f"{_snake_case(label)}_{name}_unique"
    return Index(title, f"CREATE CONSTRAINT {title} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{name} IS UNIQUE")


def _range(label: str, *names: str) -> Index:
    title = f"{label.lower()}_{'_'.join(names)}"
    on = ", ".join(f"n.{name}" for name in names)
    return Index(title, f"CREATE INDEX {title} IF NOT EXISTS FOR (n:{label}) ON ({on})")


def _full_text(title: str, label: str, names: tuple[str, ...]) -> Index:
    on = ", ".join(f"n.{name}" for name in names)
    return Index(title, f"CREATE FULLTEXT INDEX {title} IF NOT EXISTS FOR (n:{label}) ON EACH [{on}]")
