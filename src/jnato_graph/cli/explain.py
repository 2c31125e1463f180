"""`jnato-graph explain`: why a claim was made, and why sentences gave none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jnato_graph.errors import InputError, UsageError

if TYPE_CHECKING:
    from jnato_graph.explain import Explanation
    from jnato_graph.read import ReadFailure


@click.command()
@click.argument("claim", required=False)
@click.option(
    "--in", "file", type=click.Path(path_type=Path, dir_okay=False),
    help="JSON Lines from extract that hold the claim.  [default: the database]",
)  # fmt: skip
@click.option(
    "--misses", "paths", multiple=True, type=click.Path(path_type=Path),
    help="Instead of a claim: documents whose near misses are listed. May be repeated.",
)  # fmt: skip
def explain(claim: str | None, file: Path | None, paths: tuple[Path, ...]) -> None:
    """Show why a claim was made, or why sentences gave none.

    CLAIM is the key of a claim or the beginning of it. With --misses, the sentences are listed that have a trigger word
    and two entities and gave no claim, each with the reason.

    \b
    Example:
      jnato-graph explain 3f9ac2 --in seeds.jsonl
      jnato-graph explain --misses seeds/
    """
    if bool(claim) == bool(paths):
        raise UsageError("give either a claim's key or --misses with documents")
    if paths:
        _misses(paths, file)
        return
    assert claim is not None  # noqa: S101 - one of the two is there
    from jnato_graph.cli.terminal import say

    for line in _explained(claim, file).lines():
        say(line)


def _explained(claim: str, file: Path | None) -> Explanation:
    from jnato_graph.api import open_database
    from jnato_graph.explain import explain_in_database, explain_in_file

    if file:
        return explain_in_file(claim, file)
    with open_database() as (driver, connection):
        return explain_in_database(claim, driver, connection.database)


def _misses(paths: tuple[Path, ...], file: Path | None) -> None:
    from jnato_graph.cli.terminal import say
    from jnato_graph.explain import misses
    from jnato_graph.report.escape import one_line
    from jnato_graph.settings import load_settings

    if file:
        raise UsageError("--misses reads documents and not JSON Lines; leave --in out")
    failures: list[ReadFailure] = []
    for document, found in misses(paths, model=load_settings().spacy_model, failures=failures):
        for miss in found:
            click.echo(f"{one_line(document.path)}:{miss.start}: {one_line(miss.sentence)}")
            click.echo(f"  names {', '.join(map(one_line, miss.ends))}")
            for attempt in miss.attempts:
                click.echo(f"  {one_line(str(attempt))}")
    for failure in failures:
        say(f"not read: {failure}", err=True)
    if failures:
        raise InputError(f"{len(failures)} files could not be read; they are named above")
