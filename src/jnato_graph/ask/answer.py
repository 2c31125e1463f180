"""From a chosen report to the answer: names looked up in the graph, the report run, its columns put in order."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jnato_graph.ask.choose import Choice, Declined
from jnato_graph.ask.graph_names import at_year, meant_in_graph
from jnato_graph.ask.of_kind import rows_of_kind
from jnato_graph.ask.patterns import columns_of
from jnato_graph.database import Connection
from jnato_graph.report import MAX_ROWS, TIMEOUT_SECONDS, Answer, SavedQuery, Value, run_query
from jnato_graph.report.cells import Cell

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction

_STATUS: Final = ("status", "position", "modality", "polarity")
_NOT_SO: Final = frozenset(
    {"did not", "denied", "negated", "not signed", "did not replace it", "no longer or not", "does not oppose",
     "does not support", "did not oppose", "did not support", "did not propose", "silent"}
)  # fmt: skip
_HELD: Final = frozenset({"Event", "Exercise"})
_TIMES: Final = ("when", "from", "to")
_NOT_YET: Final = frozenset({"planned", "possible"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What "how many" gives: so many different values of `column`, and of those only planned, possible or denied."""

    column: str
    number: int
    not_yet: int = 0
    denied: int = 0

    def __str__(self) -> str:
        besides = [f"{self.not_yet} only planned or possible"] if self.not_yet else []
        besides += [f"{self.denied} denied"] if self.denied else []
        return f"{self.number}" + (f" (besides, {' and '.join(besides)})" if besides else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question and its answer: the report that was chosen with its parameters, and the rows.

    `sure` is false where something in the question was not accounted for, or another report is as near; `remarks` say
    what. `count` answers "how many".
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
    values, notes = looked_up
    kept = {name: value for name, value in choice.values.items() if name in values}
    choice = dataclasses.replace(choice, values=kept)
    found = run_query(choice.query, values, driver, connection, timeout=timeout, max_rows=max_rows)
    columns = columns_of(choice.query)
    with driver.session(database=connection.database, default_access_mode="READ") as session:
        found = session.execute_read(rows_of_kind, found, choice, columns.get("who", ""))
    if not found.rows and (timeless := _without_times(values)) != values:
        every = run_query(choice.query, timeless, driver, connection, timeout=timeout, max_rows=max_rows)
        notes = [*notes, *_undated(every, columns)]
    found = _in_order(dataclasses.replace(found, notes=(*choice.notes, *notes, *found.notes)), choice, columns)
    return Asked(
        question=choice.question,
        choice=choice,
        answer=found,
        sure=choice.sure,
        remarks=remarks_on(choice),
        count=_count(found, choice, columns),
    )


def remarks_on(choice: Choice) -> tuple[str, ...]:
    """Why a choice is not sure, and which other reports are close."""
    said = []
    if choice.left:
        said.append("not understood: " + ", ".join(choice.left))
    said += choice.doubts
    if choice.others:
        said.append("close to it: " + ", ".join(choice.others))
    return tuple(said)


def _look_up(transaction: ManagedTransaction, choice: Choice) -> tuple[dict[str, Value], list[str]] | Declined:
    """The values with the keys that the names have in the graph, and notes on what a name was taken for."""
    if transaction.run("MATCH (document:Document) RETURN 1 LIMIT 1").single() is None:
        return dict(choice.values), []  # an empty graph is told as such by the report
    values, notes = dict(choice.values), []
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
        elif found.meant:
            return _unknown(choice, f"{named.text} may be several in the graph", [each.name for each in found.meant])
        elif not (named.listed and key):
            return _unknown(
                choice, f"the graph knows nobody and nothing called {named.text}", [each.name for each in found.nearest]
            )
        # A listed name of which no document speaks: the report says so, and gives no row.
    return values, notes


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


def _undated(found: Answer, columns: dict[str, str]) -> Iterator[str]:
    """A note on the rows that have no date, where a question tells a time: they may be what is asked for."""
    when = columns.get("when")
    if when in found.columns:
        at = found.columns.index(when)
        if count := sum(not _is_date(row[at]) for row in found.rows):
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


def _count(found: Answer, choice: Choice, columns: dict[str, str]) -> Count | None:
    """Distinct values of the column asked for; what is denied or not done yet is counted apart."""
    kinds = set(choice.kinds) & {"how-many", "how-often"}
    if not kinds:
        return None
    # Of those that took part in the same one, each has a row.
    held = columns.get("who") == "participant" and columns.get("what") in ("event", "exercise", "operation")
    if "how-often" in kinds:
        column = columns["what"] if held else "rows"
    else:
        column = columns.get(choice.counted, "") or columns.get("who") or columns.get("what") or "rows"
    keys: dict[str, set[object]] = {"so": set(), "not yet": set(), "denied": set(), "other": set()}
    for number, record in enumerate(found.records()):
        status = {str(record[name]) for name in _STATUS if name in record}
        if choice.silent and "position" in record:
            sort = "so" if "silent" in status else "other"
        else:
            sort = "denied" if status & _NOT_SO else "not yet" if status & _NOT_YET else "so"
        keys[sort].add(number if column == "rows" else str(record.get(f"{column}Key", record.get(column))))
    return Count(
        column=column,
        number=len(keys["so"]),
        not_yet=len(keys["not yet"] - keys["so"]),
        denied=len(keys["denied"] - keys["so"] - keys["not yet"]),
    )
