"""What is denied, planned or possible, doubled or of another year is told as such, by each report that meets with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from neo4j import Driver

from jnato_graph.database import Connection
from jnato_graph.load import load_extractions
from jnato_graph.records import Extraction
from jnato_graph.report import find_query, run_query

Article = Callable[..., Extraction]
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
def test_a_report_gives_exactly_the_rows_expected(
    shades: Driver, connection: Connection, case: dict[str, Any]
) -> None:
    records = run_query(find_query(case["report"]), case["given"], shades, connection).records()

    assert [[record[column] for column in case["columns"]] for record in records] == case["rows"]
