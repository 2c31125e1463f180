"""Words that no report accounts for, and words that it knows under others."""

from __future__ import annotations

import pytest
from spacy.language import Language

from jnato_graph.ask import Choice, Declined, choose, patterns
from jnato_graph.ask.rewording import reword, vocabulary

TODAY = "2026-11-25"


@pytest.mark.parametrize(
    ("question", "report"),
    [
        ("What posture did France adopt towards the Tokyo liaison office?", "positions-over-time"),
        ("What superseded the Individual Partnership and Cooperation Programme?", "successions"),
        ("Which countries furnished assistance to Ukraine?", "contributions"),
        ("Who set up that cyber hub, the CCDCOE?", "statements"),
        ("Did Macron himself say he was against the Tokyo office?", "evidence-for-statement"),
    ],
)
def test_other_words_for_the_same_are_understood(nlp: Language, question: str, report: str) -> None:
    found = choose(question, nlp, patterns(), TODAY)

    assert isinstance(found, Choice)
    assert found.query.name == report


def test_a_word_that_means_only_about_the_same_is_told_and_not_sure(nlp: Language) -> None:
    found = choose("Which of the sources hold incongruous statements about France?", nlp, patterns(), TODAY)

    assert isinstance(found, Declined) or not found.sure


@pytest.mark.parametrize(
    "question",
    [
        "Who broke the agreement between Russia and North Korea?",
        "Is the liaison office in Tokyo a good idea?",
        "How many nuclear weapons does North Korea have?",
        "What explains the shift in the French position on the liaison office?",
        "What is the telephone number of the Japanese mission to NATO?",
        "Who catered the dinner at the Vilnius summit?",
    ],
)
def test_a_word_that_changes_what_is_asked_for_leaves_no_answer(nlp: Language, question: str) -> None:
    assert isinstance(choose(question, nlp, patterns(), TODAY), Declined)


def test_who_holds_an_office_now_is_asked_for_today(nlp: Language) -> None:
    found = choose("Who is currently prime minister of Japan?", nlp, patterns(), TODAY)

    assert isinstance(found, Choice)
    assert found.values == {"body": "japan", "role": "prime minister", "at": TODAY}


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("Where did Japans aid go?", ("Japans", "Japan's")),
        ("Who took part in operations in Afganistan?", ("Afganistan", "Afghanistan")),
    ],
)
def test_a_slip_in_the_name_of_a_state_is_told(nlp: Language, question: str, read: tuple[str, str]) -> None:
    assert read in reword(question, nlp, vocabulary(patterns()), ()).slips


@pytest.mark.parametrize(
    ("question", "is_group"),
    [
        ("Who are NATO's Indo-Pacific partners?", True),
        ("Who are NATO's partners in the Pacific?", True),
        ("Who are the EU's Indo-Pacific partners?", False),
        ("Who are Japan's partners in the Indo-Pacific?", False),
    ],
)
def test_the_indo_pacific_partners_are_those_of_nato_and_of_nobody_else(
    nlp: Language, question: str, is_group: bool
) -> None:
    found = choose(question, nlp, patterns(), TODAY)

    listed = isinstance(found, Choice) and found.values.get("organisation") == "ip4"
    assert listed == is_group
    assert is_group or not (isinstance(found, Choice) and found.sure)


@pytest.mark.parametrize(
    ("question", "report"),
    [
        ("Which countries assisted to Ukraine?", "contributions"),
        ("Kishida has assisted to which summits?", "events-and-attendance"),
    ],
)
def test_who_assists_to_a_summit_attends_it_and_who_assists_a_state_gives(
    nlp: Language, question: str, report: str
) -> None:
    found = choose(question, nlp, patterns(), TODAY)

    assert isinstance(found, Choice)
    assert found.query.name == report


def test_the_fund_that_is_named_first_is_what_is_paid_into(nlp: Language) -> None:
    found = choose("Nordic Peace Trust Fund: who paid in?", nlp, patterns(), TODAY)

    assert isinstance(found, Choice)
    assert (found.query.name, list(found.values)) == ("contributions", ["recipient"])


def test_documents_that_do_not_agree_on_a_date_sign_nothing(nlp: Language) -> None:
    found = choose("Are there facts on whose date the documents do not agree?", nlp, patterns(), TODAY)

    assert isinstance(found, Choice)
    assert (found.query.name, found.values) == ("date-disagreements", {})
