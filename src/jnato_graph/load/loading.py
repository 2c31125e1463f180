"""Loads extractions: idempotent, incremental, finished by running it again when it died midway."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final

from jnato_graph.interchange.checks import block_of, problems_of
from jnato_graph.load.batches import open_writer
from jnato_graph.load.foretell import Foretelling
from jnato_graph.load.loader import Loader
from jnato_graph.load.outcomes import Outcomes
from jnato_graph.load.plan import Address, Plan
from jnato_graph.load.reference import ReferenceData, ReferenceFacts
from jnato_graph.load.schema import apply_schema
from jnato_graph.load.states import read_states, waiting_documents
from jnato_graph.load.summary import Failure, LoadSummary
from jnato_graph.records import Document, Extraction

if TYPE_CHECKING:
    from neo4j import Driver

GROUP: Final = 20_000
"""Rows that are written together, about: so many that batches are full, so few that memory stays flat."""
_WEIGHTS: Final = (3, 2, 1, 4)
"""Nodes and relationships, about, for a sentence, an entity, a mention, a claim."""
_SHOWN: Final = 3


def load_extractions(
    driver: Driver,
    database: str,
    extractions: Iterable[Extraction],
    *,
    stamp: str,
    dry_run: bool = False,
    progress: Callable[[Document], None] | None = None,
    reference: ReferenceData | None = None,
) -> LoadSummary:
    """Bring documents into the graph.

    `extractions` may be a generator; memory does not grow with it. An extraction without rows says that the text of a
    document already there stands at this path as well. `stamp` names the versions of model, data and code that made
    them: rows of another version are replaced. With `dry_run` nothing is written, not even constraints. `progress` is
    called with each document when it is done. `reference` are the reference data whose facts are written along (those
    that come with the package).

    What is there already is not written again: loading twice writes nothing the second time. A document with the path
    of another takes its place. A load that died midway is finished by the next. Do not run two at once.

    Raises `DatabaseError` when another load interferes, and the driver's own errors. A document that breaks the rules
    of the interchange format is left out and told in the summary.
    """
    facts = ReferenceFacts.of(reference)
    summary = LoadSummary(dry_run=dry_run)
    if not dry_run:
        summary.counters.add(apply_schema(driver, database))
    with open_writer(driver, database) as writer:
        worker: Loader | Foretelling
        worker = Foretelling(writer, facts, summary) if dry_run else Loader(writer, facts, summary)
        # Also those that this load does not bring: nobody else would miss what an earlier one that died took out.
        outcomes, unread = Outcomes(), waiting_documents(writer)
        worker.begin()
        for group in _groups(extractions, summary):
            keys, paths = [e.document.key for e in group], [e.document.path for e in group]
            plan = Plan(worker.states(keys, paths), stamp)
            for extraction in group:
                plan.take(extraction)
            changes = list(plan.changes())
            worker.carry_out(changes)
            outcomes.note(keys, changes)
            for key, state in plan.states():
                unread.pop(key, None)
                if state is not None and not state.is_read(stamp):
                    unread[key] = state.first.path
            if progress is not None:
                for extraction in group:
                    progress(extraction.document)
        worker.end()
        outcomes.count(summary)
        summary.reread = tuple(sorted(unread.values()))
        summary.counters.add(writer.counters)
    return summary


def known_documents(driver: Driver, database: str, documents: Iterable[Document], *, stamp: str) -> frozenset[str]:
    """Paths of those documents that need not be read again: the graph has their rows as this version makes them.

    Load them as extractions without rows, so that their paths are kept.
    """
    documents = list(documents)
    with open_writer(driver, database) as writer:
        found = read_states(writer, [document.key for document in documents], [], only_complete=True)
    states = {state.key: state for state in found}
    return frozenset(
        document.path
        for document in documents
        if (state := states.get(document.key)) is not None and not state.needs_reading_at(Address.of(document), stamp)
    )


def _groups(extractions: Iterable[Extraction], summary: LoadSummary) -> Iterator[list[Extraction]]:
    """The extractions that keep the rules, in groups of about `GROUP` rows; the others are told in `summary`."""
    group: list[Extraction] = []
    size = 0
    for extraction in extractions:
        problems = list(problems_of(block_of(extraction)))
        if problems:
            told = "; ".join(f"{problem.key} {problem.message}" for problem in problems[:_SHOWN])
            more = f"; and {len(problems) - _SHOWN} more" if len(problems) > _SHOWN else ""
            summary.failed += (Failure(extraction.document.path, told + more),)
            continue
        rows = (extraction.sentences, extraction.entities, extraction.mentions, extraction.claims)
        group.append(extraction)
        size += 2 + sum(weight * len(part) for weight, part in zip(_WEIGHTS, rows, strict=True))
        if size >= GROUP:
            yield group
            group, size = [], 0
    if group:
        yield group
