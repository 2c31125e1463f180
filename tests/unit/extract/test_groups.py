"""Members and partners that a group noun lists by name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CASES = {
    "NATO members such as Iceland and Norway patrol the sea.": {"Iceland MEMBER_OF NATO", "Norway MEMBER_OF NATO"},
    "NATO's partners, including Japan, sent envoys.": {"Japan PARTNER_OF NATO"},
    "The members of NATO, including Iceland, sent envoys.": {"Iceland MEMBER_OF NATO"},
    "Would-be NATO members such as Ukraine sent envoys.": set(),
    "Iceland sent envoys to NATO members.": set(),
    "The sponsoring nations of NATO are Iceland and Norway.": {"Iceland MEMBER_OF NATO", "Norway MEMBER_OF NATO"},
    "The Quad of India and Japan met in Oslo.": {"India MEMBER_OF Quad", "Japan MEMBER_OF Quad"},
    "Fellow NATO members Iceland and Norway patrol the sea.": {"Iceland MEMBER_OF NATO", "Norway MEMBER_OF NATO"},
    "NATO allies Iceland and Norway patrol the sea.": {"Iceland MEMBER_OF NATO", "Norway MEMBER_OF NATO"},
    "The minister of NATO ally Iceland spoke.": {"Iceland MEMBER_OF NATO"},
    "NATO took part in Iceland.": set(),
    "The Quad – India, Japan and the US – met in Oslo.": {
        "India MEMBER_OF Quad",
        "Japan MEMBER_OF Quad",
        "US MEMBER_OF Quad",
    },
    "The Quad – India and Japan met in Oslo.": set(),
    "Japan is part of the Quad.": {"Japan MEMBER_OF Quad"},
    "NATO took in Iceland.": {"Iceland MEMBER_OF NATO"},
    "The Quad partners, including Japan, sent envoys.": {"Japan MEMBER_OF Quad"},
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=CASES.keys())
def test_only_those_listed_are_members(claims: Callable[[str], set[str]], text: str, expected: set[str]) -> None:
    assert {claim for claim in claims(text) if "MEMBER_OF" in claim or "PARTNER_OF" in claim} == expected
