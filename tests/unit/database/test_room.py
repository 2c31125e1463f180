"""Disk and memory, with a container's limit on it."""

from __future__ import annotations

from pathlib import Path

import psutil
import pytest

from jnato_graph.database import room
from jnato_graph.database.room import (
    GIGABYTE,
    MEGABYTE,
    check_disk,
    check_memory,
    check_writable,
    default_heap,
    memory_available,
    memory_total,
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
