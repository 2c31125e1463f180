"""Says what a load would do, and writes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from jnato_graph.load.batches import Writer, chunks
from jnato_graph.load.plan import Change, DocumentState
from jnato_graph.load.reference import ReferenceFacts, are_current, fact_changes
from jnato_graph.load.removal import count_rows
from jnato_graph.load.states import read_states
from jnato_graph.load.summary import LoadSummary

_KNOWN: Final = "UNWIND $keys AS key MATCH (e:Entity {key: key}) RETURN e.key AS key"
_BEREFT: Final = """
UNWIND $keys AS key
MATCH (:Document {key: key})-[:NAMES]->(e:Entity)
WITH DISTINCT e
WHERE NOT EXISTS { MATCH (e)<-[:NAMES]-(other:Document) WHERE NOT other.key IN $keys }
RETURN e.key AS key
"""


class Foretelling:
    """Stands where `Loader` does: reads the graph, and counts what would be written."""

    def __init__(self, writer: Writer, reference: ReferenceFacts, summary: LoadSummary) -> None:
        """`summary` is counted up, its documents apart."""
        self._writer, self._reference, self._summary = writer, reference, summary
        self._planned: dict[str, DocumentState | None] = {}
        self._replaced: set[str] = set()
        self._named: set[str] = set()

    def begin(self) -> None:
        """Count the reference facts that would be written."""
        self._named |= self._reference.ends
        if are_current(self._writer, self._reference):
            return
        for change in fact_changes(self._writer, self._reference):
            self._summary.facts.created += len(change.missing)
            self._summary.facts.removed += len(change.stale)

    def states(self, keys: Iterable[str], paths: Iterable[str]) -> list[DocumentState]:
        """The states as they would be by now."""
        keys, paths = set(keys), set(paths)
        keys |= {
            state.key
            for state in self._planned.values()
            if state is not None and any(address.path in paths for address in state.addresses)
        }
        found = {state.key: state for state in read_states(self._writer, keys, paths, only_complete=True)}
        states = [self._planned.get(key, found.get(key)) for key in {*keys, *found}]
        return [state for state in states if state is not None]

    def carry_out(self, changes: list[Change]) -> None:
        """Count the changes."""
        for change in changes:
            outdated = change.before is not None and (change.block is not None or change.after is None)
            if outdated and change.key not in self._planned:
                self._replaced.add(change.key)
                counts = count_rows(self._writer, [change.key])
                self._summary.sentences.removed += counts["sentences"]
                self._summary.mentions.removed += counts["mentions"]
                self._summary.claims.removed += counts["claims"]
            if change.block is not None:
                self._summary.sentences.created += len(change.block.sentences)
                self._summary.mentions.created += len(change.block.mentions)
                self._summary.claims.created += len(change.block.claims)
                self._named.update(entity.key for entity in change.block.entities)
            self._planned[change.key] = change.after

    def end(self) -> None:
        """Count the entities: those that nothing would hold go."""
        known = {row["key"] for page in chunks(sorted(self._named)) for row in self._writer.read(_KNOWN, keys=page)}
        bereft = {row["key"] for row in self._writer.read(_BEREFT, keys=sorted(self._replaced))}
        self._summary.entities.created += len(self._named - known)
        self._summary.entities.removed += len(bereft - self._named)
