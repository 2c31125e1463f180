"""An answer as CSV for spreadsheets: all columns, formulas made harmless."""

from __future__ import annotations

import csv
import io

from jnato_graph.report.answer import Answer
from jnato_graph.report.cells import Cell, words
from jnato_graph.report.escape import spreadsheet


def render_csv(answer: Answer) -> str:
    """The answer as UTF-8 text of RFC 4180 with a row of column names; no text in it is taken for a formula."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow([spreadsheet(column) for column in answer.columns])
    writer.writerows([_cell(cell) for cell in row] for row in answer.rows)
    return buffer.getvalue()


def _cell(cell: Cell) -> str | int | float:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell if isinstance(cell, int | float) else spreadsheet(words(cell))
