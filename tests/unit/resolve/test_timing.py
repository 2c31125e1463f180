"""What a document tells of days after its own is planned."""

from __future__ import annotations

import pytest

from jnato_graph.records import Claim, Entity, Modality
from jnato_graph.reference import load_reference
from jnato_graph.resolve.timing import timed

LABELS = {"japan": "State", "norway": "State", "fumio-kishida": "Person", "vilnius": "Place", "tokyo": "Place",
          "nato-summit-vilnius-2023": "Event", "exercise:oak-dawn": "Exercise", "exercise:oak-dawn-2024": "Exercise",
          "nato": "Organisation", "office:desk": "Office"}  # fmt: skip
NAMES = {"exercise:oak-dawn-2024": "Oak Dawn 2024"}


def claim(
    subject: str, predicate: str, object_: str, *, date: str | None = None, rule: str = "name:place-after-in",
    modality: Modality = "actual",
) -> Claim:  # fmt: skip
    return Claim(
        key=f"{subject} {predicate} {object_} {rule}", document="d", sentence="d:0", subject=subject,
        predicate=predicate, object=object_, polarity="affirmed", modality=modality, quote="x", start=0, end=1,
        rule=rule, confidence=0.9, date=date,
    )  # fmt: skip


def modalities(*claims: Claim, published: str | None = "2023-03-01") -> list[str]:
    entities = {key: Entity(key=key, label=label, name=NAMES.get(key, key)) for key, label in LABELS.items()}
    return [each.modality for each in timed(claims, entities, load_reference(), published)]


def test_a_listed_summit_is_planned_before_its_day_and_held_from_then_on() -> None:
    held = claim("nato-summit-vilnius-2023", "HELD_IN", "vilnius")
    taken = claim("japan", "PARTICIPATED_IN", "nato-summit-vilnius-2023", rule="verb:join")

    assert modalities(held, taken) == ["planned", "planned"]
    assert modalities(held, taken, published="2023-07-12") == ["actual", "actual"]
    assert modalities(held, taken, published=None) == ["actual", "actual"]


def test_a_later_date_makes_a_plan_of_a_visit_but_not_of_an_office_or_a_stance() -> None:
    visit = claim("fumio-kishida", "VISITED", "vilnius", date="2023-07", rule="verb:travel")
    office = claim("fumio-kishida", "HOLDS_POSITION_IN", "japan", date="2023-07", rule="title:before")
    stance = claim("norway", "SUPPORTS", "nato", date="2024", rule="verb:back")

    assert modalities(visit, office, stance) == ["planned", "actual", "actual"]


def test_the_bare_year_in_a_name_makes_a_plan_of_the_place_and_not_of_what_a_verb_tells_of_taking_part() -> None:
    held = claim("exercise:oak-dawn-2024", "HELD_IN", "tokyo", date="2024")
    taken = claim("japan", "PARTICIPATED_IN", "exercise:oak-dawn-2024", date="2024", rule="verb:join")

    assert modalities(held, taken, published="2023-11-20") == ["planned", "actual"]


@pytest.mark.parametrize(("second", "place"), [("planned", "planned"), ("actual", "actual")])
def test_where_a_name_says_an_exercise_is_goes_with_what_is_told_of_taking_part(
    second: Modality, place: Modality
) -> None:
    held = claim("exercise:oak-dawn", "HELD_IN", "tokyo")
    first = claim("japan", "PARTICIPATED_IN", "exercise:oak-dawn", rule="verb:join", modality="planned")
    other = claim("norway", "PARTICIPATED_IN", "exercise:oak-dawn", rule="verb:join", modality=second)

    assert modalities(held, first, other) == [place, "planned", second]


@pytest.mark.parametrize(("opened", "place"), [(False, "planned"), (True, "actual")])
def test_an_office_that_is_only_proposed_stands_nowhere_as_yet(opened: bool, place: str) -> None:
    told = [
        claim("office:desk", "LOCATED_IN", "tokyo"),
        claim("office:desk", "LOCATED_IN", "tokyo", rule="verb:stand subject/prep-in"),
        claim("nato", "PROPOSED", "office:desk"),
        claim("nato", "ESTABLISHED", "office:desk", modality="planned"),
    ]
    there = [claim("nato", "ESTABLISHED", "office:desk", rule="verb:open")] if opened else []

    assert modalities(*told, *there)[:2] == [place, "actual"]


def test_a_listed_summit_takes_no_date_at_which_it_was_not_held() -> None:
    entities = {key: Entity(key=key, label=label, name=key) for key, label in LABELS.items()}
    dates = [
        timed(
            [claim("norway", "PARTICIPATED_IN", "nato-summit-vilnius-2023", date=date, rule="verb:attend")],
            entities, load_reference(), "2025-07-01",
        )[0].date
        for date in ("2025", "2023", "2023-07", "2023-07-12")
    ]  # fmt: skip

    assert dates == [None, "2023", "2023-07", "2023-07-12"]


def test_what_is_so_already_takes_no_date_of_a_day_to_come() -> None:
    stance = claim("japan", "OPPOSES", "office:desk", date="2023-07", rule="verb:oppose")
    past = claim("norway", "OPPOSES", "office:desk", date="2022-07", rule="verb:oppose")
    entities = {key: Entity(key=key, label=label, name=key) for key, label in LABELS.items()}

    dates = [each.date for each in timed([stance, past], entities, load_reference(), "2023-03-01")]

    assert dates == [None, "2022-07"]
