"""Finding Java."""

from __future__ import annotations

from pathlib import Path

import pytest

from jnato_graph.database.java import SUPPORTED, find_java, java_version
from jnato_graph.errors import DatabaseError


def fake(path: Path, version: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\"' >&2\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_one_that_comes_with_the_program_runs_and_fits() -> None:
    assert java_version(find_java(None)) in SUPPORTED


def test_a_java_home_and_a_java_are_both_taken(tmp_path: Path) -> None:
    java = fake(tmp_path / "bin" / "java", "17.0.9")
    assert find_java(tmp_path) == find_java(java) == java


def test_a_java_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match=r"JNATO_JAVA .* is Java 11, Neo4j needs 17 or 21: unset it"):
        find_java(fake(tmp_path / "java", "11.0.2"))


def test_what_is_no_java_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match=r"does not run .*JNATO_JAVA"):
        find_java(tmp_path / "nothing")
    with pytest.raises(DatabaseError, match="does not say which Java it is"):
        find_java(fake(tmp_path / "java", "unknown"))
