from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jnato_graph.read.piece import assemble
from jnato_graph.read.plain import plain_pieces

LONG = (
    "The government said on Monday that it would not agree to the opening of the office before the members of "
    "the alliance "
    "had found common ground, and that it saw no reason to hurry. It would come back to the matter in the autumn."
)
OTHER = (
    "A spokesperson of the ministry told reporters that the partners had been informed, and that the plan was "
    "still on the "
    "table for all those who wanted to discuss it."
)


def texts(source: str) -> list[str]:
    return [piece.text for piece in plain_pieces(source)]


def kinds(source: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in plain_pieces(source)]


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("abC .,-–•1)\n\r\t|é\u00a0"), max_size=200))
def test_every_letter_of_a_text_is_read_or_is_a_list_marker(source: str) -> None:
    pieces = plain_pieces(source)
    read = "".join(piece.marker + piece.text for piece in pieces)
    letters = [letter for letter in source if letter.isalnum()]
    assert [letter for letter in read if letter.isalnum()] == letters


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("abC .,-–•1)\n\r\t|é\u00a0"), max_size=200))
def test_segments_of_any_text_are_verbatim_and_blocks_tile_it(source: str) -> None:
    text, blocks, segments = assemble(plain_pieces(source), source)
    for one in segments:
        assert text[one.start : one.start + one.length] == source[one.source_start : one.source_start + one.length]
    assert "\n\n".join(text[block.start : block.end] for block in blocks) == text
    covered = {at for one in segments for at in range(one.start, one.start + one.length)}
    assert all(text[at] in " \n|é" for at in range(len(text)) if at not in covered)


@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_paragraphs_broken_over_lines_are_joined(width: int, line_end: str) -> None:
    source = f"{textwrap.fill(LONG, width)}\n\n{textwrap.fill(OTHER, width)}\n".replace("\n", line_end)
    assert texts(source) == [LONG, OTHER]


def test_paragraphs_broken_over_lines_need_no_blank_line_between_them() -> None:
    source = textwrap.fill(LONG, 72) + "\n" + textwrap.fill(OTHER, 72, initial_indent="    ")
    assert texts(source) == [LONG, OTHER]


def test_a_line_for_each_paragraph_stays_so() -> None:
    assert texts(f"{LONG}\n{OTHER}\n{LONG}") == [LONG, OTHER, LONG]


def test_short_entries_are_not_joined() -> None:
    entries = [
        "2013-04-15: Rasmussen visits Tokyo.",
        "2014-05-06: Abe visits Brussels and signs a programme.",
        "2018: Mission opened.",
    ]
    assert texts("\n".join(entries)) == entries


def test_sentences_of_about_the_same_length_are_not_joined() -> None:
    entries = [
        "Japan took part in the exercise Locked Shields in April of the year.",
        "France objected to the office, and Germany did not object to it then.",
        "Italy and Poland supported the plan when it was discussed in Vilnius.",
        "Russia and China condemned the plan in statements of their ministries.",
    ]
    assert texts("\n".join(entries)) == entries


def test_words_divided_at_the_end_of_a_line_are_put_together() -> None:
    source = (
        "The opening of the office was discussed by the ambassadors of the mem-\n"
        "ber states in Brussels, and it was agreed that a long-term plan is need-\n"
        "ed. The ambassadors said that they would come back to the long-\n"
        "term plan at a later time, when all of them had heard from home."
    )
    assert texts(source) == [
        "The opening of the office was discussed by the ambassadors of the member states in Brussels, and it was "
        "agreed that "
        "a long-term plan is needed. The ambassadors said that they would come back to the long-term plan at a "
        "later time, "
        "when all of them had heard from home."
    ]


def test_bullets_and_numbers_make_items_without_their_marks() -> None:
    source = "• First point\n• Second point\n\n1. Number one\n2. Number two\n\n(a) letter\n(b) letter"
    assert {kind for kind, _ in kinds(source)} == {"item"}
    assert texts(source) == ["First point", "Second point", "Number one", "Number two", "letter", "letter"]


def test_a_number_that_is_in_no_row_belongs_to_the_text() -> None:
    assert texts("30. Juni was the day.\n\nA. Smith said so.") == ["30. Juni was the day.", "A. Smith said so."]


def test_a_single_dash_is_no_bullet() -> None:
    assert texts(f"{LONG}\n\n— Anke Vogt, state secretary") == [LONG, "— Anke Vogt, state secretary"]


def test_a_wrapped_item_is_one_item() -> None:
    source = (
        "• "
        + textwrap.fill(LONG, 70, subsequent_indent="  ")
        + "\n• "
        + textwrap.fill(OTHER, 70, subsequent_indent="  ")
    )
    assert kinds(source) == [("item", LONG), ("item", OTHER)]


@pytest.mark.parametrize(
    "source",
    ["Actor | Position\nPoland | in favour", "| Actor | Position |\n|---|---|\n| Poland | in favour |",
     "Actor\tPosition\nPoland\tin favour", "Actor      Position\nPoland     in favour"],
)  # fmt: skip
def test_tables_become_rows(source: str) -> None:
    assert kinds(source) == [("row", "Actor | Position"), ("row", "Poland | in favour")]


def test_a_line_with_bars_alone_is_no_table() -> None:
    assert kinds(f"By Jane Doe | 3 May 2023\n\n{LONG}")[0][0] != "row"


def test_headings_are_short_lines_without_the_end_of_a_sentence() -> None:
    source = (
        f"A title of the text\n\nTOKYO, July 10, 2023\n\n{LONG}\n\nWhat comes next?\n\n{OTHER}\n\nThey "
        f"include:\n\n{OTHER}"
    )
    assert [text for kind, text in kinds(source) if kind == "heading"] == ["A title of the text", "What comes next?"]
