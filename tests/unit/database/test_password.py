"""The random password and how it is handed to Neo4j."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from jnato_graph.database.password import ensure_password, password_file, read_password
from jnato_graph.errors import DatabaseError


def test_it_is_made_once_random_and_for_its_owner_only(tmp_path: Path) -> None:
    first, other = ensure_password(tmp_path / "a"), ensure_password(tmp_path / "b")
    assert first != other
    assert len(first) >= 24
    assert ensure_password(tmp_path / "a") == read_password(tmp_path / "a") == first
    assert password_file(tmp_path / "a").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "a" / "data" / "dbms" / "auth.ini").stat().st_mode & 0o777 == 0o600


def test_neo4j_is_given_its_salted_hash_and_not_itself(tmp_path: Path) -> None:
    password = ensure_password(tmp_path)
    line = (tmp_path / "data" / "dbms" / "auth.ini").read_text(encoding="utf-8")
    user, credential, change_required = line.strip().split(":")
    algorithm, digest, salt, iterations = credential.split(",")
    assert (user, algorithm, change_required) == ("neo4j", "SHA-256", "")
    value = bytes.fromhex(salt) + password.encode()
    for _ in range(int(iterations)):
        value = hashlib.sha256(value).digest()
    assert value.hex() == digest
    assert password not in line


@pytest.mark.parametrize("content", [None, "", "\n", b"\xff\xfe"])
def test_a_password_that_is_lost_is_told_with_the_way_out(tmp_path: Path, content: str | bytes | None) -> None:
    if isinstance(content, bytes):
        password_file(tmp_path).write_bytes(content)
    elif content is not None:
        password_file(tmp_path).write_text(content, encoding="utf-8")
    with pytest.raises(DatabaseError, match=r"password, .*jnato-graph db reset"):
        read_password(tmp_path)
