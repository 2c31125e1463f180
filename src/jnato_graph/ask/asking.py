"""A question from its text to its answer: what `jnato-graph ask` and `jnato_graph.ask` do."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.language import Language

from jnato_graph.annotate import load_pipeline
from jnato_graph.ask.answer import Asked, answer
from jnato_graph.ask.choose import Choice, Declined, choose, refusal
from jnato_graph.ask.graph_names import names_in
from jnato_graph.ask.in_sentences import in_sentences
from jnato_graph.ask.patterns import Pattern, patterns_of
from jnato_graph.ask.spoken import as_written
from jnato_graph.database import Connection
from jnato_graph.report import MAX_ROWS, TIMEOUT_SECONDS, read_catalogue

if TYPE_CHECKING:
    from neo4j import Driver


@cache
def pipeline(model: str | None = None) -> Language:
    """The pipeline that reads questions: the one for articles with its quick recogniser, loaded once."""
    return load_pipeline(model, quick=True)


@cache
def patterns(folder: Path | None = None) -> tuple[Pattern, ...]:
    """The questions that the reports of a folder answer, read once. Raises ReportError for a line that is not right."""
    return tuple(pattern for query in read_catalogue(folder) for pattern in patterns_of(query))


def today() -> str:
    """The day on which is asked, ISO."""
    return datetime.now(UTC).date().isoformat()


def ask_graph(
    question: str,
    driver: Driver,
    connection: Connection,
    *,
    model: str | None = None,
    folder: Path | None = None,
    asked_on: str | None = None,
    timeout: float = TIMEOUT_SECONDS,
    max_rows: int = MAX_ROWS,
) -> Asked | Declined:
    """The answer to a question by one of the reports (of those in `folder`, if given), or why there is none.

    `asked_on` (ISO) is the day from which "last year" counts; today where it is not given.
    """
    if (refused := refusal(question)) is not None:
        return refused
    with driver.session(database=connection.database, default_access_mode="READ") as session:
        known = session.execute_read(names_in, as_written(question))
    choice = choose(question, pipeline(model), patterns(folder), asked_on or today(), known)
    if not isinstance(choice, Choice):
        return choice
    told = answer(choice, driver, connection, timeout=timeout, max_rows=max_rows)
    if isinstance(told, Declined):
        return in_sentences(told, choice, patterns(folder), driver, connection, timeout=timeout, max_rows=max_rows)
    return told
