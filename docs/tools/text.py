"""Pieces of Markdown that the generated pages share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

NOTE: Final = "*This page is written from {source} by `make docs-pages`; a test holds it current.*"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; the cells are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def cell(text: str) -> str:
    """`text` in one cell of a table, as it is."""
    shown = " ".join(text.split())
    for character in r"\`*_<>|[]$":
        shown = shown.replace(character, "\\" + character)
    return shown
