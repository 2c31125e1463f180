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
with held(Path(sys.argv[1]), waiting_for="x", say=silent, seconds=5, variable="JNATO_HOME"):
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
                held(lock, waiting_for="cooking", say=said.append, seconds=0.2, variable="JNATO_HOME"),
            ):
                pytest.fail("two processes hold it")
            assert said == ["Waiting for another command that is cooking …"]
        finally:
            holder.kill()
    with held(lock, waiting_for="cooking", say=silent, seconds=5, variable="JNATO_HOME"):
        pass


def test_it_is_let_go_after_an_error(lock: Path) -> None:
    with pytest.raises(ZeroDivisionError), held(lock, waiting_for="x", say=silent, seconds=1, variable="JNATO_HOME"):
        raise ZeroDivisionError
    with held(lock, waiting_for="x", say=pytest.fail, seconds=1, variable="JNATO_HOME"):
        assert lock.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("variable", ["JNATO_HOME", "JNATO_CACHE"])
def test_a_place_that_cannot_be_locked_is_told_with_the_setting_that_moves_it(tmp_path: Path, variable: str) -> None:
    (tmp_path / "file").touch()
    with (
        pytest.raises(DatabaseError, match=rf"cannot be locked .*: set {variable} to"),
        held(tmp_path / "file" / "lock", waiting_for="x", say=silent, seconds=1, variable=variable),
    ):
        pass
