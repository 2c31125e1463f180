"""The statements that write documents: nodes first, then relationships, values only as parameters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from jnato_graph.load.batches import Step
from jnato_graph.load.names import NAMING
from jnato_graph.load.plan import Address, Change, DocumentState
from jnato_graph.load.projection import differences
from jnato_graph.load.rows import Row, Rows
from jnato_graph.load.schema import ENTITY_LABELS
from jnato_graph.load.summary import Tally

_UNLINK: Final = """
UNWIND $rows AS row
MATCH (:Document {key: row.document})-[r:FOUND_AT]->(:Address {path: row.path})
DELETE r
"""
# Of what there is very much, each row is a list: the names of its parts would be half of what travels.
# A document that left earlier in the same load may be here still, so these two are merged; all other nodes and
# relationships of a document are known to be absent.
_DOCUMENTS: Final = "UNWIND $rows AS row MERGE (d:Document {key: row.key}) SET d += row.properties"
_ADDRESSES: Final = "UNWIND $rows AS row MERGE (a:Address {path: row.path}) SET a += row.properties"
_SENTENCES: Final = """
UNWIND $rows AS row
CREATE (:Sentence {key: row[0], index: row[1], start: row[2], end: row[3], text: row[4]})
"""
# An entity has a name from the start, so one without is new. One query for all labels, as a plan takes longer to make
# than to carry out. Labels cannot be parameters: their names come from the ontology and nowhere else.
_ENTITIES: Final = """
UNWIND $rows AS row
MERGE (e:Entity {key: row.key})
WITH row, e WHERE e.name IS NULL
SET e += row.properties
""" + "\n".join(
    f"FOREACH (_ IN CASE row.label WHEN '{label}' THEN [1] ELSE [] END | SET e:{labels})"
    for label, labels in ENTITY_LABELS.items()
)
_CLAIMS: Final = "UNWIND $rows AS row CREATE (c:Claim) SET c = row"
_LINKS: Final = """
UNWIND $rows AS row
MATCH (d:Document {key: row.document})
MATCH (a:Address {path: row.path})
CREATE (d)-[:FOUND_AT]->(a)
"""
_FROM_DOCUMENT: Final = """
UNWIND $rows AS row
MATCH (d:Document {key: row.document})
UNWIND row.sentences AS key
MATCH (s:Sentence {key: key})
CREATE (s)-[:FROM_DOCUMENT]->(d)
WITH d, s ORDER BY s.index
WITH d, collect(s) AS ordered
UNWIND range(1, size(ordered) - 1) AS next
WITH ordered[next - 1] AS before, ordered[next] AS after
CREATE (before)-[:NEXT_SENTENCE]->(after)
"""
_NAMES: Final = (
    """
UNWIND $rows AS row
MATCH (d:Document {key: row.document})
UNWIND row.names AS name
MATCH (e:Entity {key: name[0]})
"""
    + "CREATE (d)-[:NAMES {"
    + ", ".join(f"{name}: name[{n}]" for n, name in enumerate(NAMING, start=1))
    + "}]->(e)"
)
_MENTIONS: Final = """
UNWIND $rows AS row
MATCH (s:Sentence {key: row.sentence})
UNWIND row.mentions AS mention
MATCH (e:Entity {key: mention[0]})
CREATE (s)-[:MENTIONS {start: mention[1], end: mention[2], text: mention[3], anaphor: mention[4]}]->(e)
"""
_CLAIM_ENDS: Final = """
UNWIND $rows AS row
MATCH (c:Claim {key: row.claim})
MATCH (s:Entity {key: row.subject})
MATCH (o:Entity {key: row.object})
MATCH (e:Sentence {key: row.sentence})
CREATE (c)-[:SUBJECT]->(s)
CREATE (c)-[:OBJECT]->(o)
CREATE (c)-[:SUPPORTED_BY]->(e)
"""
_SPEAKERS: Final = """
UNWIND $rows AS row
MATCH (c:Claim {key: row.claim})
MATCH (a:Entity {key: row.speaker})
CREATE (c)-[:ATTRIBUTED_TO]->(a)
"""


def document_steps(changes: Iterable[Change], unfinished: set[str], rows: Rows, entities: Tally) -> Iterator[Step]:
    """What to write, in order, for documents whose former rows are out of the graph already.

    `unfinished` are the keys of those that become complete only when they are settled, or read; new `entities` are
    counted.
    """
    documents: list[dict[str, Any]] = []
    addresses: list[dict[str, Any]] = []
    unlinks: list[dict[str, Any]] = []
    links: list[dict[str, Any]] = []
    for change in changes:
        key, old, new = change.key, change.before, change.after
        before = {address.path: address for address in old.addresses} if old else {}
        after = {address.path: address for address in new.addresses} if new else {}
        unlinks += [{"document": key, "path": path} for path in before if path not in after]
        links += [{"document": key, "path": path} for path in after if path not in before]
        addresses += [
            {"path": path, "properties": _altered(before.get(path), address)}
            for path, address in after.items()
            if address != before.get(path)
        ]
        if new is not None:
            altered = _altered(old, new)
            if key in unfinished:
                altered["complete"] = False
            documents.append({"key": key, "properties": altered})
    yield Step(_UNLINK, unlinks)
    yield Step(_DOCUMENTS, documents)
    yield Step(_ADDRESSES, addresses)
    yield Step(_LINKS, links)
    yield Step(_SENTENCES, rows.sentences)
    yield entity_step(rows.entities, entities)
    yield Step(_CLAIMS, rows.claims)
    yield Step(_FROM_DOCUMENT, rows.documents)
    yield Step(_NAMES, rows.names)
    yield Step(_MENTIONS, rows.mentions)
    yield Step(_CLAIM_ENDS, rows.claim_ends)
    yield Step(_SPEAKERS, rows.speakers)


def entity_step(rows: Iterable[Row], entities: Tally) -> Step:
    """Make entities that are not there yet; others keep what they have. `entities` counts the new ones."""
    return Step(_ENTITIES, list(rows), entities)


def _altered[T: (Address, DocumentState)](old: T | None, new: T) -> dict[str, Any]:
    # The node may be here still, from a document that left: what the new one lacks is set to null then.
    return new.properties() if old is None else differences(old.properties(), new.properties())
