"""Each report on a graph made by hand gives exactly the rows that its sentences say, and each leads to its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from neo4j import Driver

from jnato_graph.database import Connection
from jnato_graph.report import Answer, SavedQuery, find_query, read_catalogue, run_query
from jnato_graph.report.cells import Cell

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("expected.yaml").read_text(encoding="utf-8"))
CATALOGUE = read_catalogue()
WITH_CONFIDENCE = [query.name for query in CATALOGUE if "minConfidence" in {each.name for each in query.parameters}]
NO_SENTENCE = {"graph-overview", "documents-loaded"}
SENTENCE = """
MATCH (claim:Claim {key: $claim})-[:SUPPORTED_BY]->(sentence:Sentence {key: $sentence})-[:FROM_DOCUMENT]->(document)
RETURN claim.quote AS evidence, document.title AS document, document.publisher AS publisher,
       document.published AS published, coalesce(document.url, document.paths[0]) AS source
"""
DATES = """
UNWIND $claims AS key
MATCH (claim:Claim {key: key})-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(document:Document)
RETURN DISTINCT claim.date AS date, document.published AS published
"""


def operators(plan: Mapping[str, Any]) -> Iterator[str]:
    yield plan["operatorType"].partition("@")[0]
    for child in plan.get("children", ()):
        yield from operators(child)


def test_there_is_a_case_for_each_report() -> None:
    assert {case["report"] for case in CASES} == {query.name for query in CATALOGUE}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['report']} {case['given']}")
def test_a_report_gives_exactly_the_rows_expected_and_each_leads_to_its_sentence(
    graph: Driver, connection: Connection, case: dict[str, Any]
) -> None:
    answer = run_query(find_query(case["report"]), case["given"], graph, connection)

    records = answer.records()
    assert [[record[column] for column in case["columns"]] for record in records] == case["rows"]
    assert not answer.truncated
    for record in records:
        if record.get("claimKey"):
            found = graph.execute_query(
                SENTENCE, claim=record["claimKey"], sentence=record["sentenceKey"], database_=connection.database
            ).records
            assert [dict(each) for each in found] == [{key: record[key] for key in dict(found[0])}]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['report']} {case['given']}")
def test_when_an_article_was_published_is_no_date_of_what_it_says_unless_the_row_tells_that(
    graph: Driver, connection: Connection, case: dict[str, Any]
) -> None:
    for record in run_query(find_query(case["report"]), case["given"], graph, connection).records():
        claims = [record[column] for column in record if column.lower().endswith("claimkey") and record[column]]
        found = graph.execute_query(DATES, claims=claims, database_=connection.database).records
        untold = {each["published"] for each in found if each["published"]} - {each["date"] for each in found}
        as_dates = [
            column
            for column, cell in record.items()
            if column != "published" and isinstance(cell, str) and cell in untold
        ]
        assert not as_dates or record.get("dateOf") == "document", as_dates


@pytest.mark.parametrize("query", CATALOGUE, ids=lambda query: query.name)
def test_each_report_only_reads_uses_indexes_and_multiplies_nothing(
    graph: Driver, connection: Connection, query: SavedQuery
) -> None:
    defaults = {parameter.name: parameter.default for parameter in query.parameters}
    summary = graph.execute_query(f"EXPLAIN {query.statement}", defaults, database_=connection.database).summary

    # Left out: types of relationships that this small graph has none of.
    warnings = [status for status in summary.gql_status_objects if status.gql_status[:2] in ("01", "02", "03")]
    assert [status.status_description for status in warnings if status.gql_status != "01N51"] == []
    assert summary.query_type == "r"
    assert summary.plan
    used = set(operators(summary.plan))
    assert "CartesianProduct" not in used
    assert "AllNodesScan" not in used
    if any(each.type.kind == "entity" and not each.type.optional for each in query.parameters):
        assert used & {"NodeUniqueIndexSeek", "NodeIndexSeek"}
        assert "NodeByLabelScan" not in used


@pytest.mark.parametrize("query", CATALOGUE, ids=lambda query: query.name)
def test_a_report_gives_the_same_answer_each_time(graph: Driver, connection: Connection, query: SavedQuery) -> None:
    first, second = (run_query(query, {}, graph, connection) for _ in range(2))

    assert first == second
    assert len(set(first.columns)) == len(first.columns)


@pytest.mark.parametrize("name", WITH_CONFIDENCE)
def test_what_no_claim_is_behind_does_not_grow_with_the_confidence_asked_for(
    graph: Driver, connection: Connection, name: str
) -> None:
    """Who is said to be silent, or is listed by the reference data, is so whatever is read with less confidence."""
    all_, sure = (run_query(find_query(name), {"minConfidence": least}, graph, connection) for least in (0, 0.95))

    def unclaimed(answer: Answer) -> list[dict[str, Cell]]:
        return [record for record in answer.records() if not record.get("claimKey")]

    if "claimKey" in all_.columns:
        assert unclaimed(sure) == unclaimed(all_)


@pytest.mark.parametrize("query", CATALOGUE, ids=lambda query: query.name)
def test_a_sentence_that_is_shown_has_its_source_beside_it_and_its_key(
    graph: Driver, connection: Connection, query: SavedQuery
) -> None:
    columns = set(run_query(query, {}, graph, connection).columns)
    shown = {column.removeprefix("evidence") for column in columns if column.startswith("evidence")}

    assert "" in shown or query.name in NO_SENTENCE
    for which in shown:
        key = "sentenceKey" if not which else f"{which.removeprefix('Of').lower()}SentenceKey"
        assert {f"document{which}", f"source{which}", key} <= columns


@pytest.mark.parametrize("name", WITH_CONFIDENCE)
def test_minimum_confidence_leaves_out_what_is_less_certain(graph: Driver, connection: Connection, name: str) -> None:
    answer = run_query(find_query(name), {"minConfidence": 0.95}, graph, connection)

    assert [record for record in answer.records() if record.get("claimKey")] == []
