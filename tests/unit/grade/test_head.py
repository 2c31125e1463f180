"""The head of the network, run by numpy."""

from __future__ import annotations

import numpy as np
import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from jnato_graph.errors import PipelineError
from jnato_graph.grade.head import NAMES, RULE_WIDTH, Grader, Pairs, load_grader, may_relate
from jnato_graph.grade.paths import PATH_WIDTH
from jnato_graph.network.encoder import Floats, Ints
from jnato_graph.ontology import allows

WORDS = 6


def pairs() -> Pairs:
    return Pairs(
        spans=np.array([[1, 1, 0, 2], [4, 5, 0, 2]]), pairs=np.array([[0, 1], [1, 0]]), tops=np.array([2, 2]),
        paths=np.zeros((2, PATH_WIDTH), dtype=np.float32), rules=np.zeros((2, RULE_WIDTH), dtype=np.float32),
    )  # fmt: skip


def threads() -> list[int]:
    return [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]


def test_it_counts_in_one_thread_and_leaves_the_others_to_the_rest_of_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    grader, used = load_grader(), []
    seen = Grader._seen

    def noted(self: Grader, hidden: Floats, ends: Floats, s: Ints, o: Ints) -> Floats:
        used.extend(threads())
        return seen(self, hidden, ends, s, o)

    monkeypatch.setattr(Grader, "_seen", noted)
    with threadpool_limits(limits=2, user_api="blas"):
        before = threads()
        grader.grade(np.zeros((WORDS, 384), dtype=np.float32), pairs())

        assert threads() == before
    assert set(used) == {1}


def test_weights_of_another_ontology_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jnato_graph.grade.head.NAMES", NAMES[::-1])
    load_grader.cache_clear()
    try:
        with pytest.raises(PipelineError, match="another ontology"):
            load_grader()
    finally:
        load_grader.cache_clear()


def test_pairs_are_looked_at_that_the_ontology_lets_stand_in_some_relation() -> None:
    assert may_relate("State", "Office")
    assert may_relate("Office", "Place")
    assert may_relate("Place", "State") is allows("Place", "LOCATED_IN", "State")
    assert not may_relate("Agreement", "State")
