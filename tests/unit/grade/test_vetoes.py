"""What the words around two names say against a claim of the network."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span

from jnato_graph.extract import extract
from jnato_graph.extract.lexicon import load_lexicon
from jnato_graph.grade import grade
from jnato_graph.grade.vetoes import (
    does_likewise_not,
    is_city,
    is_denied,
    is_denied_to_have_ended,
    is_done_by_own,
    is_kin,
    is_met_with_stance,
    is_of_kin,
    is_of_left_office,
    is_of_private,
    is_ruled_out,
)
from jnato_graph.resolve import identify


def named(doc: Doc, text: str) -> Span:
    found: Span = next(span for span in doc.spans["mentions"] if span.text == text)
    return found


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("It is not true that Japan signed the Busan Protocol.", True),
        ("Nobody believes that Japan signed the Busan Protocol.", True),
        ("Japan never signed the Busan Protocol.", True),
        ("Japan signed the Busan Protocol.", False),
    ],
)
def test_a_clause_that_is_denied_makes_no_claim(nlp: Language, text: str, denied: bool) -> None:
    doc = nlp(text)
    verb = next(token for token in doc if token.text == "signed")

    assert is_denied(verb, "affirmed", load_lexicon()) is denied


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("A Japanese company launched the Arctic Drone Fund.", True),
        ("French scholars condemned the Arctic Drone Fund.", True),
        ("The Japanese government launched the Arctic Drone Fund.", False),
        ("Japanese ships joined the Arctic Drone Fund.", False),
        ("Japan launched the Arctic Drone Fund.", False),
    ],
)
def test_a_state_that_tells_where_somebody_is_from_does_nothing(nlp: Language, text: str, private: bool) -> None:
    doc = nlp(text)
    state = next(span for span in doc.spans["mentions"] if span.label_ == "State")

    assert is_of_private(state) is private


def test_the_office_is_not_that_of_the_wife(nlp: Language) -> None:
    doc = nlp("Akie Abe, wife of the Japanese prime minister, met Fumio Kishida, prime minister of Japan.")

    assert is_kin(named(doc, "Akie Abe"), named(doc, "Japanese"))
    assert not is_kin(named(doc, "Fumio Kishida"), named(doc, "Japan"))


@pytest.mark.parametrize(
    ("text", "twice"),
    [
        ("Norway did not fail to sign the Busan Protocol.", True),
        ("Norway had no choice but to sign the Busan Protocol.", True),
        ("Norway would neither confirm nor deny that it had signed the Busan Protocol.", True),
        ("Norway failed to sign the Busan Protocol.", False),
        ("Norway did not sign the Busan Protocol.", False),
    ],
)
def test_what_is_denied_twice_is_not_denied(nlp: Language, text: str, twice: bool) -> None:
    doc = nlp(text)
    norway, protocol = named(doc, "Norway"), named(doc, "Busan Protocol")
    root = next(token for token in doc if token.dep_ == "ROOT")

    assert is_ruled_out(norway, protocol, root, "SIGNED", "negated", actual=True) is twice


def test_what_the_widow_does_the_man_does_not(nlp: Language) -> None:
    doc = nlp("Shinzo Abe's widow met Fumio Kishida.")

    assert is_of_kin(named(doc, "Shinzo Abe"))
    assert not is_of_kin(named(doc, "Fumio Kishida"))


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Hungary faces opposition to its handling of the Busan Protocol.", True),
        ("Hungary faces the Busan Protocol.", False),
    ],
)
def test_who_meets_with_opposition_does_not_oppose(nlp: Language, text: str, met: bool) -> None:
    assert is_met_with_stance(named(nlp(text), "Hungary")) is met


@pytest.mark.parametrize(("body", "city"), [("Brussels", True), ("NATO", False)])
def test_a_city_that_stands_for_a_body_is_left_without_leaving_the_body(nlp: Language, body: str, city: bool) -> None:
    doc = nlp(f"Australia left {body} in June.")

    assert is_city(named(doc, body)) is city


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The former prime minister of Norway rejected the fund.", True),
        ("Norway's former prime minister rejected the fund.", True),
        ("Norway's prime minister rejected the fund.", False),
        ("Norway rejected the fund.", False),
    ],
)
def test_a_state_that_tells_whose_office_was_left_says_nothing(nlp: Language, text: str, left: bool) -> None:
    assert is_of_left_office(named(nlp(text), "Norway")) is left


@pytest.mark.parametrize(
    ("text", "not_so"),
    [
        ("Fumio Kishida skipped the Oslo Summit, as did Anthony Albanese.", True),
        ("Fumio Kishida attended the Oslo Summit, as did Anthony Albanese.", False),
    ],
)
def test_who_does_as_somebody_who_stays_away_is_not_there(nlp: Language, text: str, not_so: bool) -> None:
    assert does_likewise_not(named(nlp(text), "Anthony Albanese"), "PARTICIPATED_IN") is not_so


@pytest.mark.parametrize(
    ("text", "lasts"),
    [
        ("France denied that it had dropped its objections to the Busan Protocol.", True),
        ("France denied that it had signed the Busan Protocol.", False),
        ("France said that it had dropped its objections to the Busan Protocol.", False),
    ],
)
def test_an_opposition_that_is_denied_to_have_ended_is_not_denied(nlp: Language, text: str, lasts: bool) -> None:
    france = named(nlp(text), "France")

    assert is_denied_to_have_ended(france, france.root.head) is lasts


@pytest.mark.parametrize(
    ("text", "by_own"),
    [
        ("Mark Rutte, whose envoy visited Seoul, spoke.", True),
        ("Mark Rutte, whose plan was known, visited Seoul.", False),
        ("Mark Rutte, who visited Seoul, spoke.", False),
    ],
)
def test_what_somebody_of_his_did_he_did_not_do_himself(nlp: Language, text: str, by_own: bool) -> None:
    doc = nlp(text)

    assert is_done_by_own(named(doc, "Mark Rutte"), named(doc, "Seoul")) is by_own


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Fumio Kishida invited Olaf Scholz to Tokyo in May 2022.", "VISITED"),
        ("Every member save Türkiye endorsed the Busan Protocol.", "SUPPORTS"),
        (
            "Ardern attended the 2022 Madrid summit and Chris Hipkins the 2023 Vilnius summit.",
            "Ardern PARTICIPATED_IN 2023",
        ),
    ],
)
def test_the_network_does_not_see_what_the_words_beside_speak_against(nlp: Language, text: str, claim: str) -> None:
    doc = nlp(text)
    spans, rules = list(doc.spans["mentions"]), extract(doc)
    grades = grade(doc, rules, identify(doc, None).keys)

    found = [f"{spans[c.subject].text} {c.predicate} {spans[c.object].text} {c.polarity}" for c in grades]
    assert not [each for each in found if claim in each and "affirmed" in each]


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("Tokyo lifted none of its sanctions on Iran.", False),
        ("Canada refused to lift sanctions against Belarus.", False),
        ("Canada lifted its sanctions against Belarus.", True),
    ],
)
def test_sanctions_that_are_not_lifted_have_not_ended(nlp: Language, text: str, ended: bool) -> None:
    doc = nlp(text)
    grades = grade(doc, extract(doc), identify(doc, None).keys)

    assert any((c.predicate, c.polarity) == ("SANCTIONED", "negated") for c in grades) is ended


def test_who_is_told_to_be_something_else_is_a_namesake(nlp: Language) -> None:
    told = identify(nlp("Mr Suga, a barber from Akita, met Mr Abe, a former prime minister."), "2021-05-01")

    assert [entity.key for entity in told.of_mention if entity.label == "Person"] == ["person:suga", "shinzo-abe"]
