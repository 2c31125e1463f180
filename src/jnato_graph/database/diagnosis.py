"""Why the embedded Neo4j ended at its start, from what it left behind."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import Final

from jnato_graph.errors import DatabaseError

LONGEST: Final = 300
PORT_WORDS: Final = ("Address already in use", "BindException", "already bound")
MEMORY_WORDS: Final = ("Could not reserve enough space", "insufficient memory", "OutOfMemoryError", "Cannot allocate")
DISK_WORDS: Final = ("No space left on device", "not enough space on the disk", "Disk quota exceeded")


def reason_of_end(home: Path, log: Path, *, exit_code: int | None) -> DatabaseError | None:
    """What to say of a server that ended instead of answering. `log` is what it printed, `home` its folder.

    None when another program has one of its ports: there is nothing to say then, since other ports can be tried.
    """
    text = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
    if any(words in text for words in PORT_WORDS):
        return None
    if any(words in text for words in MEMORY_WORDS):
        return DatabaseError(f"memory is missing for the embedded Neo4j ({log}): end programs, or set JNATO_HEAP=256m")
    if any(words in text for words in DISK_WORDS):
        return DatabaseError(f"the disk of {home} is full: make room there, or set JNATO_HOME to another folder")
    if "StoreLock" in text or "FileLockException" in text:
        return DatabaseError(f"another Neo4j uses {home} already: end it, or set JNATO_HOME to another folder")
    if exit_code == -signal.SIGTERM or exit_code == 128 + signal.SIGTERM:
        return DatabaseError("the embedded Neo4j was ended from outside while it started: try again")
    if exit_code is not None and exit_code < 0:
        return DatabaseError(
            f"the embedded Neo4j was killed at its start (signal {-exit_code}), as happens where memory is missing: "
            "end some programs, or set JNATO_HEAP=256m"
        )
    return DatabaseError(f"the embedded Neo4j ended at its start: {_last_cause(text)} (all of it: {log})")


def _last_cause(text: str) -> str:
    """The line that says most: the innermost cause of a Java error, else an error line, else the last one."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for beginning in ("Caused by:", "Error:", "Unrecognized", "Exception in thread"):
        matching = [line for line in lines if line.startswith(beginning)]
        if matching:
            return matching[-1][:LONGEST]
    return lines[-1][:LONGEST] if lines else "it printed nothing"
