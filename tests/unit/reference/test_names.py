"""Under which names things are known."""

from __future__ import annotations

from collections import defaultdict

import pytest

from jnato_graph.ontology import LABELS
from jnato_graph.reference import load_reference


def test_every_entity_has_a_label_of_the_ontology_a_name_and_a_source() -> None:
    for entity in load_reference().entities.values():
        assert entity.label in LABELS
        assert entity.name, entity.key
        assert entity.source, entity.key


def test_all_members_of_the_united_nations_are_there_and_four_more() -> None:
    reference = load_reference()
    states = {key for key, entity in reference.entities.items() if entity.iso_alpha3}
    assert states - set(reference.members("united-nations", "2024")) == {"holy-see", "kosovo", "palestine", "taiwan"}


def test_every_state_of_today_has_codes_and_a_capital_that_lies_somewhere() -> None:
    entities = load_reference().entities
    for state in (entity for entity in entities.values() if entity.iso_alpha3):
        assert state.iso_alpha2, state.key
        assert len(state.iso_alpha3 or "") == 3, state.key
        capital = entities[state.capital or ""]
        assert capital.label == "Place"
        assert capital.state == state.key
        assert -90 <= (capital.latitude or 999) <= 90
        assert -180 <= (capital.longitude or 999) <= 180


def test_every_state_of_today_has_an_adjective_but_those_that_use_their_name() -> None:
    states = [entity for entity in load_reference().entities.values() if entity.iso_alpha3]
    without = {entity.key for entity in states if not entity.adjectives}
    assert without == {"holy-see", "lesotho", "liechtenstein", "new-zealand"}


def test_no_form_means_two_things_at_once() -> None:
    bearers: dict[str, set[str]] = defaultdict(set)
    for name in load_reference().names():
        bearers[name.surface].add(name.key)
    assert {surface: keys for surface, keys in bearers.items() if len(keys) > 1} == {}


def test_no_form_begins_with_an_article_or_ends_in_a_mark() -> None:
    for form in load_reference().forms():
        assert form.surface == form.surface.strip(), form
        assert form.surface[-1] not in "?~", form
        assert not form.surface.startswith(("the ", "a ", "an ")), form


@pytest.mark.parametrize(
    ("surface", "key"),
    [
        ("NATO", "nato"),
        ("Alliance", "nato"),
        ("North Atlantic Treaty Organization", "nato"),
        ("French", "france"),
        ("Élysée", "france"),
        ("Elysee Palace", "france"),
        ("Kremlin", "russia"),
        ("Downing Street", "united-kingdom"),
        ("U.S.", "united-states"),
        ("ROK", "south-korea"),
        ("DPRK", "north-korea"),
        ("PRC", "china"),
        ("Türkiye", "turkey"),
        ("Turkiye", "turkey"),
        ("Frenchman", "france"),
        ("Danes", "denmark"),
        ("Kishida Fumio", "fumio-kishida"),
        ("KISHIDA Fumio", "fumio-kishida"),
        ("Yoon Suk-yeol", "yoon-suk-yeol"),
        ("Suk-yeol Yoon", "yoon-suk-yeol"),
        ("Moon Jae In", "moon-jae-in"),
        ("Volodymyr Zelensky", "volodymyr-zelenskyy"),
        ("Recep Tayyip Erdogan", "recep-tayyip-erdogan"),
        ("Maritime Self-Defense Force", "jmsdf"),
        ("Japan Maritime Self-Defence Force", "jmsdf"),
        ("Pentagon", "us-department-of-defense"),
        ("Quai d'Orsay", "france-mfa"),
        ("Quai d’Orsay", "france-mfa"),
        ("Financial Times", "financial-times"),
        ("2013 Joint Political Declaration", "joint-political-declaration-2013"),
        ("Joint Political Declaration between Japan and NATO", "joint-political-declaration-2013"),
        ("NATO–Japan Joint Political Declaration", "joint-political-declaration-2013"),
        ("Washington Treaty", "north-atlantic-treaty"),
        ("Japan-NATO IPCP", "ipcp-japan"),
        ("liaison office in Tokyo", "nato-liaison-office-tokyo"),
        ("NATO's Tokyo liaison office", "nato-liaison-office-tokyo"),
        ("NATO Liaison Office in Kyiv", "nato-liaison-office-kyiv"),
        ("Japan's mission to NATO", "mission-of-japan-to-nato"),
        ("U.S. Mission to NATO", "mission-of-united-states-to-nato"),
        ("Locked Shields", "locked-shields"),
        ("Operation Ocean Shield", "ocean-shield"),
        ("Science for Peace and Security Program", "sps-programme"),
        ("2022 Strategic Concept", "strategic-concept-2022"),
        ("Vilnius Communique", "nato-summit-declaration-vilnius-2023"),
        ("war in Ukraine", "russian-invasion-of-ukraine"),
        ("Polish Ministry of National Defence", "defence-ministry-of-poland"),
    ],
)
def test_other_names_of_the_same_thing(surface: str, key: str) -> None:
    entity = load_reference().choose(surface, "2023-07-20")
    assert entity is not None
    assert entity.key == key


@pytest.mark.parametrize("surface", ["us", "turkey", "alliance", "polish", "sea guardian"])
def test_names_in_another_case_are_other_words(surface: str) -> None:
    assert load_reference().candidates(surface) == ()


@pytest.mark.parametrize(
    "surface", ["joint political declaration", "Nato liaison office in tokyo", "madrid summit 2022"]
)
def test_names_of_texts_offices_and_meetings_stand_in_any_case(surface: str) -> None:
    assert load_reference().choose(surface) is not None


def test_a_capital_is_a_place_and_a_name_of_its_state() -> None:
    kinds = {(form.label, form.key, form.kind) for form in load_reference().candidates("Tokyo")}
    assert kinds == {("Place", "tokyo", "name"), ("State", "japan", "capital")}


def test_the_hague_stands_for_the_dutch_government_too() -> None:
    assert ("netherlands", "capital") in {(f.key, f.kind) for f in load_reference().candidates("The Hague")}


def test_a_state_named_like_its_capital_is_the_state() -> None:
    assert {form.key for form in load_reference().candidates("Singapore") if form.kind != "capital"} == {"singapore"}


def test_forms_that_two_states_bear_decide_nothing() -> None:
    reference = load_reference()
    assert {form.key for form in reference.candidates("Korean")} == {"north-korea", "south-korea"}
    assert reference.choose("Korean", "2023-01-01") is None


@pytest.mark.parametrize(
    ("surface", "date", "key"),
    [
        ("Madrid summit", "2022-07-10", "nato-summit-madrid-2022"),
        ("Madrid summit", "1997-08-01", "nato-summit-madrid-1997"),
        ("Brussels summit", "2021-06-20", "nato-summit-brussels-2021"),
        ("summit in Vilnius", "2023-07-01", "nato-summit-vilnius-2023"),
        ("Hague summit", "2025-07-01", "nato-summit-the-hague-2025"),
        ("G7 summit in Hiroshima", "2023-05-30", "g7-summit-hiroshima-2023"),
        ("NATO's Strategic Concept", "2015-01-01", "strategic-concept-2010"),
        ("Strategic Concept", "2023-01-01", "strategic-concept-2022"),
    ],
)
def test_the_date_chooses_between_things_of_the_same_name(surface: str, date: str, key: str) -> None:
    entity = load_reference().choose(surface, date)
    assert entity is not None
    assert entity.key == key


def test_a_meeting_long_past_is_not_meant_by_a_bare_name() -> None:
    assert load_reference().choose("Madrid summit", "2010-01-01") is None
    assert load_reference().choose("Madrid summit") is None


def test_the_state_chooses_between_strategies_of_one_name() -> None:
    reference = load_reference()
    assert reference.choose("National Security Strategy", "2023-01-01") is None
    chosen = reference.choose("National Security Strategy", "2023-01-01", state="japan")
    assert chosen is not None
    assert chosen.key == "national-security-strategy-japan-2022"


def test_armed_services_and_ministries_belong_to_a_state() -> None:
    """Forces of states that are no more (the Red Army) and commands of several states belong to none."""
    kinds = {"armed service", "ministry", "coast guard"}
    stateless = {e.key for e in load_reference().entities.values() if e.kind in kinds and e.state is None}
    assert stateless == set()


def test_the_forms_that_names_gives_are_those_that_mean_one_entity_alone() -> None:
    reference = load_reference()
    names = {name.surface for name in reference.names()}
    assert {"Japan", "JMSDF", "Tokyo"} <= names
    assert {"Korean", "Kishida", "Madrid summit"}.isdisjoint(names)


@pytest.mark.parametrize(
    ("surface", "key"),
    [
        ("Danish navy", "royal-danish-navy"),
        ("Chinese foreign ministry", "china-mfa"),
        ("Poland's defence ministry", "defence-ministry-of-poland"),
        ("US navy", "us-navy"),
    ],
)
def test_the_common_noun_in_the_name_of_a_ministry_or_service_may_stand_in_lower_case(surface: str, key: str) -> None:
    assert {form.key for form in load_reference().candidates(surface)} == {key}


def test_a_service_without_its_state_in_the_name_keeps_its_capitals() -> None:
    assert load_reference().candidates("royal navy") == ()


def test_states_that_are_no_more_are_known() -> None:
    reference = load_reference()
    assert reference.choose("Soviet") == reference.entities["soviet-union"]
    assert reference.entities["soviet-union"].iso_alpha3 is None
