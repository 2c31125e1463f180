"""Questions in plainer words: slips of spelling, ways of saying things, spans of time."""

from __future__ import annotations

from importlib.resources import files

import pytest
import yaml
from spacy.language import Language

from jnato_graph.ask import Choice, choose, patterns
from jnato_graph.ask.date_words import plain_dates
from jnato_graph.ask.rewording import plain, reword, vocabulary

TODAY = "2026-11-25"


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("Who put their foot down over the office?", "Who opposed the office?"),
        ("Did Italy come out in favour of the office?", "Did Italy support the office?"),
        ("Which accords did Japan put its name to?", "Which accords did Japan sign?"),
        ("Who has lent Ukraine a hand?", "Who has assisted Ukraine?"),
        ("Which ideas never got off the ground?", "Which ideas failed?"),
        ("When did Russia and North Korea make their treaty?", "When did Russia and North Korea sign treaty?"),
        ("Which war games were there at all?", "Which exercises were there?"),
    ],
)
def test_ways_of_saying_things_are_read_as_plainer_words_in_the_same_form(said: str, read: str) -> None:
    assert plain(said) == read


def test_what_stands_in_quotation_marks_is_left_as_it_is(nlp: Language) -> None:
    question = 'Which sentences hold "war games" or "oposed"?'

    assert reword(question, nlp, vocabulary(patterns()), ()).text == question


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("oposed", "opposed"),  # a letter too few
        ("exercisses", "exercises"),  # too many
        ("vizited", "visited"),  # another
        ("membres", "members"),  # changed places
        ("wich", "which"),  # a common slip
        ("entitys", "entities"),
    ],
)
def test_a_slip_is_taken_for_the_nearest_word(nlp: Language, written: str, read: str) -> None:
    found = reword(f"say {written} then", nlp, vocabulary(patterns()), ())

    assert (found.text, found.slips) == (f"say {read} then", ((written, read),))


@pytest.mark.parametrize("word", ["clams", "plants", "zembla", "lithuania", "Oposed", "nordic"])
def test_english_words_names_and_words_that_are_nothing_are_left_alone(nlp: Language, word: str) -> None:
    assert reword(f"say {word} then", nlp, vocabulary(patterns()), ()).slips == ()


def test_a_state_at_one_slip_is_read_and_makes_the_answer_unsure(nlp: Language) -> None:
    found = choose("who gave aid to ukrane", nlp, patterns(), TODAY)

    assert isinstance(found, Choice)
    assert found.values == {"recipient": "ukraine"}
    assert found.doubts == ("ukrane was read as Ukraine",)


def test_no_table_of_words_has_an_entry_twice_so_that_none_is_lost() -> None:
    for name in ("asking", "rewording"):
        text = (files("jnato_graph") / "data" / f"{name}.yaml").read_text(encoding="utf-8")
        tables = [yaml.compose(text, Loader=yaml.CSafeLoader)]
        while tables:
            table = tables.pop()
            if isinstance(table, yaml.MappingNode):
                keys = [key.value for key, _ in table.value]
                assert sorted(set(keys)) == sorted(keys), name
                tables += [value for _, value in table.value]


def test_words_of_names_in_the_graph_are_no_slips(nlp: Language) -> None:
    words = vocabulary(patterns())

    assert reword("who opposd it", nlp, words, ()).slips == (("opposd", "opposed"),)
    assert reword("who opposd it", nlp, words, ("opposd",)).slips == ()


def test_an_answer_tells_which_slip_was_read_for_what(nlp: Language) -> None:
    found = choose("Which agreemnts did Japan sign?", nlp, patterns(), TODAY)

    assert isinstance(found, Choice)
    assert found.query.name == "agreements-in-order"
    assert found.notes == ("agreemnts was read as agreements",)
    assert found.sure


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("between May and December 2023", "between May 2023 and December 2023"),
        ("from 3 June to 5 July 2023", "from 3 June 2023 to 5 July 2023"),
        ("in the first half of 2023", "between January 2023 and June 2023"),
        ("in Q4 2022", "between October 2022 and December 2022"),
        ("in the 2010s", "between 2010 and 2019"),
        ("from 2020 onwards", "since 2020"),
        ("as of 2010", "in 2010"),
        ("since sept 2022", "since September 2022"),
        ("signed in 2023 or later", "signed since 2023"),
        ("March 2022 or before", "until March 2022"),
        ("between 2014 and the end of 2023", "between 2014 and 2023"),
        ("before the end of 2023", "until 2023"),
        ("signed up to the end of 2014", "signed until 2014"),
        ("from up to June 2023", "until June 2023"),
        ("May I ask who opposed it in May 2023", "may I ask who opposed it in May 2023"),
    ],
)
def test_spans_of_time_are_written_out(said: str, read: str) -> None:
    assert plain_dates(said) == (read, ())


def test_a_span_that_is_read_less_exactly_makes_the_answer_unsure(nlp: Language) -> None:
    found = choose("Which agreements did Japan sign in the spring of 2013?", nlp, patterns(), TODAY)

    assert isinstance(found, Choice)
    assert found.values == {"party": "japan", "from": "2013", "to": "2013"}
    assert found.doubts == ("the spring of 2013 was read as 2013",)
    assert not found.sure


def test_a_thing_that_the_question_does_not_name_makes_the_answer_unsure(nlp: Language) -> None:
    found = choose("Who attended the summit?", nlp, patterns(), TODAY)

    assert not (isinstance(found, Choice) and found.sure)
