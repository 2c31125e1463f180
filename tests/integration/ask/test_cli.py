"""`jnato-graph ask` as a person runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(neo4j_environment: dict[str, str], tmp_path: Path) -> Run:
    usual = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "JNATO_"))}

    def command(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", "from jnato_graph.cli import main; main()", "ask", *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=tmp_path,
            env={**usual, **neo4j_environment, "PYTHONUTF8": "1", "COLUMNS": "100"},
            check=False,
        )

    return command


@pytest.mark.usefixtures("graph")
def test_the_answer_says_which_report_gave_it_with_which_parameters_and_query(run: Run) -> None:
    result = run("Which NATO members opposed the liaison office in Tokyo?", "--show-cypher")

    assert result.returncode == 0, result.stderr
    head, _, rows = result.stdout.partition("Members that opposed an office")
    assert "Report: members-opposed-office" in head
    assert "--param office=nato-liaison-office-tokyo" in head
    assert ':param office => "nato-liaison-office-tokyo"' in head
    assert "MATCH (office:Office {key: $office})" in head
    assert "France" in rows
    assert "Russia" not in rows


@pytest.mark.usefixtures("graph")
def test_json_holds_question_and_count_beside_the_rows(run: Run) -> None:
    result = run("How many agreements has Japan signed with NATO?", "--format", "json")

    told = json.loads(result.stdout)
    assert result.returncode == 0
    assert (told["report"], told["sure"]) == ("agreements-in-order", True)
    assert told["count"] == {"of": "agreement", "number": 3, "notYet": 0, "denied": 0}
    assert told["rows"]
    assert "Report: agreements-in-order" in result.stderr


@pytest.mark.usefixtures("graph")
def test_a_question_that_nothing_answers_has_its_own_exit_code_and_one_line(run: Run) -> None:
    result = run("Who won the football match between France and Japan?\x1b[31m")

    assert (result.returncode, result.stdout) == (7, "")
    assert len(result.stderr.splitlines()) == 1
    assert "no report" in result.stderr
    assert "\x1b" not in result.stderr


def test_an_empty_question_starts_no_database(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-c", "from jnato_graph.cli import main; main()", "ask", " "],
        capture_output=True, text=True, cwd=tmp_path, check=False,
        env={**os.environ, "NEO4J_URI": "bolt://127.0.0.1:1", "NEO4J_PASSWORD": "none"},
    )  # fmt: skip

    assert result.returncode == 7
    assert "there is no question" in result.stderr
