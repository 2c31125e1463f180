"""The database that samples are taken from: an embedded one of its own, whatever else is set."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from jnato_graph.errors import DatabaseError
from jnato_graph.settings import AURA_VARIABLE, CONNECTION, VARIABLES, Settings

ROOT = Path(__file__).parents[3]


@pytest.fixture
def seeds(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """`docs.tools.seeds`, which is no part of the package."""
    monkeypatch.syspath_prepend(ROOT)
    return importlib.import_module("docs.tools.seeds")


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A current folder and an environment that lead to databases of somebody's own."""
    (tmp_path / ".env").write_text("NEO4J_URI=bolt://somebodys.example\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for variable in (variable for name in CONNECTION for variable in VARIABLES[name]):
        monkeypatch.setenv(variable, "bolt://others.example")
    monkeypatch.setenv(AURA_VARIABLE, "aura.txt")
    monkeypatch.setenv("JNATO_HOME", str(tmp_path / "usual"))
    monkeypatch.setenv("JNATO_HEAP", "700m")


@pytest.mark.usefixtures("elsewhere")
def test_no_setting_leads_to_another_database_and_the_others_stay(seeds: ModuleType, tmp_path: Path) -> None:
    settings = seeds.embedded_settings(Path("build") / "samples")

    assert settings.embedded
    assert settings.password is None
    assert settings.home == tmp_path / "build" / "samples"
    assert settings.heap == "700m"


@pytest.mark.usefixtures("elsewhere")
def test_it_is_loaded_asked_and_removed_also_when_something_fails(
    seeds: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[tuple[str, Path, bool]] = []

    def load(paths: list[str], *, settings: Settings, **_: Any) -> None:
        done.append((f"load {' '.join(paths)}", settings.home, settings.embedded))

    def reset(settings: Settings) -> None:
        done.append(("reset", settings.home, settings.embedded))

    monkeypatch.setattr(seeds, "load_documents", load)
    monkeypatch.setattr(seeds, "reset_server", reset)

    def fail() -> None:
        with seeds.seeds_alone(tmp_path / "samples") as settings:
            done.append(("ask", settings.home, settings.embedded))
            raise DatabaseError("it went away")

    with pytest.raises(DatabaseError, match="went away"):
        fail()

    assert done == [(what, tmp_path / "samples", True) for what in ("reset", "load seeds", "ask", "reset")]


def test_the_recipe_writes_to_no_database_by_other_ways() -> None:
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\ndocs-pages:")[2].partition("\n\n")[0]

    assert "reports --seeds-in build/docs-database" in recipe
    assert "jnato-graph" not in recipe
