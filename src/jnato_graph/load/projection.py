"""Relationships between entities that stand for their claims: the graph that people draw and walk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from jnato_graph.load.batches import Step, Writer, chunks
from jnato_graph.load.rows import Row
from jnato_graph.ontology import PREDICATES

if TYPE_CHECKING:
    from jnato_graph.load.summary import Tally

ORIGIN: Final = "claims"
_PAGE: Final = 2_000
_TOTALS: Final = """
UNWIND $statements AS statement
MATCH (c:Claim {statement: statement})-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(d:Document)
USING INDEX c:Claim(statement)
WHERE c.modality = 'actual'
WITH statement, c, d, c.polarity = 'affirmed' AS affirmed, coalesce(c.date, d.published) AS date
RETURN statement,
       count(CASE WHEN affirmed THEN 1 END) AS claims,
       count(DISTINCT CASE WHEN affirmed THEN d.key END) AS documents,
       count(CASE WHEN affirmed AND c.asserted THEN 1 END) AS asserted,
       count(CASE WHEN NOT affirmed THEN 1 END) AS negated,
       min(CASE WHEN affirmed THEN date END) AS first,
       max(CASE WHEN affirmed THEN date END) AS last
"""
# One query for all types, planned once; the few relationships between two entities are cheap to look through.
_FIND: Final = """
UNWIND $rows AS row
MATCH (s:Entity {key: row.subject})-[r {origin: 'claims'}]->(o:Entity {key: row.object})
WHERE type(r) = row.predicate
"""
_READ: Final = f"{_FIND} RETURN row.statement AS statement, properties(r) AS properties"
_CHANGE: Final = f"{_FIND} SET r += row.properties"
_DELETE: Final = f"{_FIND} DELETE r"
# Types cannot be parameters: their names come from the ontology and nowhere else.
_CREATE: Final = """
UNWIND $rows AS row
MATCH (s:Entity {key: row.subject})
MATCH (o:Entity {key: row.object})
""" + "\n".join(
    f"FOREACH (_ IN CASE row.predicate WHEN '{type_}' THEN [1] ELSE [] END |"
    f" CREATE (s)-[r:{type_}]->(o) SET r = row.properties)"
    for type_ in PREDICATES
)
_ALL: Final = """
MATCH (s:Entity)-[r {origin: 'claims'}]->(o:Entity)
RETURN s.key + ' ' + type(r) + ' ' + o.key AS statement
"""


def projected(totals: Row | None) -> dict[str, Any] | None:
    """The properties of the relationship for a statement's claims; None when none of them is affirmed and actual.

    `asserted` and `reported` part the claims by who says it; `disputed`: a negated, actual claim stands against it.
    """
    if totals is None or not totals["claims"]:
        return None
    properties = {
        "origin": ORIGIN,
        "claims": totals["claims"],
        "documents": totals["documents"],
        "asserted": totals["asserted"],
        "reported": totals["claims"] - totals["asserted"],
        "disputed": totals["negated"] > 0,
        "firstDate": totals["first"],
        "lastDate": totals["last"],
    }
    return {key: value for key, value in properties.items() if value is not None}


def parts(statement: str) -> tuple[str, str, str]:
    """Subject, predicate and object of a statement."""
    subject, predicate, object_ = statement.split(" ")
    return subject, predicate, object_


def differences(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """What must be set to make `old` into `new`; None takes a property away."""
    return {key: new.get(key) for key in sorted({*old, *new}) if old.get(key) != new.get(key)}


def project(writer: Writer, statements: Iterable[str], tally: Tally) -> None:
    """Bring the projected relationships of these statements up to their claims; only what differs is written."""
    for page in chunks(sorted(statements), _PAGE):
        totals = {row["statement"]: row for row in writer.read(_TOTALS, statements=page)}
        rows = [_row(statement) for statement in page]
        before = {row["statement"]: row["properties"] for row in writer.read(_READ, rows=rows)}
        create, change, delete = [], [], []
        for row in rows:
            statement = row["statement"]
            old, new = before.get(statement), projected(totals.get(statement))
            if new is None:
                if old is not None:
                    delete.append(row)
            elif old is None:
                create.append({**row, "properties": new})
            elif altered := differences(old, new):
                change.append({**row, "properties": altered})
        writer.write([Step(_DELETE, delete), Step(_CREATE, create), Step(_CHANGE, change)])
        tally.created += len(create)
        tally.changed += len(change)
        tally.removed += len(delete)


def projected_statements(writer: Writer) -> Iterator[str]:
    """The statements that have a projected relationship, for whatever claims."""
    return (row["statement"] for row in writer.read(_ALL))


def _row(statement: str) -> Row:
    subject, predicate, object_ = parts(statement)
    return {"statement": statement, "subject": subject, "predicate": predicate, "object": object_}
