"""Documents that a load left without all of what they say: what they would tell is missing from every answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

# One that a forgetting left has no path any more: nobody wants it back.
_UNFINISHED: Final = """
MATCH (d:Document {complete: false})
WHERE EXISTS { (d)-[:FOUND_AT]->() }
RETURN d.paths[0] AS path ORDER BY path
"""


def unfinished_documents(transaction: ManagedTransaction) -> list[str]:
    """The first path of each document that is not in the graph in full."""
    return [record["path"] for record in transaction.run(_UNFINISHED)]
