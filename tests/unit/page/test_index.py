"""The index of a set of pages says of each report how much it holds, or why it has nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jnato_graph.errors import ReportError
from jnato_graph.page import Outcome
from jnato_graph.page.series import render_index
from jnato_graph.report import Answer, SavedQuery, parse_query

if TYPE_CHECKING:
    from tests.unit.page.conftest import Elements


def query(name: str, parameter: str = '"" (optional text)', subject: str = "positions") -> SavedQuery:
    head = f"// Title of {name}\n// What {name} says.\n// $word = {parameter}\n"
    text = f"{head}MATCH (n {{name: $word}}) RETURN n.name AS name;"
    return parse_query(text, Path(f"cypher/{subject}/{name}.cypher"))


def outcome(saved: SavedQuery, rows: int, *, truncated: bool = False, notes: tuple[str, ...] = ()) -> Outcome:
    answer = Answer(
        query=saved, values={"word": ""}, columns=("name",), rows=(("x",),) * rows, truncated=truncated, notes=notes
    )
    return Outcome(query=saved, answer=answer, file=f"{saved.name}.html")


def said(read: Elements, *outcomes: Outcome) -> str:
    return " ".join(" ".join(read(render_index(outcomes)).text).split())


def test_reports_stand_under_their_subjects_with_the_number_of_their_rows(read: Elements) -> None:
    outcomes = [
        outcome(query("one", subject="sources"), 1),
        outcome(query("two"), 1200, truncated=True),
        outcome(query("any"), 7),
    ]
    page = render_index(outcomes)
    text = said(read, *outcomes)

    assert "Positions Title of any 7 rows What any says. Title of two first 1,200 rows" in text
    assert "Sources Title of one 1 row What one says." in text
    assert {"#positions", "#sources", "any.html", "one.html", "two.html"} <= set(read(page).all("href"))


def test_an_empty_report_is_said_to_be_empty(read: Elements) -> None:
    assert "Title of none empty" in said(read, outcome(query("none"), 0))


def test_a_report_that_has_nothing_to_say_without_a_parameter_asks_for_it(read: Elements) -> None:
    asking = query("needy", '"" (text) a word')

    assert "Title of needy asks for word" in said(read, outcome(asking, 0))
    assert "jnato-graph report run needy --param word=…" in said(read, outcome(asking, 0))
    assert "Title of needy 2 rows" in said(read, outcome(asking, 2))


def test_a_report_that_failed_is_named_with_the_reason_and_not_linked(read: Elements) -> None:
    failed = Outcome(query=query("bad"), error=ReportError("bad.cypher:3: <b>no</b>"))

    assert "Title of bad failed What bad says. bad.cypher:3: <b>no</b>" in said(read, failed)
    assert not [link for link in read(render_index([failed])).all("href") if link.endswith(".html")]


@pytest.mark.parametrize("what", ["the graph is empty", "2 documents are not loaded in full"])
def test_what_is_the_matter_with_the_graph_is_told_once(read: Elements, what: str) -> None:
    notes = (f"{what}: load documents",)
    text = said(read, outcome(query("one"), 0, notes=notes), outcome(query("two"), 0, notes=notes))

    assert text.count(what) == 1
