"""The sentences of a document as records."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from jnato_graph.records import Document, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc


def sentence_at(sentences: Sequence[Sentence]) -> Callable[[int], Sentence | None]:
    """A function that gives the one of `sentences` (in the order of the text) that holds a character offset."""
    starts = [sentence.start for sentence in sentences]

    def at(offset: int) -> Sentence | None:
        index = bisect_right(starts, offset) - 1
        return sentences[index] if index >= 0 and offset < sentences[index].end else None

    return at


def sentences_of(document: Document, doc: Doc, spans: Iterable[tuple[int, int]]) -> tuple[Sentence, ...]:
    """The sentences of `doc` without white space around them; one that a name runs on into takes the next one in.

    `spans` are the character offsets of the names, each of which must lie within one sentence.
    """
    crossed = {index for start, end in spans for index in range(start + 1, end)}  # offsets within a name
    bounds: list[list[int]] = []
    for sentence in doc.sents:
        start = sentence.start_char
        if bounds and start in crossed:
            bounds[-1][1] = sentence.end_char
        else:
            bounds.append([start, sentence.end_char])
    found: list[Sentence] = []
    for start, end in bounds:
        text = document.text[start:end]
        stripped = text.strip()
        if not stripped:
            continue
        start += len(text) - len(text.lstrip())
        index = len(found)
        found.append(
            Sentence(
                key=f"{document.key}:{index}",
                document=document.key,
                index=index,
                start=start,
                end=start + len(stripped),
                text=stripped,
            )
        )
    return tuple(found)
