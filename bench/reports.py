"""How long each report takes, with its defaults: on the graph of the seeds, and on one of a million claims.

Timed is what `jnato-graph report run` does once it is connected: checking the plan, finding what names mean, the rows.
`BENCH_CLAIMS=100000` measures a smaller graph than the million.
"""

from __future__ import annotations

import dataclasses
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from neo4j import Driver

import jnato_graph
from bench.figures import Figure, seconds
from bench.load import free_port
from bench.million import CLAIMS, build
from jnato_graph.database import Connection, ensure_database, open_driver, stop_server
from jnato_graph.errors import ReportError
from jnato_graph.load import apply_schema
from jnato_graph.report import SavedQuery, read_catalogue, run_query
from jnato_graph.settings import Settings, load_settings

SEEDS = Path(__file__).parents[1] / "seeds"
ROUNDS = 5
LONGEST = 120.0
SEEDS_GOAL, MILLION_GOAL = 0.2, 2.0


def measure() -> list[Figure]:
    """The median of each report on both graphs."""
    claims = int(os.environ.get("BENCH_CLAIMS", CLAIMS))
    with database() as settings:
        jnato_graph.load_documents([SEEDS], settings=settings)
        with opened(settings) as (driver, connection):
            figures = timed(driver, connection, SEEDS_GOAL, "the seeds")
    with database() as settings:
        build(settings, claims)
        with opened(settings) as (driver, connection):
            apply_schema(driver, connection.database)
            figures += timed(driver, connection, MILLION_GOAL, f"{claims:,} claims")
    return figures


def timed(driver: Driver, connection: Connection, goal: float, graph: str) -> list[Figure]:
    """The median of each report, and the slowest; those that are over the goal are marked."""
    medians = {query: middle(query, driver, connection) for query in read_catalogue()}
    over = sum(value > goal for value in medians.values())
    unit, factor = ("ms", 1000) if goal < 1 else ("s", 1)
    figures = [
        Figure(
            name=f"`{query.name}`, {graph}", value=value * factor, unit=unit, goal=f"≤ {goal * factor:g}",
            note="over the goal" if value > goal else "",
        )
        for query, value in medians.items()
    ]  # fmt: skip
    slowest = max(medians.values())
    return [
        Figure(
            name=f"slowest of {len(medians)} reports, {graph}", value=slowest * factor, unit=unit,
            goal=f"≤ {goal * factor:g}", note=f"{over} over the goal" if over else "",
        ),
        *figures,
    ]  # fmt: skip


def middle(query: SavedQuery, driver: Driver, connection: Connection) -> float:
    """The median of some runs after one that warms up; one that takes very long is run once."""

    def run() -> None:
        run_query(query, {}, driver, connection, timeout=LONGEST)

    try:
        first = seconds(run)
    except ReportError:
        return LONGEST
    return first if first > LONGEST / 8 else median(seconds(run) for _ in range(ROUNDS))


@contextmanager
def opened(settings: Settings) -> Iterator[tuple[Driver, Connection]]:
    """The database of these settings, started."""
    connection = ensure_database(settings)
    with open_driver(connection) as driver:
        yield driver, connection


@contextmanager
def database() -> Iterator[Settings]:
    """Settings of an embedded database that nobody else uses, on free ports, removed at the end."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        usual = load_settings(folder=home)
        settings = dataclasses.replace(
            usual, uri=None, home=home, bolt_port=free_port(), http_port=free_port(),
            start_seconds=max(usual.start_seconds, 900), origins={},
        )  # fmt: skip
        try:
            yield settings
        finally:
            stop_server(settings)
