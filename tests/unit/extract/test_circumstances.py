"""Each claim carries when it holds and who is said to have said it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from jnato_graph.extract import RawClaim, extract


def only_claim(nlp: Language, text: str, published: str | None = None) -> RawClaim:
    doc = nlp.make_doc(text)
    doc._.published = published
    doc = nlp(doc)
    (claim,) = extract(doc)
    return claim


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Spain signed the Nara Pact on 3 May 2021.", "2021-05-03"),
        ("Spain signed the Nara Pact in May 2021.", "2021-05"),
        ("Spain signed the Nara Pact in 2021.", "2021"),
        ("Spain signed the Nara Pact last year.", "2022"),
        ("Spain signed the Nara Pact.", None),
    ],
)
def test_the_date_is_as_exact_as_the_text(nlp: Language, text: str, date: str | None) -> None:
    assert only_claim(nlp, text, "2023-07-12").date == date


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Two officials said that Spain signed the Nara Pact.", "Two officials"),
        ("According to Nikkei, Spain signed the Nara Pact.", "Nikkei"),
        ("Spain signed the Nara Pact.", None),
    ],
)
def test_the_speaker_is_the_one_it_is_attributed_to(nlp: Language, text: str, speaker: str | None) -> None:
    assert only_claim(nlp, text).speaker == speaker
