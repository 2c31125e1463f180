"""A document's rows out of the graph, and what was left by a load that died."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from jnato_graph.load.batches import Step, Writer
from jnato_graph.load.projection import projected_statements

if TYPE_CHECKING:
    from jnato_graph.load.settle import Touched
    from jnato_graph.load.summary import Changes

_STATEMENTS: Final = """
UNWIND $keys AS key
MATCH (:Document {key: key})<-[:FROM_DOCUMENT]-(:Sentence)<-[:SUPPORTED_BY]-(c:Claim)
RETURN DISTINCT c.statement AS statement
"""
_NAMED: Final = "UNWIND $keys AS key MATCH (:Document {key: key})-[:NAMES]->(e:Entity) RETURN DISTINCT e.key AS entity"
_COUNTS: Final = """
UNWIND $keys AS key
MATCH (d:Document {key: key})
OPTIONAL MATCH (d)<-[:FROM_DOCUMENT]-(s:Sentence)
WITH d, s, COUNT { (s)-[:MENTIONS]->() } AS mentions, COUNT { (s)<-[:SUPPORTED_BY]-() } AS claims
RETURN count(s) AS sentences, sum(mentions) AS mentions, sum(claims) AS claims
"""
# The limit keeps transactions small; the queries run until they find nothing.
_DELETE_CLAIMS: Final = """
MATCH (d:Document)<-[:FROM_DOCUMENT]-(:Sentence)<-[:SUPPORTED_BY]-(c:Claim)
WHERE d.key IN $keys
WITH c LIMIT $limit
DETACH DELETE c
"""
_DELETE_SENTENCES: Final = """
MATCH (d:Document)<-[:FROM_DOCUMENT]-(s:Sentence)
WHERE d.key IN $keys
WITH s LIMIT $limit
DETACH DELETE s
"""
_DELETE_NAMES: Final = """
MATCH (d:Document)-[r:NAMES]->(:Entity)
WHERE d.key IN $keys
WITH r LIMIT $limit
DELETE r
"""
_MARK: Final = "UNWIND $rows AS row MATCH (d:Document {key: row}) SET d.complete = false"
# What a transaction wrote whose successor was to join it to its document.
_DELETE_STRAY: Final = (
    "MATCH (s:Sentence) WHERE NOT EXISTS { (s)-[:FROM_DOCUMENT]->() } WITH s LIMIT $limit DETACH DELETE s",
    "MATCH (c:Claim) WHERE NOT EXISTS { (c)-[:SUPPORTED_BY]->() } WITH c LIMIT $limit DETACH DELETE c",
    "MATCH (a:Address) WHERE NOT EXISTS { (a)<-[:FOUND_AT]-() } WITH a LIMIT $limit DELETE a",
)
_UNFINISHED: Final = "MATCH (d:Document {complete: false}) WHERE d.stamp IS NOT NULL RETURN d.key AS key"
_ALL_STATEMENTS: Final = "MATCH (c:Claim) RETURN DISTINCT c.statement AS statement"
_ALL_ENTITIES: Final = "MATCH (e:Entity) RETURN e.key AS key"
_HOMELESS: Final = "MATCH (d:Document {complete: false}) WHERE NOT EXISTS { (d)-[:FOUND_AT]->() } RETURN d.key AS key"


def remove_rows(writer: Writer, keys: Iterable[str], touched: Touched, changes: Changes) -> None:
    """Take sentences, claims and names of these documents out; `touched` learns what must be settled after.

    The documents must be marked as not complete before, so that a removal that dies is finished by the next load.
    """
    keys = list(keys)
    if not keys:
        return
    touched.statements |= statements_of(writer, keys)
    touched.entities.update(row["entity"] for row in writer.read(_NAMED, keys=keys))
    counts = count_rows(writer, keys)
    writer.delete_all(_DELETE_CLAIMS, keys=keys)
    writer.delete_all(_DELETE_SENTENCES, keys=keys)
    writer.delete_all(_DELETE_NAMES, keys=keys)
    changes.sentences.removed += counts["sentences"]
    changes.mentions.removed += counts["mentions"]
    changes.claims.removed += counts["claims"]


def mark_unfinished(writer: Writer, keys: Iterable[str]) -> None:
    """Mark documents as being worked on: should this run die, the next one clears them."""
    writer.write([Step(_MARK, sorted(keys))])


def statements_of(writer: Writer, keys: Iterable[str]) -> set[str]:
    """What the claims of these documents are about."""
    keys = list(keys)
    return {row["statement"] for row in writer.read(_STATEMENTS, keys=keys)} if keys else set()


def count_rows(writer: Writer, keys: list[str]) -> dict[str, Any]:
    """How many sentences, mentions and claims these documents have."""
    return writer.read(_COUNTS, keys=keys)[0]


def take_up_unfinished(writer: Writer, touched: Touched, changes: Changes) -> bool:
    """Clear the rows of documents that a load or a forgetting left unfinished; whether there were any.

    A load that dies may leave anything between documents unsettled, so then all of it is touched. The documents stay
    without rows, for the load to read them, unless no path leads to them.
    """
    keys = [row["key"] for row in writer.read(_UNFINISHED)]
    homeless = [row["key"] for row in writer.read(_HOMELESS)]
    if not keys and not homeless:
        return False
    remove_rows(writer, keys, touched, changes)
    for query in _DELETE_STRAY:
        writer.delete_all(query)
    touched.statements.update(row["statement"] for row in writer.read(_ALL_STATEMENTS))
    touched.statements.update(projected_statements(writer))
    touched.entities.update(row["key"] for row in writer.read(_ALL_ENTITIES))
    touched.unread.update(keys)
    touched.leaving.update(homeless)
    return True
