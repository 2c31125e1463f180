"""The head noun of a name decides its label where it leaves no doubt."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from jnato_graph.annotate.heads import label_by_head, labels_of
from jnato_graph.annotate.spans import Found

VOCAB = English().vocab


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("Trust Funds", "Exercise", "Programme"),
        ("Tokyo Conferences", "Office", "Event"),
        ("Mutsu Bay Fisheries Cooperative", "Event", "Organisation"),
        ("Expo 2025", "Exercise", "Event"),
        ("Gulf of Guinea Coast Guard League", "Place", "Organisation"),
        ("Treaty of Peace", "Policy", "Agreement"),
        ("Operation Cedar Truce", "Agreement", "Operation"),
        ("Fukushima Daiichi Power Plant", "Programme", "Place"),
        ("Salish Sea", "Place", "Place"),
    ],
)
def test_the_label_follows_the_head(name: str, before: str, after: str) -> None:
    doc = Doc(VOCAB, words=name.split(" "))

    assert label_by_head(doc, Found(0, len(doc), before)).label == after


def test_a_plural_names_what_its_singular_does() -> None:
    assert labels_of("treaties") == labels_of("treaty") == ("Agreement",)
    assert labels_of("congress") == ("Event", "Organisation")
    assert labels_of("bus") == ()
