"""The life of an embedded server, by the command line and for real: started, shared, killed, stopped, thrown away.

The tests of this module use one server in the order in which they stand, since each start takes seconds.
"""

from __future__ import annotations

import contextlib
import dataclasses
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from jnato_graph.database import ensure_database, open_driver, server_status, stop_server
from jnato_graph.errors import DatabaseError
from jnato_graph.settings import Settings, load_settings

PROGRAM = "from jnato_graph.cli import main; main()"
NOWHERE = "http://127.0.0.1:9"  # nobody listens there: what is fetched from it fails at once


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """A state folder of its own (with a name that is awkward for Java), no fixed ports, the user's cache of jars."""
    usual = load_settings(folder=tmp_path_factory.mktemp("no-dotenv"))
    home = tmp_path_factory.mktemp("état d'un serveur")
    found = dataclasses.replace(usual, uri=None, home=home, bolt_port=None, http_port=None, start_seconds=300)
    yield found
    stop_server(found)


def begin(settings: Settings, *arguments: str, **more: str) -> subprocess.Popen[str]:
    """`jnato-graph` with these arguments, as a command of its own, without a terminal."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "JNATO_"))},
        "JNATO_HOME": str(settings.home),
        "JNATO_CACHE": str(settings.cache),
        "JNATO_START_SECONDS": str(settings.start_seconds),
        **more,
    }
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments],
        env=environment,
        cwd=settings.home,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(settings: Settings, *arguments: str, **more: str) -> tuple[int, str, str]:
    with begin(settings, *arguments, **more) as command:
        out, err = command.communicate(timeout=400)
    return command.returncode, out, err


@pytest.fixture(scope="module")
def usual_ports_taken() -> Iterator[None]:
    """7474 and 7687 are taken: by these sockets, or by somebody else on this machine already."""
    with contextlib.ExitStack() as stack:
        for port in (7474, 7687):
            listener = stack.enter_context(socket.socket())
            with contextlib.suppress(OSError):
                listener.bind(("127.0.0.1", port))
                listener.listen()
        yield


def test_before_the_first_start_there_is_none(settings: Settings) -> None:
    code, out, _ = run(settings, "db", "status")
    assert (code, out.splitlines()[0]) == (4, "Neo4j was never started.")
    assert run(settings, "db", "stop")[:2] == (0, "Neo4j was not running.\n")


@pytest.mark.usefixtures("usual_ports_taken")
def test_two_commands_at_once_start_one_server_on_free_ports_and_it_outlives_them(settings: Settings) -> None:
    with begin(settings, "db", "start") as first, begin(settings, "db", "start") as second:
        (out_1, err_1), (out_2, err_2) = first.communicate(timeout=400), second.communicate(timeout=400)
    assert (first.returncode, second.returncode) == (0, 0), err_1 + err_2
    assert (err_1 + err_2).count("Starting Neo4j") == 1
    assert "Waiting for another command" in err_1 + err_2
    assert out_1 == out_2
    status = server_status(settings)
    assert status.state == "running"
    assert status.connection is not None
    assert status.connection.uri in out_1
    assert status.connection.uri != "bolt://127.0.0.1:7687"
    assert status.connection.browser is not None
    assert not status.connection.browser.startswith("http://127.0.0.1:7474/")
    assert psutil.Process(status.pid).cmdline().count(f"--home-dir={settings.home / 'neo4j'}") == 1
    with open_driver(status.connection) as driver:
        driver.execute_query("CREATE (:Kept {x: 1})", database_="neo4j")


def test_its_password_is_in_a_file_for_its_owner_only_and_in_no_output(settings: Settings) -> None:
    path = settings.home / "neo4j" / "password"
    assert path.stat().st_mode & 0o777 == 0o600
    code, out, err = run(settings, "db", "status")
    assert code == 0
    assert f"Password  in {path}" in out
    password = path.read_text(encoding="utf-8").strip()
    assert password not in out + err
    assert password not in " ".join(psutil.Process(server_status(settings).pid).cmdline())


def test_browser_address_is_printed(settings: Settings) -> None:
    code, out, _ = run(settings, "browser", "--print")
    assert code == 0
    assert out.startswith("Browser   http://127.0.0.1:")


def test_a_crashed_one_is_noticed_and_started_again_with_its_data_and_without_a_network(settings: Settings) -> None:
    pid = server_status(settings).pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    deadline = time.monotonic() + 30
    while server_status(settings).state != "crashed":
        assert time.monotonic() < deadline
        time.sleep(0.05)
    code, out, _ = run(settings, "db", "status")
    assert (code, out.splitlines()[0]) == (4, "Neo4j is crashed.")
    said: list[str] = []
    connection = ensure_database(dataclasses.replace(settings, maven_repository=NOWHERE), say=said.append)
    assert "had ended by itself" in said[0]
    with open_driver(connection) as driver:
        assert driver.execute_query("MATCH (n:Kept) RETURN n.x AS x", database_="neo4j").records[0]["x"] == 1


def test_one_whose_record_is_lost_is_stopped_all_the_same(settings: Settings) -> None:
    pid = server_status(settings).pid
    assert pid is not None
    (settings.home / "neo4j" / "server.json").write_text("{", encoding="utf-8")
    assert run(settings, "db", "stop")[:2] == (0, "Neo4j is stopped.\n")
    assert not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    assert server_status(settings).state == "stopped"


def test_a_port_that_was_asked_for_and_is_taken_is_told(settings: Settings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = str(listener.getsockname()[1])
        code, out, err = run(settings, "db", "start", JNATO_BOLT_PORT=port)
    assert (code, out) == (4, "")
    assert f"port {port} (JNATO_BOLT_PORT) is used by another program" in err


def test_memory_that_is_not_there_is_told_in_one_line(settings: Settings) -> None:
    code, _, err = run(settings, "db", "start", JNATO_HEAP="900000g")
    assert code == 4
    assert "JNATO_HEAP" in err.splitlines()[-1] or "Error" in err.splitlines()[-1]
    assert server_status(settings).state == "stopped"


def test_an_empty_cache_without_a_network_is_told_with_the_way_out(settings: Settings, tmp_path: Path) -> None:
    empty = dataclasses.replace(settings, cache=tmp_path, maven_repository=NOWHERE)
    with pytest.raises(DatabaseError, match=r"could not be fetched .*NEO4J_URI"):
        ensure_database(empty, say=lambda _: None)
    assert server_status(settings).state == "stopped"


def test_reset_asks_first_and_then_leaves_nothing(settings: Settings) -> None:
    code, _, err = run(settings, "db", "reset")
    assert code == 2
    assert "--yes" in err
    assert (settings.home / "neo4j").exists()
    assert run(settings, "db", "reset", "--yes")[:2] == (0, "The embedded database is removed.\n")
    assert not (settings.home / "neo4j").exists()
    assert server_status(settings).state == "never started"
    assert run(settings, "db", "reset", "--yes")[:2] == (0, "There is no embedded database.\n")
