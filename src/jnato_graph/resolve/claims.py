"""From what the extract stage found to claims between entities."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from jnato_graph.extract.model import RawClaim
from jnato_graph.ontology import ACTORS, allows, in_order
from jnato_graph.records import Claim, Document, Entity, Sentence
from jnato_graph.resolve.sentences import sentence_at

if TYPE_CHECKING:
    from spacy.tokens import Doc

DEFAULT_CONFIDENCE = 0.8
_LISTED: Final = frozenset({"item", "row"})
_FAR: Final = 4  # sentences; what is named further away is not quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """Which entities the ends of raw claims are: first the mentions, then the anaphors with what they refer to."""

    of_mention: Sequence[Entity]
    of_anaphor: Sequence[tuple[Entity, ...]]

    @property
    def keys(self) -> list[tuple[str, ...]]:
        """The keys of the entities at each end."""
        return [(entity.key,) for entity in self.of_mention] + [tuple(e.key for e in each) for each in self.of_anaphor]

    def at(self, index: int) -> tuple[Entity, ...]:
        """The entities at an end: one for a mention, one or more for "it", "the two sides"."""
        if index < len(self.of_mention):
            return (self.of_mention[index],)
        return self.of_anaphor[index - len(self.of_mention)]


def claims_of(
    document: Document, doc: Doc, raw: Iterable[RawClaim], ends: Ends, sentences: Sequence[Sentence]
) -> list[Claim]:
    """The claims of a document, one for each assertion in a sentence, in the order of the text.

    A claim is quoted from its sentence, and from those beside it where an end is named only there.
    What the ontology does not allow between the entities that the ends turned out to be is left out.
    """
    found: dict[str, Claim] = {}
    holding, named = sentence_at(sentences), _named_in(doc, ends, sentences)
    for row in raw:
        if (sentence := holding(doc[row.trigger].idx)) is None:
            continue
        for claim in _between(document, row, ends, sentence):
            first, last = _passage(claim, sentence.index, named)
            shown = _quoted(claim, document, sentences[first].start, sentences[last].end)
            found[claim.key] = better(found[claim.key], shown) if claim.key in found else shown
    return sorted(found.values(), key=lambda c: (c.start, c.subject, c.predicate, c.object, c.polarity))


def _named_in(doc: Doc, ends: Ends, sentences: Sequence[Sentence]) -> Mapping[str, list[int]]:
    """In which sentences each entity is named or referred to, by its key."""
    holding = sentence_at(sentences)
    found: dict[str, list[int]] = {}
    spans = chain(doc.spans.get("mentions", ()), doc.spans.get("anaphors", ()))
    for span, keys in zip(spans, ends.keys, strict=True):
        if (sentence := holding(span.start_char)) is not None:
            for key in keys:
                found.setdefault(key, []).append(sentence.index)
    return found


def _quoted(claim: Claim, document: Document, start: int, end: int) -> Claim:
    """The claim quoted from there; as it was where items of a list lie between, whose marks the text has no more."""
    if any(block.kind in _LISTED and start < block.start < end for block in document.blocks):
        return claim
    return replace(claim, quote=document.text[start:end], start=start, end=end)


def _passage(claim: Claim, at: int, named: Mapping[str, list[int]]) -> tuple[int, int]:
    """The first and last sentence that a reader needs: the claim's own, and the nearest that name what it does not."""
    shown = [at]
    for key in (claim.subject, claim.object):
        near = min(named.get(key, [at]), key=lambda other: (abs(other - at), other))
        if abs(near - at) <= _FAR:
            shown.append(near)
    return min(shown), max(shown)


def _between(document: Document, row: RawClaim, ends: Ends, sentence: Sentence) -> Iterator[Claim]:
    speaker = ends.at(row.speaker_end) if row.speaker_end is not None else ()
    for subject in ends.at(row.subject):
        for object_ in ends.at(row.object):
            if subject.key == object_.key or not allows(subject.label, row.predicate, object_.label):
                continue
            yield Claim(
                key=claim_key(document.key, sentence.index, subject.key, row.predicate, object_.key, row.polarity),
                document=document.key,
                sentence=sentence.key,
                subject=subject.key,
                predicate=row.predicate,
                object=object_.key,
                polarity=row.polarity,
                modality=row.modality,
                quote=sentence.text,
                start=sentence.start,
                end=sentence.end,
                rule=row.rule,
                confidence=DEFAULT_CONFIDENCE if row.confidence is None else row.confidence,
                path=row.path,
                speaker=row.speaker,
                speaker_entity=speaker[0].key if len(speaker) == 1 and speaker[0].label in ACTORS else None,
                date=row.date,
                role=row.role,
            )


def claim_key(document: str, sentence: int, subject: str, predicate: str, object_: str, polarity: str) -> str:
    """The key of a claim: the same for the same assertion in the same sentence, whichever way round it is put."""
    ends = in_order(subject, predicate, object_)
    whole = "\n".join((document, str(sentence), ends[0], predicate, ends[1], polarity))
    return hashlib.sha256(whole.encode()).hexdigest()[:16]


def better(one: Claim, other: Claim) -> Claim:
    """Of two finds of one claim the surer, with what only the other knows of date, speaker and role."""
    first, second = (one, other) if one.confidence >= other.confidence else (other, one)
    another = bool(first.role and second.role and first.role != second.role)  # the date of the office of before
    return replace(
        first,
        date=first.date or (None if another else second.date),
        speaker=first.speaker or second.speaker,
        speaker_entity=first.speaker_entity or (second.speaker_entity if not first.speaker else None),
        role=first.role or second.role,
    )
