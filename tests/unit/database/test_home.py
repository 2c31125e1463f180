"""Whose folder `neo4j` is."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from jnato_graph.database import ensure_database, reset_server, stop_server
from jnato_graph.database.configuration import write_configuration
from jnato_graph.database.home import is_ours, take_home
from jnato_graph.database.password import ensure_password
from jnato_graph.errors import DatabaseError
from jnato_graph.settings import Settings, load_settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    usual = load_settings(environ={}, folder=tmp_path)
    return dataclasses.replace(usual, home=tmp_path / "shared", cache=tmp_path / "cache")


def everything_below(folder: Path) -> dict[Path, str]:
    return {path: path.read_text() for path in folder.rglob("*") if path.is_file() and path.name != "neo4j.lock"}


@pytest.mark.parametrize("name", ["bin/precious", "password", "conf/neo4j.conf", "server.json"])
def test_a_folder_of_somebody_else_is_neither_removed_nor_written_to(settings: Settings, name: str) -> None:
    file = settings.home / "neo4j" / name
    file.parent.mkdir(parents=True)
    file.write_text("mine\n")
    before = everything_below(settings.home)
    for work in (reset_server, stop_server, ensure_database):
        with pytest.raises(DatabaseError, match=r"neo4j was not made by jnato-graph.*set JNATO_HOME to another folder"):
            work(settings)
    assert everything_below(settings.home) == before


@pytest.mark.parametrize("made", [False, True])
def test_a_new_and_an_empty_folder_are_taken_and_known_again(settings: Settings, made: bool) -> None:
    home = settings.home / "neo4j"
    if made:
        home.mkdir(parents=True)
    assert not is_ours(home)
    assert not reset_server(settings)
    take_home(home)
    take_home(home)
    assert reset_server(settings)
    assert not home.exists()


def test_the_folder_of_an_older_version_is_known(settings: Settings) -> None:
    home = settings.home / "neo4j"
    ensure_password(home)
    write_configuration(home, bolt_port=7687, http_port=7474)
    assert is_ours(home)
    assert reset_server(settings)
