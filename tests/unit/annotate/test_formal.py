"""Names of a fixed build: code names and agreements with their parties and subject."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from jnato_graph.annotate.formal import called, code_names, likened, treaties_between

NLP = spacy.blank("en")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Spain joined Exercise Steel Furrow 25 off Oslo.", [("Steel Furrow 25", "Exercise")]),
        ("Operation Ocean Shield ended.", [("Operation Ocean Shield", "Operation")]),
        ("Canada takes part in Op NEON.", [("Op NEON", "Operation")]),
        ("Operation (Op) PROJECTION ended.", [("Operation (Op) PROJECTION", "Operation")]),
        (
            "Crews met at Counter-piracy Validation Exercise 2017.",
            [("Counter-piracy Validation Exercise 2017", "Exercise")],
        ),
        ("It was an Exercise 2017 of them saw.", []),
        ("Exercise is healthy.", []),
        ("Exercise and Operation", []),
    ],
)
def test_code_names(text: str, names: list[tuple[str, str]]) -> None:
    doc = NLP(text)

    assert [(found.text(doc), found.label) for found in code_names(doc)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Agreement between Japan and NATO on the Security of Information and Material is signed.",
            ["Agreement between Japan and NATO on the Security of Information and Material"],
        ),
        (
            "A Treaty between Australia and Japan concerning Reciprocal Access was signed.",
            ["Treaty between Australia and Japan concerning Reciprocal Access"],
        ),
        ("The Agreement between Japan and NATO was signed.", []),
        ("The agreement between the two on Fish is new.", []),
        ("The Agreement between the ministers and others on paper", []),
    ],
)
def test_treaties_between(text: str, names: list[str]) -> None:
    doc = NLP(text)

    assert [found.text(doc) for found in treaties_between(doc)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was an exercise called Steel Furrow 25 off Oslo.", [("Steel Furrow 25", "Exercise")]),
        ("Peru runs a fund named “Clear Waters” for ports.", [("Clear Waters", "Programme")]),
        ("An exercise called off in May", []),
        ("A man called Clear Waters", []),
        ("An exercise called", []),
    ],
)
def test_what_is_called_so_has_the_label_of_the_word_before(text: str, names: list[tuple[str, str]]) -> None:
    doc = NLP(text)

    assert [(found.text(doc), found.label) for found in called(doc)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He floated an Asian NATO in May.", ["Asian NATO"]),
        ("They fear a mini-NATO.", ["mini-NATO"]),
        ("An Indo-Pacific NATO is not planned.", ["Indo-Pacific NATO"]),
        ("NATO met in Asia.", []),
        ("The Baltic NATO plan", []),
    ],
)
def test_what_is_likened_with_a_body_is_another_one(text: str, names: list[str]) -> None:
    doc = NLP(text)

    assert [found.text(doc) for found in likened(doc)] == names


def test_partners_of_a_body_in_a_region_are_no_other_body(nlp: Language) -> None:
    assert not list(likened(nlp("Asian NATO partners met in Oslo.")))
