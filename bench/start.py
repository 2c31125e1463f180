"""How long `jnato-graph --help` takes, over the import of click alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bench.figures import Figure, paired

ROUNDS = 20


def measure() -> list[Figure]:
    """Both as processes of their own, taking turns."""
    command = Path(sys.executable).with_name("jnato-graph")
    helped, imported, ratio = paired(
        lambda: subprocess.run([command, "--help"], check=True, stdout=subprocess.DEVNULL),
        lambda: subprocess.run([sys.executable, "-c", "import click"], check=True),
        ROUNDS,
    )
    return [
        Figure(name="`jnato-graph --help` over `python -c 'import click'`", value=ratio, goal="≤ 2"),
        Figure(name="`jnato-graph --help`", value=helped * 1000, unit="ms"),
        Figure(name="`python -c 'import click'`", value=imported * 1000, unit="ms"),
    ]
