"""What follows from all documents together is brought up to date, and then the documents are marked as complete.

Settled are the projected relationships and the entities: their names, and whether anything still holds them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from jnato_graph.errors import DatabaseError
from jnato_graph.load.batches import Step, Writer, chunks
from jnato_graph.load.names import Naming, agreed
from jnato_graph.load.projection import differences, project
from jnato_graph.load.schema import ENTITY_LABELS
from jnato_graph.ontology import LABELS

if TYPE_CHECKING:
    from jnato_graph.load.reference import ReferenceFacts
    from jnato_graph.load.rows import Labelled
    from jnato_graph.load.summary import Changes, Tally

_PAGE: Final = 2_000
_NAMINGS: Final = """
UNWIND $keys AS key
MATCH (e:Entity {key: key})
OPTIONAL MATCH (:Document)-[n:NAMES]->(e)
WITH e, properties(n) AS properties, count(n) AS documents
RETURN e.key AS key, labels(e) AS labels, properties(e) AS properties,
       collect({properties: properties, documents: documents}) AS namings
"""
_HELD: Final = """
UNWIND $keys AS key
MATCH (e:Entity {key: key})
RETURN e.key AS key, labels(e) AS labels, properties(e) AS properties, EXISTS { (e)<-[:NAMES]-() } AS named
"""
_CHANGE: Final = "UNWIND $rows AS row MATCH (e:Entity {key: row.key}) SET e += row.properties"
_DELETE: Final = "UNWIND $rows AS row MATCH (e:Entity {key: row}) DETACH DELETE e"
_RELABEL: Final = "UNWIND $rows AS row MATCH (e:Entity {{key: row}}) REMOVE e:Actor:{old} SET e:{new}"
_LEAVE: Final = "UNWIND $rows AS row MATCH (d:Document {key: row}) DETACH DELETE d"
_UNREAD: Final = "UNWIND $rows AS row MATCH (d:Document {key: row}) REMOVE d.stamp, d.readDigest, d.blockDigest"
_COMPLETE: Final = "UNWIND $rows AS row MATCH (d:Document {key: row, complete: false}) SET d.complete = true"


@dataclass(slots=True)
class Touched:
    """What a run has touched since it last settled.

    `named` are entities that a document came to name, `entities` those to look at for other reasons (a document no
    longer names them, the reference data changed). Of the documents, `arriving` will be complete, `leaving` be gone,
    `unread` wait without rows.
    """

    statements: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    entities: set[str] = field(default_factory=set)
    arriving: set[str] = field(default_factory=set)
    leaving: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)

    def clear(self) -> None:
        """Begin anew."""
        for part in (self.statements, self.named, self.entities, self.arriving, self.leaving, self.unread):
            part.clear()


def settle(writer: Writer, touched: Touched, reference: ReferenceFacts, changes: Changes) -> None:
    """Settle what `touched` holds, and clear it. Documents are marked last: what dies before that is done again.

    Raises `DatabaseError` when documents of this run are gone: another one was at work at the same time.
    """
    project(writer, touched.statements, changes.relationships)
    _settle_entities(writer, touched, reference, changes.entities)
    writer.write([Step(_LEAVE, sorted(touched.leaving)), Step(_UNREAD, sorted(touched.unread - touched.leaving))])
    done = writer.write([Step(_COMPLETE, sorted(touched.arriving))])
    if done.properties_set != len(touched.arriving):
        raise DatabaseError("another load was at work in this database at the same time: run this one again, alone")
    touched.clear()


def _settle_entities(writer: Writer, touched: Touched, reference: ReferenceFacts, tally: Tally) -> None:
    """Entities that nothing holds go; the others get the name, aliases and label that all documents agree on.

    One that the reference data list is called as there, whoever names it, so a new naming makes no difference to it.
    """
    keys = touched.entities | {key for key in touched.named if key not in reference.listed}
    for page in chunks(sorted(keys), _PAGE):
        due: list[tuple[dict[str, Any], Labelled | None]] = []
        for row in writer.read(_HELD, keys=[key for key in page if key in reference.listed]):
            held = row["named"] or row["key"] in reference.ends
            due.append((row, reference.listed[row["key"]] if held else None))
        for row in writer.read(_NAMINGS, keys=[key for key in page if key not in reference.listed]):
            namings = [Naming(**naming) for naming in row["namings"] if naming["documents"]]
            due.append((row, agreed(namings) if namings else None))
        _write_entities(writer, due, tally)


def _write_entities(writer: Writer, due: list[tuple[dict[str, Any], Labelled | None]], tally: Tally) -> None:
    delete, change, changed = [], [], set()
    relabel: dict[str, list[str]] = {}
    for row, wanted in due:
        key = row["key"]
        if wanted is None:
            delete.append(key)
            continue
        label, properties = wanted
        if altered := differences(row["properties"], {"key": key, **properties}):
            change.append({"key": key, "properties": altered})
            changed.add(key)
        if label not in row["labels"]:
            relabel.setdefault(label, []).append(key)
            changed.add(key)
    relabels = (
        Step(_RELABEL.format(old=":".join(LABELS), new=ENTITY_LABELS[label]), keys) for label, keys in relabel.items()
    )
    writer.write([Step(_DELETE, delete), Step(_CHANGE, change), *relabels])
    tally.removed += len(delete)
    tally.changed += len(changed)
