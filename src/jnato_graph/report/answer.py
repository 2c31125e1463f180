"""What running a report gives, and which of its columns belong together when they are shown."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from typing import Final

from jnato_graph.report.cells import Cell
from jnato_graph.report.parameters import Value
from jnato_graph.report.saved_query import SavedQuery

EVIDENCE: Final = "evidence"
SOURCE_COLUMNS: Final = ("document", "publisher", "published", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The rows of a report. `values` are the parameters used, names already turned into keys.

    `truncated`: there were more rows than asked for. `notes` tell a person what else matters: what a name was taken
    for, that the graph is empty or lacks parts of documents, that there is no row, that `limit` may have left out some.
    """

    query: SavedQuery
    values: dict[str, Value]
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    truncated: bool = False
    notes: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[int, ...]:
        """Positions of the columns that a person reads: keys are left to the formats for programs."""
        return tuple(at for at, name in enumerate(self.columns) if not name.endswith(("Key", "Keys")))

    def records(self) -> list[dict[str, Cell]]:
        """The rows as dictionaries by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def option(name: str, value: Value) -> str:
    """A parameter as the command line takes it."""
    text = ",".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"--param {shlex.quote(f'{name}={text}')}"


def command(answer: Answer) -> str:
    """The command that asks for the same again: with all values that are not the defaults."""
    defaults = {parameter.name: parameter.default for parameter in answer.query.parameters}
    options = [option(name, value) for name, value in answer.values.items() if value != defaults[name]]
    return " ".join(["jnato-graph report run", answer.query.name, *options])


def heading(column: str) -> str:
    """A column's name in words: `firstDate` → "first date"."""
    return "".join(f" {character.lower()}" if character.isupper() else character for character in column).strip()
