from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jnato_graph.read.strand import Lines, Strand

ODD = st.text(alphabet=st.sampled_from("ab é\u0301e\t\n\r\u00a0\u200b\u00adﬁ“.\u2028"), max_size=60)


@settings(deadline=None)
@given(ODD)
def test_every_segment_of_a_tidied_text_stands_in_the_source(source: str) -> None:
    tidied = Strand.of(source).tidied()
    for segment in tidied.segments(source):
        end, source_end = segment.start + segment.length, segment.source_start + segment.length
        assert tidied.text[segment.start : end] == source[segment.source_start : source_end]


@settings(deadline=None)
@given(ODD)
def test_tidying_twice_changes_nothing_more(source: str) -> None:
    once = Strand.of(source).tidied()
    assert once.tidied().text == once.text


@settings(deadline=None)
@given(ODD)
def test_segments_are_as_long_as_they_can_be_and_in_order(source: str) -> None:
    segments = Strand.of(source).tidied().segments(source)
    for one, other in pairwise(segments):
        assert one.start + one.length <= other.start
        assert (one.start + one.length, one.source_start + one.length) != (other.start, other.source_start)


@pytest.mark.parametrize(
    ("source", "clean"),
    [
        ("  two   spaces\tand a tab ", "two spaces and a tab"),
        ("no\u00a0break", "no break"),
        ("soft\u00adhyphen and zero\u200bwidth", "softhyphen and zerowidth"),
        ("e\u0301cole", "école"),
        ("the \ufb01rst of\ufb01ce", "the first office"),
    ],
)
def test_a_text_is_tidied(source: str, clean: str) -> None:
    assert Strand.of(source).tidied().text == clean


def test_a_cut_strand_keeps_the_offsets_of_the_rest() -> None:
    source = "grouping.1 Then"
    cut = Strand.of(source).without([(9, 10)])
    assert cut.text == "grouping. Then"
    assert [(s.start, s.source_start, s.length) for s in cut.segments(source)] == [(0, 0, 9), (9, 10, 5)]


@settings(deadline=None)
@given(st.text(alphabet="a\n\r\u2028", max_size=40))
def test_lines_leave_out_nothing_but_line_ends(source: str) -> None:
    lines = Lines(source)
    found = [source[a:b] for a, b in zip(lines.starts, lines.ends, strict=True)]
    assert found == [line.rstrip("x") for line in (source + "x").splitlines()]


@pytest.mark.parametrize("code", [*range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0)])
def test_controls_of_terminals_are_no_text(code: int) -> None:
    assert Strand.of(f"NATO{chr(code)}31m chief").tidied().text == "NATO31m chief"
