"""Offices that the text tells as left, and that nobody then speaks for a state by them; those still to be taken."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from jnato_graph.extract.tenure import is_coming, is_left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The former foreign minister of Norway spoke.", True),
        ("Ex-foreign minister Bo Lee of South Korea spoke.", True),
        ("Tom Roe, once Japan's defence minister, spoke.", True),
        ("Ann Poe was prime minister of Norway until 2012.", True),
        ("Jane Doe, who was Australia's foreign minister from 2015 to 2018, spoke.", True),
        ("Mary Moe served as Denmark's defence minister.", True),
        ("Norway's then prime minister, Ola Berg, spoke.", False),
        ("Ola Berg, who was then prime minister of Norway, spoke.", False),
        ("The foreign minister of Norway spoke.", False),
        ("Ola Berg is prime minister of Norway.", False),
        ("Ola Berg became minister.", False),
    ],
)
def test_an_office_is_one_of_the_past_or_not(nlp: Language, text: str, left: bool) -> None:
    role = next(token for token in nlp(text) if token.lower_.endswith("minister"))

    assert is_left(role) is left


@pytest.mark.parametrize(
    ("text", "coming"),
    [
        ("Norway's incoming foreign minister, Bo Lee, spoke.", True),
        ("The next prime minister of Norway, Bo Lee, spoke.", True),
        ("Foreign minister-designate Bo Lee spoke.", True),
        ("The minister designate, Bo Lee, spoke.", True),
        ("The foreign minister of Norway, Bo Lee, spoke next.", False),
        ("Next to the minister stood Bo Lee.", False),
    ],
)
def test_an_office_is_still_to_be_taken_or_not(nlp: Language, text: str, coming: bool) -> None:
    role = next(token for token in nlp(text) if "minister" in token.lower_)

    assert is_coming(role) is coming


def test_who_is_still_to_take_an_office_is_planned_to_hold_it(claims: Callable[[str], set[str]]) -> None:
    assert claims("Anna Berg, Norway's incoming prime minister, came.") == {
        "Anna Berg HOLDS_POSITION_IN Norway planned"
    }
