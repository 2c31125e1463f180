"""The questions of `tests/questions`: the report and the parameters that are chosen, with the pipeline alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from spacy.language import Language

from jnato_graph.ask import Choice, Declined, choose, patterns
from jnato_graph.ask.judging import fault_of_choice, is_sure, read_questions

FOLDER = Path(__file__).parents[2] / "questions"
FLOORS: dict[str, Any] = yaml.safe_load((FOLDER / "floors.yaml").read_text(encoding="utf-8"))["chosen"]
TODAY = "2026-11-25"


@pytest.mark.parametrize("name", ["worked", "voices", "aside", "unread"])
def test_questions_get_the_report_and_parameters_that_answer_them(nlp: Language, name: str) -> None:
    questions = read_questions(FOLDER / f"{name}.yaml")
    chosen = [choose(question.text, nlp, patterns(), TODAY) for question in questions]

    faults = {
        question.text: (fault, is_sure(choice))
        for question, choice in zip(questions, chosen, strict=True)
        if (fault := fault_of_choice(question, choice))
    }
    right = 1 - len(faults) / len(questions)
    # Of those put aside or unread only the figures are shown, so that nobody learns from them.
    shown = {} if name in ("aside", "unread") else faults
    assert right >= FLOORS[name], shown
    assert sum(sure for _, sure in faults.values()) <= FLOORS["wrong_and_sure"][name], shown


def test_there_are_enough_questions_and_enough_that_nobody_can_answer() -> None:
    questions = [each for name in ("worked", "aside") for each in read_questions(FOLDER / f"{name}.yaml")]

    assert len(questions) >= 170
    assert sum(bool(each.declined) for each in questions) >= 25
    reports = {report for each in questions for report in each.reports}
    askable = {pattern.query.name for pattern in patterns()}
    assert askable - reports == set()


@pytest.mark.parametrize("question", ["", "  ", "?!", "2023"])
def test_an_empty_question_is_told_so(nlp: Language, question: str) -> None:
    found = choose(question, nlp, patterns(), TODAY)

    assert isinstance(found, Declined)
    assert found.reason == "empty"


def test_a_very_long_question_is_not_read(nlp: Language) -> None:
    found = choose("Which NATO members opposed the office? " * 50, nlp, patterns(), TODAY)

    assert isinstance(found, Declined)
    assert found.reason == "too long"
    assert "at most 1000" in found.message


@pytest.mark.parametrize(
    "question",
    [
        "Welche Staaten haben das Abkommen mit Japan unterzeichnet?",
        "Quels pays ont signé un accord avec le Japon ?",
        "¿Qué países firmaron el acuerdo con Japón?",
        "Quali paesi sono contro l'ufficio di Tokyo?",
        "Какие страны против?",
        "bureau de liaison otan tokyo opposition française",
        "日本",
    ],
)
def test_another_language_is_told_so(nlp: Language, question: str) -> None:
    found = choose(question, nlp, patterns(), TODAY)

    assert isinstance(found, Declined)
    assert found.reason == "not English"


def test_a_word_that_no_report_accounts_for_makes_an_answer_unsure_or_none(nlp: Language) -> None:
    plain = choose("Which agreements did Japan sign?", nlp, patterns(), TODAY)
    odd = choose("Which lucrative agreements did Japan sign?", nlp, patterns(), TODAY)

    assert isinstance(plain, Choice)
    assert plain.sure
    assert not is_sure(odd)


def test_two_reports_that_are_close_are_both_named(nlp: Language) -> None:
    found = choose("Who supports the Tokyo liaison office?", nlp, patterns(), TODAY)

    assert isinstance(found, Choice)
    assert found.query.name == "positions-on-office"
    assert found.others == ("positions-over-time",)


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("in 2022", {"from": "2022", "to": "2022"}),
        ("since 2022", {"from": "2022"}),
        ("after 2022", {"from": "2023"}),
        ("before March 2022", {"to": "2022-02"}),
        ("until 2022", {"to": "2022"}),
        ("between 2013 and 2015", {"from": "2013", "to": "2015"}),
        ("from May 2013 to June 2014", {"from": "2013-05", "to": "2014-06"}),
        ("last year", {"from": "2025", "to": "2025"}),
        ("on 12 July 2023", {"from": "2023-07-12", "to": "2023-07-12"}),
    ],
)
def test_dates_go_into_the_parameters_for_them(nlp: Language, words: str, given: dict[str, str]) -> None:
    found = choose(f"Which agreements did Japan sign {words}?", nlp, patterns(), TODAY)

    assert isinstance(found, Choice)
    assert found.values == {"party": "japan", **given}


@pytest.mark.parametrize(
    ("group", "parameter", "value"),
    [
        ("NATO members", "organisation", "nato"),
        ("members of the EU", "organisation", "eu"),
        ("G7 countries", "organisation", "g7"),
        ("Indo-Pacific partners", "organisation", "ip4"),
        ("allies", "organisation", "nato"),
        ("Baltic states", "among", ["estonia", "latvia", "lithuania"]),
    ],
)
def test_groups_go_into_the_parameters_for_them(nlp: Language, group: str, parameter: str, value: object) -> None:
    found = choose(f"Which {group} contributed to Ukraine?", nlp, patterns(), TODAY)

    assert isinstance(found, Choice)
    assert (found.query.name, found.values) == ("contributions", {"recipient": "ukraine", parameter: value})


def test_the_same_question_always_gets_the_same_choice(nlp: Language) -> None:
    question = "Who signed the Joint Political Declaration?"

    assert choose(question, nlp, patterns(), TODAY) == choose(question, nlp, patterns(), TODAY)
