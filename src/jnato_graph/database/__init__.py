"""The database: a Neo4j of one's own when `NEO4J_URI` is set, else the embedded one, started when it is wanted.

settings = load_settings()
connection = ensure_database(settings)
with open_driver(connection) as driver:
    driver.execute_query("RETURN 1", database_=connection.database)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jnato_graph.database.connection import Connection, browser_address, explain, open_driver, verify_server
from jnato_graph.database.server import (
    Status,
    ensure_server,
    reset_server,
    say_on_stderr,
    server_status,
    stop_server,
)

if TYPE_CHECKING:
    from jnato_graph.database.lock import Say
    from jnato_graph.settings import Settings

__all__ = [
    "Connection",
    "Status",
    "browser_address",
    "ensure_database",
    "ensure_server",
    "explain",
    "open_driver",
    "reset_server",
    "say_on_stderr",
    "server_status",
    "stop_server",
    "verify_server",
]


def ensure_database(settings: Settings, *, say: Say = say_on_stderr) -> Connection:
    """The database that the settings name; the embedded one is started if it does not run.

    A database of one's own is not asked anything here: `open_driver` does that. Raises `DatabaseError` when the
    embedded one cannot be started.
    """
    if settings.uri is None:
        return ensure_server(settings, say=say)
    return Connection(
        uri=settings.uri,
        username=settings.username,
        password=settings.password,
        database=settings.database,
        embedded=False,
    )
