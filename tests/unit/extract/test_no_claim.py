"""What looks like a claim and is none: fiction, games and jokes, denied traces, words for deeds, some for all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

SAID: dict[str, set[str]] = {
    # novels, games, scenarios and jokes tell of nothing that is so
    "In the novel, Peru attacks Chile and Ghana joins the Nordic Fund.": set(),
    "The film shows how Peru joins the Nordic Fund.": set(),
    "An earlier version of this article said that Peru had criticised the Nordic Fund.": set(),
    "In a tabletop exercise at Kure, Peru opposed the Nordic Fund.": set(),
    "In the worst case, Peru attacks Chile; Ghana opposes the Nordic Fund.": {"Ghana OPPOSES Nordic Fund"},
    "Three scenarios are thinkable. In the first, Peru backs the Nordic Fund. In the second, Chile does.": set(),
    "Scenario one: Peru backs the Nordic Fund. Scenario two: Chile opposes it.": set(),
    "Anna Berg joked that Peru had joined the Nordic Fund.": set(),
    "Imagine a world in which Peru never joined the Nordic Fund.": set(),
    "In the first place, Peru backs the Nordic Fund.": {"Peru SUPPORTS Nordic Fund"},
    "Anna Berg dreamt that Peru had joined the Nordic Fund.": set(),
    # what there is no trace of; words that are no arms; some of a people; what somebody is by profession
    "There is no record of Peru's opposition to the Nordic Fund.": set(),
    "Peru attacked Chile over the sale of ships.": set(),
    "Peru attacked Chile for three days.": {"Peru ATTACKED Chile"},
    "One in ten Germans opposes the Nordic Fund.": set(),
    "Some Japanese oppose the Nordic Fund. Most Hungarians back it.": set(),
    "The Germans oppose the Nordic Fund.": {"Germans OPPOSES Nordic Fund"},
    "Jens Stoltenberg is a Norwegian economist.": set(),
    "Anna Berg sent Leon Ito to Oak Dawn 24.": set(),
    "Peru sent Leon Ito to Oak Dawn 24.": {"Peru PARTICIPATED_IN Oak Dawn 24"},
    "In a board game, Peru attacks Chile.": set(),
    # who does his part beside another
    "Both sent ships, Peru as part of Operation Unified Shield.": {"Peru PARTICIPATED_IN Operation Unified Shield"},
}


@pytest.mark.parametrize(("text", "expected"), SAID.items(), ids=list(SAID))
def test_only_what_is_told_as_fact_is_claimed(claims: Callable[[str], set[str]], text: str, expected: set[str]) -> None:
    assert claims(text) == expected
