"""An answer in the order asked for: what was first or last, and when or where before all else."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Final

from jnato_graph.ask.choose import Choice
from jnato_graph.report import Answer
from jnato_graph.report.cells import Cell

_LATER: Final = "~"  # behind every digit and hyphen
_DAY: Final = len("2024-07-19")


def in_order(found: Answer, choice: Choice, columns: Mapping[str, str]) -> tuple[Answer, bool]:
    """The answer with the column asked for ("when", "where") first, and its rows by time for "first" and "last".

    Also whether the time asked for is open: which is the first or last, since a date is less exact ("2024" may be
    before July of it), or when it was, since no row has a date of that.
    """
    order = list(range(len(found.columns)))
    for kind in reversed([kind for kind in choice.kinds if kind in ("when", "where")]):
        column = columns.get(kind)
        if column in found.columns:
            at = found.columns.index(column)
            order.remove(at)
            order.insert(0, at)
    rows, open_ = found.rows, False
    when = columns.get("when")
    if choice.order and when in found.columns:
        key = f"{columns.get('what')}Key"
        what = found.columns.index(key if key in found.columns else when)
        rows, open_ = _by_time(found.rows, found.columns.index(when), what, last=choice.order == "last")
    notes = (f"it is not known which was {choice.order}: some dates are less exact than others",) if open_ else ()
    if rows and "when" in choice.kinds and when in found.columns:
        at = found.columns.index(when)
        if not any(is_date(row[at]) for row in rows):
            notes, open_ = (*notes, "no row tells when that was"), True
    return dataclasses.replace(
        found,
        columns=tuple(found.columns[at] for at in order),
        rows=tuple(tuple(row[at] for at in order) for row in rows),
        notes=(*found.notes, *notes),
    ), open_


def _by_time(
    rows: Sequence[tuple[Cell, ...]], at: int, what: int, *, last: bool
) -> tuple[tuple[tuple[Cell, ...], ...], bool]:
    """The rows by the date in a column, those without one behind; and whether a less exact date may go before.

    `what`: the column that tells what is dated.

    A month or year stands behind all days in it, whichever way the rows go, so that no date leads for being vague.
    """
    dated = [row for row in rows if is_date(row[at])]
    dated.sort(key=lambda row: str(row[at]) + ("" if last else _LATER), reverse=last)
    open_ = bool(dated) and any(
        _overlap(str(dated[0][at]), str(row[at])) for row in dated if row[what] != dated[0][what]
    )
    return (*dated, *(row for row in rows if not is_date(row[at]))), open_


def _overlap(date: str, other: str) -> bool:
    """Whether it is open which of two dates is the earlier one; two of the same day are alike."""
    same_day = date == other and len(date) == _DAY
    return not same_day and (date.startswith(other) or other.startswith(date))


def is_date(cell: Cell) -> bool:
    """Whether a cell of a column of dates holds one."""
    return isinstance(cell, str) and cell[:4].isdigit()
