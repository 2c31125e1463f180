"""read → annotate → extract → resolve: from files to `Extraction`s, a document at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from jnato_graph.read import ReadFailure, read_documents
from jnato_graph.records import Document, Extraction


def extractions(
    paths: Sequence[Path],
    *,
    manifest: Path | None = None,
    model: str | None = None,
    workers: int = 1,
    failures: list[ReadFailure] | None = None,
) -> Iterator[Extraction]:
    """What each document under `paths` says, in the order of their paths.

    `model` is another spaCy pipeline than the pinned one (a name or a path), `workers` the number of processes that
    annotate. Files that cannot be read are appended to `failures` and do not stop the rest. The same text at a second
    path gives an `Extraction` without rows. Raises `PipelineError` when the pipeline cannot be loaded and `UsageError`
    for a path that is not there.
    """
    documents = _documents(paths, manifest, failures if failures is not None else [])
    yield from extractions_of(documents, model=model, workers=workers)


def extractions_of(
    documents: Iterable[Document], *, known: Collection[str] = (), model: str | None = None, workers: int = 1
) -> Iterator[Extraction]:
    """What each of `documents` says. Those whose path is in `known` are passed on without rows and not read through."""
    from jnato_graph.annotate import annotate, load_pipeline
    from jnato_graph.extract import extract
    from jnato_graph.resolve import resolve

    nlp = load_pipeline(model)
    seen: set[str] = set()

    def fresh() -> Iterator[Document]:
        for document in documents:
            if document.path in known or document.key in seen:
                waiting.append(document)
                continue
            seen.add(document.key)
            yield document

    waiting: list[Document] = []
    for document, doc in annotate(fresh(), nlp, workers=workers):
        while waiting and waiting[0].path < document.path:
            yield _without_rows(waiting.pop(0))
        yield resolve(document, doc, extract(doc))
    for document in waiting:
        yield _without_rows(document)


def _without_rows(document: Document) -> Extraction:
    return Extraction(document=document, sentences=(), entities=(), mentions=(), claims=())


def _documents(paths: Sequence[Path], manifest: Path | None, failures: list[ReadFailure]) -> Iterator[Document]:
    for item in read_documents(paths, manifest):
        if isinstance(item, ReadFailure):
            failures.append(item)
        else:
            yield item
