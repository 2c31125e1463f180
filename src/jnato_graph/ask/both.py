"""Those who did two things: "who joined both Nippon Skies and Pitch Black?" asks for who is in the rows of each."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from jnato_graph.ask.counting import NOT_SO, STATUS
from jnato_graph.report import Answer


def in_both(found: Answer, other: Answer, columns: Mapping[str, str], parameter: str = "") -> Answer:
    """The rows of two answers that are of those who stand in each, or of what, where those asked for did it.

    `parameter`: what differs between the two. As it was, with a note, where the report has no such column.
    """
    acts = parameter == columns.get("who")
    column = f"{columns.get('what' if acts else 'who')}Key"
    if column not in found.columns:
        note = "the report cannot tell what is of both: these are the rows of the first alone"
        return dataclasses.replace(found, notes=(*found.notes, note))
    at = found.columns.index(column)
    each = _so(found, column) & _so(other, column)
    rows = tuple(row for row in (*found.rows, *other.rows) if row[at] in each)
    kept = "what is in the rows of both is" if acts else "those who are in the rows of both are"
    note = f"only {kept} shown"
    return dataclasses.replace(found, rows=rows, notes=(*found.notes, note))


def _so(found: Answer, column: str) -> set[object]:
    """Those of whom the rows say that it is so, or planned: who stayed away is in neither."""
    return {
        record[column]
        for record in found.records()
        if not {str(record[name]) for name in STATUS if name in record} & NOT_SO
    }
