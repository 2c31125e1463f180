"""What a question says besides what it asks for: who is left out, came before or after, and a second half."""

from __future__ import annotations

import pytest
from spacy.language import Language

from jnato_graph.ask import Choice, Count, Declined, choose, patterns
from jnato_graph.ask.holders import in_office
from jnato_graph.ask.leftover import together
from jnato_graph.ask.parts import first_half
from jnato_graph.ask.rewording import plain

TODAY = "2026-11-25"


def chosen(question: str, nlp: Language) -> Choice:
    found = choose(question, nlp, patterns(), TODAY)
    assert isinstance(found, Choice), found
    return found


@pytest.mark.parametrize(
    ("question", "read", "person"),
    [
        ("Who replaced Shinzo Abe?", "Who was Prime Minister of Japan on 16 September 2020?", "shinzo-abe"),
        ("who has taken over from Suga", "Who was Prime Minister of Japan on 4 October 2021?", "yoshihide-suga"),
        ("Who preceded Mark Rutte at the helm of NATO?", "Who was Secretary General of NATO on 30 September 2024?",
         "mark-rutte"),
        ("By whom was Stoltenberg succeeded?", "Who was Secretary General of NATO on 1 October 2024?",
         "jens-stoltenberg"),
        ("Who was the predecessor of Yoshihide Suga?", "Who was Prime Minister of Japan on 15 September 2020?",
         "yoshihide-suga"),
    ],
)  # fmt: skip
def test_who_came_after_or_before_somebody_is_asked_by_the_office_and_the_day(
    question: str, read: str, person: str
) -> None:
    text, doubts, left_out = in_office(question)

    assert (text, left_out) == (read, (person,))
    assert doubts[0].startswith("it is read as who was ")


@pytest.mark.parametrize(
    "question",
    ["Who followed the news of the summit?", "What replaced the IPCP?", "Who succeeded Nobody Known?", "Who met Abe?"],
)
def test_other_questions_are_not_read_as_ones_for_an_office(question: str) -> None:
    assert in_office(question) == (question, (), ())


@pytest.mark.parametrize(
    ("question", "without"),
    [
        ("Who except Lithuania supports the Tokyo office?", ("lithuania",)),
        ("Which countries aside from France and Italy opposed the Tokyo office?", ("france", "italy")),
        ("which states but for china opposed the tokyo office", ("china",)),
        ("Who opposed the Tokyo office, not counting Russia?", ("russia",)),
    ],
)
def test_what_a_question_leaves_out_is_no_parameter(nlp: Language, question: str, without: tuple[str, ...]) -> None:
    found = chosen(question, nlp)

    assert found.without == without
    assert not set(found.values.values()) & set(without)
    assert not found.sure


def test_a_second_question_that_no_report_answers_leaves_the_first(nlp: Language) -> None:
    found = chosen("Who opposed the Tokyo office, and with which slogans?", nlp)

    assert found.values["position"] == "OPPOSES"
    assert found.doubts[-1] == "not understood: with which slogans"
    assert not found.sure
    assert first_half("Who opposed the Tokyo office?") == ("", "")


def test_a_word_with_a_capital_within_a_question_is_part_of_a_name() -> None:
    assert plain("Who flew in Pitch Black?") == "Who flew in Pitch Black?"
    assert plain("Who pitched the liaison office?") == "Who proposed the liaison office?"


def test_words_that_are_left_over_side_by_side_are_told_as_one(nlp: Language) -> None:
    assert together(nlp.make_doc("Who pledged 5 billion in cash?"), ("5", "billion", "cash")) == ("5 billion", "cash")


def test_who_is_asked_for_keeps_an_end_of_the_predicate(nlp: Language) -> None:
    asked = chosen("Which minister welcomed Jens Stoltenberg in Tokyo?", nlp)
    told = chosen("When was Stoltenberg received in Tokyo?", nlp)

    assert asked.values == {"action": "MET_WITH", "actor": "jens-stoltenberg"}
    assert told.values["action"] == "VISITED"


@pytest.mark.parametrize(
    ("question", "parameter", "value"),
    [
        ("Which of the three Baltic states helped Ukraine?", "among", ["estonia", "latvia", "lithuania"]),
        ("Which Baltic air forces helped Ukraine?", "among", ["estonia", "latvia", "lithuania"]),
        ("Who helped Ukraine more, Japan, Canada or Norway?", "among", ["japan", "canada", "norway"]),
    ],
)
def test_groups_are_told_by_a_number_other_nouns_or_one_by_one(
    nlp: Language, question: str, parameter: str, value: object
) -> None:
    found = chosen(question, nlp)

    assert (found.query.name, found.values) == ("contributions", {"recipient": "ukraine", parameter: value})


def test_texts_that_somebody_would_write_are_in_no_report(nlp: Language) -> None:
    found = choose("Please write a short article about the Tokyo office", nlp, patterns(), TODAY)

    assert isinstance(found, Declined)
    assert "a text of its own" in found.message


def test_a_place_where_something_was_held_is_sure(nlp: Language) -> None:
    found = chosen("drills in Estonia", nlp)

    assert (found.values, found.sure) == ({"place": "estonia"}, True)


def test_a_count_of_several_positions_tells_each() -> None:
    several = Count(column="member", number=3, denied=1, by=(("opposed", 2), ("supported", 1)))

    assert str(several) == "2 opposed, 1 supported"
    assert str(Count(column="member", number=3, denied=1)) == "3 (besides, 1 denied)"
