"""The project's pipeline, loaded once, and short ways to see what it finds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

Read = Callable[[str], dict[str, str]]


@pytest.fixture(scope="session")
def nlp() -> Language:
    from jnato_graph.annotate.pipeline import load_pipeline

    return load_pipeline()


@pytest.fixture
def read(nlp: Language) -> Read:
    """`read(text)`: the mentions of a text with their labels."""

    def labels(text: str) -> dict[str, str]:
        doc = nlp(text)
        return {span.text: span.label_ for span in doc.spans["mentions"]}

    return labels
