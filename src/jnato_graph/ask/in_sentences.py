"""Sentences with a name that the graph knows nobody and nothing by: a ship, or a meeting that only a title tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from jnato_graph.ask.answer import Asked, remarks_on
from jnato_graph.ask.choose import Choice, Declined
from jnato_graph.ask.patterns import Pattern
from jnato_graph.database import Connection
from jnato_graph.report import run_query

if TYPE_CHECKING:
    from neo4j import Driver

_REPORT: Final = "sentences-with-words"


def in_sentences(
    declined: Declined,
    choice: Choice,
    patterns: Sequence[Pattern],
    driver: Driver,
    connection: Connection,
    *,
    timeout: float,
    max_rows: int,
) -> Asked | Declined:
    """The sentences that hold an unknown name as it is written, which may tell what is asked; never as sure.

    As it was declined where there are none, and for a single word, which may stand there for something else ("Peace").
    """
    query = next((each.query for each in patterns if each.query.name == _REPORT), None)
    unknown = [named.text for named in choice.names.values() if not named.key and len(named.text.split()) > 1]
    if query is None or declined.reason != "unknown name" or len(unknown) != 1 or '"' in unknown[0]:
        return declined
    words = f'"{unknown[0]}"'
    found = run_query(query, {"words": words}, driver, connection, timeout=timeout, max_rows=max_rows)
    if not found.rows:
        return declined
    near = f" (names in the graph: {'; '.join(declined.suggestions)})" if declined.suggestions else ""
    doubt = f"{declined.message}{near}: these sentences only have the words {unknown[0]}"
    told = replace(
        choice, query=query, values={"words": words}, names={}, kinds=("list",), order="", label="", sure=False,
        doubts=(doubt,), left=(), others=(), notes=(),
    )  # fmt: skip
    return Asked(question=choice.question, choice=told, answer=found, sure=False, remarks=remarks_on(told))
