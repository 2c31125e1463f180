"""An answer as JSON for programs: all columns, with their types."""

from __future__ import annotations

import json

from jnato_graph.report.answer import Answer
from jnato_graph.report.cells import Cell
from jnato_graph.report.escape import json_text


def render_json(answer: Answer) -> str:
    """One object: report, title, parameters, columns, rows (one object each), truncated, notes.

    It is valid JSON whatever the rows hold (numbers that JSON lacks are null), and safe to print on a terminal.
    """
    content = {
        "report": answer.query.name,
        "title": answer.query.title,
        "parameters": answer.values,
        "columns": list(answer.columns),
        "rows": [{name: _finite(cell) for name, cell in record.items()} for record in answer.records()],
        "truncated": answer.truncated,
        "notes": list(answer.notes),
    }
    return json_text(json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def _finite(cell: Cell) -> Cell:
    match cell:
        case float():
            return cell if cell - cell == 0 else None
        case list():
            return [_finite(item) for item in cell]
        case dict():
            return {key: _finite(item) for key, item in cell.items()}
        case _:
            return cell
