from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jnato_graph.errors import UsageError
from jnato_graph.load import Tally
from jnato_graph.records import Extraction

if TYPE_CHECKING:
    from tests.conftest import Article
    from tests.integration.load.conftest import Graph


@pytest.fixture
def articles(article: Article) -> list[Extraction]:
    return [
        article(
            "texts/a.txt", "ruritania OPPOSES office:strelsau", "rudolf VISITED strelsau", title="Ruritania says no",
            names={"office:strelsau": "Bureau"},
        ),
        article(
            "texts/b.txt", "ruritania OPPOSES office:strelsau negated", "league MET_WITH graustark",
            title="Ruritania says yes",
        ),
    ]  # fmt: skip


def test_forgetting_leaves_the_graph_as_if_it_had_never_been_loaded(graph: Graph, articles: list[Extraction]) -> None:
    expected = [graph.hash_of(articles[1]), graph.hash_of(articles[0])]
    for extraction, left in zip(articles, expected, strict=True):
        graph.clear()
        graph.load(*articles)
        graph.forget(extraction.document.key)
        assert graph.hash() == left


def test_forgetting_everything_leaves_the_reference_facts(graph: Graph, articles: list[Extraction]) -> None:
    empty = graph.hash_of()
    graph.load(*articles)
    for extraction in articles:
        graph.forget(extraction.document.key)
    assert graph.hash() == empty
    assert graph.rows("MATCH (e:Entity) RETURN e.key ORDER BY e.key") == [["league"], ["rudolf"], ["ruritania"]]


def test_the_summary_says_what_was_taken_out(graph: Graph, articles: list[Extraction]) -> None:
    graph.load(*articles)
    summary = graph.forget(articles[0].document.key)
    assert (summary.title, summary.paths) == ("Ruritania says no", ("texts/a.txt",))
    assert summary.documents == Tally(removed=1)
    assert (summary.sentences, summary.mentions, summary.claims) == (
        Tally(removed=2),
        Tally(removed=4),
        Tally(removed=2),
    )
    assert summary.entities == Tally(changed=1, removed=1)
    assert summary.relationships == Tally(removed=2)


@pytest.mark.parametrize("name", ["texts/a.txt", "./texts/../texts/a.txt", "Ruritania says no"])
def test_a_document_is_named_by_path_or_title(graph: Graph, articles: list[Extraction], name: str) -> None:
    graph.load(*articles)
    assert graph.forget(name).key == articles[0].document.key


def test_an_absolute_path_names_a_document_loaded_by_a_relative_one(
    graph: Graph, articles: list[Extraction], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    graph.load(*articles)
    assert graph.forget(str(tmp_path / "texts" / "b.txt")).key == articles[1].document.key


def test_a_name_of_no_document_or_of_two_is_told(graph: Graph, articles: list[Extraction]) -> None:
    same = replace(articles[1], document=replace(articles[1].document, title="Ruritania says no"))
    graph.load(articles[0], same)
    before = graph.hash()
    with pytest.raises(UsageError, match=r"no document has the key, path or title 'texts/c\.txt'"):
        graph.forget("texts/c.txt")
    with pytest.raises(UsageError, match=f"2 documents have the title.*{articles[0].document.key}"):
        graph.forget("Ruritania says no")
    assert graph.hash() == before
