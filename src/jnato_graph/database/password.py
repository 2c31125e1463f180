"""The random password of the embedded database: kept in a file that only its owner can read."""

from __future__ import annotations

import hashlib
import secrets
from pathlib import Path
from typing import Final

from jnato_graph.errors import DatabaseError
from jnato_graph.whole_file import write_whole

USER: Final = "neo4j"
ITERATIONS: Final = 1024  # Neo4j's own for a first password


def password_file(server_home: Path) -> Path:
    """Where the password is kept."""
    return server_home / "password"


def ensure_password(server_home: Path) -> str:
    """The password, made on the first call, when it is also laid ready for the first start of Neo4j.

    It is handed over as `neo4j-admin dbms set-initial-password` does, in `data/dbms/auth.ini`. So there is no moment in
    which the server answers to its well-known first password, as there would be if it were changed over Bolt.
    """
    path = password_file(server_home)
    initial = server_home / "data" / "dbms" / "auth.ini"
    try:
        if path.exists():
            return read_password(server_home)
        password = secrets.token_urlsafe(24)
        initial.parent.mkdir(parents=True, exist_ok=True)
        write_whole(initial, _first_credential(password), private=True)
        write_whole(path, password + "\n", private=True)
    except OSError as error:
        raise DatabaseError(f"{path} cannot be written ({error.strerror}): set JNATO_HOME to another") from error
    return password


def read_password(server_home: Path) -> str:
    """The password kept. Raises `DatabaseError` when the file is not there, cannot be read, or is empty."""
    path = password_file(server_home)
    way_out = "jnato-graph db reset makes a new database with a new one"
    try:
        password = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise DatabaseError(f"{path}, the embedded database's password, cannot be read ({error}): {way_out}") from error
    if not password:
        raise DatabaseError(f"{path}, the embedded database's password, is empty: {way_out}")
    return password


def _first_credential(password: str) -> str:
    """A line of `auth.ini`: salted SHA-256, repeated."""
    salt = secrets.token_bytes(32)
    digest = hashlib.sha256(salt + password.encode()).digest()
    for _ in range(ITERATIONS - 1):
        digest = hashlib.sha256(digest).digest()
    return f"{USER}:SHA-256,{digest.hex()},{salt.hex()},{ITERATIONS}:\n"
