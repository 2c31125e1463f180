"""The lock between processes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from jnato_graph.database.lock import held, silent
from jnato_graph.errors import DatabaseError

HOLD = """
import sys, time
from pathlib import Path
from jnato_graph.database.lock import held, silent
with held(Path(sys.argv[1]), waiting_for="x", say=silent, seconds=5):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    return tmp_path / "state" / "lock"


def hold_elsewhere(lock: Path) -> subprocess.Popen[str]:
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(lock)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder


def test_one_process_at_a_time_holds_it_and_death_lets_go(lock: Path) -> None:
    with hold_elsewhere(lock) as holder:
        said: list[str] = []
        try:
            with (
                pytest.raises(
                    DatabaseError, match=r"another command has been cooking for more than 0 s \(it holds .*lock"
                ),
                held(lock, waiting_for="cooking", say=said.append, seconds=0.2),
            ):
                pytest.fail("two processes hold it")
            assert said == ["Waiting for another command that is cooking …"]
        finally:
            holder.kill()
    with held(lock, waiting_for="cooking", say=silent, seconds=5):
        pass


def test_it_is_let_go_after_an_error(lock: Path) -> None:
    with pytest.raises(ZeroDivisionError), held(lock, waiting_for="x", say=silent, seconds=1):
        raise ZeroDivisionError
    with held(lock, waiting_for="x", say=pytest.fail, seconds=1):
        assert lock.stat().st_mode & 0o077 == 0


def test_a_place_that_cannot_be_locked_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with (
        pytest.raises(DatabaseError, match=r"cannot be locked .*JNATO_HOME"),
        held(tmp_path / "file" / "lock", waiting_for="x", say=silent, seconds=1),
    ):
        pass
