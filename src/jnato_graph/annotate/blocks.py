"""A sentence ends where a block of the text ends, so that a heading is not read as part of what follows it."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("jnato_blocks", assigns=["token.is_sent_start"])
def blocks(doc: Doc) -> Doc:
    """Set a sentence start after each empty line; the parser keeps to it and finds the others."""
    for token in doc[:-1]:
        if token.is_space and "\n\n" in token.text:
            doc[token.i + 1].is_sent_start = True
    return doc
