"""What the shells are given to complete with, and that it comes without spaCy and the driver."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from jnato_graph.cli import COMPLETION_VARIABLE, main
from jnato_graph.cli.completion import joined
from jnato_graph.ontology import LABELS
from jnato_graph.reference import load_reference
from jnato_graph.reference.keys import keys_beginning

BASH = shutil.which("bash")
COMMAND = Path(sys.executable).with_name("jnato-graph")


def completions(shell: str, line: str, position: int | None = None) -> list[str]:
    """What a shell gets for `line` with the cursor at its end (its words as bash parts them)."""
    words = line.split(" ")
    index = len(words) - 1 if position is None else position
    environment = {
        COMPLETION_VARIABLE: f"{shell}_complete",
        "COMP_WORDS": line if shell != "fish" else " ".join(words[:-1]),
        "COMP_CWORD": words[-1] if shell == "fish" else str(index),
    }
    result = CliRunner().invoke(main, [], prog_name="jnato-graph", env=environment)
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_a_script_that_calls_the_command(shell: str) -> None:
    result = CliRunner().invoke(main, [], prog_name="jnato-graph", env={COMPLETION_VARIABLE: f"{shell}_source"})

    assert result.exit_code == 0
    assert f"{COMPLETION_VARIABLE}={shell}_complete" in result.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_commands_reports_parameters_and_values(shell: str) -> None:
    for line, expected in [
        ("jnato-graph rep", "report"),
        ("jnato-graph report run members-", "members-opposed-office"),
        ("jnato-graph report run members-opposed-office --param off", "office="),
        ("jnato-graph report list --subject agr", "agreements"),
        ("jnato-graph report run members-opposed-office --form", "--format"),
        ("jnato-graph report run members-opposed-office --format ta", "table"),
    ]:
        assert any(expected in item for item in completions(shell, line)), line


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_other_shells_keep_a_setting_in_one_word(shell: str) -> None:
    shown = completions(shell, "jnato-graph report run actor-dossier --param actor=fran")

    assert any("actor=france" in item for item in shown)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("jnato-graph report run members-opposed-office --param modality = pl", "plain,planned"),
        ("jnato-graph report run members-opposed-office --param modality =", "plain,planned"),
        ("jnato-graph report run members-opposed-office -P office = nato-liaison-office-t", "plain,nato-liaison-"),
        ("jnato-graph report run actor-dossier --param actor = fran", "plain,france"),
        ("jnato-graph report run actor-dossier --format = js", "plain,json"),
    ],
)
def test_bash_which_parts_words_at_equals_signs_gets_what_comes_after(line: str, expected: str) -> None:
    assert any(item.startswith(expected) for item in completions("bash", line)), completions("bash", line)


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        (["--param", "office", "=", "to"], ["--param", "office=to"]),
        (["--param", "office", "="], ["--param", "office="]),
        (["-P", "actor", "=", "person", ":", "ma"], ["-P", "actor=person:ma"]),
        (["-P", "office", "=", "--format"], ["-P", "office=", "--format"]),
        ([""], [""]),
    ],
)
def test_words_that_bash_parted_are_joined(words: list[str], whole: list[str]) -> None:
    assert joined(words) == whole


@pytest.mark.skipif(not BASH or not COMMAND.exists(), reason="needs bash and the installed command")
@pytest.mark.parametrize(
    ("line", "expected"),
    [("jnato-graph report run members-o", "members-opposed-office"), ("jnato-graph eval", "evaluate")],
)
def test_bash_itself_completes_with_it(line: str, expected: str) -> None:
    words = line.split()
    script = (
        f'eval "$({COMPLETION_VARIABLE}=bash_source jnato-graph)"\n'
        f"COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}\n"
        f"_jnato_graph_completion jnato-graph {words[-1]} {words[-2]}\n"
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    result = subprocess.run(
        [str(BASH), "--norc", "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PATH": f"{COMMAND.parent}:{os.environ['PATH']}"},
    )
    assert expected in result.stdout.split()


def test_completing_imports_neither_spacy_nor_the_driver_nor_what_draws_tables() -> None:
    code = (
        "import atexit, sys\n"
        "atexit.register(lambda: print(sorted({'spacy', 'neo4j', 'rich', 'numpy'} & set(sys.modules))))\n"
        "from jnato_graph.cli import main; main(prog_name='jnato-graph')"
    )
    for line in ("jnato-graph ", "jnato-graph report run actor-dossier --param actor = j", "jnato-graph load --"):
        words = line.split(" ")
        result = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env=os.environ
            | {COMPLETION_VARIABLE: "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)},
        )
        *items, loaded = result.stdout.splitlines()
        assert items, line
        assert loaded == "[]"


def test_keys_are_those_of_the_reference_data() -> None:
    entities = load_reference().entities

    for label in LABELS:
        found = keys_beginning("", [label])
        assert found
        assert [key for key in found if entities[key].label != label] == []
    assert keys_beginning("fran", ["State"]) == ["france"]
