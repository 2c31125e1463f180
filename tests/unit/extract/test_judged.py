"""Gerunds under verbs of opposing and backing: what is opposed, and that nobody is said to have done it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

OFFICE = "Nordic Cyber Office"
CASES = {
    f"Spain opposed opening the {OFFICE}.": {f"Spain OPPOSES {OFFICE}"},
    f"Spain resisted setting up the {OFFICE}.": {f"Spain OPPOSES {OFFICE}"},
    f"Spain is against opening the {OFFICE}.": {f"Spain OPPOSES {OFFICE}"},
    f"Spain supports opening the {OFFICE}.": {f"Spain SUPPORTS {OFFICE}"},
    f"Spain does not oppose opening the {OFFICE}.": {f"Spain OPPOSES {OFFICE} negated"},
    f"Spain blocked Italy from opening the {OFFICE}.": {f"Spain OPPOSES {OFFICE}"},
    f"Spain prevented the opening of the {OFFICE}.": {f"Spain OPPOSES {OFFICE}"},
    f"Spain opposes Italy opening the {OFFICE}.": {
        f"Spain OPPOSES {OFFICE}",
        f"Italy ESTABLISHED {OFFICE} possible",
    },
    "Spain opposed Finland joining NATO.": {"Spain OPPOSES Finland", "Finland MEMBER_OF NATO possible"},
    "Spain opposes letting Ukraine join NATO.": {"Spain OPPOSES Ukraine", "Ukraine MEMBER_OF NATO possible"},
    "Spain opposes admitting Ukraine to NATO.": {"Spain OPPOSES Ukraine", "Ukraine MEMBER_OF NATO possible"},
    "Spain opposes Italy joining Exercise Nordic Dawn.": {
        "Spain OPPOSES Nordic Dawn",
        "Italy PARTICIPATED_IN Nordic Dawn possible",
    },
    "On Monday Spain protested to Italy.": {"Spain OPPOSES Italy"},
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=CASES.keys())
def test_what_is_judged_is_what_the_gerund_is_about(
    claims: Callable[[str], set[str]], text: str, expected: set[str]
) -> None:
    assert claims(text) == expected
