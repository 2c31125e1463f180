"""Who does something together, and what a group does: pairs, partners, participation that goes along with an event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CASES = {
    "Nordic Dawn was held in Norway with the participation of Spain and Italy.": {
        "Nordic Dawn HELD_IN Norway",
        "Spain PARTICIPATED_IN Nordic Dawn",
        "Italy PARTICIPATED_IN Nordic Dawn",
    },
    "Spain and Italy are building a fighter together.": {"Spain COOPERATES_WITH Italy"},
    "Spain and Italy are building a fighter.": set(),
    "Spain and Italy are old rivals. The two countries have been strategic partners since 2003.": {
        "Spain PARTNER_OF Italy"
    },
    "Spain, Italy and Norway are partners of NATO.": {
        "Spain PARTNER_OF NATO",
        "Italy PARTNER_OF NATO",
        "Norway PARTNER_OF NATO",
    },
    "NATO has partners in the region: Japan and Australia.": {"Japan PARTNER_OF NATO", "Australia PARTNER_OF NATO"},
    "NATO's partners in the region include Japan and Australia.": {
        "Japan PARTNER_OF NATO",
        "Australia PARTNER_OF NATO",
    },
    "Spain was among the countries that took part in Nordic Dawn.": {"Spain PARTICIPATED_IN Nordic Dawn"},
    "Spain is one of four partners to join the exercise Nordic Dawn.": {"Spain PARTICIPATED_IN Nordic Dawn"},
    "The Danish frigate Niels Juel took part in Nordic Dawn.": {"Danish PARTICIPATED_IN Nordic Dawn"},
    "Japan has been a NATO partner since 2013.": {"Japan PARTNER_OF NATO"},
    "Japan spoke as a G7 partner.": set(),
    "Spain took part in Nordic Dawn as a partner alongside Italy and Norway.": {
        "Spain PARTICIPATED_IN Nordic Dawn",
        "Italy PARTICIPATED_IN Nordic Dawn",
        "Norway PARTICIPATED_IN Nordic Dawn",
    },
    "Spain took part in Nordic Dawn together with other partners from the region (Italy and Norway).": {
        "Spain PARTICIPATED_IN Nordic Dawn",
        "Italy PARTICIPATED_IN Nordic Dawn",
        "Norway PARTICIPATED_IN Nordic Dawn",
    },
    "The Russian embassy in Oslo denounced the Nara Pact.": {
        "Russian embassy in Oslo LOCATED_IN Oslo",
        "Russian OPPOSES Nara Pact",
    },
    "Ines Vale, who teaches politics at Sophia University, agreed.": {"Ines Vale HOLDS_POSITION_IN Sophia University"},
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=CASES.keys())
def test_who_does_it_with_whom(claims: Callable[[str], set[str]], text: str, expected: set[str]) -> None:
    assert claims(text) == expected
