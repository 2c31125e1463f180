"""Which of several entities of one name is meant: the event that the reference data lists, before all others.

One summit stands in the graph by several names where documents give neither its year nor its number.
"""

from __future__ import annotations

from collections.abc import Sequence

from jnato_graph.reference import load_reference
from jnato_graph.report.names import Named


def listed_event(meant: Sequence[Named]) -> tuple[Named, ...]:
    """Of several events of a name the one that is listed with its date; all of them where that is none or several."""
    listed = tuple(each for each in meant if _is_dated_event(each))
    return listed if len(meant) > 1 and len(listed) == 1 else tuple(meant)


def listed_first(entity: Named, others: Sequence[Named]) -> tuple[Named, tuple[Named, ...]]:
    """What is meant by a name, and what else goes by it: the one listed event among them is meant."""
    listed = [each for each in others if _is_dated_event(each)]
    if "Event" not in entity.labels or _is_dated_event(entity) or len(listed) != 1:
        return entity, tuple(others)
    return listed[0], (entity, *(each for each in others if each is not listed[0]))


def _is_dated_event(entity: Named) -> bool:
    known = load_reference().entities.get(entity.key)
    return known is not None and known.label == "Event" and bool(known.since)
