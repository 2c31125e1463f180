"""An answer as a table for the terminal, or, where that is too narrow, as one block of lines for each row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from jnato_graph.report.answer import EVIDENCE, SOURCE_COLUMNS, Answer, heading
from jnato_graph.report.cells import Cell, words
from jnato_graph.report.escape import one_line
from jnato_graph.report.wrap import Word, columns, padded, painted, styled, wrapped

NARROWEST: Final = 20
# Short cells longer than this are wrapped, and the evidence has at least so much: the first of these pairs that fits.
# A narrower sentence is unpleasant to read: then blocks.
WIDTHS: Final = ((60, 80), (44, 60), (28, 40))
_BOUNDS: Final = frozenset({"limit", "minConfidence"})
GAP: Final = 3
INDENT: Final = 3


def render_table(answer: Answer, *, width: int = 100, colour: bool = False) -> str:
    """The answer as text of at most `width` columns; with `colour`, with the terminal's escapes for it.

    Under the title stand the parameters that say what it is about, those left at their defaults too.
    Columns that are empty in all rows and keys are left out. The sentence and its source share one column.
    """
    return "".join(f"{line.rstrip()}\n" for line in _lines(answer, max(width, NARROWEST), colour=colour))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """A short column: its heading, the cells as they are shown, and how wide the widest is."""

    head: str
    cells: tuple[str, ...]
    numbers: bool
    width: int


def _lines(answer: Answer, width: int, *, colour: bool) -> Iterator[str]:
    for line in wrapped(styled(one_line(answer.query.title), "bold"), width):
        yield painted(line, colour=colour)
    if about := _about(answer):
        for line in wrapped(styled(one_line(about), "dim"), width):
            yield painted(line, colour=colour)
    if answer.rows:
        short = _short_columns(answer)
        sizes = _sizes(short, width, evidence=_has_evidence(answer))
        if sizes is None:
            yield from _blocks(answer, short, width, colour=colour)
        else:
            yield from _table(answer, short, sizes, width, colour=colour)
    rows = len(answer.rows)
    count = f"{'first ' if answer.truncated else ''}{rows} row{'' if rows == 1 else 's'}"
    yield painted(styled(count, "dim"), colour=colour)


def _about(answer: Answer) -> str:
    """The parameters that are set to anything: "actor france · organisation nato"; without bounds of what is shown."""
    told = {name: value for name, value in answer.values.items() if value not in ("", "any", [], None)}
    said = ((name, ", ".join(value) if isinstance(value, list) else str(value)) for name, value in told.items())
    return " · ".join(f"{heading(name)} {value}" for name, value in said if name not in _BOUNDS)


def _has_evidence(answer: Answer) -> bool:
    return EVIDENCE in answer.columns


def _short_columns(answer: Answer) -> list[_Column]:
    apart = {EVIDENCE, *SOURCE_COLUMNS} if _has_evidence(answer) else set()
    found = []
    for at in answer.shown:
        if answer.columns[at] in apart or all(row[at] in (None, "", []) for row in answer.rows):
            continue
        head, cells = heading(answer.columns[at]), tuple(one_line(words(row[at])) for row in answer.rows)
        numbers = all(isinstance(row[at], int | float) for row in answer.rows)
        width = max(columns(text) for text in (head, *cells))
        found.append(_Column(head=head, cells=cells, numbers=numbers, width=width))
    return found


def _sizes(short: list[_Column], width: int, *, evidence: bool) -> list[int] | None:
    """Widths of the short columns that leave enough room for the sentences, or for each other; None for blocks."""
    for widest, sentence in WIDTHS:
        sizes = [min(column.width, widest) for column in short]
        wanted = sum(sizes) + GAP * max(len(sizes) - 1, 0)
        if wanted + (GAP + sentence if evidence else 0) <= width:
            return sizes
    return None


def _table(answer: Answer, short: list[_Column], sizes: list[int], width: int, *, colour: bool) -> Iterator[str]:
    evidence = _has_evidence(answer)
    aligned = [column.numbers for column in short]
    heads = [column.head for column in short]
    if evidence:
        sizes, aligned, heads = [*sizes, width - sum(sizes) - GAP * len(sizes)], [*aligned, False], [*heads, EVIDENCE]

    def laid_out(cells: list[list[list[Word]]]) -> Iterator[str]:
        for line in zip_longest(*cells, fillvalue=[]):
            parts = zip(line, sizes, aligned, strict=True)
            yield (" " * GAP).join(padded(words, size, right=right, colour=colour) for words, size, right in parts)

    yield from laid_out([wrapped(styled(head, "bold"), size) for head, size in zip(heads, sizes, strict=True)])
    yield "─" * (sum(sizes) + GAP * (len(sizes) - 1))
    for number, row in enumerate(answer.rows):
        cells = [
            wrapped(styled(column.cells[number], "" if position else "bold"), size)
            for position, (column, size) in enumerate(zip(short, sizes, strict=False))
        ]
        if evidence:
            cells.append(_evidence(answer, row, sizes[-1]))
        yield from laid_out(cells)
        if evidence:
            yield ""


def _evidence(answer: Answer, row: tuple[Cell, ...], width: int) -> list[list[Word]]:
    """The lines of the sentence, and below it where it stands."""
    record = dict(zip(answer.columns, row, strict=True))
    lines = []
    if sentence := one_line(words(record.get(EVIDENCE))):
        lines += wrapped(styled(sentence), width)
    parts = [part for column in SOURCE_COLUMNS if (part := one_line(words(record.get(column))))]
    if parts:
        lines += wrapped(styled("— " + ", ".join(parts), "dim"), width)
    return lines


def _blocks(answer: Answer, short: list[_Column], width: int, *, colour: bool) -> Iterator[str]:
    for number, row in enumerate(answer.rows):
        head = styled(f"{number + 1}.", "dim")
        first = True
        for position, column in enumerate(short):
            if not (shown := column.cells[number]):
                continue
            head += [] if first else styled("·", "dim")
            # The first column says what the row is about, and needs no name.
            head += styled(column.head, "dim") if position else []
            head += styled(shown, "" if position else "bold")
            first = False
        yield from (painted(line, colour=colour) for line in wrapped(head, width))
        if _has_evidence(answer):
            for line in _evidence(answer, row, width - INDENT):
                yield " " * INDENT + painted(line, colour=colour)
        yield ""
