"""What the documentation shows of the graph is what it holds: the samples of the reports, and queries to try."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import jnato_graph
from jnato_graph.database import Connection, open_driver
from jnato_graph.report import parse_query, run_query
from jnato_graph.settings import Settings


@pytest.fixture
def loaded(empty_database: Connection, neo4j_settings: Settings, seeds_file: Path) -> Connection:
    """The database with the seeds and nothing else."""
    jnato_graph.load_file(seeds_file, settings=neo4j_settings)
    return empty_database


@pytest.mark.usefixtures("loaded")
def test_the_samples_of_the_reports_are_current(repository_root: Path, neo4j_environment: dict[str, str]) -> None:
    usual = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "JNATO_"))}
    result = subprocess.run(
        [sys.executable, "-m", "docs.tools", "reports", "--check"],
        cwd=repository_root,
        env=usual | neo4j_environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0, result.stdout + result.stderr


def test_the_queries_shown_to_try_find_something(loaded: Connection, repository_root: Path) -> None:
    pages = ("README.md", "docs/graph-model.md", "docs/adding.md")
    text = "\n".join((repository_root / page).read_text(encoding="utf-8") for page in pages)
    queries = re.findall(r"^```cypher\n(.*?)^```", text, re.MULTILINE | re.DOTALL)

    with open_driver(loaded) as driver:
        for query in queries:
            if query.startswith("//"):
                report = parse_query(query, Path("cypher/examples/example.cypher"))
                assert run_query(report, {}, driver, loaded).columns, query
            else:
                records, _, _ = driver.execute_query(query.rstrip().rstrip(";"), database_=loaded.database)
                assert records, query
    assert len(queries) >= 5
