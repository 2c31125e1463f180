"""Rows of those that are what the question asks for."""

from __future__ import annotations

import pytest
from neo4j import Driver

from jnato_graph.ask import Asked, ask_graph
from jnato_graph.database import Connection


def asked(question: str, graph: Driver, connection: Connection) -> Asked:
    found = ask_graph(question, graph, connection, asked_on="2026-11-25")
    assert isinstance(found, Asked), found
    return found


def actors(found: Asked) -> set[object]:
    return {record["actor"] for record in found.answer.records()}


def test_countries_are_neither_persons_nor_organisations(graph: Driver, connection: Connection) -> None:
    who, countries = (
        asked(f"{each} opposed the Tokyo office?", graph, connection) for each in ("Who", "Which countries")
    )

    assert "Emmanuel Macron" in actors(who)
    assert actors(countries) == actors(who) - {"Emmanuel Macron"}
    assert any("left out" in note for note in countries.answer.notes)


def test_how_many_countries_counts_states_alone(graph: Driver, connection: Connection) -> None:
    # Russia, China, France, Italy; Germany may oppose it, and is said not to
    found = asked("How many countries opposed the Tokyo office?", graph, connection)

    assert found.count is not None
    assert found.count.number == 4


@pytest.mark.parametrize("question", ["Which countries did Kishida visit?", "Which countries did NATO partner with?"])
def test_what_is_asked_for_at_the_other_end_leaves_the_rows_as_they_are(
    graph: Driver, connection: Connection, question: str
) -> None:
    found = asked(question, graph, connection)

    assert found.answer.rows
    assert not any("left out" in note for note in found.answer.notes)
