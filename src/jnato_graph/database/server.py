"""The embedded Neo4j: started when it is wanted, found when it runs, stopped, and thrown away."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from jnato_graph.database import process as processes
from jnato_graph.database.artifacts import distribution, ensure_jars
from jnato_graph.database.configuration import command_line, default_heap, write_configuration
from jnato_graph.database.connection import Connection, explain, open_driver
from jnato_graph.database.java import find_java
from jnato_graph.database.lock import Say, held
from jnato_graph.database.password import USER, ensure_password, password_file, read_password
from jnato_graph.database.ports import BOLT, HOST, HTTP, choose_port
from jnato_graph.errors import DatabaseError

if TYPE_CHECKING:
    import psutil

    from jnato_graph.settings import Settings

MEGABYTE: Final = 1 << 20
DISK_NEEDED: Final = 200 * MEGABYTE
MEMORY_NEEDED: Final = 450 * MEGABYTE  # what it takes once started, measured
PORT_TRIES: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How the embedded database is. `crashed`: it was not stopped on purpose, and its process is gone."""

    state: Literal["running", "stopped", "crashed", "never started"]
    home: Path
    pid: int | None = None
    connection: Connection | None = None


def say_on_stderr(message: str) -> None:
    """The usual `Say`."""
    print(message, file=sys.stderr, flush=True)


def server_home(settings: Settings) -> Path:
    """The folder of the embedded database: configuration, data, logs, password."""
    return settings.home / "neo4j"


def ensure_server(settings: Settings, *, say: Say = say_on_stderr) -> Connection:
    """The embedded database, running and answering; started if it does not run, again if it crashed.

    Two calls at once, in whatever processes, start one. Raises `DatabaseError` with the way out when its files cannot
    be fetched, or a port, disk or memory is missing.
    """
    home = server_home(settings)
    _make_home(home)
    with held(_lock_file(settings), waiting_for="starting the database", say=say, seconds=1800):
        record = processes.read_record(home)
        process = processes.living(record) if record else None
        if record is not None and process is not None:
            return _await(home, record, process, settings.start_seconds)
        if record is not None:
            say(f"The embedded Neo4j had ended by itself ({processes.console_log(home)}); starting it again.")
        left_over = processes.stray(home)
        if left_over is not None:  # its ports are not known for sure: begin anew
            processes.end(left_over)
        return _start(settings, home, say)


def stop_server(settings: Settings, *, say: Say = say_on_stderr) -> bool:
    """Stop the embedded database. Gives whether it was running."""
    home = server_home(settings)
    if not home.is_dir():
        return False
    with held(_lock_file(settings), waiting_for="starting the database", say=say, seconds=1800):
        return _stop(home)


def reset_server(settings: Settings, *, say: Say = say_on_stderr) -> bool:
    """Stop it and remove its folder with all data, logs and password. Gives whether there was one."""
    home = server_home(settings)
    if not home.is_dir():
        return False
    with held(_lock_file(settings), waiting_for="starting the database", say=say, seconds=1800):
        _stop(home)
        try:
            shutil.rmtree(home)
        except OSError as error:
            raise DatabaseError(f"{home} cannot be removed ({error.strerror}): remove it by hand") from error
    return True


def server_status(settings: Settings) -> Status:
    """How the embedded database is now. Starts nothing and waits for nothing."""
    home = server_home(settings)
    record = processes.read_record(home)
    if record is None:
        return Status(state="stopped" if password_file(home).exists() else "never started", home=home)
    process = processes.living(record)
    if process is None:
        return Status(state="crashed", home=home)
    return Status(state="running", home=home, pid=record.pid, connection=_connection(home, record))


def _lock_file(settings: Settings) -> Path:
    return settings.home / "neo4j.lock"


def _make_home(home: Path) -> None:
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise DatabaseError(f"{home} cannot be made ({error.strerror}): set JNATO_HOME to another folder") from error


def _stop(home: Path) -> bool:
    record = processes.read_record(home)
    process = (processes.living(record) if record else None) or processes.stray(home)
    if process is not None:
        processes.end(process)
    processes.forget_record(home)
    return process is not None


def _start(settings: Settings, home: Path, say: Say) -> Connection:
    java = find_java(settings.java)
    wanted = distribution()
    jars = ensure_jars(settings.cache, wanted, repository=settings.maven_repository, say=say)
    _check_room(home)
    heap = settings.heap or default_heap(_memory().total)
    ensure_password(home)
    refused: frozenset[int] = frozenset()
    for attempt in range(1, PORT_TRIES + 1):
        bolt = choose_port(BOLT, settings.bolt_port, "JNATO_BOLT_PORT", taken=refused | _only(settings.http_port))
        http = choose_port(HTTP, settings.http_port, "JNATO_HTTP_PORT", taken=refused | {bolt})
        write_configuration(home, bolt_port=bolt, http_port=http)
        say(f"Starting Neo4j {wanted.version} on {HOST}: Bolt {bolt}, Browser {http} …")
        started = processes.launch(command_line(java, jars, home, heap), home)
        record = processes.Record(
            pid=started.pid, created=_created(started), bolt_port=bolt, http_port=http, version=wanted.version
        )
        processes.write_record(home, record)
        try:
            connection = _await(home, record, started, settings.start_seconds)
        except _PortLost:
            # Somebody took the port between our look and the start: others are tried.
            processes.forget_record(home)
            refused |= {bolt, http}
            if attempt == PORT_TRIES:
                break
            continue
        except BaseException:
            if started.poll() is not None:
                processes.forget_record(home)
            raise
        started.returncode = 0  # it is meant to outlive this process: nobody shall warn that it still runs
        return connection
    raise DatabaseError(
        "other programs keep taking the ports of the embedded Neo4j: set JNATO_BOLT_PORT and _HTTP_PORT"
    )


class _PortLost(Exception):
    """The server ended because a port was taken."""


def _only(port: int | None) -> frozenset[int]:
    return frozenset() if port is None else frozenset({port})


def _created(started: subprocess.Popen[bytes]) -> float:
    import psutil

    try:
        return float(psutil.Process(started.pid).create_time())
    except psutil.NoSuchProcess:  # it failed at once: what it printed is told by the waiting
        return time.time()


def _memory() -> psutil.svmem:
    import psutil

    return psutil.virtual_memory()


def _check_room(home: Path) -> None:
    free = shutil.disk_usage(home).free
    if free < DISK_NEEDED:
        raise DatabaseError(
            f"{home} has {free // MEGABYTE} MB free, the embedded Neo4j needs {DISK_NEEDED // MEGABYTE} MB: "
            "make room there, or set JNATO_HOME to a folder on another disk"
        )
    available = _memory().available
    if available < MEMORY_NEEDED:
        raise DatabaseError(
            f"{available // MEGABYTE} MB of memory are available, the embedded Neo4j needs "
            f"{MEMORY_NEEDED // MEGABYTE} MB: end some programs, or set NEO4J_URI to a Neo4j elsewhere"
        )


def _connection(home: Path, record: processes.Record) -> Connection:
    return Connection(
        uri=f"bolt://{HOST}:{record.bolt_port}",
        username=USER,
        password=read_password(home),
        database="neo4j",
        embedded=True,
        browser=f"http://{HOST}:{record.http_port}/browser/",
        password_file=str(password_file(home)),
    )


def _await(
    home: Path, record: processes.Record, process: psutil.Process | subprocess.Popen[bytes], seconds: int
) -> Connection:
    """Wait until the server answers a query. Raises `DatabaseError` when it ends before or takes too long."""
    from neo4j.exceptions import AuthError, DriverError, Neo4jError

    connection = _connection(home, record)
    last: BaseException | None = None
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if isinstance(process, subprocess.Popen) and process.poll() is not None:
            raise _reason_of_end(home)
        if not isinstance(process, subprocess.Popen) and processes.living(record) is None:
            raise _reason_of_end(home)
        if _listens(record.bolt_port):
            try:
                with open_driver(connection, verify=False) as driver:
                    driver.execute_query("RETURN 1", database_=connection.database)
                    return connection
            except AuthError as error:
                raise explain(error, connection) from error
            except (DriverError, Neo4jError, OSError) as error:
                last = error
        time.sleep(0.1)
    raise DatabaseError(
        f"the embedded Neo4j has not answered for {seconds} s ({last or 'its port is closed'}; see "
        f"{processes.console_log(home)}): jnato-graph db stop, then try again, or set JNATO_START_SECONDS higher"
    )


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1.0)
        return probe.connect_ex((HOST, port)) == 0


def _reason_of_end(home: Path) -> Exception:
    """Why the server ended at its start, from what it printed."""
    log = processes.console_log(home)
    text = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
    if "Address already in use" in text or "BindException" in text:
        return _PortLost()
    if "Could not reserve enough space" in text or "insufficient memory" in text or "OutOfMemoryError" in text:
        return DatabaseError(f"memory is missing for the embedded Neo4j ({log}): end programs, or set JNATO_HEAP=256m")
    if "No space left on device" in text:
        return DatabaseError(f"the disk of {home} is full: make room there, or set JNATO_HOME to another folder")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    causes = [line for line in lines if line.startswith(("Caused by:", "Error:", "Unrecognized"))]
    said = (causes or lines or ["it printed nothing"])[-1]
    return DatabaseError(f"the embedded Neo4j ended at its start: {said[:300]} (all of it: {log})")
