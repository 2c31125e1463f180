"""Two actors held against each other, and the rows of what they disagree on."""

from __future__ import annotations

import pytest
from spacy.language import Language

from jnato_graph.ask import Choice, choose, patterns
from jnato_graph.ask.compared import as_positions, rows_apart
from jnato_graph.report import Answer

OFFICE = "nato-liaison-office-tokyo"


@pytest.mark.parametrize(
    "question",
    [
        "Compare France and Germany on the Tokyo liaison office",
        "Compare the positions of France and Germany on the Tokyo liaison office.",
        "France versus Germany on the Tokyo liaison office",
        "Do France and Germany agree on the Tokyo liaison office?",
        "How do France and Germany differ on the Tokyo liaison office?",
    ],
)
def test_a_comparison_asks_for_the_positions_of_both(nlp: Language, question: str) -> None:
    found = choose(question, nlp, patterns(), "2026-11-25")

    assert isinstance(found, Choice)
    assert found.query.name == "positions-over-time"
    assert found.values == {"among": ["france", "germany"], "proposal": OFFICE}


def test_positions_on_anything_are_those_of_both_and_what_they_disagree_on_is_asked_apart(nlp: Language) -> None:
    both = choose("Compare the positions of Lithuania and France.", nlp, patterns(), "2026-11-25")
    apart = choose("What do Lithuania and France disagree about?", nlp, patterns(), "2026-11-25")

    assert isinstance(both, Choice)
    assert isinstance(apart, Choice)
    assert both.query.name == apart.query.name == "statements"
    assert both.values == apart.values == {"among": ["lithuania", "france"], "predicates": ["OPPOSES", "SUPPORTS"]}
    assert (both.apart, apart.apart) == (False, True)


@pytest.mark.parametrize(
    "question",
    ["Do the sources disagree on France?", "Compare the two articles on France", "Compare RIMPAC and Air Defender"],
)
def test_what_is_no_actor_has_no_position(question: str) -> None:
    assert as_positions(question) == (question, False)


def test_what_two_disagree_on_is_opposed_by_one_and_supported_by_the_other(nlp: Language) -> None:
    choice = choose("What do Lithuania and France disagree about?", nlp, patterns(), "2026-11-25")
    assert isinstance(choice, Choice)
    columns = ("subjectKey", "predicate", "objectKey", "status")
    apart = (("france", "OPPOSES", "office", "actual"), ("lithuania", "SUPPORTS", "office", "actual"))
    others = (
        ("france", "SUPPORTS", "fund", "actual"),
        ("lithuania", "SUPPORTS", "fund", "actual"),
        ("france", "OPPOSES", "cell", "denied"),
        ("lithuania", "SUPPORTS", "cell", "actual"),
        ("france", "OPPOSES", "pact", "denied (possible)"),
        ("lithuania", "SUPPORTS", "pact", "actual"),
    )

    found = rows_apart(Answer(query=choice.query, values={}, columns=columns, rows=(*apart, *others)))

    assert found.rows == apart
    assert found.notes
