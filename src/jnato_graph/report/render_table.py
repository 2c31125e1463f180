"""An answer as a table for the terminal, or, where that is too narrow, as one block of lines for each row."""

from __future__ import annotations

from io import StringIO
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from jnato_graph.report.answer import EVIDENCE, SOURCE_COLUMNS, Answer, heading
from jnato_graph.report.cells import Cell, words
from jnato_graph.report.escape import one_line

NARROWEST: Final = 20
WIDEST_CELL: Final = 28  # a longer short cell is wrapped
EVIDENCE_WIDTH: Final = 40  # less than this is unpleasant to read: then blocks
GAP: Final = 2


def render_table(answer: Answer, *, width: int = 100, colour: bool = False) -> str:
    """The answer as text of at most `width` columns; with `colour`, with the terminal's escapes for it.

    Columns that are empty in all rows and keys are left out. The sentence and its source share one column.
    """
    console = Console(
        file=StringIO(),
        width=max(width, NARROWEST),
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    console.print(Text(one_line(answer.query.title), style="bold"))
    if answer.rows:
        short = _short_columns(answer)
        if _fits(answer, short, console.width):
            console.print(_table(answer, short))
        else:
            _print_blocks(console, answer, short)
    rows = len(answer.rows)
    console.print(Text(f"{'first ' if answer.truncated else ''}{rows} row{'' if rows == 1 else 's'}", style="dim"))
    file = console.file
    assert isinstance(file, StringIO)  # noqa: S101 - it is the one given above
    return "".join(line.rstrip() + "\n" for line in file.getvalue().splitlines())


def _has_evidence(answer: Answer) -> bool:
    return EVIDENCE in answer.columns


def _short_columns(answer: Answer) -> list[int]:
    apart = {EVIDENCE, *SOURCE_COLUMNS} if _has_evidence(answer) else set()
    return [
        at
        for at in answer.shown
        if answer.columns[at] not in apart and any(row[at] not in (None, "", []) for row in answer.rows)
    ]


def _fits(answer: Answer, short: list[int], width: int) -> bool:
    """Whether the short columns leave enough room for the sentences, or for each other where there are none."""
    cells = [
        min(
            max([len(heading(answer.columns[at])), *(len(one_line(words(row[at]))) for row in answer.rows)]),
            WIDEST_CELL,
        )
        for at in short
    ]
    wanted = sum(cells) + GAP * (len(cells) + 1)
    return wanted + (EVIDENCE_WIDTH if _has_evidence(answer) else 0) <= width


def _table(answer: Answer, short: list[int]) -> Table:
    table = Table(box=SIMPLE_HEAD, padding=(0, GAP, 0, 0), pad_edge=False, show_edge=False, expand=False)
    for at in short:
        numbers = all(isinstance(row[at], int | float) for row in answer.rows)
        table.add_column(
            heading(answer.columns[at]),
            justify="right" if numbers else "left",
            max_width=WIDEST_CELL,
            style="bold" if at == short[0] else "",
            overflow="fold",
        )
    if _has_evidence(answer):
        table.add_column("evidence", ratio=1, overflow="fold")
    for row in answer.rows:
        cells = [Text(one_line(words(row[at]))) for at in short]
        if _has_evidence(answer):
            cells.append(_evidence(answer, row))
        table.add_row(*cells, end_section=False)
        if _has_evidence(answer):
            table.add_row()
    return table


def _evidence(answer: Answer, row: tuple[Cell, ...]) -> Text:
    """The sentence, and below it where it stands."""
    record = dict(zip(answer.columns, row, strict=True))
    text = Text()
    if sentence := one_line(words(record.get(EVIDENCE))):
        text.append(sentence)
    if source := _source(record):
        text.append(("\n" if sentence else "") + source, style="dim")
    return text


def _source(record: dict[str, Cell]) -> str:
    parts = [one_line(words(record.get(column))) for column in SOURCE_COLUMNS]
    return "— " + ", ".join(part for part in parts if part) if any(parts) else ""


def _print_blocks(console: Console, answer: Answer, short: list[int]) -> None:
    for number, row in enumerate(answer.rows, start=1):
        head = Text(f"{number}. ", style="dim")
        for position, at in enumerate(short):
            shown = one_line(words(row[at]))
            if position == 0:
                head.append(shown, style="bold")
            elif shown:
                head.append(" · ", style="dim").append(f"{heading(answer.columns[at])} ", style="dim").append(shown)
        console.print(head)
        if _has_evidence(answer) and (evidence := _evidence(answer, row)):
            console.print(Padding(evidence, (0, 0, 0, 3)))
        console.print()
