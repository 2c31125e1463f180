"""One file → one `Document`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from jnato_graph.read import publication
from jnato_graph.read.boilerplate import Sifted, sift
from jnato_graph.read.content import require_content
from jnato_graph.read.decode import declared_encoding, decode
from jnato_graph.read.failure import UnreadableError
from jnato_graph.read.language import require_english
from jnato_graph.read.limits import MAX_BYTES, require_length, require_length_before_parsing
from jnato_graph.read.manifest import Entry
from jnato_graph.read.piece import Piece, assemble
from jnato_graph.read.sources import Format
from jnato_graph.records import Document

_EMBEDDED: Final = re.compile(r"\bdata:[\w./+-]+;base64,[\w/+=-]+")  # images within Markdown
_KEY_LENGTH: Final = 16  # hexadecimal digits: 64 bits are enough to tell millions of documents apart


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parsed:
    source: str
    pieces: Sequence[Piece]
    metadata: Entry


def read_document(path: Path, format_: Format, given: Entry | None = None) -> Document:
    """Read one file. `given` are the facts of a manifest, which beat what the file tells.

    Raises UnreadableError, in one line with the way out, when the file cannot be read, is empty, binary, wrongly
    encoded, larger than `MAX_BYTES`, longer than `MAX_CHARACTERS`, damaged, or in another language than English.
    """
    given = given or Entry()
    parsed = _parse(_read(path), format_)
    require_length(sum(len(piece.text) + 2 for piece in parsed.pieces if not piece.landmark))
    known = given.authors or parsed.metadata.authors
    sifted = sift(parsed.pieces, known)
    text, blocks, segments = assemble(sifted.kept, parsed.source)
    if not text:
        raise UnreadableError("there is no text to read in it", "check that it holds an article")
    require_english(text)
    published, published_from = _published(given, parsed.metadata, sifted, format_)
    return Document(
        key=document_key(text),
        path=path.as_posix(),
        text=text,
        title=given.title or parsed.metadata.title or publication.find_title(sifted.kept),
        publisher=given.publisher or parsed.metadata.publisher or publication.find_publisher(sifted.kept),
        authors=known or publication.find_authors(sifted.kept) or sifted.authors,
        published=published,
        published_from=published_from,
        url=given.url or parsed.metadata.url,
        blocks=blocks,
        segments=segments,
        omissions=sifted.omitted,
    )


def document_key(text: str) -> str:
    """The key of a document, made of its clean text alone."""
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()[:_KEY_LENGTH]


def source_text(path: Path, format_: Format) -> str:
    """The text that `Segment.source_start` and the offsets of omissions count in: the decoded file, a PDF's text
    layer."""
    return _parse(_read(path), format_).source


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableError(f"it has {size / 1024**2:.0f} MiB, more than {MAX_BYTES >> 20}", "split it up")
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"it cannot be opened ({error.strerror})", "check its permissions") from error
    if not data.strip():
        raise UnreadableError("the file is empty", "check that it was saved whole")
    return data


def _parse(data: bytes, format_: Format) -> _Parsed:
    # A stage's reader and its library are imported when the first file of the format comes.
    if format_ == "pdf" or data.startswith(b"%PDF-"):
        if format_ != "pdf":
            raise UnreadableError("it is a PDF by its content", "give it a name that ends in .pdf")
        from jnato_graph.read.pdf import read_pdf

        pdf = read_pdf(data)
        return _Parsed(source=pdf.source, pieces=pdf.pieces, metadata=pdf.metadata)
    source = decode(data, declared_encoding(data) if format_ == "html" else None)
    require_content(source, format_)
    if format_ == "html":
        from jnato_graph.read.webpage import read_webpage

        page = read_webpage(source)
        return _Parsed(source=source, pieces=page.pieces, metadata=page.metadata)
    require_length_before_parsing(len(source) - sum(len(data) for data in _EMBEDDED.findall(source)))
    if format_ == "markdown":
        from jnato_graph.read.markdown import read_markdown

        file = read_markdown(source)
        return _Parsed(source=source, pieces=file.pieces, metadata=file.metadata)
    from jnato_graph.read.plain import plain_pieces

    return _Parsed(source=source, pieces=plain_pieces(source), metadata=Entry())


def _published(
    given: Entry, metadata: Entry, sifted: Sifted, format_: Format
) -> tuple[str | None, Literal["manifest", "metadata", "text"] | None]:
    if given.published:
        return given.published, "manifest"
    told = publication.find_published(sifted.kept, sifted.dated)
    if told and format_ == "pdf":
        return told, "text"  # the properties of a PDF tell when the file was made, and only to the month
    if metadata.published:
        return metadata.published, "metadata"
    return (told, "text") if told else (None, None)
