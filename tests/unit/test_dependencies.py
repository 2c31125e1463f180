"""Each dependency is pinned with hashes, named by nobody's host, and said to be here for a reason."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DECISIONS = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def name_of(requirement: str) -> str:
    return re.split(r"[<>=!~;\[ ]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def names(requirements: list[object]) -> set[str]:
    return {name_of(requirement) for requirement in requirements if isinstance(requirement, str)}


def pins(lock: Path) -> dict[str, str]:
    """Each requirement of a lock file by its name, with its version, marker and hashes."""
    entries = re.findall(r"^([\w.-]+)==(.*?)(?=^\S|\Z)", lock.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return {name.lower().replace("_", "-"): rest for name, rest in entries}


RUNTIME = names(PROJECT["project"]["dependencies"])
DEVELOPMENT = names(PROJECT["dependency-groups"]["dev"])


def test_what_is_declared_is_pinned() -> None:
    assert pins(ROOT / "requirements" / "runtime.txt").keys() >= RUNTIME
    assert pins(ROOT / "requirements" / "dev.txt").keys() >= RUNTIME | DEVELOPMENT
    assert names(PROJECT["dependency-groups"]["build"]) <= pins(ROOT / "requirements" / "build.txt").keys()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_pin_has_a_hash_and_no_host(lock: Path) -> None:
    assert pins(lock)
    assert [name for name, rest in pins(lock).items() if "--hash=sha256:" not in rest] == []
    assert "://" not in lock.read_text(encoding="utf-8")


def test_the_pins_of_one_file_are_those_of_the_other() -> None:
    runtime, development = (pins(ROOT / "requirements" / f"{name}.txt") for name in ("runtime", "dev"))

    assert {name: rest.split()[0] for name, rest in runtime.items()} == {
        name: development[name].split()[0] for name in runtime
    }


@pytest.mark.parametrize("name", sorted(RUNTIME | DEVELOPMENT))
def test_the_decisions_say_what_a_dependency_is_for(name: str) -> None:
    word = "types-" if name.startswith("types-") else name

    assert re.search(rf"^\|.*\b{re.escape(word)}.*\|.*\w.*\|$", DECISIONS, re.MULTILINE)
