"""The one summit that a text speaks of and does not name is an event of that text."""

from __future__ import annotations

import pytest
from spacy.language import Language

CASES = {
    "Spain was alone before the summit. Macron attended the summit.": ["summit", "summit"],
    "Spain wants a summit. Macron attended the summit.": [],
    "Spain attended the summits. Macron attended the summit.": [],
    "Spain attended last year's summit. Macron missed the summit.": [],
    "Spain attended the NATO summit in Vilnius. Macron missed the summit.": ["NATO summit in Vilnius"],
    "Japan joined the last day of the alliance's 75th-anniversary summit.": ["alliance's 75th-anniversary summit"],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=list(CASES))
def test_the_summit_of_a_text(nlp: Language, text: str, expected: list[str]) -> None:
    doc = nlp(text)

    assert [span.text for span in doc.spans["mentions"] if span.label_ == "Event"] == expected
