"""The command group itself: what it lists, how it fails, and that the README documents each command."""

import re
import shlex
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from jnato_graph import errors
from jnato_graph.cli import COMMANDS, EXIT_BROKEN_PIPE, EXIT_INTERRUPTED, LazyGroup, main

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def commands() -> Iterator[str]:
    """Each command by the words that call it, those inside groups too."""
    context = click.Context(main)
    for name in COMMANDS:
        command = main.get_command(context, name)
        yield name
        if isinstance(command, click.Group):
            yield from (f"{name} {inner}" for inner in command.commands)


EVERY_COMMAND = list(commands())


@pytest.mark.parametrize("name", COMMANDS)
def test_the_line_in_the_help_is_the_command_s_own(name: str) -> None:
    command = main.get_command(click.Context(main), name)

    assert command is not None
    assert command.get_short_help_str(limit=200) == COMMANDS[name][1]


@pytest.mark.parametrize("name", EVERY_COMMAND)
def test_every_help_carries_an_example(name: str) -> None:
    result = CliRunner().invoke(main, [*name.split(), "--help"])

    assert result.exit_code == 0
    assert re.search(rf"^ *Examples?:\n(?:.*\n)*? +.*jnato-graph {name}\b", result.output, re.MULTILINE), result.output


@pytest.mark.parametrize("name", EVERY_COMMAND)
def test_the_readme_shows_every_command(name: str) -> None:
    assert re.search(rf"jnato-graph {name}\b", README)


@pytest.mark.parametrize(
    "line", [line for line in re.findall(r"`(jnato-graph [^`]+)`", README) if "COMMAND" not in line]
)
def test_a_command_line_in_the_readme_has_only_options_that_there_are(line: str) -> None:
    result = CliRunner().invoke(main, [*shlex.split(line)[1:], "--help"])

    assert result.exit_code == 0, result.output


def exit_codes() -> dict[str, int]:
    return {
        name: kind.exit_code
        for name, kind in vars(errors).items()
        if isinstance(kind, type) and issubclass(kind, errors.JnatoError)
    }


@pytest.mark.parametrize("code", sorted({0, EXIT_INTERRUPTED, EXIT_BROKEN_PIPE, *exit_codes().values()}))
def test_the_readme_lists_every_exit_code(code: int) -> None:
    assert re.search(rf"^\| {code} \|", README, re.MULTILINE)


def test_version() -> None:
    result = CliRunner().invoke(main, ["--version"])

    assert (result.exit_code, result.stdout) == (0, f"jnato-graph {version('jnato-graph')}\n")


def test_an_unknown_command_is_a_usage_error() -> None:
    result = CliRunner().invoke(main, ["nonsense"])

    assert result.exit_code == 2
    assert "No such command 'nonsense'" in result.stderr


def run_command(body: str, tmp_path: Path, head: str = "") -> subprocess.CompletedProcess[str]:
    """Run, in a process of its own, a command of the group whose function is `body`."""
    program = tmp_path / "program.py"
    program.write_text(
        "import click, os, signal\nfrom jnato_graph import cli, errors\n"
        f"@click.command()\ndef it():\n{textwrap.indent(body, '    ')}\n"
        "cli.COMMANDS['it'] = ('__main__:it', '')\ncli.main(['it'])\n"
    )
    if head:
        script = f"'{sys.executable}' '{program}' | {head}; echo ${{PIPESTATUS[0]}} >&2"
        return subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    return subprocess.run([sys.executable, program], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("kind", "code"), exit_codes().items())
def test_an_error_meant_for_a_person_is_one_line_and_its_exit_code(kind: str, code: int, tmp_path: Path) -> None:
    result = run_command(f"raise errors.{kind}('a.txt is empty;\\n  give another file')", tmp_path)

    assert result.returncode == code
    assert result.stderr == "jnato-graph: a.txt is empty; give another file\n"
    assert result.stdout == ""


def test_ctrl_c_ends_without_a_traceback(tmp_path: Path) -> None:
    # whoever started the tests in the background may have left Ctrl-C ignored
    heard = "signal.signal(signal.SIGINT, signal.default_int_handler)"
    result = run_command(f"{heard}\nos.kill(os.getpid(), signal.SIGINT)", tmp_path)

    assert result.returncode == EXIT_INTERRUPTED
    assert result.stderr.strip() == "jnato-graph: interrupted"


@pytest.mark.parametrize(
    "body", ["for _ in range(100_000): click.echo('line')", "for _ in range(100_000): print('line')"]
)
def test_a_reader_that_goes_away_ends_the_command_quietly(body: str, tmp_path: Path) -> None:
    result = run_command(body, tmp_path, head="head -1")

    assert result.stdout == "line\n"
    assert result.stderr.strip() == str(EXIT_BROKEN_PIPE)


def test_a_bug_is_not_dressed_up_as_a_usage_error(tmp_path: Path) -> None:
    result = run_command("raise ZeroDivisionError", tmp_path)

    assert "Traceback" in result.stderr


def test_the_group_imports_a_command_only_when_it_is_asked_for() -> None:
    code = (
        "import sys; from jnato_graph.cli import COMMANDS, main; main(['--help'], standalone_mode=False);"
        "sys.exit(any(place.partition(':')[0] in sys.modules for place, _ in COMMANDS.values()))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_it_is_a_lazy_group() -> None:
    assert isinstance(main, LazyGroup)
    assert main.commands == {}
