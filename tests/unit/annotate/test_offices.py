"""Names with a place as a part."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from jnato_graph.annotate.lexicon import ListedName, Match
from jnato_graph.annotate.offices import Names, bases, extended, missions, placed
from jnato_graph.annotate.spans import Found

VOCAB = English().vocab


def listed(words: list[str], **labels: str) -> Names:
    names: Names = {}
    for index, word in enumerate(words):
        if word in labels:
            meaning = ListedName(text=word, label=labels[word], key=word.lower(), kind="name", folded=False, sure=True)
            names[index, index + 1] = Match(start=index, end=index + 1, meanings=(meaning,))
    return names


@pytest.mark.parametrize(
    ("text", "start", "end", "office"),
    [
        ("a NATO liaison office in Tokyo opened", 1, 4, "NATO liaison office in Tokyo"),
        ("the mission of Japan to NATO said", 1, 4, "mission of Japan to NATO"),
        ("an office in Tokyo in Japan", 1, 4, "office in Tokyo"),
        ("the office opened", 1, 2, "office"),
        ("from office to Tokyo", 1, 4, "office"),
    ],
)
def test_an_office_has_its_place_and_its_body(text: str, start: int, end: int, office: str) -> None:
    words = text.split(" ")
    doc = Doc(VOCAB, words=words)

    found = extended(doc, Found(start, end, "Office"), listed(words, Tokyo="Place", Japan="State", NATO="Organisation"))

    assert found.text(doc) == office


def test_other_names_are_not_extended() -> None:
    words = ["the", "accord", "in", "Tokyo"]

    found = Found(1, 2, "Agreement")

    assert extended(Doc(VOCAB, words=words), found, listed(words, Tokyo="Place")) == found


def test_a_place_with_a_noun_in_small_letters_is_a_name() -> None:
    words = ["the", "Kabul", "communiqué", "and", "a", "Danish", "embassy"]
    doc = Doc(VOCAB, words=words)

    found = [(f.text(doc), f.label) for f in placed(doc, listed(words, Kabul="Place", Danish="State"))]

    assert found == [("Kabul communiqué", "Agreement"), ("Danish embassy", "Office")]


def test_places_that_share_a_plural_are_meetings_each() -> None:
    words = ["the", "Madrid", ",", "Vilnius", "and", "Washington", "summits"]
    doc = Doc(VOCAB, words=words)

    found = [f.text(doc) for f in placed(doc, listed(words, Madrid="Place", Vilnius="Place", Washington="Place"))]

    assert sorted(found) == ["Madrid", "Vilnius", "Washington summits"]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("opened a permanent mission to NATO in Tokyo", ["permanent mission to NATO in Tokyo"]),
        ("its delegation to the NATO said", ["delegation to the NATO"]),
        ("a mission to Mars", []),
    ],
)
def test_a_mission_to_a_body_is_an_office(text: str, office: list[str]) -> None:
    words = text.split(" ")
    doc = Doc(VOCAB, words=words)

    assert [found.text(doc) for found in missions(doc, listed(words, Tokyo="Place", NATO="Organisation"))] == office


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("visited Ominato naval base today", ["Ominato naval base"]),
        ("near Erbil airport today", ["Erbil airport"]),
        ("in Erbil air traffic", []),
        ("the Erbil base", []),
    ],
)
def test_a_base_or_airport_has_its_town_in_its_name(text: str, place: list[str]) -> None:
    words = text.split(" ")
    doc = Doc(VOCAB, words=words)

    assert [found.text(doc) for found in bases(doc, listed(words, Ominato="Place", Erbil="Place"))] == place
