"""Verbs that leave their object out: what they are about is taken only where nothing else can be meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CASES = {
    "Spain hosted Exercise Nordic Dawn in May. Italy also took part.": {"Italy PARTICIPATED_IN Nordic Dawn"},
    "Spain hosted Exercise Nordic Dawn in May. Italy took part in the talks.": set(),
    "Spain hosted Exercise Nordic Dawn and Exercise Steel Furrow. Italy also took part.": set(),
    "Norway proposed the Nara Pact. Spain objected.": {"Spain OPPOSES Nara Pact"},
    "Norway proposed the Nara Pact. Spain objected to the wording.": set(),
    "Norway proposed the Nara Pact. To terrorism Spain is opposed, he said.": set(),
    "Norway proposed the Nara Pact. Spain never objected.": {"Spain OPPOSES Nara Pact negated"},
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=CASES.keys())
def test_what_is_left_out(claims: Callable[[str], set[str]], text: str, expected: set[str]) -> None:
    found = {claim for claim in claims(text) if " HOSTED " not in claim and " PROPOSED " not in claim}

    assert found == expected


def test_nothing_is_taken_from_before_a_heading(claims: Callable[[str], set[str]]) -> None:
    text = "Spain hosted Exercise Nordic Dawn in May.\n\nThe summit in June\n\nItaly will also take part."

    assert not any(claim.startswith("Italy") for claim in claims(text))


def test_what_a_whole_text_is_about_is_meant_where_nothing_is_named(claims: Callable[[str], set[str]]) -> None:
    about = "The Nordic Sea Initiative was founded in 2018. " + "The Nordic Sea Initiative has a budget. " * 5
    between = "Much was written. Little was read. Nobody minded. "

    assert "Sweden MEMBER_OF Nordic Sea Initiative" in claims(about + between + "Sweden joined in 2021.")
    assert not claims("The Nordic Sea Initiative has a budget. " + between + "Sweden joined in 2021.")
