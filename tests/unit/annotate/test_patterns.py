"""Names by their form: wars, instances with a year, seas joined in one name."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.tokens import Doc

from jnato_graph.annotate.lexicon import ListedName, Match
from jnato_graph.annotate.patterns import governments, instances, is_partners, joined_waters, led_state, partners, wars
from jnato_graph.annotate.spans import Found

VOCAB = English().vocab


def doc(text: str) -> Doc:
    return Doc(VOCAB, words=text.split(" "))


def listed(start: int, end: int, label: str) -> dict[tuple[int, int], Match]:
    name = ListedName(text="x", label=label, key="x", kind="name", folded=False, sure=True)
    return {(start, end): Match(start=start, end=end, meanings=(name,))}


def found(text: str, start: int, end: int, label: str) -> list[str]:
    words = doc(text)
    return [item.text(words) for item in instances(words, listed(start, end, label))]


def test_a_war_is_named_by_the_state_that_suffers_it() -> None:
    words = doc("since the invasion of Ukraine began")

    assert [(f.text(words), f.label) for f in wars(words, listed(4, 5, "State"))] == [("invasion of Ukraine", "Event")]


def test_a_war_of_aggression_is_one_name() -> None:
    words = doc("a war of aggression against Ukraine")

    assert [f.text(words) for f in wars(words, listed(5, 6, "State"))] == ["war of aggression against Ukraine"]


def test_a_war_against_nobody_listed_is_no_name() -> None:
    words = doc("the war on drugs")

    assert list(wars(words, {})) == []


def test_a_year_behind_a_series_makes_an_instance() -> None:
    assert found("in RIMPAC 2024 ships", 1, 2, "Exercise") == ["RIMPAC 2024"]


def test_a_year_before_a_concept_makes_an_instance() -> None:
    assert found("the 2022 Strategic Concept says", 2, 4, "Policy") == ["2022 Strategic Concept"]


def test_a_date_before_a_name_is_no_part_of_it() -> None:
    assert found("in 2022 Strategic Concept reviews began", 2, 4, "Policy") == []


def test_a_state_has_no_instances() -> None:
    assert found("Japan 2024 budget", 0, 1, "State") == []


def test_two_seas_in_one_name_are_two_finds() -> None:
    words = doc("in the East and South China Seas")

    assert [(f.text(words), name) for f, name in joined_waters(words)] == [
        ("East and South China Seas", "East China Sea"),
        ("South China Seas", "South China Sea"),
    ]


def test_the_partners_of_the_alliance_are_a_group() -> None:
    words = English()("with its four Indo-Pacific partners")

    assert [f.text(words) for f in partners(words)] == ["Indo-Pacific partners"]
    assert is_partners("Indo-Pacific partners")
    assert not is_partners("European partners")


def test_a_government_named_by_its_head_is_the_state() -> None:
    words = doc("the Kishida government")
    found = list(governments(words, listed(1, 2, "Person")))

    assert [(f.text(words), f.label) for f in found] == [("Kishida government", "State")]


def test_the_state_of_a_listed_head_of_government_is_known() -> None:
    words = doc("the Fumio Kishida government")

    assert led_state(words, Found(1, 4, "State")) == {"japan"}


def test_the_state_of_an_unknown_head_is_not() -> None:
    words = doc("the Lindqvist government")

    assert led_state(words, Found(1, 3, "State")) == set()
