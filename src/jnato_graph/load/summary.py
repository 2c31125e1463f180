"""What a load or a forgetting did: counted by kind of thing, and as the database itself counts."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple


@dataclass(slots=True, kw_only=True)
class Tally:
    """How many things of a kind were made, altered, or taken out."""

    created: int = 0
    changed: int = 0
    removed: int = 0


@dataclass(slots=True, kw_only=True)
class Counters:
    """What the database reports to have done: the sum over all transactions. All zero: nothing was written."""

    nodes_created: int = 0
    nodes_deleted: int = 0
    relationships_created: int = 0
    relationships_deleted: int = 0
    properties_set: int = 0
    labels_added: int = 0
    labels_removed: int = 0
    indexes_added: int = 0
    constraints_added: int = 0

    def add(self, counters: Any) -> None:
        """Add the counters of a driver's result summary, or of another `Counters`."""
        for item in fields(self):
            setattr(self, item.name, getattr(self, item.name) + getattr(counters, item.name))

    def __bool__(self) -> bool:
        return any(getattr(self, item.name) for item in fields(self))


class Failure(NamedTuple):
    """A document that was left out, and why."""

    path: str
    reason: str


class Replaced(NamedTuple):
    """A document that went because its last path holds another text now."""

    path: str
    key: str
    title: str | None


@dataclass(slots=True, kw_only=True)
class Changes:
    """What both summaries hold. `relationships` are the projected ones, `facts` those of the reference data.

    `reread` are paths of documents that are not in full in the graph, or as read for another path or version: pass them
    through the pipeline again.
    """

    documents: Tally = field(default_factory=Tally)
    sentences: Tally = field(default_factory=Tally)
    mentions: Tally = field(default_factory=Tally)
    entities: Tally = field(default_factory=Tally)
    claims: Tally = field(default_factory=Tally)
    relationships: Tally = field(default_factory=Tally)
    facts: Tally = field(default_factory=Tally)
    reread: tuple[str, ...] = ()
    counters: Counters = field(default_factory=Counters)

    def tallies(self) -> dict[str, Tally]:
        """The tallies by what they count, in the order to show them."""
        found = {item.name: getattr(self, item.name) for item in fields(self)}
        return {name: value for name, value in found.items() if isinstance(value, Tally)}


@dataclass(slots=True, kw_only=True)
class LoadSummary(Changes):
    """What a load did, or with `dry_run` would do (`relationships` are not foretold then).

    `unchanged` counts documents that were there as they are. `failed` are left out. `replaced` went since another text
    came under their paths: the same file with a new text, or a file of the same name in another folder.
    """

    unchanged: int = 0
    failed: tuple[Failure, ...] = ()
    replaced: tuple[Replaced, ...] = ()
    dry_run: bool = False


@dataclass(slots=True, kw_only=True)
class ForgetSummary(Changes):
    """What forgetting a document took out: its key and title, and all paths at which its text was found."""

    key: str
    title: str | None
    paths: tuple[str, ...]
