"""The words that the repairs of the parse go by (`data/repairs.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml


@cache
def words() -> Mapping[str, frozenset[str]]:
    """`data/repairs.yaml`, read once."""
    table = yaml.safe_load((files("jnato_graph") / "data" / "repairs.yaml").read_text(encoding="utf-8"))
    return {sort: frozenset(listed.split()) for sort, listed in table.items()}
