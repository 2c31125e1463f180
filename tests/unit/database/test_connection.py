"""Errors of the driver in words for a person, and what is known of an address."""

from __future__ import annotations

import re
import socket
import string
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from neo4j.exceptions import ConfigurationError, Neo4jError, ServiceUnavailable

from jnato_graph.database import Connection, browser_address, ensure_database, explain, open_driver, verify_server
from jnato_graph.database.connection import OLDEST, version_numbers
from jnato_graph.errors import DatabaseError
from jnato_graph.settings import load_settings


def own(uri: str = "bolt://db.example:7687", **more: str) -> Connection:
    values = {"username": "alice", "password": "geheim", "database": "graph", **more}
    return Connection(uri=uri, embedded=False, **values)


EMBEDDED = Connection(
    uri="bolt://127.0.0.1:7687",
    username="neo4j",
    password="geheim",
    database="neo4j",
    embedded=True,
    browser="http://127.0.0.1:7474/browser/",
    password_file="/home/a/neo4j/password",
)


def server_error(code: str, message: str = "what the server says") -> Neo4jError:
    return Neo4jError._hydrate_neo4j(code=code, message=message)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("Neo.ClientError.Security.Unauthorized", "does not take user name 'alice' with this password: correct NEO4J_"),
        ("Neo.ClientError.Security.AuthenticationRateLimit", "too many wrong passwords: wait"),
        ("Neo.ClientError.Security.CredentialsExpired", "first password changed"),
        ("Neo.ClientError.Security.Forbidden", "does not let 'alice' do this in database 'graph'"),
        ("Neo.ClientError.Statement.AccessMode", "use a user with write access, or another database"),
        ("Neo.ClientError.General.WriteOnReadOnlyAccessDatabase", "use a user with write access"),
        ("Neo.ClientError.Database.DatabaseNotFound", "has no database 'graph': correct NEO4J_DATABASE"),
        ("Neo.TransientError.Database.DatabaseUnavailable", "database 'graph' of .* is not online"),
        ("Neo.ClientError.Procedure.ProcedureNotFound", "too old or no Neo4j"),
        ("Neo.DatabaseError.General.UnknownError", r"answered: what the server says \(Neo.DatabaseError"),
    ],
)
def test_a_servers_refusal_is_told_with_the_way_out(code: str, told: str) -> None:
    error = explain(server_error(code), own())
    assert isinstance(error, DatabaseError)
    with pytest.raises(DatabaseError, match=told):
        raise error
    assert "bolt://db.example:7687" in str(error)
    assert "geheim" not in str(error)
    assert "\n" not in str(error)


def test_a_message_of_several_lines_becomes_one() -> None:
    assert "\n" not in str(explain(server_error("Neo.ClientError.Statement.SyntaxError", "a\n  b\n"), own()))


def test_a_server_that_is_down_is_told_by_whose_it_is() -> None:
    assert "start it, or correct NEO4J_URI" in str(explain(ServiceUnavailable("no route"), own()))
    assert "jnato-graph db start" in str(explain(ServiceUnavailable("no route"), EMBEDDED))
    assert "correct NEO4J_URI" in str(explain(ConfigurationError("odd"), own()))


def test_the_embedded_ones_wrong_password_names_its_file() -> None:
    told = str(explain(server_error("Neo.ClientError.Security.Unauthorized"), EMBEDDED))
    assert "/home/a/neo4j/password" in told
    assert "jnato-graph db reset" in told


def test_nobody_there_is_told_and_nothing_is_waited_for() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        uri = f"bolt://127.0.0.1:{probe.getsockname()[1]}"
    with pytest.raises(DatabaseError, match="does not answer"), open_driver(own(uri)):
        pytest.fail("nobody was there")


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", "speaks HTTP, as Neo4j Browser does: give NEO4J_URI the port of Bolt"),
        (bytes([0, 0, 0, 0]), "is too old, or no Neo4j: use Neo4j 5.23 or newer"),  # no version of Bolt in common
        (bytes([0, 0, 1, 4]), "is too old, or no Neo4j: use Neo4j 5.23 or newer"),  # Bolt 4.1, that of Neo4j 4.1
        (b"", "does not answer"),
    ],
)
def test_a_server_that_cannot_be_used_is_told(reply: bytes, told: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            client, _ = server.accept()
            with client:
                client.recv(100)
                client.sendall(reply)

        thread = threading.Thread(target=answer)
        thread.start()
        uri = f"bolt://127.0.0.1:{server.getsockname()[1]}"
        with pytest.raises(DatabaseError, match=told) as caught, open_driver(own(uri)):
            pytest.fail("it cannot be used")
        thread.join()
    assert "\n" not in str(caught.value)


class OldServer:
    """As much of a driver as is asked of one that is connected to a Neo4j 4.4, which still speaks a Bolt of today."""

    def verify_connectivity(self) -> None:
        pass

    def execute_query(self, *_: object, **__: object) -> tuple[list[dict[str, str]], None, None]:
        return [{"version": "4.4.40"}], None, None


def test_a_neo4j_that_lacks_what_the_queries_use_is_refused() -> None:
    with pytest.raises(DatabaseError, match=r"is version 4\.4\.40, too old: use Neo4j 5\.23 or newer"):
        verify_server(OldServer(), own())  # type: ignore[arg-type]


# With which version each came, as far as it is newer than 5.0.
NEWER_CYPHER = {
    r"\bCOLLECT \{": (5, 6),
    r"\)\)\{\d": (5, 9),  # a quantified path pattern
    r"\b(?:ALL|ANY) SHORTEST\b|\bSHORTEST \d": (5, 21),
    r"\bCALL \([\w, *]*\) \{": (5, 23),
    r"\bOPTIONAL CALL\b": (5, 24),
    r"[:(]\$\(": (5, 26),  # a label or type that comes from a value
    r"\bFILTER\b|\bLET \w+ =|\bREPEATABLE ELEMENTS\b": (2025, 6),
}


def test_the_oldest_server_takes_the_cypher_of_the_reports_and_of_the_loader() -> None:
    root = Path(__file__).parents[3]
    texts = [path.read_text(encoding="utf-8") for path in (root / "cypher").rglob("*.cypher")]
    texts += [path.read_text(encoding="utf-8") for path in (root / "src/jnato_graph/load").rglob("*.py")]
    queries = "\n".join(texts)
    needed = max(version for construct, version in NEWER_CYPHER.items() if re.search(construct, queries))

    assert needed == OLDEST  # no older one is promised than works, and none refused that would


@given(st.lists(st.integers(0, 9999), min_size=1, max_size=4), st.sampled_from(["", "-aura", "-SNAPSHOT", "-drop03.0"]))
def test_a_version_is_its_numbers(numbers: list[int], ending: str) -> None:
    assert version_numbers(".".join(map(str, numbers)) + ending) == tuple(numbers)


def test_versions_are_compared_as_numbers() -> None:
    assert version_numbers("4.4.40") < (5, 0) <= version_numbers("5.0.0") < version_numbers("2025.10.1")


@given(st.text(string.ascii_letters + string.digits, min_size=12))
def test_a_password_is_never_shown(password: str) -> None:
    assert password not in repr(own(password=password))


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("bolt://db.example:7687", "http://db.example:7474/browser/"),
        ("neo4j://[::1]:7687", "http://[::1]:7474/browser/"),
        ("neo4j+s://0123.databases.example", None),
    ],
)
def test_the_address_of_browser_is_told_where_it_can_be_known(uri: str, address: str | None) -> None:
    assert browser_address(own(uri)) == address
    assert browser_address(EMBEDDED) == "http://127.0.0.1:7474/browser/"


def test_an_address_that_is_set_is_used_and_nothing_is_started(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("settings")
    environ = {"NEO4J_URI": "bolt://db.example", "NEO4J_PASSWORD": "geheim", "JNATO_HOME": str(folder / "home")}
    connection = ensure_database(load_settings(environ=environ, folder=folder))
    assert (connection.uri, connection.embedded, connection.database) == ("bolt://db.example", False, "neo4j")
    assert not (folder / "home").exists()
