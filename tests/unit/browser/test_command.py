"""`jnato-graph browser`: what it prints and opens, and that it keeps the password to itself."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jnato_graph.browser import SCRIPTS, STYLE, write_files
from jnato_graph.cli import main
from jnato_graph.report import read_catalogue

PASSWORD = "not to be seen"


@pytest.fixture
def server_of_ones_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No server is asked anything for its address, so that none is needed here."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEO4J_URI", "bolt://graph.example:7687")
    monkeypatch.setenv("NEO4J_USERNAME", "analyst")
    monkeypatch.setenv("NEO4J_PASSWORD", PASSWORD)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were opened: a web browser that really starts would stay on the machine of the tests."""
    addresses: list[str] = []

    def open_(address: str) -> bool:
        addresses.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", open_)
    return addresses


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["browser", *arguments])


@pytest.mark.usefixtures("server_of_ones_own")
def test_it_says_address_user_and_where_the_password_is_but_not_the_password(opened: list[str]) -> None:
    result = run("--print")

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Browser   http://graph.example:7474/browser/",
        "User      analyst",
        "Password  in NEO4J_PASSWORD, or the file that sets it",
    ]
    assert PASSWORD not in result.output
    assert opened == []


@pytest.mark.usefixtures("server_of_ones_own")
def test_without_a_display_nothing_is_opened_and_the_address_is_there(
    opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")

    result = run()

    assert (result.exit_code, opened) == (0, [])
    assert "no display" in result.stderr
    assert "http://graph.example:7474/browser/" in result.stdout


@pytest.mark.usefixtures("server_of_ones_own")
def test_with_a_display_it_is_opened(opened: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")

    assert run().exit_code == 0
    assert opened == ["http://graph.example:7474/browser/"]


@pytest.mark.usefixtures("server_of_ones_own")
def test_an_address_that_cannot_be_known_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "neo4j+s://graph.example")

    result = run()

    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "see its own console" in result.stderr


def test_files_are_written_without_a_database_the_same_each_time(tmp_path: Path) -> None:
    result = run("--files", str(tmp_path / "new" / "one"))
    again = write_files(tmp_path / "two")

    assert result.exit_code == 0
    assert [path.name for path in again[:2]] == [STYLE, SCRIPTS]
    for path in again:
        assert path.read_bytes() == (tmp_path / "new" / "one" / path.relative_to(tmp_path / "two")).read_bytes()


def test_the_files_for_cypher_shell_are_the_reports_after_their_parameters(tmp_path: Path) -> None:
    write_files(tmp_path)
    for query in read_catalogue():
        text = (tmp_path / "cypher-shell" / query.subject / f"{query.name}.cypher").read_text(encoding="utf-8")
        lines = text.splitlines()
        assert [line for line in lines if line.startswith(":param ")] == query.param_lines().splitlines()
        assert text.endswith(query.text)


def test_a_folder_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    result = run("--files", str(tmp_path / "file" / "folder"))

    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "cannot be written" in result.stderr
