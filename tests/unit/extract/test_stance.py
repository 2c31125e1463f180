"""How the text stands to what it says: denied, planned, possible, or not said at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

PLAIN = "Spain SIGNED Nara Pact"
CASES = {
    "Spain signed the Nara Pact.": PLAIN,
    "Spain has signed the Nara Pact.": PLAIN,
    "Spain managed to sign the Nara Pact.": PLAIN,
    "Spain did not sign the Nara Pact.": f"{PLAIN} negated",
    "Spain never signed the Nara Pact.": f"{PLAIN} negated",
    "Spain refused to sign the Nara Pact.": f"{PLAIN} negated",
    "Spain failed to sign the Nara Pact.": f"{PLAIN} negated",
    "Spain has yet to sign the Nara Pact.": f"{PLAIN} negated",
    "Spain denied that it had signed the Nara Pact.": f"{PLAIN} negated",
    "Spain did not deny that it had signed the Nara Pact.": PLAIN,
    "At no point did Spain sign the Nara Pact.": f"{PLAIN} negated",
    "Spain is no longer a party to the Nara Pact.": f"{PLAIN} negated",
    "Spain will sign the Nara Pact.": f"{PLAIN} planned",
    "Spain agreed to sign the Nara Pact.": f"{PLAIN} planned",
    "Spain is expected to sign the Nara Pact.": f"{PLAIN} planned",
    "Spain is due to sign the Nara Pact.": f"{PLAIN} planned",
    "Spain will not sign the Nara Pact.": f"{PLAIN} negated planned",
    "Spain may sign the Nara Pact.": f"{PLAIN} possible",
    "Spain could sign the Nara Pact.": f"{PLAIN} possible",
    "Spain hopes to sign the Nara Pact.": f"{PLAIN} possible",
    "Spain reportedly signed the Nara Pact.": f"{PLAIN} possible",
    "Spain is said to have signed the Nara Pact.": f"{PLAIN} possible",
    "Italy urged Spain to sign the Nara Pact.": f"{PLAIN} possible",
    "A visit by Jens Stoltenberg to Spain would be a good step.": "Jens Stoltenberg VISITED Spain possible",
    "The visit by Jens Stoltenberg to Spain would have consequences.": "Jens Stoltenberg VISITED Spain",
    "If Spain signs the Nara Pact, Italy will rest.": f"{PLAIN} possible",
    "Spain is not in favour of the Nara Pact.": "Spain SUPPORTS Nara Pact negated",
    "Spain has no objection to the Nara Pact.": "Spain OPPOSES Nara Pact negated",
}
UNSAID = (
    "Had Spain signed the Nara Pact, Italy would have rested.",
    "Spain would have signed the Nara Pact.",
    "Did Spain sign the Nara Pact?",
    "Nobody knows whether Spain signed the Nara Pact.",
)


@pytest.mark.parametrize(("text", "claim"), CASES.items(), ids=CASES.keys())
def test_polarity_and_modality(claims: Callable[[str], set[str]], text: str, claim: str) -> None:
    assert claims(text) == {claim}


@pytest.mark.parametrize("text", UNSAID)
def test_what_is_asked_or_contrary_to_fact_is_no_claim(claims: Callable[[str], set[str]], text: str) -> None:
    assert claims(text) == set()


def test_one_denial_counts_for_each_name_once(claims: Callable[[str], set[str]]) -> None:
    assert claims("Neither Italy nor Spain signed the Nara Pact.") == {f"Italy{PLAIN[5:]} negated", f"{PLAIN} negated"}
    assert claims("Spain did not sign the Nara Pact or the Hiroshima Accord.") == {
        f"{PLAIN} negated",
        "Spain SIGNED Hiroshima Accord negated",
    }
    assert claims("Spain neither signed nor ratified the Nara Pact.") == {f"{PLAIN} negated"}


def test_a_denial_in_one_clause_leaves_the_next_alone(claims: Callable[[str], set[str]]) -> None:
    assert claims("Italy did not sign the Nara Pact, but Spain signed it.") == {f"Italy{PLAIN[5:]} negated", PLAIN}
