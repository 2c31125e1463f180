"""Names of a family name and two joined syllables are persons."""

from __future__ import annotations

import pytest
from spacy.language import Language

from jnato_graph.annotate.hyphenated import hyphenated


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The adviser, Wi Sung-lac, will go.", "Wi Sung-lac"),
        ("Hong Jang-won briefed the council.", "Hong Jang-won"),
        ("Taiwan's foreign minister, Wu Chao-hsieh, spoke.", "Wu Chao-hsieh"),
    ],
)
def test_it_is_found(stock_nlp: Language, text: str, name: str) -> None:
    doc = stock_nlp.make_doc(text)

    assert [found.text(doc) for found in hyphenated(doc, ())] == [name]


@pytest.mark.parametrize(
    "text", ["So Seoul-led talks began.", "In Moscow-backed areas.", "No Anti-war march was held."]
)
def test_a_compound_is_no_name(stock_nlp: Language, text: str) -> None:
    assert not list(hyphenated(stock_nlp.make_doc(text), ()))


def test_what_begins_with_a_listed_name_is_no_given_name(stock_nlp: Language) -> None:
    doc = stock_nlp.make_doc("So Tokyo-area ports opened.")

    assert not list(hyphenated(doc, [(1, 2)]))


def test_a_surname_that_is_listed_may_begin_a_given_name(nlp: Language) -> None:
    doc = nlp("A delegation led by Hong Jang-won briefed the council.")

    assert [span.text for span in doc.spans["mentions"]] == ["Hong Jang-won"]
