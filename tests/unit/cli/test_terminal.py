"""Colour and paging only where there is a terminal for them, and no character that acts on it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from jnato_graph.cli import main

OnTerminal = Callable[..., str]
COMMAND = "from jnato_graph.cli import main; main()"
SHOW = r"from jnato_graph.cli.terminal import show; show('\x1b[1mbold\x1b[0m\n')"


@pytest.fixture
def pager(tmp_path: Path) -> str:
    program = tmp_path / "pager"
    program.write_text("#!/bin/sh\necho PAGED\ncat\n")
    program.chmod(0o755)
    return str(program)


def test_a_long_answer_is_paged(on_terminal: OnTerminal, pager: str) -> None:
    shown = on_terminal(COMMAND, "report", "list", PAGER=pager)

    assert shown.startswith("PAGED\n")
    assert "members-opposed-office" in shown


@pytest.mark.parametrize(
    ("arguments", "more"),
    [
        (["report", "list", "--no-pager"], {}),
        (["report", "list"], {"lines": 200}),
        (["report", "list"], {"stdout_only": True}),
        (["report", "list"], {"TERM": "dumb"}),
        (["report", "list", "--subject", "agreements"], {}),
    ],
    ids=["--no-pager", "high terminal", "no terminal", "dumb terminal", "short answer"],
)
def test_other_answers_are_not(
    on_terminal: OnTerminal, pager: str, arguments: list[str], more: dict[str, object]
) -> None:
    shown = on_terminal(COMMAND, *arguments, PAGER=pager, **more)

    assert "agreements-in-order" in shown
    assert "PAGED" not in shown


@pytest.mark.parametrize("environment", [{"PAGER": "no-such-pager"}, {"PAGER": "'"}, {"PATH": "/nowhere"}])
def test_without_a_pager_the_answer_is_just_printed(on_terminal: OnTerminal, environment: dict[str, str]) -> None:
    shown = on_terminal(COMMAND, "report", "list", **environment)

    assert shown.count("\n") > 24
    assert "members-opposed-office" in shown


def test_colour_goes_to_a_terminal(on_terminal: OnTerminal) -> None:
    assert on_terminal(SHOW) == "\x1b[1mbold\x1b[0m\n"


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_but_not_to_one_that_does_not_want_it(on_terminal: OnTerminal, environment: dict[str, str]) -> None:
    assert on_terminal(SHOW, **environment) == "bold\n"


def test_nor_to_a_file_or_pipe(on_terminal: OnTerminal) -> None:
    assert on_terminal(SHOW, stdout_only=True) == "bold\n"


def test_no_command_colours_when_told_not_to(on_terminal: OnTerminal) -> None:
    program = (
        "import click; from jnato_graph import cli\n"
        "@click.command()\ndef it(): click.secho('red', fg='red')\n"
        "cli.COMMANDS['it'] = ('__main__:it', ''); cli.main(['it'])"
    )
    assert "\x1b[" in on_terminal(program)
    assert on_terminal(program, NO_COLOR="1") == "red\n"


HOSTILE = "a\x1b[2J\u202e.txt"


def test_what_is_known_of_a_hostile_text_cannot_act_on_the_terminal(tmp_path: Path) -> None:
    text = "The state said that it was against the plan, and that \u202e it had been so for many years.\n"
    (tmp_path / HOSTILE).write_text(text * 5, encoding="utf-8")
    title = json.dumps({"documents": {HOSTILE: {"title": "red \x1b[31mtitle", "authors": ["a\x9b2J"]}}})
    (tmp_path / "manifest.json").write_text(title, encoding="utf-8")

    result = CliRunner().invoke(main, ["read", str(tmp_path), "--text", "--omitted"])

    assert result.exit_code == 0, result.output
    assert "red" in result.stdout
    assert not set(result.stdout) & set("\x1b\x9b\u202e")


@pytest.mark.parametrize("command", [["read"], ["extract", "--output", "-"], ["explain", "abc", "--in"]])
def test_a_hostile_path_cannot_act_on_the_terminal(command: list[str], tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-c", COMMAND, *command, str(tmp_path / HOSTILE)], capture_output=True, text=True, check=False
    )

    assert result.returncode != 0
    assert "a\\x1b[2J\\u202e.txt" in result.stderr or "a\\x1b" in result.stderr
    assert not set(result.stderr) & set("\x1b\u202e")
