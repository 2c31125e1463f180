"""The library: one call for each thing that a command does. `import jnato_graph` offers them all, imported when used.

import jnato_graph
summary = jnato_graph.load_documents(["seeds"])
answer = jnato_graph.run_report("members-opposed-office", {"office": "NATO liaison office in Tokyo"})

`settings` are those of `load_settings()` where none are given. All raise the classes of `jnato_graph.errors`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from itertools import batched
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from jnato_graph.errors import InputError, UsageError
from jnato_graph.settings import Settings, load_settings
from jnato_graph.stamp import current_stamp

if TYPE_CHECKING:
    from neo4j import Driver

    from jnato_graph.ask import Asked, Declined
    from jnato_graph.database import Connection
    from jnato_graph.load import ForgetSummary, LoadSummary
    from jnato_graph.page import Outcome
    from jnato_graph.read import ReadFailure
    from jnato_graph.records import Document, Extraction
    from jnato_graph.report import Answer

INTERCHANGE: Final = ".jsonl"
_ASKED_TOGETHER: Final = 200
"""Documents about which the database is asked at once, whether it has them."""

type Progress = Callable[[Document], None]
"""Called with each document when it has been read through; what was read is written to the database after that."""


def extract_documents(
    paths: Sequence[Path | str],
    *,
    settings: Settings | None = None,
    manifest: Path | None = None,
    workers: int = 1,
    quick: bool = False,
    progress: Progress | None = None,
    failures: list[ReadFailure] | None = None,
) -> Iterator[Extraction]:
    """What each document under `paths` says, in the order of their paths. Needs no database.

    `quick` leaves the trained network out: sooner done, and fewer claims found.
    Files that cannot be read are appended to `failures` and do not stop the rest.
    """
    from jnato_graph.pipeline import extractions

    model = (settings or load_settings()).spacy_model
    found = extractions(
        [Path(path) for path in paths], manifest=manifest, model=model, workers=workers, quick=quick, failures=failures
    )
    return _told(found, progress)


def write_documents(
    output: Path | TextIO,
    paths: Sequence[Path | str],
    *,
    settings: Settings | None = None,
    manifest: Path | None = None,
    workers: int = 1,
    quick: bool = False,
    progress: Progress | None = None,
    failures: list[ReadFailure] | None = None,
) -> int:
    """Extract the documents under `paths` as JSON Lines, and say how many there were.

    A file is there in full or not at all; a stream is written to as it comes. Raises `InputError` when there is no
    document, and `UsageError` when the file is one of those to be read: what was there is there still.
    """
    from jnato_graph.interchange import extraction_lines, write_extractions
    from jnato_graph.read import no_documents

    settings = settings or load_settings()
    stamp, count = current_stamp(settings.spacy_model, quick=quick), 0
    lost = failures if failures is not None else []
    source = [Path(path) for path in paths]
    if isinstance(output, Path):
        _refuse_source(output, [*source, *([manifest] if manifest else [])])

    def counted() -> Iterator[Extraction]:
        nonlocal count
        found = extract_documents(
            paths,
            settings=settings,
            manifest=manifest,
            workers=workers,
            quick=quick,
            progress=progress,
            failures=lost,
        )
        for count, extraction in enumerate(found, start=1):  # noqa: B007 - it is the count that is wanted
            yield extraction
        if lost and not count:
            raise InputError(f"nothing is written, since none of {len(lost)} files could be read: {lost[0]}")
        if not count:
            raise no_documents(source)

    if isinstance(output, Path):
        write_extractions(output, counted(), stamp=stamp)
    else:
        output.writelines(extraction_lines(counted(), stamp=stamp))
    return count


def load_documents(
    paths: Sequence[Path | str],
    *,
    settings: Settings | None = None,
    manifest: Path | None = None,
    workers: int = 1,
    quick: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
    failures: list[ReadFailure] | None = None,
) -> LoadSummary:
    """Bring the documents under `paths` into the database. What it has as this version reads it is not read again.

    Files that cannot be read are appended to `failures` and do not stop the rest. With `dry_run` nothing is written.
    Raises `InputError` when the paths lead to no file at all.
    """
    from jnato_graph.load import known_documents, load_extractions
    from jnato_graph.pipeline import extractions_of
    from jnato_graph.read import failures_aside, find_sources, no_documents, read_documents

    settings = settings or load_settings()
    stamp, model = current_stamp(settings.spacy_model, quick=quick), settings.spacy_model
    lost = failures if failures is not None else []
    source = [Path(path) for path in paths]
    if not find_sources(source):
        raise no_documents(source)
    with open_database(settings) as (driver, connection):
        database = connection.database
        known, here = set[str](), set[str]()

        def looked_up() -> Iterator[Document]:
            for documents in batched(failures_aside(read_documents(source, manifest), lost), _ASKED_TOGETHER):
                known.update(known_documents(driver, database, documents, stamp=stamp))
                here.update(document.path for document in documents)
                yield from documents

        found = _told(extractions_of(looked_up(), known=known, model=model, workers=workers, quick=quick), progress)
        summary = load_extractions(driver, database, found, stamp=stamp, dry_run=dry_run)
        again = here.intersection(summary.reread)
        summary.reread = tuple(path for path in summary.reread if path not in again)
        if again and not dry_run:
            # Only now is it known that their texts must be read, or read for another path than they were read for.
            documents = (item for item in failures_aside(read_documents(source, manifest), []) if item.path in again)
            found = extractions_of(documents, model=model, workers=workers, quick=quick)
            _add(summary, load_extractions(driver, database, found, stamp=stamp))
    return summary


def load_file(
    path: Path | str, *, settings: Settings | None = None, dry_run: bool = False, progress: Progress | None = None
) -> LoadSummary:
    """Bring a file of JSON Lines that `write_documents` made into the database; one with a problem is not begun."""
    from jnato_graph.interchange import read_extractions, read_stamp
    from jnato_graph.load import load_extractions

    path = Path(path)
    found = _told(read_extractions(path), progress)
    stamp = read_stamp(path) or "unknown"
    with open_database(settings) as (driver, connection):
        return load_extractions(driver, connection.database, found, stamp=stamp, dry_run=dry_run)


def forget_document(document: str, *, settings: Settings | None = None) -> ForgetSummary:
    """Take a document, named by its key, a path or its title, and all that only it supported out again."""
    from jnato_graph.load import forget

    with open_database(settings) as (driver, connection):
        return forget(driver, connection.database, document)


def run_report(
    name: str,
    parameters: Mapping[str, object] | None = None,
    *,
    settings: Settings | None = None,
    folder: Path | None = None,
) -> Answer:
    """The answer of a saved query (of those in `folder`, if given); `render` of `jnato_graph.report` shows it."""
    from jnato_graph.report import find_query, run_query

    query = find_query(name, folder)
    with open_database(settings) as (driver, connection):
        return run_query(query, dict(parameters or {}), driver, connection)


def report_page(
    name: str,
    parameters: Mapping[str, object] | None = None,
    *,
    settings: Settings | None = None,
    folder: Path | None = None,
) -> str:
    """The answer of a saved query as one page of HTML that needs no network, with at most 500 rows.

    `jnato_graph.page` makes pages of answers that are there already.
    """
    from jnato_graph.page import MAX_ROWS, read_subgraph, render_page
    from jnato_graph.report import find_query, run_query

    query = find_query(name, folder)
    with open_database(settings) as (driver, connection):
        answer = run_query(query, dict(parameters or {}), driver, connection, max_rows=MAX_ROWS)
        return render_page(answer, read_subgraph(answer, driver, connection))


def report_pages(
    output: Path | str, *, settings: Settings | None = None, folder: Path | None = None
) -> Iterator[Outcome]:
    """Write all saved queries, run with their defaults, into the folder `output`: a page each, and an index at the end.

    Yields how it went with each report; one that fails does not stop the others.
    """
    from jnato_graph.page import write_pages
    from jnato_graph.report import read_catalogue

    queries = read_catalogue(folder)
    with open_database(settings) as (driver, connection):
        yield from write_pages(queries, Path(output), driver, connection)


def ask_question(
    question: str,
    *,
    settings: Settings | None = None,
    folder: Path | None = None,
    asked_on: str | None = None,
    timeout: float = 60.0,
    max_rows: int = 10_000,
) -> Asked | Declined:
    """The answer to a question in plain English by the fitting report, or why there is none.

    `asked_on` (ISO) is the day from which "last year" counts; today where it is not given. `show_asked` of
    `jnato_graph.ask` shows the answer.
    """
    from jnato_graph.ask import ask_graph, refusal

    if (refused := refusal(question)) is not None:
        return refused  # before a database is started for it
    settings = settings or load_settings()
    with open_database(settings) as (driver, connection):
        return ask_graph(
            question, driver, connection, model=settings.spacy_model, folder=folder, asked_on=asked_on,
            timeout=timeout, max_rows=max_rows,
        )  # fmt: skip


def graph_hash(*, settings: Settings | None = None) -> str:
    """A hash over the whole graph: equal hashes, equal graphs."""
    from jnato_graph.load import graph_hash

    with open_database(settings) as (driver, connection):
        return graph_hash(driver, connection.database)


@contextmanager
def open_database(settings: Settings | None = None) -> Iterator[tuple[Driver, Connection]]:
    """A driver for the database that the settings name; the embedded one is started if it does not run."""
    from jnato_graph.database import ensure_database, open_driver

    connection = ensure_database(settings or load_settings())
    with open_driver(connection) as driver:
        yield driver, connection


def _refuse_source(output: Path, paths: Sequence[Path]) -> None:
    """Raises UsageError when `output` is a file that is read."""
    from jnato_graph.read import find_sources, only_sources

    if not output.is_file():
        return
    for path in (*(item.path for item in only_sources(find_sources(paths))), *paths):
        if path.exists() and output.samefile(path):
            raise UsageError(f"{output} is one of the files to be read: choose another --output")


def _told(found: Iterable[Extraction], progress: Progress | None) -> Iterator[Extraction]:
    for extraction in found:
        if progress is not None:
            progress(extraction.document)
        yield extraction


def _add(summary: LoadSummary, more: LoadSummary) -> None:
    """Count what a second pass over some of the documents did to the first; they are not counted as unchanged again."""
    for name, tally in summary.tallies().items():
        other = more.tallies()[name]
        for item in fields(tally):
            setattr(tally, item.name, getattr(tally, item.name) + getattr(other, item.name))
    summary.counters.add(more.counters)
    summary.failed += more.failed
    summary.replaced += more.replaced
    summary.reread = tuple(sorted({*summary.reread, *more.reread}))
