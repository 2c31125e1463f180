"""The way between two mentions over the tree."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from jnato_graph.grade.paths import ARC_NUMBER, PATH_WIDTH, chain, path, rows

DOC = Doc(
    spacy.blank("en").vocab,
    words=["France", "opposed", "the", "office", ".", "Italy", "slept", "."],
    heads=[1, 1, 3, 1, 1, 6, 6, 6],
    deps=["nsubj", "ROOT", "det", "dobj", "punct", "nsubj", "ROOT", "punct"],
    sent_starts=[True, False, False, False, False, True, False, False],
)


def test_a_path_goes_up_from_the_subject_and_down_to_the_object() -> None:
    way = path(chain(DOC[0:1]), chain(DOC[3:4]))

    assert way.top == DOC[1].idx
    assert way.up == (ARC_NUMBER["nsubj"],)
    assert way.down == (ARC_NUMBER["dobj"],)


def test_there_is_no_path_between_sentences() -> None:
    way = path(chain(DOC[0:1]), chain(DOC[5:6]))

    assert way.top is None
    assert rows([way]).sum() == 0


def test_a_row_marks_each_arc_and_that_there_is_a_path() -> None:
    table = rows([path(chain(DOC[0:1]), chain(DOC[3:4]))])

    assert table.shape == (1, PATH_WIDTH)
    assert table.sum() == 3
