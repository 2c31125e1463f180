"""Names that the recogniser overlooks are told by a title before them or a head at their end."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from jnato_graph.annotate.overlooked import headed, titled
from jnato_graph.annotate.spans import Found

VOCAB = English().vocab
TITLES = {"minister": "title", "mr": "title", "general": "title"}


def parsed(text: str) -> Doc:
    words = text.split(" ")
    tags = ["NNP" if word[0].isupper() else "NN" for word in words]
    return Doc(VOCAB, words=words, tags=tags, sent_starts=[i == 0 for i in range(len(words))])


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("then Foreign Minister Shintarō Abe travelled", ["Shintarō Abe"]),
        ("said Mr Nakasone yesterday", ["Nakasone"]),
        ("in the General Assembly yesterday", []),
        ("the minister spoke", []),
    ],
)
def test_a_person_stands_behind_a_title(text: str, person: list[str]) -> None:
    doc = parsed(text)

    assert [found.text(doc) for found in titled(doc, [], {}, TITLES, [""] * len(doc))] == person


def test_a_head_in_capitals_ends_a_name() -> None:
    doc = Doc(
        VOCAB,
        words=["propose", "a", "Nordic", "-", "Pacific", "Compact", "soon"],
        spaces=[True, True, False, False, True, True, False],
        tags=["VB", "DT", "JJ", "HYPH", "NNP", "NNP", "RB"],
        sent_starts=[True, False, False, False, False, False, False],
    )

    assert list(headed(doc, [Found(4, 5, "Place")], [""] * 7)) == [Found(2, 6, "Agreement")]


def test_a_name_that_was_found_is_left_and_so_is_a_headline() -> None:
    doc = parsed("sign the Northern Halibut Accord today")

    assert not list(headed(doc, [Found(2, 5, "Agreement")], [""] * 6))
    assert not list(headed(doc, [], ["title"] * 6))
    assert list(headed(doc, [], [""] * 6)) == [Found(2, 5, "Agreement")]
