"""An answer with some of its rows only, and the note that tells of the others."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from jnato_graph.report import Answer
from jnato_graph.report.cells import Cell


def narrowed(found: Answer, rows: Iterable[tuple[Cell, ...]], others_are: str) -> Answer:
    """The answer with `rows` of its own; how many of the others ("of visits the other way") are left out is noted."""
    kept = tuple(rows)
    others = len(found.rows) - len(kept)
    if not others:
        return found
    said = f"{others} row{'s' if others > 1 else ''} {others_are} left out"
    return dataclasses.replace(found, rows=kept, notes=(*found.notes, said))
