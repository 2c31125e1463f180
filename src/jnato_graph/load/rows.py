"""Records to rows for Cypher: each row a map of plain values. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from jnato_graph.interchange.codec import encode
from jnato_graph.load.names import NAMING, Naming, agreed, naming_properties
from jnato_graph.ontology import SYMMETRIC, in_order
from jnato_graph.records import Claim, Extraction

type Row = dict[str, Any]
type Labelled = tuple[str, dict[str, Any]]
"""An entity's domain label and properties."""

OFFICE_HOLDER: Final = "-by-office-holder"


@dataclass(slots=True)
class Rows:
    """The rows of a group of documents, nodes and relationships apart.

    What hangs on one document or sentence is one row, so that its key travels, and is looked up, once. Sentences,
    and within their rows names and mentions, are lists: `write` says what stands where in them.
    """

    sentences: list[list[Any]] = field(default_factory=list)
    claims: list[Row] = field(default_factory=list)
    entities: list[Row] = field(default_factory=list)
    documents: list[Row] = field(default_factory=list)
    names: list[Row] = field(default_factory=list)
    mentions: list[Row] = field(default_factory=list)
    claim_ends: list[Row] = field(default_factory=list)
    speakers: list[Row] = field(default_factory=list)
    statements: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, extractions: Iterable[Extraction], listed: Mapping[str, Labelled]) -> Rows:
        """The rows of `extractions`; `listed` has label and properties of each entity that the reference data list."""
        rows, namings = cls(), dict[str, list[Naming]]()
        for extraction in extractions:
            rows._add_document(extraction)
            names = []
            for entity in extraction.entities:
                naming = naming_properties(entity)
                names.append([entity.key, *(naming[name] for name in NAMING)])
                namings.setdefault(entity.key, []).append(Naming(properties=naming, documents=1))
            rows.names.append({"document": extraction.document.key, "names": names})
        for key, found in namings.items():
            label, properties = listed.get(key) or agreed(found)
            rows.entities.append({"key": key, "label": label, "properties": _present(properties)})
        return rows

    def _add_document(self, extraction: Extraction) -> None:
        key = extraction.document.key
        self.documents.append({"document": key, "sentences": [sentence.key for sentence in extraction.sentences]})
        self.sentences += [[s.key, s.index, s.start, s.end, s.text] for s in extraction.sentences]
        by_sentence: dict[str, list[list[Any]]] = {}
        for m in extraction.mentions:
            by_sentence.setdefault(m.sentence, []).append([m.entity, m.start, m.end, m.text, m.anaphor])
        self.mentions += [{"sentence": sentence, "mentions": rows} for sentence, rows in by_sentence.items()]
        offices = office_holders(extraction.claims)
        for claim in extraction.claims:
            self._add_claim(claim, asserted=is_asserted(claim, offices))

    def _add_claim(self, claim: Claim, *, asserted: bool) -> None:
        row = encode(claim)
        ends = {"claim": claim.key} | {end: row.pop(end) for end in ("subject", "object", "sentence")}
        speaker = row.pop("speakerEntity")
        del row["document"]
        about = statement(claim.subject, claim.predicate, claim.object)
        self.statements.add(about)
        self.claims.append(_present({**row, "path": row["path"] or None, "statement": about, "asserted": asserted}))
        self.claim_ends.append(ends)
        if speaker is not None:
            self.speakers.append({"claim": claim.key, "speaker": speaker})


def _present(properties: Row) -> Row:
    """Without the properties that have no value: they need not travel to say so."""
    return {key: value for key, value in properties.items() if value is not None}


def statement(subject: str, predicate: str, object_: str) -> str:
    """What a claim is about, said once: claims that share it agree or contradict each other.

    The ends of a symmetric predicate stand in the order of their keys.
    """
    first, second = in_order(subject, predicate, object_)
    return f"{first} {predicate} {second}"


def office_holders(claims: Iterable[Claim]) -> set[tuple[str, str]]:
    """Pairs of person and state or body for which, by its own words or rules, a document lets the person speak."""
    pairs: set[tuple[str, str]] = set()
    own: dict[tuple[str, ...], list[str]] = {}
    derived: list[tuple[tuple[str, ...], str]] = []
    for claim in claims:
        if (claim.predicate, claim.polarity, claim.modality) == ("HOLDS_POSITION_IN", "affirmed", "actual"):
            pairs.add((claim.subject, claim.object))
        act = (claim.sentence, claim.predicate, claim.object, claim.polarity)
        if claim.rule.endswith(OFFICE_HOLDER):
            derived.append((act, claim.subject))
        else:
            own.setdefault(act, []).append(claim.subject)
    return pairs | {(person, actor) for act, actor in derived for person in own.get(act, ())}


def is_asserted(claim: Claim, offices: set[tuple[str, str]]) -> bool:
    """Whether the document itself or the subject says it, not somebody else who is cited.

    One who holds an office of the subject speaks for it. For a symmetric predicate either end is the subject.
    """
    if claim.speaker is None and claim.speaker_entity is None:
        return True
    speaker = claim.speaker_entity
    if speaker is None:
        return False
    ends = (claim.subject, claim.object) if claim.predicate in SYMMETRIC else (claim.subject,)
    return any(speaker == end or (speaker, end) in offices for end in ends)
