"""Whatever is loaded, replaced, moved and forgotten, in any order: the graph is that of the documents that remain."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from jnato_graph.load import batches, loader, loading
from jnato_graph.records import Extraction

if TYPE_CHECKING:
    from tests.conftest import Article
    from tests.integration.load.conftest import Graph

KEYS = ("ruritania", "graustark", "league", "rudolf")
PATHS = ("a.txt", "b.txt", "c.txt", "d.txt")


def some_article(chance: random.Random, article: Article) -> Extraction:
    """One of a few texts at one of a few paths, so that texts and paths meet again."""
    text = chance.randrange(6)
    words = random.Random(text)  # noqa: S311
    statements = []
    for _ in range(words.randrange(1, 4)):
        subject, other = words.sample(KEYS, 2)
        predicate, flag = words.choice(("OPPOSES", "SUPPORTS")), words.choice(("", " negated", " by=rudolf"))
        statements.append(f"{subject} {predicate} {other}{flag}")
    year = chance.choice((None, "1900", "1950"))
    names = {"graustark": f"Graustark {text % 3}"}
    made = article(chance.choice(PATHS), *statements, key=f"text-{text}", published=year, names=names)
    # What is read of a text may depend on its date, as claims of "last year" do.
    return replace(made, claims=tuple(replace(claim, date=year) for claim in made.claims))


@pytest.mark.parametrize("seed", range(3))
def test_the_graph_is_that_of_the_documents_that_remain(
    graph: Graph, article: Article, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311
    monkeypatch.setattr(batches, "BATCH", 5)
    monkeypatch.setattr(loading, "GROUP", chance.choice((1, 60)))
    monkeypatch.setattr(loader, "SETTLE", chance.choice((1, 1000)))
    there: dict[str, Extraction] = {}
    for _ in range(9):
        if there and chance.random() < 0.25:
            path = chance.choice(sorted(there))
            key = there[path].document.key
            assert graph.forget(chance.choice((path, key))).key == key
            there = {path: other for path, other in there.items() if other.document.key != key}
        else:
            batch = {made.document.path: made for made in (some_article(chance, article) for _ in range(3))}
            there |= batch
            summary = graph.load(*batch.values())
            while summary.reread:
                summary = graph.load(*(there[path] for path in summary.reread))
    after = graph.hash()
    assert not graph.load(*there.values()).counters
    assert graph.hash_of(*(there[path] for path in sorted(there))) == after
