from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jnato_graph.errors import InputError
from jnato_graph.read import ReadFailure
from jnato_graph.read.markdown import read_markdown
from jnato_graph.read.piece import assemble
from jnato_graph.read.yaml_text import parse_yaml
from jnato_graph.records import Document

type Read = Callable[..., Document]

MARKS = st.lists(
    st.sampled_from(
        ["word", "*em*", "**strong**", "[link](http://e.org \"t\")", "`code`", "\n", "\n\n", "> quote", "- item",
         "1. one", "| a | b |\n|---|---|\n| c \\| d | *e* |", "# Heading", "\\*", "&amp;", "<b>", "</b>",
         "<http://e.org>", "![alt](x.png)",
         "[^1]", "[^1]: note", "\r\n", "    code", "~~old~~", "Türkiye", "---", "\t", "\u2028", "  \n"]
    ),
    max_size=30,
).map(" ".join)  # fmt: skip


@settings(deadline=None)
@given(MARKS)
def test_segments_of_any_markdown_are_verbatim(source: str) -> None:
    pieces = read_markdown(source).pieces
    text, _, segments = assemble(pieces, source)
    for one in segments:
        assert text[one.start : one.start + one.length] == source[one.source_start : one.source_start + one.length]


@settings(deadline=None)
@given(MARKS)
def test_nearly_every_letter_that_is_read_is_placed(source: str) -> None:
    text, _, segments = assemble(read_markdown(source).pieces, source)
    placed = {at for one in segments for at in range(one.start, one.start + one.length)}
    assert [letter for at, letter in enumerate(text) if letter.isalnum() and at not in placed] == []


def kinds(source: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in read_markdown(source).pieces if not piece.landmark]


def test_marks_are_no_text() -> None:
    source = 'It **may** open [an office](https://example.org "there") in *Tokyo*, `soon` &amp; \\*surely\\*.'
    assert kinds(source) == [("paragraph", "It may open an office in Tokyo, soon & *surely*.")]


def test_a_block_quote_is_a_paragraph_without_its_marks() -> None:
    assert kinds('> "We do not object."\n> — Anke Vogt, Berlin') == [
        ("paragraph", '"We do not object." — Anke Vogt, Berlin')
    ]


def test_each_row_of_a_table_is_a_row_with_bars_between_its_cells() -> None:
    source = "| Actor | Position |\n|---|---|\n| **Türkiye** | reservations |\n| Poland | |"
    assert kinds(source) == [("row", "Actor | Position"), ("row", "Türkiye | reservations"), ("row", "Poland")]


def test_items_are_items_also_when_they_hold_paragraphs_and_lists() -> None:
    source = "1. one\n   goes on\n2. two\n\n   more of two\n   - nested"
    assert kinds(source) == [("item", "one goes on"), ("item", "two"), ("item", "more of two"), ("item", "nested")]


def test_headings_of_both_kinds_are_headings() -> None:
    assert kinds("# One\n\nTwo\n---\n\ntext") == [("heading", "One"), ("heading", "Two"), ("paragraph", "text")]


def test_front_matter_tells_the_facts(read: Read) -> None:
    document = read(
        "---\ntitle: A note\nauthor: Jane Doe\ndate: 2023-07-03T10:00:00Z\nsource: The Example\n---\n# "
        "Other\n\nText of it.",
        "a.md",
    )
    assert (document.title, document.authors, document.publisher) == ("A note", ("Jane Doe",), "The Example")
    assert (document.published, document.published_from) == ("2023-07-03", "metadata")
    assert document.text == "Other\n\nText of it."
    assert [omission.reason for omission in document.omissions] == ["front-matter"]


@pytest.mark.parametrize("front", ["---\nno mapping\n---\n", "---\n: [\n---\n"])
def test_a_rule_at_the_beginning_is_no_front_matter(read: Read, front: str) -> None:
    assert "Text of it." in read(front + "\nText of it.", "a.md").text


def test_a_date_in_front_matter_that_is_none_is_passed_over(read: Read) -> None:
    assert read("---\ntitle: A note\ndate: soon\n---\nText of it.", "a.md").published is None


@settings(deadline=None)
@given(
    st.dates(datetime.date(1950, 1, 1), datetime.date(2049, 12, 31)),
    st.sampled_from(
        ["{0:%B} {0.day}, {0.year}", "{0.day} {0:%b} {0.year}", "{0:%Y/%m/%d}", "{0.year}-{0.month}-{0.day}",
         "{0:%Y-%m-%d %H:%M:%S} +0900", "{0:%Y-%m-%d}T23:30:00-05:00", "{0:%a, %d %b %Y} 10:00:00 GMT"]
    ),
)  # fmt: skip
def test_a_day_in_front_matter_is_taken_however_it_is_written(day: datetime.date, form: str) -> None:
    source = f"---\ntitle: A note\ndate: {form.format(day)}\n---\nText of it."
    assert read_markdown(source).metadata.published == day.isoformat()


@pytest.mark.parametrize("date", ["07/11/2023", "between July 11, 2023 and May 2024", "true", "11 July"])
def test_what_is_no_one_date_in_front_matter_is_passed_over(date: str) -> None:
    assert read_markdown(f"---\npublished: {date}\n---\nText of it.").metadata.published is None
    fallen_back = read_markdown(f"---\npublished: {date}\ndate: 2023-07\n---\nText of it.")
    assert fallen_back.metadata.published == "2023-07"


YAML = '---\ntitle: "A note"\nauthors: [Jane Doe]\ndate: 2023-07-11\ntags:\n  - x\n---\n'
TOML = '+++\ntitle = "A note"\nauthors = ["Jane Doe"]\ndate = 2023-07-11\n\n[taxonomies]\ntags = ["x"]\n+++\n'
TOML_WITH_TIME = TOML.replace("07-11", "07-11T10:00:00Z")
BROKEN_TOML = '+++\ntitle = "A note"\nauthors = Jane Doe\ndate = 2023-07-11\n+++\n'


@pytest.mark.parametrize("front", [YAML, TOML, TOML_WITH_TIME, BROKEN_TOML])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_front_matter_is_read_with_any_line_ends_and_as_toml(read: Read, front: str, line_end: str) -> None:
    document = read((front + "# Other\n\nText of it.").replace("\n", line_end), "a.md")
    assert (document.title, document.authors, document.published) == ("A note", ("Jane Doe",), "2023-07-11")
    assert document.text == "Other\n\nText of it."


@pytest.mark.parametrize("front", [YAML, TOML])
@pytest.mark.parametrize("above", ["\n", " \n\t\r\n", "\r\n" * 5000])
def test_empty_lines_may_stand_above_front_matter(read: Read, front: str, above: str) -> None:
    document = read(above + front + "Text of it.", "a.md")
    assert (document.title, document.published, document.text) == ("A note", "2023-07-11", "Text of it.")


@pytest.mark.parametrize("above", ["\n", "\r\n" * 5000])
@pytest.mark.parametrize("below", ["", "\n---\n\nMore of it."])
def test_a_text_between_rules_is_no_front_matter_though_it_begins_like_one(above: str, below: str) -> None:
    source = f"{above}---\nUpdate: France agreed.\n\nText of it.\n{below}"
    assert kinds(source)[:2] == [("paragraph", "Update: France agreed."), ("paragraph", "Text of it.")]


def test_notes_code_and_images_are_left_out(read: Read) -> None:
    source = (
        "Text of it[^1], and more.\n\n![A map](map.png)\n\n```\nprint()\n```\n\n[^1]: See "
        "https://example.org\n    there."
    )
    document = read(source, "a.md")
    assert document.text == "Text of it, and more."
    assert {omission.reason for omission in document.omissions} == {
        "footnote-marker",
        "image",
        "code",
        "reference-list",
    }


def test_text_in_html_is_read_without_its_tags(read: Read) -> None:
    assert read("<div>\nA <b>bold</b> word of it.\n</div>\n\n<!-- not this -->", "a.md").text == "A bold word of it."


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("title: &a [*a]\ndate: 2024-05-05", "&a [*a]"),
        ("title: Tokyo: a new office\ndate: 2024-05-05", "Tokyo: a new office"),
        ('title: "Tokyo"\nlist: [unclosed\ndate: 2024-05-05', "Tokyo"),
    ],
)
def test_front_matter_that_is_no_valid_yaml_is_read_line_by_line(read: Read, front: str, title: str) -> None:
    document = read(f"---\n{front}\n---\n\nFrance has objected to the opening of the office in Tokyo.\n", "a.md")

    assert (document.title, document.published) == (title, "2024-05-05")
    assert document.text == "France has objected to the opening of the office in Tokyo."


def test_front_matter_without_an_end_is_told_and_not_read_as_text(fail: Callable[..., ReadFailure]) -> None:
    failure = fail(b"---\ntitle: No end\ndate: 2024-05-05\n\nFrance has objected to the office.\n", "a.md")

    assert (failure.reason, failure.way_out) == ("its front matter has no end", "close it with a line of ---")


def test_many_aliases_are_not_followed() -> None:
    lines = ["a0: &a0 x", *(f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 10)}]" for at in range(1, 30))]
    with pytest.raises(InputError, match=r"facts: line 2: aliases are not read; write out what \*a0 means"):
        parse_yaml("\n".join(lines), "facts")


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["Hungary", "*opposes*", "`it`", "&amp;"]), st.booleans()), min_size=1),
    st.sampled_from([("~~", "~~"), ("<del>", "</del>"), ("<s class='x'>", "</s>")]),
)
def test_what_is_struck_out_is_left_out_and_told(words: list[tuple[str, bool]], marks: tuple[str, str]) -> None:
    source = " ".join(f"{marks[0]}{word}{marks[1]}" if struck else word for word, struck in words)
    pieces = read_markdown(f"So {source}").pieces

    def plain(*, struck: bool) -> list[str]:
        return [word.strip("*`").replace("&amp;", "&") for word, is_struck in words if is_struck == struck]

    assert [piece.text for piece in pieces if not piece.landmark] == [" ".join(["So", *plain(struck=False)])]
    assert [piece.text for piece in pieces if piece.landmark == "deletion"] == plain(struck=True)


@pytest.mark.parametrize(
    "hidden",
    [
        '<script>\nvar x = "NATO attacked Japan.";\n\n</script>\n',
        "<style>p {color: red}\n\np.NATO.attacked {}</style>\n",
        '<p style="display:none">NATO attacked Japan.\n',
        "> <div hidden>\n> NATO attacked Japan.\n",
        "<template>\n\n**NATO** attacked [Japan](a.md).\n\n- Japan\n\n</template>\n",
        "<del>\n\nNATO attacked Japan.\n\n</del>\n",
        "<span hidden>NATO attacked Japan.</span>",
        "<script>var x = 'NATO attacked';</script>",
    ],
)
def test_what_html_in_markdown_does_not_show_is_left_out_and_told(read: Read, hidden: str) -> None:
    document = read(f"# France and Japan\n\n{hidden}\nFrance did *not* object to the office.\n", "a.md")

    assert document.text == "France and Japan\n\nFrance did not object to the office."
    assert {omission.reason for omission in document.omissions} <= {"hidden-part", "deletion"}
    assert "NATO" in " ".join(omission.text for omission in document.omissions)


@settings(deadline=None)
@given(MARKS)
def test_nothing_in_a_hidden_part_is_read_whatever_marks_are_in_it(inside: str) -> None:
    assert kinds(f"<div hidden>\n\n{inside}\n\n</div>\n\nFrance agreed.") == [("paragraph", "France agreed.")]


def test_html_in_quotes_lists_and_tables_is_read_without_the_marks_around_it() -> None:
    source = "> <div>\n> France <i>agreed</i>,\n> Japan &amp; NATO too.</div>\n\n- <p>one\n  goes on</p>\n- two\n\n"
    table = "<table><tr><td>Poland</td><td>in favour</td></tr>\n\n<tr><td>Spain</td><td>not yet</td></tr></table>"
    assert kinds(source + table) == [
        ("paragraph", "France agreed, Japan & NATO too."),
        ("item", "one goes on"),
        ("item", "two"),
        ("row", "Poland | in favour"),
        ("row", "Spain | not yet"),
    ]
