"""A real embedded Neo4j for the integration tests: one for the whole run, with its own data and free ports."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import jnato_graph
from jnato_graph.database import Connection, ensure_database, open_driver, stop_server
from jnato_graph.read import ReadFailure
from jnato_graph.settings import Settings, load_settings

# The tests' servers run for a minute or two: where Java compiles less, a start takes 15 seconds of a processor in place
# of 24, and the first loads and queries a third less. A value that is set already stays.
os.environ.setdefault("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1")


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def neo4j_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings with a state folder of the tests' own and free ports; the jars come from the user's cache."""
    usual = load_settings(folder=tmp_path_factory.mktemp("no-dotenv"))
    return dataclasses.replace(
        usual,
        uri=None,
        home=tmp_path_factory.mktemp("jnato-home"),
        bolt_port=free_port(),
        http_port=free_port(),
        start_seconds=max(usual.start_seconds, 240),
        origins={},
    )


@pytest.fixture(scope="session")
def neo4j_environment(neo4j_settings: Settings) -> dict[str, str]:
    """The variables that make `jnato-graph`, run as a command of its own, use the tests' database."""
    return {
        "JNATO_HOME": str(neo4j_settings.home),
        "JNATO_CACHE": str(neo4j_settings.cache),
        "JNATO_BOLT_PORT": str(neo4j_settings.bolt_port),
        "JNATO_HTTP_PORT": str(neo4j_settings.http_port),
    }


@pytest.fixture(scope="session")
def connection(neo4j_settings: Settings) -> Iterator[Connection]:
    """The running database, shared by all tests of the run and stopped at its end."""
    try:
        yield ensure_database(neo4j_settings)
    finally:
        stop_server(neo4j_settings)


@pytest.fixture
def empty_database(connection: Connection) -> Connection:
    """The running database without data, constraints and indexes."""
    with open_driver(connection, verify=False) as driver:
        name = connection.database
        driver.execute_query("MATCH (n) DETACH DELETE n", database_=name)
        for kind, query in (("CONSTRAINT", "SHOW CONSTRAINTS YIELD name"), ("INDEX", "SHOW INDEXES YIELD name, type")):
            records, _, _ = driver.execute_query(query, database_=name)
            for record in records:
                if record.get("type") != "LOOKUP":
                    driver.execute_query(f"DROP {kind} `{record['name']}` IF EXISTS", database_=name)
    return connection


@pytest.fixture(scope="session")
def seeds_file(neo4j_settings: Settings, repository_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the seeds say, read once in a run."""
    file = tmp_path_factory.mktemp("extracted") / "seeds.jsonl"
    failures: list[ReadFailure] = []
    with contextlib.chdir(repository_root):  # so that they are called `seeds/…`, as a user has them
        assert jnato_graph.write_documents(file, ["seeds"], settings=neo4j_settings, failures=failures) == 5
    assert failures == []
    return file


@pytest.fixture(scope="session")
def repository_root() -> Path:
    """The top of the checkout."""
    return Path(__file__).resolve().parents[2]
