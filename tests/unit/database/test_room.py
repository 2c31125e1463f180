"""Disk and memory, with a container's limit on it."""

from __future__ import annotations

from pathlib import Path

import psutil
import pytest

from jnato_graph.database import room
from jnato_graph.database.room import (
    GIGABYTE,
    MEGABYTE,
    PAGE_CACHE,
    check_disk,
    check_memory,
    check_writable,
    default_heap,
    memory_available,
    memory_total,
    page_cache,
    stored_bytes,
)
from jnato_graph.errors import DatabaseError


@pytest.fixture
def container(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(room, "CONTROL_GROUP", tmp_path)
    return tmp_path


def test_without_a_container_it_is_the_machines_memory(container: Path) -> None:
    assert memory_total() == psutil.virtual_memory().total
    (container / "memory.max").write_text("max\n")
    assert memory_total() == psutil.virtual_memory().total


def test_a_containers_limit_counts(container: Path) -> None:
    (container / "memory.max").write_text(f"{512 * MEGABYTE}\n")
    (container / "memory.current").write_text(f"{200 * MEGABYTE}\n")
    assert memory_total() == 512 * MEGABYTE
    assert memory_available() == 312 * MEGABYTE
    with pytest.raises(DatabaseError, match="312 MB of memory are available, the embedded Neo4j needs 400 MB"):
        check_memory()


def test_a_small_machine_gets_a_small_heap() -> None:
    assert default_heap(2 * GIGABYTE) == "512m"
    assert default_heap(8 * GIGABYTE) == "1g"
    assert default_heap(16 * GIGABYTE) == "2g"


def test_the_page_cache_fits_the_database_but_takes_no_more_than_a_quarter_of_the_machine() -> None:
    assert page_cache(0, 8 * GIGABYTE) == PAGE_CACHE
    assert 2 * GIGABYTE <= page_cache(2 * GIGABYTE, 24 * GIGABYTE) <= 3 * GIGABYTE
    assert page_cache(9 * GIGABYTE, 4 * GIGABYTE) == GIGABYTE


def test_what_the_databases_take_is_the_size_of_their_files(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "databases" / "neo4j"
    folder.mkdir(parents=True)
    (folder / "store").write_bytes(b"x" * 1000)

    assert stored_bytes(tmp_path) == 1000
    assert stored_bytes(tmp_path / "none") == 0


def test_a_disk_without_room_is_told_with_its_folder_and_setting(tmp_path: Path) -> None:
    check_disk(tmp_path, 1, variable="JNATO_HOME")
    with pytest.raises(DatabaseError, match=rf"{tmp_path} has \d+ MB free, \d+ MB are needed: .*JNATO_HOME"):
        check_disk(tmp_path, 1 << 60, variable="JNATO_HOME")


def test_a_folder_is_made_for_its_owner_only_or_refused(tmp_path: Path) -> None:
    check_writable(tmp_path / "new", variable="JNATO_HOME")
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700
    (tmp_path / "file").touch()
    with pytest.raises(DatabaseError, match=r"cannot be used \(.+\): set JNATO_HOME to another folder"):
        check_writable(tmp_path / "file", variable="JNATO_HOME")
