"""Fetching jars from a Maven repository: several at a time, tried again where that may help, each checked.

A jar is written beside its place and moved there only when its hash is right. So nothing half-fetched is ever used, and
a download that broke off goes on where it stopped.
"""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jnato_graph.database.artifacts import Jar, jar_folder
from jnato_graph.database.progress import download_progress
from jnato_graph.errors import DatabaseError

if TYPE_CHECKING:
    import requests

ATTEMPTS: Final = 4
PAUSE: Final = 1.0  # seconds before the second attempt, doubled before each further one
CONNECTIONS: Final = 6
TIMEOUT: Final = (15, 60)  # seconds to connect, and without a byte
CHUNK: Final = 1 << 16
OK: Final = 200
TOO_MANY: Final = 429
SERVER_FAULT: Final = 500
WAY_OUT: Final = (
    "check the network (HTTPS_PROXY is honoured), set JNATO_MAVEN_REPOSITORY to a mirror, "
    "or set NEO4J_URI to a Neo4j of your own"
)

Count = Callable[[int], None]


class _BusyError(Exception):
    """The server asks to come again later."""


class _StoppedError(Exception):
    """Another jar failed, or the user interrupted: this one is not wanted any more."""


def fetch_jars(cache_folder: Path, jars: Sequence[Jar], repository: str | None, label: str) -> None:
    """Fetch these jars, with a progress bar. `repository` is an address (default: Maven Central).

    Raises `DatabaseError` with the way out at the first that cannot be had; those that came in stay.
    """
    import requests

    repository = repository or _default_repository()
    stop = threading.Event()
    with requests.Session() as session, download_progress(label, sum(jar.size for jar in jars)) as advance:
        adapter = requests.adapters.HTTPAdapter(pool_maxsize=CONNECTIONS)
        session.mount("https://", adapter)
        session.mount("http://", adapter)
        session.headers["User-Agent"] = "jnato-graph"

        def fetch(jar: Jar) -> None:
            _fetch(session, f"{repository}/{jar.path}", jar_folder(cache_folder) / jar.path, jar, advance, stop)

        with ThreadPoolExecutor(CONNECTIONS) as pool:
            # The big ones first: then no single one is left to wait for at the end.
            tasks = [pool.submit(fetch, jar) for jar in sorted(jars, key=lambda jar: -jar.size)]
            try:
                for task in tasks:
                    task.result()
            except _StoppedError:
                # The one that stopped it stands further down, and says why.
                raise next(error for task in tasks if (error := _failure(task.exception()))) from None
            finally:
                stop.set()


def _failure(error: BaseException | None) -> BaseException | None:
    return None if isinstance(error, _StoppedError) else error


def _default_repository() -> str:
    """Maven Central's address, as the Maven client library has it."""
    from jgo.maven import MavenContext

    return str(MavenContext().remote_repos["central"]).rstrip("/")


def _fetch(
    session: requests.Session, address: str, target: Path, jar: Jar, advance: Count, stop: threading.Event
) -> None:
    """One jar, tried again while the trouble may pass. The first failure stops the others."""
    try:
        for attempt in range(ATTEMPTS):
            if attempt and stop.wait(PAUSE * 2 ** (attempt - 1)):
                raise _StoppedError
            try:
                _fetch_once(session, address, target, jar, advance, stop)
            except _passing_troubles() as error:
                trouble: Exception = error
            else:
                return
        raise DatabaseError(f"{jar.path.name} could not be fetched ({_cause(trouble)}): {WAY_OUT}") from trouble
    except OSError as error:  # of the disk, or one of `requests` that no further attempt would change
        stop.set()
        raise _explained(error, target, jar) from error
    except BaseException:
        stop.set()
        raise


def _passing_troubles() -> tuple[type[Exception], ...]:
    import requests

    return (requests.ConnectionError, requests.Timeout, requests.exceptions.ChunkedEncodingError, _BusyError)


def _fetch_once(
    session: requests.Session, address: str, target: Path, jar: Jar, advance: Count, stop: threading.Event
) -> None:
    with session.get(address, stream=True, timeout=TIMEOUT) as response:
        if response.status_code == TOO_MANY or response.status_code >= SERVER_FAULT:
            raise _BusyError(f"HTTP {response.status_code}")
        if response.status_code != OK:
            raise DatabaseError(f"{jar.path.name} could not be fetched (HTTP {response.status_code}): {WAY_OUT}")
        target.parent.mkdir(parents=True, exist_ok=True)
        digest, size = hashlib.sha256(), 0
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        partial = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                for chunk in response.iter_content(CHUNK):
                    if stop.is_set():
                        raise _StoppedError
                    size += len(chunk)
                    if size > jar.size:  # something else, perhaps without an end
                        break
                    digest.update(chunk)
                    stream.write(chunk)
                    advance(len(chunk))
            if size != jar.size or digest.hexdigest() != jar.sha256:
                raise DatabaseError(
                    f"{jar.path.name} as fetched has not the SHA-256 of the lock file and was thrown away: "
                    "try again; if it stays so, the repository or a proxy on the way alters files"
                )
            partial.replace(target)
        except BaseException:
            partial.unlink(missing_ok=True)
            advance(-min(size, jar.size))
            raise


def _explained(error: OSError, target: Path, jar: Jar) -> DatabaseError:
    import requests

    if isinstance(error, requests.RequestException):
        return DatabaseError(f"{jar.path.name} could not be fetched ({_cause(error)}): {WAY_OUT}")
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DatabaseError(f"the disk of {target.parent} is full: make room there, or set JNATO_CACHE to another")
    return DatabaseError(f"{target} cannot be written ({error.strerror}): set JNATO_CACHE to another folder")


def _cause(error: BaseException) -> str:
    """The innermost reason in a few words; `requests` wraps it several times over."""
    while True:
        inner = getattr(error, "reason", None) or error.__cause__ or error.__context__
        if not isinstance(inner, BaseException):
            break
        error = inner
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
