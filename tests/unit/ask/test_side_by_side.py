"""Two predicates that a question asks for side by side."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from spacy.language import Language

from jnato_graph.ask import Choice, choose, patterns

TODAY = "2026-11-25"


def parameters(question: str, nlp: Language) -> Mapping[str, object]:
    choice = choose(question, nlp, patterns(), TODAY)
    assert isinstance(choice, Choice), choice
    return choice.values


@pytest.mark.parametrize(
    "question",
    ["Which states opposed and which supported the Tokyo liaison office?", "Who is for or against the Tokyo office?"],
)
def test_who_opposed_and_who_supported_it_asks_for_both_positions(nlp: Language, question: str) -> None:
    assert "position" not in parameters(question, nlp)


def test_who_opposed_it_asks_for_one_position(nlp: Language) -> None:
    assert parameters("Who opposed the Tokyo liaison office?", nlp)["position"] == "OPPOSES"


def test_a_position_on_what_others_proposed_stays_one(nlp: Language) -> None:
    assert parameters("Who opposed the proposed Tokyo liaison office?", nlp)["position"] == "OPPOSES"
