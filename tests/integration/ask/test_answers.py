"""The questions of `tests/questions` on the graph beside them: report, parameters, and the rows that answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from neo4j import Driver

from jnato_graph.ask import Asked, Declined, ask_graph
from jnato_graph.ask.judging import fault_of_answer, is_sure, read_questions
from jnato_graph.database import Connection
from jnato_graph.report import Answer, SavedQuery, run_query

FOLDER = Path(__file__).parents[2] / "questions"
FLOORS: dict[str, Any] = yaml.safe_load((FOLDER / "floors.yaml").read_text(encoding="utf-8"))["answered"]
TODAY = "2026-11-25"


def _each_once(run: Callable[..., Answer]) -> Callable[..., Answer]:
    """`run_query` for a graph that does not change: each report with each of its parameters runs once."""
    known: dict[tuple[str, str], Answer] = {}

    def run_once(query: SavedQuery, values: Mapping[str, object], *rest: Any, **more: Any) -> Answer:
        key = (query.name, repr(sorted(values.items())))
        if key not in known:
            known[key] = run(query, values, *rest, **more)
        return known[key]

    return run_once


@pytest.mark.parametrize("name", ["worked", "voices", "aside", "unread"])
def test_questions_are_answered_by_the_rows_expected(
    graph: Driver, connection: Connection, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jnato_graph.ask.answer.run_query", _each_once(run_query))
    questions = read_questions(FOLDER / f"{name}.yaml")
    answers = [ask_graph(question.text, graph, connection, asked_on=TODAY) for question in questions]

    faults = {
        question.text: (fault, is_sure(answer))
        for question, answer in zip(questions, answers, strict=True)
        if (fault := fault_of_answer(question, answer))
    }
    right = 1 - len(faults) / len(questions)
    # Of those put aside or unread only the figures are shown, so that nobody learns from them.
    shown = {} if name in ("aside", "unread") else faults
    alike = [fault_of_answer(*each, letter=False) is None for each in zip(questions, answers, strict=True)]
    assert sum(alike) / len(alike) >= FLOORS["alike"][name], shown
    assert right >= FLOORS[name], shown
    assert sum(sure for _, sure in faults.values()) <= FLOORS["wrong_and_sure"][name], shown


def asked(question: str, graph: Driver, connection: Connection) -> Asked:
    found = ask_graph(question, graph, connection, asked_on=TODAY)
    assert isinstance(found, Asked), found
    return found


def test_when_and_where_put_their_column_first(graph: Driver, connection: Connection) -> None:
    plain = asked("Who took part in Nordic Dawn?", graph, connection).answer
    when = asked("When did Finland take part in exercises?", graph, connection).answer
    where = asked("Where was Nordic Dawn held?", graph, connection).answer

    assert [answer.columns[0] for answer in (plain, when, where)] == ["exercise", "date", "places"]
    assert set(plain.columns) == set(where.columns)


def test_how_many_counts_each_once_and_what_is_denied_or_only_possible_apart(
    graph: Driver, connection: Connection
) -> None:
    members = asked("How many NATO members opposed the liaison office in Tokyo?", graph, connection)
    actors = asked("How many actors opposed the liaison office in Tokyo?", graph, connection)

    # France (twice), Italy; Germany may oppose, and is said not to.
    assert members.count is not None
    assert (members.count.number, members.count.not_yet) == (2, 1)
    # also Macron, Russia and China; who is against it in one sentence and not in another counts as against it
    assert actors.count is not None
    assert actors.count.number == 5


def test_the_latest_comes_first_when_it_is_asked_for(graph: Driver, connection: Connection) -> None:
    first = asked("Which agreement did Japan sign first?", graph, connection).answer.records()
    latest = asked("Which is the latest agreement of Japan?", graph, connection).answer.records()

    assert first[0]["date"] == "2013-04"
    assert latest[0]["date"] == "2023-07"


def test_small_letters_and_names_that_only_the_graph_knows_are_understood(
    graph: Driver, connection: Connection
) -> None:
    found = asked("who took part in nordic dawn", graph, connection)

    assert found.parameters == {"exercise": "exercise:nordic-dawn"}
    assert found.sure


def test_an_unknown_name_is_told_with_what_may_be_meant(graph: Driver, connection: Connection) -> None:
    found = ask_graph("When did Stoltenburg visit Tokyo?", graph, connection, asked_on=TODAY)

    assert isinstance(found, Declined)
    assert found.reason == "unknown name"
    assert "Stoltenburg" in found.message
    assert "Jens Stoltenberg" in found.suggestions


def test_a_series_is_its_one_edition_in_the_graph_and_several_are_told(graph: Driver, connection: Connection) -> None:
    one = asked("Did Sweden take part in Air Defender?", graph, connection)
    several = ask_graph("Who took part in RIMPAC?", graph, connection, asked_on=TODAY)

    assert one.parameters["object"] == "exercise:air-defender-2023"
    assert isinstance(several, Declined)
    assert set(several.suggestions) == {"RIMPAC 2022", "RIMPAC 2024"}


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who attended the NATO summit of Madrid?", "nato-summit-madrid-2022"),
        ("Who was at the summit in Spain?", "nato-summit-madrid-2022"),
        ("Who took part in RIMPAC in 2024?", "exercise:rimpac-2024"),
    ],
)
def test_a_thing_is_found_by_where_and_when_it_was(
    graph: Driver, connection: Connection, question: str, name: str
) -> None:
    found = ask_graph(question, graph, connection, asked_on=TODAY)

    assert isinstance(found, Asked)
    assert name in found.parameters.values()
    assert found.answer.rows


def test_a_summit_of_others_in_the_same_place_is_another_one(graph: Driver, connection: Connection) -> None:
    found = ask_graph("Who was at the G7 summit in Spain?", graph, connection, asked_on=TODAY)

    assert isinstance(found, Declined) or "nato-summit-madrid-2022" not in found.parameters.values()


def test_members_by_group_are_told_by_the_reference_data_too(graph: Driver, connection: Connection) -> None:
    found = asked("Which Baltic states belong to NATO?", graph, connection)

    assert {record["member"] for record in found.answer.records()} == {"Estonia", "Latvia", "Lithuania"}
    assert found.sure


def test_a_name_that_is_known_but_in_no_document_gives_no_rows_and_a_note(
    graph: Driver, connection: Connection
) -> None:
    found = asked("Which agreements did Mongolia sign?", graph, connection)

    assert found.answer.rows == ()
    assert found.answer.notes


def test_an_empty_graph_is_told(empty_database: Connection) -> None:
    from jnato_graph.database import open_driver

    with open_driver(empty_database) as driver:
        found = ask_graph("Who opposed the liaison office in Tokyo?", driver, empty_database, asked_on=TODAY)

    assert isinstance(found, Asked)
    assert found.answer.notes == ("the graph is empty: load documents first, with jnato-graph load PATHS",)
