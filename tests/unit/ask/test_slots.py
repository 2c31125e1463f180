"""Names and times in the part of a question that they have: whose body it is, beside which summit, what was hosted."""

from __future__ import annotations

import pytest
from spacy.language import Language

from jnato_graph.ask import Choice, choose, patterns
from jnato_graph.ask.both import in_both
from jnato_graph.ask.named import GraphName
from jnato_graph.report import Answer


def chosen(question: str, nlp: Language, *known: GraphName) -> Choice:
    found = choose(question, nlp, patterns(), "2026-11-25", known)
    assert isinstance(found, Choice), found
    return found


def test_a_state_that_only_owns_a_body_is_no_party(nlp: Language) -> None:
    ndma = GraphName(words=("ndma",), key="organisation:ndma", label="Organisation")

    found = chosen("What did Norway's NDMA sign with Japan?", nlp, ndma)

    assert {found.values["party"], found.values["other"]} == {"organisation:ndma", "japan"}


def test_the_state_beside_an_alliance_is_asked_for(nlp: Language) -> None:
    assert "japan" in chosen("What agreements does Japan's NATO partnership rest on?", nlp).values.values()


@pytest.mark.parametrize("word", ["on the margins of", "on the sidelines of"])
def test_a_meeting_beside_a_summit_was_at_its_time_and_that_is_not_sure(nlp: Language, word: str) -> None:
    found = chosen(f"Whom did Kishida meet {word} the Vilnius summit?", nlp)

    assert found.query.name == "visits-and-meetings"
    assert found.values.items() >= {"actor": "fumio-kishida", "from": "2023-07-11", "to": "2023-07-12"}.items()
    assert not found.sure


def test_what_a_state_hosted_is_no_visit_to_it(nlp: Language) -> None:
    found = chosen("What did Japan host in 2024?", nlp)

    assert (found.query.name, found.values["predicates"], found.values["subject"]) == (
        "statements",
        ["HOSTED"],
        "japan",
    )


def test_who_was_received_is_still_a_visit_or_meeting(nlp: Language) -> None:
    assert chosen("Whom did Japan receive in 2024?", nlp).query.name == "visits-and-meetings"


def test_since_when_there_is_an_agreement_asks_when_it_was_signed(nlp: Language) -> None:
    found = chosen("Since when is there a Security and Defence Partnership between the EU and Japan?", nlp)

    assert found.query.name == "agreements-in-order"
    assert found.values == {"agreement": "security-and-defence-partnership-eu-japan"}


def test_to_observe_an_exercise_is_more_than_to_take_part(nlp: Language) -> None:
    assert not chosen("Who observed RIMPAC?", nlp).sure


def test_leaders_of_the_indo_pacific_are_those_of_its_four_partners(nlp: Language) -> None:
    found = chosen("Which Indo-Pacific leaders skipped the summit in The Hague?", nlp)

    assert found.values["organisation"] == "ip4"
    assert found.denied
    assert not found.sure


def test_two_things_behind_both_are_each_asked_for(nlp: Language) -> None:
    found = chosen("Which states joined both RIMPAC and Locked Shields?", nlp)

    assert found.values == {"exercise": "rimpac"}
    assert found.both is not None
    assert (found.both[0], found.both[1].key) == ("exercise", "locked-shields")
    assert not found.left
    assert not found.sure


def test_who_stayed_away_from_one_was_not_in_both(nlp: Language) -> None:
    choice = chosen("Which states joined both RIMPAC and Locked Shields?", nlp)
    columns = ("participant", "status", "participantKey")

    def rows(*each: tuple[str, str, str]) -> Answer:
        return Answer(query=choice.query, values={}, columns=columns, rows=each)

    japan, france = ("Japan", "actual", "japan"), ("France", "did not", "france")
    found = in_both(rows(japan, france), rows(japan, ("France", "actual", "france")), {"who": "participant"})

    assert found.rows == (japan, japan)


def test_what_two_persons_both_did_is_in_the_rows_of_each(nlp: Language) -> None:
    choice = chosen("Which states joined both RIMPAC and Locked Shields?", nlp)
    names = {"who": "participant", "what": "event"}
    columns = ("participant", "event", "participantKey", "eventKey")

    def rows(who: str, *events: str) -> Answer:
        each = tuple((who, event, who, event) for event in events)
        return Answer(query=choice.query, values={}, columns=columns, rows=each)

    found = in_both(rows("kishida", "vilnius", "madrid"), rows("stoltenberg", "madrid"), names, "participant")

    assert [row[2:] for row in found.rows] == [("kishida", "madrid"), ("stoltenberg", "madrid")]


def test_rows_stay_where_no_column_tells_what_is_of_both(nlp: Language) -> None:
    choice = chosen("Which states joined both RIMPAC and Locked Shields?", nlp)
    found = Answer(query=choice.query, values={}, columns=("participant",), rows=(("Japan",),))

    kept = in_both(found, found, {"who": "participant"})

    assert kept.rows == found.rows
    assert kept.notes


def test_the_article_before_the_first_of_both_is_no_matter(nlp: Language) -> None:
    found = chosen("Which states joined both the RIMPAC and the Locked Shields exercises?", nlp)

    assert found.both is not None


def test_no_exercise_is_held_in_an_organisation(nlp: Language) -> None:
    found = chosen("Japan's participation in NATO exercises", nlp)

    assert "place" not in found.values
    assert found.values["participant"] == "japan"
    assert not found.sure


def test_who_wants_a_thing_supports_it(nlp: Language) -> None:
    assert chosen("Which countries want a liaison office in Tokyo?", nlp).values["position"] == "SUPPORTS"
