"""Shorthand of questions, written out."""

from __future__ import annotations

import pytest

from jnato_graph.ask.shorthand import written_out


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("JPN part in RIMPAC 24", "Japan part in RIMPAC 2024"),
        ("Locked Shields 21: host?", "Locked Shields 2021: host?"),
        ("visits since Jan 23", "visits since Jan 2023"),
        ("the visit of 31 January 23", "the visit of 31 January 2023"),
        ("drills in summer '24", "drills in summer 2024"),
        ("agreements signed >= 2020", "agreements signed since 2020"),
        ("aid < 2022", "aid before 2022"),
        ("CY2022 only", "2022 only"),
        ("when'd it open", "when did it open"),
        ("what've we got", "what have we got"),
        ("when did japan um open it", "when did japan open it"),
        ("the um the office", "the office"),
    ],
)
def test_shorthand_is_written_out(short: str, long: str) -> None:
    assert written_out(short) == long


@pytest.mark.parametrize(
    "text",
    [
        "Article 42 of it",  # no edition
        "France AND Italy",  # no Andorra
        "WHO OPPOSED THE OFFICE IN TOKYO AND WHY",
        "on 12 July 2023",
        "Who visited Tokyo on January 31?",
        "between May 12 and May 14, 2023",
        "How many marines 20 times",
        "in Jan 23:59",
        "Which 24 states signed it?",
    ],
)
def test_what_only_looks_like_shorthand_stays(text: str) -> None:
    assert written_out(text) == text


@pytest.mark.parametrize("text", ["What has Japan signed since MAR 2023?", "Who launched GEO satellites?"])
def test_a_month_and_what_is_short_for_something_else_are_no_states(text: str) -> None:
    assert written_out(text) == text
