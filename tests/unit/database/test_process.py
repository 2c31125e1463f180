"""Telling whether the server's process lives, with real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from jnato_graph.database import process
from jnato_graph.database.process import (
    Record,
    console_log,
    end,
    forget_record,
    launch,
    listens,
    living,
    read_record,
    record_file,
    remember,
    stray,
)

SLEEP = "import time; print('up', flush=True); time.sleep(60)"
STUBBORN = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {SLEEP}"


def start(code: str, *arguments: str) -> subprocess.Popen[str]:
    child = subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "up\n"
    return child


@pytest.fixture
def sleeper() -> Iterator[subprocess.Popen[str]]:
    with start(SLEEP) as child:
        yield child
        child.kill()


def remembered(home: Path, pid: int) -> Record:
    return remember(home, pid, bolt_port=1, http_port=2, version="5.26.30")


def test_a_record_is_read_as_it_was_kept_until_it_is_forgotten(tmp_path: Path, sleeper: subprocess.Popen[str]) -> None:
    record = remembered(tmp_path, sleeper.pid)
    assert read_record(tmp_path) == record
    forget_record(tmp_path)
    forget_record(tmp_path)
    assert read_record(tmp_path) is None


@pytest.mark.parametrize("content", ["", "{", "[1, 2]", '{"pid": 1}', '{"pid": 1, "nonsense": 2}'])
def test_a_damaged_record_counts_as_none(tmp_path: Path, content: str) -> None:
    record_file(tmp_path).write_text(content, encoding="utf-8")
    assert read_record(tmp_path) is None


def test_a_process_lives_until_it_ends_even_where_its_parent_takes_no_notice(
    tmp_path: Path, sleeper: subprocess.Popen[str]
) -> None:
    record = remembered(tmp_path, sleeper.pid)
    assert living(record) is not None
    os.kill(sleeper.pid, signal.SIGKILL)
    deadline = time.monotonic() + 10
    while living(record) is not None and time.monotonic() < deadline:
        time.sleep(0.01)
    assert psutil.pid_exists(sleeper.pid)  # nobody has waited for it: it is a zombie
    assert living(record) is None


def test_a_later_process_with_the_same_id_is_not_taken_for_it(tmp_path: Path, sleeper: subprocess.Popen[str]) -> None:
    record = remembered(tmp_path, sleeper.pid)
    earlier = Record(pid=record.pid, created=record.created - 100, bolt_port=1, http_port=2, version="5.26.30")
    assert living(earlier) is None


def test_a_server_that_no_record_tells_of_is_found_by_its_folder(tmp_path: Path) -> None:
    with start(SLEEP, f"--home-dir={tmp_path}") as child:
        found = stray(tmp_path)
        assert found is not None
        assert found.pid == child.pid
        assert stray(tmp_path / "other") is None
        end(found)
        assert stray(tmp_path) is None


def test_one_that_does_not_listen_to_being_asked_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "STOP_SECONDS", 0.3)
    with start(STUBBORN) as child:
        end(psutil.Process(child.pid))
        assert child.wait() == -signal.SIGKILL


def test_only_the_process_that_listens_counts_as_listening() -> None:
    code = (
        "import socket, time; s = socket.create_server(('127.0.0.1', 0)); "
        "print('up', flush=True); print(s.getsockname()[1], flush=True); time.sleep(60)"
    )
    with start(code) as child:
        assert child.stdout is not None
        port = int(child.stdout.readline())
        assert listens(psutil.Process(child.pid), port)
        assert not listens(psutil.Process(child.pid), port + 1)
        assert not listens(psutil.Process(), port)
        child.kill()


def test_it_is_started_in_a_session_of_its_own_and_without_secrets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "geheim")
    monkeypatch.setenv("UNRELATED", "kept")
    code = "import os; print(os.getsid(0) == os.getpid(), 'NEO4J_PASSWORD' in os.environ, os.environ['UNRELATED'])"
    child = launch([sys.executable, "-c", code], tmp_path)
    assert child.wait(30) == 0
    assert console_log(tmp_path).read_text(encoding="utf-8") == "True False kept\n"
