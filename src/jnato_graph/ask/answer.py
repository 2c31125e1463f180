"""From a chosen report to the answer: names looked up in the graph, the report run, its rows put in order."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jnato_graph.ask.both import in_both
from jnato_graph.ask.choose import Choice, Declined
from jnato_graph.ask.compared import rows_apart
from jnato_graph.ask.counting import Count, count_of
from jnato_graph.ask.denied import rows_denied
from jnato_graph.ask.direction import rows_directed
from jnato_graph.ask.lookup import look_up
from jnato_graph.ask.members import of_partners, with_early, without_group
from jnato_graph.ask.of_kind import rows_of_kind, rows_of_series, rows_without
from jnato_graph.ask.order import in_order
from jnato_graph.ask.patterns import columns_of
from jnato_graph.ask.undated import with_undated, without_times
from jnato_graph.ask.wider import first_wider
from jnato_graph.database import Connection
from jnato_graph.report import MAX_ROWS, TIMEOUT_SECONDS, Answer, SavedQuery, Value, run_query

if TYPE_CHECKING:
    from neo4j import Driver


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
        looked_up = session.execute_read(look_up, choice)
    if isinstance(looked_up, Declined):
        return looked_up
    values, notes = looked_up.values, list(looked_up.notes)
    columns = columns_of(choice.query)

    def rows(values: Mapping[str, Value]) -> Answer:
        found = run_query(choice.query, values, driver, connection, timeout=timeout, max_rows=max_rows)
        with driver.session(database=connection.database, default_access_mode="READ") as session:
            found = session.execute_read(rows_of_kind, found, choice, columns.get("who", ""))
            if choice.directed:
                found = session.execute_read(rows_directed, found, values.get("second", ""))
        found = rows_of_series(found, choice, columns.get("what", ""))
        found = rows_apart(rows_denied(found, choice)) if choice.apart else rows_denied(found, choice)
        return rows_without(found, choice.without) if choice.without else found

    found, doubtful = rows(values), looked_up.doubtful
    for parameter, key, name in looked_up.others if not found.rows else ():
        if (tried := rows(values | {parameter: key})).rows:
            notes.append(f"nothing is told of that under the name asked for: this is of {name} ({key})")
            values, found = values | {parameter: key}, tried
            break
    if not found.rows:
        with driver.session(database=connection.database, default_access_mode="READ") as session:
            instead = session.execute_read(first_wider, choice, values, rows)
        if instead is not None:
            values, found, doubtful = instead.values, instead.answer, True
            notes += instead.notes
    if choice.both is not None:
        parameter, named = choice.both
        single = dataclasses.replace(
            choice, values={**choice.values, parameter: named.key or named.text}, names={parameter: named}
        )
        with driver.session(database=connection.database, default_access_mode="READ") as session:
            second = session.execute_read(look_up, single)
        if isinstance(second, Declined):
            return second
        found = in_both(found, rows({**values, parameter: second.values[parameter]}), columns, parameter)
    partners = of_partners(values.get("organisation", ""), choice.query)
    if partners:
        wide = with_early(found, rows(without_group(values)), partners, columns)
        doubtful = doubtful or wide is not found
        found = wide
    if (
        choice.rival
        and not doubtful
        and not choice.doubts
        and gives_the_same(choice.rival, found, driver, connection, timeout, max_rows)
    ):
        choice = dataclasses.replace(choice, sure=True, others=())
    choice = dataclasses.replace(choice, values=values)
    answered = bool(found.rows)
    if (timeless := without_times(values)) != values:
        found = with_undated(found, rows(timeless), choice, columns)
    found, overlaps = in_order(found, choice, columns)
    return Asked(
        question=choice.question,
        choice=choice,
        answer=dataclasses.replace(found, notes=(*choice.notes, *notes, *found.notes)),
        sure=choice.sure and not doubtful and not overlaps and answered,
        remarks=remarks_on(choice),
        count=count_of(found, choice, columns),
    )


def gives_the_same(
    rival: Choice, found: Answer, driver: Driver, connection: Connection, timeout: float, max_rows: int
) -> bool:
    """Whether another report rests on the same sentences as the answer, so that it is no matter which one is meant."""
    with driver.session(database=connection.database, default_access_mode="READ") as session:
        told = session.execute_read(look_up, rival)
    if isinstance(told, Declined) or told.doubtful or not found.rows:
        return False
    other = run_query(rival.query, told.values, driver, connection, timeout=timeout, max_rows=max_rows)
    return sentences_of(other) == sentences_of(found) != frozenset()


def sentences_of(found: Answer) -> frozenset[str]:
    """The keys of the sentences that an answer leads to."""
    at = found.columns.index("sentenceKey") if "sentenceKey" in found.columns else -1
    return frozenset(str(row[at]) for row in found.rows if at >= 0)


def remarks_on(choice: Choice) -> tuple[str, ...]:
    """Why a choice is not sure, and which other reports are close."""
    said = []
    if choice.left:
        said.append("not understood: " + ", ".join(choice.left))
    said += choice.doubts
    if choice.others:
        said.append(("close to it: " if said or choice.sure else "fits as well: ") + ", ".join(choice.others))
    return tuple(said)
