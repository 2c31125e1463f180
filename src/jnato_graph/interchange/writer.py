"""Writes extractions as JSON Lines; a file is there in full or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from jnato_graph.errors import InputError, UsageError
from jnato_graph.interchange.codec import encode
from jnato_graph.records import Extraction


def extraction_lines(extractions: Iterable[Extraction], *, stamp: str | None = None) -> Iterator[str]:
    """The lines of `extractions`, each with its line feed, in the order given.

    A document whose key has been written before gives its `document` row alone: the same text at another path. `stamp`
    (the versions of model, data and code) is put into each `document` row, so that `load` knows what it has already.
    Raises `InputError` for a text that is no valid Unicode.
    """
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

    The lines go into a file beside it that takes its name when all is written, so that an error or a crash leaves what
    was there before. Something that is no regular file (`/dev/stdout`, a named pipe) is written to directly. Raises
    `UsageError` when the file cannot be written.
    """
    target = path.resolve() if path.is_symlink() else path
    if target.exists() and not target.is_file() and not target.is_dir():
        return _write(target, "w", extractions, stamp)
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        count = _write(partial, "x", extractions, stamp)
        try:
            partial.replace(target)
        except OSError as error:
            raise _unwritable(path, error) from error
    finally:
        partial.unlink(missing_ok=True)
    return count


def _write(path: Path, mode: str, extractions: Iterable[Extraction], stamp: str | None) -> int:
    try:
        stream = path.open(mode, encoding="utf-8", newline="\n")
    except OSError as error:
        raise _unwritable(path, error) from error
    count = 0
    with stream:
        for line in extraction_lines(extractions, stamp=stamp):
            try:
                stream.write(line)
            except OSError as error:
                raise _unwritable(path, error) from error
            count += 1
        stream.flush()
        if mode == "x":
            os.fsync(stream.fileno())
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


def _unwritable(path: Path, error: OSError) -> UsageError:
    return UsageError(f"{path} cannot be written ({error.strerror or type(error).__name__}): choose another --output")
