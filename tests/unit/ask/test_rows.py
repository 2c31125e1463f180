"""The rows of an answer: in order of time, of one kind of event, of what is not so, and those without a date."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spacy.language import Language

from jnato_graph.ask import Choice, choose, patterns
from jnato_graph.ask.counting import count_of
from jnato_graph.ask.denied import rows_denied
from jnato_graph.ask.of_kind import rows_of_series
from jnato_graph.ask.order import in_order
from jnato_graph.ask.series import is_of_kind
from jnato_graph.ask.undated import with_undated
from jnato_graph.report import NOTHING_FOUND, Answer
from jnato_graph.report.cells import Cell

COLUMNS = {"who": "participant", "what": "event", "when": "date"}


def chosen(question: str, nlp: Language) -> Choice:
    found = choose(question, nlp, patterns(), "2026-11-25")
    assert isinstance(found, Choice), found
    return found


def answer(choice: Choice, *rows: tuple[Cell, ...], notes: tuple[str, ...] = ()) -> Answer:
    columns = ("event", "date", "participant", "status", "eventKey")
    return Answer(query=choice.query, values={}, columns=columns, rows=rows, notes=notes)


def test_a_year_alone_does_not_lead_what_has_a_day_in_it_and_the_order_is_told_to_be_open(nlp: Language) -> None:
    choice = chosen("Which summit did Kishida attend first?", nlp)
    vague, exact = ("B", "2024", "Kishida", "actual", "b"), ("A", "2024-07-19", "Kishida", "actual", "a")

    first, open_ = in_order(answer(choice, vague, exact), choice, COLUMNS)
    last, _ = in_order(answer(choice, vague, exact), replace(choice, order="last"), COLUMNS)

    assert [row[0] for row in first.rows] == [row[0] for row in last.rows] == ["A", "B"]
    assert open_
    assert "less exact" in first.notes[0]


def test_an_order_is_not_open_where_only_the_same_thing_or_another_year_is_dated_less_exactly(nlp: Language) -> None:
    choice = chosen("Which summit did Kishida attend first?", nlp)
    rows = (
        ("A", "2022", "K", "actual", "a"),
        ("A", "2022-06-29", "K", "actual", "a"),
        ("B", "2023", "K", "actual", "b"),
    )

    found, open_ = in_order(answer(choice, *rows), choice, COLUMNS)

    assert not open_
    assert found.rows[0][1] == "2022-06-29"


def test_where_no_row_has_a_date_the_answer_to_when_is_open_and_says_so(nlp: Language) -> None:
    choice = chosen("When did Kishida attend the Madrid summit?", nlp)
    undated, dated = ("A", "no date known", "K", "actual", "a"), ("A", "2022-06", "K", "actual", "a")

    (none, none_is_open), (one, one_is_open) = (
        in_order(answer(choice, *rows), choice, COLUMNS) for rows in ((undated,), (undated, dated))
    )

    assert (none.notes, none_is_open) == (("no row tells when that was",), True)
    assert (one.notes, one_is_open) == ((), False)


def test_summits_of_nato_are_no_meetings_of_others_and_these_are_not_counted(nlp: Language) -> None:
    choice = chosen("How often did Kishida attend a NATO summit?", nlp)
    rows = (
        ("2022 NATO summit in Madrid", "2022", "Kishida", "actual", "nato-summit-madrid-2022"),
        ("G7 summit in Hiroshima", "2023", "Kishida", "actual", "g7-summit-hiroshima-2023"),
    )

    found = rows_of_series(answer(choice, *rows), choice, "event")
    count = count_of(found, choice, COLUMNS)

    assert [row[0] for row in found.rows] == ["2022 NATO summit in Madrid"]
    assert count is not None
    assert count.number == 1
    assert any("another kind" in note for note in found.notes)


def test_who_stayed_away_is_never_answered_by_who_was_there(nlp: Language) -> None:
    choice = chosen("Who kept away from the Vilnius summit?", nlp)
    there, away = ("A", "2023", "Albanese", "actual", "a"), ("A", "2023", "Yoon", "did not", "a")

    assert choice.denied
    assert rows_denied(answer(choice, there, away), choice).rows == (away,)
    assert rows_denied(answer(choice, there), choice).rows == ()


def test_what_was_there_is_left_as_it_is(nlp: Language) -> None:
    choice = chosen("Who attended the Vilnius summit?", nlp)
    found = answer(choice, ("A", "2023", "Albanese", "actual", "a"))

    assert rows_denied(found, choice) is found


def test_a_row_without_a_date_may_answer_whether_something_was_so_at_a_time(nlp: Language) -> None:
    choice = replace(chosen("Who attended the Vilnius summit?", nlp), kinds=("yes",))
    undated = ("A", "no date known", "Albanese", "did not", "a")
    nothing = answer(choice, notes=(NOTHING_FOUND,))

    told = with_undated(nothing, answer(choice, undated), choice, COLUMNS)
    listed = with_undated(nothing, answer(choice, undated), replace(choice, kinds=("who",)), COLUMNS)

    assert told.rows == (undated,)
    assert listed.rows == ()
    assert all(NOTHING_FOUND not in each.notes and "without a date" in each.notes[-1] for each in (told, listed))


def test_a_number_of_all_times_is_not_given_for_one_time(nlp: Language) -> None:
    choice = replace(chosen("How many leaders attended the Vilnius summit?", nlp), uncounted=True)

    assert count_of(answer(choice, ("A", "2023", "Albanese", "actual", "a")), choice, COLUMNS) is None


def test_one_summit_by_several_names_is_counted_once_and_one_that_only_its_city_names_too(nlp: Language) -> None:
    choice = chosen("How many NATO summits did Kishida attend?", nlp)
    rows = (
        ("2023 NATO summit in Vilnius", "2023-07-12", "Kishida", "actual", "nato-summit-vilnius-2023"),
        ("second NATO Summit", "no date known", "Kishida", "actual", "event:second-nato-summit"),
        ("NATO Summit", "no date known", "Kishida", "actual", "event:nato-summit"),
        ("Madrid summit", "2022-06-29", "Kishida", "actual", "event:madrid-summit"),
        ("Hiroshima summit", "2023-05", "Kishida", "actual", "event:hiroshima-summit"),
    )

    found = rows_of_series(answer(choice, *rows), choice, "event")
    count = count_of(found, choice, COLUMNS)

    assert [row[0] for row in found.rows] == [row[0] for row in rows[:4]]
    assert count is not None
    assert count.number == 2


def test_troops_of_which_no_report_tells_how_many_are_not_counted_by_whom_they_went_to(nlp: Language) -> None:
    choice = chosen("How many troops did North Korea send to Russia?", nlp)
    row = ("North Korea", "Russia", "actual")

    found = Answer(query=choice.query, values={}, columns=("contributor", "recipient", "status"), rows=(row,))

    assert count_of(found, choice, {"who": "contributor", "what": "recipient"}) is None


@pytest.mark.parametrize(
    ("name", "is_natos"),
    [("Madrid summit", True), ("Brussels summit", False), ("2023 summit", False), ("EU Brussels summit", False)],
)
def test_a_place_without_its_body_tells_a_series_only_where_no_other_met(name: str, *, is_natos: bool) -> None:
    assert is_of_kind("event:some-summit", name, "nato summit") is is_natos


def test_a_summit_attended_is_counted_beside_one_that_was_listed_and_not_attended(nlp: Language) -> None:
    choice = chosen("How many NATO summits did Kishida attend?", nlp)
    rows = (
        ("2024 NATO summit in Washington", "2024", "Kishida", "did not", "nato-summit-washington-2024"),
        ("NATO Summit", "no date known", "Kishida", "actual", "event:nato-summit"),
    )

    count = count_of(answer(choice, *rows), choice, COLUMNS)

    assert count is not None
    assert (count.number, count.denied) == (1, 1)
