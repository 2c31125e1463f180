"""The whole set of reports as pages, with an index that says of each how much it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jnato_graph.errors import JnatoError, UsageError
from jnato_graph.page.render import INDEX, render_page
from jnato_graph.page.subgraph import read_subgraph
from jnato_graph.page.templates import fill
from jnato_graph.report import Answer, SavedQuery, run_query
from jnato_graph.whole_file import write_whole

if TYPE_CHECKING:
    from neo4j import Driver

    from jnato_graph.database import Connection

MAX_ROWS: Final = 500
"""So many rows are shown unless more are asked for: a page of them stays below about a megabyte."""
_OF_GRAPH: Final = ("graph is empty", "not loaded in full")
"""Words of the notes that are on the graph, and not on a report: the index tells them, once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How it went with one report: `answer` and the name of its `file`, or the `error` that kept it from being made."""

    query: SavedQuery
    answer: Answer | None = None
    file: str = ""
    error: JnatoError | None = None

    @property
    def asks_for(self) -> tuple[str, ...]:
        """The parameters without which the report has nothing to say: their default is empty, and it had no row."""
        if self.answer is None or self.answer.rows:
            return ()
        return tuple(
            parameter.name
            for parameter in self.query.parameters
            if parameter.default == "" and not parameter.type.optional
        )


def write_pages(
    queries: Sequence[SavedQuery],
    output: Path,
    driver: Driver,
    connection: Connection,
    *,
    timeout: float = 60.0,
    max_rows: int = MAX_ROWS,
) -> Iterator[Outcome]:
    """Run each report with its defaults and write its page into the folder `output`; the index comes last.

    Yields how it went with each. A report that fails does not stop the others, and is named in the index. Raises
    UsageError when the folder cannot be written to. Pages that are there already are replaced, other files left alone.
    """
    outcomes = []
    try:
        output.mkdir(parents=True, exist_ok=True)
        for query in queries:
            outcome = _page(query, output, driver, connection, timeout, max_rows)
            outcomes.append(outcome)
            yield outcome
        write_whole(output / INDEX, render_index(outcomes))
    except OSError as error:
        raise UsageError(f"--output {output}: cannot be written ({error.strerror or error})") from error


def render_index(outcomes: Sequence[Outcome]) -> str:
    """The index page: the reports by subject, with the number of their rows."""
    by_subject = sorted(outcomes, key=lambda outcome: (outcome.query.subject, outcome.query.name))
    groups = [(subject, list(group)) for subject, group in groupby(by_subject, lambda outcome: outcome.query.subject)]
    notes = dict.fromkeys(
        note
        for each in outcomes
        if each.answer
        for note in each.answer.notes
        if any(part in note for part in _OF_GRAPH)
    )
    return fill("index.html.jinja", groups=groups, notes=list(notes), count=len(outcomes))


def _page(
    query: SavedQuery, output: Path, driver: Driver, connection: Connection, timeout: float, max_rows: int
) -> Outcome:
    try:
        answer = run_query(query, {}, driver, connection, timeout=timeout, max_rows=max_rows)
        page = render_page(answer, read_subgraph(answer, driver, connection), index=INDEX)
    except JnatoError as error:
        return Outcome(query=query, error=error)
    file = f"{query.name}.html"
    write_whole(output / file, page)
    return Outcome(query=query, answer=answer, file=file)
