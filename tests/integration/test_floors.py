"""Extraction on the gold of this project does not fall below what it once reached."""

from __future__ import annotations

from pathlib import Path

import pytest

from jnato_graph.evaluate import evaluate, fallen, measured, read_floors, read_parts

GOLD = Path(__file__).parents[1] / "gold"
FLOORS = read_floors(GOLD / "floors.yaml")


def test_there_are_floors_for_documents_and_sentences() -> None:
    articles = {"seeds", "further", "unseen", "fresh", "later", "latest", "genres", "recent", "sundry", "varied"}
    articles |= {"assorted", "diverse", "manifold"}
    samples = {"sample", "news-sample", "pages-sample", "hostile-sample"}
    assert FLOORS.keys() == articles | samples | {"retold", "reread", "unread"}


@pytest.mark.parametrize("name", FLOORS)
def test_no_figure_falls_below_its_floor(name: str) -> None:
    part = next(part for part in read_parts(GOLD) if part.name == name)

    assert fallen(name, measured(evaluate(part)), FLOORS) == []
