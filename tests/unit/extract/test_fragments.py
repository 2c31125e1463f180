"""Lines without a verb: labelled lists, brackets, a person in a place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CASES = {
    "Locked Shields\nTaking part: Japan, Norway": {
        "Japan PARTICIPATED_IN Locked Shields",
        "Norway PARTICIPATED_IN Locked Shields",
    },
    "Locked Shields\nNot taking part: Spain": {"Spain PARTICIPATED_IN Locked Shields negated"},
    "Locked Shields. Host: Norway": {"Norway HOSTED Locked Shields"},
    "Nara Pact\nSigned by: Japan and Fiji": {"Japan SIGNED Nara Pact", "Fiji SIGNED Nara Pact"},
    "Nara Pact\nAgainst: Spain": {"Spain OPPOSES Nara Pact"},
    "Exercise Nordic Dawn (Germany, Japan, Spain)": {
        "Germany PARTICIPATED_IN Nordic Dawn",
        "Japan PARTICIPATED_IN Nordic Dawn",
        "Spain PARTICIPATED_IN Nordic Dawn",
    },
    "Nara Pact\nWeather: Japan, Fiji": set(),
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=CASES.keys())
def test_layout_says_who_did_what(claims: Callable[[str], set[str]], text: str, expected: set[str]) -> None:
    assert claims(text) == expected
