"""A broken file of JSON Lines, as the commands that read one tell it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from jnato_graph.cli import main


@pytest.mark.parametrize("command", [["load"], ["explain", "3f9ac2", "--in"]])
def test_its_problems_are_told_line_by_line(command: list[str], tmp_path: Path) -> None:
    file = tmp_path / "broken.jsonl"
    file.write_text("[]\n" * 50)

    result = CliRunner().invoke(main, [*command, str(file)])

    lines = result.stderr.splitlines()
    assert (result.exit_code, result.stdout) == (3, "")
    assert lines[0] == f"{file}: line 1: is no JSON object"
    assert lines[19:21] == [f"{file}: line 20: is no JSON object", f"{file}: and 30 more problems"]
    assert lines[21] == (
        f"jnato-graph: {file}: 50 problems, so nothing of it is used; the first is in line 1: is no JSON object"
    )
    assert len(lines) == 22


def test_an_empty_one_is_one_line(tmp_path: Path) -> None:
    file = tmp_path / "empty.jsonl"
    file.touch()

    result = CliRunner().invoke(main, ["load", str(file)])

    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == (
        f"jnato-graph: {file}: is empty, it holds no document; write it with jnato-graph extract\n"
    )
