"""Takes a document and everything that only it supported out of the graph, as if it had never been loaded."""

from __future__ import annotations

import os.path
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jnato_graph.errors import UsageError
from jnato_graph.load.batches import Step, Writer, open_writer
from jnato_graph.load.reference import ReferenceData, ReferenceFacts
from jnato_graph.load.removal import mark_unfinished, remove_rows, take_up_unfinished
from jnato_graph.load.settle import Touched, settle
from jnato_graph.load.states import waiting_documents
from jnato_graph.load.summary import ForgetSummary
from jnato_graph.nearest import did_you_mean

if TYPE_CHECKING:
    from neo4j import Driver

_BY_KEY: Final = "MATCH (d:Document {key: $key})"
_BY_PATH: Final = "MATCH (:Address {path: $path})<-[:FOUND_AT]-(d:Document)"
_BY_TITLE: Final = """
MATCH (d:Document)
OPTIONAL MATCH (d)-[:FOUND_AT]->(a:Address)
WITH d, collect(a.title) AS titles
WHERE d.title = $title OR $title IN titles
"""
_FOUND: Final = " RETURN DISTINCT d.key AS key, d.title AS title, d.paths AS paths ORDER BY key"
_PART_FROM_PATHS: Final = """
UNWIND $rows AS row
MATCH (:Document {key: row})-[:FOUND_AT]->(a:Address)
DETACH DELETE a
"""
_NAMES: Final = "MATCH (d:Document) RETURN d.paths + coalesce(d.title, []) AS names LIMIT $limit"
_LOOKED_THROUGH: Final = 5_000  # documents among whose names one like an unknown one is looked for
_SHOWN: Final = 5


def forget(driver: Driver, database: str, document: str, *, reference: ReferenceData | None = None) -> ForgetSummary:
    """Forget the document that `document` names: by its key, one of its paths, or its whole title.

    A document is its text: it goes with all its paths. `reference` are the reference data, as for `load_extractions`.
    One that a run left half forgotten is gone after the next load or forgetting. Raises `UsageError` when no document
    is meant or more than one may be, and the driver's own errors.
    """
    facts = ReferenceFacts.of(reference)
    with open_writer(driver, database) as writer:
        touched = Touched()
        found = _find(writer, document)
        summary = ForgetSummary(key=found["key"], title=found["title"], paths=tuple(found["paths"]))
        if take_up_unfinished(writer, touched, summary):
            settle(writer, touched, facts, summary)
        key = found["key"]
        mark_unfinished(writer, [key])
        writer.write([Step(_PART_FROM_PATHS, [key])])
        remove_rows(writer, [key], touched, summary)
        touched.leaving.add(key)
        settle(writer, touched, facts, summary)
        summary.documents.removed = 1
        summary.reread = tuple(sorted(waiting_documents(writer).values()))
        summary.counters.add(writer.counters)
    return summary


def _find(writer: Writer, document: str) -> dict[str, Any]:
    attempts = [(_BY_KEY, {"key": document})]
    attempts += [(_BY_PATH, {"path": path}) for path in _spellings(document)]
    attempts += [(_BY_TITLE, {"title": document})]
    for query, parameters in attempts:
        rows = writer.read(query + _FOUND, **parameters)
        if len(rows) > 1:
            keys = ", ".join(row["key"] for row in rows[:_SHOWN]) + (", ..." if len(rows) > _SHOWN else "")
            raise UsageError(f"{len(rows)} documents have the title {document!r}: give one of their keys, {keys}")
        if rows:
            return rows[0]
    names = [name for row in writer.read(_NAMES, limit=_LOOKED_THROUGH) for name in row["names"]]
    hint = did_you_mean(document, names) or "jnato-graph report run documents-loaded lists them"
    raise UsageError(f"no document has the key, path or title {document!r}; {hint}")


def _spellings(path: str) -> list[str]:
    """A path as given, and in other ways that a load may have had it."""
    absolute = os.path.abspath(path)  # noqa: PTH100 - a link in the path is left as it is, as the loader left it
    spellings = [path, os.path.normpath(path), absolute]
    if Path(absolute).is_relative_to(Path.cwd()):
        spellings.append(str(Path(absolute).relative_to(Path.cwd())))
    return list(dict.fromkeys(spellings))
