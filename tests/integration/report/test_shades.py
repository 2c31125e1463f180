"""What is denied, planned or possible, doubled or of another year is told as such, by each report that has it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from neo4j import Driver

from jnato_graph.database import Connection
from jnato_graph.load import load_extractions
from jnato_graph.page import read_subgraph
from jnato_graph.page.relations import relations
from jnato_graph.records import Extraction
from jnato_graph.report import SavedQuery, find_query, read_catalogue, run_query
from jnato_graph.report.cells import Cell

Article = Callable[..., Extraction]
# What the words of a row say of its claim.
STATUS = {
    "actual": ("affirmed", "actual"),
    "signed": ("affirmed", "actual"),
    "replaced it": ("affirmed", "actual"),
    "planned": ("affirmed", "planned"),
    "possible": ("affirmed", "possible"),
    "did not": ("negated", "actual"),
    "is not to": ("negated", "planned"),
    "may not": ("negated", "possible"),
    "denied": ("negated", "actual"),
    "denied (planned)": ("negated", "planned"),
    "denied (possible)": ("negated", "possible"),
}
# Reports with one row for each statement say so of the claim that stands for the others.
BY_STATEMENT = [query for query in read_catalogue() if "The least of these lists is that of" in query.text]
OWN_WORDS = {"memberships", "position-holders"}  # "former", "no longer"
NEVER_OPENED = "office:hall"
OF_RULES = {"claims-by-rule"}  # an example of each rule
CONTENT: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("shades.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def shades(cleared: Driver, connection: Connection, article: Article) -> Driver:
    """The database with the documents of the file and nothing else."""
    documents = [
        article(document["path"], *document["says"], published=document.get("published"))
        for document in CONTENT["documents"]
    ]
    summary = load_extractions(cleared, connection.database, documents, stamp="test")
    assert summary.failed == ()
    cleared.execute_query("CALL db.awaitIndexes(60)", database_=connection.database)
    return cleared


@pytest.mark.parametrize("case", CONTENT["reports"], ids=lambda case: f"{case['report']} {case['given']}")
def test_a_report_gives_exactly_the_rows_expected(shades: Driver, connection: Connection, case: dict[str, Any]) -> None:
    records = run_query(find_query(case["report"]), case["given"], shades, connection).records()

    assert [[record[column] for column in case["columns"]] for record in records] == case["rows"]


@pytest.fixture(scope="module")
def claims(shades: Driver, connection: Connection) -> dict[str, tuple[str, str, str]]:
    """Statement, polarity and modality of each claim by its key."""
    query = "MATCH (c:Claim) RETURN c.key AS key, [c.statement, c.polarity, c.modality] AS told"
    records = shades.execute_query(query, database_=connection.database).records
    return {record["key"]: tuple(record["told"]) for record in records}


def answers(query: SavedQuery, driver: Driver, connection: Connection) -> Iterator[list[dict[str, Cell]]]:
    """The rows of a report with its defaults, then those of each case."""
    for given in ({}, *(case["given"] for case in CONTENT["reports"] if case["report"] == query.name)):
        yield run_query(query, given, driver, connection).records()


@pytest.mark.parametrize("query", read_catalogue(), ids=lambda query: query.name)
def test_each_row_tells_what_its_claim_denies_and_how_firm_it_is(
    shades: Driver, connection: Connection, claims: dict[str, tuple[str, str, str]], query: SavedQuery
) -> None:
    for record in (record for records in answers(query, shades, connection) for record in records):
        if record.get("claimKey") and query.name not in OWN_WORDS | OF_RULES:
            statement, *told = claims[str(record["claimKey"])]
            if statement.startswith(f"{NEVER_OPENED} LOCATED_IN ") and "status" in record and told[0] == "affirmed":
                told[1] = "planned"  # whatever one sentence says
            assert words_of(record) == tuple(told), (statement, record)


@pytest.mark.parametrize("query", BY_STATEMENT, ids=lambda query: query.name)
def test_no_statement_of_one_date_stands_twice(
    shades: Driver, connection: Connection, claims: dict[str, tuple[str, str, str]], query: SavedQuery
) -> None:
    """Of things without a direction, too: who met whom is the same statement either way round."""
    for records in answers(query, shades, connection):
        told = [(claims[str(record["claimKey"])], record.get("date")) for record in records if record["claimKey"]]
        assert len(told) == len(set(told))


def test_a_page_tells_of_an_office_what_its_report_does(shades: Driver, connection: Connection) -> None:
    answer = run_query(find_query("thing-dossier"), {"thing": NEVER_OPENED}, shades, connection)
    verbs = {(each.object, each.verb) for each in relations(read_subgraph(answer, shades, connection))}

    assert ("place:cove", "is located in (planned)") in verbs
    assert ("place:cove", "is located in") not in verbs


def words_of(record: dict[str, Cell]) -> tuple[str, str]:
    """Polarity and modality as a row tells them: in one word, or in columns of their own."""
    if "status" in record:
        return STATUS[str(record["status"])]
    words = [str(record.get(column, "")) for column in ("position", "predicate")]
    denies = any(word.startswith(("did not", "does not", "not ")) for word in words)
    polarity = str(record.get("polarity", "negated" if denies else "affirmed"))
    return polarity, str(record.get("modality", "actual"))
