"""Meetings that a text names by who meets."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc

from jnato_graph.annotate.lexicon import ListedName, Match
from jnato_graph.annotate.meetings import meetings

VOCAB = English().vocab
LABELS = {
    "NATO": "Organisation",
    "NORDEFCO": "Organisation",
    "G7": "Organisation",
    "Oslo": "Place",
    "Brussels": "Place",
}


def found(text: str) -> list[str]:
    words = text.split(" ")
    doc = Doc(VOCAB, words=words)
    names = {}
    for index, word in enumerate(words):
        if word in LABELS:
            meaning = ListedName(text=word, label=LABELS[word], key=word, kind="name", folded=False, sure=True)
            names[index, index + 1] = Match(start=index, end=index + 1, meanings=(meaning,))
    return [event.text(doc) for event in meetings(doc, names)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("the NATO summit in Oslo ended", "NATO summit in Oslo"),
        ("a G7 foreign ministers ' meeting was held", "G7 foreign ministers ' meeting"),
        (
            "NATO ministers of foreign affairs informal meeting in Oslo",
            "NATO ministers of foreign affairs informal meeting in Oslo",
        ),
        ("at NATO 's seventy - fifth summit in Brussels", "NATO 's seventy - fifth summit in Brussels"),
        ("the meeting of NATO defence ministers in Brussels ends", "meeting of NATO defence ministers in Brussels"),
        ("a meeting of the G7 leaders", "meeting of the G7 leaders"),
        ("the NORDEFCO ( N5 ) summit in Oslo", "NORDEFCO ( N5 ) summit in Oslo"),
        ("the meeting of the foreign ministers of the NATO", "meeting of the foreign ministers of the NATO"),
    ],
)
def test_it_is_a_meeting(text: str, event: str) -> None:
    assert found(text) == [event]


@pytest.mark.parametrize(
    "text", ["a meeting of officials in Oslo", "the meeting of NATO and its partners", "NATO meeting"]
)
def test_it_is_no_named_meeting(text: str) -> None:
    assert found(text) == []


def test_several_summits_named_by_their_places_are_one_each(nlp: Language) -> None:
    doc = nlp("Japan took part in NATO summits in Madrid (2022), Vilnius in 2023 and Washington.")

    events = [span.text for span in doc.spans["mentions"] if span.label_ == "Event"]
    assert events == ["NATO summits in Madrid", "Vilnius", "Washington"]


def test_a_summit_may_be_named_by_its_place_alone(nlp: Language) -> None:
    doc = nlp("Japan took part in the informal summit in Reykjavik.")

    assert "informal summit in Reykjavik" in [span.text for span in doc.spans["mentions"] if span.label_ == "Event"]
