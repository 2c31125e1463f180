"""A lock between processes: two commands that both want the database started must start one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from jnato_graph.errors import DatabaseError

Say = Callable[[str], None]


def silent(message: str) -> None:
    """A `Say` for those who want to hear nothing."""
    del message


@contextmanager
def held(path: Path, *, waiting_for: str, say: Say, seconds: float, variable: str) -> Iterator[None]:
    """Hold the lock file at `path`. It is the operating system's lock: a process that dies lets go of it.

    Says once that it waits, and for what. Raises `DatabaseError` when it is not free after `seconds`, or when the
    file cannot be made, naming the setting that moves its folder.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(path, mode=0o600)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            say(f"Waiting for another command that is {waiting_for} …")
            lock.acquire(timeout=seconds)
    except Timeout as error:
        raise DatabaseError(
            f"another command has been {waiting_for} for more than {seconds:.0f} s (it holds {path}): "
            "wait for it or end it, then try again"
        ) from error
    except (OSError, NotImplementedError) as error:
        raise DatabaseError(f"{path} cannot be locked ({error}): set {variable} to a folder on a local disk") from error
    try:
        yield
    finally:
        lock.release()
