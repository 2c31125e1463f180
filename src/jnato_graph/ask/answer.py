"""From a chosen report to the answer: names looked up in the graph, the report run, its columns put in order."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jnato_graph.ask.choose import Choice, Declined
from jnato_graph.ask.counting import Count, count_of
from jnato_graph.ask.graph_names import at_year, meant_in_graph, of_series, others_of_name
from jnato_graph.ask.named import Named
from jnato_graph.ask.of_kind import rows_of_kind, rows_without
from jnato_graph.ask.patterns import columns_of
from jnato_graph.database import Connection
from jnato_graph.report import MAX_ROWS, TIMEOUT_SECONDS, Answer, ParameterType, SavedQuery, Value, run_query
from jnato_graph.report.cells import Cell

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction

_HELD: Final = frozenset({"Event", "Exercise"})
_LookedUp = tuple[dict[str, Value], list[str], bool, Sequence[tuple[str, str, str]]]
_TIMES: Final = ("when", "from", "to")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question and its answer: the report that was chosen with its parameters, and the rows.

    `sure` is false where something in the question was not accounted for, another report is as near, a name may mean
    more than what was taken, or nothing was found, which another name or report may have; `remarks` and notes say what.
    `count` answers "how many".
    """

    question: str
    choice: Choice
    answer: Answer
    sure: bool
    remarks: tuple[str, ...] = ()
    count: Count | None = None

    @property
    def query(self) -> SavedQuery:
        """The report that was chosen."""
        return self.choice.query

    @property
    def parameters(self) -> dict[str, Value]:
        """The parameters that were taken from the question, names turned into keys."""
        return {name: self.answer.values[name] for name in self.choice.values}


def answer(
    choice: Choice,
    driver: Driver,
    connection: Connection,
    *,
    timeout: float = TIMEOUT_SECONDS,
    max_rows: int = MAX_ROWS,
) -> Asked | Declined:
    """Run the chosen report. A name that is not in the graph declines the question, with the nearest names."""
    with driver.session(database=connection.database, default_access_mode="READ") as session:
        looked_up = session.execute_read(_look_up, choice)
    if isinstance(looked_up, Declined):
        return looked_up
    values, notes, doubtful, others = looked_up
    columns = columns_of(choice.query)

    def rows(values: Mapping[str, Value]) -> Answer:
        found = run_query(choice.query, values, driver, connection, timeout=timeout, max_rows=max_rows)
        with driver.session(database=connection.database, default_access_mode="READ") as session:
            found = session.execute_read(rows_of_kind, found, choice, columns.get("who", ""))
        return rows_without(found, choice.without) if choice.without else found

    found = rows(values)
    for parameter, key, name in others if not found.rows else ():
        if (tried := rows(values | {parameter: key})).rows:
            notes = [*notes, f"nothing is told of that under the name asked for: this is of {name} ({key})"]
            values, found = values | {parameter: key}, tried
            break
    choice = dataclasses.replace(choice, values=values)
    if (timeless := _without_times(values)) != values:
        notes = [*notes, *_undated(rows(timeless), found, columns)]
    found = _in_order(dataclasses.replace(found, notes=(*choice.notes, *notes, *found.notes)), choice, columns)
    return Asked(
        question=choice.question,
        choice=choice,
        answer=found,
        sure=choice.sure and not doubtful and bool(found.rows),
        remarks=remarks_on(choice),
        count=count_of(found, choice, columns),
    )


def remarks_on(choice: Choice) -> tuple[str, ...]:
    """Why a choice is not sure, and which other reports are close."""
    said = []
    if choice.left:
        said.append("not understood: " + ", ".join(choice.left))
    said += choice.doubts
    if choice.others:
        said.append(("close to it: " if said or choice.sure else "fits as well: ") + ", ".join(choice.others))
    return tuple(said)


def _look_up(transaction: ManagedTransaction, choice: Choice) -> _LookedUp | Declined:
    """The values with the keys that the names have in the graph, notes on what a name was taken for, whether one of
    them may mean more, and what that is: parameter, key and name.
    """
    if transaction.run("MATCH (document:Document) RETURN 1 LIMIT 1").single() is None:
        return dict(choice.values), [], False, ()  # an empty graph is told as such by the report
    values, notes, doubtful, more = dict(choice.values), [], False, []
    types = {parameter.name: parameter.type for parameter in choice.query.parameters}
    for parameter, named in choice.names.items():
        value = str(values[parameter])
        key = value if value != named.text or named.key == value else ""
        found = at_year(meant_in_graph(transaction, named, key, types[parameter].labels), _year(choice))
        if len(found.meant) == 1:
            entity = found.meant[0]
            values[parameter] = entity.key
            if entity.labels & _HELD:
                values = _without_own_year(values, entity.key)
            if entity.name.casefold() != named.text.casefold():
                notes.append(f"{named.text} was taken for {entity.name} ({entity.key})")
            if others := others_of_name(transaction, entity):
                names = "; ".join(name for _, name in others)
                notes.append(f"more has that name, and is asked for by its own: {names}")
                more += [(parameter, key, name) for key, name in others]
                doubtful = True
        elif found.meant:
            return _unknown(choice, f"{named.text} may be several in the graph", [each.name for each in found.meant])
        elif year := _of_series(transaction, choice, named, types):
            values |= {parameter: year[0], **year[1]}
            when = "that year" if year[1] else "any year"
            notes.append(f"{named.text} is no name in the graph: it is read as {year[0]} of {when}")
            doubtful = True
        elif not (named.listed and key):
            return _unknown(
                choice, f"the graph knows nobody and nothing called {named.text}", [each.name for each in found.nearest]
            )
        # A listed name of which no document speaks: the report says so, and gives no row.
    return values, notes, doubtful, more


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


def _without_times(values: dict[str, Value]) -> dict[str, Value]:
    return {name: "" if name in _TIMES else value for name, value in values.items()}


def _undated(every: Answer, found: Answer, columns: dict[str, str]) -> Iterator[str]:
    """A note on the rows that have no date, where a question tells a time: they may be what is asked for.

    `every`: the answer without the time, `found` with it.
    """
    when = columns.get("when")
    if when in every.columns:
        at = every.columns.index(when)
        shown = set(map(repr, found.rows))
        if count := sum(not _is_date(row[at]) and repr(row) not in shown for row in every.rows):
            are = "1 row without a date is" if count == 1 else f"{count:,} rows without a date are"
            yield f"{are} left out: ask without the time to see what there is"


def _in_order(found: Answer, choice: Choice, columns: dict[str, str]) -> Answer:
    """The answer with the column asked for ("when", "where") first, and its rows by time for "first" and "last"."""
    order = list(range(len(found.columns)))
    for kind in reversed([kind for kind in choice.kinds if kind in ("when", "where")]):
        column = columns.get(kind)
        if column in found.columns:
            at = found.columns.index(column)
            order.remove(at)
            order.insert(0, at)
    rows = list(found.rows)
    when = columns.get("when")
    if choice.order and when in found.columns:
        at = found.columns.index(when)
        dated = [row for row in rows if _is_date(row[at])]
        rows = sorted(dated, key=lambda row: str(row[at]), reverse=choice.order == "last") + [
            row for row in rows if not _is_date(row[at])
        ]
    return dataclasses.replace(
        found,
        columns=tuple(found.columns[at] for at in order),
        rows=tuple(tuple(row[at] for at in order) for row in rows),
    )


def _is_date(cell: Cell) -> bool:
    return isinstance(cell, str) and cell[:4].isdigit()
