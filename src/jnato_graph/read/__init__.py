"""read: files → `Document`. The only stage that opens source files.

    for item in read_documents([Path("seeds")]):
        if isinstance(item, ReadFailure):
            print(item)

| format | what the offsets of a document count in |
|---|---|
| `.txt`, `.text`, `.md`, `.markdown` | the characters of the file, without byte-order mark, line ends as they are |
| `.html`, `.htm`, `.xhtml` | the same: the page with its tags |
| `.pdf` | its text layer (`source_text`) |

Segments are verbatim: the characters of a segment are the same in the clean text and in the source. Characters of the
clean text in no segment were put in by the reader (a space for a line break, a bar between cells, `&` for `&amp;`).

Only English is read: a text in which hardly any frequent English word stands is a failure. Files beyond 64 MiB and
texts beyond 1,000,000 characters are failures too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from jnato_graph.read.document import document_key, read_document, source_text
from jnato_graph.read.failure import ReadFailure, UnreadableError, failures_aside
from jnato_graph.read.limits import MAX_BYTES, MAX_CHARACTERS
from jnato_graph.read.manifest import Manifest, manifests_for, read_manifest
from jnato_graph.read.sources import FORMATS, Source, find_sources, no_documents, only_sources
from jnato_graph.records import Document

__all__ = [
    "FORMATS",
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "ReadFailure",
    "UnreadableError",
    "document_key",
    "failures_aside",
    "find_sources",
    "no_documents",
    "only_sources",
    "read_document",
    "read_documents",
    "source_text",
]


def read_documents(paths: Sequence[Path | str], manifest: Path | None = None) -> Iterator[Document | ReadFailure]:
    """Read files and folders (to their depth), one document at a time, in the order of their paths.

    What is known of a document may stand in a `manifest.yaml` in its folder or the next one above that has one; or in
    `manifest`, which then holds instead. A file that cannot be read gives a `ReadFailure` in its place and stops
    nothing.

    Manifests are checked before the first document is read: InputError when one is broken, naming all that is wrong in
    it.
    """
    sources = find_sources([Path(path) for path in paths])
    if manifest is not None:
        one = read_manifest(manifest)
        manifests = {item.path.parent: one for item in only_sources(sources)}
    else:
        manifests = manifests_for((item.path, item.root) for item in only_sources(sources))
    return _documents(sources, manifests)


def _documents(
    sources: Sequence[Source | ReadFailure], manifests: dict[Path, Manifest]
) -> Iterator[Document | ReadFailure]:
    for item in sources:
        if isinstance(item, ReadFailure):
            yield item
            continue
        holding = manifests.get(item.path.parent)
        try:
            yield read_document(item.path, item.format, holding.entry(item.path) if holding else None)
        except UnreadableError as error:
            yield ReadFailure(path=item.path.as_posix(), reason=error.reason, way_out=error.way_out)
