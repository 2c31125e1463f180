"""Coreference: what pronouns and descriptions stand for, and that the doubtful ones are left alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from spacy.tokens import Doc, Span

from jnato_graph.annotate.coreference import Coreference

NAMES = {
    "Japan": "State",
    "France": "State",
    "Norway": "State",
    "Malta": "State",
    "NATO": "Organisation",
    "Oslo Accord": "Agreement",
    "Bergen Protocol": "Agreement",
    "Sea Anvil": "Exercise",
    "Mari Ito": "Person",
    "Jean Roux": "Person",
    "Ito": "Person",
    "Nikkei": "Organisation",
    "liaison office in Tokyo": "Office",
    "Tokyo": "Place",
    "Baltic Patrol Fund": "Programme",
    "Arctic Council": "Organisation",
}
KEYS = {"Japan": "japan", "France": "france", "Norway": "norway", "Malta": "malta", "NATO": "nato"}


def give_keys(doc: Doc, keys: Mapping[str, str]) -> None:
    doc.spans["mentions"] = [
        Span(doc, s.start, s.end, label=s.label_, span_id=keys.get(s.text, "")) for s in doc.spans["mentions"]
    ]


@pytest.fixture(scope="module")
def coreference() -> Coreference:
    return Coreference()


@pytest.fixture
def resolved(named: Callable[..., Doc], coreference: Coreference) -> Callable[..., dict[str, list[str]]]:
    def resolve(text: str, published: str | None = "2023-07-10") -> dict[str, list[str]]:
        doc = named(text, NAMES, published)
        whole = [s for s in doc.spans["mentions"] if s.label_ == "Person" and len(s) > 1]
        doc.spans["mentions"] = [
            s for s in doc.spans["mentions"] if s in whole or not any(w.start <= s.start < w.end for w in whole)
        ]
        give_keys(doc, KEYS)
        coreference(doc)
        mentions = list(doc.spans["mentions"])
        return {s.text: [mentions[i].text for i in s._.antecedents] for s in doc.spans["anaphors"]}

    return resolve


CASES = [
    ("Mari Ito met Jean Roux. She praised France.", "She", ["Mari Ito"]),
    ("Japan has aided France since Norway invaded it.", "it", ["France"]),
    (
        "Japan, France, Norway and Malta met. Then NATO spoke. The four were glad.",
        "The four",
        ["Japan", "France", "Norway", "Malta"],
    ),
    ("Ms Ito met Mr Roux. Later she left.", "she", ["Ito"]),
    ("Mari Ito said that she would go to Tokyo.", "she", ["Mari Ito"]),
    ("A frigate came. Then Ms Ito spoke. She left Tokyo on Monday.", "She", ["Ito"]),
    ("Japan said that it would join NATO.", "it", ["Japan"]),
    ("Japan opened its mission to NATO.", "its", ["Japan"]),
    ("Japan signed the Oslo Accord and France rejected it.", "it", ["Oslo Accord"]),
    ("NATO met on Monday. The alliance backed Norway.", "The alliance", ["NATO"]),
    ("Japan signed the Oslo Accord. France opposed the accord.", "the accord", ["Oslo Accord"]),
    (
        "Japan signed the Oslo Accord and the Bergen Protocol. France opposed the protocol.",
        "the protocol",
        ["Bergen Protocol"],
    ),
    ("Norway hosted Sea Anvil. Japan joined the drill.", "the drill", ["Sea Anvil"]),
    (
        "France opposed the liaison office in Tokyo. The office was never opened.",
        "The office",
        ["liaison office in Tokyo"],
    ),
    ("Japan proposed the Baltic Patrol Fund. France rejected the idea.", "the idea", ["Baltic Patrol Fund"]),
    (
        "Malta signed the Oslo Accord. Japan proposed the Baltic Patrol Fund. France rejected the scheme.",
        "the scheme",
        ["Baltic Patrol Fund"],
    ),
    ("Japan floated an Arctic Council. France rejected the idea.", "the idea", ["Arctic Council"]),
    ("Japan and France met. The two sides signed the Oslo Accord.", "The two sides", ["Japan", "France"]),
    ("Japan and France met. Both countries signed the Oslo Accord.", "Both countries", ["Japan", "France"]),
    (
        "Mari Ito and Jean Roux met. The two ministers signed the Oslo Accord.",
        "The two ministers",
        ["Mari Ito", "Jean Roux"],
    ),
    ("Japan and France met. They signed the Oslo Accord.", "They", ["Japan", "France"]),
    ("Japan and France met. The latter rejected the Oslo Accord.", "The latter", ["France"]),
    ("Japan and France met. The former rejected the Oslo Accord.", "The former", ["Japan"]),
    ("Foreign Minister Mari Ito met Jean Roux. The minister signed the Oslo Accord.", "The minister", ["Mari Ito"]),
    (
        "Mari Ito, the Japanese foreign minister, met Jean Roux. The foreign minister left.",
        "The foreign minister",
        ["Mari Ito"],
    ),
    ("Malta joined in May. The island nation signed the Oslo Accord.", "The island nation", ["Malta"]),
    ("“We will sign the Oslo Accord,” Japan said.", "We", ["Japan"]),
    ("“I will go to Tokyo,” said Mari Ito.", "I", ["Mari Ito"]),
    ("“My government rejects it,” said Japan's foreign minister, Mari Ito.", "My government", ["Japan"]),
]


@pytest.mark.parametrize(("text", "anaphor", "antecedents"), CASES)
def test_what_is_safe_is_resolved(
    resolved: Callable[..., dict[str, list[str]]], text: str, anaphor: str, antecedents: list[str]
) -> None:
    assert resolved(text).get(anaphor) == antecedents


@pytest.mark.parametrize(
    ("text", "anaphor"),
    [
        ("It is clear that Japan will join.", "It"),
        ("It was France that opposed the Oslo Accord.", "It"),
        ("The talks failed. It rained in Tokyo.", "It"),
        ("Japan signed the Oslo Accord and the Bergen Protocol. France rejected it.", "it"),
        ("Japan met France and Norway. The country left.", "The country"),
        ("France opposed the liaison office in Tokyo. The office in Seoul was opened.", "The office"),
        ("Japan signed the Oslo Accord. This paper argues against it.", "This paper"),
        ("Japan, France and Norway met. The two sides disagreed.", "The two sides"),
        ("Norway hosted Sea Anvil. Japan was in the drill Baltic Patrol Fund.", "the drill"),
        ("Japan met the Arctic Council. France rejected the idea.", "the idea"),
        ("Jean Roux left. “He will go,” Jean Roux said.", "He"),
        ("“We are glad,” said an official.", "We"),
        ("Mari Ito spoke. A Norwegian allowed that his state opposed France.", "his"),
        ("We went to Tokyo. Japan was glad.", "We"),
        ("Mari Ito spoke. Then a frigate came. She left Tokyo on Monday.", "She"),
        ("Mari Ito spoke. HMS Spey came. She left Tokyo on Monday.", "She"),
    ],
)
def test_what_is_doubtful_is_left_out(resolved: Callable[..., dict[str, list[str]]], text: str, anaphor: str) -> None:
    assert anaphor not in resolved(text)


def test_a_title_means_the_holder_at_the_documents_date(named: Callable[..., Doc], coreference: Coreference) -> None:
    doc = named(
        "Emmanuel Macron spoke. The French president left.",
        {"Emmanuel Macron": "Person", "French": "State"},
        "2023-07-10",
    )
    give_keys(doc, {"Emmanuel Macron": "emmanuel-macron", "French": "france"})
    coreference(doc)
    assert [(s.text, s._.antecedents) for s in doc.spans["anaphors"]] == [("The French president", (0,))]
    doc._.published = "2010-07-10"
    coreference(doc)
    assert list(doc.spans["anaphors"]) == []


def test_a_text_without_mentions_has_no_anaphors(resolved: Callable[..., dict[str, list[str]]]) -> None:
    assert resolved("He said that it was late.") == {}
    assert resolved("") == {}


def test_both_countries_of_a_page_on_relations_are_those_of_its_title(
    resolved: Callable[..., dict[str, list[str]]],
) -> None:
    found = resolved(
        "Japan–France relations\n\nJapan and France have had ties since 1858.\n\n"
        "Norway objected to an office in Malta. Both countries signed the Oslo Accord."
    )

    assert set(found["Both countries"]) == {"Japan", "France"}


def test_the_two_sides_of_a_section_are_the_two_of_whose_talks_it_tells(
    resolved: Callable[..., dict[str, list[str]]],
) -> None:
    found = resolved(
        "Visit to Norway\n\nMari Ito visited Norway in May, on the way home from a long journey of which much was "
        "written at the time. It was her first visit there.\n\nTalks with Jean Roux\n\n"
        "On Monday Mari Ito held talks with Jean Roux in Tokyo.\n\n"
        "Mari Ito spoke of France and thanked NATO, and asked about Malta.\n\nThe two sides signed the Oslo Accord."
    )

    assert set(found["The two sides"]) == {"Mari Ito", "Jean Roux"}


def test_a_notion_is_what_was_brought_in_last_and_not_what_the_text_is_about(
    resolved: Callable[..., dict[str, list[str]]],
) -> None:
    text = (
        "The liaison office in Tokyo was opened. Japan backed the liaison office in Tokyo. France praised the liaison "
        "office in Tokyo. Norway floated an Arctic Council. It was odd. "
    )

    assert resolved(text + "Malta rejected that notion.")["that notion"] == ["Arctic Council"]
    assert resolved(text[: text.index("Norway")] + "Malta rejected that notion.")["that notion"] == [
        "liaison office in Tokyo"
    ]
