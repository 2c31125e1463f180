"""Offices that the text tells as left, and that nobody then speaks for a state by them."""

from __future__ import annotations

import pytest
from spacy.language import Language

from jnato_graph.extract.past_offices import is_left


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
