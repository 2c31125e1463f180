"""A sentence ends where a block of the text ends, so that a heading is not read as part of what follows it."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

BARRED = 4  # words
ENDS = frozenset({".", "!", "?", ":", "”", '"'})
CLOSING = frozenset({'"', "”", "»", ")", "]"})


@Language.component("jnato_blocks", assigns=["token.is_sent_start"])
def blocks(doc: Doc) -> Doc:
    """Set a sentence start after each empty line; the parser keeps to it and finds the others.

    Right behind a start that is given, the parser likes to make another ("Italy | objected"): it is kept from that.
    So is a quotation mark behind a full stop, which would be a sentence of its own.
    """
    for token in doc[1:]:
        if token.text in CLOSING and not token.nbor(-1).whitespace_ and not token.nbor(-1).is_space:
            token.is_sent_start = False
    for token in doc[:-1]:
        if token.is_space and "\n\n" in token.text:
            doc[token.i + 1].is_sent_start = True
            for after in doc[token.i + 2 : token.i + 2 + BARRED]:
                if after.is_space or after.nbor(-1).text in ENDS:
                    break
                after.is_sent_start = False
    return doc
