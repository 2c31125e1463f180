"""The rows of those that are what the question asks for: no persons of "which countries", no France "besides" it."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from jnato_graph.ask.choose import NO_PERSON, Choice
from jnato_graph.ask.narrowed import narrowed
from jnato_graph.ask.series import is_of_kind
from jnato_graph.report import Answer

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

_EVENT: Final = "event"
_OF_CLAIMS: Final = frozenset({"claimKey", "sentenceKey"})
_LABELS = "MATCH (entity:Entity) WHERE entity.key IN $keys RETURN entity.key AS key, $label IN labels(entity) AS fits"


def rows_of_kind(transaction: ManagedTransaction, found: Answer, choice: Choice, column: str) -> Answer:
    """The answer with only the rows whose `column` names something with the label asked for; a note tells the rest.

    As it is where the question names no kind, names the one in `column` itself, or asks for what stands at the other
    end: then no row fits.
    """
    at = found.columns.index(f"{column}Key") if f"{column}Key" in found.columns else -1
    if not choice.label or at < 0 or column in choice.names:
        return found
    keys = sorted({str(row[at]) for row in found.rows})
    without = choice.label == NO_PERSON
    label = "Person" if without else choice.label
    fitting = {each["key"] for each in transaction.run(_LABELS, keys=keys, label=label) if each["fits"] != without}
    rows = tuple(row for row in found.rows if row[at] in fitting)
    said = "of persons" if without else f"of others than {label.lower()}s"
    return narrowed(found, rows, said) if rows or without else found


def rows_without(found: Answer, left_out: Collection[str]) -> Answer:
    """The answer without the rows of those that the question leaves out ("besides France"): keys or names."""
    ends = [at for at, column in enumerate(found.columns) if column.endswith("Key") and column not in _OF_CLAIMS]
    names = [at for at, column in enumerate(found.columns) if f"{column}Key" in found.columns]
    rows = tuple(
        row
        for row in found.rows
        if not any(row[at] in left_out for at in ends) and not any(str(row[at]) in left_out for at in names)
    )
    others = len(found.rows) - len(rows)
    if not others:
        return found
    said = f"what the question leaves out is not shown: {others} row{'s' if others > 1 else ''}"
    return dataclasses.replace(found, rows=rows, notes=(*found.notes, said))


def rows_of_series(found: Answer, choice: Choice, column: str) -> Answer:
    """The answer with only the rows of events of a kind ("NATO summits"): those listed as such, or called so."""
    at = found.columns.index(f"{column}Key") if f"{column}Key" in found.columns else -1
    if not choice.series or at < 0 or column != _EVENT:
        return found
    name = found.columns.index(column)
    rows = (row for row in found.rows if is_of_kind(str(row[at]), str(row[name]), choice.series))
    return narrowed(found, rows, "of events of another kind")
