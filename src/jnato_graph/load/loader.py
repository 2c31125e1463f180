"""Carries out planned changes in the database."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from jnato_graph.load.batches import Writer
from jnato_graph.load.plan import Change, DocumentState
from jnato_graph.load.reference import ReferenceFacts, are_current, mark_current, write_facts
from jnato_graph.load.removal import mark_unfinished, remove_rows, statements_of, take_up_unfinished
from jnato_graph.load.rows import Rows
from jnato_graph.load.settle import Touched, settle
from jnato_graph.load.states import read_states
from jnato_graph.load.summary import LoadSummary
from jnato_graph.load.write import document_steps

SETTLE: Final = 100_000
"""What was written is settled after so many nodes and relationships: at most so much is done again when a load dies."""


class Loader:
    """One load: `begin`, then for each group `states` and `carry_out`, then `end`."""

    def __init__(self, writer: Writer, reference: ReferenceFacts, summary: LoadSummary) -> None:
        """`summary` is counted up, its documents apart."""
        self._writer, self._reference, self._summary = writer, reference, summary
        self._touched = Touched()
        self._unsettled = 0

    def begin(self) -> None:
        """Clear away what an earlier run left unfinished, and bring the reference facts up to date."""
        if take_up_unfinished(self._writer, self._touched, self._summary):
            self._settle()
        if not are_current(self._writer, self._reference):
            self._touched.entities |= write_facts(
                self._writer, self._reference, self._summary.entities, self._summary.facts
            )
            self._settle()
            mark_current(self._writer, self._reference)

    def states(self, keys: Iterable[str], paths: Iterable[str]) -> list[DocumentState]:
        """What the graph has of documents with these keys or at these paths."""
        return read_states(self._writer, keys, paths)

    def carry_out(self, changes: list[Change]) -> None:
        """Write the changes. They are settled at the end, or before when much has been written."""
        if not changes:
            return
        unsettling = {change.key for change in changes if _unsettles(change)}
        redated = [
            change.key for change in changes if change.key in unsettling and change.block is None and change.after
        ]
        outdated = [
            change.key for change in changes if change.before and (change.block is not None or change.after is None)
        ]
        mark_unfinished(self._writer, [change.key for change in changes if change.before and change.key in unsettling])
        self._touched.statements |= statements_of(self._writer, redated)
        remove_rows(self._writer, outdated, self._touched, self._summary)
        blocks = [change.block for change in changes if change.block is not None]
        rows = Rows.of(blocks, self._reference.listed)
        self._touched.named.update(row["key"] for row in rows.entities)
        self._touched.statements |= rows.statements
        for change in changes:
            if change.after is None:
                self._touched.leaving.add(change.key)
                self._touched.arriving.discard(change.key)
            elif change.key in unsettling:
                self._touched.arriving.add(change.key)
                self._touched.leaving.discard(change.key)
        before = self._writer.counters.nodes_created + self._writer.counters.relationships_created
        self._write(changes, unsettling, rows)
        self._unsettled += self._writer.counters.nodes_created + self._writer.counters.relationships_created - before
        if self._unsettled >= SETTLE:
            self._settle()

    def end(self) -> None:
        """Settle what is left."""
        self._settle()

    def _write(self, changes: list[Change], arriving: set[str], rows: Rows) -> None:
        self._writer.write(document_steps(changes, arriving, rows, self._summary.entities))
        self._summary.sentences.created += len(rows.sentences)
        self._summary.mentions.created += len(rows.mentions)
        self._summary.claims.created += len(rows.claims)

    def _settle(self) -> None:
        settle(self._writer, self._touched, self._reference, self._summary)
        self._unsettled = 0


def _unsettles(change: Change) -> bool:
    """Whether projected relationships or names may alter with the document: if only its paths do, they do not."""
    if change.before is None or change.after is None or change.block is not None:
        return True
    return change.before.first.published != change.after.first.published
