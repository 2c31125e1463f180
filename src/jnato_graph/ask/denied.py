"""What is not so, of reports that have no parameter for it: "who stayed away?" is no question for who was there."""

from __future__ import annotations

import dataclasses

from jnato_graph.ask.choose import Choice
from jnato_graph.ask.counting import NOT_SO, STATUS
from jnato_graph.report import Answer


def rows_denied(found: Answer, choice: Choice) -> Answer:
    """The answer with only the rows that say that something is not so, where the question asks for that.

    Without rows where a report does not tell them apart: what is so would be the opposite of what is asked for.
    """
    if not choice.denied or not found.rows:
        return found
    told = [at for at, column in enumerate(found.columns) if column in STATUS]
    rows = tuple(row for row in found.rows if {str(row[at]) for at in told} & NOT_SO)
    others = len(found.rows) - len(rows)
    said = f"{others} row{'s' if others > 1 else ''} of what is said to be so left out"
    return dataclasses.replace(found, rows=rows, notes=(*found.notes, said)) if others else found
