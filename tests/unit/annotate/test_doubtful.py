"""Ships and headlines are no names of entities."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from jnato_graph.annotate.doubtful import is_ship, without_doubtful
from jnato_graph.annotate.spans import Found

VOCAB = English().vocab
WORDS = {"accord": "agreement", "minister": "title"}


def kept(text: str, finds: list[Found], line: str = "") -> list[str]:
    words = text.split(" ")
    doc = Doc(VOCAB, words=words)
    return [found.text(doc) for found in without_doubtful(doc, finds, {}, WORDS, [line] * len(doc))]


@pytest.mark.parametrize(
    "text", ["the frigate Evertsen sailed", "aboard HMS Evertsen today", "two destroyers Evertsen came"]
)
def test_a_ship_is_no_entity(text: str) -> None:
    doc = Doc(VOCAB, words=text.split(" "))

    assert is_ship(doc, Found(2, 3, "Person"))


def test_the_second_of_two_ships_is_none_either() -> None:
    assert kept("the destroyers Aki and Haru left", [Found(2, 3, "Person"), Found(4, 5, "Person")]) == []


def test_a_person_behind_another_person_stays() -> None:
    assert kept("with Aki and Haru", [Found(1, 2, "Person"), Found(3, 4, "Person")]) == ["Aki", "Haru"]


def test_capitals_of_a_headline_make_no_name() -> None:
    finds = [Found(0, 2, "Organisation"), Found(3, 5, "Agreement"), Found(6, 7, "Place")]

    assert kept("Growing Unease As Oslo Accord Splits Capitals", finds, line="title") == ["Oslo Accord"]


def test_what_the_text_names_too_may_stand_in_a_headline() -> None:
    words = ["Anvil", "Ends", "\n", "Then", "Anvil", "ended"]
    doc = Doc(VOCAB, words=words)
    lines = ["title", "title", "", "", "", ""]

    found = without_doubtful(doc, [Found(0, 1, "Exercise"), Found(4, 5, "Exercise")], {}, WORDS, lines)

    assert len(found) == 2


def test_a_ship_is_none_the_second_time_either() -> None:
    text = "The training ship Kashima arrived . The Kashima is open . In Kashima it rains ."

    assert kept(text, [Found(3, 4, "Place"), Found(7, 8, "Place"), Found(12, 13, "Place")]) == ["Kashima"]


def test_capitals_of_a_shouted_line_make_no_event() -> None:
    words = ["POLITICS", "ON", "THE", "SEA", "FLOOR", "\n", "Then", "Oslo", "spoke"]
    doc = Doc(VOCAB, words=words)
    finds = [Found(3, 5, "Event"), Found(7, 8, "Place")]

    shouted = without_doubtful(doc, finds, {}, WORDS, ["caps"] * 5 + [""] * 4)
    telegram = without_doubtful(doc, finds, {}, WORDS, ["caps"] * 9)

    assert [found.text(doc) for found in shouted] == ["Oslo"]
    assert len(telegram) == 2


def test_a_pronoun_with_a_capital_is_nobody() -> None:
    assert kept("Theirs is a good plan", [Found(0, 1, "Person")]) == []


@pytest.mark.parametrize("text", ["naval mission off Somalia", "mission for Ukraine in Bonn"])
def test_what_is_done_somewhere_is_no_office(text: str) -> None:
    assert kept(text, [Found(0, len(text.split(" ")), "Office")]) == []


def test_a_mission_to_somebody_is_an_office() -> None:
    assert kept("mission to NATO", [Found(0, 3, "Office")]) == ["mission to NATO"]


def test_a_noun_that_names_nothing_is_no_entity() -> None:
    assert kept("the organisation runs it", [Found(1, 2, "Organisation")]) == []


def test_a_ship_that_was_named_with_its_letters_is_nobody_afterwards() -> None:
    text = "HMNZS Te Kaha arrived . Te Kaha left ."

    assert kept(text, [Found(5, 7, "Person")]) == []


def test_capitals_before_a_colon_are_a_heading() -> None:
    finds = [Found(0, 2, "Exercise"), Found(3, 4, "State")]

    assert kept("WNAM REPORT : Norway came", finds) == ["Norway"]


def test_a_mission_to_nobody_is_no_office() -> None:
    assert kept("the NATO mission there", [Found(1, 3, "Office")]) == []
    assert kept("the mission to NATO", [Found(1, 4, "Office")]) == ["mission to NATO"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("then RADM KAWAMURA spoke", 1, 3),
        ("aid in Phase 4 came", 2, 4),
        ("in Spring 2023 talks began", 1, 3),
        ("all Trident missiles left", 1, 2),
        ("in 2017 they met", 1, 2),
        ("the submarine Sea Dragon sailed", 2, 4),
    ],
)
def test_what_has_a_rank_a_number_or_arms_is_no_exercise(text: str, start: int, end: int) -> None:
    assert kept(text, [Found(start, end, "Exercise")]) == []


def test_an_exercise_with_a_year_stays() -> None:
    assert kept("at Nordic Dawn 2025 they met", [Found(1, 4, "Exercise")]) == ["Nordic Dawn 2025"]
