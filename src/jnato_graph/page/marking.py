"""A sentence cut into pieces, so that a template can mark what it names: the look of spaCy's displaCy, nested too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jnato_graph.records import Entity, Mention, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A named stretch of a sentence: its entity, and the pieces that it is made of (texts and marks within it)."""

    entity: Entity
    anaphor: bool
    pieces: tuple[Piece, ...]


type Piece = str | Mark


def marked(sentence: Sentence, mentions: Iterable[Mention], entities: Mapping[str, Entity]) -> tuple[Piece, ...]:
    """The sentence as texts and marks; put together they are its text, character for character.

    Mentions may lie in each other. One that crosses another's end, lies outside the sentence, or is of an entity that
    is not among `entities`, is left out, and so is one within another of the same entity. Of several at the same place
    the first is taken.
    """
    wanted: list[Mention] = []
    around: list[Mention] = []
    for mention in sorted(mentions, key=lambda each: (each.start, -each.end)):
        if mention.entity not in entities or not sentence.start <= mention.start < mention.end <= sentence.end:
            continue
        if wanted and (wanted[-1].start, wanted[-1].end) == (mention.start, mention.end):
            continue
        while around and around[-1].end <= mention.start:
            around.pop()
        if around and mention.end > around[-1].end:
            continue
        if mention.entity in {outer.entity for outer in around}:
            continue
        around.append(mention)
        wanted.append(mention)
    return _pieces(sentence, wanted, entities, sentence.start, sentence.start + len(sentence.text))


def _pieces(
    sentence: Sentence, mentions: Sequence[Mention], entities: Mapping[str, Entity], start: int, end: int
) -> tuple[Piece, ...]:
    """The pieces between two offsets; `mentions` are those that lie between, the outer before the inner."""
    found: list[Piece] = []
    at, number = start, 0
    while number < len(mentions):
        outer = mentions[number]
        after = number + 1
        while after < len(mentions) and mentions[after].end <= outer.end:
            after += 1
        if outer.start > at:
            found.append(sentence.text[at - sentence.start : outer.start - sentence.start])
        inner = _pieces(sentence, mentions[number + 1 : after], entities, outer.start, outer.end)
        found.append(Mark(entity=entities[outer.entity], anaphor=outer.anaphor, pieces=inner))
        at, number = outer.end, after
    if end > at:
        found.append(sentence.text[at - sentence.start : end - sentence.start])
    return tuple(found)
