"""A name that there is not is answered with the nearest that there is."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from jnato_graph.cli import main

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.mark.parametrize(
    ("arguments", "exit_code", "words"),
    [
        (["lod", "seeds"], 2, "No such command 'lod'; did you mean load?"),
        (["xyzzy"], 2, "No such command 'xyzzy'; see them all with: jnato-graph --help"),
        (["report", "lst"], 2, "'list'"),
        (["db", "strat"], 2, "'start'"),
        (["db", "browser"], 2, "No such command 'browser'"),  # jnato-graph browser is the only one
        (["load", "--wrokers", "2", "seeds"], 2, "--workers"),
        (["report", "run", "member-opposed-ofice"], 5, "did you mean members-opposed-office?"),
        (
            ["report", "run", "members-opposed-office", "--param", "ofice=x"],
            2,
            "no parameter 'ofice', did you mean office?",
        ),
        (["report", "list", "--subject", "agrements"], 2, "did you mean agreements?"),
        (["evaluate", "--gold", str(SEEDS.parent / "tests/gold"), "--part", "seed"], 2, "did you mean seeds?"),
        (["load", str(SEEDS.with_name("README.jsonl"))], 3, f"did you mean {SEEDS.with_name('README.md').as_posix()}?"),
        (["report", "--folder", str(SEEDS.with_name("cyhper")), "list"], 5, "did you mean"),
        (["evaluate", "--gold", str(SEEDS.with_name("tests") / "golds")], 2, "tests/gold?"),
        (["read", str(SEEDS.with_name("sedes"))], 3, f"did you mean {SEEDS.as_posix()}?"),
    ],
)
def test_the_nearest_name_is_named(arguments: list[str], exit_code: int, words: str) -> None:
    result = CliRunner().invoke(main, arguments)

    assert (result.exit_code, result.stdout) == (exit_code, "")
    assert words in result.stderr
