"""Files that change between one load and the next, loaded as a user loads them."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import jnato_graph
from jnato_graph.cli import main
from jnato_graph.load import loading
from jnato_graph.settings import Settings

if TYPE_CHECKING:
    from tests.integration.load.conftest import Graph

TEXTS = {
    name: f"{name} opposes the NATO liaison office in Tokyo. The minister of {name} said so on Friday in the capital."
    for name in ("France", "Germany", "Italy", "Spain")
}
PATHS = ("a.txt", "b.txt", "c.txt")


def write(folder: Path, texts: dict[str, str]) -> None:
    for path, name in texts.items():
        (folder / path).write_text(TEXTS[name] + "\n", encoding="utf-8")


def load(folder: Path, settings: Settings) -> jnato_graph.LoadSummary:
    return jnato_graph.load_documents([folder], settings=settings, quick=True)


@pytest.mark.parametrize("seed", range(4))
def test_files_that_change_names_and_contents_give_the_graph_of_a_first_load(
    graph: Graph, neo4j_settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311
    monkeypatch.setattr(loading, "GROUP", chance.choice((1, 1000)))
    write(tmp_path, dict(zip(PATHS, chance.sample(sorted(TEXTS), 3), strict=True)))
    load(tmp_path, neo4j_settings)
    write(tmp_path, dict(zip(PATHS, chance.sample(sorted(TEXTS), 3), strict=True)))
    load(tmp_path, neo4j_settings)
    after = graph.hash()
    assert not load(tmp_path, neo4j_settings).counters

    graph.clear()
    load(tmp_path, neo4j_settings)
    assert graph.hash() == after


def test_a_text_that_is_renamed_while_another_takes_its_old_name_keeps_its_claims(
    graph: Graph, neo4j_settings: Settings, tmp_path: Path
) -> None:
    write(tmp_path, {"latest.txt": "France"})
    load(tmp_path, neo4j_settings)
    write(tmp_path, {"old.txt": "France", "latest.txt": "Germany"})
    summary = load(tmp_path, neo4j_settings)
    assert summary.reread == ()
    opposed = graph.rows("MATCH (s)<-[:SUBJECT]-(:Claim {predicate: 'OPPOSES'}) RETURN DISTINCT s.key ORDER BY s.key")
    assert opposed == [["france"], ["germany"]]


def test_a_file_of_the_same_name_in_another_folder_is_told_to_take_the_place_of_the_first(
    graph: Graph, neo4j_environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert graph.rows("MATCH (d:Document) RETURN d") == []
    for folder, name in (("A", "Italy"), ("B", "Spain")):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder, {"article.txt": name})

    def load_in(folder: str, *options: str) -> str:
        monkeypatch.chdir(tmp_path / folder)
        result = CliRunner().invoke(main, ["load", "article.txt", "--quick", *options], env=neo4j_environment)
        assert result.exit_code == 0
        return result.stderr

    assert "removed" not in load_in("A")
    [[key]] = graph.rows("MATCH (d:Document) RETURN d.key")
    assert f"would be removed: {key}, since article.txt holds another text now" in load_in("B", "--dry-run")
    assert f"removed: {key}, since article.txt holds another text now" in load_in("B")
    assert "removed" not in load_in("B")


def test_a_text_given_alone_keeps_what_the_manifest_above_it_says(
    graph: Graph, neo4j_settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "sub").mkdir()
    write(tmp_path / "sub", {"a.txt": "France"})
    (tmp_path / "manifest.yaml").write_text("documents:\n  sub/a.txt:\n    published: 2023-07-10\n")
    load(tmp_path, neo4j_settings)
    before = graph.hash()
    assert not load(tmp_path / "sub" / "a.txt", neo4j_settings).counters
    assert graph.hash() == before
