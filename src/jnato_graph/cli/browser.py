"""`jnato-graph browser`: Neo4j Browser on the database in use, and the files that it is given."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jnato_graph.errors import UsageError

if TYPE_CHECKING:
    from jnato_graph.database import Connection


@click.command()
@click.option("--print", "print_", is_flag=True, help="Only print where it is; open nothing.")
@click.option(
    "--files", type=click.Path(path_type=Path, file_okay=False),
    help="Write style, saved scripts and files for cypher-shell into this folder, and open nothing. Needs no database.",
)  # fmt: skip
def browser(print_: bool, files: Path | None) -> None:
    """Open the graph in Neo4j Browser, or write its style and the reports as scripts.

    The embedded Neo4j is started if it does not run. Where there is no display, the address is printed.

    \b
    Example:
      jnato-graph browser
      jnato-graph browser --files for-browser
    """
    if files is not None:
        _write(files)
        return
    from jnato_graph.database import browser_address, ensure_database
    from jnato_graph.settings import load_settings

    connection = ensure_database(load_settings())
    address = browser_address(connection)
    if address is None:
        raise UsageError(f"nobody can know where Neo4j Browser is for {connection.uri}: see its own console")
    click.echo(f"Browser   {address}")
    click.echo(f"User      {connection.username}")
    click.echo(f"Password  {_where_the_password_is(connection)}")
    click.echo("Style and scripts for it  jnato-graph browser --files FOLDER", err=True)
    if not print_:
        _open(address)


def _where_the_password_is(connection: Connection) -> str:
    """Never the password itself: what is printed is kept in logs and seen over shoulders."""
    if connection.password_file is not None:
        return f"in {connection.password_file}"
    return "in NEO4J_PASSWORD, or the file that sets it" if connection.password else "none is set"


def _open(address: str) -> None:
    """Open it, as far as this machine can; that it cannot is no error, since the address has been printed."""
    import webbrowser

    if not _has_display():
        click.echo("There is no display here: open the address on a machine that has one.", err=True)
    elif not webbrowser.open(address):
        click.echo("No web browser could be started here: open the address by hand.", err=True)


def _has_display() -> bool:
    """Whether a window can be shown: macOS and Windows have it always, others say so. `BROWSER` is somebody's wish."""
    if sys.platform in ("darwin", "win32"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))


def _write(folder: Path) -> None:
    from jnato_graph.browser import SCRIPTS, SHELL, STYLE, write_files

    written = write_files(folder)
    click.echo(folder / STYLE)
    click.echo(folder / SCRIPTS)
    click.echo(folder / SHELL)
    click.echo(
        f"Drop the first two on the page of Neo4j Browser, one after the other. The other {len(written) - 2} are "
        "reports for cypher-shell --file.",
        err=True,
    )
