"""What a question gives for parameters, beside names and dates; and what only makes an answer unsure."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.language import Language

from jnato_graph.ask import Choice, Declined, choose, patterns

TODAY = "2026-11-25"


def chosen(question: str, nlp: Language) -> Choice | Declined:
    return choose(question, nlp, patterns(), TODAY)


@pytest.mark.parametrize(
    ("question", "report", "given"),
    [
        ("Claims with a confidence below 0.4", "least-certain-claims", {"maxConfidence": 0.4}),
        ("Claims with less than 40 % confidence", "least-certain-claims", {"maxConfidence": 0.4}),
        ("Which rules found the VISITED claims?", "claims-by-rule", {"predicate": "VISITED"}),
        ('What comes before and after sentence "0a1b2c3d:7"?', "sentence-in-context", {"sentence": "0a1b2c3d:7"}),
    ],
)
def test_numbers_keys_and_predicates_go_into_the_parameters_for_them(
    nlp: Language, question: str, report: str, given: dict[str, Any]
) -> None:
    found = chosen(question, nlp)

    assert isinstance(found, Choice)
    assert (found.query.name, found.values) == (report, given)


def test_what_is_only_possible_is_a_modality_where_the_report_has_one_and_else_not_sure(nlp: Language) -> None:
    told_apart = chosen("Which allies might oppose the Tokyo liaison office?", nlp)
    not_told = chosen("Who might visit Tokyo?", nlp)

    assert isinstance(told_apart, Choice)
    assert (told_apart.values["modality"], told_apart.sure) == ("possible", True)
    assert isinstance(not_told, Choice)
    assert not not_told.sure


def test_a_year_behind_a_name_is_a_date_and_two_names_of_one_thing_are_one(nlp: Language) -> None:
    dated = chosen("opponents tokyo liaison office 2023", nlp)
    owned = chosen("successor ipcp japan", nlp)

    assert isinstance(dated, Choice)
    assert dated.values["proposal"] == "nato-liaison-office-tokyo"
    assert (dated.values["from"], dated.values["to"]) == ("2023", "2023")
    assert isinstance(owned, Choice)
    assert owned.values == {"thing": "ipcp-japan"}


def test_a_word_that_hardly_changes_the_question_makes_the_answer_unsure_and_no_more(nlp: Language) -> None:
    slight = chosen("Which two agreements did Japan sign?", nlp)
    weighty = chosen("Which cheques did Japan sign?", nlp)

    assert isinstance(slight, Choice)
    assert (slight.query.name, slight.sure) == ("agreements-in-order", False)
    assert isinstance(weighty, Declined)


def test_for_each_year_is_not_left_out(nlp: Language) -> None:
    found = chosen("For each year, which exercises did Japan join?", nlp)

    assert isinstance(found, Choice)
    assert found.query.name == "exercises-by-year"


@pytest.mark.parametrize(
    ("question", "why"),
    [
        (
            "Who visited Tokyo in the last week of January 2023?",
            "the last week of January 2023 was read as January 2023",
        ),
        ("Who opposed the Tokyo office in early June 2023?", "early June 2023 was read as June 2023"),
        ("Which treaties did Russia sign in June?", "it is not said of which year June is"),
        ("Which exercises were held in June 2023 or June 2024?", "June 2024 is left out"),
        ("Who opposed the Tokyo office within a month of its proposal?", "is not read as a time"),
        ("Which exercises did Japan join before RIMPAC 2024?", "before RIMPAC 2024 is read as until 2023"),
        ("Who from Japan attended the Madrid summit?", "Japan may be where somebody is from"),
        ("Which NATO summits took place in 2023?", "NATO summits is read as any event that is called so"),
        ("Which ministers met Stoltenberg in Tokyo?", "Tokyo is left out: where they met, the report does not tell"),
        ("Which countries are both in NATO and the EU?", "names that are joined may stand at the same end"),
        ("Who commanded ISAF?", "commanded says more than the report tells"),
        ("Which NATO members took Tokyo's side in the war in Ukraine?", "took may say more here"),
        ("Which EU states did not oppose the Tokyo office?", "only what documents deny is in it"),
    ],
)
def test_what_may_be_meant_otherwise_makes_an_answer_unsure(nlp: Language, question: str, why: str) -> None:
    found = chosen(question, nlp)

    assert isinstance(found, Choice)
    assert not found.sure
    assert any(why in doubt for doubt in found.doubts), found.doubts


@pytest.mark.parametrize(
    ("question", "report", "given"),
    [
        ("Which agreements did Japan sign in June 2023?", "agreements-in-order",
         {"party": "japan", "from": "2023-06", "to": "2023-06"}),
        ("Which exercises were held in 2022 or 2023?", "exercises-and-participants", {"from": "2022", "to": "2023"}),
        ("Visits between Japan and NATO", "visits-between", {"action": "VISITED", "first": "japan", "second": "nato"}),
        ("Who attended the Vilnius summit?", "events-and-attendance", {"event": "nato-summit-vilnius-2023"}),
        ("Which countries has Japan attacked?", "statements", {"subject": "japan", "predicates": ["ATTACKED"]}),
        ("Which of the G7 backed the Tokyo liaison office?", "positions-over-time",
         {"proposal": "nato-liaison-office-tokyo", "position": "SUPPORTS", "organisation": "g7"}),
        ("Which of NATO's plans came to nothing?", "plans-not-come-about", {"actor": "nato"}),
        ("Is Turkey in NATO?", "memberships", {"actor": "turkey", "organisation": "nato"}),
        ("Which Baltic states are in the EU?", "memberships",
         {"organisation": "eu", "among": ["estonia", "latvia", "lithuania"]}),
        ("Which organisations is Italy in?", "memberships", {"actor": "italy"}),
        ("What was published in June 2023?", "documents-loaded", {"from": "2023-06", "to": "2023-06"}),
        ("Who trained with Sweden in 2023?", "exercises-and-participants", {"participant": "sweden", "when": "2023"}),
        ("Which exercises did Japan and Italy both join?", "exercises-and-participants",
         {"participant": "japan", "other": "italy"}),
        ("Who attended the NATO summit in July 2023?", "events-and-attendance", {"event": "nato-summit-vilnius-2023"}),
        ("who hosted the vilnius 2023 summit", "events-and-attendance",
         {"part": "HOSTED", "event": "nato-summit-vilnius-2023"}),
        ("who was nato chief in May 2020", "position-holders",
         {"body": "nato", "role": "secretary general", "at": "2020-05"}),
        ("Which states outside NATO opposed the Tokyo liaison office?", "positions-on-office",
         {"office": "nato-liaison-office-tokyo", "organisation": "nato", "position": "OPPOSES",
          "standing": "outsiders"}),
        ("supporters of the liaison office tokyo", "positions-on-office",
         {"office": "nato-liaison-office-tokyo", "position": "SUPPORTS"}),
        ("Which sentences hold the word treaty?", "sentences-with-words", {"words": "treaty"}),
        ("Which claims about visits rest on a single source?", "single-source-claims", {"predicate": "VISITED"}),
        ("When was Japan's mission to NATO opened?", "statements",
         {"object": "mission-of-japan-to-nato", "predicates": ["ESTABLISHED"]}),
        ("What did Zakharova say about the Tokyo office?", "who-spoke-for-whom",
         {"speaker": "maria-zakharova", "object": "nato-liaison-office-tokyo"}),
        ("In which city is the CCDCOE?", "statements", {"subject": "ccdcoe", "predicates": ["LOCATED_IN"]}),
        ("Is Spain for or against the Tokyo liaison office?", "positions-over-time",
         {"proposal": "nato-liaison-office-tokyo", "actor": "spain"}),
        ("What came after the IPCP of Japan?", "successions", {"thing": "ipcp-japan"}),
        ("Which ministers of Japan are known?", "position-holders", {"body": "japan", "role": "minister"}),
        ("Who is Jens Stoltenberg?", "position-holders", {"person": "jens-stoltenberg"}),
        ("By what steps does one get from Sweden to Russia?", "path-between-actors",
         {"first": "sweden", "second": "russia"}),
    ],
)  # fmt: skip
def test_what_can_be_meant_in_one_way_only_is_sure(
    nlp: Language, question: str, report: str, given: dict[str, Any]
) -> None:
    found = chosen(question, nlp)

    assert isinstance(found, Choice)
    assert (found.query.name, found.values, found.doubts) == (report, given, ())


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("Who is going to come out on top in Ukraine?", "what is to come"),
        ("What gift does one bring to a Japanese host?", "how things are done"),
        ("Who leads the opposition in Japan?", "opposition"),
        ("How did the Bundestag vote on aid to Ukraine?", "vote"),
        ("Rank the exercises by number of troops deployed.", "troops"),
    ],
)
def test_what_no_report_tells_is_declined(nlp: Language, question: str, why: str) -> None:
    found = chosen(question, nlp)

    assert isinstance(found, Declined)
    assert why in found.message
