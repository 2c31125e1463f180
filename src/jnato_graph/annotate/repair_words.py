"""The words that the repairs of the parse go by (`data/repairs.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from jnato_graph.packaged import data_yaml


@cache
def words() -> Mapping[str, frozenset[str]]:
    """`data/repairs.yaml`, read once."""
    table = data_yaml("repairs.yaml")
    return {sort: frozenset(listed.split()) for sort, listed in table.items()}
