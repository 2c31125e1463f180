"""Makes saved queries and answers for the tests."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jnato_graph.report.answer import Answer
from jnato_graph.report.cells import Cell
from jnato_graph.report.saved_query import SavedQuery, parse_query

QUERY = """// Who did what
// Each actor with what it did.
// $actor = "france" (Actor) who is asked about
MATCH (a:Actor {key: $actor}) RETURN a.name AS name;
"""

MakeAnswer = Callable[..., Answer]


@pytest.fixture(scope="session")
def query() -> SavedQuery:
    return parse_query(QUERY, Path("cypher/positions/who-did-what.cypher"))


@pytest.fixture(scope="session")
def make_answer(query: SavedQuery) -> MakeAnswer:
    def make(columns: list[str], *rows: list[Cell], truncated: bool = False, notes: tuple[str, ...] = ()) -> Answer:
        return Answer(
            query=query,
            values={"actor": "france"},
            columns=tuple(columns),
            rows=tuple(tuple(row) for row in rows),
            truncated=truncated,
            notes=notes,
        )

    return make
