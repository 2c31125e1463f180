"""A first walk through the graph: saved scripts that draw, to be run one after the other in Neo4j Browser.

They are files like those of `cypher/`, but give nodes and relationships instead of rows.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from jnato_graph.report import SavedQuery, read_catalogue

FOLDER: Final = Path(__file__).with_name("first-ten-minutes")


def walk() -> tuple[SavedQuery, ...]:
    """Its steps in their order, which their titles begin with."""
    return tuple(sorted(read_catalogue(FOLDER), key=lambda query: query.title))
