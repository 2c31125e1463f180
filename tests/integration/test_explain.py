"""Explaining with the real pipeline and the real database."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from jnato_graph.cli import main
from jnato_graph.database import Connection, open_driver
from jnato_graph.errors import UsageError
from jnato_graph.explain import explain_in_database, explain_in_file
from jnato_graph.interchange import write_extractions
from jnato_graph.load import load_extractions
from jnato_graph.records import Extraction


def test_the_database_explains_a_claim_as_the_file_does(
    article: Callable[..., Extraction], empty_database: Connection, tmp_path: Path
) -> None:
    found = article("a.txt", "ruritania OPPOSES office:strelsau on=2023-07 by=rudolf", title="A", published="2023")
    write_extractions(tmp_path / "a.jsonl", [found], stamp="test")
    key = found.claims[0].key

    with open_driver(empty_database) as driver:
        load_extractions(driver, empty_database.database, [found], stamp="test")
        from_database = explain_in_database(key, driver, empty_database.database)
        with pytest.raises(UsageError, match="no claim in the database"):
            explain_in_database("nothing", driver, empty_database.database)

    assert from_database == explain_in_file(key, tmp_path / "a.jsonl")


def test_near_misses_of_documents_are_listed_with_place_and_reason(tmp_path: Path) -> None:
    text = "Officials in France and Japan met on Monday. Would France ever oppose the plan of Japan for NATO?"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")

    result = CliRunner().invoke(main, ["explain", "--misses", str(tmp_path)])

    assert result.exit_code == 0, result.output
    assert f"a.txt:{text.index('Would')}: Would France ever oppose" in result.stdout
    assert "oppose (OPPOSES): not asserted" in result.stdout
