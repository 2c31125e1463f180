"""The places of an answer on a map of the world: states by their outlines, other things by points."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from jnato_graph.page.projection import HEIGHT, WIDTH, project
from jnato_graph.page.subgraph import Subgraph
from jnato_graph.records import Entity

ON_MAP: Final = frozenset({"State", "Place", "Office", "Event", "Exercise"})
"""What lies somewhere. Organisations and persons do not: NATO is not in Brussels only."""
_MARGIN: Final = 400
_NARROWEST: Final = 2_400


class Country(NamedTuple):
    """The outline of a country: its ISO code ("" where there is none), SVG path, and where its name stands."""

    code: str
    path: str
    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A thing on the map. `outline` when its country is drawn in full; `of` is the place that it stands at, if another.

    `numbers` are those of the sentences that name it, or say something of it.
    """

    id: str
    entity: Entity
    x: int
    y: int
    outline: bool
    of: str | None
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """The world's countries, those in `shown` to be filled, and what part to look at first."""

    countries: tuple[Country, ...]
    shown: Mapping[str, str]
    spots: tuple[Spot, ...]
    view: tuple[int, int, int, int]
    whole: tuple[int, int, int, int] = (0, 0, WIDTH, HEIGHT)


def world_map(graph: Subgraph, numbers: Mapping[str, int]) -> Map | None:
    """A map of what the claims are about and of the places that their sentences name; None where nothing has a place.

    `numbers` gives each sentence's.
    """
    spots: list[Spot] = []
    outlines = {country.code: country for country in countries()}
    said = _said(graph, numbers)
    for key in _wanted(graph):
        entity = graph.entities[key]
        if entity.label not in ON_MAP or (found := position(entity)) is None:
            continue
        latitude, longitude, of = found
        outline = outlines.get(entity.iso_alpha3 or "") if entity.label == "State" and entity.iso_alpha3 else None
        x, y = (outline.x, outline.y) if outline else project(latitude, longitude)
        spots.append(
            Spot(
                id=f"p{len(spots) + 1}",
                entity=entity,
                x=round(x),
                y=round(y),
                outline=outline is not None,
                of=of,
                numbers=tuple(sorted(said[key])),
            )
        )
    if not spots:
        return None
    shown = {spot.entity.iso_alpha3: spot.id for spot in spots if spot.outline and spot.entity.iso_alpha3}
    return Map(countries=countries(), shown=shown, spots=tuple(spots), view=_view([(spot.x, spot.y) for spot in spots]))


def position(entity: Entity) -> tuple[float, float, str | None] | None:
    """Latitude and longitude of an entity, and the name of the place that they are of when that is another thing.

    They are the graph's own, which come from the reference data; for an office or event that has none, those of the
    place at which the reference data put it. A state without outline is where its capital is.
    """
    if entity.latitude is not None and entity.longitude is not None:
        return entity.latitude, entity.longitude, None
    from jnato_graph.reference import load_reference

    listed = load_reference().entities
    place = listed.get(listed[entity.key].place or "") if entity.key in listed else None
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude, place.name


@cache
def countries() -> tuple[Country, ...]:
    """The outlines of all countries."""
    rows = json.loads((files("jnato_graph.page") / "assets" / "world.json").read_text(encoding="utf-8"))
    return tuple(Country(*row) for row in rows)


def _wanted(graph: Subgraph) -> list[str]:
    """The ends of the claims, then the places that the sentences name."""
    ends = [end for claim in graph.claims for end in (claim.subject, claim.object)]
    named = [mention.entity for sentence in graph.sentences for mention in graph.mentions.get(sentence.key, ())]
    return list(dict.fromkeys(ends + [key for key in named if graph.entities[key].label == "Place"]))


def _said(graph: Subgraph, numbers: Mapping[str, int]) -> dict[str, set[int]]:
    """For each entity the numbers of the sentences that name it, or say something of it."""
    found: dict[str, set[int]] = {}
    for claim in graph.claims:
        for end in (claim.subject, claim.object):
            found.setdefault(end, set()).add(numbers[claim.sentence])
    for sentence in graph.sentences:
        for mention in graph.mentions.get(sentence.key, ()):
            found.setdefault(mention.entity, set()).add(numbers[sentence.key])
    return found


def _view(points: Sequence[tuple[int, int]]) -> tuple[int, int, int, int]:
    """The part of the map (left, top, width, height) with all points in it, twice as wide as high, within the map."""
    left, right = min(x for x, _ in points) - _MARGIN, max(x for x, _ in points) + _MARGIN
    top, bottom = min(y for _, y in points) - _MARGIN, max(y for _, y in points) + _MARGIN
    width = min(max(right - left, 2 * (bottom - top), _NARROWEST), WIDTH)
    height = min(width // 2, HEIGHT)
    x = min(max((left + right - width) // 2, 0), WIDTH - width)
    y = min(max((top + bottom - height) // 2, 0), HEIGHT - height)
    return x, y, width, height
