"""Runs saved queries: checked to be read-only first, in a read transaction, with values only as parameters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from jnato_graph.database import Connection, explain
from jnato_graph.errors import JnatoError, ReportError, UsageError
from jnato_graph.report.answer import Answer
from jnato_graph.report.cells import Cell, plain
from jnato_graph.report.names import Found, find_named
from jnato_graph.report.parameters import Parameter, Value, read_values
from jnato_graph.report.saved_query import SavedQuery
from jnato_graph.report.unfinished import unfinished_documents

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction, Session
    from neo4j.exceptions import Neo4jError

MAX_ROWS: Final = 10_000
TIMEOUT_SECONDS: Final = 60.0
NOTHING_FOUND: Final = "nothing in the graph answers this"
READS: Final = "r"
# Procedures that only look into the database itself. Others may read files or the network, and are refused.
SAFE_PROCEDURES: Final = re.compile(
    r"db\.(?:index\.(?:fulltext|vector)\.query\w+|labels|relationshipTypes|propertyKeys)\b"
)
_GRAPH_IS_EMPTY: Final = "the graph is empty: load documents first, with jnato-graph load PATHS"
_LINE: Final = re.compile(r"line (\d+), column (\d+)")


def run_query(
    query: SavedQuery,
    given: Mapping[str, object],
    driver: Driver,
    connection: Connection,
    *,
    timeout: float = TIMEOUT_SECONDS,
    max_rows: int = MAX_ROWS,
) -> Answer:
    """The answer of a saved query. Values in `given` may be texts, and names where an entity is asked for.

    Raises UsageError for an unknown parameter, a value of the wrong type and a name that is not in the graph (with the
    nearest ones); ReportError when the query writes, is no right Cypher, or takes longer than `timeout` seconds;
    DatabaseError when the database fails. A graph without documents gives an answer without rows, and a note.
    """
    from neo4j import READ_ACCESS
    from neo4j.exceptions import DriverError, Neo4jError

    values = read_values(query.name, query.parameters, given)
    try:
        with driver.session(
            database=connection.database,
            default_access_mode=READ_ACCESS,
            notifications_min_severity="OFF",
            fetch_size=1000,
        ) as session:
            columns = check_reads_only(query, values, session)
            return _Run(query, values, frozenset(given), columns, timeout, max_rows).answer(session)
    except JnatoError:
        raise
    except Neo4jError as error:
        raise _explained(error, query, connection, timeout) from error
    except (DriverError, OSError) as error:
        raise explain(error, connection) from error


def check_reads_only(query: SavedQuery, values: Mapping[str, Value], session: Session) -> tuple[str, ...]:
    """The query's columns, when its plan (`EXPLAIN`) only reads. Raises ReportError, naming what writes, otherwise."""
    # As many line ends as the file has lines above the statement: then the database names lines as the file has them.
    text = "EXPLAIN" + ("\n" * (query.line - 1) or " ") + query.statement
    result = session.run(text, dict(values))
    columns = tuple(result.keys())
    summary = result.consume()
    where = f"{query.path}:{query.line}"
    operators = list(_operators(summary.plan)) if summary.plan else []
    if summary.query_type != READS:
        writing = sorted({name for name, _ in operators if _writes(name)})
        what = f" ({', '.join(writing)})" if writing else ""
        raise ReportError(f"{where}: the query writes or manages the database{what}; a report may only read")
    for name, details in operators:
        if name == "LoadCSV":
            raise ReportError(f"{where}: LOAD CSV reads from outside the database; a report may not")
        if name.startswith("ProcedureCall") and not SAFE_PROCEDURES.match(details):
            raise ReportError(f"{where}: procedure {details.split('(')[0]} is not one that a report may call")
    if not columns:
        raise ReportError(f"{where}: the query returns nothing; end it with RETURN")
    return columns


class _Run:
    """One run of a report: first what the names mean, then the rows, all in one transaction."""

    def __init__(
        self,
        query: SavedQuery,
        values: dict[str, Value],
        given: frozenset[str],
        columns: tuple[str, ...],
        timeout: float,
        max_rows: int,
    ) -> None:
        self.query, self.values, self.given, self.columns = query, values, given, columns
        self.timeout, self.max_rows = timeout, max_rows
        self.notes: list[str] = []

    def answer(self, session: Session) -> Answer:
        from neo4j import unit_of_work

        rows = session.execute_read(unit_of_work(timeout=self.timeout)(self._rows))
        truncated = len(rows) > self.max_rows
        return Answer(
            query=self.query,
            values=self.values,
            columns=self.columns,
            rows=tuple(rows[: self.max_rows]),
            truncated=truncated,
            notes=tuple(self.notes),
        )

    def _rows(self, transaction: ManagedTransaction) -> list[tuple[Cell, ...]]:
        self.notes = []  # a transaction may be tried again
        if transaction.run("MATCH (document:Document) RETURN 1 LIMIT 1").single() is None:
            self.notes.append(_GRAPH_IS_EMPTY)
            return []
        self.values = {
            parameter.name: self._key(transaction, parameter, self.values[parameter.name])
            for parameter in self.query.parameters
        }
        result = transaction.run(self.query.statement, dict(self.values))
        rows = [tuple(plain(cell) for cell in record.values()) for record in result.fetch(self.max_rows + 1)]
        if not rows and not self.notes:
            self.notes.append(NOTHING_FOUND)
        if unfinished := unfinished_documents(transaction):
            self.notes.append(_not_in_full(len(unfinished)))
        limit = self.values.get("limit")
        if isinstance(limit, int) and 0 < limit == len(rows) <= self.max_rows:
            self.notes.append(_at_limit(limit))
        return rows

    def _key(self, transaction: ManagedTransaction, parameter: Parameter, value: Value) -> Value:
        """The key of the entity that the value names; values of other types as they are."""
        if parameter.type.kind != "entity" or not isinstance(value, str) or not value:
            return value
        found = find_named(transaction, value, parameter.type.labels)
        if len(found.meant) == 1:
            entity = found.meant[0]
            if value not in (entity.key, entity.name):
                self.notes.append(f"{parameter.name}: {value} was taken for {entity.name} ({entity.key})")
            return entity.key
        nobody = not found.meant and not found.other
        if nobody and (parameter.name not in self.given or _is_listed(value)):
            self.notes.append(f"{parameter.name}: no document in the graph names {value}")
            return value
        raise UsageError(f"report {self.query.name}: parameter {parameter.name!r}: {_unknown(value, parameter, found)}")


def _not_in_full(count: int) -> str:
    documents = "1 document is" if count == 1 else f"{count:,} documents are"
    return f"{documents} not loaded in full, and may be missing here: jnato-graph doctor says which to load again"


def _at_limit(limit: int) -> str:
    rows = "1 row" if limit == 1 else f"{limit:,} rows"
    return f"{rows}, as many as `limit` allows: there may be more (--param limit={5 * limit})"


def _is_listed(key: str) -> bool:
    """Whether the reference data has this key: then it is right, and only no document speaks of it."""
    from jnato_graph.reference import load_reference

    return key in load_reference().entities


def _unknown(value: str, parameter: Parameter, found: Found) -> str:
    if found.meant:
        which = ", ".join(entity.key for entity in found.meant)
        return f"{value!r} names more than one; give the key: {which}"
    label = str(parameter.type).removeprefix("optional ")
    if found.other:
        kinds = ", ".join(sorted(found.other[0].labels - {"Entity", "Actor"}))
        said = f"{value!r} is no {label} but a {kinds}"
    else:
        said = f"the graph has no {label} of the name {value!r}"
    if found.nearest:
        said += "; did you mean " + ", ".join(f"{e.key} ({e.name})" for e in found.nearest) + "?"
    return said


def _operators(plan: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each operator of a plan with its details."""
    yield str(plan["operatorType"]).partition("@")[0], str(plan.get("args", {}).get("Details", ""))
    for child in plan.get("children", ()):
        yield from _operators(child)


def _writes(operator: str) -> bool:
    return operator.startswith(("Create", "Merge", "Delete", "DetachDelete", "Set", "Remove", "Drop", "Foreach"))


def _explained(error: Neo4jError, query: SavedQuery, connection: Connection, timeout: float) -> JnatoError:
    code, message = str(error.code or ""), " ".join(str(error.message or error).split())
    if "TransactionTimedOut" in code:
        return ReportError(
            f"report {query.name} took longer than {timeout:g} s and was stopped; narrow it by its parameters, "
            "or give it more time with --timeout"
        )
    if "Statement" in code:
        at = _LINE.search(message)
        line = int(at[1]) if at and int(at[1]) >= query.line else query.line
        return ReportError(f"{query.path}:{line}: the database does not take the query: {message}")
    if "ProcedureCallFailed" in code or "ArgumentError" in code:
        return UsageError(f"report {query.name}: the database does not take a parameter's value: {message}")
    return explain(error, connection)
