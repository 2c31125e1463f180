"""Claims that do not go with what is known of their ends."""

from __future__ import annotations

from jnato_graph.records import Claim, Entity
from jnato_graph.reference import load_reference
from jnato_graph.resolve.consistency import consistent

LABELS = {"fumio-kishida": "Person", "jens-stoltenberg": "Person", "nato": "Organisation",
          "jmsdf": "Organisation", "china-mfa": "Organisation", "russia-mfa": "Organisation",
          "maria-zakharova": "Person", "norway": "State", "japan": "State", "ukraine": "State",
          "person:rudolf": "Person", "yokosuka": "Place"}  # fmt: skip


def claim(subject: str, predicate: str, object_: str, rule: str = "network:test") -> Claim:
    return Claim(
        key=f"{subject} {predicate} {object_}", document="d", sentence="d:0", subject=subject, predicate=predicate,
        object=object_, polarity="affirmed", modality="actual", quote="x", start=0, end=1, rule=rule, confidence=0.9,
    )  # fmt: skip


def left(*claims: Claim, published: str | None = "2023-03-01") -> list[Claim]:
    entities = {key: Entity(key=key, label=label, name=key) for key, label in LABELS.items()}
    return consistent(claims, entities, load_reference(), published)


def test_a_state_is_no_member_of_forces_but_may_be_one_of_an_alliance() -> None:
    wrong = claim("norway", "MEMBER_OF", "jmsdf", rule="verb:join agent/passive-subject")
    right = claim("norway", "MEMBER_OF", "nato")

    assert left(wrong, right) == [right]


def test_who_is_known_to_serve_one_state_holds_no_office_of_another() -> None:
    wrong = claim("fumio-kishida", "HOLDS_POSITION_IN", "ukraine")
    right = claim("fumio-kishida", "HOLDS_POSITION_IN", "japan")
    unknown = claim("person:rudolf", "HOLDS_POSITION_IN", "ukraine")

    assert left(wrong, right, unknown) == [right, unknown]


def test_who_is_known_to_serve_one_state_speaks_for_no_ministry_of_another_whatever_has_read_it() -> None:
    wrong = claim("maria-zakharova", "HOLDS_POSITION_IN", "china-mfa", rule="title:before")
    right = claim("maria-zakharova", "HOLDS_POSITION_IN", "russia-mfa", rule="title:before")

    assert left(wrong, right) == [right]


def test_no_state_or_service_visits_a_place_of_its_own_but_a_person_does() -> None:
    wrong = [claim("japan", "VISITED", "yokosuka"), claim("jmsdf", "VISITED", "yokosuka", rule="verb:dock subject/in")]
    right = [claim("norway", "VISITED", "yokosuka"), claim("fumio-kishida", "VISITED", "yokosuka")]

    assert left(*wrong, *right) == right


def test_a_state_deals_with_no_service_of_its_own_but_may_found_one() -> None:
    wrong = [
        claim("japan", "COOPERATES_WITH", "jmsdf"),
        claim("jmsdf", "SUPPORTS", "japan", rule="verb:back subject/object"),
    ]
    right = [claim("japan", "ESTABLISHED", "jmsdf"), claim("norway", "COOPERATES_WITH", "jmsdf")]

    assert left(*wrong, *right) == right


def test_what_a_rule_has_read_of_an_office_stands() -> None:
    read = claim("fumio-kishida", "HOLDS_POSITION_IN", "ukraine", rule="title:before")

    assert left(read) == [read]


def test_two_who_serve_one_state_do_not_meet_as_two_sides_do() -> None:
    office = claim("person:rudolf", "HOLDS_POSITION_IN", "japan", rule="title:before")
    wrong = claim("fumio-kishida", "MET_WITH", "person:rudolf")
    right = claim("fumio-kishida", "MET_WITH", "jens-stoltenberg")
    read = claim("fumio-kishida", "MET_WITH", "person:rudolf", rule="verb:meet subject/object")

    assert left(office, wrong, right, read) == [office, right, read]


def test_an_office_that_only_the_network_sees_keeps_nobody_from_meeting() -> None:
    seen = claim("person:rudolf", "HOLDS_POSITION_IN", "japan")
    met = claim("fumio-kishida", "MET_WITH", "person:rudolf")

    assert left(seen, met) == [seen, met]
