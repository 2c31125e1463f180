"""Running a saved query: it may only read, names are found, and what goes wrong is said in one line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from neo4j import Driver

from jnato_graph.database import Connection
from jnato_graph.errors import ReportError, UsageError
from jnato_graph.report import SavedQuery, find_query, parse_query, run_query

OFFICE = "nato-liaison-office-tokyo"
FILE = Path("mine/sources/made-here.cypher")


def saved(body: str, *parameters: str) -> SavedQuery:
    header = "".join(f"// {parameter}\n" for parameter in parameters)
    return parse_query(f"// Made here\n// For a test.\n{header}{body}\n", FILE)


def count(driver: Driver, connection: Connection) -> int:
    return int(driver.execute_query("MATCH (n) RETURN count(n) AS n", database_=connection.database).records[0]["n"])


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("CREATE (n:Claim {key: 'x'}) RETURN n.key AS key", "Create"),
        ("MATCH (n:Claim) SET n.key = n.key + 'x' RETURN n.key AS key", "Set"),
        ("MATCH (n:Claim) DETACH DELETE n RETURN 1 AS one", "DetachDelete"),
        ("MATCH (n:Claim) REMOVE n.key RETURN 1 AS one", "writes"),
        ("MERGE (n:Claim {key: 'x'}) RETURN n.key AS key", "Merge"),
        ("CREATE (n:Claim {key: 'x'})", "Create"),
        ("CREATE INDEX made IF NOT EXISTS FOR (n:Claim) ON (n.made)", "manages"),
        ("DROP CONSTRAINT claim_key_unique IF EXISTS", "manages"),
        ("MATCH (n:Claim) CALL (n) { SET n.a = 1 } IN TRANSACTIONS RETURN 1 AS one", "writes"),
        ("FOREACH (i IN [1] | CREATE (:Claim))", "writes"),
        ("CALL db.createLabel('Made') RETURN 1 AS one", "writes"),
        ("CALL dbms.listConfig() YIELD name, value RETURN name, value", "may"),
        ("LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", "LOAD CSV"),
        ("SHOW USERS", "may"),
    ],
)
def test_what_writes_or_looks_outside_is_refused_and_changes_nothing(
    graph: Driver, connection: Connection, body: str, words: str
) -> None:
    before = count(graph, connection)

    with pytest.raises(ReportError, match=r"made-here\.cypher:3: ") as caught:
        run_query(saved(body), {}, graph, connection)

    assert words in str(caught.value)
    assert count(graph, connection) == before


def test_values_are_never_part_of_the_query(graph: Driver, connection: Connection) -> None:
    query = saved("RETURN $text AS text", '$text = "x" (text)')
    text = "\"}) DETACH DELETE n // \u0000 ' ` \\ \u202e"

    assert run_query(query, {"text": text}, graph, connection).rows == ((text,),)


@pytest.mark.parametrize(
    ("body", "line"),
    [("MATCH (n:Claim)\nWHERE n.key = = 1\nRETURN n.key AS key", 4), ("MATCH (n:Claim)\n\nRETURN m.key AS key", 5)],
)
def test_wrong_cypher_is_said_with_the_line_of_the_file(
    graph: Driver, connection: Connection, body: str, line: int
) -> None:
    with pytest.raises(ReportError, match=rf"made-here\.cypher:{line}: the database does not take the query"):
        run_query(saved(body), {}, graph, connection)


def test_a_query_that_takes_too_long_is_stopped(graph: Driver, connection: Connection) -> None:
    query = saved("UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(a + b) AS n")

    with pytest.raises(ReportError, match=r"took longer than 0\.5 s"):
        run_query(query, {}, graph, connection, timeout=0.5)


def test_a_very_long_answer_is_cut_and_says_so(graph: Driver, connection: Connection) -> None:
    query = saved("UNWIND range(1, 1000000000) AS n RETURN n")

    answer = run_query(query, {}, graph, connection, max_rows=5)

    assert answer.rows == ((1,), (2,), (3,), (4,), (5,))
    assert answer.truncated


def test_an_answer_of_just_so_many_rows_is_not_cut(graph: Driver, connection: Connection) -> None:
    assert not run_query(saved("UNWIND [1, 2] AS n RETURN n"), {}, graph, connection, max_rows=2).truncated


@pytest.mark.parametrize(
    ("limit", "notes"),
    [
        (2, ("2 rows, as many as `limit` allows: there may be more (--param limit=10)",)),
        (1, ("1 row, as many as `limit` allows: there may be more (--param limit=5)",)),
        (1000, ("1,000 rows, as many as `limit` allows: there may be more (--param limit=5000)",)),
        (3000, ()),
    ],
)
def test_an_answer_of_as_many_rows_as_its_limit_allows_says_so(
    graph: Driver, connection: Connection, limit: int, notes: tuple[str, ...]
) -> None:
    query = saved("UNWIND range(1, 2000) AS n RETURN n LIMIT toInteger($limit)", "$limit = 2")

    answer = run_query(query, {"limit": limit}, graph, connection)

    assert len(answer.rows) == min(limit, 2000)
    assert answer.notes == notes


def test_an_answer_that_is_cut_besides_says_that_alone(graph: Driver, connection: Connection) -> None:
    query = saved("UNWIND range(1, 2000) AS n RETURN n LIMIT toInteger($limit)", "$limit = 20")

    answer = run_query(query, {}, graph, connection, max_rows=10)

    assert answer.truncated
    assert answer.notes == ()


@pytest.mark.parametrize(
    ("report", "given", "value"),
    [
        ("actor-dossier", {"actor": "france"}, "france"),
        ("actor-dossier", {"actor": "France"}, "france"),
        ("actor-dossier", {"actor": "the french republic"}, "france"),
        ("actor-dossier", {"actor": "  FRENCH "}, "france"),
        ("actor-dossier", {"actor": "Turkiye"}, "turkiye"),
        ("actor-dossier", {"actor": "Türkiye"}, "turkiye"),
        ("actor-dossier", {"actor": "Turkey"}, "turkiye"),
        ("actor-dossier", {"actor": "Macron"}, "macron"),
        ("actor-dossier", {"actor": "person:maria-zakharova"}, "person:maria-zakharova"),
        ("positions-on-office", {"office": "Tokyo liaison office"}, OFFICE),
        ("positions-on-office", {"office": "NATO Liaison-Office in Tokyo"}, OFFICE),
    ],
)
def test_an_entity_is_found_by_its_key_or_any_of_its_names(
    graph: Driver, connection: Connection, report: str, given: dict[str, str], value: str
) -> None:
    answer = run_query(find_query(report), given, graph, connection)

    assert answer.values[next(iter(given))] == value
    assert answer.rows


@pytest.mark.parametrize(
    ("report", "given", "words"),
    [
        ("actor-dossier", {"actor": "Frnace"}, "did you mean france (France)"),
        ("actor-dossier", {"actor": "Makron"}, "macron (Emmanuel Macron)"),
        ("actor-dossier", {"actor": "Tokyo"}, "'Tokyo' is no Actor but a Place"),
        ("actor-dossier", {"actor": "tokyo"}, "is no Actor but a Place"),
        ("positions-on-office", {"office": "liaison office"}, f"did you mean {OFFICE}"),
        ("actor-dossier", {"actor": "Atlantis"}, "no Actor of the name 'Atlantis'"),
        ("actor-dossier", {"actor": '"*:* \\ OR ~ ^'}, "the graph has no Actor"),
        ("actor-dossier", {"actor": "\x1b[2J"}, "the graph has no Actor"),
        ("actor-dossier", {"actor": "a" * 40_000}, "the graph has no Actor"),
        ("actor-dossier", {"actor": "and or not " * 3_000}, "the graph has no Actor"),
    ],
)
def test_an_unknown_name_gets_the_nearest_ones(
    graph: Driver, connection: Connection, report: str, given: dict[str, str], words: str
) -> None:
    with pytest.raises(UsageError) as caught:
        run_query(find_query(report), given, graph, connection)

    assert words in str(caught.value)


def test_a_name_that_two_share_is_asked_back(graph: Driver, connection: Connection) -> None:
    query = saved("RETURN $a AS a", '$a = "" (optional Entity)')
    twin: dict[str, Any] = {"key": "agreement:twin", "name": "Joint Declaration"}
    graph.execute_query("CREATE (n:Entity:Agreement) SET n = $twin", twin=twin, database_=connection.database)
    try:
        graph.execute_query(
            "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()", database_=connection.database
        )
        with pytest.raises(UsageError, match="more than one; give the key: agreement:twin, declaration-2013"):
            run_query(query, {"a": "joint declaration"}, graph, connection)
    finally:
        graph.execute_query("MATCH (n:Entity {key: 'agreement:twin'}) DELETE n", database_=connection.database)


def test_a_default_that_no_document_names_gives_an_empty_answer(graph: Driver, connection: Connection) -> None:
    query = saved("MATCH (a:Actor {key: $a}) RETURN a.name AS name", '$a = "atlantis" (Actor)')

    answer = run_query(query, {}, graph, connection)

    assert answer.rows == ()
    assert answer.notes == ("a: no document in the graph names atlantis",)


def test_an_answer_without_rows_says_so(graph: Driver, connection: Connection) -> None:
    answer = run_query(find_query("actor-dossier"), {"actor": "australia", "minConfidence": 1}, graph, connection)

    assert answer.notes == ("nothing in the graph answers this",)
    assert "evidence" in answer.columns
