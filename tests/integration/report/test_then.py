"""Who served whom at the time, and whose a date is: the claim's, the reference data's, or only that of an article."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from neo4j import Driver

from jnato_graph.database import Connection
from jnato_graph.load import load_extractions
from jnato_graph.records import Extraction
from jnato_graph.reference import Membership, ReferenceEntity, Term
from jnato_graph.report import find_query, run_query

Article = Callable[..., Extraction]
CONTENT: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("then.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def then(driver: Driver, connection: Connection, article: Article) -> Driver:
    """The database with the documents of the file and nothing else."""
    driver.execute_query("MATCH (n) DETACH DELETE n", database_=connection.database)
    terms = tuple(
        Term(person=person, actor=actor, role=role, titles=(role,), since=since, until=until, source="a list")
        for person, actor, role, since, until in CONTENT["terms"]
    )
    memberships = tuple(
        Membership(actor=actor, organisation=organisation, since=since, until=until, source="a list")
        for actor, organisation, since, until in CONTENT["memberships"]
    )
    keys = {each for term in terms for each in (term.person, term.actor)}
    keys |= {each for row in memberships for each in (row.actor, row.organisation)}
    entities = {
        key: ReferenceEntity(key=key, label=key.partition(":")[0].capitalize(), name=key, source="a list")
        for key in sorted(keys)
    }
    documents = [article(each["path"], *each["says"], published=each["published"]) for each in CONTENT["documents"]]
    reference: Any = SimpleNamespace(entities=entities, memberships=memberships, terms=terms)
    summary = load_extractions(driver, connection.database, documents, stamp="test", reference=reference)
    assert summary.failed == ()
    driver.execute_query("CALL db.awaitIndexes(60)", database_=connection.database)
    return driver


@pytest.mark.parametrize("case", CONTENT["reports"], ids=lambda case: f"{case['report']} {case['given']}")
def test_a_report_gives_exactly_the_rows_expected(then: Driver, connection: Connection, case: dict[str, Any]) -> None:
    records = run_query(find_query(case["report"]), case["given"], then, connection).records()

    assert [[record[column] for column in case["columns"]] for record in records] == case["rows"]
