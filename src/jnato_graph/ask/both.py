"""Those who did two things: "who joined both Nippon Skies and Pitch Black?" asks for who is in the rows of each."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from jnato_graph.ask.counting import NOT_SO, STATUS
from jnato_graph.report import Answer


def in_both(found: Answer, other: Answer, columns: Mapping[str, str]) -> Answer:
    """The rows of two answers that are of those who stand in each."""
    column = f"{columns.get('who')}Key"
    if column not in found.columns:
        return dataclasses.replace(found, rows=())
    at = found.columns.index(column)
    each = _so(found, column) & _so(other, column)
    rows = tuple(row for row in (*found.rows, *other.rows) if row[at] in each)
    return dataclasses.replace(
        found, rows=rows, notes=(*found.notes, "only those who are in the rows of both are shown")
    )


def _so(found: Answer, column: str) -> set[object]:
    """Those of whom the rows say that it is so, or planned: who stayed away is in neither."""
    return {
        record[column]
        for record in found.records()
        if not {str(record[name]) for name in STATUS if name in record} & NOT_SO
    }
