"""What a question asks for and no report tells makes the answer unsure."""

from __future__ import annotations

import pytest
import spacy

from jnato_graph.ask.untold import untold

NLP = spacy.blank("en")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How much money did Japan give to Ukraine?", False),
        ("How many troops did Germany deploy to ISAF?", False),
        ("How many Japanese ships joined RIMPAC?", False),
        ("What did Kishida and Stoltenberg talk about?", False),
        ("How many countries joined RIMPAC?", True),
        ("How much of this rests on one source?", True),
        ("Who sent troops to ISAF?", True),
    ],
)
def test_amounts_numbers_of_troops_and_topics_are_untold(question: str, told: bool) -> None:
    assert bool(list(untold(NLP(question)))) is not told
