"""What an entity is called and where it lies, from how all documents have it: no order of loading shows in it. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from jnato_graph.records import Entity


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One way in which documents have an entity, and how many do. `properties` are those of `NAMES`."""

    properties: dict[str, Any]
    documents: int


# The properties of `NAMES`, in the order in which they travel.
NAMING: Final = ("label", "name", "aliases", "listed", "wikidata", "isoAlpha3", "location")


def naming_properties(entity: Entity) -> dict[str, Any]:
    """The properties of `(:Document)-[:NAMES]->(entity)`."""
    return {"label": entity.label, **entity_properties(entity)}


def entity_properties(entity: Entity) -> dict[str, Any]:
    """The properties of an entity's node, its key apart; None where there is no value."""
    return {
        "name": entity.name,
        "aliases": list(entity.aliases) or None,
        "listed": entity.listed,
        "wikidata": entity.wikidata,
        "isoAlpha3": entity.iso_alpha3,
        "location": location(entity.latitude, entity.longitude),
    }


def location(latitude: float | None, longitude: float | None) -> Any | None:
    """A point as Neo4j has it (WGS 84), or None."""
    if latitude is None or longitude is None:
        return None
    from neo4j.spatial import WGS84Point

    return WGS84Point((longitude, latitude))


def agreed(namings: Iterable[Naming]) -> tuple[str, dict[str, Any]]:
    """The label and the properties of an entity that no reference data list.

    What most documents have wins; among equals names in capitals come last, then the order of letters decides. Aliases
    are all other names.
    """
    namings = list(namings)
    name = _usual(namings, "name")
    names = {
        surface
        for naming in namings
        for surface in (naming.properties["name"], *(naming.properties.get("aliases") or ()))
        if surface != name
    }
    return _usual(namings, "label"), {
        "name": name,
        "aliases": sorted(names) or None,
        "listed": any(naming.properties.get("listed") for naming in namings),
        **{key: _usual(namings, key) for key in ("wikidata", "isoAlpha3", "location")},
    }


def _usual(namings: list[Naming], key: str) -> Any:
    counts: Counter[Any] = Counter()
    for naming in namings:
        value = naming.properties.get(key)
        if value is not None:
            counts[value] += naming.documents
    if not counts:
        return None
    return min(counts, key=lambda value: (-counts[value], str(value).isupper(), _ordered(value)))


def _ordered(value: Any) -> Any:
    return tuple(value) if isinstance(value, tuple) else str(value)
