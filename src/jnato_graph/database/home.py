"""Whose folder it is: the embedded database takes, writes and removes only one that it made itself.

`JNATO_HOME` may be a folder that others use, too, and `neo4j` is a name that theirs may have.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from jnato_graph.database.configuration import FIRST_LINE
from jnato_graph.database.password import password_file
from jnato_graph.database.room import check_writable
from jnato_graph.errors import DatabaseError

_MARK: Final = "made-by-jnato-graph"
_SAYS: Final = "jnato-graph made this folder. jnato-graph db reset removes it with all that is in it.\n"


def is_ours(server_home: Path) -> bool:
    """Whether the folder is there, and was made for the embedded database. Raises `DatabaseError` for another one."""
    try:
        if not server_home.exists() or not any(server_home.iterdir()):
            return False
        if (server_home / _MARK).exists() or _is_of_an_older_version(server_home):
            return True
    except OSError as error:
        raise DatabaseError(
            f"{server_home} cannot be read ({error.strerror}): set JNATO_HOME to another folder"
        ) from error
    raise DatabaseError(
        f"{server_home} was not made by jnato-graph, and is left as it is: set JNATO_HOME to another folder"
    )


def take_home(server_home: Path) -> None:
    """Make the folder and mark it. Raises `DatabaseError` when it cannot be made, or is somebody else's."""
    ours = is_ours(server_home)
    check_writable(server_home, variable="JNATO_HOME")
    if not ours:
        (server_home / _MARK).write_text(_SAYS, encoding="utf-8")


def _is_of_an_older_version(server_home: Path) -> bool:
    """Those made no mark, but these two files."""
    try:
        written = (server_home / "conf" / "neo4j.conf").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return password_file(server_home).exists() and written.startswith(FIRST_LINE)
