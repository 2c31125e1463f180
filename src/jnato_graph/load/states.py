"""What the graph has of the documents that are coming in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from jnato_graph.load.batches import Writer, chunks
from jnato_graph.load.plan import Address, DocumentState

_BY_PATH: Final = """
UNWIND $paths AS path
MATCH (:Address {path: path})<-[:FOUND_AT]-(d:Document)
RETURN DISTINCT d.key AS key
"""
_STATES: Final = """
UNWIND $keys AS key
MATCH (d:Document {key: key})-[:FOUND_AT]->(a:Address)
RETURN d.key AS key, d.stamp AS stamp, d.readDigest AS readDigest, d.blockDigest AS blockDigest,
       d.complete AS complete, collect(properties(a)) AS addresses
"""
_WAITING: Final = """
MATCH (d:Document {complete: false})-[:FOUND_AT]->(a:Address)
RETURN d.key AS key, collect(a.path) AS paths
"""


def waiting_documents(writer: Writer) -> dict[str, str]:
    """The documents that are not there in full, by their keys with the first path of each."""
    return {row["key"]: min(row["paths"]) for row in writer.read(_WAITING)}


def read_states(
    writer: Writer, keys: Iterable[str], paths: Iterable[str], *, only_complete: bool = False
) -> list[DocumentState]:
    """The states of all documents that have one of these keys or are found at one of these paths.

    With `only_complete`, one that a load left unfinished counts as having no rows.
    """
    wanted = dict.fromkeys(keys)
    for page in chunks(dict.fromkeys(paths)):
        wanted.update((row["key"], None) for row in writer.read(_BY_PATH, paths=page))
    return [
        _state(row, only_complete=only_complete)
        for page in chunks(wanted)
        for row in writer.read(_STATES, keys=page)
    ]  # fmt: skip


def _state(row: dict[str, Any], *, only_complete: bool) -> DocumentState:
    addresses = tuple(sorted((_address(properties) for properties in row["addresses"]), key=lambda item: item.path))
    if only_complete and not row["complete"]:
        return DocumentState(key=row["key"], addresses=addresses)
    return DocumentState(
        key=row["key"],
        addresses=addresses,
        stamp=row["stamp"],
        read_digest=row["readDigest"],
        block_digest=row["blockDigest"],
    )


def _address(properties: dict[str, Any]) -> Address:
    return Address(
        path=properties["path"],
        digest=properties["digest"],
        title=properties.get("title"),
        publisher=properties.get("publisher"),
        authors=tuple(properties.get("authors") or ()),
        published=properties.get("published"),
        published_from=properties.get("publishedFrom"),
        url=properties.get("url"),
    )
