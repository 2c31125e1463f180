"""What a terminal gets: colour and paging only where one is, and no character that would act on it."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from typing import Final, TextIO

import click

WIDTH_OFF_TERMINAL: Final = 100
_LINES: Final = 24

pager_option = click.option("--pager/--no-pager", default=True, help="Page what is longer than the terminal.")


def wants_colour(stream: TextIO | None = None) -> bool:
    """Whether to colour what goes to `stream` (stdout): a terminal that can, and nobody set `NO_COLOR`."""
    return (stream or sys.stdout).isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def size() -> tuple[int, int]:
    """Columns and lines: of the terminal, or those of `COLUMNS` and `LINES`, or usual ones where there is neither."""
    return shutil.get_terminal_size((WIDTH_OFF_TERMINAL, _LINES))


def show(text: str, *, pager: bool = True, colour: bool | None = None) -> None:
    """Print `text`; page it where stdout is a terminal, the text longer than that, and a pager there."""
    colour = wants_colour() if colour is None else colour
    if pager and _is_interactive() and _is_long(text) and _has_pager():
        if colour:
            os.environ.setdefault("LESS", "-R")  # what a person set stands; without it less shows escapes as text
        click.echo_via_pager(text, color=colour)
    else:
        click.echo(text, nl=False, color=colour)


def say(text: object, *, err: bool = False) -> None:
    """Print a line in which names and paths may stand: characters that would act on a terminal are written out."""
    from jnato_graph.report.escape import visible

    click.echo(visible(str(text), keep="\n"), err=err)


def _is_interactive() -> bool:
    return sys.stdout.isatty() and sys.stdin.isatty() and os.environ.get("TERM") != "dumb"


def _is_long(text: str) -> bool:
    """Whether it takes more lines than the terminal has, long lines counted as often as they are wrapped."""
    columns, lines = size()
    return sum(-(-len(line) // columns) or 1 for line in text.splitlines()) >= lines


def _has_pager() -> bool:
    """Whether the pager that `PAGER` names, else less, can be started. Without one there is no paging."""
    try:
        words = shlex.split(os.environ.get("PAGER", "")) or ["less"]
    except ValueError:
        return False
    return shutil.which(words[0]) is not None
