"""The wheel, installed into a fresh environment, works away from the checkout.

The dependencies are not installed a second time: the environment sees those of the one that runs the tests.
"""

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command away from the checkout and from its environment's variables; give what it printed."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    result = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check"]
    run(sys.executable, "-m", "pip", "wheel", *options, "--wheel-dir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of a fresh environment that has the wheel and sees the dependencies of this one."""
    environment = tmp_path_factory.mktemp("fresh") / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", environment, cwd=wheel.parent)
    paths = sysconfig.get_paths("venv", vars={"base": str(environment), "platbase": str(environment)})
    (Path(paths["purelib"]) / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    python = Path(paths["scripts"]) / "python"
    options = ["--quiet", "--no-deps", "--no-index", "--ignore-installed", "--disable-pip-version-check"]
    run(sys.executable, "-m", "pip", "--python", python, "install", *options, wheel, cwd=wheel.parent)
    return python.parent


def test_it_carries_the_queries_the_data_and_the_licence_but_no_seeds(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    source = ROOT / "src" / "jnato_graph"

    queries = {
        f"jnato_graph/cypher/{path.relative_to(ROOT / 'cypher')}" for path in (ROOT / "cypher").rglob("*.cypher")
    }
    data = {
        f"jnato_graph/{path.relative_to(source)}"
        for folder in ("data", "page/assets")
        for path in (source / folder).rglob("*")
        if path.is_file()
    }
    assert queries
    assert data
    assert queries | data | {"jnato_graph/py.typed"} <= names
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert not [name for name in names if "seeds" in name or name.startswith(("tests/", "cypher/"))]


def test_it_runs_its_own_code(installed: Path, tmp_path: Path) -> None:
    place = run(installed / "python", "-c", "import jnato_graph; print(jnato_graph.__file__)", cwd=tmp_path)

    assert Path(place.strip()).is_relative_to(installed.parent)


def test_help(installed: Path, tmp_path: Path) -> None:
    assert run(installed / "jnato-graph", "--help", cwd=tmp_path).startswith("Usage: jnato-graph")


def test_report_list_finds_the_queries(installed: Path, tmp_path: Path) -> None:
    assert "members-opposed-office" in run(installed / "jnato-graph", "report", "list", cwd=tmp_path)


def test_extract_reads_a_sentence(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(
        "Norway and Japan signed the Arctic Research Agreement in Oslo on 3 May 2021.\n"
    )
    run(installed / "jnato-graph", "extract", "article.txt", "--output", "out.jsonl", cwd=tmp_path)

    records = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    signed = {record["subject"] for record in records if record.get("predicate") == "SIGNED"}
    assert signed == {"norway", "japan"}
