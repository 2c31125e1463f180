"""Which office a person holds, from titles and sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

HOLDS = "Lars Holm HOLDS_POSITION_IN"
CASES = {
    "Norwegian Foreign Minister Lars Holm slept.": {f"{HOLDS} Norwegian"},
    "Lars Holm, the foreign minister of Norway, slept.": {f"{HOLDS} Norway"},
    "Norway's prime minister, Lars Holm, slept.": {f"{HOLDS} Norway"},
    "Norway's Under-Secretary of State for Defence, Lars Holm, slept.": {f"{HOLDS} Norway"},
    "The Minister of Defence of Norway, Lars Holm, slept.": {f"{HOLDS} Norway"},
    "Lars Holm is the prime minister of Norway.": {f"{HOLDS} Norway"},
    "Lars Holm became prime minister of Norway.": {f"{HOLDS} Norway"},
    "Lars Holm is no longer prime minister of Norway.": {f"{HOLDS} Norway negated"},
    "Former Norwegian prime minister Lars Holm slept.": {f"{HOLDS} Norwegian"},
    "Lars Holm was born in Norway.": set(),
    "Lars Holm met the prime minister of Norway.": set(),
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=CASES.keys())
def test_offices(claims: Callable[[str], set[str]], text: str, expected: set[str]) -> None:
    assert {claim for claim in claims(text) if "HOLDS_POSITION_IN" in claim} == expected
