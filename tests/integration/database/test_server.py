"""The embedded database as the other tests use it."""

from __future__ import annotations

from jnato_graph.database import Connection, open_driver


def test_the_server_is_a_neo4j_5_26(connection: Connection) -> None:
    with open_driver(connection) as driver:
        records, _, _ = driver.execute_query(
            "CALL dbms.components() YIELD versions RETURN versions", database_=connection.database
        )
    assert records[0]["versions"][0].startswith("5.26.")
