"""Who belongs to what, when."""

from __future__ import annotations

import pytest

from jnato_graph.reference import load_reference

FOUNDERS = {
    "belgium", "canada", "denmark", "france", "iceland", "italy", "luxembourg", "netherlands", "norway", "portugal",
    "united-kingdom", "united-states",
}  # fmt: skip


def test_nato_began_with_twelve_members() -> None:
    assert set(load_reference().members("nato", "1949-04-04")) == FOUNDERS


@pytest.mark.parametrize(
    ("date", "count"),
    [("1952-02-17", 12), ("1952-02-18", 14), ("1955-05-06", 15), ("1982-05-30", 16), ("1999-03-12", 19),
     ("2004-03-29", 26), ("2009-04-01", 28), ("2017-06-05", 29), ("2020-03-27", 30), ("2023-04-04", 31),
     ("2024-03-07", 32), ("2026-01-01", 32)],
)  # fmt: skip
def test_nato_grew_step_by_step(date: str, count: int) -> None:
    assert len(load_reference().members("nato", date)) == count


def test_a_member_is_one_from_the_day_of_its_accession() -> None:
    reference = load_reference()
    assert not reference.is_member("finland", "nato", "2023-04-03")
    assert reference.is_member("finland", "nato", "2023-04-04")


def test_a_year_in_which_a_state_joined_does_not_make_it_a_member_throughout() -> None:
    reference = load_reference()
    assert not reference.is_member("finland", "nato", "2023")
    assert reference.is_member("finland", "nato", "2024")


def test_japan_and_russia_are_no_members_of_nato() -> None:
    members = load_reference().members("nato", "2023-07-11")
    assert {"japan", "russia", "ukraine"}.isdisjoint(members)


def test_the_united_kingdom_left_the_european_union_at_the_end_of_january_2020() -> None:
    reference = load_reference()
    assert reference.is_member("united-kingdom", "eu", "2020-01-31")
    assert not reference.is_member("united-kingdom", "eu", "2020-02-01")


@pytest.mark.parametrize(
    ("organisation", "date", "count"),
    [("eu", "2013-07-01", 28), ("eu", "2021", 27), ("g7", "2022", 7), ("g20", "2022", 20), ("g20", "2024", 21),
     ("quad", "2023", 4), ("ip4", "2023-07-12", 4), ("asean", "2024", 10), ("asean", "2025-10-26", 11),
     ("aukus", "2022", 3), ("five-eyes", "2022", 5), ("sco", "2025", 10), ("csto", "2022", 6), ("brics", "2011", 5),
     ("brics", "2025-02", 10), ("oecd", "2022", 38), ("apec", "2000", 20), ("united-nations", "2012", 193),
     ("un-security-council", "2023-06", 10)],
)  # fmt: skip
def test_groups_of_states_have_as_many_members_as_they_had(organisation: str, date: str, count: int) -> None:
    """Of APEC Hong Kong is left out, which is no state; of the Security Council all but some terms long past."""
    assert len(load_reference().members(organisation, date)) == count


def test_the_four_partners_in_the_indo_pacific() -> None:
    expected = ("australia", "japan", "new-zealand", "south-korea")
    assert load_reference().members("ip4", "2024-07-10") == expected
