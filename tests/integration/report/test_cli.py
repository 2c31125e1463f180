"""`jnato-graph report run` as a person runs it: a command of its own against a running database."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from neo4j import Driver

from jnato_graph.database import Connection

Run = Callable[..., subprocess.CompletedProcess[str]]
KEY_REPORT = "members-opposed-office"


@pytest.fixture
def run(neo4j_environment: dict[str, str], tmp_path: Path) -> Run:
    usual = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "JNATO_"))}

    def command(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", "from jnato_graph.cli import main; main()", "report", *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=tmp_path,
            env={**usual, **neo4j_environment, "PYTHONUTF8": "1", **environment},
            check=False,
        )

    return command


@pytest.fixture
def hostile_title(graph: Driver, connection: Connection) -> Iterator[str]:
    """A document whose title would act on a terminal, a spreadsheet and a page."""
    title = "=1+1|<b>\x1b[2J\u202e[red]x"
    graph.execute_query(
        "CREATE (d:Document {key: 'hostile', title: $title, paths: ['x']})",
        title=title,
        database_=connection.database,
    )
    yield title
    graph.execute_query("MATCH (d:Document {key: 'hostile'}) DELETE d", database_=connection.database)


@pytest.mark.usefixtures("graph")
@pytest.mark.parametrize("columns", ["60", "160"])
def test_the_key_report_shows_members_with_sentence_and_source(run: Run, columns: str) -> None:
    result = run("run", KEY_REPORT, "--param", "office=Tokyo liaison office", COLUMNS=columns)

    text = " ".join(result.stdout.split())
    assert result.returncode == 0
    assert max(map(len, result.stdout.splitlines())) <= int(columns)
    assert "France" in text
    assert "Russia" not in text
    if columns == "60":
        assert "France objects to the Tokyo liaison office, officials said." in text
        assert "Allies split, Gazette, 2023-06-10" in text
    assert result.stderr == (
        "jnato-graph: office: Tokyo liaison office was taken for NATO liaison office in Tokyo"
        " (nato-liaison-office-tokyo)\n"
    )


@pytest.mark.usefixtures("graph")
def test_every_format_has_the_same_rows(run: Run, tmp_path: Path) -> None:
    for name in ("a.csv", "a.json", "a.md"):
        assert run("run", KEY_REPORT, "--output", name).stdout == ""

    rows = list(csv.DictReader(io.StringIO((tmp_path / "a.csv").read_text(encoding="utf-8"))))
    records = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["rows"]
    table = [line for line in (tmp_path / "a.md").read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    members = ["Finland", "France", "France", "Germany", "Italy"]
    assert [row["member"] for row in rows] == members
    assert [record["member"] for record in records] == members
    assert [line.split(" | ")[0] for line in table[2:]] == [f"| {member}" for member in members]
    assert [row["sentenceKey"] for row in rows] == [record["sentenceKey"] for record in records]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "a.json", "a.md"]


@pytest.mark.usefixtures("graph")
def test_an_output_that_cannot_be_written_leaves_nothing(run: Run, tmp_path: Path) -> None:
    result = run("run", KEY_REPORT, "--output", "no/such/folder.csv")

    assert result.returncode == 2
    assert "--output no/such/folder.csv: cannot be written" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("graph")
def test_an_empty_answer_says_so_and_is_no_failure(run: Run) -> None:
    result = run("run", "actor-dossier", "--param", "actor=Australia", "--param", "minConfidence=1", "--format", "csv")

    assert (result.returncode, result.stderr) == (0, "jnato-graph: nothing in the graph answers this\n")
    assert result.stdout.startswith("subject,predicate,object,")


@pytest.mark.usefixtures("graph")
def test_an_unknown_name_is_one_line_with_the_nearest(run: Run) -> None:
    result = run("run", "actor-dossier", "--param", "actor=Frnace\x1b[31m")

    assert result.returncode == 2
    assert "did you mean france (France)" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert "\x1b" not in result.stderr


@pytest.mark.usefixtures("graph")
def test_a_saved_query_that_writes_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "writes.cypher").write_text("// Writes\n// It should not.\nCREATE (n:Claim) RETURN n.key AS key;\n")

    result = run("--folder", str(tmp_path), "run", "writes")

    assert result.returncode == 5
    assert "writes.cypher:3: the query writes" in result.stderr


@pytest.mark.parametrize("format_", ["table", "csv", "json", "md"])
def test_nothing_in_the_graph_acts_on_where_it_is_shown(run: Run, hostile_title: str, format_: str) -> None:
    result = run("run", "documents-loaded", "--format", format_, COLUMNS="200")

    assert result.returncode == 0
    assert not set(result.stdout) & set("\x1b\u202e")
    if format_ == "table":
        assert "=1+1|<b>\\x1b[2J\\u202e[red]x" in result.stdout
    if format_ == "csv":
        assert "'=1+1|<b>" in result.stdout
    if format_ == "json":
        assert hostile_title in [row["title"] for row in json.loads(result.stdout)["rows"]]
    if format_ == "md":
        assert "=1+1\\|&lt;b&gt;" in result.stdout
