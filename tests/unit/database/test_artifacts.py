"""Fetching the jars: each is checked, nothing half-fetched stays, and what is right is not fetched again."""

from __future__ import annotations

import errno
import hashlib
import json
import re
import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path

import pytest

from jnato_graph.database import fetching
from jnato_graph.database.artifacts import Distribution, Jar, distribution, ensure_jars, jar_folder, wrong_jars
from jnato_graph.database.lock import silent
from jnato_graph.errors import DatabaseError

CONTENT = {f"org.example:part-{number}:1.{number}": bytes([number]) * (1000 + number) for number in range(8)}
WANTED = Distribution(
    version="1",
    jars=tuple(
        Jar(coordinates=name, size=len(data), sha256=hashlib.sha256(data).hexdigest()) for name, data in CONTENT.items()
    ),
)


class Repository(ThreadingHTTPServer):
    """A Maven repository on this machine that can misbehave. `served` counts what was asked for."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.files = {f"/{jar.path}": CONTENT[jar.coordinates] for jar in WANTED.jars}
        self.served: list[str] = []
        self.busy = 0  # so many answers are "come again"
        self.broken_off = 0  # so many answers end in the middle
        self.busy_paths: set[str] = set()
        self.mutex = threading.Lock()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    server: Repository

    def do_GET(self) -> None:
        with self.server.mutex:
            self.server.served.append(self.path)
            busy, self.server.busy = self.server.busy > 0, max(0, self.server.busy - 1)
            busy = busy or self.path in self.server.busy_paths
            broken, self.server.broken_off = self.server.broken_off > 0, max(0, self.server.broken_off - 1)
        data = self.server.files.get(self.path)
        self.send_response(503 if busy else 404 if data is None else 200)
        self.send_header("Content-Length", str(len(data or b"")))
        self.end_headers()
        if data is not None:
            self.wfile.write(data[: len(data) // 2] if broken else data)

    def log_message(self, format: str, *arguments: object) -> None:
        del format, arguments


@pytest.fixture
def repository() -> Iterator[Repository]:
    with Repository() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "PAUSE", 0.0)


def fetch(folder: Path, repository: Repository) -> tuple[Path, ...]:
    return ensure_jars(folder, WANTED, repository=repository.address, say=silent)


def left_overs(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and path.suffix not in (".jar", ".lock")]


def test_all_are_fetched_in_the_order_of_the_lock_file(tmp_path: Path, repository: Repository) -> None:
    paths = fetch(tmp_path, repository)
    assert [path.read_bytes() for path in paths] == list(CONTENT.values())
    assert left_overs(tmp_path) == []


def test_a_cache_that_cannot_be_locked_is_told_with_the_setting_that_moves_it(
    tmp_path: Path, repository: Repository
) -> None:
    (tmp_path / "fetch.lock").mkdir()
    with pytest.raises(DatabaseError, match=r"fetch\.lock cannot be locked .*: set JNATO_CACHE to"):
        fetch(tmp_path, repository)


def test_the_second_time_nothing_is_asked_for(tmp_path: Path, repository: Repository) -> None:
    fetch(tmp_path, repository)
    repository.served.clear()
    assert ensure_jars(tmp_path, WANTED, repository="http://127.0.0.1:9", say=silent) == fetch(tmp_path, repository)
    assert repository.served == []


def test_only_the_missing_and_the_damaged_are_fetched_again(tmp_path: Path, repository: Repository) -> None:
    paths = fetch(tmp_path, repository)
    repository.served.clear()
    paths[1].unlink()
    paths[2].write_bytes(paths[2].read_bytes()[:-1])  # cut short
    paths[3].write_bytes(b"x" * WANTED.jars[3].size)  # as long, but something else
    assert wrong_jars(tmp_path, WANTED.jars) == list(WANTED.jars[1:4])
    fetch(tmp_path, repository)
    assert sorted(repository.served) == [f"/{jar.path}" for jar in WANTED.jars[1:4]]
    assert wrong_jars(tmp_path, WANTED.jars) == []


def test_a_file_that_is_not_what_the_lock_file_says_is_refused_and_thrown_away(
    tmp_path: Path, repository: Repository
) -> None:
    bad = WANTED.jars[2]
    repository.files[f"/{bad.path}"] = b"y" * bad.size
    with pytest.raises(DatabaseError, match=r"part-2-1\.2\.jar as fetched has not the SHA-256"):
        fetch(tmp_path, repository)
    assert not (jar_folder(tmp_path) / bad.path).exists()
    assert left_overs(tmp_path) == []


def test_a_file_that_goes_on_for_ever_is_not_read_for_ever(tmp_path: Path, repository: Repository) -> None:
    bad = WANTED.jars[0]
    repository.files[f"/{bad.path}"] = CONTENT[bad.coordinates] + b"z" * 10_000_000
    with pytest.raises(DatabaseError, match="has not the SHA-256"):
        fetch(tmp_path, repository)
    assert left_overs(tmp_path) == []


def test_a_download_that_breaks_off_is_tried_again(tmp_path: Path, repository: Repository) -> None:
    repository.broken_off = 3
    fetch(tmp_path, repository)
    assert wrong_jars(tmp_path, WANTED.jars) == []
    assert left_overs(tmp_path) == []


def test_a_busy_server_is_asked_again(tmp_path: Path, repository: Repository) -> None:
    repository.busy = 3
    fetch(tmp_path, repository)
    assert wrong_jars(tmp_path, WANTED.jars) == []


def test_what_came_in_before_it_failed_is_not_fetched_again(tmp_path: Path, repository: Repository) -> None:
    missing = f"/{WANTED.jars[0].path}"  # the smallest, so the last to be asked for
    data = repository.files.pop(missing)
    with pytest.raises(DatabaseError, match=r"part-0-1\.0\.jar could not be fetched \(HTTP 404\): check the network"):
        fetch(tmp_path, repository)
    kept = {str(jar.path) for jar in WANTED.jars} - {str(jar.path) for jar in wrong_jars(tmp_path, WANTED.jars)}
    assert kept
    repository.files[missing] = data
    repository.served.clear()
    fetch(tmp_path, repository)
    assert kept.isdisjoint(path.lstrip("/") for path in repository.served)


def test_without_a_network_the_way_out_is_told(tmp_path: Path) -> None:
    with pytest.raises(
        DatabaseError, match=r"could not be fetched \(.+\): .*HTTPS_PROXY.*JNATO_MAVEN_REPOSITORY.*NEO4J_URI"
    ):
        ensure_jars(tmp_path, WANTED, repository="http://127.0.0.1:9", say=silent)


def test_the_first_failure_stops_the_others_and_is_the_one_told(
    tmp_path: Path, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "PAUSE", 3600.0)  # the others wait for their next attempt, unless they are stopped
    monkeypatch.setattr(fetching, "CONNECTIONS", 3)
    bad = WANTED.jars[-3]
    repository.files[f"/{bad.path}"] = b"y" * bad.size
    repository.busy_paths = {f"/{jar.path}" for jar in WANTED.jars if jar is not bad}
    with pytest.raises(DatabaseError, match=rf"{re.escape(bad.path.name)} as fetched has not the SHA-256"):
        fetch(tmp_path, repository)


def test_a_disk_that_runs_full_is_told(tmp_path: Path, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("tempfile.mkstemp", full)
    with pytest.raises(DatabaseError, match=r"the disk of .+ is full: make room there, or set JNATO_CACHE"):
        fetch(tmp_path, repository)


def test_a_full_disk_is_told_before_anything_is_fetched(
    tmp_path: Path, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=20_000_000)
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage)
    with pytest.raises(DatabaseError, match=r"19 MB free, 50 MB are needed: .*JNATO_CACHE"):
        fetch(tmp_path, repository)
    assert repository.served == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, repository: Repository) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DatabaseError, match=r"cannot be used \(.+\): set JNATO_CACHE"):
        fetch(tmp_path / "file" / "cache", repository)


def test_progress_off_a_terminal_is_a_few_plain_lines(
    tmp_path: Path, repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    fetch(tmp_path, repository)
    captured = capsys.readouterr()
    assert captured.out == ""
    lines = captured.err.splitlines()
    assert lines[0].startswith("Fetching Neo4j 1 (8 files, once)")
    assert lines[-1].strip().startswith("100 %")
    assert len(lines) <= 1 + 4
    assert "\r" not in captured.err
    assert "\x1b" not in captured.err


def test_a_place_is_laid_out_as_maven_does() -> None:
    jar = Jar(coordinates="io.netty:netty-epoll:4.1.Final:linux-x86_64", size=1, sha256="")
    assert str(jar.path) == "io/netty/netty-epoll/4.1.Final/netty-epoll-4.1.Final-linux-x86_64.jar"


def test_the_lock_file_gives_each_jar_once_with_its_hash_and_names_no_host() -> None:
    wanted = distribution()
    assert re.fullmatch(r"5\.26\.\d+", wanted.version)
    assert len({jar.path for jar in wanted.jars}) == len(wanted.jars) > 200
    assert all(re.fullmatch("[0-9a-f]{64}", jar.sha256) and jar.size > 0 for jar in wanted.jars)
    assert {f"org.neo4j:neo4j:{wanted.version}", f"org.neo4j.app:neo4j-server:{wanted.version}"} <= {
        jar.coordinates for jar in wanted.jars
    }
    assert any(jar.coordinates.startswith("org.neo4j.client:neo4j-browser:") for jar in wanted.jars)
    text = files("jnato_graph.database").joinpath("neo4j.lock.json").read_text(encoding="utf-8")
    assert "//" not in text
    assert set(json.loads(text)) == {"neo4j", "jars"}


def test_the_repository_is_the_maven_clients_own() -> None:
    assert fetching._default_repository().startswith("https://")
