"""Choosing ports, with real sockets."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from jnato_graph.database.ports import choose_port, is_free
from jnato_graph.errors import DatabaseError


@pytest.fixture(params=["127.0.0.1", "0.0.0.0"])  # noqa: S104 - somebody who listens everywhere is in the way, too
def busy(request: pytest.FixtureRequest) -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind((request.param, 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.fixture
def unused() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_port_is_free_until_somebody_listens(busy: int, unused: int) -> None:
    assert is_free(unused)
    assert not is_free(busy)


def test_the_usual_port_is_taken_when_it_is_free(unused: int) -> None:
    assert choose_port(unused, None, "JNATO_BOLT_PORT") == unused


def test_another_free_one_is_taken_when_the_usual_one_is_not(busy: int) -> None:
    port = choose_port(busy, None, "JNATO_BOLT_PORT")
    assert port != busy
    assert is_free(port)


def test_a_port_to_avoid_is_never_given(unused: int) -> None:
    assert choose_port(unused, None, "JNATO_BOLT_PORT", avoid=frozenset({unused})) != unused


def test_the_port_that_was_asked_for_is_taken_or_refused_never_replaced(busy: int, unused: int) -> None:
    assert choose_port(7687, unused, "JNATO_BOLT_PORT") == unused
    with pytest.raises(DatabaseError, match=rf"port {busy} \(JNATO_BOLT_PORT\) is used by another program: .*unset it"):
        choose_port(7687, busy, "JNATO_BOLT_PORT")
