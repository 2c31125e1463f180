"""Agreements without name or subject: mentions where somebody signs them and nothing else may be meant."""

from __future__ import annotations

import pytest
from spacy.language import Language

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
