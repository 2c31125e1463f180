"""A sort or series that a text names alone means the one that stands beside it."""

from __future__ import annotations

import pytest

from jnato_graph.reference import load_reference
from jnato_graph.resolve.grouping import Named, group
from jnato_graph.resolve.instances import of_states


def named(text: str, surface: str, label: str, key: str = "", follows: int = -1, nth: int = 0) -> Named:
    start = -1
    for _ in range(nth + 1):
        start = text.index(surface, start + 1)
    end = start + len(surface)
    return Named(
        text=surface, label=label, start=start, end=end, key=key, follows=follows,
        before=text[max(0, start - 60) : start], after=text[end : end + 60],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "state", "key"),
    [
        ("New Zealand and NATO sign an IPCP.", ("New Zealand", "new-zealand"), "ipcp-new-zealand"),
        ("Republic of Korea: IPCP concluded.", ("Republic of Korea", "south-korea"), "ipcp-south-korea"),
        ("An IPCP with Australia followed.", ("Australia", "australia"), "ipcp-australia"),
        ("Japan objected. The IPCP is old.", ("Japan", "japan"), "ipcp"),
        ("Australia welcomed the IPCP.", ("Australia", "australia"), "ipcp"),
        ("NATO and France discussed the IPCP.", ("France", "france"), "ipcp"),
    ],
)
def test_a_programme_is_that_of_the_state_beside_it(text: str, state: tuple[str, str], key: str) -> None:
    mentions = [named(text, state[0], "State", state[1]), named(text, "IPCP", "Agreement", "ipcp")]

    assert of_states(mentions, load_reference())[1].key == key


def test_an_acronym_in_brackets_is_that_of_the_same_state() -> None:
    text = "Individually Tailored Partnership Programme (ITPP) with South Korea concluded, ITPP with Japan next."
    mentions = [
        named(text, "Individually Tailored Partnership Programme", "Agreement", "itpp"),
        named(text, "ITPP", "Agreement", "itpp", follows=0),
        named(text, "South Korea", "State", "south-korea"),
    ]

    assert [m.key for m in of_states(mentions, load_reference())[:2]] == ["itpp-south-korea"] * 2


def test_a_bare_exercise_is_the_edition_named_last() -> None:
    text = "Grey Halibut 2025 began. Grey Halibut is large. Grey Halibut 2027 comes later. Fiji joins Grey Halibut."
    mentions = [
        named(text, "Grey Halibut 2025", "Exercise"),
        named(text, "Grey Halibut", "Exercise", nth=1),
        named(text, "Grey Halibut 2027", "Exercise"),
    ]

    assert [g.members for g in group(mentions, load_reference())] == [[0, 1], [2]]


def test_a_listed_series_is_no_edition() -> None:
    text = "RIMPAC 2024 began. RIMPAC is held every two years."
    mentions = [named(text, "RIMPAC 2024", "Exercise"), named(text, "RIMPAC", "Exercise", "rimpac", nth=1)]

    assert len(group(mentions, load_reference())) == 2


def test_a_bare_name_is_the_edition_with_two_digits_that_was_named_before() -> None:
    text = "They met for Nordic Dawn 25. Nordic Dawn was long."
    mentions = [named(text, "Nordic Dawn 25", "Exercise"), named(text, "Nordic Dawn", "Exercise", nth=1)]

    assert len(group(mentions, load_reference(), None)) == 1


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Fleets gather for RIMPAC 2022. The ships at RIMPAC come from many states.", [[0, 1]]),
        ("Fleets gather for RIMPAC 2022. The biennial RIMPAC began in 1971.", [[0], [1]]),
        ("RIMPAC 2022 is over. RIMPAC 2024 is next. Who goes to RIMPAC?", [[0], [1], [2]]),
    ],
)
def test_a_bare_series_is_the_only_edition_of_the_text_unless_it_is_spoken_of_as_a_series(
    text: str, groups: list[list[int]]
) -> None:
    editions = [edition for edition in ("RIMPAC 2022", "RIMPAC 2024") if edition in text]
    mentions = [named(text, edition, "Exercise") for edition in editions]
    mentions.append(named(text, "RIMPAC", "Exercise", "rimpac", nth=len(editions)))

    assert [g.members for g in group(mentions, load_reference())] == groups


def test_a_series_that_is_held_every_year_is_not_its_edition_of_this_year() -> None:
    text = "Nordic Dawn 25 ended on Friday. Nordic Dawn is held every year."
    mentions = [named(text, "Nordic Dawn 25", "Exercise"), named(text, "Nordic Dawn", "Exercise", nth=1)]

    assert [g.members for g in group(mentions, load_reference())] == [[0], [1]]


def test_the_bare_name_is_else_the_edition_before_it() -> None:
    text = "Nordic Dawn 25 ended on Friday. In Nordic Dawn ten ships took part."
    mentions = [named(text, "Nordic Dawn 25", "Exercise"), named(text, "Nordic Dawn", "Exercise", nth=1)]

    assert [g.members for g in group(mentions, load_reference())] == [[0, 1]]


@pytest.mark.parametrize(("article", "groups"), [("a", [[0], [1]]), ("the", [[0, 1]])])
def test_a_summit_that_is_one_of_many_is_not_the_one_named_later(article: str, groups: list[list[int]]) -> None:
    text = f"He was first to attend {article} NATO summit, at Madrid in 2022. The NATO summit in The Hague was small."
    mentions = [named(text, "NATO summit", "Event"), named(text, "NATO summit in The Hague", "Event")]

    assert [g.members for g in group(mentions, load_reference(), "2025-07-09")] == groups


def test_of_a_text_that_has_an_edition_in_its_title_the_bare_name_is_that_edition_but_for_the_series() -> None:
    text = (
        "Malabar 2024 opens off Goa\n\nThe largest Malabar of all brings Japan and Australia together. India sent a"
        " submarine to Malabar 2022 and none before it, officers in Goa said. Malabar began in 1992 with two navies."
    )
    mentions = [named(text, "Malabar 2024", "Exercise"), named(text, "Malabar", "Exercise", "malabar", nth=1)]
    mentions += [named(text, "Malabar 2022", "Exercise"), named(text, "Malabar", "Exercise", "malabar", nth=3)]
    groups = group(mentions, load_reference())
    assert [g.members for g in groups] == [[0, 1], [2], [3]]
