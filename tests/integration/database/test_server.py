"""The embedded database while it runs: what it is, whom it lets in, and what a person is told."""

from __future__ import annotations

import dataclasses
import json
import os
import re
import subprocess
import sys
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest

from jnato_graph.database import (
    Connection,
    browser_address,
    ensure_database,
    open_driver,
    server_status,
    verify_server,
)
from jnato_graph.database.connection import check_write_access
from jnato_graph.errors import DatabaseError
from jnato_graph.settings import Settings, load_settings


def test_it_is_a_neo4j_5_26(connection: Connection) -> None:
    with open_driver(connection) as driver:
        assert verify_server(driver, connection).startswith("5.26.")


@pytest.mark.usefixtures("connection")
def test_it_listens_on_this_machine_only(neo4j_settings: Settings) -> None:
    pid = server_status(neo4j_settings).pid
    addresses = {
        (found.laddr.ip.removeprefix("::ffff:"), found.laddr.port)
        for found in psutil.Process(pid).net_connections("tcp")
        if found.status == psutil.CONN_LISTEN
    }
    assert addresses == {("127.0.0.1", neo4j_settings.bolt_port), ("127.0.0.1", neo4j_settings.http_port)}


def test_browser_is_served_at_the_address_that_is_told(connection: Connection) -> None:
    address = browser_address(connection)
    assert address is not None
    with urllib.request.urlopen(address, timeout=30) as response:  # noqa: S310 - an address of this machine
        assert b"Neo4j Browser" in response.read()
        policy = response.headers["Content-Security-Policy"]
    # Browser's page may load nothing from elsewhere (it would: scripts for statistics, fonts).
    assert not re.findall(r"[a-z]+\.[a-z]{2,}", policy)
    assert "script-src 'self';" in policy
    # What Browser asks in order to know where to log in.
    with urllib.request.urlopen(address.partition("browser/")[0], timeout=30) as response:  # noqa: S310 - as above
        assert urlsplit(json.load(response)["bolt_direct"]).netloc == urlsplit(connection.uri).netloc


def test_nothing_is_reported_to_anybody(connection: Connection) -> None:
    with open_driver(connection) as driver:
        records, _, _ = driver.execute_query(
            "SHOW SETTINGS 'dbms.usage_report.enabled', 'client.allow_telemetry' YIELD value",
            database_=connection.database,
        )
    assert [record["value"] for record in records] == ["false", "false"]


@pytest.mark.parametrize("password", ["neo4j", "wrong-password", None])
def test_nobody_gets_in_without_the_password(connection: Connection, password: str | None) -> None:
    stranger = dataclasses.replace(connection, embedded=False, password=password)
    with pytest.raises(DatabaseError, match="correct NEO4J_USERNAME and NEO4J_PASSWORD"), open_driver(stranger):
        pytest.fail("a stranger got in")


def test_a_database_that_is_not_there_is_told(connection: Connection) -> None:
    other = dataclasses.replace(connection, database="elsewhere")
    with pytest.raises(DatabaseError, match="has no database 'elsewhere'"), open_driver(other):
        pytest.fail("it is there")


def test_write_access_is_tried_without_leaving_anything(empty_database: Connection) -> None:
    with open_driver(empty_database) as driver:
        check_write_access(driver, empty_database)
        records, _, _ = driver.execute_query("MATCH (n) RETURN count(n) AS nodes", database_=empty_database.database)
    assert records[0]["nodes"] == 0


def test_a_database_without_write_access_is_told(connection: Connection) -> None:
    # The Community edition has no users with fewer rights; its database `system` lets nobody make nodes.
    other = dataclasses.replace(connection, database="system")
    with pytest.raises(DatabaseError, match=r"(?i)system"), open_driver(other, verify=False) as driver:
        check_write_access(driver, other)


def test_a_mistake_in_a_query_is_one_line(connection: Connection) -> None:
    with pytest.raises(DatabaseError) as caught, open_driver(connection) as driver:
        driver.execute_query("MATCH (n RETURN\nn", database_=connection.database)
    assert "\n" not in str(caught.value)
    assert "SyntaxError" in str(caught.value)


def test_what_runs_is_not_started_again(connection: Connection, neo4j_settings: Settings) -> None:
    before = server_status(neo4j_settings).pid
    assert ensure_database(neo4j_settings, say=pytest.fail) == connection
    assert server_status(neo4j_settings).pid == before


def test_it_is_used_as_a_database_of_ones_own_by_its_address(connection: Connection, tmp_path: Path) -> None:
    dotenv = f"NEO4J_URI={connection.uri}\nNEO4J_PASSWORD='{connection.password}'\n"
    (tmp_path / ".env").write_text(dotenv, encoding="utf-8")
    own = ensure_database(load_settings(environ={}, folder=tmp_path))
    assert not own.embedded
    with open_driver(own) as driver:
        assert driver.execute_query("RETURN 1 AS x", database_=own.database).records[0]["x"] == 1


def test_the_doctor_finds_it_well(connection: Connection, neo4j_environment: dict[str, str], tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from jnato_graph.cli import main; main()", "doctor"]
    environment = {**os.environ, **neo4j_environment, "JNATO_SPACY_MODEL": ""}
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    line = next(line for line in done.stdout.splitlines() if "database" in line.split()[1:2])
    assert line.startswith("ok")
    assert connection.uri in line
    assert "can be written" in line
    assert connection.password is not None
    assert connection.password not in done.stdout + done.stderr
