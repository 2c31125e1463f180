"""What the words over a clause or a noun make of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Claims = Callable[[str], set[str]]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Radmila Shekerinska ended a visit to Australia.", "Radmila Shekerinska VISITED Australia"),
        ("A visit by Mark Rutte to Riga was not realised.", "Mark Rutte VISITED Riga negated"),
        ("A visit by Mark Rutte to Riga did not go ahead.", "Mark Rutte VISITED Riga negated"),
        ("Saudi Arabia has asked to join NATO.", "Saudi Arabia MEMBER_OF NATO possible"),
        (
            "India has rejected the Harbour Accord, ASEAN would never support it.",
            "India OPPOSES Harbour Accord",
        ),
        ("The Harbour Accord was at first opposed by Peru.", "Peru OPPOSES Harbour Accord"),
    ],
)
def test_it_says_how_the_clause_stands(claims: Claims, text: str, claim: str) -> None:
    assert claim in claims(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Japan asked whether Saudi Arabia had joined NATO.", "Saudi Arabia MEMBER_OF NATO"),
        ("Peru opposed the Harbour Accord, Mark Rutte denied.", "Peru OPPOSES Harbour Accord"),
        ("Latvia ended its membership of the Quad.", "Latvia MEMBER_OF Quad"),
    ],
)
def test_what_is_asked_or_denied_is_not_said(claims: Claims, text: str, claim: str) -> None:
    assert claim not in claims(text)
