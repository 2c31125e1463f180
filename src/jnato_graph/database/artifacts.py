"""The jars of Neo4j: which they are, whether those on disk are right, and fetching those that are not.

`neo4j.lock.json` lists each by its Maven coordinates with size and SHA-256 (made by `scripts/lock_neo4j.py`). A jar is
fetched beside its place and moved there only when its hash is right, so that nothing half-fetched is ever used, and a
download that broke off goes on where it stopped.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from jnato_graph.database.lock import Say, held
from jnato_graph.database.progress import MEGABYTE, download_progress
from jnato_graph.database.room import check_disk, check_writable
from jnato_graph.errors import DatabaseError

if TYPE_CHECKING:
    import requests

ATTEMPTS: Final = 4
CONNECTIONS: Final = 6
TIMEOUT: Final = (15, 60)  # seconds to connect, and without a byte
SPARE_BYTES: Final = 50 * MEGABYTE
WAY_OUT: Final = (
    "check the network (HTTPS_PROXY is honoured), set JNATO_MAVEN_REPOSITORY to a mirror, "
    "or set NEO4J_URI to a Neo4j of your own"
)


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

    @property
    def size(self) -> int:
        """Bytes of all jars together."""
        return sum(jar.size for jar in self.jars)


@cache
def distribution() -> Distribution:
    """The Neo4j that this version of the program runs."""
    data = json.loads(files("jnato_graph.database").joinpath("neo4j.lock.json").read_text(encoding="utf-8"))
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
    if os.pathsep in str(cache_folder):
        raise DatabaseError(f"{cache_folder} holds a {os.pathsep!r}, which Java cannot have: set JNATO_CACHE")
    wrong = wrong_jars(cache_folder, wanted.jars)
    if wrong:
        check_writable(cache_folder, variable="JNATO_CACHE")
        with held(cache_folder / "fetch.lock", waiting_for="fetching Neo4j", say=say, seconds=1800):
            wrong = wrong_jars(cache_folder, wrong)  # another command may have fetched them meanwhile
            if wrong:
                _fetch_all(cache_folder, wrong, repository or _default_repository(), wanted.version)
    return tuple(jar_folder(cache_folder) / jar.path for jar in wanted.jars)


def _is_right(path: Path, jar: Jar) -> bool:
    try:
        if path.stat().st_size != jar.size:
            return False
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == jar.sha256
    except OSError:
        return False


def _default_repository() -> str:
    """Maven Central's address, as the Maven client library has it."""
    from jgo.maven import MavenContext

    return str(MavenContext().remote_repos["central"]).rstrip("/")


def _fetch_all(cache_folder: Path, jars: Sequence[Jar], repository: str, version: str) -> None:
    import requests

    total = sum(jar.size for jar in jars)
    check_disk(cache_folder, total + SPARE_BYTES, variable="JNATO_CACHE")
    label = f"Fetching Neo4j {version} ({len(jars)} files, once)"
    with (
        requests.Session() as session,
        download_progress(label, total) as advance,
        ThreadPoolExecutor(CONNECTIONS) as pool,
    ):
        adapter = requests.adapters.HTTPAdapter(pool_maxsize=CONNECTIONS)
        session.mount("https://", adapter)
        session.mount("http://", adapter)
        session.headers["User-Agent"] = "jnato-graph"
        # The big ones first: then no single one is left to wait for at the end.
        ordered = sorted(jars, key=lambda jar: -jar.size)
        tasks = [pool.submit(_fetch, session, cache_folder, jar, repository, advance) for jar in ordered]
        try:
            for task in tasks:
                task.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _fetch(
    session: requests.Session, cache_folder: Path, jar: Jar, repository: str, advance: Callable[[int], None]
) -> None:
    """One jar, tried again while the trouble may pass."""
    import requests

    target = jar_folder(cache_folder) / jar.path
    for attempt in range(1, ATTEMPTS + 1):
        counted = 0

        def count(length: int) -> None:
            nonlocal counted
            counted += length
            advance(length)

        try:
            _fetch_once(session, f"{repository}/{jar.path}", target, jar, count)
        except (
            requests.ConnectionError,
            requests.Timeout,
            requests.exceptions.ChunkedEncodingError,
            _BusyError,
        ) as error:
            advance(-counted)
            if attempt == ATTEMPTS:
                raise DatabaseError(f"{jar.path.name} could not be fetched ({_cause(error)}): {WAY_OUT}") from error
            time.sleep(2.0 ** (attempt - 1))
        except requests.RequestException as error:
            raise DatabaseError(f"{jar.path.name} could not be fetched ({_cause(error)}): {WAY_OUT}") from error
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise DatabaseError(
                    f"the disk of {cache_folder} is full: make room there, or set JNATO_CACHE to another folder"
                ) from error
            raise DatabaseError(f"{target} cannot be written ({error.strerror}): set JNATO_CACHE to another") from error
        else:
            return


class _BusyError(Exception):
    """The server asks to come again later."""


def _fetch_once(
    session: requests.Session, address: str, target: Path, jar: Jar, advance: Callable[[int], None]
) -> None:
    with session.get(address, stream=True, timeout=TIMEOUT) as response:
        if response.status_code == 429 or response.status_code >= 500:
            raise _BusyError(f"HTTP {response.status_code}")
        if response.status_code != 200:
            raise DatabaseError(f"{jar.path.name} could not be fetched (HTTP {response.status_code}): {WAY_OUT}")
        target.parent.mkdir(parents=True, exist_ok=True)
        digest, size = hashlib.sha256(), 0
        handle, partial = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                for chunk in response.iter_content(1 << 16):
                    size += len(chunk)
                    if size > jar.size:
                        break
                    digest.update(chunk)
                    stream.write(chunk)
                    advance(len(chunk))
            if size != jar.size or digest.hexdigest() != jar.sha256:
                raise DatabaseError(
                    f"{jar.path.name} as fetched has not the SHA-256 of the lock file and was thrown away: "
                    "try again; if it stays so, the repository or a proxy on the way alters files"
                )
            Path(partial).replace(target)
        except BaseException:
            Path(partial).unlink(missing_ok=True)
            raise


def _cause(error: BaseException) -> str:
    """The innermost reason in a few words; `requests` wraps it several times over."""
    while True:
        inner = getattr(error, "reason", None) or error.__cause__ or error.__context__
        if not isinstance(inner, BaseException):
            break
        error = inner
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
