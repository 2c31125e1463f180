"""read → annotate → extract → grade → resolve: from files to `Extraction`s, a document at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from jnato_graph.read import ReadFailure, failures_aside, read_documents
from jnato_graph.records import Document, Extraction

if TYPE_CHECKING:
    from spacy.tokens import Doc


def extractions(
    paths: Sequence[Path],
    *,
    manifest: Path | None = None,
    model: str | None = None,
    workers: int = 1,
    quick: bool = False,
    failures: list[ReadFailure] | None = None,
) -> Iterator[Extraction]:
    """What each document under `paths` says, in the order of their paths.

    `model` is another spaCy pipeline than the pinned one (a name or a path), `workers` the number of processes that
    annotate. `quick` leaves the trained network out: the rules' claims as they are, in half of the time. Files that
    cannot be read, and paths that are not there, are appended to `failures` and do not stop the rest. The same text at
    a second path gives an `Extraction` without rows. Raises `InputError` for a broken manifest and `PipelineError` when
    the pipeline cannot be loaded.
    """
    documents = failures_aside(read_documents(paths, manifest), failures if failures is not None else [])
    yield from extractions_of(documents, model=model, workers=workers, quick=quick)


def extractions_of(
    documents: Iterable[Document],
    *,
    known: Collection[str] = (),
    model: str | None = None,
    workers: int = 1,
    quick: bool = False,
) -> Iterator[Extraction]:
    """What each of `documents` says. Those whose path is in `known` are passed on without rows and not read through."""
    seen: set[str] = set()

    def is_new(document: Document) -> bool:
        return document.path not in known and document.key not in seen

    documents = iter(documents)
    for document in documents:
        if is_new(document):
            yield from _read_through(chain([document], documents), is_new, seen, model, workers, quick)
        else:
            yield _without_rows(document)


def _read_through(
    documents: Iterable[Document],
    is_new: Callable[[Document], bool],
    seen: set[str],
    model: str | None,
    workers: int,
    quick: bool,
) -> Iterator[Extraction]:
    """The rest of the documents, of which the first is new: only now is the pipeline loaded, which takes seconds."""
    from jnato_graph.annotate import annotate, load_pipeline

    waiting: deque[Document] = deque()  # spaCy reads ahead; those that it does not get are given in their place

    def new() -> Iterator[Document]:
        for document in documents:
            if is_new(document):
                seen.add(document.key)
                yield document
            else:
                waiting.append(document)

    for document, doc in annotate(new(), load_pipeline(model, quick=quick), workers=workers):
        while waiting and waiting[0].path < document.path:
            yield _without_rows(waiting.popleft())
        yield extraction_of(document, doc, quick=quick)
    yield from map(_without_rows, waiting)


def extraction_of(document: Document, doc: Doc, *, quick: bool = False) -> Extraction:
    """What an annotated document says: extract → grade (not if `quick`) → resolve."""
    from jnato_graph.extract import extract
    from jnato_graph.resolve import identify, resolve

    ends = identify(doc, document.published)
    claims = extract(doc)
    if not quick:
        from jnato_graph.grade import grade

        claims = grade(doc, claims, ends.keys)
    return resolve(document, doc, claims, ends)


def _without_rows(document: Document) -> Extraction:
    return Extraction(document=document, sentences=(), entities=(), mentions=(), claims=())
