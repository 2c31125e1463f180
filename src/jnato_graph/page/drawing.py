"""The subgraph of an answer as the elements that the page's script hands to Cytoscape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final

from jnato_graph.ontology import SYMMETRIC
from jnato_graph.page.relations import Relation
from jnato_graph.records import Entity
from jnato_graph.report.escape import one_line

MOST: Final = 200
"""So many relationships are drawn; more cannot be told apart, and the page says how many are left out."""
_RADIUS: Final = 300

type Element = dict[str, str | list[int] | dict[str, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Nodes and relationships as plain values. `sentences` in them are numbers in the page's list of evidence."""

    nodes: tuple[Element, ...]
    edges: tuple[Element, ...]
    drawn: tuple[Relation, ...]
    left_out: int

    def data(self) -> dict[str, object]:
        """What goes into the page as JSON."""
        return {"nodes": self.nodes, "edges": self.edges}


def drawing(
    relations: Sequence[Relation], entities: Mapping[str, Entity], numbers: Mapping[str, int]
) -> Drawing | None:
    """The drawing of these relations; `numbers` gives each sentence's. None when there is nothing to draw.

    Nodes start on a circle, the same each time, so that the layout is, too.
    """
    drawn = relations[:MOST]
    if not drawn:
        return None
    keys = list(dict.fromkeys(end for relation in drawn for end in (relation.subject, relation.object)))
    ids = {key: f"n{number}" for number, key in enumerate(keys, start=1)}
    said: dict[str, dict[int, None]] = {key: {} for key in keys}
    edges: list[Element] = []
    for relation in drawn:
        sentences = list(dict.fromkeys(numbers[claim.sentence] for claim in relation.claims))
        for end in (relation.subject, relation.object):
            said[end].update(dict.fromkeys(sentences))
        edges.append(
            {
                "id": relation.id,
                "source": ids[relation.subject],
                "target": ids[relation.object],
                "label": relation.verb,
                "polarity": relation.polarity,
                "modality": relation.modality,
                "mutual": "yes" if relation.predicate in SYMMETRIC else "no",
                "sentences": sentences,
            }
        )
    nodes: list[Element] = []
    for number, key in enumerate(keys):
        angle = 2 * pi * number / len(keys)
        nodes.append(
            {
                "id": ids[key],
                "name": one_line(entities[key].name),
                "label": entities[key].label,
                "sentences": sorted(said[key]),
                "at": {"x": round(_RADIUS * cos(angle), 1), "y": round(_RADIUS * sin(angle), 1)},
            }
        )
    return Drawing(nodes=tuple(nodes), edges=tuple(edges), drawn=tuple(drawn), left_out=len(relations) - len(drawn))
