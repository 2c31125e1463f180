"""What is not so, of reports that have no parameter for it: "who stayed away?" is no question for who was there."""

from __future__ import annotations

from jnato_graph.ask.choose import Choice
from jnato_graph.ask.counting import NOT_SO, STATUS
from jnato_graph.ask.narrowed import narrowed
from jnato_graph.report import Answer


def rows_denied(found: Answer, choice: Choice) -> Answer:
    """The answer with only the rows that say that something is not so, where the question asks for that.

    Without rows where a report does not tell them apart: what is so would be the opposite of what is asked for.
    """
    if not choice.denied or not found.rows:
        return found
    told = [at for at, column in enumerate(found.columns) if column in STATUS]
    rows = (row for row in found.rows if {str(row[at]) for at in told} & NOT_SO)
    return narrowed(found, rows, "of what is said to be so")
