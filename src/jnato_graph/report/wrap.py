"""Wraps text to columns of a terminal, of which a wide character takes two, and keeps the style of each word.

Written for answers of many thousands of rows, for which a general renderer takes minutes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from rich.cells import cell_len, chop_cells

STYLES: Final = {"": "", "bold": "\x1b[1m", "dim": "\x1b[2m"}
END: Final = "\x1b[0m"

type Word = tuple[str, str]
"""A word without blanks, and its style."""


def styled(text: str, style: str = "") -> list[Word]:
    """The words of a text of one style."""
    return [(word, style) for word in text.split(" ") if word]


def wrapped(words: Iterable[Word], width: int) -> list[list[Word]]:
    """`words` in lines of at most `width` columns; longer words are parted. One empty line where there is no word."""
    lines: list[list[Word]] = [[]]
    room = width
    for word, style in words:
        size = columns(word)
        if size > width:
            if lines[-1]:
                lines.append([])
            lines[-1:] = [[(part, style)] for part in chop_cells(word, width)]
            room = width - columns(lines[-1][0][0])
        elif size + bool(lines[-1]) <= room:
            room -= size + bool(lines[-1])
            lines[-1].append((word, style))
        else:
            lines.append([(word, style)])
            room = width - size
    return lines


def columns(text: str) -> int:
    """How many columns the text takes."""
    return len(text) if text.isascii() else cell_len(text)


def painted(line: Iterable[Word], *, colour: bool) -> str:
    """A line as text, with the terminal's escapes if `colour`."""
    return " ".join(_runs(line, colour=colour))


def _runs(line: Iterable[Word], *, colour: bool) -> Iterator[str]:
    for style, run in groupby(line, key=lambda word: word[1]):
        text = " ".join(word for word, _ in run)
        yield f"{STYLES[style]}{text}{END}" if colour and style else text


def padded(line: list[Word], width: int, *, right: bool, colour: bool) -> str:
    """A line as text of exactly `width` columns, blanks to its left if `right`."""
    blanks = " " * (width - sum(columns(word) for word, _ in line) - max(len(line) - 1, 0))
    text = painted(line, colour=colour)
    return blanks + text if right else text + blanks
