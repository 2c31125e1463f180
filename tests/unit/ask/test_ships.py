"""Ships that a question asks for, and those that it names; titles of office with a hyphen."""

from __future__ import annotations

import pytest
from spacy.language import Language

from jnato_graph.ask import Choice, Declined, choose, patterns
from jnato_graph.ask.reading import read_question


def chosen(question: str, nlp: Language) -> Choice:
    found = choose(question, nlp, patterns(), "2026-11-25")
    assert isinstance(found, Choice), found
    return found


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Which warships called at Yokosuka in August 2024?", {"whom": "yokosuka", "from": "2024-08", "to": "2024-08"}),
        ("Which Italian frigates visited Tokyo?", {"actor": "italy", "whom": "tokyo"}),
    ],
)
def test_ships_that_call_are_asked_for_as_those_who_visit_and_never_for_sure(
    nlp: Language, question: str, values: dict[str, str]
) -> None:
    found = chosen(question, nlp)

    assert found.query.name == "visits-and-meetings"
    assert found.values == {"action": "VISITED"} | values
    assert not found.sure
    assert found.label == "no Person"


def test_how_many_ships_there_were_no_report_tells(nlp: Language) -> None:
    found = choose("How many warships called at Yokosuka?", nlp, patterns(), "2026-11-25")

    assert isinstance(found, Declined) or not found.sure


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Has HMS Prince of Wales visited Japan?", "HMS Prince of Wales"),
        ("Did JS Kashima call at Portsmouth?", "JS Kashima"),
        ("Was the HNLMS Tromp in Yokosuka?", "HNLMS Tromp"),
    ],
)
def test_the_name_of_a_ship_is_one_name(nlp: Language, question: str, name: str) -> None:
    assert name in [each.text for each in read_question(question, nlp, "2026-11-25").names]


@pytest.mark.parametrize("title", ["Vice-Minister", "Vice Minister", "Vice-President"])
def test_a_title_with_a_hyphen_is_no_name(nlp: Language, title: str) -> None:
    names = read_question(f"Where did {title} Macron travel?", nlp, "2026-11-25").names

    assert [each.key for each in names] == ["emmanuel-macron"]
