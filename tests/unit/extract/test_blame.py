"""Who is blamed by whom, for what they do alone or together, and whatever stands between verb and object."""

from __future__ import annotations

from collections.abc import Callable

import pytest

SAID = {
    "The ministers of Japan and Peru condemned in the strongest terms Fiji's landing on Timor.": {
        "Japan OPPOSES Fiji",
        "Peru OPPOSES Fiji",
    },
    "Japan condemned the military cooperation between Peru and Chile.": {
        "Japan OPPOSES Peru",
        "Japan OPPOSES Chile",
        "Peru COOPERATES_WITH Chile",
    },
    "Japan resisted military cooperation between Peru and Chile.": set(),
}


@pytest.mark.parametrize(("text", "expected"), SAID.items(), ids=list(SAID))
def test_who_is_blamed(claims: Callable[[str], set[str]], text: str, expected: set[str]) -> None:
    assert claims(text) == expected
