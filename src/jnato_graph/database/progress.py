"""Progress of a download on stderr: a bar on a terminal, a few plain lines elsewhere (a log, CI)."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

MEGABYTE: Final = 1_000_000
STEPS: Final = 4  # plain lines on the way


@contextmanager
def download_progress(label: str, total: int) -> Iterator[Callable[[int], None]]:
    """Gives a function to call with the number of bytes that came in; it may be called from several threads."""
    mutex = threading.Lock()
    if sys.stderr.isatty():
        import click

        with click.progressbar(length=total, label=label, file=sys.stderr, show_eta=True, width=30) as bar:

            def advance(count: int) -> None:
                with mutex:
                    bar.update(count)

            yield advance
        return
    done = 0

    def report(count: int) -> None:
        nonlocal done
        with mutex:
            before, done = done, done + count
            if done * STEPS // total > before * STEPS // total:
                _line(f"  {done * 100 // total:3d} % ({done // MEGABYTE} MB)")

    _line(f"{label}: {total / MEGABYTE:.0f} MB")
    yield report


def _line(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
