"""Progress of a download on stderr: a bar on a terminal, a few plain lines elsewhere (a log, CI)."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

MILLION: Final = 1_000_000
STEPS: Final = 4  # plain lines on the way


@contextmanager
def download_progress(label: str, total: int) -> Iterator[Callable[[int], None]]:
    """Gives a function to call with the number of bytes that came in; it may be called from several threads.

    A negative number takes back what is to be fetched again.
    """
    if sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
        with Progress(*columns, console=Console(stderr=True)) as bar:
            task = bar.add_task(label, total=total)
            yield lambda count: bar.advance(task, count)
        return
    done, told = 0, 0
    mutex = threading.Lock()

    def report(count: int) -> None:
        nonlocal done, told
        with mutex:
            done += count
            step = done * STEPS // total
            if step > told:
                told = step
                _line(f"  {done * 100 // total:3d} % ({done // MILLION} MB)")

    _line(f"{label}: {total / MILLION:.0f} MB")
    yield report


def _line(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
