"""The names of a question as the graph has them: their keys, what else has the name, and when there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jnato_graph.ask.choose import Choice, Declined
from jnato_graph.ask.graph_names import HELD, at_year, meant_in_graph, of_series, others_of_name
from jnato_graph.ask.named import Named
from jnato_graph.ask.namesakes import listed_event, listed_first
from jnato_graph.report import ParameterType, Value
from jnato_graph.report.names import Named as Entity

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

_TIMES: Final = ("when", "from", "to")


@dataclass(slots=True)
class LookedUp:
    """The values with the keys that the names have in the graph, and notes on what a name was taken for.

    `doubtful`: one of them may mean more; `others`: what that is, as parameter, key and name.
    """

    values: dict[str, Value]
    notes: list[str] = field(default_factory=list)
    doubtful: bool = False
    others: list[tuple[str, str, str]] = field(default_factory=list)


def look_up(transaction: ManagedTransaction, choice: Choice) -> LookedUp | Declined:
    """The names of a choice looked up. One that the graph does not have declines it, with the nearest names."""
    told = LookedUp(dict(choice.values))
    if transaction.run("MATCH (document:Document) RETURN 1 LIMIT 1").single() is None:
        return told  # an empty graph is told as such by the report
    types = {parameter.name: parameter.type for parameter in choice.query.parameters}
    for parameter, named in choice.names.items():
        value = str(told.values[parameter])
        key = value if value != named.text or named.key == value else ""
        found = at_year(meant_in_graph(transaction, named, key, types[parameter].labels), _year(choice))
        meant = listed_event(found.meant)
        if len(meant) == 1:
            _take(transaction, told, parameter, named, meant[0])
        elif meant:
            return _unknown(choice, f"{named.text} may be several in the graph", [each.name for each in meant])
        elif year := _of_series(transaction, choice, named, types):
            told.values |= {parameter: year[0], **year[1]}
            when = "that year" if year[1] else "any year"
            told.notes.append(f"{named.text} is no name in the graph: it is read as {year[0]} of {when}")
            told.doubtful = True
        elif found.other:
            return _of_another_kind(choice, named, found.other[0])
        elif not (named.listed and key):
            return _unknown(
                choice, f"the graph knows nobody and nothing called {named.text}", [each.name for each in found.nearest]
            )
        # A listed name of which no document speaks: the report says so, and gives no row.
    return told


def _take(transaction: ManagedTransaction, told: LookedUp, parameter: str, named: Named, entity: Entity) -> None:
    """Take an entity for a name: that of the reference data, where others of the same name are not in it."""
    entity, others = listed_first(entity, others_of_name(transaction, entity))
    told.values[parameter] = entity.key
    if entity.labels & HELD:
        told.values = _without_own_year(told.values, entity.key)
    if entity.name.casefold() != named.text.casefold():
        told.notes.append(f"{named.text} was taken for {entity.name} ({entity.key})")
    if others:
        told.notes.append(f"{named.text} may also mean: {'; '.join(each.name for each in others)}")
        told.others += [(parameter, each.key, each.name) for each in others]
        told.doubtful = True


def _of_another_kind(choice: Choice, named: Named, entity: Entity) -> Declined:
    """What the graph has under a name, where the report takes no such thing."""
    label = next(iter(sorted(entity.labels - {"Entity", "Actor"})), "Entity").lower()
    message = f"{choice.query.name} does not take {named.text}, which in the graph is the {label} {entity.name}: "
    return _unknown(choice, f"{message}the reports thing-dossier and statements tell of it", [entity.name])


def _of_series(
    transaction: ManagedTransaction, choice: Choice, named: Named, types: Mapping[str, ParameterType]
) -> tuple[str, dict[str, Value]] | None:
    """The key of the series of an edition that the graph does not name, and its year as the report takes it."""
    parameter = next(name for name, each in choice.names.items() if each is named)
    found = of_series(transaction, named, types[parameter].labels)
    times = ("when",) if "when" in types else ("from", "to")
    if not found or any(choice.values.get(name) for name in _TIMES):
        return None
    entity, year = found
    return entity.key, dict.fromkeys(times, year) if set(times) <= types.keys() else {}


def _without_own_year(values: dict[str, Value], key: str) -> dict[str, Value]:
    """The values without the year of what is asked for, which only tells which one is meant: "RIMPAC back in 2024"."""
    times = {name: value for name in _TIMES if (value := values.get(name))}
    own = {str(value) for value in times.values()} == {key[-4:]} and key[-5:-4] == "-"
    return {name: value for name, value in values.items() if not (own and name in times)}


def _year(choice: Choice) -> str:
    """The one year of which a choice speaks, or ""."""
    years = {str(choice.values.get(name) or "")[:4] for name in _TIMES} - {""}
    return years.pop() if len(years) == 1 else ""


def _unknown(choice: Choice, message: str, suggestions: Sequence[str]) -> Declined:
    return Declined(
        question=choice.question, reason="unknown name", message=message, nearest=(choice.query,),
        suggestions=tuple(suggestions[:3]),
    )  # fmt: skip
