"""What the general engine makes of each construction: the same claim whichever way a sentence is built."""

from __future__ import annotations

from collections.abc import Callable

import pytest

OPPOSED = "Spain OPPOSES Nara Pact"
SAME = {
    "active": "Spain opposed the Nara Pact.",
    "passive": "The Nara Pact was opposed by Spain.",
    "possessor of a noun": "Spain's opposition to the Nara Pact was loud.",
    "noun with from": "Opposition from Spain to the Nara Pact was loud.",
    "noun and participle": "The objection raised by Spain to the Nara Pact was loud.",
    "light verb": "Spain voiced opposition to the Nara Pact.",
    "copula and adjective": "Spain is opposed to the Nara Pact.",
    "copula and noun": "Spain is an opponent of the Nara Pact.",
    "preposition": "Spain is against the Nara Pact.",
    "relative clause, subject": "Spain, which opposed the Nara Pact, slept.",
    "relative clause, object": "The Nara Pact, which Spain opposed, was short.",
    "reduced relative clause": "The Nara Pact, opposed by Spain, was short.",
    "participle": "Opposing the Nara Pact, Spain slept.",
    "participle, passive": "Opposed by Spain, the Nara Pact was short.",
    "infinitive of a noun": "Spain kept its promise and opposed the Nara Pact.",
    "part of a plan": "Spain opposed the signing of the Nara Pact.",
    "gerund": "Spain objected to signing the Nara Pact.",
    "body of a state": "The government of Spain opposed the Nara Pact.",
    "group led by": "Members led by Spain opposed the Nara Pact.",
    "group with names": "Members such as Spain opposed the Nara Pact.",
    "pronoun": "Spain slept. It opposed the Nara Pact.",
    "heading": "Spain opposes Nara Pact",
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME.keys())
def test_one_claim_in_every_construction(claims: Callable[[str], set[str]], text: str) -> None:
    assert OPPOSED in claims(text)


def test_coordination_gives_a_claim_for_each(claims: Callable[[str], set[str]]) -> None:
    assert claims("Spain and Italy signed the Nara Pact and the Hiroshima Accord.") == {
        "Spain SIGNED Nara Pact",
        "Spain SIGNED Hiroshima Accord",
        "Italy SIGNED Nara Pact",
        "Italy SIGNED Hiroshima Accord",
    }


def test_verbs_side_by_side_share_their_object_or_keep_their_own(claims: Callable[[str], set[str]]) -> None:
    assert claims("Spain criticised and blocked the Nara Pact.") == {OPPOSED}
    assert claims("Spain signed the Nara Pact and opposed the Hiroshima Accord.") == {
        "Spain SIGNED Nara Pact",
        "Spain OPPOSES Hiroshima Accord",
    }


def test_a_passive_without_agent_has_no_subject(claims: Callable[[str], set[str]]) -> None:
    assert claims("The Nara Pact was opposed.") == set()


def test_those_who_meet_are_claimed_once_for_each_pair(claims: Callable[[str], set[str]]) -> None:
    assert claims("Aiko Tanabe and Lars Holm met.") == {"Aiko Tanabe MET_WITH Lars Holm"}


def test_an_object_without_its_label_is_no_object(claims: Callable[[str], set[str]]) -> None:
    assert claims("Spain signed Italy.") == set()


def test_a_plan_to_found_is_a_proposal(claims: Callable[[str], set[str]]) -> None:
    assert claims("Japan plans to set up the Kasumi Trust Fund.") == {"Japan PROPOSED Kasumi Trust Fund"}


def test_nothing_given_is_a_denial(claims: Callable[[str], set[str]]) -> None:
    assert claims("Spain sent no tanks to Ukraine.") == {"Spain CONTRIBUTED_TO Ukraine negated"}
    assert claims("Spain sent tanks to Ukraine.") == {"Spain CONTRIBUTED_TO Ukraine"}


def test_what_others_are_accused_of_is_not_the_accuser_s_deed(claims: Callable[[str], set[str]]) -> None:
    assert claims("Norway accused Russia of attacking Moldova.") == {"Russia ATTACKED Moldova possible"}
    assert claims("Norway condemned Russia for attacking Moldova.") >= {"Russia ATTACKED Moldova"}
    assert not any(
        claim.startswith("Norway ATTACKED") for claim in claims("Norway condemned Russia for attacking Moldova.")
    )
