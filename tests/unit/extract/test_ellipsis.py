"""Claims whose verb is left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FIRST = "Spain OPPOSES Nara Pact"
CASES = {
    "Spain opposed the Nara Pact, and so did Italy.": {FIRST, "Italy OPPOSES Nara Pact"},
    "Spain opposed the Nara Pact, but Italy did not.": {FIRST, "Italy OPPOSES Nara Pact negated"},
    "Spain did not oppose the Nara Pact, but Italy did.": {f"{FIRST} negated", "Italy OPPOSES Nara Pact"},
    "Spain opposed the Nara Pact. Italy did not.": {FIRST, "Italy OPPOSES Nara Pact negated"},
    "Spain did not oppose the Nara Pact, and neither did Italy.": {
        f"{FIRST} negated",
        "Italy OPPOSES Nara Pact negated",
    },
    "Spain opposed the Nara Pact, unlike Italy.": {FIRST, "Italy OPPOSES Nara Pact negated"},
    "Like Italy, Spain opposed the Nara Pact.": {FIRST, "Italy OPPOSES Nara Pact"},
    "Spain opposed the Nara Pact. Italy had lunch.": {FIRST},
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=CASES.keys())
def test_the_missing_verb_is_the_one_before(claims: Callable[[str], set[str]], text: str, expected: set[str]) -> None:
    assert claims(text) == expected
