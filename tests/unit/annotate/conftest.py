"""Short ways to see what the pipeline finds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

Read = Callable[[str], dict[str, str]]


@pytest.fixture
def read(nlp: Language) -> Read:
    """`read(text)`: the mentions of a text with their labels."""

    def labels(text: str) -> dict[str, str]:
        doc = nlp(text)
        return {span.text: span.label_ for span in doc.spans["mentions"]}

    return labels
