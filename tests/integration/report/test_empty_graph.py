"""A database into which nothing was loaded: each report answers with nothing, and says why."""

from __future__ import annotations

import pytest

from jnato_graph.database import Connection, open_driver
from jnato_graph.report import FORMATS, read_catalogue, render, run_query


def test_each_report_on_an_empty_graph_has_columns_no_rows_and_a_note(empty_database: Connection) -> None:
    with open_driver(empty_database) as driver:
        answers = [run_query(query, {}, driver, empty_database) for query in read_catalogue()]

    for answer in answers:
        assert answer.rows == ()
        assert answer.columns
        assert answer.notes == ("the graph is empty: load documents first, with jnato-graph load PATHS",)


@pytest.mark.parametrize("format_", FORMATS)
def test_an_empty_graph_can_be_shown_in_each_format(empty_database: Connection, format_: str) -> None:
    with open_driver(empty_database) as driver:
        answer = run_query(read_catalogue()[0], {"party": "no such name"}, driver, empty_database)

    assert render(answer, format_)
