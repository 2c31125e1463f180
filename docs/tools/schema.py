"""The schema as a picture and as a page, from what the loader writes and the ontology allows."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from docs.tools.picture import LINE, Box, arrow, box, drawing
from docs.tools.text import NOTE, cell, table

from jnato_graph.load.schema import FACT_TYPES, RelationshipType, Schema, describe_schema
from jnato_graph.ontology import ACTORS, LABELS, SIGNATURES, SYMMETRIC

PICTURE: Final = "schema.svg"
PAGE: Final = "schema.md"
# Where each kind of node stands: column and row. A label that the loader writes and that is not here is an error.
PLACES: Final = {
    "Claim": (40, 60, 240), "Sentence": (410, 60, 190), "Document": (730, 60, 230), "Entity": (40, 320, 560),
    "Address": (730, 320, 230),
}  # fmt: skip
APART: Final = ("ReferenceData",)
"""Drawn nowhere: it bears no relationship."""
SIZE: Final = (1000, 500)


def pages() -> dict[str, str]:
    """The picture and the page, by their names in `docs`."""
    schema = describe_schema()
    return {PICTURE: _picture(schema), PAGE: "\n".join(_page(schema))}


def _picture(schema: Schema) -> str:
    boxes: dict[str, Box] = {}
    for node in schema.nodes:
        if node.label in APART:
            continue
        x, y, width = PLACES[node.label]
        is_entity = node.label == "Entity"
        title = f":{node.label} and one of {len(LABELS)} labels" if is_entity else f":{node.label}"
        words = [*LABELS, f"(:Actor on {', '.join(sorted(ACTORS))})"] if is_entity else node.properties
        boxes[node.label] = box(title, words, x=x, y=y, width=width, kind="entity" if is_entity else "box")
    parts = [line for each in boxes.values() for line in each.svg()]
    ends = {**{label: label for label in boxes}, "Actor": "Entity"}
    drawn = [
        (ends[relationship.start], ends[relationship.end], relationship.type) for relationship in _structure(schema)
    ]
    for (start, end), group in groupby(sorted(drawn, key=lambda each: each[:2]), key=lambda each: each[:2]):
        parts += arrow(boxes[start], boxes[end], [type_ for _, _, type_ in group])
    parts += _between_entities(boxes["Entity"])
    return drawing(parts, width=SIZE[0], height=SIZE[1], title="What is in the graph, and how it hangs together")


def _between_entities(entity: Box) -> Iterator[str]:
    """The loop from entity to entity, below the box, with all that it may be."""
    x, y = entity.x + 60, entity.y + entity.height
    yield f'<path class="line" d="M{x:g} {y:g} C{x:g} {y + 40:g} {x + 70:g} {y + 40:g} {x + 70:g} {y + 2:g}"/>'
    lines = textwrap.wrap(", ".join(SIGNATURES), 72)
    for number, line in enumerate(lines):
        yield f'<text class="type" x="{entity.x:g}" y="{y + 54 + LINE * number:g}">{line}</text>'


def _structure(schema: Schema) -> list[RelationshipType]:
    """The relationships that are neither projected from claims nor facts of the reference data."""
    return [each for each in schema.relationships if each.type not in SIGNATURES and each.type not in FACT_TYPES]


def _page(schema: Schema) -> Iterator[str]:
    yield "# Schema\n"
    yield NOTE.format(source="`src/jnato_graph/load/schema.py` and `src/jnato_graph/ontology.py`")
    yield "\nThe same, for the terminal: `jnato-graph schema`. What it means is told in [The graph](graph-model.md),"
    yield "what each label and predicate stands for in [Ontology](ontology.md).\n"
    yield "## Nodes\n"
    yield table(
        ("label", "is", "properties"),
        [(f"`{node.label}`", cell(node.says), _names(node.properties)) for node in schema.nodes],
    )
    yield "## Relationships\n"
    yield table(
        ("type", "from", "to", "says", "properties"),
        [_row(relationship) for relationship in _structure(schema)],
    )
    yield "## From entity to entity\n"
    yield "Projected from the claims that are affirmed and actual, one of each type for a pair:\n"
    yield table(
        ("type", "from", "to"),
        [
            (f"`{name}`" + (" (either way round)" if name in SYMMETRIC else ""), _labels(subjects), _labels(objects))
            for name, (subjects, objects) in SIGNATURES.items()
        ],
    )
    projected = next(each for each in schema.relationships if each.type in SIGNATURES)
    yield f"Their properties: {_names(projected.properties)}.\n"
    yield "Facts of the reference data, which are nobody's claim (`origin` is `reference` there, `claims` above):\n"
    facts = [each for each in schema.relationships if each.type in FACT_TYPES and each.says.startswith("by the")]
    yield table(("type", "from", "to", "says", "properties"), [_row(relationship) for relationship in facts])
    for title, indexes in (("Constraints", schema.constraints), ("Indexes", schema.indexes)):
        yield f"## {title}\n"
        yield "```cypher"
        yield from (f"{index.cypher};" for index in indexes)
        yield "```\n"


def _row(relationship: RelationshipType) -> tuple[str, str, str, str, str]:
    start, end = (
        ", ".join(f"`{label}`" for label in ends.split("|")) for ends in (relationship.start, relationship.end)
    )
    return f"`{relationship.type}`", start, end, cell(relationship.says), _names(relationship.properties)


def _labels(labels: frozenset[str]) -> str:
    if len(labels) == len(LABELS):
        return "any"
    if labels == ACTORS:
        return "any actor"
    rest = [f"`{label}`" for label in LABELS if label in labels and not (labels > ACTORS and label in ACTORS)]
    return ", ".join((["any actor"] if labels > ACTORS else []) + rest)


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "none"
