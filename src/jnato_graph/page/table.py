"""The rows of an answer as a page shows them: short cells in the table, sentences and their sources by number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from jnato_graph.page.links import Link, web_link
from jnato_graph.page.subgraph import CLAIM, SENTENCE, Subgraph, texts
from jnato_graph.report.answer import EVIDENCE, SOURCE_COLUMNS, Answer, heading
from jnato_graph.report.cells import Cell, words
from jnato_graph.report.parameters import is_date

_APART: Final = frozenset({EVIDENCE, *SOURCE_COLUMNS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One cell: what it says, where it leads, and whether it is a number or a date."""

    heading: str
    text: str
    link: Link | None = None
    number: bool = False
    date: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row: its cells, the numbers of its sentences, and its evidence in `words` where the graph has none such."""

    number: int
    cells: tuple[Shown, ...]
    sentences: tuple[int, ...]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The headings (and whether a column is one of numbers) and rows; `evidence`: whether any row has evidence."""

    headings: tuple[tuple[str, bool], ...]
    lines: tuple[Line, ...]
    evidence: bool


def table(answer: Answer, graph: Subgraph, numbers: Mapping[str, int]) -> Table:
    """The table of an answer. Keys, and columns that are empty in all rows, are left out.

    Where rows lead to sentences, the columns of the sentence and its source stand in the list of evidence instead.
    """
    has_evidence = EVIDENCE in answer.columns or bool(numbers)
    shown = [
        at
        for at in answer.shown
        if not (has_evidence and answer.columns[at] in _APART)
        and any(row[at] not in (None, "", []) for row in answer.rows)
    ]
    are_numbers = {at: all(row[at] is None or type(row[at]) in (int, float) for row in answer.rows) for at in shown}
    supports: dict[str, list[str]] = {}
    for claim in graph.claims:
        supports.setdefault(claim.key, []).append(claim.sentence)
    lines = []
    for number, (row, record) in enumerate(zip(answer.rows, answer.records(), strict=True), start=1):
        keys = [key for column, cell in record.items() if column.lower().endswith(SENTENCE) for key in texts(cell)]
        keys += [
            sentence
            for column, cell in record.items()
            if column.lower().endswith(CLAIM)
            for claim_key in texts(cell)
            for sentence in supports.get(claim_key, ())
        ]
        found = tuple(dict.fromkeys(numbers[key] for key in keys if key in numbers))
        cells = []
        for at in shown:
            text = words(row[at])
            link = web_link(text) if answer.columns[at] == "source" else None
            cells.append(
                Shown(
                    heading=heading(answer.columns[at]),
                    text=text,
                    link=link,
                    number=are_numbers[at],
                    date=is_date(text),
                )
            )
        lost = "" if found or not has_evidence else _in_words(record)
        lines.append(Line(number=number, cells=tuple(cells), sentences=found, words=lost))
    headings = tuple((heading(answer.columns[at]), are_numbers[at]) for at in shown)
    return Table(headings=headings, lines=tuple(lines), evidence=any(line.sentences or line.words for line in lines))


def _in_words(record: Mapping[str, Cell]) -> str:
    """The sentence of a row and where it stands, as one text."""
    source = ", ".join(text for column in SOURCE_COLUMNS if (text := words(record.get(column))))
    return " — ".join(text for text in (words(record.get(EVIDENCE)), source) if text)
