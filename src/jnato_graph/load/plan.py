"""What must change so that a document stands in the graph as it was read. Pure: states in, states out.

A document is its text. It may be found at several paths; what is known of it beyond the text (title, date, layout) is
taken from the first path in order, so that the order of loading makes no difference.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from jnato_graph.interchange.codec import encode
from jnato_graph.records import Document, Extraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A path at which a text was found, with the metadata found there.

    `digest` covers all of it that reading the text may depend on.
    """

    path: str
    digest: str
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_from: str | None = None
    url: str | None = None

    @classmethod
    def of(cls, document: Document) -> Address:
        """The address that a document record tells of."""
        row = encode(document)
        return cls(
            path=document.path,
            digest=_digest([row[key] for key in ("title", "publisher", "authors", "published", "blocks")]),
            title=document.title,
            publisher=document.publisher,
            authors=document.authors,
            published=document.published,
            published_from=document.published_from,
            url=document.url,
        )

    def metadata(self) -> dict[str, Any]:
        """The properties that an address and its document share."""
        return {
            "title": self.title,
            "publisher": self.publisher,
            "authors": list(self.authors) or None,
            "published": self.published,
            "publishedFrom": self.published_from,
            "url": self.url,
        }

    def properties(self) -> dict[str, Any]:
        """The properties of the `:Address` node."""
        return {"path": self.path, **self.metadata(), "digest": self.digest}


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentState:
    """A document as the graph has it: `read_digest` is the digest of the address for which its rows were made.

    `stamp` is None while it has no rows: a load that died left it so, or one that met the text without its rows.
    """

    key: str
    addresses: tuple[Address, ...]
    stamp: str | None = None
    read_digest: str | None = None
    block_digest: str | None = None

    @property
    def first(self) -> Address:
        """The address whose metadata count."""
        return self.addresses[0]

    def is_read(self, stamp: str) -> bool:
        """Whether its rows are those that this version gives for its first address."""
        return self.stamp == stamp and self.first.digest == self.read_digest

    def needs_reading_at(self, address: Address, stamp: str) -> bool:
        """Whether the text must be read when it is found at this address: else what the graph has will do.

        Its rows must be of this version, and when the address comes to be the first, made for what is known there.
        """
        after = self.found_at(address)
        return self.stamp != stamp or (after.first == address and not after.is_read(stamp))

    def found_at(self, address: Address) -> DocumentState:
        """The same with this address put in, or in place of the one with its path."""
        others = [other for other in self.addresses if other.path != address.path]
        return replace(self, addresses=tuple(sorted([*others, address], key=lambda item: item.path)))

    def gone_from(self, path: str) -> DocumentState | None:
        """The same without the address of that path; None when it was the last."""
        left = tuple(address for address in self.addresses if address.path != path)
        return replace(self, addresses=left) if left else None

    def properties(self) -> dict[str, Any]:
        """The properties of the `:Document` node, `complete` apart."""
        return {
            "key": self.key,
            "paths": [address.path for address in self.addresses],
            **self.first.metadata(),
            "stamp": self.stamp,
            "readDigest": self.read_digest,
            "blockDigest": self.block_digest,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """From one state of a document to another. `block` are the rows that take the place of what it has, if any."""

    key: str
    before: DocumentState | None
    after: DocumentState | None
    block: Extraction | None = None


class Plan:
    """The states of the documents that a group of extractions touches, before and after taking the group in."""

    def __init__(self, states: Iterable[DocumentState], stamp: str) -> None:
        """`states` are those in the graph of each document whose key or path occurs in the group."""
        self._stamp = stamp
        self._before = {state.key: state for state in states}
        self._now: dict[str, DocumentState | None] = dict(self._before)
        self._left: dict[str, DocumentState] = {}  # without a path, but its rows are still there should one come
        self._owner = {address.path: state.key for state in self._before.values() for address in state.addresses}
        self._blocks: dict[str, Extraction] = {}

    def take(self, extraction: Extraction) -> None:
        """Plan for this document to be in the graph.

        An extraction without rows says that the text stands at this path as well; of a text that is not there it makes
        a document that waits to be read. One with rows replaces those in the graph when they were made by another
        version, or when its path is the first: rows made for a later path of the same text give way, whichever came
        before.
        """
        key, address = extraction.document.key, Address.of(extraction.document)
        self._leave(address.path, key)
        known = self._now.get(key) or self._left.get(key)
        state = known.found_at(address) if known else DocumentState(key=key, addresses=(address,))
        bare = not (extraction.sentences or extraction.entities or extraction.mentions or extraction.claims)
        if not bare and (known is None or known.stamp != self._stamp or state.first.path == address.path):
            digest = block_digest(extraction)
            if state.block_digest != digest:
                self._blocks[key] = extraction
            state = replace(state, stamp=self._stamp, read_digest=address.digest, block_digest=digest)
        self._now[key] = state

    def states(self) -> Iterator[tuple[str, DocumentState | None]]:
        """Each document that the group touches, with its state as planned so far."""
        return iter(self._now.items())

    def changes(self) -> Iterator[Change]:
        """What differs, in the order in which the documents were met; one that stays as it is gives none."""
        for key, after in self._now.items():
            before = self._before.get(key)
            if after != before:
                block = self._blocks.get(key) if after is not None else None
                if before is not None and after is not None and after.block_digest == before.block_digest:
                    block = None
                yield Change(key=key, before=before, after=after, block=block)

    def _leave(self, path: str, key: str) -> None:
        """The path holds another text now: the one it held loses it."""
        owner = self._owner.get(path)
        self._owner[path] = key
        if owner is None or owner == key:
            return
        state = self._now[owner]
        if state is None:
            return
        self._now[owner] = state.gone_from(path)
        if self._now[owner] is None:
            self._left[owner] = replace(state, addresses=())


def block_digest(extraction: Extraction) -> str:
    """A digest of all rows of a document but its own."""
    parts = (extraction.sentences, extraction.entities, extraction.mentions, extraction.claims)
    return _digest([[encode(record) for record in records] for records in parts])


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()[:32]
