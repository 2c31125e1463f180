"""Whether the machine has room for the embedded Neo4j: disk and memory, with a container's own limit on it."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path
from typing import Final

from jnato_graph.errors import DatabaseError

MEGABYTE: Final = 1 << 20
GIGABYTE: Final = 1 << 30
DISK_NEEDED: Final = 200 * MEGABYTE  # an empty database takes 2 MB; this leaves room to work
MEMORY_NEEDED: Final = 400 * MEGABYTE  # what it holds once started, measured: 310 MB
PAGE_CACHE: Final = 128 * MEGABYTE  # enough for some 50,000 claims; it is taken in steps of as much
CONTROL_GROUP: Final = Path("/sys/fs/cgroup")


def memory_total() -> int:
    """Bytes of memory that this machine, or the container that this runs in, has."""
    import psutil

    return min(int(psutil.virtual_memory().total), _container_limit() or 1 << 62)


def memory_available() -> int:
    """Bytes of memory that a new program could take."""
    import psutil

    available = int(psutil.virtual_memory().available)
    limit = _container_limit()
    if limit is not None:
        available = min(available, limit - _container_used())
    return available


def default_heap(total: int) -> str:
    """The most that Java's heap may grow to on a machine with that much memory."""
    if total >= 16 * GIGABYTE:
        return "2g"
    return "1g" if total >= 4 * GIGABYTE else "512m"


def page_cache(stored: int, total: int) -> int:
    """Bytes in which Neo4j keeps pages of a database of `stored` bytes on a machine with that much memory.

    All of it and a quarter more, so that it can grow, but never more than a quarter of the machine: a graph that does
    not fit is read from its files again with each query.
    """
    wanted = min(stored + stored // 4, total // 4)
    return max(PAGE_CACHE, -(-wanted // PAGE_CACHE) * PAGE_CACHE)


def stored_bytes(server_home: Path) -> int:
    """Bytes of the databases in a server's home; what cannot be looked at counts as nothing."""
    folder = server_home / "data" / "databases"
    found = 0
    for path in folder.rglob("*") if folder.is_dir() else ():
        with contextlib.suppress(OSError):
            found += path.stat().st_size if path.is_file() else 0
    return found


def check_disk(folder: Path, needed: int, *, variable: str) -> None:
    """Raises `DatabaseError` when the disk of that folder has less free, naming the setting that moves the folder."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise DatabaseError(f"{folder} cannot be used ({error.strerror}): set {variable} to another folder") from error
    if free < needed:
        raise DatabaseError(
            f"{folder} has {free // MEGABYTE} MB free, {needed // MEGABYTE} MB are needed: "
            f"make room there, or set {variable} to a folder on another disk"
        )


def check_memory() -> None:
    """Raises `DatabaseError` when there is too little memory to start Neo4j."""
    available = memory_available()
    if available < MEMORY_NEEDED:
        raise DatabaseError(
            f"{available // MEGABYTE} MB of memory are available, the embedded Neo4j needs "
            f"{MEMORY_NEEDED // MEGABYTE} MB: end some programs, or set NEO4J_URI to a Neo4j elsewhere"
        )


def check_writable(folder: Path, *, variable: str) -> None:
    """Make the folder, for its owner only. Raises `DatabaseError` when it cannot be made or written."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        writable = os.access(folder, os.W_OK | os.X_OK)
        reason = "" if writable else "no permission to write"
    except OSError as error:
        reason = error.strerror or type(error).__name__
    if reason:
        raise DatabaseError(f"{folder} cannot be used ({reason}): set {variable} to another folder")


def _container_limit() -> int | None:
    """What a container's own control group allows it, None when nothing."""
    text = _read(CONTROL_GROUP / "memory.max")
    return int(text) if text.isdigit() else None


def _container_used() -> int:
    text = _read(CONTROL_GROUP / "memory.current")
    return int(text) if text.isdigit() else 0


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
