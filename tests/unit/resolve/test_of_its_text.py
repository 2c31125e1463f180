"""What has no name of its own is of its text: the like in another document is another."""

from __future__ import annotations

import pytest
from spacy.language import Language

from jnato_graph.resolve import identify


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Japan and NATO issued a joint statement in {}.", "joint statement"),
        ("Japan and Spain signed a treaty in {}.", "treaty"),
        ("Spain was alone at the summit. Its minister flew home to {}.", "summit"),
    ],
)
def test_those_of_two_documents_are_two(nlp: Language, text: str, name: str) -> None:
    keys = set()
    for place in ("Tokyo", "Brussels"):
        doc = nlp(text.format(place))
        mentions = list(doc.spans["mentions"])
        ends = identify(doc, "2025-04-14")
        keys |= {e.key for m, e in zip(mentions, ends.of_mention, strict=True) if m.text == name}

    assert len(keys) == 2
