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
_ENDS: Final = "MATCH (s:Entity {{key: row.subject}})-[r:{type} {{origin: 'claims'}}]->(o:Entity {{key: row.object}})"
_READ: Final = f"UNWIND $rows AS row {_ENDS} RETURN row.statement AS statement, properties(r) AS properties"
_CREATE: Final = """
UNWIND $rows AS row
MATCH (s:Entity {{key: row.subject}})
MATCH (o:Entity {{key: row.object}})
CREATE (s)-[r:{type}]->(o)
SET r = row.properties
"""
_CHANGE: Final = f"UNWIND $rows AS row {_ENDS} SET r += row.properties"
_DELETE: Final = f"UNWIND $rows AS row {_ENDS} DELETE r"
_ALL: Final = """
MATCH (s:Entity)-[r:{type} {{origin: 'claims'}}]->(o:Entity)
RETURN s.key + ' {type} ' + o.key AS statement
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
        for predicate, rows in _by_predicate(page).items():
            found = writer.read(_READ.format(type=predicate), rows=rows)
            before = {row["statement"]: row["properties"] for row in found}
            _write(writer, predicate, rows, before, totals, tally)


def projected_statements(writer: Writer) -> Iterator[str]:
    """The statements that have a projected relationship, for whatever claims."""
    for predicate in PREDICATES:
        for row in writer.read(_ALL.format(type=predicate)):
            yield row["statement"]


def _write(
    writer: Writer, predicate: str, rows: list[Row], before: dict[str, Any], totals: dict[str, Row], tally: Tally
) -> None:
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
    writer.write(
        Step(template.format(type=predicate), part)
        for template, part in ((_DELETE, delete), (_CREATE, create), (_CHANGE, change))
    )
    tally.created += len(create)
    tally.changed += len(change)
    tally.removed += len(delete)


def _by_predicate(statements: Iterable[str]) -> dict[str, list[Row]]:
    """Rows by relationship type, which comes from the ontology and nowhere else."""
    groups: dict[str, list[Row]] = {}
    for statement in statements:
        subject, predicate, object_ = parts(statement)
        if predicate in PREDICATES:
            groups.setdefault(predicate, []).append({"statement": statement, "subject": subject, "object": object_})
    return groups
