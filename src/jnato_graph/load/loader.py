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
        redated = [change.key for change in changes if _is_redated(change)]
        # What dies is begun anew for the documents that came in, so the mark is put on those, also when it is the date
        # of another one (whose path they took) that must be settled.
        arriving = {change.key for change in changes if _is_rewritten(change) or (redated and _gains_address(change))}
        leaving = {change.key for change in changes if change.after is None}
        waiting = {change.key for change in changes if _is_waiting(change)}
        outdated = [change.key for change in changes if change.before and (change.block or change.after is None)]
        mark_unfinished(self._writer, [c.key for c in changes if c.before and c.key in arriving | leaving])
        self._touched.statements |= statements_of(self._writer, redated)
        remove_rows(self._writer, outdated, self._touched, self._summary)
        self._touched.arriving = (self._touched.arriving | arriving) - leaving
        self._touched.leaving = (self._touched.leaving | leaving) - arriving - waiting
        rows = Rows.of([change.block for change in changes if change.block is not None], self._reference.listed)
        self._touched.named.update(row["key"] for row in rows.entities)
        self._touched.statements |= rows.statements
        self._write(changes, arriving | waiting, rows)
        if self._unsettled >= SETTLE:
            self._settle()

    def end(self) -> None:
        """Settle what is left."""
        self._settle()

    def _write(self, changes: list[Change], unfinished: set[str], rows: Rows) -> None:
        done = self._writer.write(document_steps(changes, unfinished, rows, self._summary.entities))
        self._unsettled += done.nodes_created + done.relationships_created
        self._summary.sentences.created += len(rows.sentences)
        self._summary.mentions.created += sum(len(row["mentions"]) for row in rows.mentions)
        self._summary.claims.created += len(rows.claims)

    def _settle(self) -> None:
        settle(self._writer, self._touched, self._reference, self._summary)
        self._unsettled = 0


def _is_rewritten(change: Change) -> bool:
    return change.block is not None


def _is_waiting(change: Change) -> bool:
    """Whether a document is made of which only the text is known: it stays unfinished until it is read."""
    return change.before is None and change.after is not None and change.block is None


def _is_redated(change: Change) -> bool:
    """Whether its rows stay, but what they come to alters: a claim without a date has that of its document."""
    if change.before is None or change.after is None or change.block is not None or change.after.stamp is None:
        return False
    return change.before.first.published != change.after.first.published


def _gains_address(change: Change) -> bool:
    if change.after is None or change.after.stamp is None:
        return False
    return not set(change.after.addresses) <= set(change.before.addresses if change.before else ())
