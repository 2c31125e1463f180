"""The style of the graph in Neo4j Browser: a `.grass` file with a rule for each label and relationship type.

Browser applies all rules that fit, in the order of the file, so that general ones (`node.Entity`) come first. A label
without a colour of its own would get one by chance: `LOOKS` and `SENSES` must name them all, which a test holds.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from jnato_graph.load import describe_schema
from jnato_graph.ontology import LABELS


class Look(NamedTuple):
    """How nodes of a label are drawn: fill colour, diameter in pixels, and the properties that stand in them."""

    color: str
    diameter: int
    caption: str = "{name}"


LOOKS: Final[dict[str, Look]] = {
    # What the graph is about: big, and each with a colour of its own.
    "State": Look("#1F6FB2", 80),
    "Organisation": Look("#0B3C6F", 80),
    "Person": Look("#58A6D6", 65),
    "Agreement": Look("#2E8B57", 65),
    "Policy": Look("#7FB77E", 65),
    "Exercise": Look("#D9822B", 65),
    "Operation": Look("#A65E1A", 65),
    "Event": Look("#F2C14E", 65),
    "Office": Look("#7B4FA3", 80),
    "Programme": Look("#B79AD1", 65),
    "Place": Look("#9C8461", 50),
    # What it rests on: paler, from the claim to its source. A claim tells at once whether it is denied or only planned.
    "Claim": Look("#D98880", 65, "{predicate} {polarity} {modality}"),
    "Sentence": Look("#F3E9D2", 65, "{text}"),
    # Browser draws of a caption what is there: the path shows where there is no title, and has no room where there is.
    "Document": Look("#DDE3EA", 65, "{title} {paths}"),
    "Address": Look("#EEF1F4", 50, "{path}"),
    "ReferenceData": Look("#EEF1F4", 50, "{key}"),
}
GENERAL: Final = {"Entity": Look("#7A8794", 65), "Actor": Look("#4A6785", 65)}
"""Labels that come with one of the others, whose look goes before; seen in the list of labels."""

# The relationship types by what they mean for an analyst, with the colour and width of each sort.
SENSES: Final[tuple[tuple[str, int, tuple[str, ...]], ...]] = (
    ("#C0392B", 3, ("OPPOSES", "ATTACKED", "SANCTIONED")),
    ("#2E8B57", 3, ("SUPPORTS", "CONTRIBUTED_TO")),
    ("#1F6FB2", 2, ("SIGNED", "PARTNER_OF", "COOPERATES_WITH", "MET_WITH", "VISITED")),
    ("#D9822B", 2, ("PARTICIPATED_IN", "HOSTED", "HELD_IN")),
    ("#7B4FA3", 2, ("PROPOSED", "ESTABLISHED", "REPLACES")),
    ("#7A8794", 1, ("MEMBER_OF", "HOLDS_POSITION_IN", "LOCATED_IN")),
    ("#D98880", 2, ("SUBJECT", "OBJECT", "ATTRIBUTED_TO")),
    ("#B59B5B", 2, ("SUPPORTED_BY", "FROM_DOCUMENT")),
    ("#DCD6C4", 1, ("NEXT_SENTENCE", "MENTIONS", "NAMES", "FOUND_AT")),
)
CAPTIONS: Final = {"MENTIONS": "{text}", "NAMES": ""}
"""Relationships that are told by something else than their type. Browser draws all between the nodes of an answer, and
those that every sentence and document has to many entities must not hide the others."""
DARK, LIGHT = "#1C1F24", "#FFFFFF"
_FONT: Final = 10


def style_sheet() -> str:
    """The `.grass` file. The same for the same program, to the byte."""
    rules = [
        _rule("node", {
            "diameter": "50px", "color": "#A5ABB6", "border-color": "#7F8793", "border-width": "2px",
            "text-color-internal": LIGHT, "font-size": f"{_FONT}px",
        }),
        _rule("relationship", {
            "color": "#A5ABB6", "shaft-width": "1px", "font-size": "8px", "padding": "3px",
            "text-color-external": "#000000", "text-color-internal": LIGHT, "caption": '"<type>"',
        }),
        *(_node(label, look) for label, look in GENERAL.items()),
        *(_node(label, LOOKS[label]) for label in (*LABELS, *_others())),
    ]  # fmt: skip
    senses = {type_: (color, width) for color, width, types in SENSES for type_ in types}
    for type_ in dict.fromkeys(relationship.type for relationship in describe_schema().relationships):
        color, width = senses[type_]
        rules.append(
            _rule(
                f"relationship.{type_}",
                {
                    "color": color,
                    "shaft-width": f"{width}px",
                    "text-color-external": "#9A9483" if width == 1 else "#000000",
                    "text-color-internal": readable_on(color),
                    "caption": f'"{CAPTIONS.get(type_, "<type>")}"',
                },
            )
        )
    return "\n".join(rules)


def readable_on(color: str) -> str:
    """The text colour, dark or light, that stands out more against `color` (contrast as WCAG 2 reckons it)."""
    luminance = _luminance(color)
    light = 1.05 / (luminance + 0.05)
    dark = (luminance + 0.05) / (_luminance(DARK) + 0.05)
    return LIGHT if light >= dark else DARK


def _others() -> list[str]:
    """The labels of nodes that are no entities, in the order of the schema."""
    return [node.label for node in describe_schema().nodes if node.label != "Entity"]


def _node(label: str, look: Look) -> str:
    return _rule(
        f"node.{label}",
        {
            "diameter": f"{look.diameter}px",
            "color": look.color,
            "border-color": _darker(look.color),
            "border-width": "2px",
            "text-color-internal": readable_on(look.color),
            "font-size": f"{_FONT}px",
            "caption": f'"{look.caption}"',
        },
    )


def _rule(selector: str, properties: dict[str, str]) -> str:
    lines = "".join(f"  {name}: {value};\n" for name, value in properties.items())
    return f"{selector} {{\n{lines}}}\n"


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _darker(color: str) -> str:
    return "#" + "".join(f"{channel * 3 // 4:02X}" for channel in _channels(color))


def _luminance(color: str) -> float:
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in _channels(color))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
