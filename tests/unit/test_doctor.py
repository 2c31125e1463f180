"""The doctor, where no database is needed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from jnato_graph.cli.doctor import doctor
from jnato_graph.doctor import Finding, examine


@pytest.fixture(autouse=True)
def own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings of the test's own, and a small pipeline, which is quick to load."""
    for name in ("NEO4J_URI", "NEO4J_URL", "NEO4J_ADDRESS", "JNATO_AURA_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("JNATO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("JNATO_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("JNATO_SPACY_MODEL", str(tmp_path / "no-pipeline"))
    monkeypatch.chdir(tmp_path)


def findings() -> dict[str, Finding]:
    return {finding.subject: finding for finding in examine()}


def test_each_thing_is_looked_at_and_nothing_is_fetched_or_started(tmp_path: Path) -> None:
    found = findings()
    assert list(found) == ["Python", "settings", "pipeline", "Java", "Neo4j's files", "disk", "memory", "database"]
    assert found["Python"].verdict == found["Java"].verdict == found["disk"].verdict == "ok"
    assert found["Neo4j's files"].verdict == "note"
    assert (
        "217 files are missing or damaged: jnato-graph db start fetches them (155 MB)" in found["Neo4j's files"].message
    )
    assert found["database"].verdict == "note"
    assert "never started" in found["database"].message
    assert not (tmp_path / "cache").exists() or not list((tmp_path / "cache").rglob("*.jar"))


def test_a_pipeline_that_is_not_there_is_a_fault_that_ends_the_command_with_its_code(tmp_path: Path) -> None:
    result = CliRunner().invoke(doctor)
    assert result.exit_code == 6
    lines = [line for line in result.output.splitlines() if line.startswith("WRONG")]
    assert len(lines) == 1
    assert str(tmp_path / "no-pipeline") in lines[0]


def test_settings_that_cannot_be_right_are_the_first_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "http://localhost:7474")
    result = CliRunner().invoke(doctor)
    assert result.exit_code == 2
    assert result.output.splitlines()[-1].startswith("WRONG settings")


def test_a_database_that_is_down_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:9")
    monkeypatch.setenv("NEO4J_PASSWORD", "geheim")
    found = findings()
    assert list(found) == ["Python", "settings", "pipeline", "database"]
    assert (found["database"].verdict, found["database"].exit_code) == ("wrong", 4)
    assert "does not answer" in found["database"].message
    assert not any("geheim" in finding.message for finding in found.values())


def test_an_aura_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    result = CliRunner().invoke(doctor, ["--aura-file", str(tmp_path / "aura.txt")])
    assert result.exit_code == 2
    assert "aura.txt" in result.output


def test_a_misspelt_setting_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JNATO_HEEP", "1g")
    assert findings()["settings"].message == "JNATO_HEEP is no setting (is JNATO_HEAP meant?)"
