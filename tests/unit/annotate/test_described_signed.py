"""Agreements without name or subject: mentions where somebody signs them and nothing else may be meant."""

from __future__ import annotations

import pytest
from spacy.language import Language

from jnato_graph.resolve import identify

CASES = {
    "Spain signed an agreement.": ["agreement"],
    "Fiji signed a visiting forces agreement with Tonga.": ["visiting forces agreement"],
    "Russia and North Korea concluded a treaty of comprehensive partnership.": ["treaty of comprehensive partnership"],
    "Kishida condemned the treaty that Putin and Kim signed in Pyongyang.": ["treaty"],
    "The ministers of Spain and Fiji put their names to a memorandum.": ["memorandum"],
    "Spain signed the agreement.": [],
    "Spain signed no agreement.": [],
    "Spain did not sign an agreement.": [],
    "Spain rejected an agreement.": [],
    "The treaty, which Spain signed, is old.": [],
    "Spain signed a treaty with Fiji in May. Spain signed a treaty with Tonga in June.": [],
    "Spain signed an agreement. Its name is Nara Accord.": ["Nara Accord"],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=list(CASES))
def test_what_is_signed_without_a_name(nlp: Language, text: str, expected: list[str]) -> None:
    doc = nlp(text)

    assert [span.text for span in doc.spans["mentions"] if span.label_ == "Agreement"] == expected


def test_the_like_of_two_documents_are_two(nlp: Language) -> None:
    keys = set()
    for place in ("Tokyo", "Brussels"):
        doc = nlp(f"Japan and Spain signed a treaty in {place}.")
        mentions = list(doc.spans["mentions"])
        ends = identify(doc, "2025-04-14")
        keys |= {e.key for m, e in zip(mentions, ends.of_mention, strict=True) if m.text == "treaty"}

    assert len(keys) == 2
