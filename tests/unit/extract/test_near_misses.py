"""Each reason why a sentence with a trigger and two entities gave no claim, on a sentence that has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from spacy.tokens import Doc

from jnato_graph.extract import extract
from jnato_graph.extract.near_misses import NearMiss, near_misses

Named = Callable[[str, Mapping[str, str]], Doc]
LABELS = {"France": "State", "Japan": "State", "NATO": "Organisation", "Okinawa": "Place", "Tokyo Accord": "Agreement"}


def found(named: Named, text: str) -> list[NearMiss]:
    doc = named(text, LABELS)
    return list(near_misses(doc, extract(doc)))


@pytest.mark.parametrize(
    ("text", "trigger", "reason"),
    [
        ("Would France ever oppose NATO?", "oppose", "not asserted"),
        ("In France and Japan, officials signed the paper.", "signed", "names nothing known"),
        ("Okinawa signed the Tokyo Accord.", "signed", "is Place; allowed are Organisation, Person, State"),
        ("France, unlike Japan, opposed.", "opposed", "no filler for the object"),
    ],
)
def test_the_reason_is_the_step_that_failed(named: Named, text: str, trigger: str, reason: str) -> None:
    (miss,) = found(named, text)

    assert any(attempt.trigger == trigger and reason in attempt.reason for attempt in miss.attempts), miss.attempts
    assert miss.sentence == text


def test_a_sentence_that_said_something_is_no_near_miss(named: Named) -> None:
    assert found(named, "France opposed NATO.") == []


def test_neither_is_one_without_a_trigger_or_with_one_entity(named: Named) -> None:
    assert found(named, "France and Japan are large.") == []
    assert found(named, "France opposed the paper.") == []


def test_what_was_found_and_then_graded_away_is_told(named: Named) -> None:
    doc = named("France opposed NATO.", LABELS)

    (miss,) = near_misses(doc, [])

    assert "not kept" in miss.attempts[0].reason
    assert miss.ends == ("France", "NATO")
    assert miss.start == 0
