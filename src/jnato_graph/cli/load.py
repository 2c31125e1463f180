"""`jnato-graph load` and `jnato-graph forget`: into the database, and out again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from jnato_graph.errors import InputError, UsageError

if TYPE_CHECKING:
    from jnato_graph.load import LoadSummary
    from jnato_graph.load.summary import Changes
    from jnato_graph.read import ReadFailure


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1), help="Processes that annotate.")
@click.option("--quick", is_flag=True, help="Without the trained network: sooner done, fewer claims.")
@click.option(
    "--manifest",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Facts on the documents, in place of those beside them.",
)
def load(paths: tuple[Path, ...], dry_run: bool, workers: int, quick: bool, manifest: Path | None) -> None:
    """Load documents, or JSON Lines from extract, into Neo4j.

    PATHS are .txt, .md, .html or .pdf files, folders of them, or one .jsonl file. What is there already is not read or
    written again; a changed document takes the place of the old one. A document is known by its path as given here:
    give it in the same way each time. Documents that cannot be read are named at the end, and the exit code is then 3.

    \b
    Example:
      jnato-graph load seeds/
      jnato-graph load articles.jsonl --dry-run
    """
    from jnato_graph.api import INTERCHANGE, load_documents, load_file
    from jnato_graph.cli.progress import count_sources, progress
    from jnato_graph.cli.terminal import say
    from jnato_graph.interchange import count_documents

    failures: list[ReadFailure] = []
    files = [path for path in paths if path.suffix.casefold() == INTERCHANGE]
    if files and (len(paths) > 1 or manifest or workers > 1 or quick):
        raise UsageError(
            f"{files[0]}: a {INTERCHANGE} file is loaded by itself, without --manifest, --workers, --quick"
        )
    total = count_documents(files[0]) if files else count_sources(paths)
    with progress("Loading", total, late=True) as step:
        if files:
            summary = load_file(files[0], dry_run=dry_run, progress=lambda document: step(document.path))
        else:
            summary = load_documents(
                paths,
                manifest=manifest,
                workers=workers,
                quick=quick,
                dry_run=dry_run,
                progress=lambda document: step(document.path),
                failures=failures,
            )
    say("\n".join(_told(summary, lost=bool(failures))))
    for line in (*failures, *(f"{path}: {reason}" for path, reason in summary.failed)):
        say(f"not loaded: {line}", err=True)
    for path, key, title in summary.replaced:
        was = "would be " if dry_run else ""
        say(f"{was}removed: {f'{title!r}, ' if title else ''}{key}, since {path} holds another text now", err=True)
    _tell_reread(summary)
    if lost := len(failures) + len(summary.failed):
        raise InputError(f"{lost} document{'s' if lost > 1 else ''} could not be loaded, named above")


def _files(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001
    """Leaves it to the shell to complete paths: most documents are named by theirs."""
    return [CompletionItem(incomplete, type="file")]


@click.command()
@click.argument("document", shell_complete=_files)
def forget(document: str) -> None:
    """Take a document and all that only it supported out again.

    DOCUMENT is its key, one of its paths, or its whole title (jnato-graph report run documents-loaded shows them). The
    graph is then as if it had never been loaded.

    \b
    Example:
      jnato-graph forget seeds/003_dcda1fb907327093.txt
    """
    from jnato_graph.api import forget_document
    from jnato_graph.cli.terminal import say

    summary = forget_document(document)
    say(f"Forgotten: {summary.title or summary.key} ({', '.join(summary.paths) or summary.key})")
    say("\n".join(_tallies(summary, "created", "changed", "removed")))
    _tell_reread(summary)


def _told(summary: LoadSummary, *, lost: bool) -> Iterator[str]:
    """What a load did, as lines: the kinds of things, and whether the database was written to at all."""
    would = "would be " if summary.dry_run else ""
    yield from _tallies(summary, f"{would}created", f"{would}changed", f"{would}removed")
    if summary.unchanged:
        yield f"{summary.unchanged} documents are there as they are."
    if summary.dry_run:
        yield "Nothing was written (--dry-run)."
    elif not summary.counters:
        yield "Nothing was written." if lost or summary.failed else "Nothing was written: the graph was up to date."


def _tell_reread(summary: Changes) -> None:
    """Name the documents that the graph does not have as this version reads them."""
    from jnato_graph.cli.terminal import say

    for path in summary.reread:
        say(f"to be loaded again, as it is not there in full or was read for another path or version: {path}", err=True)


def _tallies(changes: Changes, *words: str) -> Iterator[str]:
    for name, tally in changes.tallies().items():
        counts = (tally.created, tally.changed, tally.removed)
        if any(counts):
            told = ", ".join(f"{count:,} {word}" for count, word in zip(counts, words, strict=True) if count)
            yield f"{name + ':':<15}{told}"
