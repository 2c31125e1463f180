"""How the database means to answer each report: by its indexes, without products of everything with everything.

The plan is what counts, so that it is asked of a small graph: `EXPLAIN` gives it without running the report. Held to it
are the reports, the same as saved scripts of Neo4j Browser, and the steps of the walk there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pytest
from neo4j import Driver

from jnato_graph.browser import saved_script, walk
from jnato_graph.database import Connection
from jnato_graph.report import SavedQuery, read_catalogue

QUERIES = (*read_catalogue(), *walk())
# Reports that are about all nodes of a label look through all of them; every other one has to use an index.
ABOUT_ALL = {
    "agreements-in-order": {"Agreement"},
    "claims-by-rule": {"Claim"},  # counts them all
    "claims-of-document": {"Document"},  # words of titles, files and addresses
    "claims-without-date": {"Document"},  # no index knows what is not there
    "documents-loaded": {"Document"},
    "events-and-attendance": {"Event"},
    "exercises-and-participants": {"Exercise"},
    "exercises-by-year": {"Exercise"},
    "graph-overview": {"Claim", "Entity"},  # counts them all
    "operations-and-participants": {"Operation"},
    "position-holders": {"Person"},
    "unlisted-entities": {"Entity"},  # nearly all entities are
}
SEEKS = ("NodeIndexSeek", "NodeUniqueIndexSeek", "MultiNodeIndexSeek", "AssertingMultiNodeIndexSeek")


class Operator(NamedTuple):
    """One step of a plan."""

    name: str
    details: str


def operators(plan: Mapping[str, Any]) -> Iterator[Operator]:
    yield Operator(plan["operatorType"].partition("@")[0], str(plan.get("args", {}).get("Details", "")))
    for child in plan.get("children", ()):
        yield from operators(child)


def plan(driver: Driver, connection: Connection, text: str, values: dict[str, object]) -> list[Operator]:
    summary = driver.execute_query(f"EXPLAIN {text}", values, database_=connection.database).summary
    assert summary.plan is not None
    return list(operators(summary.plan))


def defaults(query: SavedQuery) -> dict[str, object]:
    return {parameter.name: parameter.default for parameter in query.parameters}


@pytest.fixture(params=QUERIES, ids=lambda query: query.name)
def query(request: pytest.FixtureRequest) -> SavedQuery:
    found = request.param
    assert isinstance(found, SavedQuery)
    return found


@pytest.fixture(scope="module")
def known_plans() -> dict[tuple[str, str], list[Operator]]:
    """Each plan is asked for once: making one takes the database longer than all that is checked of it."""
    return {}


@pytest.fixture(params=["report", "saved script"])
def steps(
    request: pytest.FixtureRequest,
    query: SavedQuery,
    graph: Driver,
    connection: Connection,
    known_plans: dict[tuple[str, str], list[Operator]],
) -> list[Operator]:
    """The plan of a report, and of the script that Browser gets of it."""
    wanted = (query.name, request.param)
    if wanted not in known_plans:
        texts = {"report": (query.statement, defaults(query)), "saved script": (saved_script(query).text, {})}
        known_plans[wanted] = plan(graph, connection, *texts[request.param])
    return known_plans[wanted]


def test_nothing_is_multiplied_with_everything(steps: list[Operator]) -> None:
    assert [step for step in steps if "CartesianProduct" in step.name] == []


def test_all_nodes_of_a_label_are_looked_through_only_where_the_report_is_about_all(
    query: SavedQuery, steps: list[Operator]
) -> None:
    scanned = {label for step in steps if "LabelScan" in step.name for label in labels(step)}

    assert scanned <= ABOUT_ALL.get(query.name, set())


def test_never_are_all_nodes_or_all_relationships_looked_through(steps: list[Operator]) -> None:
    assert [step for step in steps if "AllNodesScan" in step.name or "AllRelationshipsScan" in step.name] == []


def test_where_a_report_asks_for_something_by_its_key_an_index_finds_it(
    query: SavedQuery, steps: list[Operator]
) -> None:
    """Optional ones are a filter on what the report lists, and need no index of their own."""
    asked = [each for each in query.parameters if each.type.kind == "entity" and not each.type.optional]

    assert not asked or any(step.name.startswith(SEEKS) for step in steps)


def test_a_plan_that_is_wrong_is_seen(graph: Driver, connection: Connection) -> None:
    """The checks above must be able to fail."""
    product = plan(graph, connection, "MATCH (a:Claim), (b:Document) RETURN a.key AS a, b.key AS b", {})
    scan = plan(graph, connection, "MATCH (c:Claim) WHERE c.speaker = 'x' RETURN c.key AS key", {})

    assert any("CartesianProduct" in step.name for step in product)
    assert {label for step in scan if "LabelScan" in step.name for label in labels(step)} == {"Claim"}


def labels(step: Operator) -> list[str]:
    """The labels of a label scan's details: `claim:Claim`, `n:State|Organisation`."""
    return step.details.partition(":")[2].replace("&", "|").split("|")
