"""The reports in the real cypher-shell of Neo4j: as files with their `:param` lines, and as Browser has them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from jnato_graph.browser import saved_script, walk, write_files
from jnato_graph.database import Connection
from jnato_graph.database.artifacts import ensure_jars, read_lock
from jnato_graph.database.java import find_java
from jnato_graph.load import describe_schema
from jnato_graph.report import read_catalogue
from jnato_graph.settings import Settings

LOCK = Path(__file__).with_name("cypher-shell.lock.json")
Shell = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def shell(connection: Connection, neo4j_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """Runs cypher-shell with these arguments on the tests' database; the password is in its environment alone."""
    jars = ensure_jars(
        neo4j_settings.cache, read_lock(LOCK.read_text()), repository=neo4j_settings.maven_repository, say=print
    )
    java = find_java(neo4j_settings.java)
    class_path = os.pathsep.join(map(str, jars))
    home = tmp_path_factory.mktemp("home")
    quiet = {name: value for name, value in os.environ.items() if name != "JAVA_TOOL_OPTIONS"}  # Java would tell of it

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        login = {"NEO4J_USERNAME": connection.username, "NEO4J_PASSWORD": connection.password or ""}
        return subprocess.run(
            [
                java,
                "-XX:TieredStopAtLevel=1",
                f"-Duser.home={home}",
                "-cp",
                class_path,
                "org.neo4j.shell.Main",
                "-a",
                connection.uri,
                *arguments,
            ],
            env=quiet | login,
            capture_output=True,
            text=True,
            check=False,
            timeout=240,
        )

    return run


@pytest.fixture
def script_file(tmp_path: Path) -> Callable[[list[str]], str]:
    """Several scripts in one file, since cypher-shell takes seconds to start; the first that fails ends it."""

    def write(scripts: list[str]) -> str:
        path = tmp_path / "all.cypher"
        path.write_text("\n".join(scripts), encoding="utf-8")
        return str(path)

    return write


def test_each_report_runs_after_its_param_lines(
    empty_database: Connection,  # noqa: ARG001 - what it holds matters not
    shell: Shell,
    script_file: Callable[[list[str]], str],
    tmp_path: Path,
) -> None:
    files = [path for path in write_files(tmp_path) if path.suffix == ".cypher"]
    assert len(files) == len(read_catalogue())
    schema = describe_schema().cypher() + "CALL db.awaitIndexes(120);"  # for the full-text index that a report asks
    marks = [f'RETURN "end of {path.stem}" AS mark;' for path in files]
    texts = [f"{path.read_text(encoding='utf-8')}{mark}" for path, mark in zip(files, marks, strict=True)]

    done = shell("--format", "plain", "--file", script_file([schema, *texts]))

    assert (done.returncode, done.stderr) == (0, "")
    assert [line for line in done.stdout.splitlines() if line.startswith('"end of ')] == [
        f'"end of {path.stem}"' for path in files
    ]


def test_a_report_that_is_wrong_ends_with_another_exit_code(
    empty_database: Connection,  # noqa: ARG001 - as above
    shell: Shell,
    script_file: Callable[[list[str]], str],
) -> None:
    done = shell("--file", script_file([":param office => 'tokyo'\nRETURN $offices AS office;"]))

    assert done.returncode != 0
    assert "offices" in done.stderr


def test_each_saved_script_of_browser_runs_there_too(
    empty_database: Connection,  # noqa: ARG001 - as above
    shell: Shell,
    script_file: Callable[[list[str]], str],
) -> None:
    schema = describe_schema().cypher() + "CALL db.awaitIndexes(120);"
    scripts = [saved_script(query).text for query in (*walk(), *read_catalogue())]

    done = shell("--format", "plain", "--file", script_file([schema, *scripts]))

    assert (done.returncode, done.stderr) == (0, "")
