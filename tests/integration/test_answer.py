"""The question that the program was made for, from files to the answer, and that nothing but sentences answers it."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

import jnato_graph
from jnato_graph.database import Connection
from jnato_graph.report.cells import Cell
from jnato_graph.settings import Settings

OFFICE = "nato-liaison-office-tokyo"


@pytest.fixture
def loaded(empty_database: Connection, neo4j_settings: Settings, seeds_file: Path) -> Settings:
    assert empty_database.embedded
    summary = jnato_graph.load_file(seeds_file, settings=neo4j_settings)
    assert (summary.documents.created, summary.failed) == (5, ())
    return neo4j_settings


def rows(report: str, settings: Settings, **parameters: object) -> list[dict[str, Cell]]:
    return jnato_graph.run_report(report, parameters, settings=settings).records()


def opposed_members(settings: Settings) -> list[dict[str, Cell]]:
    return rows("members-opposed-office", settings, office=OFFICE)


def test_france_and_no_other_member_opposed_the_tokyo_office(loaded: Settings) -> None:
    found = opposed_members(loaded)

    assert {row["memberKey"] for row in found} == {"france"}
    assert len({row["source"] for row in found}) >= 2
    assert all(row["evidence"] for row in found)


def test_russia_objects_without_being_a_member_and_china_to_something_else(loaded: Settings) -> None:
    positions = {(row["actor"], row["standing"], row["position"]) for row in rows("positions-on-office", loaded)}

    assert ("Russia", "not members", "opposes") in positions
    assert not [actor for actor, _, position in positions if actor == "China" and position == "opposes"]


def test_without_the_documents_that_say_so_there_is_no_answer(loaded: Settings) -> None:
    for source in {str(row["source"]) for row in opposed_members(loaded)}:
        jnato_graph.forget_document(source, settings=loaded)

    assert opposed_members(loaded) == []


def test_a_new_article_adds_a_member(loaded: Settings, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(
        "Rome, 12 July 2023\n\nItaly objected to the opening of NATO's liaison office in Tokyo on Tuesday.\n"
    )
    before = jnato_graph.graph_hash(settings=loaded)

    jnato_graph.load_documents([article], settings=loaded)
    assert {row["memberKey"] for row in opposed_members(loaded)} == {"france", "italy"}

    jnato_graph.forget_document(str(article), settings=loaded)
    assert {row["memberKey"] for row in opposed_members(loaded)} == {"france"}
    assert jnato_graph.graph_hash(settings=loaded) == before


def test_loading_the_files_after_their_json_lines_reads_and_writes_nothing(
    loaded: Settings, repository_root: Path
) -> None:
    before = jnato_graph.graph_hash(settings=loaded)

    with contextlib.chdir(repository_root):  # the paths must be those that were extracted
        again = jnato_graph.load_documents(["seeds"], settings=loaded)

    assert (again.unchanged, bool(again.counters)) == (5, False)
    assert jnato_graph.graph_hash(settings=loaded) == before
