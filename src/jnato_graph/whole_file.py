"""Writes a file whole or not at all: it goes into a file beside its place, which then takes the name."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

type Write = Callable[[str | bytes], None]
"""Writes the next piece: text as UTF-8, line ends as they are."""

_BINARY: Final = getattr(os, "O_BINARY", 0)
_LONGEST_NAME: Final = 40
"""So much of a file's name is in that of the file beside it, which may be no longer than the disk allows."""


class UnwritableError(OSError):
    """A file cannot be written. It tells this from errors of whatever makes the content while it is written."""


@contextmanager
def open_whole(path: Path, *, private: bool = False) -> Iterator[Write]:
    """Gives a function that writes to `path`. What it wrote is there when the block ends without an error.

    A file that is there keeps its rights, a link stays a link and leads to the new content. What is no regular file (a
    named pipe, `/dev/stdout`, a device) is written to as it is, at once. With `private` only the owner may read it.
    Raises UnwritableError, and after any error in the block what was there before is there still.
    """
    with _told(path):
        before = _status(path)
        if before is not None and stat.S_ISDIR(before.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if before is not None and not stat.S_ISREG(before.st_mode):
            target, beside = path, None
            descriptor = os.open(path, os.O_WRONLY | _BINARY)
        else:
            target = path.resolve() if path.is_symlink() else path
            beside = target.with_name(f".{target.name[:_LONGEST_NAME]}.{secrets.token_hex(8)}.part")
            descriptor = _create(beside, before, private=private)
    stream = os.fdopen(descriptor, "wb")

    def write(piece: str | bytes) -> None:
        data = piece.encode("utf-8") if isinstance(piece, str) else piece
        with _told(path):
            stream.write(data)

    try:
        yield write
        with _told(path):
            stream.flush()
            if beside is not None:
                os.fsync(stream.fileno())  # else a crash may leave the new name without its content
            stream.close()
            if beside is not None:
                beside.replace(target)
    finally:
        with suppress(OSError):
            stream.close()
        if beside is not None:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def write_whole(path: Path, content: str | bytes, *, private: bool = False) -> None:
    """Write `content` to `path` by the rules of `open_whole`. Raises UnwritableError, which is an OSError."""
    with open_whole(path, private=private) as write:
        write(content)


def _status(path: Path) -> os.stat_result | None:
    """Of what `path` leads to; None where there is nothing yet."""
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _create(path: Path, before: os.stat_result | None, *, private: bool) -> int:
    """Make a file that nobody else has made or put a link in place of, with the rights of the one `before`."""
    rights = 0o600 if private else 0o666 if before is None else stat.S_IMODE(before.st_mode) & 0o777
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, rights)
    if before is not None and stat.S_IMODE(os.fstat(descriptor).st_mode) != rights:
        with suppress(OSError):  # the process's mask has taken some; where they cannot be given back there are fewer
            path.chmod(rights)
    return descriptor


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UnwritableError(error.errno, error.strerror or type(error).__name__, str(path)) from error
