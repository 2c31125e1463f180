"""What is blocked, begun by the first of its kind, or tied to a future: whether it is said to be so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CASES = {
    "Hungary blocked the accession of Sweden to NATO.": {"Hungary OPPOSES Sweden"},
    "Sweden's accession to NATO doubled the border.": {"Sweden MEMBER_OF NATO"},
    "Ines Vale will become the first Spanish minister to attend the Oslo summit.": {
        "Ines Vale PARTICIPATED_IN Oslo summit planned"
    },
    "Spain and Italy agreed to deepen ties and signed the Nara Pact.": {
        "Spain SIGNED Nara Pact",
        "Italy SIGNED Nara Pact",
    },
    "Spain will join Nordic Dawn when Italy signs the Nara Pact.": {
        "Spain PARTICIPATED_IN Nordic Dawn planned",
        "Italy SIGNED Nara Pact planned",
    },
    "Spain rejected the plan to open the Nordic Cyber Office in Oslo.": {
        "Spain OPPOSES Nordic Cyber Office in Oslo",
        "Nordic Cyber Office in Oslo LOCATED_IN Oslo",
    },
    "Spain unveiled a plan to open the Nordic Cyber Office in Oslo.": {
        "Spain PROPOSED Nordic Cyber Office in Oslo",
        "Nordic Cyber Office in Oslo LOCATED_IN Oslo",
        "Nordic Cyber Office in Oslo LOCATED_IN Oslo planned",
    },
    "Spain launched a plan for the Nordic Cyber Office.": {"Spain PROPOSED Nordic Cyber Office"},
    "Spain became the first country to join the Nordic Council.": {"Spain MEMBER_OF Nordic Council"},
    "Spain pledged 3 million euros in aid to Ukraine.": {"Spain CONTRIBUTED_TO Ukraine"},
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=CASES.keys())
def test_how_real_it_is(claims: Callable[[str], set[str]], text: str, expected: set[str]) -> None:
    found = {claim for claim in claims(text) if " HELD_IN " not in claim and " COOPERATES_WITH " not in claim}

    assert found == expected
