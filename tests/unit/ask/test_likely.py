"""What is learned from questions with their reports: which report a question in new words is for, never surely."""

from __future__ import annotations

import pytest
from spacy.language import Language

from jnato_graph.ask import Choice, Declined, choose, patterns
from jnato_graph.ask.features import features
from jnato_graph.ask.likely import NONE, likely, load_weights
from jnato_graph.ask.reading import Reading, read_question
from jnato_graph.report import read_catalogue

TODAY = "2026-11-25"


def read(question: str, nlp: Language) -> Reading:
    return read_question(question, nlp, TODAY)


def test_only_reports_that_there_are_were_learned() -> None:
    assert set(load_weights().reports) <= {query.name for query in read_catalogue()} | {NONE}


def test_names_groups_and_dates_stand_for_others_of_their_kind(nlp: Language) -> None:
    one = features(read("Did France visit Japan in 2022?", nlp))
    other = features(read("Did Italy visit Canada in May 2023?", nlp))

    assert one == other
    assert "word <State>" in one
    assert "word <date>" in one


def test_members_and_states_of_a_region_are_told_apart(nlp: Language) -> None:
    members = features(read("Which NATO members opposed it?", nlp))
    states = features(read("Which Baltic states opposed it?", nlp))

    assert "group <members>" in members
    assert "group <states>" in states


def test_chances_are_those_of_all_reports_and_of_none_and_always_the_same(nlp: Language) -> None:
    reading = read("Which agreements did Japan sign?", nlp)
    chances = likely(reading)

    assert sum(chances.values()) == pytest.approx(1)
    assert max(chances, key=lambda report: chances[report]) == "agreements-in-order"
    assert likely(read("Which agreements did Japan sign?", nlp)) == chances


def test_a_question_in_new_words_gets_the_likeliest_report_and_is_not_sure(nlp: Language) -> None:
    found = choose("Which assertions rely on what just one newspaper wrote?", nlp, patterns(), TODAY)

    assert isinstance(found, Choice)
    assert found.query.name == "single-source-claims"
    assert not found.sure


@pytest.mark.parametrize(
    "question",
    [
        "Did France betray Australia?",
        "Which judge ruled on the sanctions against Russia?",
        "What is the population of Japan?",
    ],
)
def test_what_no_report_knows_is_no_reason_to_answer_something_like_it(question: str, nlp: Language) -> None:
    found = choose(question, nlp, patterns(), TODAY)

    assert isinstance(found, Declined)
    assert found.reason == "nothing fits"


def test_a_report_that_such_questions_are_hardly_ever_for_is_not_sure(nlp: Language) -> None:
    found = choose("And Germany, where do they sit on it?", nlp, patterns(), TODAY)

    assert not (isinstance(found, Choice) and found.sure)


def test_of_several_sentences_one_that_is_understood_answers_but_not_surely(nlp: Language) -> None:
    found = choose(
        "It rained all day in Brussels. Agreements signed by Japan?", nlp, patterns(), TODAY
    )  # fmt: skip

    assert isinstance(found, Choice)
    assert (found.query.name, found.values) == ("agreements-in-order", {"party": "japan"})
    assert not found.sure


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Nordic objections to the liaison office in Tokyo", {"among": "nordic", "position": "OPPOSES"}),
        ("European participation in RIMPAC 2024", {"among": "european"}),
        ("Aid to Ukraine, donors limited to the G7", {"organisation": "g7", "recipient": "ukraine"}),
        ("Allied assistance to Ukraine", {"organisation": "nato", "recipient": "ukraine"}),
        ("Missions run in Afghanistan, and which forces deployed on them", {"place": "afghanistan"}),
        ("agreements signed >= 2020, with signatories", {"from": "2020"}),
        (
            "Was Estonia the host of any exercise in which Japan took part?",
            {"participant": "estonia", "other": "japan"},
        ),
        ("Was Sweden in Air Defender 2023?", {"participant": "sweden", "exercise": "exercise:air-defender-2023"}),
    ],
)
def test_groups_places_and_dates_in_other_wordings_are_taken(
    question: str, values: dict[str, str], nlp: Language
) -> None:
    found = choose(question, nlp, patterns(), TODAY)

    assert isinstance(found, Choice)
    for name, value in values.items():
        if name == "among":
            assert {"nordic": "finland", "european": "france"}[value] in found.values["among"]  # type: ignore[operator]
        else:
            assert found.values[name] == value


def test_two_states_that_a_hyphen_joins_are_those_between_whom_it_is(nlp: Language) -> None:
    found = choose("Moscow-Pyongyang treaty: who signed it?", nlp, patterns(), TODAY)

    assert isinstance(found, Choice)
    assert {found.values.get("party"), found.values.get("other")} == {"russia", "north-korea"}
