"""The identity of a graph: one hash over all nodes, relationships, labels and properties in the database."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction

_NODES: Final = "MATCH (n) RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties"
_RELATIONSHIPS: Final = """
MATCH (a)-[r]->(b)
RETURN elementId(a) AS start, type(r) AS type, properties(r) AS properties, elementId(b) AS end
"""
_MODULUS: Final = 2**256


def graph_hash(driver: Driver, database: str) -> str:
    """The canonical hash of everything in the database, in hexadecimal.

    Two graphs have the same hash when the same nodes (labels and properties) are joined by the same relationships
    (type, direction, properties). Neither the order of writing nor the database's own numbers show in it. Nodes must
    differ in label or property to count as different ends of a relationship: all that the loader writes do.
    """
    with driver.session(database=database) as session:
        return session.execute_read(_hash)


def _hash(tx: ManagedTransaction) -> str:
    # Sums of digests do not depend on the order, so nothing needs sorting, and only a digest is kept of each node.
    digests: dict[str, bytes] = {}
    nodes = relationships = 0
    for record in tx.run(_NODES):
        content = _canonical([sorted(record["labels"]), record["properties"]])
        digest = hashlib.sha256(content).digest()
        digests[record["id"]] = digest
        nodes = (nodes + int.from_bytes(digest)) % _MODULUS
    count = 0
    for record in tx.run(_RELATIONSHIPS):
        content = _canonical([record["type"], record["properties"]])
        digest = hashlib.sha256(digests[record["start"]] + digests[record["end"]] + content).digest()
        relationships = (relationships + int.from_bytes(digest)) % _MODULUS
        count += 1
    total = f"{len(digests)} {nodes:064x} {count} {relationships:064x}"
    return hashlib.sha256(total.encode()).hexdigest()


def _canonical(value: Any) -> bytes:
    return json.dumps(_plain(value), ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode()


def _plain(value: Any) -> Any:
    """The value with all that JSON does not know written out, type by type."""
    from neo4j.spatial import Point

    if isinstance(value, Point):
        return {"srid": value.srid, "coordinates": list(value)}
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return {type(value).__name__: str(value)}
