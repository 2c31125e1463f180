"""Visits in the direction that a question tells: who went to Lithuania is not who came from there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jnato_graph.ask.ends import OBJECT, SUBJECT
from jnato_graph.ask.filling import Slots
from jnato_graph.ask.narrowed import narrowed
from jnato_graph.ask.patterns import Pattern
from jnato_graph.ask.reading import Reading
from jnato_graph.report import Answer, Value

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

VISITED: Final = "VISITED"
_SIDE: Final = """
MATCH (whom:Entity)
WHERE whom.key IN $keys
  AND (whom.key = $side OR EXISTS { (whom)-[:LOCATED_IN|HOLDS_POSITION_IN]->(:Entity {key: $side}) })
RETURN whom.key AS key
"""


def is_directed(reading: Reading, pattern: Pattern, predicates: tuple[str, ...], slots: Slots) -> bool:
    """Whether a report of visits between two sides is asked for those to the second, and grammar tells which it is."""
    sides = {slot.side: slot.parameter.name for slot in pattern.slots if slot.wanted and not slot.preposition}
    second = slots.get(sides.get(OBJECT, ""))
    if predicates != (VISITED,) or SUBJECT not in sides or second is None:
        return False
    return any(each.predicate == VISITED and each.ends.get(second[0].start) == OBJECT for each in reading.triggers)


def rows_directed(transaction: ManagedTransaction, found: Answer, side: Value) -> Answer:
    """The answer with only the rows of visits to one side: a state, its places, and those who hold an office in it."""
    at = found.columns.index("whomKey") if "whomKey" in found.columns else -1
    if at < 0 or not found.rows:
        return found
    keys = sorted({str(row[at]) for row in found.rows})
    there = {record["key"] for record in transaction.run(_SIDE, keys=keys, side=side)}
    rows = tuple(row for row in found.rows if row[at] in there)
    return narrowed(found, rows, "of visits the other way") if rows else found
