"""Hosts alone, visits one way, what a question denies, and names of another kind, on the graph of `tests/questions`."""

from __future__ import annotations

from dataclasses import replace

from neo4j import Driver

from jnato_graph.ask import Asked, Choice, Declined, ask_graph, choose, heading, patterns, pipeline
from jnato_graph.ask.answer import answer
from jnato_graph.database import Connection


def asked(question: str, graph: Driver, connection: Connection) -> Asked:
    found = ask_graph(question, graph, connection, asked_on="2026-11-25")
    assert isinstance(found, Asked), found
    return found


def told(found: Asked, *columns: str) -> set[tuple[object, ...]]:
    return {tuple(record[column] for column in columns) for record in found.answer.records()}


def test_only_hosts_are_listed_where_hosts_are_asked_for(graph: Driver, connection: Connection) -> None:
    summit = asked("Who played host to the Vilnius summit?", graph, connection)
    drills = asked("Which exercises did Estonia host?", graph, connection)
    others = asked("Which exercises did Japan host?", graph, connection)

    assert told(summit, "participant", "part") == {("Lithuania", "host")}
    assert told(drills, "exercise", "participant") == {("Locked Shields 2021", "Estonia")}
    assert told(others, "exercise") == set()


def test_visits_are_listed_in_the_direction_asked_for(graph: Driver, connection: Connection) -> None:
    there = asked("Did the NATO secretary general ever go to Japan?", graph, connection)
    between = asked("visits between NATO and Japan", graph, connection)

    assert told(there, "actor") == {("Jens Stoltenberg",)}
    assert told(there, "actor", "whom") <= told(between, "actor", "whom")


def test_no_number_is_given_of_those_who_held_an_office(graph: Driver, connection: Connection) -> None:
    assert asked("How often did Japanese prime ministers go to Belgium?", graph, connection).count is None


def test_who_stayed_away_gives_no_one_who_was_there(graph: Driver, connection: Connection) -> None:
    found = asked("Who stayed away from the Madrid summit?", graph, connection)

    assert found.answer.rows == ()
    assert not found.sure


def test_a_long_list_of_states_is_named_in_the_heading(graph: Driver, connection: Connection) -> None:
    found = asked("Which European countries opposed the Tokyo office?", graph, connection)

    assert "(46 European states as among)" in heading(found)
    assert "albania" not in heading(found)
    assert "albania" in heading(found, show_cypher=True)


def test_what_the_graph_has_as_a_thing_of_another_kind_is_not_denied(graph: Driver, connection: Connection) -> None:
    choice = choose("Who opposed the liaison office in Tokyo?", pipeline(), patterns(), "2026-11-25")
    assert isinstance(choice, Choice)
    named = replace(choice.names["office"], text="Yokota Memorandum", key="", label="", listed=False)
    other = replace(choice, names={"office": named}, values=choice.values | {"office": "Yokota Memorandum"})

    found = answer(other, graph, connection)

    assert isinstance(found, Declined)
    assert "which in the graph is the agreement Yokota Memorandum" in found.message
    assert "knows nobody" not in found.message
