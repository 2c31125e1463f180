"""What is told of a server that ended at its start."""

from __future__ import annotations

from pathlib import Path

import pytest

from jnato_graph.database.diagnosis import reason_of_end
from jnato_graph.errors import DatabaseError

JAVA_TRACE = """\
2026-01-01 INFO  Starting...
2026-01-01 ERROR Failed to start Neo4j
java.lang.RuntimeException: Error starting Neo4j database server at /x
\tat org.neo4j.graphdb.facade.Something(Something.java:288)
Caused by: org.neo4j.kernel.lifecycle.LifecycleException: Component failed
\tat org.neo4j.kernel.lifecycle.LifeSupport(LifeSupport.java:364)
Caused by: {cause}
\t... 10 more
2026-01-01 INFO  Stopped.
"""


def reason(tmp_path: Path, text: str | None, exit_code: int | None = 1) -> str:
    log = tmp_path / "console.log"
    if text is not None:
        log.write_text(text, encoding="utf-8")
    error = reason_of_end(tmp_path, log, exit_code=exit_code)
    assert isinstance(error, DatabaseError)
    assert "\n" not in str(error)
    return str(error)


def test_of_a_port_that_was_lost_nothing_is_said_since_another_can_be_tried(tmp_path: Path) -> None:
    log = tmp_path / "console.log"
    log.write_text(JAVA_TRACE.format(cause="bind(..) failed with error(-98): Address already in use"))
    assert reason_of_end(tmp_path, log, exit_code=1) is None


@pytest.mark.parametrize(
    "text",
    [
        "Error occurred during initialization of VM\nCould not reserve enough space for 999999999KB object heap\n",
        "OpenJDK 64-Bit Server VM warning: INFO: os::commit_memory failed; error='Cannot allocate memory' (errno=12)\n",
        "Terminating due to java.lang.OutOfMemoryError: Java heap space\n",
    ],
)
def test_missing_memory_is_told(tmp_path: Path, text: str) -> None:
    assert reason(tmp_path, text).startswith("memory is missing")
    assert "JNATO_HEAP=256m" in reason(tmp_path, text)


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    text = JAVA_TRACE.format(cause="java.io.IOException: No space left on device")
    assert "is full: make room there, or set JNATO_HOME" in reason(tmp_path, text)


def test_a_folder_that_another_neo4j_uses_is_told(tmp_path: Path) -> None:
    text = JAVA_TRACE.format(
        cause="org.neo4j.io.locker.FileLockException: Lock file has been locked by another process"
    )
    assert "another Neo4j uses" in reason(tmp_path, text)


def test_one_that_was_killed_is_told(tmp_path: Path) -> None:
    assert "was killed at its start (signal 9), as happens where memory is missing" in reason(tmp_path, "", -9)
    assert "ended from outside" in reason(tmp_path, "", 143)


def test_otherwise_its_innermost_cause_is_told_and_where_the_rest_is(tmp_path: Path) -> None:
    told = reason(tmp_path, JAVA_TRACE.format(cause="java.lang.IllegalStateException: the moon is full"))
    assert "Caused by: java.lang.IllegalStateException: the moon is full" in told
    assert str(tmp_path / "console.log") in told
    assert "it printed nothing" in reason(tmp_path, "")
    (tmp_path / "console.log").unlink()
    assert "it printed nothing" in reason(tmp_path, None)
