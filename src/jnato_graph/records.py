"""The records that travel between the stages. This module imports nothing of the project.

Offsets are counted in characters (Python `str` indices) of `Document.text`, half open: `text[start:end]`.
Dates are ISO 8601, only as exact as the source: `2023`, `2023-07` or `2023-07-11`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Polarity = Literal["affirmed", "negated"]
Modality = Literal["actual", "planned", "possible"]
BlockKind = Literal["heading", "paragraph", "item", "row", "caption"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of `Document.text` that was one unit of layout in the source."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """`length` characters at `start` in `Document.text` stand at `source_start` in the original file's text."""

    start: int
    source_start: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """Text of the original that is not read, and why (`share-button`, `author-note`, `reference-list`, ...)."""

    source_start: int
    source_end: int
    reason: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article. `key` is made of the clean text alone: the same text from two addresses is one document."""

    key: str
    path: str
    text: str
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_from: Literal["manifest", "metadata", "text"] | None = None
    url: str | None = None
    blocks: tuple[Block, ...] = ()
    segments: tuple[Segment, ...] = ()
    omissions: tuple[Omission, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a document; `key` is `<document key>:<index>`."""

    key: str
    document: str
    index: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A node of the domain. `key` is a reference key (`nato`) or `<label in lower case>:<slug of the name>`."""

    key: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    listed: bool = False
    wikidata: str | None = None
    iso_alpha3: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An entity named (or safely referred to: `anaphor`) in a sentence."""

    document: str
    sentence: str
    entity: str
    start: int
    end: int
    text: str
    anaphor: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One assertion in one sentence.

    `quote` is `text[start:end]`, exact: the sentence, or it with those beside it that name what it only refers to.
    `speaker` is the words of the attribution as they stand in the text, and `speaker_entity` its key when it is an
    entity. `rule` names the trigger entry and construction; `path` is the way from subject to object in the sentence,
    for people; `confidence` lies in 0..1.
    """

    key: str
    document: str
    sentence: str
    subject: str
    predicate: str
    object: str
    polarity: Polarity
    modality: Modality
    quote: str
    start: int
    end: int
    rule: str
    confidence: float
    path: str = ""
    speaker: str | None = None
    speaker_entity: str | None = None
    date: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that one document gave: the unit that `extract` writes and `load` reads."""

    document: Document
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
