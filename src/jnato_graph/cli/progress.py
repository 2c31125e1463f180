"""Progress of long work on stderr: a bar with rate and time left on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

FIRST_SECONDS: Final = 15.0
"""Off a terminal, work that is done sooner says nothing on its way."""
NEXT_SECONDS: Final = 30.0

type Step = Callable[[str], None]
"""Called with the name of each thing that is done."""


@contextmanager
def progress(
    doing: str,
    total: int | None,
    *,
    unit: str = "documents",
    late: bool = False,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Step]:
    """Gives a function to call when one of the `total` things is done; without a total there is no time left to tell.

    `doing` says what is done, as "Reading". With `late` the bar comes with the first thing done, so that what goes
    before (a database that is fetched) may draw a bar of its own. Nothing goes to stdout.
    """
    if sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        with _bar(doing, total, unit, clock, late=late) as step:
            yield step
    else:
        yield _Lines(doing, total, unit, clock).step


@contextmanager
def _bar(doing: str, total: int | None, unit: str, clock: Callable[[], float], *, late: bool) -> Iterator[Step]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, ProgressColumn, SpinnerColumn, Task, TextColumn, TimeElapsedColumn
    from rich.table import Column
    from rich.text import Text

    from jnato_graph.report.escape import one_line

    class Rate(ProgressColumn):
        """How fast it goes, and how long it will go on so."""

        def render(self, task: Task) -> Text:
            """The two in words; nothing before they can be told."""
            speed = task.finished_speed or task.speed
            left = task.time_remaining
            told = [rate(speed, unit)] if speed else []
            told += [f"{duration(left)} left"] if left is not None and not task.finished else []
            return Text(", ".join(told), style="progress.remaining")

    rest_of_line = Column(no_wrap=True, overflow="ellipsis", ratio=1)
    columns: tuple[ProgressColumn, ...] = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=20),
        TextColumn("{task.completed:,.0f}" + (f"/{total:,}" if total else f" {unit}"), markup=False),
        Rate(),
        TimeElapsedColumn(),
        # Last and cut off where the line ends, so that a long path moves nothing.
        TextColumn("{task.fields[name]}", markup=False, table_column=rest_of_line),
    )
    shown = Progress(*columns, console=Console(stderr=True), transient=True, expand=True, get_time=clock)
    task = shown.add_task(doing, total=total, name="")

    def step(name: str) -> None:
        shown.start()  # does nothing when it has begun
        shown.update(task, advance=1, name=one_line(name))

    try:
        if not late:
            shown.start()
        yield step
    finally:
        shown.stop()


def count_sources(paths: Iterable[Path]) -> int:
    """How many files there are to read under `paths`, without opening one."""
    from jnato_graph.read.sources import find_sources, only_sources

    return sum(1 for _ in only_sources(find_sources(list(paths))))


class _Lines:
    """Plain lines for logs: the first after a while, so that quick work leaves none."""

    def __init__(self, doing: str, total: int | None, unit: str, clock: Callable[[], float]) -> None:
        self._doing, self._total, self._unit, self._clock = doing, total, unit, clock
        self._next = clock() + FIRST_SECONDS
        self._first = 0.0
        self._count = 0

    def step(self, name: str) -> None:  # noqa: ARG002 - a bar shows it
        """Count one, and say so if it is time."""
        self._count += 1
        now = self._clock()
        if self._count == 1:
            self._first = (
                now  # the rate is told from here: what was started before (a model, a database) is no part of it
            )
        if now < self._next:
            return
        self._next = now + NEXT_SECONDS
        told = [f"{self._count:,}" + (f" of {self._total:,}" if self._total else "") + f" {self._unit}"]
        if self._count > 1:
            speed = (self._count - 1) / max(now - self._first, 0.001)
            told.append(rate(speed, self._unit))
            if self._total and self._total > self._count:
                told.append(f"about {duration((self._total - self._count) / speed)} left")
        sys.stderr.write(f"{self._doing}: {', '.join(told)}\n")
        sys.stderr.flush()


def rate(speed: float, unit: str) -> str:
    """`speed` (things a second) in words: `12.5 documents/s`, or `4.0 s each` where it is less than one."""
    return f"{speed:,.1f} {unit}/s" if speed >= 1 else f"{1 / speed:,.1f} s each"


def duration(seconds: float) -> str:
    """`45 s`, `3 min 20 s`, `2 h 5 min`."""
    whole = max(round(seconds), 0)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"
