"""What a question gives for parameters, beside names and dates; and what only makes an answer unsure."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.language import Language

from jnato_graph.ask import Choice, Declined, choose, patterns

TODAY = "2026-11-25"


def chosen(question: str, nlp: Language) -> Choice | Declined:
    return choose(question, nlp, patterns(), TODAY)


@pytest.mark.parametrize(
    ("question", "report", "given"),
    [
        ("Claims with a confidence below 0.4", "least-certain-claims", {"maxConfidence": 0.4}),
        ("Claims with less than 40 % confidence", "least-certain-claims", {"maxConfidence": 0.4}),
        ("Which rules found the VISITED claims?", "claims-by-rule", {"predicate": "VISITED"}),
        ('What comes before and after sentence "0a1b2c3d:7"?', "sentence-in-context", {"sentence": "0a1b2c3d:7"}),
    ],
)
def test_numbers_keys_and_predicates_go_into_the_parameters_for_them(
    nlp: Language, question: str, report: str, given: dict[str, Any]
) -> None:
    found = chosen(question, nlp)

    assert isinstance(found, Choice)
    assert (found.query.name, found.values) == (report, given)


def test_what_is_only_possible_is_a_modality_where_the_report_has_one_and_else_not_sure(nlp: Language) -> None:
    told_apart = chosen("Which allies might oppose the Tokyo liaison office?", nlp)
    not_told = chosen("Who might visit Tokyo?", nlp)

    assert isinstance(told_apart, Choice)
    assert (told_apart.values["modality"], told_apart.sure) == ("possible", True)
    assert isinstance(not_told, Choice)
    assert not not_told.sure


def test_a_year_behind_a_name_is_a_date_and_two_names_of_one_thing_are_one(nlp: Language) -> None:
    dated = chosen("opponents tokyo liaison office 2023", nlp)
    owned = chosen("successor ipcp japan", nlp)

    assert isinstance(dated, Choice)
    assert dated.values["proposal"] == "nato-liaison-office-tokyo"
    assert (dated.values["from"], dated.values["to"]) == ("2023", "2023")
    assert isinstance(owned, Choice)
    assert owned.values == {"thing": "ipcp-japan"}


def test_a_word_that_hardly_changes_the_question_makes_the_answer_unsure_and_no_more(nlp: Language) -> None:
    slight = chosen("Which two agreements did Japan sign?", nlp)
    weighty = chosen("Which cheques did Japan sign?", nlp)

    assert isinstance(slight, Choice)
    assert (slight.query.name, slight.sure) == ("agreements-in-order", False)
    assert isinstance(weighty, Declined)


def test_for_each_year_is_not_left_out(nlp: Language) -> None:
    found = chosen("For each year, which exercises did Japan join?", nlp)

    assert isinstance(found, Choice)
    assert found.query.name == "exercises-by-year"
