"""The same answer as table, CSV, JSON and Markdown."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from jnato_graph.errors import UsageError
from jnato_graph.report.answer import Answer, heading
from jnato_graph.report.cells import Cell, plain, words
from jnato_graph.report.render import FORMATS, render

MakeAnswer = Callable[..., Answer]
COLUMNS = ["actor", "date", "speaker", "evidence", "document", "publisher", "published", "source", "claimKey"]
SENTENCE = "France is said to object to an office, because it lies far from the area of the treaty, so officials say."
ROW: list[Cell] = [
    "France", "2023-07", None, SENTENCE, "A title", "A paper", "2023-07-11", "https://example.org/a?b=c", "d:1:x",
]  # fmt: skip


def lines(text: str) -> list[str]:
    return text.splitlines()


@pytest.mark.parametrize("width", [20, 40, 60, 80, 100, 120, 200])
def test_a_table_fits_the_width_and_loses_no_word(make_answer: MakeAnswer, width: int) -> None:
    text = render(make_answer(COLUMNS, ROW, ROW), "table", width=width)

    assert max(map(len, lines(text))) <= width
    if width >= 60:
        for word in (*SENTENCE.split(), "France", "2023-07", "title,", "2023-07-11"):
            assert word in text


def test_a_narrow_terminal_gets_blocks_a_wide_one_a_table(make_answer: MakeAnswer) -> None:
    answer = make_answer(COLUMNS, ROW)

    assert "1. France" in render(answer, "table", width=40)
    assert lines(render(answer, "table", width=120))[2].split() == ["actor", "date", "evidence"]


def test_a_table_says_what_it_is_about_and_nothing_of_bounds(make_answer: MakeAnswer) -> None:
    answer = replace(
        make_answer(COLUMNS, ROW),
        values={"actor": "france", "position": "any", "among": ["italy", "spain"], "from": "", "limit": 1000},
    )

    assert lines(render(answer, "table", width=120))[1] == "actor france · among italy, spain"


def test_a_block_whose_first_column_is_empty_begins_with_the_next(make_answer: MakeAnswer) -> None:
    text = render(
        make_answer(["title", "published", "source"], [None, "2023", "x" * 60], ["T", None, "y"]), "table", width=40
    )

    assert "1. published 2023 · source" in " ".join(text.split())
    assert "2. T · source y" in text


def test_a_wide_terminal_parts_no_path(make_answer: MakeAnswer) -> None:
    path = "articles/2023/003_dcda1fb907327093.txt"
    answer = make_answer(["title", "source"], ["A title", path])

    assert path in render(answer, "table", width=100)


def test_wide_characters_take_two_columns(make_answer: MakeAnswer) -> None:
    text = render(make_answer(["name", "n"], ["日本" * 20, 1], ["x", 2]), "table", width=50)

    assert max(map(cell_len, lines(text))) <= 50
    assert text.count("日") == 20


@pytest.mark.parametrize("width", [80, 120])
def test_ten_thousand_rows_and_a_sentence_of_a_million_letters_are_laid_out(
    make_answer: MakeAnswer, width: int
) -> None:
    answer = make_answer(COLUMNS, *[ROW] * 9_999, [*ROW[:3], "word " * 100_000 + "x" * 500_000, *ROW[4:]])
    text = render(answer, "table", width=width)

    assert lines(text)[-1] == "10000 rows"
    assert text.count("officials") == 9_999
    assert text.count("word") == 100_000
    assert text.count("x") == 500_000 + text.count("example.org")
    assert max(map(len, lines(text))) <= width


def test_a_table_leaves_out_keys_and_columns_that_are_empty(make_answer: MakeAnswer) -> None:
    text = render(make_answer(COLUMNS, ROW), "table", width=120)

    assert "d:1:x" not in text
    assert "speaker" not in text


def test_a_table_has_colour_only_when_asked(make_answer: MakeAnswer) -> None:
    assert "\x1b[" not in render(make_answer(COLUMNS, ROW), "table", width=120)
    assert "\x1b[" in render(make_answer(COLUMNS, ROW), "table", width=120, colour=True)


def test_rich_markup_and_escapes_in_names_are_shown_as_they_are(make_answer: MakeAnswer) -> None:
    text = render(make_answer(["actor"], ["[bold]x[/] :smile: \x1b[2J"]), "table", width=120)

    assert "[bold]x[/] :smile: \\x1b[2J" in text
    assert "\x1b" not in text


@pytest.mark.parametrize("rows", [0, 1, 2])
def test_a_table_says_how_many_rows_there_are(make_answer: MakeAnswer, rows: int) -> None:
    text = render(make_answer(["actor"], *[["x"]] * rows), "table")

    assert lines(text)[-1] == f"{rows} row{'' if rows == 1 else 's'}"


def test_a_truncated_table_says_so(make_answer: MakeAnswer) -> None:
    assert lines(render(make_answer(["actor"], ["x"], truncated=True), "table"))[-1] == "first 1 row"


def test_csv_has_all_columns_and_reads_back(make_answer: MakeAnswer) -> None:
    text = render(make_answer([*COLUMNS, "places", "yes", "share"], [*ROW, ["Tokyo", "Kyoto"], True, 0.25]), "csv")

    header, row = list(csv.reader(io.StringIO(text)))
    assert header == [*COLUMNS, "places", "yes", "share"]
    assert row == ["" if cell is None else str(cell) for cell in ROW] + ["Tokyo; Kyoto", "true", "0.25"]


def test_csv_of_an_empty_answer_has_its_header(make_answer: MakeAnswer) -> None:
    assert render(make_answer(["actor", "date"]), "csv") == "actor,date\n"


def test_csv_lets_no_formula_through_but_keeps_numbers(make_answer: MakeAnswer) -> None:
    text = render(make_answer(["name", "n", "list"], ["=HYPERLINK(0)", -3, ["@x", "y"]]), "csv")

    assert list(csv.reader(io.StringIO(text)))[1] == ["'=HYPERLINK(0)", "-3", "'@x; y"]


def test_json_keeps_types_parameters_and_notes(make_answer: MakeAnswer) -> None:
    answer = make_answer(["name", "n", "x", "list"], ["Élysée\x1b", 1, None, ["a"]], truncated=True, notes=("so",))

    assert json.loads(render(answer, "json")) == {
        "report": "who-did-what",
        "title": "Who did what",
        "parameters": {"actor": "france"},
        "columns": ["name", "n", "x", "list"],
        "rows": [{"name": "Élysée\x1b", "n": 1, "x": None, "list": ["a"]}],
        "truncated": True,
        "notes": ["so"],
    }


def test_json_has_no_number_that_json_lacks(make_answer: MakeAnswer) -> None:
    text = render(make_answer(["n"], [float("nan")], [[float("inf")]]), "json")

    assert [row["n"] for row in json.loads(text)["rows"]] == [None, [None]]


def test_markdown_links_sources_and_escapes_the_rest(make_answer: MakeAnswer) -> None:
    text = render(make_answer(["name", "source"], ["a|b", "https://example.org/x_(y)?z=1"]), "md")

    assert "| a\\|b | [example.org](https://example.org/x_%28y%29?z=1) |" in text


@pytest.mark.parametrize("address", ["javascript:alert(1)", "seeds/a.txt", "https://", "http://[::1"])
def test_markdown_links_nothing_else(make_answer: MakeAnswer, address: str) -> None:
    assert "](" not in render(make_answer(["source"], [address]), "md")


def test_markdown_has_one_table_line_for_each_row(make_answer: MakeAnswer) -> None:
    text = render(make_answer(["name"], ["one\ntwo"], ["three"]), "md")

    assert [line for line in lines(text) if line.startswith("|")] == ["| name |", "| --- |", "| one two |", "| three |"]


cells = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)


@given(rows=st.lists(st.lists(cells, min_size=3, max_size=3), max_size=4), width=st.integers(1, 200))
@pytest.mark.parametrize("format_", FORMATS)
def test_any_answer_can_be_shown_and_nothing_in_it_acts(
    make_answer: MakeAnswer, format_: str, rows: list[list[Cell]], width: int
) -> None:
    text = render(make_answer(["evidence", "source", "n"], *rows), format_, width=width)

    assert not set(text) & set("\x00\x07\x08\x1b\x7f\x9b\u202e\u2028")
    if format_ == "table":
        assert max(map(cell_len, lines(text))) <= max(width, 20)
    if format_ == "csv":
        assert len(list(csv.reader(io.StringIO(text)))) == len(rows) + 1
    if format_ == "json":
        assert len(json.loads(text)["rows"]) == len(rows)
    if format_ == "md":
        assert sum(line.startswith("|") for line in lines(text)) == (len(rows) + 2 if rows else 0)


def test_an_unknown_format_is_said(make_answer: MakeAnswer) -> None:
    with pytest.raises(UsageError, match="table, csv, json, md"):
        render(make_answer(["a"]), "xls")


def test_columns_are_named_in_words() -> None:
    assert [heading(name) for name in ("date", "firstDate", "evidenceOfActor")] == [
        "date", "first date", "evidence of actor",
    ]  # fmt: skip


def test_values_of_the_driver_become_plain_ones() -> None:
    from neo4j.graph import Graph, Node
    from neo4j.time import Date

    node = Node(Graph(), "4:x:1", 1, ["State"], {"name": "France", "key": "france"})

    assert plain([node, Date(2023, 7, 11), (1, None)]) == [{"key": "france", "name": "France"}, "2023-07-11", [1, None]]


@pytest.mark.parametrize(
    ("cell", "text"), [(None, ""), (True, "yes"), (0.30000000000000004, "0.3"), ([1, "a"], "1; a")]
)
def test_cells_in_words(cell: Cell, text: str) -> None:
    assert words(cell) == text
