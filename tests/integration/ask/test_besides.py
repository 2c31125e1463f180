"""What is left out of answers on the graph of `tests/questions`, and names of which it has more or less than asked."""

from __future__ import annotations

import pytest
from neo4j import Driver

from jnato_graph.ask import Asked, ask_graph
from jnato_graph.database import Connection

TODAY = "2026-11-25"


def asked(question: str, graph: Driver, connection: Connection) -> Asked:
    found = ask_graph(question, graph, connection, asked_on=TODAY)
    assert isinstance(found, Asked), found
    return found


def test_who_is_left_out_by_the_question_is_in_no_row(graph: Driver, connection: Connection) -> None:
    every = asked("Who opposed the liaison office in Tokyo?", graph, connection).answer.records()
    found = asked("Who besides France and China opposed the liaison office in Tokyo?", graph, connection)

    actors = {record["actor"] for record in found.answer.records()}
    assert actors == {record["actor"] for record in every} - {"France", "China"}
    assert not found.sure
    assert any(note.startswith("what the question leaves out is not shown") for note in found.answer.notes)


@pytest.mark.parametrize(
    "question",
    [
        "Who took part in Nordic Dawn 2024?",
        "Which countries were in Nordic Dawn 2024?",
        "nordic dawn 2024 participants",
    ],
)
def test_an_edition_without_a_name_of_its_own_is_the_series_of_that_year(
    graph: Driver, connection: Connection, question: str
) -> None:
    found = asked(question, graph, connection)

    assert found.parameters.items() >= {"exercise": "exercise:nordic-dawn", "when": "2024"}.items()
    assert "Germany" in {record["participant"] for record in found.answer.records()}


def test_an_edition_is_the_series_of_any_year_where_the_report_takes_no_year(
    graph: Driver, connection: Connection
) -> None:
    found = asked("Did Germany join Nordic Dawn 2024?", graph, connection)

    assert "exercise:nordic-dawn" in found.parameters.values()
    assert not found.sure


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Who paid into the assistance package trust fund?",
         "programme:comprehensive-assistance-package-trust-fund"),
        ("What did Japan give to the assistance package trust fund?",
         "programme:comprehensive-assistance-package-trust-fund"),
        ("Who proposed the space centre?", "organisation:nato-space-centre"),
    ],
)  # fmt: skip
def test_most_of_a_name_is_read_as_the_one_thing_that_has_it(
    graph: Driver, connection: Connection, question: str, key: str
) -> None:
    found = asked(question, graph, connection)

    assert key in found.parameters.values()
    assert found.answer.rows
    assert not found.sure


def test_nothing_found_is_never_sure_and_undated_rows_are_told_though_others_are_there(
    graph: Driver, connection: Connection
) -> None:
    nothing = asked("When did Macron visit Tokyo?", graph, connection)
    dated = asked("Which operations did Germany join in 2014?", graph, connection)

    assert (nothing.answer.rows, nothing.sure) == ((), False)
    assert any("without a date" in note for note in dated.answer.notes)


def test_how_much_counts_nobody(graph: Driver, connection: Connection) -> None:
    assert asked("How much did Japan give to Ukraine?", graph, connection).count is None


def test_how_many_took_each_position(graph: Driver, connection: Connection) -> None:
    found = asked("How many allies supported, opposed or said nothing about the Tokyo office?", graph, connection)

    assert found.count is not None
    told = dict(found.count.by)
    assert (told["opposed"], told["supported"]) == (2, 3)
