"""Choosing the ports of the embedded database on 127.0.0.1."""

from __future__ import annotations

import os
import socket
from typing import Final

from jnato_graph.errors import DatabaseError

HOST: Final = "127.0.0.1"
BOLT: Final = 7687
HTTP: Final = 7474


def is_free(port: int) -> bool:
    """Whether a server could listen on that port of 127.0.0.1 now."""
    with socket.socket() as probe:
        probe.settimeout(0.5)
        # Somebody who listens on all addresses can be shadowed on some systems: then binding alone would succeed.
        if probe.connect_ex((HOST, port)) == 0:
            return False
    with socket.socket() as probe:
        if os.name == "posix":
            # As Java does: a connection of a stopped server that lingers is no hindrance.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def choose_port(usual: int, chosen: int | None, variable: str, *, avoid: frozenset[int] = frozenset()) -> int:
    """The port that a person chose, else the usual one, else any that is free (never one of `avoid`).

    Raises `DatabaseError` when the chosen one is not free: another one would not be what was asked for.
    """
    if chosen is not None:
        if not is_free(chosen):
            raise DatabaseError(
                f"port {chosen} ({variable}) is used by another program: end that program, "
                f"set {variable} to another port, or unset it to have a free one found"
            )
        return chosen
    if usual not in avoid and is_free(usual):
        return usual
    for _ in range(20):
        with socket.socket() as probe:
            probe.bind((HOST, 0))
            port = int(probe.getsockname()[1])
        if port not in avoid:
            return port
    raise DatabaseError(f"no free port on {HOST}: end some programs, or set {variable}")
