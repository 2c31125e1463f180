"""Reports as pages on the graph made by hand: what is behind the rows, the commands, a set whose links all resolve."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml
from neo4j import Driver

import jnato_graph
from jnato_graph.database import Connection
from jnato_graph.page import read_subgraph, write_pages
from jnato_graph.page.marking import Mark, marked
from jnato_graph.report import find_query, query_files, read_catalogue, run_query
from jnato_graph.settings import Settings

Run = Callable[..., subprocess.CompletedProcess[str]]
CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("expected.yaml").read_text(encoding="utf-8"))
KEY_REPORT = "members-opposed-office"
LARGEST = 1_000_000


class Names(HTMLParser):
    """The names that a page gives its elements, and where its links lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src") and tag != "link":
                self.links.append(value or "")

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.fixture
def run(neo4j_environment: dict[str, str], tmp_path: Path) -> Run:
    usual = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "JNATO_"))}

    def command(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", "from jnato_graph.cli import main; main()", "report", *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=tmp_path,
            env={**usual, **neo4j_environment, "PYTHONUTF8": "1"},
            check=False,
        )

    return command


@pytest.fixture(scope="module")
def pages(graph: Driver, connection: Connection, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Names]:
    """All pages of the set by the names of their files."""
    folder = tmp_path_factory.mktemp("pages") / "set"
    outcomes = list(write_pages(read_catalogue(), folder, graph, connection))
    assert [outcome.error for outcome in outcomes if outcome.error] == []
    files = sorted(folder.iterdir())
    assert {file.name for file in files} == {"index.html", *(f"{name}.html" for name in query_files())}
    assert max(file.stat().st_size for file in files) < LARGEST
    return {file.name: Names(file.read_text(encoding="utf-8")) for file in files}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['report']} {case['given']}")
def test_all_that_the_rows_rest_on_is_found(graph: Driver, connection: Connection, case: dict[str, Any]) -> None:
    answer = run_query(find_query(case["report"]), case["given"], graph, connection)
    behind = read_subgraph(answer, graph, connection)

    records = answer.records()
    assert {claim.key for claim in behind.claims} == cells(records, "claimkey")
    assert {sentence.key for sentence in behind.sentences} >= cells(records, "sentencekey")
    for sentence in behind.sentences:
        pieces = marked(sentence, behind.mentions[sentence.key], behind.entities)
        named = {mention.entity for mention in behind.mentions[sentence.key]}
        assert len([piece for piece in pieces if isinstance(piece, Mark)]) <= len(behind.mentions[sentence.key])
        assert {piece.entity.key for piece in pieces if isinstance(piece, Mark)} <= named


def cells(records: list[dict[str, Any]], ending: str) -> set[str]:
    """What stands in columns with such a name: `claimKey`, `actorClaimKey`."""
    return {str(cell) for row in records for column, cell in row.items() if cell and column.lower().endswith(ending)}


def test_a_claim_quoted_from_two_sentences_leads_to_both(graph: Driver, connection: Connection) -> None:
    answer = run_query(find_query("visits-and-meetings"), {"action": "MET_WITH"}, graph, connection)
    row = next(record for record in answer.records() if "met Kishida" in str(record["evidence"]))
    behind = read_subgraph(answer, graph, connection)

    assert row["evidence"] == "Stoltenberg visited Tokyo on 31 January 2023.\nStoltenberg met Kishida that day."
    shown = {sentence.text for sentence in behind.sentences}
    assert {"Stoltenberg visited Tokyo on 31 January 2023.", "Stoltenberg met Kishida that day."} <= shown
    assert {claim.sentence for claim in behind.claims if claim.key == row["claimKey"]} == {"diary:0", "diary:1"}


def test_a_sentence_has_its_names_its_document_and_its_claims(graph: Driver, connection: Connection) -> None:
    answer = run_query(find_query(KEY_REPORT), {}, graph, connection)
    behind = read_subgraph(answer, graph, connection)
    first = next(sentence for sentence in behind.sentences if sentence.text.startswith("France objects"))
    row = next(record for record in answer.records() if record["sentenceKey"] == first.key)

    assert first.text == row["evidence"]
    assert [(each.text, each.entity) for each in behind.mentions[first.key]] == [
        ("France", "france"),
        ("Tokyo liaison office", "nato-liaison-office-tokyo"),
        ("Tokyo", "tokyo"),
    ]
    document = behind.documents[first.document]
    assert (document.title, document.publisher, document.url) == (
        "Allies split",
        "Gazette",
        "https://gazette.example/split",
    )
    assert {
        (claim.subject, claim.predicate, claim.object) for claim in behind.claims if claim.sentence == first.key
    } == {("france", "OPPOSES", "nato-liaison-office-tokyo")}
    assert behind.entities["france"].label == "State"


def test_every_link_and_anchor_of_the_set_resolves(pages: dict[str, Names]) -> None:
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), name
        for link in page.links:
            if link.startswith(("http://", "https://")):
                continue
            file, _, anchor = link.partition("#")
            target = pages[unquote(file) or name]
            assert not anchor or unquote(anchor) in target.ids, f"{name}: {link}"


def test_the_index_leads_to_every_report_and_each_leads_back(pages: dict[str, Names]) -> None:
    assert {link for link in pages["index.html"].links if link.endswith(".html")} == pages.keys() - {"index.html"}
    assert all("index.html" in page.links for name, page in pages.items() if name != "index.html")


def test_the_index_tells_rows_empty_reports_and_what_a_report_asks_for(
    graph: Driver, connection: Connection, pages: dict[str, Names]
) -> None:
    text = " ".join("".join(pages["index.html"].text).split())
    answers = [run_query(query, {}, graph, connection) for query in read_catalogue()]
    said = {0: "empty", 1: "1 row"}

    for answer in answers:
        count = len(answer.rows)
        if answer.query.name != "sentence-in-context":
            assert f"{answer.query.title} {said.get(count, f'{count} rows')}" in text
    assert {0, 1} <= {len(answer.rows) for answer in answers}
    assert "A sentence in its place asks for sentence" in text


@pytest.mark.usefixtures("graph")
def test_a_report_is_written_as_a_page_by_the_name_of_the_file(run: Run, tmp_path: Path) -> None:
    result = run("run", KEY_REPORT, "--param", "office=Tokyo liaison office", "--output", "a.html")
    page = (tmp_path / "a.html").read_text(encoding="utf-8")

    assert (result.returncode, result.stdout) == (0, "")
    assert page.startswith("<!doctype html>")
    assert "was taken for NATO liaison office in Tokyo" in page
    assert 'href="https://gazette.example/split"' in page
    assert run("run", KEY_REPORT, "--param", "office=Tokyo liaison office", "--format", "html").stdout == page


@pytest.mark.usefixtures("graph")
def test_a_page_says_when_it_does_not_have_all_rows(run: Run, tmp_path: Path) -> None:
    result = run("run", KEY_REPORT, "--max-rows", "1", "--output", "a.html")

    assert "only the first 1 rows" in result.stderr
    assert "These are the first 1 row; the report has more" in (tmp_path / "a.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("graph")
def test_the_library_gives_the_same_page(run: Run, neo4j_settings: Settings) -> None:
    given = {"office": "nato-liaison-office-tokyo"}
    command = run("run", KEY_REPORT, "--param", f"office={given['office']}", "--format", "html").stdout

    assert jnato_graph.report_page(KEY_REPORT, given, settings=neo4j_settings) == command


@pytest.mark.usefixtures("graph")
def test_the_set_is_written_again_to_the_same_bytes_and_other_files_are_left(run: Run, tmp_path: Path) -> None:
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "mine.txt").write_text("mine")
    folder = Path(__file__).parents[3] / "cypher" / "positions"

    def written() -> dict[str, bytes]:
        result = run("--folder", str(folder), "all", "--output", "set")
        assert (result.returncode, result.stdout) == (0, f"{Path('set') / 'index.html'}\n"), result.stderr
        return {file.name: file.read_bytes() for file in (tmp_path / "set").iterdir()}

    first = written()
    assert first["mine.txt"] == b"mine"
    assert written() == first


@pytest.mark.usefixtures("graph")
def test_a_report_that_fails_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "own" / "things"
    folder.mkdir(parents=True)
    (folder / "good.cypher").write_text("// Good\n// All states.\nMATCH (s:State) RETURN s.name AS name;\n")
    (folder / "writes.cypher").write_text("// Writes\n// It must not.\nCREATE (x:Y) RETURN x.name AS name;\n")
    result = run("--folder", "own", "all", "--output", "set")
    index = " ".join("".join(Names((tmp_path / "set" / "index.html").read_text(encoding="utf-8")).text).split())

    assert result.returncode == 5
    assert "writes" in result.stderr
    assert sorted(file.name for file in (tmp_path / "set").iterdir()) == ["good.html", "index.html"]
    assert "Writes failed" in index


@pytest.mark.usefixtures("graph")
def test_a_folder_that_cannot_be_written_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = run("all", "--output", "file/set")

    assert result.returncode == 2
    assert "--output file/set: cannot be written" in result.stderr


def test_an_empty_graph_gives_pages_that_say_so(empty_database: Connection, tmp_path: Path) -> None:
    from jnato_graph.database import open_driver

    with open_driver(empty_database) as driver:
        outcomes = list(write_pages(read_catalogue(), tmp_path, driver, empty_database))
    index = Names((tmp_path / "index.html").read_text(encoding="utf-8"))

    assert [outcome.error for outcome in outcomes if outcome.error] == []
    assert "the graph is empty" in "".join(index.text)
    assert "No rows." in (tmp_path / f"{KEY_REPORT}.html").read_text(encoding="utf-8")
