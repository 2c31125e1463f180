"""From scores of tags to names: whatever the scores, what comes out is well formed."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from jnato_graph.network.pieces import LINES, SHAPES, shape_of, tags_of, told
from jnato_graph.network.tags import TAGS, best, names
from jnato_graph.ontology import LABELS

STATE, PERSON = LABELS.index("State"), LABELS.index("Person")


def scores(*rows: list[int]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Scores that are 1 for each tag of these rows, one after another."""
    tags = [tag for row in rows for tag in row]
    table = np.zeros((len(tags), TAGS), dtype=np.float32)
    table[np.arange(len(tags)), tags] = 1
    return table


def test_names_beside_each_other_stay_two() -> None:
    found = list(names(scores([0], tags_of(STATE, 1), tags_of(PERSON, 3), tags_of(STATE, 2), [0])))

    assert found == [(1, 1, "State"), (2, 4, "Person"), (5, 6, "State")]


def test_a_name_that_begins_and_does_not_end_is_mended_by_the_likeliest_row() -> None:
    table = scores([0], tags_of(PERSON, 3), [0])
    table[3] = 0
    table[3, 0] = 0.6
    table[3, tags_of(PERSON, 3)[2]] = 0.5

    assert list(names(table)) == [(1, 3, "Person")]


@given(st.lists(st.lists(st.floats(-9, 9, width=32), min_size=TAGS, max_size=TAGS), min_size=1, max_size=7))
def test_names_never_overlap_and_end_where_they_may(rows: list[list[float]]) -> None:
    table = np.array(rows, dtype=np.float32)
    covered = [place for first, last, _ in names(table) for place in range(first, last + 1)]

    assert len(covered) == len(set(covered))
    assert set(covered) == set(np.flatnonzero(best(table)).tolist())


def test_each_piece_is_told_what_lists_line_and_letters_say() -> None:
    text = "NATO met Kishida on 9 May"
    tokens = [(0, 4, "B-Org", "short"), (9, 16, "", "short")]
    places = [(0, 0), (0, 4), (5, 8), (9, 11), (11, 16), (17, 19), (20, 21), (22, 25), (0, 0)]

    mark, line, shape = told(tokens, text, places, {"B-Org": 3})

    assert mark == [0, 3, 0, 0, 0, 0, 0, 0, 0]
    assert line == [0, *[LINES.index("short") + 1], 0, *[LINES.index("short") + 1] * 2, 0, 0, 0, 0]
    assert [SHAPES[s - 1] if s else "" for s in shape] == [
        "", "capitals", "lower", "capital", "capital", "lower", "digits", "capital", "",
    ]  # fmt: skip
    assert [shape_of(word) for word in ("A", "MoD", "2024", "F35", "B2b")] == [
        "letter", "mixed", "digits", "capitals", "mixed",
    ]  # fmt: skip
