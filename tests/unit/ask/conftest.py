"""The pipeline that reads questions, which is quicker than the one for articles."""

from __future__ import annotations

import pytest
from spacy.language import Language

from jnato_graph.ask import pipeline


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline that questions go through, loaded once."""
    return pipeline()
