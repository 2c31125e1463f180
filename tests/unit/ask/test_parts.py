"""Questions of several sentences or clauses: which of them is asked, and what is told of the others."""

from __future__ import annotations

import pytest
from spacy.language import Language

from jnato_graph.ask import Choice, choose, patterns
from jnato_graph.ask.parts import asking_part, without_further

TODAY = "2026-11-25"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Was Yoon at the summit? My editor wants to be sure.", "Was Yoon at the summit?"),
        ("I am writing a paper. Who signed the accord?", "Who signed the accord?"),
        ("Are there claims without a date? I need to flag them.", "Are there claims without a date?"),
        ("Who met Mr. Stoltenberg?", "Who met Mr. Stoltenberg?"),
        ("Who said “Japan is in. We are glad.”?", "Who said “Japan is in. We are glad.”?"),
        ("Who opposed it? Who supported it?", "Who opposed it? Who supported it?"),
    ],
)
def test_the_sentence_that_asks_is_taken_where_the_others_are_about_us(text: str, asked: str) -> None:
    assert asking_part(text) == (asked, ())


@pytest.mark.parametrize(
    "text",
    [
        "Our draft says Sweden joined Air Defender. Can that be confirmed?",
        "Sweden joined Air Defender. True or false?",
        "My colleague claims that Sweden joined Air Defender. Is that right?",
    ],
)
def test_a_statement_to_be_confirmed_asks_for_its_evidence(text: str) -> None:
    assert asking_part(text) == ("is there evidence that Sweden joined Air Defender?", ())


def test_what_is_to_be_left_out_and_what_is_taken_up_are_doubts() -> None:
    assert asking_part("Whom did he meet? Leave out visits.") == (
        "Whom did he meet?",
        ("visits are left out by the question",),
    )
    text, doubts = asking_part("We know that Italy is against the office. Who else is against it?")
    assert text.startswith("We know")
    assert doubts


def test_what_another_sentence_wants_in_the_answer_is_a_doubt() -> None:
    text, doubts = asking_part("Which states oppose it? Please list members only.")

    assert text == "Which states oppose it?"
    assert doubts


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Who took part in it, and where did the exercise take place?", "Who took part in it and where?"),
        ("Who gave aid to Ukraine, and in which years did they give it?", "Who gave aid to Ukraine and which years?"),
        ("Did Russia take part in it, or is this denied?", "Did Russia take part in it?"),
        ("When did he travel to Japan, and whom did he meet?", "When did he travel to Japan, and whom did he meet?"),
        ("When and where did Biden meet Kishida?", "When and where did Biden meet Kishida?"),
        ("Who signed it, and when did Japan denounce it?", "Who signed it, and when did Japan denounce it?"),
    ],
)
def test_a_further_clause_is_cut_down_to_what_it_asks_unless_it_says_more(text: str, left: str) -> None:
    assert without_further(text) == (left, ())


def test_those_that_do_not_make_an_answer_unsure(nlp: Language) -> None:
    found = choose("Which countries back the Tokyo liaison office and which don't?", nlp, patterns(), TODAY)

    assert isinstance(found, Choice)
    assert not found.sure


@pytest.mark.parametrize(
    ("question", "report", "given"),
    [
        (
            "Which countries participated in Air Defender 2023, and where did the exercise take place?",
            "exercises-and-participants",
            {"exercise": "air-defender-2023"},
        ),
        ("Who donated to Ukraine, and in which years did they give it?", "contributions", {"recipient": "ukraine"}),
        ("Which summits has Fumio Kishida visited?", "events-and-attendance", {"participant": "fumio-kishida"}),
        ("What do we have on drills in the Baltic Sea?", "exercises-and-participants", {"place": "baltic-sea"}),
        ("sentences mentioning submarine cables", "sentences-with-words", {"words": '"submarine cables"'}),
        (
            "Have leaders of Japan and of the United States met each other?",
            "visits-between",
            {"first": "japan", "second": "united-states", "action": "MET_WITH"},
        ),
        ("Can we write that Japan and Australia work together?", "evidence-for-statement", None),
    ],
)
def test_such_questions_get_their_report(
    nlp: Language, question: str, report: str, given: dict[str, str] | None
) -> None:
    found = choose(question, nlp, patterns(), TODAY)

    assert isinstance(found, Choice)
    assert found.query.name == report
    if given is not None:
        assert found.values.items() >= {k: v for k, v in given.items() if k != "exercise"}.items()
