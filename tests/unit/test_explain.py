"""A claim is explained from JSON Lines: its rule, who its ends are and the words that were taken for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jnato_graph.cli import main
from jnato_graph.errors import UsageError
from jnato_graph.interchange import write_extractions
from jnato_graph.records import Extraction


@pytest.fixture
def extraction(article: Callable[..., Extraction], tmp_path: Path) -> Extraction:
    found = article(
        "a.txt",
        "ruritania OPPOSES office:strelsau on=2023-07 by=rudolf",
        "graustark SUPPORTS league negated",
        title="A",
    )
    write_extractions(tmp_path / "a.jsonl", [found], stamp="test")
    return found


def explain(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments])


def test_a_claim_is_explained_by_rule_ends_sentence_and_document(extraction: Extraction, tmp_path: Path) -> None:
    claim = extraction.claims[0]

    shown = explain(claim.key, "--in", str(tmp_path / "a.jsonl")).stdout

    assert f"ruritania OPPOSES office:strelsau  [{claim.key}]" in shown
    for part in (claim.rule, "affirmed, actual, confidence 0.50", "2023-07", "rudolf", claim.quote, "a.txt"):
        assert part in shown
    assert "ruritania: State ruritania, not in the reference data; here: “ruritania”" in shown
    assert claim.quote in shown
    assert extraction.claims[1].quote not in shown


def test_a_key_that_is_not_there_or_not_one_alone_is_a_usage_error(extraction: Extraction, tmp_path: Path) -> None:
    file = str(tmp_path / "a.jsonl")

    missing, several = explain("nothing", "--in", file), explain(extraction.document.key, "--in", file)

    assert (missing.exit_code, several.exit_code) == (UsageError.exit_code, UsageError.exit_code)
    assert "no claim" in missing.stderr
    assert "several claims" in several.stderr


@pytest.mark.parametrize("arguments", [[], ["key", "--misses", "a.txt"], ["--misses", "a.txt", "--in", "b.jsonl"]])
def test_either_a_claim_or_documents_are_asked_about(arguments: list[str]) -> None:
    assert explain(*arguments).exit_code == UsageError.exit_code
