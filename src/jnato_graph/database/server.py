"""The embedded Neo4j: started when it is wanted, found when it runs, stopped, and thrown away."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from jnato_graph.database import process as processes
from jnato_graph.database.artifacts import distribution, ensure_jars
from jnato_graph.database.configuration import command_line, write_configuration
from jnato_graph.database.connection import Connection, open_driver
from jnato_graph.database.diagnosis import reason_of_end
from jnato_graph.database.home import is_ours, take_home
from jnato_graph.database.java import find_java
from jnato_graph.database.lock import Say, held
from jnato_graph.database.password import USER, ensure_password, password_file, read_password
from jnato_graph.database.ports import BOLT, HOST, HTTP, choose_port
from jnato_graph.database.room import (
    DISK_NEEDED,
    check_disk,
    check_memory,
    default_heap,
    memory_total,
    page_cache,
    stored_bytes,
)
from jnato_graph.errors import DatabaseError

if TYPE_CHECKING:
    from jnato_graph.settings import Settings

State = Literal["running", "starting", "stopped", "crashed", "never started"]

DATABASE: Final = "neo4j"  # the only one that the Community edition has beside its own
PORT_TRIES: Final = 3
LOCK_SECONDS: Final = 1800


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How the embedded database is. `crashed`: it was not stopped on purpose, and its process is gone."""

    state: State
    home: Path
    pid: int | None = None
    connection: Connection | None = None


def say_on_stderr(message: str) -> None:
    """The usual `Say`."""
    sys.stderr.write(message + "\n")
    sys.stderr.flush()


def server_home(settings: Settings) -> Path:
    """The folder of the embedded database: configuration, data, logs, password."""
    return settings.home / "neo4j"


def ensure_server(settings: Settings, *, say: Say = say_on_stderr) -> Connection:
    """The embedded database, running and answering; started if it does not run, again if it crashed.

    Two calls at once, in whatever processes, start one. Raises `DatabaseError` with the way out when its files cannot
    be fetched, a port, disk or memory is missing, or its folder is somebody else's.
    """
    home = server_home(settings)
    take_home(home)
    with _locked(settings, say):
        record = processes.read_record(home)
        if record is not None:
            running = processes.living(record)
            if running is not None and record.version != distribution().version:
                say(f"Neo4j {record.version} is replaced by {distribution().version}.")
                processes.end(running)
            elif running is not None:
                with contextlib.suppress(_EndedError):  # it may have been about to end
                    return _await(home, record, None, settings.start_seconds)
            if record.version == distribution().version:
                say(f"The embedded Neo4j had ended by itself ({processes.console_log(home)}); starting it again.")
        left_over = processes.stray(home)
        if left_over is not None:  # nobody knows its ports for sure: begin anew
            processes.end(left_over)
        return _start(settings, home, say)


def stop_server(settings: Settings, *, say: Say = say_on_stderr) -> bool:
    """Stop the embedded database. Gives whether it was running."""
    home = server_home(settings)
    if not is_ours(home):
        return False
    with _locked(settings, say):
        return _stop(home)


def reset_server(settings: Settings, *, say: Say = say_on_stderr) -> bool:
    """Stop it and remove its folder with all data, logs and password. Gives whether there was one.

    Raises `DatabaseError` when the folder was not made by this program, and leaves it as it is.
    """
    home = server_home(settings)
    if not is_ours(home):
        return False
    with _locked(settings, say):
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
    state: State = "running" if processes.listens(process, record.bolt_port) else "starting"
    return Status(state=state, home=home, pid=record.pid, connection=_connection(home, record))


def _locked(settings: Settings, say: Say) -> contextlib.AbstractContextManager[None]:
    return held(
        settings.home / "neo4j.lock",
        waiting_for="starting or stopping the database",
        say=say,
        seconds=LOCK_SECONDS,
        variable="JNATO_HOME",
    )


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
    check_disk(home, DISK_NEEDED, variable="JNATO_HOME")
    check_memory()
    command = command_line(java, jars, home, settings.heap or default_heap(memory_total()))
    ensure_password(home)
    pages = page_cache(stored_bytes(home), memory_total())
    lost: frozenset[int] = frozenset()  # ports that somebody took between our look and the start
    for _ in range(PORT_TRIES):
        bolt = choose_port(BOLT, settings.bolt_port, "JNATO_BOLT_PORT", avoid=lost | _only(settings.http_port))
        http = choose_port(HTTP, settings.http_port, "JNATO_HTTP_PORT", avoid=lost | {bolt})
        write_configuration(home, bolt_port=bolt, http_port=http, pages=pages)
        say(f"Starting Neo4j {wanted.version} on {HOST}: Bolt on port {bolt}, Browser on port {http} …")
        started = processes.launch(command, home)
        record = processes.remember(home, started.pid, bolt_port=bolt, http_port=http, version=wanted.version)
        try:
            return _await(home, record, started, settings.start_seconds)
        except _EndedError:
            processes.forget_record(home)
            reason = reason_of_end(home, processes.console_log(home), exit_code=started.wait())
            if reason is not None:
                raise reason from None
            lost |= {bolt, http}
        finally:
            if started.poll() is None:
                started.returncode = 0  # it is meant to outlive this process: nobody shall warn that it still runs
    raise DatabaseError(
        "other programs keep taking the ports of the embedded Neo4j: set JNATO_BOLT_PORT and JNATO_HTTP_PORT"
    )


class _EndedError(Exception):
    """The process that was waited for is gone."""


def _only(port: int | None) -> frozenset[int]:
    return frozenset() if port is None else frozenset({port})


def _connection(home: Path, record: processes.Record) -> Connection:
    return Connection(
        uri=f"bolt://{HOST}:{record.bolt_port}",
        username=USER,
        password=read_password(home),
        database=DATABASE,
        embedded=True,
        # With the user name filled in, so that only the password is to be given.
        browser=f"http://{HOST}:{record.http_port}/browser/?dbms=neo4j://{USER}@{HOST}:{record.bolt_port}",
        password_file=str(password_file(home)),
    )


def _await(home: Path, record: processes.Record, child: subprocess.Popen[bytes] | None, seconds: int) -> Connection:
    """Wait until the server answers a query. `child` is its process where this one started it.

    Raises `_EndedError` when it ends, and `DatabaseError` when it takes too long or does not take the password.
    """
    from neo4j.exceptions import AuthError

    connection = _connection(home, record)
    last: DatabaseError | None = None
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        process = processes.living(record)
        if process is None or (child is not None and child.poll() is not None):
            raise _EndedError
        # Asked of the process, since another program may have won the port between our look and the start.
        if processes.listens(process, record.bolt_port):
            try:
                with open_driver(connection, verify=False) as driver:
                    driver.execute_query("RETURN 1", database_=connection.database)
                    return connection
            except DatabaseError as error:
                if isinstance(error.__cause__, AuthError):
                    raise
                last = error
        time.sleep(0.1)
    raise DatabaseError(
        f"the embedded Neo4j has not answered for {seconds} s ({last or 'its port is closed'}; see "
        f"{processes.console_log(home)}): jnato-graph db stop, then try again, or set JNATO_START_SECONDS higher"
    )
