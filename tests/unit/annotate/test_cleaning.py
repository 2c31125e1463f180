"""What of a find is the name."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from jnato_graph.annotate.cleaning import Cleaner
from jnato_graph.annotate.spans import Found

VOCAB = English().vocab
CLEANER = Cleaner(
    {
        "minister": "title",
        "secretary": "title",
        "mr": "title",
        "embassy": "office",
        "war": "event",
        "ministry": "organisation",
    },
    frozenset({"gdp", "asian"}),
)


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("the Hiroshima Accord", "Agreement", "Hiroshima Accord"),
        ("The Hague", "Place", "The Hague"),
        ("its Lisbon Protocol", "Agreement", "Lisbon Protocol"),
        ("Minister Jan Kowal", "Person", "Jan Kowal"),
        ("Mr Kowal", "Person", "Kowal"),
        ("Polish Prime Minister Jan Kowal", "Person", "Jan Kowal"),
        ("Prime Minister Kowal", "Person", "Kowal"),
        ("Kowal Visits", "Person", "Kowal"),
        ("NATO members", "Organisation", "NATO"),
        ("NATO relationship", "Office", "NATO"),
        ("Danish embassy", "Office", "Danish embassy"),
        ("embassy in Oslo", "Office", "embassy in Oslo"),
        ("Danish embassy at the Kyiv war", "Office", "Danish embassy"),
        ("Danish embassy in", "Office", "Danish embassy"),
        ("Japan 's", "State", "Japan"),
        ("“ Sea Anvil ”", "Exercise", "Sea Anvil"),
        ("war in Ukraine", "Event", "war in Ukraine"),
        ("NATO Allies", "Organisation", "NATO"),
        ("Fleet Escort Force ( FEF", "Organisation", "Fleet Escort Force"),
        ("Renewed IPCP", "Agreement", "IPCP"),
        ("foreign ministry", "Organisation", "foreign ministry"),
        ("Exercise Nordic Dawn", "Exercise", "Nordic Dawn"),
        ("European NATO members", "Organisation", "NATO"),
        ("Asian NATO", "Organisation", "Asian NATO"),
        ("Nordic Dawn exercise", "Exercise", "Nordic Dawn"),
    ],
)
def test_a_find_is_cut_to_the_name(text: str, label: str, name: str) -> None:
    words = text.split(" ")
    tags = ["POS" if word == "'s" else "NN" for word in words]
    doc = Doc(VOCAB, words=words, tags=tags)

    found = CLEANER.clean(doc, Found(0, len(words), label))

    assert found is not None
    assert found.text(doc) == name
    assert found.label == label


@pytest.mark.parametrize(
    ("words", "label"),
    [
        (["GDP"], "Organisation"),
        (["147"], "Exercise"),
        (["talks"], "Person"),
        (["Alpha", "\n\n", "Beta"], "Event"),
        (["“"], "Exercise"),
        (["attack"], "Event"),
        (["office"], "Office"),
        (["four", "partners"], "Organisation"),
        (["summit", "on", "11", "July"], "Event"),
        (["Asian"], "Organisation"),
        (["Prime", "Minister"], "Person"),
        (["Prime", "Minister", "of", "Japan"], "Person"),
        (["Under", "-", "Secretary"], "Person"),
    ],
)
def test_what_cannot_be_a_name_is_dropped(words: list[str], label: str) -> None:
    doc = Doc(VOCAB, words=words)

    assert CLEANER.clean(doc, Found(0, len(words), label)) is None


def test_a_people_is_no_person() -> None:
    doc = Doc(VOCAB, words=["Nova", "Scotians"], tags=["NNP", "NNPS"])

    assert CLEANER.clean(doc, Found(0, 2, "Person")) is None


def test_an_adjective_with_a_name_in_it_is_no_name() -> None:
    doc = Doc(VOCAB, words=["NATO", "-", "coordinated", "air", "bridge"], tags=["NNP", "HYPH", "VBN", "NN", "NN"])

    assert CLEANER.clean(doc, Found(0, 5, "Operation")) is None
