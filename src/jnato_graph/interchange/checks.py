"""What must hold within one document's rows: exact offsets, the ontology, and that each reference leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, NamedTuple

from jnato_graph.ontology import ACTORS, LABELS, PREDICATES, allows
from jnato_graph.records import Claim, Document, Entity, Extraction, Mention, Sentence

_DATE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_KEY: Final = re.compile(r"\S+")


class Problem(NamedTuple):
    """One thing wrong in an interchange file: the line (from 1), the key, and what is the matter with it."""

    line: int
    key: str
    message: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.key + ' ' if self.key else ''}{self.message}"


@dataclass(slots=True)
class Block:
    """A `document` row and the rows after it, each with its line number."""

    line: int
    document: Document
    sentences: list[tuple[int, Sentence]] = field(default_factory=list)
    entities: list[tuple[int, Entity]] = field(default_factory=list)
    mentions: list[tuple[int, Mention]] = field(default_factory=list)
    claims: list[tuple[int, Claim]] = field(default_factory=list)

    def add(self, line: int, kind: str, record: Any) -> None:
        """Put a row of the document into its place."""
        rows: dict[str, list[Any]] = {
            "sentence": self.sentences,
            "entity": self.entities,
            "mention": self.mentions,
            "claim": self.claims,
        }
        rows[kind].append((line, record))

    def extraction(self) -> Extraction:
        """The records of the block."""
        return Extraction(
            document=self.document,
            sentences=tuple(record for _, record in self.sentences),
            entities=tuple(record for _, record in self.entities),
            mentions=tuple(record for _, record in self.mentions),
            claims=tuple(record for _, record in self.claims),
        )


def block_of(extraction: Extraction) -> Block:
    """The block of an extraction that was not read from a file; each record has its position in place of a line."""
    return Block(
        line=1,
        document=extraction.document,
        sentences=list(enumerate(extraction.sentences, 1)),
        entities=list(enumerate(extraction.entities, 1)),
        mentions=list(enumerate(extraction.mentions, 1)),
        claims=list(enumerate(extraction.claims, 1)),
    )


def problems_of(block: Block) -> Iterator[Problem]:
    """Everything wrong within a block whose rows each have the right keys and types."""
    yield from _document_problems(block)
    sentences = {sentence.key: sentence for _, sentence in block.sentences}
    labels = {entity.key: entity.label for _, entity in block.entities}
    yield from _duplicates("key", ((line, sentence.key) for line, sentence in block.sentences))
    yield from _duplicates("key", ((line, entity.key) for line, entity in block.entities))
    yield from _duplicates("key", ((line, claim.key) for line, claim in block.claims))
    yield from _duplicates(
        "start", ((line, f"{m.sentence} {m.entity} {m.start}-{m.end}") for line, m in block.mentions)
    )
    for line, sentence in block.sentences:
        yield from _sentence_problems(line, sentence, block.document)
    for line, entity in block.entities:
        yield from _entity_problems(line, entity)
    for line, mention in block.mentions:
        yield from _span_problems(line, mention, "text", mention.text, block.document, sentences)
        if mention.entity not in labels:
            yield Problem(line, "entity", f"{mention.entity!r} has no entity row in its document")
    for line, claim in block.claims:
        yield from _span_problems(line, claim, "quote", claim.quote, block.document, sentences)
        yield from _claim_problems(line, claim, labels)


def _document_problems(block: Block) -> Iterator[Problem]:
    document, line = block.document, block.line
    yield from _key_problems(line, "key", document.key)
    if not document.path:
        yield Problem(line, "path", "is empty")
    yield from _date_problems(line, "published", document.published)
    for index, part in enumerate(document.blocks):
        if not 0 <= part.start <= part.end <= len(document.text):
            yield Problem(line, f"blocks[{index}]", f"{part.start}-{part.end} lies outside the document's text")


def _sentence_problems(line: int, sentence: Sentence, document: Document) -> Iterator[Problem]:
    if sentence.document != document.key:
        yield Problem(line, "document", f"is {sentence.document!r}, but the row stands under {document.key!r}")
    if sentence.index < 0 or sentence.key != f"{document.key}:{sentence.index}":
        yield Problem(line, "key", f"is {sentence.key!r}, not '<document key>:<index>'")
    yield from _text_problems(line, "text", sentence.text, sentence.start, sentence.end, document)


def _entity_problems(line: int, entity: Entity) -> Iterator[Problem]:
    yield from _key_problems(line, "key", entity.key)
    if entity.label not in LABELS:
        yield Problem(line, "label", f"is {entity.label!r}, which the ontology does not have")
    if not entity.name.strip():
        yield Problem(line, "name", "is empty")
    if (entity.latitude is None) != (entity.longitude is None):
        yield Problem(line, "latitude", "and longitude go together: give both or none")
    for key, value, limit in (("latitude", entity.latitude, 90), ("longitude", entity.longitude, 180)):
        if value is not None and abs(value) > limit:
            yield Problem(line, key, f"is {value}, beyond {limit} degrees")


def _claim_problems(line: int, claim: Claim, labels: dict[str, str]) -> Iterator[Problem]:
    yield from _key_problems(line, "key", claim.key)
    for key, end in (("subject", claim.subject), ("object", claim.object), ("speakerEntity", claim.speaker_entity)):
        if end is not None and end not in labels:
            yield Problem(line, key, f"{end!r} has no entity row in its document")
    subject, object_ = labels.get(claim.subject), labels.get(claim.object)
    if claim.predicate not in PREDICATES:
        yield Problem(line, "predicate", f"is {claim.predicate!r}, which the ontology does not have")
    elif subject in LABELS and object_ in LABELS and not allows(subject, claim.predicate, object_):
        yield Problem(line, "predicate", f"{claim.predicate} may not stand between {subject} and {object_}")
    speaker = labels.get(claim.speaker_entity or "")
    if speaker in LABELS and speaker not in ACTORS:
        yield Problem(line, "speakerEntity", f"is the {speaker} {claim.speaker_entity!r}: only an actor speaks")
    if not 0 <= claim.confidence <= 1:
        yield Problem(line, "confidence", f"is {claim.confidence}, not within 0 and 1")
    yield from _date_problems(line, "date", claim.date)


def _span_problems(
    line: int, record: Mention | Claim, key: str, text: str, document: Document, sentences: dict[str, Sentence]
) -> Iterator[Problem]:
    if record.document != document.key:
        yield Problem(line, "document", f"is {record.document!r}, but the row stands under {document.key!r}")
    yield from _text_problems(line, key, text, record.start, record.end, document)
    sentence = sentences.get(record.sentence)
    if sentence is None:
        yield Problem(line, "sentence", f"{record.sentence!r} has no sentence row in its document")
    elif isinstance(record, Claim) and record.start <= sentence.start <= sentence.end <= record.end:
        return  # quoted with the sentences beside it
    elif not sentence.start <= record.start <= record.end <= sentence.end:
        yield Problem(line, "start", f"{record.start}-{record.end} lies outside sentence {record.sentence!r}")


def _text_problems(line: int, key: str, text: str, start: int, end: int, document: Document) -> Iterator[Problem]:
    if not 0 <= start < end <= len(document.text):
        yield Problem(line, "start", f"{start}-{end} is no stretch of the document's text")
    elif document.text[start:end] != text:
        yield Problem(line, key, f"is not what the document's text has at {start}-{end}")


def _key_problems(line: int, key: str, value: str) -> Iterator[Problem]:
    if not _KEY.fullmatch(value):
        yield Problem(line, key, f"is {value!r}: a key is not empty and holds no white space")


def _date_problems(line: int, key: str, value: str | None) -> Iterator[Problem]:
    if value is None:
        return
    match = _DATE.fullmatch(value)
    try:
        if match is None:
            raise ValueError
        year, month, day = (int(part or 1) for part in match.groups())
        date(year, month, day)
    except ValueError:
        yield Problem(line, key, f"is {value!r}, not a date such as 2023, 2023-07 or 2023-07-11")


def _duplicates(key: str, values: Iterable[tuple[int, str]]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for line, value in values:
        if first.setdefault(value, line) != line:
            yield Problem(line, key, f"{value!r} stands in line {first[value]} already")
