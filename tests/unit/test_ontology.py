"""`docs/ontology.md` and `ontology.py` say the same."""

import re
from pathlib import Path

import pytest

from jnato_graph.ontology import ACTORS, ANY, LABELS, MODALITIES, POLARITIES, SIGNATURES, SYMMETRIC, allows

PAGE = (Path(__file__).parents[2] / "docs" / "ontology.md").read_text(encoding="utf-8")
ROWS = {row[0]: row[1:] for row in re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) \|", PAGE, re.MULTILINE)}


def labels_in(cell: str) -> frozenset[str]:
    named = set(re.findall(r"`(\w+)`", cell))
    return ANY if "any label" in cell else frozenset(named | (ACTORS if "ACTOR" in cell else set()))


def test_the_page_explains_each_label() -> None:
    assert set(LABELS) <= ROWS.keys()


@pytest.mark.parametrize("predicate", SIGNATURES)
def test_the_page_explains_each_predicate_with_its_ends(predicate: str) -> None:
    ends = ROWS[predicate][0]
    subject, arrow, object_ = re.split(r" (→|↔) ", ends)
    subjects = labels_in(subject)
    objects = subjects if object_ == "the same" else labels_in(object_)

    assert (subjects, objects) == SIGNATURES[predicate]
    assert (arrow == "↔") == (predicate in SYMMETRIC)


@pytest.mark.parametrize("word", [*POLARITIES, *MODALITIES])
def test_the_page_explains_each_polarity_and_modality(word: str) -> None:
    assert f"`{word}`" in PAGE


def test_a_signature_is_held_at_both_ends() -> None:
    assert allows("State", "SIGNED", "Agreement")
    assert not allows("State", "SIGNED", "Policy")
    assert not allows("Place", "SIGNED", "Agreement")
