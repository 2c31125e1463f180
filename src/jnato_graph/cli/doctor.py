"""`jnato-graph doctor`: what is wrong with the installation, and what mends it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import click

SIGNS: Final = {"ok": "ok", "note": "note", "wrong": "WRONG"}
COLOURS: Final = {"ok": "green", "note": "yellow", "wrong": "red"}


@click.command()
@click.option("--start", is_flag=True, help="Start the embedded database, too, and fetch it if need be.")
@click.option(
    "--aura-file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Look at the database of this Aura credentials file.",
)
def doctor(start: bool, aura_file: Path | None) -> None:
    """Check the installation, and say how to mend what is wrong.

    Exit code 0 when all is well (notes are no faults), else that of the first fault: 1 Python, 2 settings, 4 database,
    6 pipeline.

    \b
    Example:
      jnato-graph doctor
      jnato-graph doctor --start
    """
    from jnato_graph.doctor import examine

    exit_code = 0
    for finding in examine(start=start, aura_file=aura_file):
        sign = click.style(f"{SIGNS[finding.verdict]:<6}", fg=COLOURS[finding.verdict])
        click.echo(f"{sign}{finding.subject:<14} {finding.message}")
        exit_code = exit_code or finding.exit_code
    sys.exit(exit_code)
