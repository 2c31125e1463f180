"""Questions of which the names give no row: the same thing under another key, and who or what is part of it."""

from __future__ import annotations

import pytest
from neo4j import Driver

from jnato_graph.ask import Asked, Declined, ask_graph
from jnato_graph.database import Connection


def asked(question: str, graph_of_other_names: Driver, connection: Connection) -> Asked:
    found = ask_graph(question, graph_of_other_names, connection, asked_on="2026-11-25")
    assert isinstance(found, Asked), found
    return found


@pytest.mark.parametrize(
    ("question", "cells"),
    [
        ("Who pays into PURL?", {"Kazakhstan"}),
        ("Who supported the NATO bureau in Japan's capital?", {"Lithuania", "United Kingdom"}),
        ("Who signed the Security and Defence Partnership between the EU and Moldova?", {"European Union", "Moldova"}),
        ("When did Kazakhstan open its mission to NATO?", {"2019", "2021"}),
        ("What did Putin and Kim Jong-un sign?", {"Russia", "North Korea"}),
        ("Stoltenberg's trips to Asia", {"Tokyo"}),
        ("Japan's participation in NATO exercises", {"RIMPAC 2024"}),
    ],
)
def test_what_goes_by_another_name_is_asked_before_there_is_said_to_be_nothing(
    graph_of_other_names: Driver, connection: Connection, question: str, cells: set[str]
) -> None:
    found = asked(question, graph_of_other_names, connection)

    assert cells <= {cell for row in found.answer.rows for cell in row if isinstance(cell, str)}
    assert not found.sure
    assert any(
        "under the name asked for" in note or "is read as" in note or "is left out" in note
        for note in found.answer.notes
    )


@pytest.mark.parametrize(
    "question",
    [
        # its sentence tells of others
        "Who signed the Security and Defence Partnership between the EU and Albania?",
        # no sentence tells of a visit there
        "Zakharova's trips to Asia",
    ],
)
def test_what_is_told_of_others_is_no_answer(
    graph_of_other_names: Driver, connection: Connection, question: str
) -> None:
    found = asked(question, graph_of_other_names, connection)

    assert not found.answer.rows
    assert not found.sure


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Agreements between India and Nepal", {("India", "2015"), ("Nepal", "2015")}),
        ("What did India sign before 2012?", {("India", "2010"), ("Mongolia", "2010")}),
        ("What has Nepal signed?", {("India", "2015"), ("Nepal", "2015")}),
    ],
)
def test_of_several_agreements_of_one_name_only_that_of_the_parties_and_time_is_shown(
    graph_of_other_names: Driver, connection: Connection, question: str, rows: set[tuple[str, str]]
) -> None:
    found = asked(question, graph_of_other_names, connection)

    assert found.query.name == "agreements-in-order"
    assert {(row["signatory"], row["date"]) for row in found.answer.records()} == rows


def test_sentences_with_an_unknown_name_are_shown_and_never_as_sure(
    graph_of_other_names: Driver, connection: Connection
) -> None:
    found = asked("Has HMS Prince of Wales visited Japan?", graph_of_other_names, connection)

    assert found.query.name == "sentences-with-words"
    assert found.answer.rows
    assert not found.sure
    assert any("knows nobody and nothing called HMS Prince of Wales" in remark for remark in found.remarks)


def test_an_unknown_name_that_no_sentence_has_is_told(graph_of_other_names: Driver, connection: Connection) -> None:
    found = ask_graph("Has HMS Nowhere Island visited Japan?", graph_of_other_names, connection, asked_on="2026-11-25")

    assert isinstance(found, Declined)
    assert found.reason == "unknown name"


def test_a_surname_is_that_of_the_one_person_in_the_graph(graph_of_other_names: Driver, connection: Connection) -> None:
    found = asked("Where did Vice-Minister Quillfeather travel?", graph_of_other_names, connection)

    assert found.parameters["actor"] == "person:ada-quillfeather"


def test_a_second_report_that_rests_on_the_same_sentences_is_no_doubt(
    graph_of_other_names: Driver, connection: Connection
) -> None:
    found = asked("who has criticised AUKUS", graph_of_other_names, connection)

    assert {row["subject"] for row in found.answer.records()} == {"Bhutan"}
    assert found.sure
    assert not found.remarks
