"""Offices without a name: mentions where somebody plans or opens them and a place is told."""

from __future__ import annotations

import pytest
from spacy.language import Language

CASES = {
    "Britain proposed a small training centre in Yokosuka.": [("training centre in Yokosuka", "")],
    "Stoltenberg flew to Tokyo. NATO means to open a liaison office there.": [
        ("liaison office", "nato-liaison-office-tokyo")
    ],
    "The quarrel is about a liaison office of three officials, to be opened in Tokyo.": [
        ("liaison office", "nato-liaison-office-tokyo")
    ],
    "The quarrel is about a liaison office of three officials, to be paid by Tokyo.": [],
    "Macron blocked the liaison office that NATO had been thinking of opening in Tokyo.": [
        ("liaison office", "nato-liaison-office-tokyo")
    ],
    "Estonia wants a maintenance centre for howitzers in Võru.": [("maintenance centre for howitzers in Võru", "")],
    "They worked from a small coordination cell at Yokosuka.": [("coordination cell at Yokosuka", "")],
    "NATO dropped a plan for a liaison office in the Japanese capital.": [
        ("liaison office in the Japanese capital", "nato-liaison-office-tokyo")
    ],
    "Britain likes a small school in Yokosuka.": [],
    "Britain proposed a small training centre.": [],
    "She took up a post in Yokosuka.": [],
    "He sat in a prison cell in Yokosuka.": [],
    "They met in a shopping centre in Yokosuka.": [],
    "Taiwan runs the liaison office that it opened in Tokyo.": [],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=list(CASES))
def test_what_is_planned_somewhere(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    doc = nlp(text)

    assert [(span.text, span.id_) for span in doc.spans["mentions"] if span.label_ == "Office"] == expected
