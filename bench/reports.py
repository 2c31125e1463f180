"""How long each report takes, with its defaults: on the graph of the seeds, and on one of a million claims.

Timed is what `jnato-graph report run` does once it is connected: checking the plan, finding what names mean, the rows.
By the clock, and by the processor time of the database and this process together: on a machine that does other work
besides, the clock tells what that work left, and processor time what the report takes. A goal is held against the
smaller one. `BENCH_CLAIMS=100000` measures a smaller graph than the million.
"""

from __future__ import annotations

import dataclasses
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

import psutil
from neo4j import Driver

import jnato_graph
from bench.figures import Figure, server_of, used
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


class Run(NamedTuple):
    """One run of a report, in seconds, and the rows that it gave."""

    clock: float
    processor: float
    rows: int

    @property
    def taken(self) -> float:
        """What it takes on a machine that does nothing else, at most."""
        return min(self.clock, self.processor)


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
    server = server_of(connection)
    middles = [(query.name, middle(query, driver, connection, server)) for query in read_catalogue()]
    over = sum(run.taken > goal for _, run in middles)
    unit, factor = ("ms", 1000) if goal < 1 else ("s", 1)
    figures = [
        Figure(
            name=f"`{name}`, {graph}", value=run.taken * factor, unit=unit, goal=f"≤ {goal * factor:g}",
            note=f"{run.rows:,} rows, by the clock {run.clock * factor:,.4g}" + (", over" if run.taken > goal else ""),
        )
        for name, run in middles
    ]  # fmt: skip
    slowest = max(run.taken for _, run in middles)
    return [
        Figure(
            name=f"slowest of {len(middles)} reports, {graph}", value=slowest * factor, unit=unit,
            goal=f"≤ {goal * factor:g}", note=f"{over} over the goal" if over else "",
        ),
        *figures,
    ]  # fmt: skip


def middle(query: SavedQuery, driver: Driver, connection: Connection, server: psutil.Process) -> Run:
    """The median of some runs after one that warms up; one that takes very long then, too, is not run again."""
    try:
        run(query, driver, connection, server)
        first = run(query, driver, connection, server)
    except ReportError:
        return Run(LONGEST, LONGEST, 0)
    if first.clock > LONGEST / 8:
        return first
    runs = [run(query, driver, connection, server) for _ in range(ROUNDS)]
    return Run(median(one.clock for one in runs), median(one.processor for one in runs), first.rows)


def run(query: SavedQuery, driver: Driver, connection: Connection, server: psutil.Process) -> Run:
    """One run."""
    clock, processor = time.perf_counter(), used(server)
    answer = run_query(query, {}, driver, connection, timeout=LONGEST)
    return Run(time.perf_counter() - clock, used(server) - processor, len(answer.rows))


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
