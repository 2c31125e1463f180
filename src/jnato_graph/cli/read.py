"""`jnato-graph read`: what is read of documents, and what is left out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from jnato_graph.errors import InputError
from jnato_graph.records import Document


@click.command(epilog="\b\nExample:\n  jnato-graph read seeds/ --omitted\n  jnato-graph read article.pdf --text")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--omitted", is_flag=True, help="Show each part that is left out, and why.")
@click.option("--text", "with_text", is_flag=True, help="Show the clean text, with the kind of each block.")
@click.option(
    "--manifest",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Facts on the documents, in place of those beside them.",
)
def read(paths: tuple[Path, ...], omitted: bool, with_text: bool, manifest: Path | None) -> None:
    """Show what is read of documents, and what is left out.

    PATHS are .txt, .md, .html or .pdf files, or folders of them. Nothing is written. Files that cannot be read are
    named at the end, and the exit code is then 3.
    """
    from jnato_graph.cli.terminal import say
    from jnato_graph.read import ReadFailure, no_documents, read_documents  # here, so that --help needs none of it

    failures: list[ReadFailure] = []
    count = 0
    for item in read_documents(paths, manifest):
        if isinstance(item, ReadFailure):
            failures.append(item)
            continue
        count += 1
        say("\n".join(_lines(item, omitted=omitted, with_text=with_text)))
    for failure in failures:
        say(f"not read: {failure}", err=True)
    if failures:
        raise InputError(f"{len(failures)} of {count + len(failures)} files could not be read; they are named above")
    if not count:
        raise no_documents(paths)


def _lines(document: Document, *, omitted: bool, with_text: bool) -> list[str]:
    origin = f" (from the {document.published_from})" if document.published_from else ""
    facts = {
        "key": document.key,
        "title": document.title,
        "publisher": document.publisher,
        "authors": ", ".join(document.authors),
        "published": f"{document.published}{origin}" if document.published else None,
        "url": document.url,
        "read": f"{len(document.text):,} characters in {_counted(Counter(block.kind for block in document.blocks))}",
        "left out": _counted(Counter(omission.reason for omission in document.omissions)) or "nothing",
    }
    lines = [
        document.path,
        *(f"  {name + ':':<11}{value or 'not known'}" for name, value in facts.items() if value or name != "url"),
    ]
    if omitted:
        lines += _left_out(document)
    if with_text:
        lines += ["", *(f"  {block.kind:<10}{document.text[block.start : block.end]}" for block in document.blocks), ""]
    return lines


def _left_out(document: Document) -> list[str]:
    from jnato_graph.read.rules import rules

    lines: list[str] = []
    for reason in dict.fromkeys(omission.reason for omission in document.omissions):
        lines.append(f"  {reason}: {rules().reasons[reason]}")
        parts = [omission for omission in document.omissions if omission.reason == reason]
        if reason in {"footnote-marker", "list-marker"}:
            lines.append(f"    {' '.join(omission.text for omission in parts)}")
        else:
            lines += [f"    {omission.source_start}-{omission.source_end}  {omission.text}" for omission in parts]
    return lines


def _counted(counts: Counter[str]) -> str:
    return ", ".join(
        f"{number} {name}{'s' if number > 1 and not name.endswith('s') else ''}"
        for name, number in counts.most_common()
    )
