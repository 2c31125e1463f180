"""The process of the embedded Neo4j: what is known of it on disk, whether it lives, starting and ending it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import psutil

from jnato_graph.database.ports import is_free
from jnato_graph.errors import DatabaseError
from jnato_graph.whole_file import write_whole

STOP_SECONDS: Final = 60
SAME: Final = 1.0  # seconds by which two readings of when a process began may differ
HIDDEN_PREFIXES: Final = ("NEO4J_", "JNATO_")  # the server needs none of them, and one is a password


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What `server.json` keeps of the server last started. `created` tells its process from a later one of that id."""

    pid: int
    created: float
    bolt_port: int
    http_port: int
    version: str


def record_file(server_home: Path) -> Path:
    """Where the record is kept."""
    return server_home / "server.json"


def read_record(server_home: Path) -> Record | None:
    """The record, or None when there is none or it is damaged (then the process is looked for by its command line)."""
    try:
        return Record(**json.loads(record_file(server_home).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write_record(server_home: Path, record: Record) -> None:
    """Keep the record, in one step."""
    write_whole(record_file(server_home), json.dumps(asdict(record)) + "\n")


def remember(server_home: Path, pid: int, *, bolt_port: int, http_port: int, version: str) -> Record:
    """Make and keep the record of a process just started."""
    try:
        created = float(psutil.Process(pid).create_time())
    except psutil.NoSuchProcess:  # it failed at once, which is noticed by whoever waits for it
        created = 0.0
    record = Record(pid=pid, created=created, bolt_port=bolt_port, http_port=http_port, version=version)
    write_record(server_home, record)
    return record


def forget_record(server_home: Path) -> None:
    """The server was stopped on purpose."""
    record_file(server_home).unlink(missing_ok=True)


def living(record: Record) -> psutil.Process | None:
    """The process of the record, if it still runs."""
    try:
        process = psutil.Process(record.pid)
        return process if abs(process.create_time() - record.created) < SAME and not _is_gone(process) else None
    except psutil.Error:
        return None


def stray(server_home: Path) -> psutil.Process | None:
    """A process that runs on that home though no record says so (its starter was killed before it wrote one)."""
    mark = f"--home-dir={server_home}"
    for process in psutil.process_iter(["cmdline", "status"]):
        found: dict[str, Any] = process.info
        if mark in (found["cmdline"] or ()) and found["status"] != psutil.STATUS_ZOMBIE:
            return process
    return None


def listens(process: psutil.Process, port: int) -> bool:
    """Whether this very process takes connections on that port."""
    try:
        return any(
            found.status == psutil.CONN_LISTEN and found.laddr.port == port for found in process.net_connections("tcp")
        )
    except psutil.NoSuchProcess:
        return False
    except psutil.AccessDenied:  # where that may not be asked, the port alone must do
        return not is_free(port)


def launch(command: Sequence[str], server_home: Path) -> subprocess.Popen[bytes]:
    """Start the command in a session of its own, so that it outlives this one and its terminal."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(HIDDEN_PREFIXES)}
    if sys.platform == "linux":
        environment["LC_ALL"] = "C.UTF-8"  # else Java cannot open paths with more than ASCII where no locale is set
    log = console_log(server_home)
    log.parent.mkdir(parents=True, exist_ok=True)
    flags = 0
    if os.name == "nt":
        flags = getattr(subprocess, "DETACHED_PROCESS", 0) | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
    with log.open("wb") as output:
        return subprocess.Popen(
            command,
            cwd=server_home,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            creationflags=flags,
        )


def console_log(server_home: Path) -> Path:
    """What the server printed since its last start."""
    return server_home / "logs" / "console.log"


def end(process: psutil.Process) -> None:
    """Ask it to end, as Neo4j does cleanly; kill it when it does not. Its data are safe either way."""
    try:
        process.terminate()
        if not _wait(process, STOP_SECONDS):
            process.kill()
            if not _wait(process, STOP_SECONDS):
                raise DatabaseError(f"process {process.pid} (Neo4j) does not end: end it by hand")
    except psutil.NoSuchProcess:
        return
    except psutil.AccessDenied as error:
        raise DatabaseError(f"process {process.pid} (Neo4j) may not be ended by you: its owner can") from error


def _is_gone(process: psutil.Process) -> bool:
    """Whether it has ended; one that its parent has not taken notice of (a zombie) has."""
    try:
        return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def _wait(process: psutil.Process, seconds: float) -> bool:
    """Wait for its end, and say whether it came. (`Process.wait` would wait for a zombie's parent, too.)"""
    deadline = time.monotonic() + seconds
    while not _is_gone(process):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True
