"""`jnato-graph db`: the embedded Neo4j. Other commands start it by themselves when `NEO4J_URI` is not set."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from jnato_graph.errors import DatabaseError, UsageError

if TYPE_CHECKING:
    from jnato_graph.database import Connection
    from jnato_graph.settings import Settings


@click.group()
def db() -> None:
    """Start, stop, look at and reset the embedded Neo4j.

    \b
    Example:
      jnato-graph db start
      jnato-graph db status
      jnato-graph db stop
    """


@db.command()
def start() -> None:
    """Start it, and say where it is. Its parts are fetched the first time (about 155 MB).

    \b
    Example:
      jnato-graph db start
    """
    from jnato_graph.database import ensure_server

    settings = _settings()
    if settings.uri is not None:
        click.echo(f"Note: {settings.origin('uri')} is set, so the other commands use that database.", err=True)
    _show(ensure_server(settings))


@db.command()
def stop() -> None:
    """Stop it. Its data stay.

    \b
    Example:
      jnato-graph db stop
    """
    from jnato_graph.database import stop_server

    click.echo("Neo4j is stopped." if stop_server(_settings()) else "Neo4j was not running.")


@db.command()
def status() -> None:
    """Say whether it runs, and where. Exit code 0 when it runs, 4 when it does not.

    \b
    Example:
      jnato-graph db status
    """
    from jnato_graph.database import server_status

    found = server_status(_settings())
    click.echo(f"Neo4j is {found.state}." if found.state != "never started" else "Neo4j was never started.")
    if found.connection is not None:
        _show(found.connection)
    click.echo(f"Folder    {found.home}")
    if found.state not in ("running", "starting"):
        click.echo("Start it  jnato-graph db start")
        sys.exit(DatabaseError.exit_code)


@db.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
def reset(yes: bool) -> None:
    """Stop it and remove all its data, its password and its logs. What was fetched of Neo4j stays.

    \b
    Example:
      jnato-graph db reset --yes
    """
    from jnato_graph.database import reset_server, server_status

    settings = _settings()
    home = server_status(settings).home
    if not yes:
        if not sys.stdin.isatty():
            raise UsageError(f"db reset would remove {home} and cannot ask here: give --yes")
        click.confirm(f"Remove the embedded database in {home} with all its data?", abort=True)
    click.echo("The embedded database is removed." if reset_server(settings) else "There is no embedded database.")


def _settings() -> Settings:
    from jnato_graph.settings import load_settings

    return load_settings()


def _show(connection: Connection) -> None:
    click.echo(f"Browser   {connection.browser}")
    click.echo(f"Bolt      {connection.uri}")
    click.echo(f"User      {connection.username}")
    click.echo(f"Password  in {connection.password_file}")
    click.echo("Stop it   jnato-graph db stop")
