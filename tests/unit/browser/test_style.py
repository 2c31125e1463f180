"""The style for Neo4j Browser: each label and relationship type has a look, and is read as it is meant."""

from __future__ import annotations

import re

import pytest

from jnato_graph.browser.style import LOOKS, SENSES, readable_on, style_sheet
from jnato_graph.load import describe_schema
from jnato_graph.ontology import LABELS, PREDICATES

RULE = re.compile(r"^(?P<selector>\S+) \{\n(?P<body>(?:  [a-z-]+: [^;\n]+;\n)+)\}\n", re.MULTILINE)


def rules() -> dict[str, dict[str, str]]:
    return {
        match["selector"]: dict(line.strip(" ;").split(": ", 1) for line in match["body"].splitlines())
        for match in RULE.finditer(style_sheet())
    }


def test_the_whole_sheet_is_rules_of_the_form_that_browser_reads() -> None:
    assert RULE.sub("", style_sheet()).strip() == ""


@pytest.mark.parametrize("label", [*LABELS, *(node.label for node in describe_schema().nodes)])
def test_every_label_has_colour_size_and_caption(label: str) -> None:
    assert {"color", "diameter", "caption", "text-color-internal"} <= rules()[f"node.{label}"].keys()


@pytest.mark.parametrize("type_", sorted({item.type for item in describe_schema().relationships}))
def test_every_relationship_type_has_colour_width_and_caption(type_: str) -> None:
    assert {"color", "shaft-width", "caption"} <= rules()[f"relationship.{type_}"].keys()


def test_there_is_no_look_for_what_the_graph_does_not_have() -> None:
    types = [type_ for _, _, types in SENSES for type_ in types]

    assert LOOKS.keys() == {*LABELS, *(node.label for node in describe_schema().nodes)} - {"Entity"}
    assert sorted(types) == sorted({item.type for item in describe_schema().relationships})
    assert set(PREDICATES) <= set(types)


def test_a_caption_is_made_of_properties_that_the_label_has() -> None:
    properties = {node.label: node.properties for node in describe_schema().nodes}
    for label, look in LOOKS.items():
        assert set(re.findall(r"\{(\w+)\}", look.caption)) <= set(properties.get(label, properties["Entity"]))


def test_labels_that_stand_in_one_picture_differ_in_colour() -> None:
    colours = [look.color for label, look in LOOKS.items() if label not in ("Address", "ReferenceData")]

    assert len(set(colours)) == len(colours)


def test_what_holds_for_all_entities_comes_before_what_holds_for_one_label() -> None:
    selectors = list(rules())

    assert (
        selectors.index("node")
        < selectors.index("node.Entity")
        < selectors.index("node.Actor")
        < selectors.index("node.State")
    )


@pytest.mark.parametrize(("colour", "text"), [("#000000", "#FFFFFF"), ("#FFFFFF", "#1C1F24"), ("#F2C14E", "#1C1F24")])
def test_text_is_light_on_dark_and_dark_on_light(colour: str, text: str) -> None:
    assert readable_on(colour) == text
