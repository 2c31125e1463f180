"""`jnato-graph report list` and `show`, what is refused before a database is asked, and what the shell completes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner, Result

from jnato_graph.cli import main

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["report", *arguments])

    return invoke


def completed(*arguments: str, incomplete: str = "") -> list[str]:
    shell = ShellComplete(main, {}, "jnato-graph", "_JNATO_GRAPH_COMPLETE")
    return [item.value for item in shell.get_completions(["report", *arguments], incomplete)]


def test_list_shows_all_reports_by_subject(run: Run) -> None:
    result = run("list")

    assert result.exit_code == 0
    assert "positions\n" in result.output
    assert "  members-opposed-office " in result.output


def test_list_of_one_subject_shows_no_other(run: Run) -> None:
    lines = run("list", "--subject", "agreements").output.splitlines()

    assert lines[0] == "agreements"
    assert all(line.startswith("  ") for line in lines[1:])


def test_list_of_an_unknown_subject_names_those_that_are_there(run: Run) -> None:
    result = run("list", "--subject", "weather")

    assert result.exit_code == 2
    assert "positions" in result.stderr


def test_show_prints_the_file(run: Run, repository: Path) -> None:
    result = run("show", "members-opposed-office")

    assert result.output == (repository / "cypher/positions/members-opposed-office.cypher").read_text(encoding="utf-8")


def test_show_params_prints_lines_that_neo4js_own_tools_take(run: Run) -> None:
    result = run("show", "members-opposed-office", "--params", "--param", "office=x", "--param", "minConfidence=0.5")

    assert result.output.splitlines() == [
        ':param office => "x"',
        ':param organisation => "nato"',
        ':param modality => "any"',
        ":param minConfidence => 0.5",
    ]


@pytest.mark.parametrize(
    ("arguments", "exit_code", "words"),
    [
        (["show", "member-oposed-office"], 5, "did you mean members-opposed-office?"),
        (["run", "nothing-like-it"], 5, "jnato-graph report list"),
        (["run", "members-opposed-office", "--param", "ofice=x"], 2, "no parameter 'ofice'"),
        (
            ["run", "members-opposed-office", "--param", "minConfidence=high"],
            2,
            "'minConfidence' takes a finite number",
        ),
        (["run", "members-opposed-office", "--param", "modality=sure"], 2, "one of actual, planned, possible, any"),
        (["run", "members-opposed-office", "--param", "office"], 2, "NAME=VALUE"),
        (["run", "members-opposed-office", "--param", "office=a", "--param", "office=b"], 2, "given twice"),
        (["run", "members-opposed-office", "--format", "xls"], 2, "'xls' is not one of"),
        (["run", "visits-and-meetings", "--param", "from=tomorrow"], 2, "a date as 2023"),
        (["show", "members-opposed-office", "--param", "office=x"], 2, "--params"),
        (["--folder", "/nowhere", "list"], 5, "no such folder"),
    ],
)
def test_what_is_wrong_is_one_line_and_an_exit_code(run: Run, arguments: list[str], exit_code: int, words: str) -> None:
    result = run(*arguments)

    assert result.exit_code == exit_code
    assert words in result.stderr
    assert result.stdout == ""


def test_reports_of_ones_own_are_taken_from_a_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.cypher").write_text("// \x1b[31mMine\n// Says it.\nRETURN 1 AS one;\n", encoding="utf-8")

    result = run("--folder", str(tmp_path), "list")

    assert "mine  \\x1b[31mMine" in result.output


def test_the_shell_completes_names_of_reports() -> None:
    assert completed("run", incomplete="members-") == ["members-by-position", "members-opposed-office"]


def test_the_shell_completes_names_and_values_of_parameters() -> None:
    parameters = ["office=", "organisation=", "modality=", "minConfidence="]

    assert completed("run", "members-opposed-office", "--param") == parameters
    assert completed("run", "members-opposed-office", "--param", incomplete="o") == parameters[:2]
    assert completed("run", "members-opposed-office", "--param", incomplete="modality=p") == [
        "modality=planned", "modality=possible",
    ]  # fmt: skip
    assert completed("run", "members-opposed-office", "--param", incomplete="office=") == [
        "office=nato-liaison-office-tokyo"
    ]


def test_the_shell_completes_nothing_for_an_unknown_report() -> None:
    assert completed("run", "xyzzy", "--param") == []


def test_listing_reports_imports_neither_the_driver_nor_spacy() -> None:
    code = "import sys; from jnato_graph.cli import main; main(['report', 'list'], standalone_mode=False); "
    result = subprocess.run(
        [sys.executable, "-c", code + "print(sorted({'neo4j', 'spacy', 'rich'} & set(sys.modules)))"],
        capture_output=True, text=True, check=True, env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip

    assert result.stdout.splitlines()[-1] == "[]"


@pytest.fixture(scope="session")
def repository() -> Path:
    return Path(__file__).resolve().parents[3]


def test_an_ending_that_is_no_format_is_told_before_anything_is_written(run: Run, tmp_path: Path) -> None:
    result = run("run", "members-opposed-office", "--output", str(tmp_path / "opposed.pdf"))

    assert result.exit_code == 2
    assert "no format ends in .pdf" in result.stderr
    assert not list(tmp_path.iterdir())
