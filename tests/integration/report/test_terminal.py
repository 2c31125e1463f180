"""Reports, loading and forgetting as a person at a terminal sees them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from neo4j import Driver

from jnato_graph.interchange import write_extractions
from jnato_graph.records import Extraction

OnTerminal = Callable[..., str]
Article = Callable[..., Extraction]
COMMAND = "from jnato_graph.cli import main; main()"
REPORT = ("report", "run", "members-opposed-office")
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@pytest.fixture
def run(
    graph: Driver,  # noqa: ARG001 - it must be there
    on_terminal: OnTerminal,
    neo4j_environment: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> OnTerminal:
    """Run a command with the tests' database on a terminal."""
    monkeypatch.chdir(tmp_path)
    for name in ("NEO4J_URI", "NEO4J_URL", "NEO4J_ADDRESS", "JNATO_AURA_FILE"):
        monkeypatch.delenv(name, raising=False)

    def command(*arguments: str, **more: object) -> str:
        return on_terminal(COMMAND, *arguments, **(neo4j_environment | more))

    return command


def test_an_answer_has_colour_on_a_terminal_and_none_where_it_is_not_wanted(run: OnTerminal) -> None:
    coloured = run(*REPORT, lines=500)
    plain = run(*REPORT, lines=500, NO_COLOR="1")

    assert "\x1b[1mFrance\x1b[0m" in coloured
    assert "\x1b" not in plain
    assert ESCAPES.sub("", coloured) == plain


@pytest.mark.parametrize("columns", [60, 80, 120, 200])
def test_an_answer_fits_the_terminal(run: OnTerminal, columns: int) -> None:
    shown = ESCAPES.sub("", run(*REPORT, columns=columns, lines=500))

    assert max(map(len, shown.splitlines())) <= columns
    assert "France objects to the Tokyo liaison office, officials said." in " ".join(shown.split()) or columns == 120


def test_a_long_answer_is_paged_in_colour(run: OnTerminal, tmp_path: Path) -> None:
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\necho PAGED\ncat\n")
    pager.chmod(0o755)

    paged = run(*REPORT, lines=10, PAGER=str(pager))

    assert "PAGED" in paged
    assert "\x1b[1mFrance" in paged
    assert "PAGED" not in run(*REPORT, "--no-pager", lines=10, PAGER=str(pager))


def test_a_load_shows_how_far_it_is_and_ends_with_what_it_did(
    run: OnTerminal, article: Article, tmp_path: Path
) -> None:
    articles = [article(f"news/{n:02}.txt", "ruritania OPPOSES office:strelsau", key=f"n{n}") for n in range(30)]
    write_extractions(tmp_path / "news.jsonl", articles, stamp="test")

    shown = ESCAPES.sub("", run("load", "news.jsonl", columns=110))

    assert "Loading" in shown
    assert "30/30" in shown
    assert "documents:     30 created" in shown
    assert "news/07.txt?" in run("forget", "news/7.txt").partition("did you mean ")[2]
    assert "Forgotten: n7 (news/07.txt)" in run("forget", "news/07.txt")


def test_an_actor_that_there_is_not_is_answered_with_the_nearest(run: OnTerminal) -> None:
    assert "did you mean france (France)" in run("report", "run", "actor-dossier", "--param", "actor=Frnace")
