"""Runs Python programs with a terminal for their output."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import pytest


def run_on_terminal(
    program: str, *arguments: str, columns: int = 80, lines: int = 24, stdout_only: bool = False, **environment: str
) -> str:
    """What a Python program shows whose stdin and stderr and, unless `stdout_only`, stdout are a terminal."""
    pty = pytest.importorskip("pty")
    master, slave = pty.openpty()
    usual = {"TERM": "xterm", "COLUMNS": str(columns), "LINES": str(lines)}
    without = ("NO_COLOR", "PAGER", "LESS")
    process = subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdin=slave,
        stdout=subprocess.PIPE if stdout_only else slave,
        stderr=slave,
        env={name: value for name, value in os.environ.items() if name not in without} | usual | environment,
    )
    os.close(slave)
    shown = b""
    try:
        while part := os.read(master, 65536):
            shown += part
    except OSError:  # Linux's way to say that the other end is closed
        pass
    finally:
        os.close(master)
    output = process.stdout.read() if process.stdout else shown
    process.wait()
    return output.decode().replace("\r\n", "\n")


@pytest.fixture(scope="session")
def on_terminal() -> Callable[..., str]:
    """`run_on_terminal`."""
    return run_on_terminal
