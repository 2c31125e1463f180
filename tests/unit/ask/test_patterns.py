"""The `asks` and `answers` lines of saved queries."""

from __future__ import annotations

from pathlib import Path

import pytest

from jnato_graph.ask import columns_of, patterns_of
from jnato_graph.errors import ReportError
from jnato_graph.report import SavedQuery, parse_query, read_catalogue


def query(*lines: str) -> SavedQuery:
    header = ["// Title", "// What it shows.", '// $actor = "" (optional Actor) who', *(f"// {line}" for line in lines)]
    text = "\n".join([*header, "MATCH (a:Actor {key: $actor}) RETURN a.name AS name;"])
    return parse_query(text, Path("people/some-report.cypher"))


def test_lines_for_questions_are_no_description() -> None:
    read = query("answers: who=name", "asks: OPPOSES $actor")

    assert (read.description, read.asks, read.answers) == ("What it shows.", ("OPPOSES $actor",), ("who=name",))


def test_the_side_of_a_name_is_told_by_where_it_stands() -> None:
    (before,) = patterns_of(query("asks: $actor OPPOSES"))
    (after,) = patterns_of(query("asks: OPPOSES $actor?"))

    assert (before.slots[0].side, before.slots[0].required) == ("subject", True)
    assert (after.slots[0].side, after.slots[0].required) == ("object", False)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("HATES $actor", "no predicate is called HATES"),
        ("OPPOSES $nobody", "no parameter 'nobody'"),
        ("[whom] OPPOSES", "no kind of question is called whom"),
        ("Treaty $actor", "no label is called Treaty"),
        ("what; ever", "is none of what a line may hold"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_with_its_file(line: str, what: str) -> None:
    with pytest.raises(ReportError, match=what) as error:
        patterns_of(query(f"asks: {line}"))

    assert "some-report.cypher" in str(error.value)


def test_a_column_for_nothing_is_told() -> None:
    with pytest.raises(ReportError, match="why=name"):
        columns_of(query("answers: why=name"))


def test_every_report_can_be_asked_for_and_its_columns_are_there() -> None:
    for read in read_catalogue():
        assert patterns_of(read), read.name
        for column in columns_of(read).values():
            assert column in read.statement, read.name
