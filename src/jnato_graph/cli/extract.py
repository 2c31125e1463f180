"""`jnato-graph extract`: documents to JSON Lines."""

from __future__ import annotations

import dataclasses
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from jnato_graph.errors import InputError

if TYPE_CHECKING:
    from jnato_graph.read import ReadFailure


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--output",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="File to write; - for standard output.",
)
@click.option(
    "--manifest",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Facts on the documents, in place of those beside them.",
)
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1), help="Processes that annotate.")
@click.option("--quick", is_flag=True, help="Without the trained network: sooner done, fewer claims.")
@click.option("--model", help="Another spaCy pipeline than the pinned one (JNATO_SPACY_MODEL).")
def extract(
    paths: tuple[Path, ...], output: Path, manifest: Path | None, workers: int, quick: bool, model: str | None
) -> None:
    """Read documents and write what they say as JSON Lines.

    PATHS are .txt, .md, .html or .pdf files, or folders of them. The same documents give the same bytes, in whatever
    order they are named. Files that cannot be read are named at the end, and the exit code is then 3.

    \b
    Example:
      jnato-graph extract seeds/ --output seeds.jsonl
      jnato-graph extract article.html --output -
    """
    from jnato_graph.api import write_documents
    from jnato_graph.cli.progress import count_sources, progress
    from jnato_graph.cli.terminal import say
    from jnato_graph.settings import load_settings

    settings = load_settings()
    if model:
        settings = dataclasses.replace(settings, spacy_model=model)
    failures: list[ReadFailure] = []
    target: Path | TextIO = output
    if output == Path("-"):
        target = sys.stdout
        if isinstance(target, io.TextIOWrapper):
            target.reconfigure(encoding="utf-8", newline="\n")
    count = 0
    try:
        with progress("Reading", count_sources(paths)) as step:
            count = write_documents(
                target,
                paths,
                settings=settings,
                manifest=manifest,
                workers=workers,
                quick=quick,
                progress=lambda document: step(document.path),
                failures=failures,
            )
    finally:  # when no document could be read nothing is written, but each must be named
        for failure in failures:
            say(f"not read: {failure}", err=True)
    if failures:
        raise InputError(f"{len(failures)} of {count + len(failures)} files could not be read; they are named above")
    if target is output:
        say(f"{count:,} documents written to {output}", err=True)
