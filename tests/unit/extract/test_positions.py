"""Which office a person holds, from titles and sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from jnato_graph.extract import extract

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


def said(nlp: Language, text: str) -> set[str]:
    doc = nlp(text)
    ends = [*doc.spans["mentions"], *doc.spans["anaphors"]]
    return {f"{ends[c.subject].text} {c.predicate} {ends[c.object].text}" for c in extract(doc)}


KNOWN = {
    "The accord was signed by the defence ministers Minoru Kihara and Guido Crosetto. Japan and Italy agreed.": {
        "Minoru Kihara HOLDS_POSITION_IN Japan", "Guido Crosetto HOLDS_POSITION_IN Italy",
    },
    "Minoru Kihara and Guido Crosetto, the two defence ministers, met. Japan and Italy agreed.": {
        "Minoru Kihara HOLDS_POSITION_IN Japan", "Guido Crosetto HOLDS_POSITION_IN Italy",
    },
    "The presidents, Minoru Kihara and Guido Crosetto, met. Japan and Italy agreed.": set(),
    "The defence ministers met Minoru Kihara and Guido Crosetto. Japan and Italy agreed.": set(),
    "Defense Minister Gen Nakatani slept. Japan agreed.": {"Gen Nakatani HOLDS_POSITION_IN Japan"},
    "Minister of Defence Gen Nakatani slept. Japan agreed.": {"Gen Nakatani HOLDS_POSITION_IN Japan"},
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), KNOWN.items(), ids=KNOWN.keys())
def test_the_reference_data_tell_whose_office_it_is(nlp: Language, text: str, expected: set[str]) -> None:
    assert {claim for claim in said(nlp, text) if "HOLDS_POSITION_IN" in claim} == expected


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=CASES.keys())
def test_offices(claims: Callable[[str], set[str]], text: str, expected: set[str]) -> None:
    assert {claim for claim in claims(text) if "HOLDS_POSITION_IN" in claim} == expected
