"""Rows without a date, where a question tells a time: they may be what is asked for."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Final

from jnato_graph.ask.choose import Choice
from jnato_graph.ask.order import is_date
from jnato_graph.report import NOTHING_FOUND, Answer, Value

TIMES: Final = ("when", "from", "to")


def without_times(values: Mapping[str, Value]) -> dict[str, Value]:
    """The values of a report's parameters without those that tell a time."""
    return {name: "" if name in TIMES else value for name, value in values.items()}


def with_undated(found: Answer, every: Answer, choice: Choice, columns: Mapping[str, str]) -> Answer:
    """The answer with a note on the rows that are left out for having no date; `every`: the answer without the time.

    Where nothing else answers a yes-or-no question, they are shown: one of them may be the answer.
    """
    when = columns.get("when")
    if when not in every.columns:
        return found
    at = every.columns.index(when)
    shown = set(map(repr, found.rows))
    undated = tuple(row for row in every.rows if not is_date(row[at]) and repr(row) not in shown)
    if not undated:
        return found
    rows = "1 row" if len(undated) == 1 else f"{len(undated):,} rows"
    if found.rows:
        are = "is" if len(undated) == 1 else "are"
        note = f"{rows} without a date {are} left out: ask without the time to see what there is"
        return dataclasses.replace(found, notes=(*found.notes, note))
    notes = tuple(note for note in found.notes if note != NOTHING_FOUND)
    if choice.kinds == ("yes",):
        note = f"nothing with a date answers this: {rows} without a date may"
        return dataclasses.replace(found, rows=undated, notes=(*notes, note))
    note = f"nothing with a date answers this, but {rows} without a date may: ask without the time to see what there is"
    return dataclasses.replace(found, notes=(*notes, note))
