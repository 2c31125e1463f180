"""Which names a phrase stands for: groups with names, exceptions, contrasts, company."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CASES = {
    "Several members, including Italy and Spain, signed the Nara Pact.": {"Italy", "Spain"},
    "Allies such as Italy and Spain signed the Nara Pact.": {"Italy", "Spain"},
    "Members led by Spain signed the Nara Pact.": {"Spain"},
    "Spain, together with Italy, signed the Nara Pact.": {"Spain", "Italy"},
    "Spain signed the Nara Pact with Italy.": {"Spain", "Italy"},
    "All members except Spain signed the Nara Pact.": {"Spain negated"},
    "Except for Spain, all members signed the Nara Pact.": {"Spain negated"},
    "All members with the exception of Spain signed the Nara Pact.": {"Spain negated"},
    "No member except Spain signed the Nara Pact.": {"Spain"},
    "Italy but not Spain signed the Nara Pact.": {"Italy", "Spain negated"},
    "Not only Italy but also Spain signed the Nara Pact.": {"Italy", "Spain"},
    "Spain or Italy signed the Nara Pact.": {"Spain possible", "Italy possible"},
    "Spain, the host, signed the Nara Pact.": {"Spain"},
    "Members signed the Nara Pact.": set(),
    "No member signed the Nara Pact.": set(),
}


@pytest.mark.parametrize(("text", "signers"), CASES.items(), ids=CASES.keys())
def test_who_is_meant(claims: Callable[[str], set[str]], text: str, signers: set[str]) -> None:
    found = {claim.replace(" SIGNED Nara Pact", "") for claim in claims(text)}

    assert found == signers


def test_ships_carry_their_state_into_an_exercise_and_not_into_a_stance(claims: Callable[[str], set[str]]) -> None:
    assert claims("A Spanish frigate joined Exercise Nordic Dawn.") == {"Spanish PARTICIPATED_IN Nordic Dawn"}
    assert claims("A Spanish frigate opposed the Nara Pact.") == set()


def test_a_name_before_a_class_noun_is_the_thing(claims: Callable[[str], set[str]]) -> None:
    assert claims("Spain joined the Nordic Dawn exercise.") == {"Spain PARTICIPATED_IN Nordic Dawn"}
