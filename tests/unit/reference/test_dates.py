"""Dates of any exactness as runs of days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jnato_graph.reference import load_reference
from jnato_graph.reference.dates import distance, period, span
from jnato_graph.reference.spelling import fold, slug, variants

steady = settings(deadline=None, max_examples=60)
days = st.dates(min_value=date(1940, 1, 1), max_value=date(2030, 12, 31))
exactness = st.sampled_from((4, 7, 10))


def cut(day: date, characters: int) -> str:
    """The date only as exact as the year, the month or the day."""
    return day.isoformat()[:characters]


@steady
@given(days, exactness)
def test_a_date_of_any_exactness_holds_its_day(day: date, characters: int) -> None:
    when = span(cut(day, characters))
    assert when.first <= day.toordinal() <= when.last


@steady
@given(days, days, exactness)
def test_what_covers_a_time_also_meets_it(first: date, day: date, characters: int) -> None:
    lasting = period(first.isoformat(), (first + timedelta(days=400)).isoformat())
    when = span(cut(day, characters))
    assert lasting.may_meet(when) or not lasting.covers(when)


@steady
@given(days, exactness, exactness)
def test_the_less_exact_a_limit_the_less_is_sure_and_the_more_is_possible(
    day: date, rough: int, characters: int
) -> None:
    exact, vague = period(day.isoformat(), None), period(cut(day, rough), None)
    when = span(cut(day, characters))
    assert exact.covers(when) or not vague.covers(when)
    assert vague.may_meet(when) or not exact.may_meet(when)


@steady
@given(days, days, exactness)
def test_distance_is_the_same_both_ways(left: date, right: date, characters: int) -> None:
    assert distance(cut(left, characters), right.isoformat()) == distance(right.isoformat(), cut(left, characters))


@pytest.mark.parametrize("value", ["", "23", "2023-13", "2023-02-30", "2023-7-1", "July 2023", "0000", "2023-00"])
def test_what_is_no_iso_date_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        span(value)


@steady
@given(days, exactness)
def test_holder_is_always_one_of_the_holders(day: date, characters: int) -> None:
    reference = load_reference()
    when = cut(day, characters)
    for actor, role in (("japan", "prime minister"), ("nato", "secretary general"), ("united-states", "president")):
        holder = reference.holder(actor, role, when)
        assert holder is None or reference.holders(actor, role, when) == (holder,)


@steady
@given(days)
def test_an_office_is_held_by_those_who_hold_it(day: date) -> None:
    reference = load_reference()
    for person in reference.holders("japan", "prime minister", day.isoformat()):
        assert "japan" in {term.actor for term in reference.offices_of(person, day.isoformat())}


@steady
@given(days, exactness)
def test_members_are_those_of_whom_is_member_holds(day: date, characters: int) -> None:
    reference = load_reference()
    when = cut(day, characters)
    members = reference.members("nato", when)
    assert members == tuple(sorted(members))
    assert {row.actor for row in reference.memberships if reference.is_member(row.actor, "nato", when)} == set(members)


@steady
@given(st.sampled_from(sorted({form.surface for form in load_reference().forms()})))
def test_every_listed_form_is_found_again(surface: str) -> None:
    found = load_reference().candidates(surface)
    assert surface in {form.surface for form in found}


@steady
@given(st.text(max_size=40))
def test_any_text_may_be_looked_up(text: str) -> None:
    reference = load_reference()
    assert isinstance(reference.candidates(text), tuple)
    reference.choose(text, "2023")
    assert isinstance(reference.surname(text, "2023"), tuple)


@steady
@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@steady
@given(st.text(max_size=40))
def test_a_slug_is_made_of_small_letters_digits_and_single_hyphens(text: str) -> None:
    made = slug(text)
    assert made == "" or all(part and part.isascii() and part.isalnum() for part in made.split("-"))


@steady
@given(st.text(alphabet="abcé-' Defenc", min_size=1, max_size=20))
def test_variants_begin_with_the_form_itself_and_differ(text: str) -> None:
    surfaces = [surface for surface, _ in variants(text)]
    assert surfaces[0] == text
