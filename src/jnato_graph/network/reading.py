"""Reads a `Doc` through: cuts it into stretches that the encoder can read at once, keeps what its first half gives."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import Any, Final, NamedTuple

import numpy as np
from spacy.tokens import Doc, Span

from jnato_graph.network.encoder import Encoder, Floats, Halves
from jnato_graph.network.pieces import Token, told
from jnato_graph.network.tags import names

LIMIT: Final = 240  # word pieces; the network was trained on stretches up to 260
LONGEST: Final = 500  # a sentence of more pieces is cut where a piece ends: the encoder has 512 places


class Stretch(NamedTuple):
    """First and last character, and what the first half of the encoder gives for its pieces, (pieces, size)."""

    start: int
    stop: int
    hidden: Halves


def read_through(doc: Doc, encoder: Encoder) -> list[Span]:
    """The names in `doc`; what was read stays in `doc._.stretches` for the grade stage.

    Tokens must have their marks (`ent_id`, `ent_kb_id`) and `doc` its sentences.
    """
    found, read = [], []
    for stretch, tags, places in _read(doc, stretches(doc, encoder.tokenizer), encoder):
        read.append(stretch)
        start = stretch.start
        for first, last, label in names(tags):
            if places[last][1] > places[first][0]:
                place = (start + places[first][0], start + places[last][1])
                span = doc.char_span(*place, label=label, alignment_mode="expand")
                if span is not None:
                    found.append(span)
    doc._.stretches = read
    return found


def read_alone(doc: Doc, sentences: Iterable[Span], encoder: Encoder) -> Iterator[Stretch]:
    """Each of `sentences` read by itself, without what stands around it; a very long one in parts."""
    starts = {sentence.start for sentence in sentences}
    chosen = (row[:2] for row in _sentences(doc, encoder.tokenizer, starts))
    return (stretch for stretch, _, _ in _read(doc, chosen, encoder))


def _read(
    doc: Doc, parts: Iterable[tuple[int, int]], encoder: Encoder
) -> Iterator[tuple[Stretch, Floats, list[tuple[int, int]]]]:
    """What the first half gives for each part, (pieces, tags) scores, and where in the part each piece stands."""
    marked = [(t.idx, t.idx + len(t), t.ent_id_, t.ent_kb_id_) for t in doc if t.ent_id or t.ent_kb_id]
    for start, stop in parts:
        text = doc.text[start:stop]
        encoded = encoder.tokenizer.encode(text)
        tokens: list[Token] = [(a - start, b - start, *kinds) for a, b, *kinds in marked if start <= a < stop]  # type: ignore[misc]
        rows = (np.array(row, dtype=np.int64) for row in told(tokens, text, encoded.offsets, encoder.marks))
        hidden, tags = encoder.lower(np.array(encoded.ids, dtype=np.int64), *rows)
        yield Stretch(start, stop, hidden), tags, encoded.offsets


def stretches_of(doc: Doc) -> list[Stretch]:
    """What `read_through` kept, also when the `Doc` comes from another process."""
    return [Stretch(*row) for row in doc._.stretches or ()]


def stretches(doc: Doc, tokenizer: Any) -> Iterator[tuple[int, int]]:
    """The (first, last) characters of stretches: whole sentences, as many as fit, over the ends of paragraphs.

    The paragraphs of news are of one or two sentences, and who took part in what stands in the one after.
    """
    start: int | None = None
    stop = pieces = 0
    for first, last, count in _sentences(doc, tokenizer):
        if start is not None and pieces + count > LIMIT:
            yield start, stop
            start = None
        if start is None:
            start, pieces = first, 0
        stop, pieces = last, pieces + count
    if start is not None:
        yield start, stop


def _sentences(doc: Doc, tokenizer: Any, starts: Container[int] | None = None) -> Iterator[tuple[int, int, int]]:
    """First and last character of each sentence, and how many pieces it has; those that are too long in parts.

    `starts`: the first tokens of those that are wanted.
    """
    whole = doc.text
    for sentence in doc.sents:
        if starts is not None and sentence.start not in starts:
            continue
        spaced = whole[sentence.start_char : sentence.end_char]
        text = spaced.strip()
        if not text:
            continue
        first = sentence.start_char + len(spaced) - len(spaced.lstrip())
        encoded = tokenizer.encode(text, add_special_tokens=False)
        if len(encoded.ids) <= LONGEST:
            yield first, first + len(text), len(encoded.ids)
            continue
        places = encoded.offsets
        for number in range(0, len(places), LIMIT):
            part = places[number : number + LIMIT]
            yield first + part[0][0], first + part[-1][1], len(part)


if not Doc.has_extension("stretches"):
    Doc.set_extension("stretches", default=None)
