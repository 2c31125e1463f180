"""Agreements without a name: mentions where somebody signs them and their subject is told."""

from __future__ import annotations

import pytest
from spacy.language import Language

CASES = {
    "Spain signed an arrangement on defence cooperation with Italy.": ["arrangement on defence cooperation"],
    "A joint statement on a renewed partnership was signed in Oslo.": ["joint statement on a renewed partnership"],
    "Japan and Peru signed a ports agreement.": ["ports agreement"],
    "Japan and Peru signed a security of information agreement.": ["security of information agreement"],
    "Spain signed its own ports agreement.": ["ports agreement"],
    "In March 2010 Spain and Italy met in Oslo and the two signed a joint statement on a renewed partnership.": [
        "joint statement on a renewed partnership"
    ],
    "Spain signed an agreement on board the ship.": ["agreement"],
    "Spain signed an agreement with Italy on ports.": ["agreement with Italy on ports"],
    "Spain signed an agreement with Italy on 1 May 2025.": ["agreement"],
    "Spain read an arrangement on defence cooperation.": ["arrangement on defence cooperation"],
    "Spain read a statement on defence cooperation.": [],
    "Spain wants a visiting-forces pact with Fiji.": ["visiting-forces pact"],
    "AUKUS, a security pact, is popular in Spain.": [],
    "AUKUS is often described as a security pact.": [],
    "The ministers spoke at a party convention.": [],
    "Spain proposed an arrangement on supplies.": ["arrangement on supplies"],
    "Spain did not sign any agreement on fisheries.": [],
    "Spain signed that arrangement on fisheries.": [],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=CASES.keys())
def test_what_is_signed(nlp: Language, text: str, expected: list[str]) -> None:
    doc = nlp(text)

    assert [span.text for span in doc.spans["mentions"] if span.label_ == "Agreement"] == expected


def test_a_text_that_names_one_agreement_may_mean_that_one(nlp: Language) -> None:
    doc = nlp("Spain and Italy signed an agreement on undersea cables. The Nara Accord is the first of its kind.")

    assert [span.text for span in doc.spans["mentions"] if span.label_ == "Agreement"] == ["Nara Accord"]
