"""Where a database is and how to log in, and connecting to it with errors that a person can act on."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from jnato_graph.errors import DatabaseError

if TYPE_CHECKING:
    from neo4j import Driver

# The driver logs what a server notes about a query (a label that does not exist yet). A program that sets up logging
# gets it; otherwise Python would print it on stderr.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

# The first that takes `CALL (variable) { … }`, which the reports use; `ALL SHORTEST` came with 5.21, `COLLECT { … }`
# and the choice of notifications with 5.6 and 5.7. A test looks for what would need more.
OLDEST: Final = (5, 23)
_NEW_ENOUGH: Final = f"use Neo4j {'.'.join(map(str, OLDEST))} or newer"
CONNECT_SECONDS: Final = 15.0
ACQUIRE_SECONDS: Final = 30.0  # with connecting and saying hello, which a program that is no Neo4j may leave unanswered


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """All that is needed to talk to a database. `password` is None for a server without log-in, and never shown."""

    uri: str
    username: str
    password: str | None = field(repr=False)
    database: str
    embedded: bool
    browser: str | None = None
    password_file: str | None = None


@contextmanager
def open_driver(connection: Connection, *, verify: bool = True) -> Iterator[Driver]:
    """A driver for that database, closed at the end. With `verify`, it is known to answer and to be new enough.

    Pass `database_=connection.database` to each call. Raises `DatabaseError` when it cannot be used, and turns the
    driver's own errors on the way into the same.
    """
    from neo4j import GraphDatabase
    from neo4j.exceptions import DriverError, Neo4jError

    auth = None if connection.password is None else (connection.username, connection.password)
    try:
        driver = GraphDatabase.driver(
            connection.uri,
            auth=auth,
            user_agent=_user_agent(),
            connection_timeout=CONNECT_SECONDS,
            connection_acquisition_timeout=ACQUIRE_SECONDS,
        )
    except (DriverError, Neo4jError, ValueError) as error:
        raise DatabaseError(f"NEO4J_URI {connection.uri} cannot be used ({error}): correct it") from error
    with driver:
        if verify:
            try:
                verify_server(driver, connection)
            except (DriverError, Neo4jError, OSError) as error:
                raise explain(error, connection) from error
        try:
            yield driver
        except (DriverError, Neo4jError) as error:
            raise explain(error, connection) from error


def verify_server(driver: Driver, connection: Connection) -> str:
    """That the server answers, the log-in is right, the database is there and not too old. Gives its version.

    Raises the driver's errors, and `DatabaseError` when the server is too old.
    """
    driver.verify_connectivity()
    records, _, _ = driver.execute_query(
        "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version",
        database_=connection.database,
        routing_="r",
    )
    version = str(records[0]["version"]) if records else "0"
    if version_numbers(version) < OLDEST:
        raise DatabaseError(f"the Neo4j at {connection.uri} is version {version}, too old: {_NEW_ENOUGH}")
    return version


def version_numbers(version: str) -> tuple[int, ...]:
    """`5.26.30` → (5, 26, 30); `5.27-aura` → (5, 27)."""
    numbers = []
    for part in version.split("-")[0].split("."):
        if not part.isdigit():
            break
        numbers.append(int(part))
    return tuple(numbers)


def explain(error: BaseException, connection: Connection) -> DatabaseError:
    """A driver's error in one line for a person, with the way out."""
    from neo4j.exceptions import (
        AuthError,
        ClientError,
        ConfigurationError,
        ServiceUnavailable,
        SessionExpired,
        UnsupportedServerProduct,
    )

    where = f"the embedded Neo4j at {connection.uri}" if connection.embedded else f"the Neo4j at {connection.uri}"
    code = str(getattr(error, "code", "") or "")
    message = " ".join(str(getattr(error, "message", None) or error).split())
    if "AuthenticationRateLimit" in code:
        return DatabaseError(f"{where} has had too many wrong passwords: wait a few seconds and correct the password")
    if "CredentialsExpired" in code:
        return DatabaseError(f"{where} wants its first password changed: do it in Neo4j Browser, then set it")
    if isinstance(error, AuthError) and "Forbidden" not in code:
        if connection.embedded:
            return DatabaseError(
                f"{where} does not take the password in {connection.password_file}: "
                "put the right one there, or begin anew with jnato-graph db reset"
            )
        return DatabaseError(
            f"{where} does not take user name {connection.username!r} with this password: "
            "correct NEO4J_USERNAME and NEO4J_PASSWORD"
        )
    if "Forbidden" in code or "AccessMode" in code or "NotALeader" in code or "ReadOnly" in code:
        return DatabaseError(
            f"{where} does not let {connection.username!r} do this in database {connection.database!r} ({message}): "
            "use a user with write access, or another database"
        )
    if "DatabaseNotFound" in code:
        return DatabaseError(f"{where} has no database {connection.database!r}: correct NEO4J_DATABASE")
    if "DatabaseUnavailable" in code:
        return DatabaseError(f"database {connection.database!r} of {where} is not online: start it, then try again")
    if isinstance(error, UnsupportedServerProduct):
        return DatabaseError(f"{where} is too old, or no Neo4j: {_NEW_ENOUGH}")
    if "looks like HTTP" in message:
        return DatabaseError(
            f"{where} speaks HTTP, as Neo4j Browser does: give NEO4J_URI the port of Bolt, usually 7687"
        )
    if isinstance(error, ServiceUnavailable | SessionExpired | OSError):
        if connection.embedded:
            return DatabaseError(f"{where} does not answer ({message}): jnato-graph db start starts it again")
        return DatabaseError(f"{where} does not answer ({message}): start it, or correct NEO4J_URI")
    if isinstance(error, ConfigurationError):
        return DatabaseError(f"{where} cannot be used ({message}): correct NEO4J_URI")
    if isinstance(error, ClientError) and "ProcedureNotFound" in code:
        return DatabaseError(f"{where} is too old or no Neo4j ({message}): {_NEW_ENOUGH}")
    return DatabaseError(f"{where} answered: {message} ({code or type(error).__name__})")


def browser_address(connection: Connection) -> str | None:
    """The address at which a person can look at that database in Neo4j Browser, as far as can be known.

    For the embedded one it is sure. A server of one's own has Browser at its usual port unless it was moved; for
    encrypted addresses nothing can be said.
    """
    if connection.browser is not None:
        return connection.browser
    parts = urlsplit(connection.uri)
    if parts.scheme in ("bolt", "neo4j") and parts.hostname:
        host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
        return f"http://{host}:7474/browser/"
    return None


def _user_agent() -> str:
    from importlib.metadata import version

    return f"jnato-graph/{version('jnato-graph')}"


def check_write_access(driver: Driver, connection: Connection) -> None:
    """That this user may write there. What is written is taken back, and no label or property is made for it.

    Raises the driver's errors, which `open_driver` turns into `DatabaseError`.
    """
    with (
        driver.session(database=connection.database) as session,
        session.begin_transaction() as transaction,
    ):
        transaction.run("CREATE (n) DELETE n").consume()
        transaction.rollback()
