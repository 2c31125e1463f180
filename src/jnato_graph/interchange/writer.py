"""Writes extractions as JSON Lines; a file is there in full or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from jnato_graph.errors import InputError, UsageError
from jnato_graph.interchange.codec import END, encode
from jnato_graph.records import Extraction
from jnato_graph.whole_file import UnwritableError, open_whole


def extraction_lines(extractions: Iterable[Extraction], *, stamp: str | None = None) -> Iterator[str]:
    """The lines of `extractions`, each with its line feed, in the order given.

    A document whose key has been written before gives its `document` row alone: the same text at another path. `stamp`
    (the versions of model, data and code) is put into each `document` row, so that `load` knows what it has already;
    the lines then end with how many there are, since nobody may take a part of them for all that this version found.
    Raises `InputError` for a text that is no valid Unicode.
    """
    count = 0
    for count, line in enumerate(_rows(extractions, stamp), start=1):  # noqa: B007 - it is counted
        yield line
    if stamp is not None:
        yield json.dumps({"kind": END, "rows": count}) + "\n"


def _rows(extractions: Iterable[Extraction], stamp: str | None) -> Iterator[str]:
    written: set[str] = set()
    for extraction in extractions:
        document = extraction.document
        row = {"kind": "document", **encode(document)}
        yield _line(row if stamp is None else {**row, "stamp": stamp}, document.path)
        if document.key in written:
            continue
        written.add(document.key)
        for kind, records in (
            ("sentence", extraction.sentences),
            ("entity", extraction.entities),
            ("mention", extraction.mentions),
            ("claim", extraction.claims),
        ):
            for record in records:
                yield _line({"kind": kind, **encode(record)}, document.path)


def write_extractions(path: Path, extractions: Iterable[Extraction], *, stamp: str | None = None) -> int:
    """Write `extractions` to the file `path` and return how many lines it has.

    It is there in full or not at all, by the rules of `open_whole`: an error or a crash leaves what was there before.
    Something that is no regular file (`/dev/stdout`, a named pipe) is written to directly. Raises `UsageError` when the
    file cannot be written.
    """
    count = 0
    try:
        with open_whole(path) as write:
            for count, line in enumerate(extraction_lines(extractions, stamp=stamp), start=1):  # noqa: B007 - it is counted
                write(line)
    except UnwritableError as error:
        raise UsageError(f"{path} cannot be written ({error.strerror}): choose another --output") from error
    return count


def _line(row: dict[str, Any], path: str) -> str:
    line = json.dumps(row, ensure_ascii=False, allow_nan=False, separators=(", ", ": ")) + "\n"
    try:
        line.encode()
    except UnicodeEncodeError as error:
        raise InputError(
            f"{path}: a {row['kind']} holds half of a surrogate pair: mend the source's encoding"
        ) from error
    return line
