"""A load or a forgetting that dies anywhere is finished by running it again, with the graph of a run in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from jnato_graph.database import Connection
from jnato_graph.doctor import Finding, examine
from jnato_graph.errors import DatabaseError
from jnato_graph.load import batches, loader, loading
from jnato_graph.records import Extraction
from jnato_graph.report import find_query, run_query
from jnato_graph.settings import Settings

if TYPE_CHECKING:
    from tests.conftest import Article
    from tests.integration.load.conftest import Graph


class DiedError(Exception):
    """In place of a crash."""


class Crash:
    """Lets a number of writing queries through, then dies."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.left = -1
        self._run = batches._counted
        monkeypatch.setattr(batches, "_counted", self._counted)

    def _counted(self, *arguments: Any) -> Any:
        if self.left == 0:
            raise DiedError
        self.left -= 1
        return self._run(*arguments)

    def after(self, queries: int, work: Callable[[], object]) -> bool:
        """Whether the work died so early."""
        self.left = queries
        try:
            work()
        except DiedError:
            return True
        finally:
            self.left = -1
        return False


@pytest.fixture
def crash(monkeypatch: pytest.MonkeyPatch) -> Crash:
    """Small transactions, so that there are many places to die at."""
    monkeypatch.setattr(batches, "BATCH", 3)
    monkeypatch.setattr(batches, "TRANSACTION", 4)
    monkeypatch.setattr(loading, "GROUP", 20)
    monkeypatch.setattr(loader, "SETTLE", 30)
    return Crash(monkeypatch)


@pytest.fixture
def before(article: Article) -> list[Extraction]:
    return [
        article("a.txt", "ruritania OPPOSES office:strelsau", "rudolf VISITED strelsau"),
        article("b.txt", "ruritania OPPOSES office:strelsau", "league MET_WITH graustark"),
        article("z.txt", "graustark OPPOSES office:strelsau", names={"office:strelsau": "z office"}),
    ]


@pytest.fixture
def coming(article: Article, before: list[Extraction]) -> list[Extraction]:
    return [
        before[0],
        article("b.txt", "ruritania OPPOSES office:strelsau negated", "graustark OPPOSES exercise:duel"),
        article("c.txt", "ruritania OPPOSES office:strelsau", "graustark MET_WITH league", closing="The end."),
    ]  # fmt: skip


def deaths(crash: Crash, work: Callable[[], object], begin: Callable[[], object], step: int) -> Iterator[int]:
    """Begin and die, `step` queries later each time, until the work is done before it dies. Gives the queries done."""
    queries = 0
    while begin() is None and crash.after(queries, work):
        yield queries
        queries += step
    assert queries > 2 * step


def test_a_load_that_dies_is_finished_by_the_next(
    graph: Graph, crash: Crash, before: list[Extraction], coming: list[Extraction]
) -> None:
    expected = graph.hash_of(before[2], *coming)

    def begin() -> None:
        graph.clear()
        graph.load(*before)

    for _ in deaths(crash, lambda: graph.load(*coming), begin, 11):
        graph.load(*coming)
        assert graph.hash() == expected
        assert not graph.load(*coming).counters


def test_a_load_that_dies_twice_is_finished_by_the_third(graph: Graph, crash: Crash, coming: list[Extraction]) -> None:
    expected = graph.hash_of(*coming)
    for queries in deaths(crash, lambda: graph.load(*coming), graph.clear, 13):
        crash.after(queries + 3, lambda: graph.load(*coming))
        graph.load(*coming)
        assert graph.hash() == expected


def test_a_document_that_another_one_takes_a_path_from_keeps_its_rows(
    graph: Graph, crash: Crash, article: Article
) -> None:
    early = article("a.txt", "ruritania OPPOSES office:strelsau", published="1900")
    late = replace(early, document=replace(early.document, path="b.txt", published="1950"))
    other = article("z.txt", "graustark OPPOSES office:strelsau")
    taken = replace(other, document=replace(other.document, path="a.txt"))

    def begin() -> None:
        graph.clear()
        graph.load(early, late, other)

    begin()
    graph.load(taken)
    expected = graph.hash()
    assert ["1950"] in graph.rows("MATCH ()-[r:OPPOSES]->() RETURN r.firstDate")
    for _ in deaths(crash, lambda: graph.load(taken), begin, 3):
        graph.load(taken)
        assert graph.hash() == expected


def test_a_forgetting_that_dies_is_finished_by_the_next_command(
    graph: Graph, crash: Crash, before: list[Extraction]
) -> None:
    expected = graph.hash_of(*before[1:])

    def begin() -> None:
        graph.clear()
        graph.load(*before)

    for queries in deaths(crash, lambda: graph.forget("a.txt"), begin, 4):
        graph.load(*before[1:])
        if queries == 0:
            graph.forget("a.txt")
        assert graph.hash() == expected


def test_documents_that_a_dead_load_left_are_not_known(graph: Graph, crash: Crash, before: list[Extraction]) -> None:
    from jnato_graph.load import known_documents

    assert crash.after(20, lambda: graph.load(*before))
    documents = [extraction.document for extraction in before]
    known = known_documents(graph.driver, graph.database, documents, stamp="1")
    complete = {path for [[path, *_]] in graph.rows("MATCH (d:Document {complete: true}) RETURN d.paths")}
    assert known == complete
    assert len(known) < len(documents)


def test_a_second_load_at_the_same_time_is_noticed(graph: Graph, before: list[Extraction]) -> None:
    def disturbed() -> Iterator[Extraction]:
        yield before[0]
        graph.rows("MATCH (d:Document) DETACH DELETE d")

    def with_another_in_between() -> Iterator[Extraction]:
        yield before[1]
        # The first group is written only when the generator goes on, so the other comes after it.
        yield from disturbed()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "GROUP", 1)
        with pytest.raises(DatabaseError, match="at the same time"):
            graph.load_from(with_another_in_between())


@pytest.fixture
def half_replaced(graph: Graph, crash: Crash, before: list[Extraction]) -> set[str]:
    """The graph with documents of which a load by another version took the rows out, and died; their paths."""
    graph.load(*before)
    assert crash.after(14, lambda: graph.load(*(replace(each, mentions=()) for each in before), stamp="2"))
    left = {path for [[path]] in graph.rows("MATCH (d:Document {complete: false}) RETURN d.paths")}
    assert left
    return left


def test_the_next_load_tells_what_one_that_died_left_without_rows(
    graph: Graph, article: Article, before: list[Extraction], half_replaced: set[str]
) -> None:
    other = article("y.txt", "league OPPOSES graustark")
    assert set(graph.load(other, dry_run=True).reread) == half_replaced
    assert set(graph.load(other).reread) == half_replaced
    assert set(graph.load(other).reread) == half_replaced  # it is not told once and then forgotten
    assert graph.load(*before).reread == ()
    after = graph.hash()
    assert graph.hash_of(*before, other) == after


def test_a_forgetting_tells_what_a_load_that_died_left_without_rows(
    graph: Graph, article: Article, half_replaced: set[str]
) -> None:
    graph.load(article("y.txt", "league OPPOSES graustark"))
    assert set(graph.forget("y.txt").reread) == half_replaced


def test_answers_and_doctor_say_that_documents_are_missing(
    graph: Graph,
    connection: Connection,
    neo4j_settings: Settings,
    before: list[Extraction],
    half_replaced: set[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def notes() -> str:
        return " ".join(run_query(find_query("documents-loaded"), {}, graph.driver, connection).notes)

    monkeypatch.setattr("jnato_graph.doctor.load_settings", lambda **_: neo4j_settings)
    # A check of the pipeline takes seconds, and is none of what is tested here.
    monkeypatch.setattr("jnato_graph.doctor._pipeline", lambda _: Finding(subject="pipeline", verdict="ok", message=""))
    assert f"{len(half_replaced)} document" in notes()
    assert "not loaded in full" in notes()
    *_, database = examine()
    assert database.verdict == "note"
    assert all(path in database.message for path in half_replaced)
    graph.load(*before)
    assert "not loaded in full" not in notes()
    *_, database = examine()
    assert database.verdict == "ok"
