"""A joint statement without a name is the agreement of those who issue it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from jnato_graph.extract import extract


def signers(nlp: Language, text: str) -> set[str]:
    doc = nlp(text)
    spans, anaphors = list(doc.spans["mentions"]), list(doc.spans["anaphors"])
    found = set()
    for claim in extract(doc):
        if claim.predicate == "SIGNED" and spans[claim.object].text.startswith("joint"):
            ends = [claim.subject] if claim.subject < len(spans) else anaphors[claim.subject - len(spans)]._.antecedents
            found |= {spans[end].text for end in ends}
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Japan and NATO issued a joint statement on Monday.", {"Japan", "NATO"}),
        ("In a joint statement, Japan and South Korea condemned North Korea.", {"Japan", "South Korea"}),
        (
            "Biden, Kishida and Yoon met. In their joint statement they took China to task.",
            {"Biden", "Kishida", "Yoon"},
        ),
        ("China objected in a joint statement.", set()),
    ],
)
def test_who_issues_it_signed_it(nlp: Language, text: str, expected: set[str]) -> None:
    assert signers(nlp, text) == expected


def test_of_two_in_one_text_none_is_found(nlp: Language) -> None:
    text = (
        "Japan and NATO issued a joint statement. Fiji and Samoa issued a joint statement. "
        "China denounced the joint statement."
    )

    assert not signers(nlp, text)
