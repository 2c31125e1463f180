"""What a benchmark gives: figures, each with the goal it is held against."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

import psutil

from jnato_graph.database import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured number. `goal` is the bound in words of the same unit (`≤ 1.25`), empty where there is none."""

    name: str
    value: float
    unit: str = ""
    goal: str = ""
    note: str = ""


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def paired(first: Callable[[], object], second: Callable[[], object], rounds: int) -> tuple[float, float, float]:
    """Median seconds of two kinds of work, and the median of the ratios of neighbouring runs (first over second).

    They take turns, so that a machine that grows slower or faster meanwhile moves both.
    """
    times = [(seconds(first), seconds(second)) for _ in range(rounds)]
    return (
        median(one for one, _ in times),
        median(other for _, other in times),
        median(one / other for one, other in times),
    )


def used(server: psutil.Process) -> float:
    """Processor time of the server and of this process so far."""
    times = server.cpu_times()
    return float(times.user + times.system) + time.process_time()


def server_of(connection: Connection) -> psutil.Process:
    """The process that listens for this connection."""
    port = int(connection.uri.rpartition(":")[2])
    for each in psutil.net_connections("tcp"):
        if each.status == psutil.CONN_LISTEN and each.laddr and each.laddr.port == port:
            return psutil.Process(each.pid)
    raise AssertionError(connection.uri)
