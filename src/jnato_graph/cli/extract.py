"""`jnato-graph extract`: documents to JSON Lines."""

from __future__ import annotations

from pathlib import Path

import click

from jnato_graph.errors import InputError


@click.command(epilog="\b\nExample:\n  jnato-graph extract seeds/ --output seeds.jsonl\n  jnato-graph extract article.html --output -")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--output", required=True, type=click.Path(path_type=Path, allow_dash=True), help="File to write; - for standard output.")
@click.option("--manifest", type=click.Path(path_type=Path, dir_okay=False), help="Facts on the documents, in place of those beside them.")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1), help="Processes that annotate.")
@click.option("--model", help="Another spaCy pipeline than the pinned one (JNATO_SPACY_MODEL).")
def extract(paths: tuple[Path, ...], output: Path, manifest: Path | None, workers: int, model: str | None) -> None:
    """Read documents and write what they say as JSON Lines.

    PATHS are .txt, .md, .html or .pdf files, or folders of them. The same documents give the same bytes, in whatever
    order they are named. Files that cannot be read are named at the end, and the exit code is then 3.
    """
    from jnato_graph.interchange import write_extractions
    from jnato_graph.pipeline import extractions
    from jnato_graph.read import ReadFailure
    from jnato_graph.settings import load_settings

    failures: list[ReadFailure] = []
    found = extractions(paths, manifest=manifest, model=model or load_settings().spacy_model, workers=workers, failures=failures)
    count = write_extractions(output, found)
    for failure in failures:
        click.echo(f"not read: {failure}", err=True)
    if failures:
        raise InputError(f"{len(failures)} of {count + len(failures)} files could not be read; they are named above")
    click.echo(f"{count} documents written to {output}", err=True)
