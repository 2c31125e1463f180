"""Rows into the database in batches: `UNWIND $rows`, several batches to one managed transaction, no concurrency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import batched
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from jnato_graph.load.summary import Counters, Tally

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction, Session

BATCH: Final = 5_000
"""Rows of one `UNWIND`."""
TRANSACTION: Final = 20_000
"""Rows of one transaction: few commits, and yet little memory in the server."""


class Step(NamedTuple):
    """A Cypher text that begins with `UNWIND $rows AS row`, its rows, and where to count the nodes that it makes."""

    query: str
    rows: list[Any]
    tally: Tally | None = None


@contextmanager
def open_writer(driver: Driver, database: str) -> Iterator[Writer]:
    """A writer with a session of its own.

    The server is not asked to warn about labels and types that no node has yet: in a new graph that is as it should be.
    """
    with driver.session(database=database, notifications_disabled_classifications=["UNRECOGNIZED"]) as session:
        yield Writer(session)


class Writer:
    """A session that counts what it writes."""

    def __init__(self, session: Session) -> None:
        """`session` is used by nobody else."""
        self._session = session
        self.counters = Counters()

    def read(self, query: str, **parameters: Any) -> list[dict[str, Any]]:
        """All rows that a query gives."""
        return self._session.execute_read(lambda tx: [dict(record) for record in tx.run(query, parameters)])

    def write(self, steps: Iterable[Step]) -> Counters:
        """Write the steps in order, as few transactions as their size allows, and return what was done."""
        done = Counters()
        for pack in _packs(steps):
            for step, counters in zip(pack, self._session.execute_write(_run, pack), strict=True):
                done.add(counters)
                if step.tally is not None:
                    step.tally.created += counters.nodes_created
        self.counters.add(done)
        return done

    def execute(self, query: str, **parameters: Any) -> Counters:
        """Run one writing query in a transaction of its own."""
        done = self._session.execute_write(lambda tx: _counted(tx, query, parameters))
        self.counters.add(done)
        return done

    def delete_all(self, query: str, **parameters: Any) -> Counters:
        """Run a query that deletes at most `$limit` things until it finds no more."""
        total = Counters()
        while done := self.execute(query, limit=BATCH, **parameters):
            total.add(done)
        return total


def chunks[T](items: Iterable[T], size: int | None = None) -> Iterator[list[T]]:
    """The items in lists of at most `size` (`BATCH`)."""
    return (list(chunk) for chunk in batched(items, size or BATCH))


def _packs(steps: Iterable[Step]) -> Iterator[list[Step]]:
    pack: list[Step] = []
    size = 0
    for step in steps:
        for chunk in chunks(step.rows):
            if pack and size + len(chunk) > TRANSACTION:
                yield pack
                pack, size = [], 0
            pack.append(step._replace(rows=chunk))
            size += len(chunk)
    if pack:
        yield pack


def _run(tx: ManagedTransaction, pack: list[Step]) -> list[Counters]:
    return [_counted(tx, step.query, {"rows": step.rows}) for step in pack]


def _counted(tx: ManagedTransaction, query: str, parameters: dict[str, Any]) -> Counters:
    counters = Counters()
    counters.add(tx.run(query, parameters).consume().counters)
    return counters
