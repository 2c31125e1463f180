"""Questions as they are spoken, and what only introduces them."""

from __future__ import annotations

import pytest

from jnato_graph.ask.date_words import plain_dates
from jnato_graph.ask.spoken import as_written, without_asides, without_frame


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("rimpac twenty twenty four", "rimpac 2024"),
        ("in two thousand and eight", "in 2008"),
        ("since nineteen ninety-nine", "since 1999"),
        ("twenty-two members", "twenty-two members"),
        ("the c c d c o e", "the CCDCOE"),
        ("U.S. and U.K. forces", "U.S. and U.K. forces"),
        ('the words "twenty twenty"', 'the words "twenty twenty"'),
    ],
)
def test_years_and_letters_are_written_as_others_write_them(spoken: str, written: str) -> None:
    assert as_written(spoken) == written


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("Ahead of our journey: who opposed the office?", "who opposed the office?"),
        ("If it is not too much trouble, who opposed the office?", "who opposed the office?"),
        ("Russia: all facts please", "Russia: all facts please"),
        ("On exercises by year: which were held?", "On exercises by year: which were held?"),
        ("For Japan: which agreements are there?", "For Japan: which agreements are there?"),
    ],
)
def test_what_only_introduces_a_question_is_taken_away(question: str, left: str) -> None:
    assert without_frame(question, frozenset({"exercise", "by"})) == left


def test_what_is_not_asked_for_is_left_out_and_told() -> None:
    text, doubts = without_asides("Which meetings, leaving aside visits, were held?")

    assert text == "Which meetings were held?"
    assert doubts == ("visits is left out by the question",)


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("2022-2024", "between 2022 and 2024"),
        ("during the period 2022–24", "between 2022 and 2024"),
        ("from 2013 through 2015", "between 2013 and 2015"),
        ("2022-07", "2022-07"),
    ],
)
def test_years_from_and_to_are_a_span(words: str, plain: str) -> None:
    assert plain_dates(words)[0] == plain
