"""The jars of Neo4j: which they are, and whether those on disk are right.

`neo4j.lock.json` lists each by its Maven coordinates with size and SHA-256 (made by `scripts/lock_neo4j.py`).
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import Final

from jnato_graph.database.lock import Say, held
from jnato_graph.database.room import MEGABYTE, check_disk, check_writable
from jnato_graph.errors import DatabaseError

SPARE_BYTES: Final = 50 * MEGABYTE
LOCK_SECONDS: Final = 1800


@dataclass(frozen=True, slots=True, kw_only=True)
class Jar:
    """One file of Neo4j. `path` is its place in a Maven repository, here and there."""

    coordinates: str
    size: int
    sha256: str

    @property
    def path(self) -> PurePosixPath:
        """As Maven lays it: group/artifact/version/artifact-version[-classifier].jar."""
        group, artifact, version, *classifier = self.coordinates.split(":")
        name = "-".join([artifact, version, *classifier])
        return PurePosixPath(group.replace(".", "/"), artifact, version, f"{name}.jar")


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution:
    """All jars of one version, in the order of the class path."""

    version: str
    jars: tuple[Jar, ...]


@cache
def distribution() -> Distribution:
    """The Neo4j that this version of the program runs."""
    return read_lock(files("jnato_graph.database").joinpath("neo4j.lock.json").read_text(encoding="utf-8"))


def read_lock(text: str) -> Distribution:
    """The jars that a lock file of `scripts/lock_neo4j.py` names."""
    data = json.loads(text)
    jars = tuple(Jar(coordinates=row["jar"], size=row["size"], sha256=row["sha256"]) for row in data["jars"])
    return Distribution(version=data["neo4j"], jars=jars)


def jar_folder(cache_folder: Path) -> Path:
    """Where the jars lie: one Maven layout for all versions, since most jars outlive a version."""
    return cache_folder / "maven"


def wrong_jars(cache_folder: Path, jars: Sequence[Jar]) -> list[Jar]:
    """Those that are missing or have not the size and SHA-256 of the lock file."""
    return [jar for jar in jars if not _is_right(jar_folder(cache_folder) / jar.path, jar)]


def ensure_jars(
    cache_folder: Path, wanted: Distribution, *, repository: str | None = None, say: Say
) -> tuple[Path, ...]:
    """The jars on disk, each checked against its SHA-256; the missing and the damaged ones are fetched first.

    `repository` is the address of a Maven repository (default: the one of the library `jgo`, Maven Central). Raises
    `DatabaseError` with the way out when one cannot be fetched, is not what the lock file says, or the disk is full.
    """
    from jnato_graph.database.fetching import fetch_jars

    if os.pathsep in str(cache_folder):
        raise DatabaseError(f"{cache_folder} holds a {os.pathsep!r}, which Java cannot have: set JNATO_CACHE")
    wrong = wrong_jars(cache_folder, wanted.jars)
    if wrong:
        check_writable(cache_folder, variable="JNATO_CACHE")
        lock = cache_folder / "fetch.lock"
        with held(lock, waiting_for="fetching Neo4j", say=say, seconds=LOCK_SECONDS, variable="JNATO_CACHE"):
            wrong = wrong_jars(cache_folder, wrong)  # another command may have fetched them meanwhile
            if wrong:
                check_disk(cache_folder, sum(jar.size for jar in wrong) + SPARE_BYTES, variable="JNATO_CACHE")
                fetch_jars(
                    cache_folder, wrong, repository, f"Fetching Neo4j {wanted.version} ({len(wrong)} files, once)"
                )
    return tuple(jar_folder(cache_folder) / jar.path for jar in wanted.jars)


def _is_right(path: Path, jar: Jar) -> bool:
    try:
        if path.stat().st_size != jar.size:
            return False
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == jar.sha256
    except OSError:
        return False
