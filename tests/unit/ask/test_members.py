"""Members of a group of partners, from before it was one, and of alliances on the day alone."""

from __future__ import annotations

from spacy.language import Language

from jnato_graph.ask import Choice, choose, columns_of, patterns
from jnato_graph.ask.members import of_partners, with_early
from jnato_graph.report import NOTHING_FOUND, Answer


def chosen(question: str, nlp: Language) -> Choice:
    found = choose(question, nlp, patterns(), "2026-11-25")
    assert isinstance(found, Choice), found
    return found


def test_what_partners_did_before_they_were_called_so_is_shown_and_told(nlp: Language) -> None:
    choice = chosen("Which Indo-Pacific partners competed in Locked Shields?", nlp)
    japan, korea, other = ("Japan", "2024", "japan"), ("South Korea", "2021", "south-korea"), ("Peru", "2021", "peru")
    columns = ("participant", "date", "participantKey")
    found = Answer(query=choice.query, values={}, columns=columns, rows=(japan,), notes=())
    every = Answer(query=choice.query, values={}, columns=columns, rows=(japan, korea, other), notes=())

    members = of_partners(choice.values["organisation"], choice.query)
    wide = with_early(found, every, members, columns_of(choice.query))

    assert wide.rows == (japan, korea)
    assert any("South Korea" in note for note in wide.notes)


def test_a_row_that_fewer_documents_tell_with_the_group_is_not_shown_again(nlp: Language) -> None:
    choice = chosen("Which Indo-Pacific partners competed in Locked Shields?", nlp)
    columns = ("participant", "date", "documents", "participantKey")
    found = Answer(query=choice.query, values={}, columns=columns, rows=(("Japan", "2024", 1, "japan"),), notes=())
    every = Answer(query=choice.query, values={}, columns=columns, rows=(("Japan", "2024", 3, "japan"),), notes=())

    assert with_early(found, every, frozenset({"japan"}), columns_of(choice.query)) is found


def test_what_was_before_takes_away_the_note_that_there_is_nothing(nlp: Language) -> None:
    choice = chosen("Which Indo-Pacific partners competed in Locked Shields?", nlp)
    columns = ("participant", "participantKey")
    found = Answer(query=choice.query, values={}, columns=columns, rows=(), notes=(NOTHING_FOUND,))
    every = Answer(query=choice.query, values={}, columns=columns, rows=(("Japan", "japan"),), notes=())

    wide = with_early(found, every, frozenset({"japan"}), columns_of(choice.query))

    assert wide.rows == every.rows
    assert NOTHING_FOUND not in wide.notes


def test_members_of_an_alliance_are_those_of_the_day(nlp: Language) -> None:
    choice = chosen("Which NATO members competed in Locked Shields?", nlp)

    assert not of_partners(choice.values["organisation"], choice.query)


def test_whose_members_are_asked_for_is_no_group_that_acts(nlp: Language) -> None:
    choice = chosen("Who are the members of the IP4?", nlp)

    assert not of_partners(choice.values["organisation"], choice.query)
