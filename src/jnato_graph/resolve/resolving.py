"""Puts the parts of the resolve stage together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from jnato_graph.extract.model import RawClaim
from jnato_graph.records import Document, Entity, Extraction, Mention, Sentence
from jnato_graph.reference import Reference, load_reference
from jnato_graph.resolve.claims import Ends, claims_of
from jnato_graph.resolve.consistency import consistent
from jnato_graph.resolve.entities import entity_of
from jnato_graph.resolve.grouping import Named, group
from jnato_graph.resolve.office_holders import derived_claims
from jnato_graph.resolve.sentences import sentence_at, sentences_of
from jnato_graph.resolve.timing import timed

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BESIDE = 60  # characters beside a mention: a title before it, what is said of it behind


def identify(doc: Doc, published: str | None, reference: Reference | None = None) -> Ends:
    """Who or what each of `doc.spans["mentions"]` and, where coreference ran, `doc.spans["anaphors"]` is.

    `published` (ISO) is the date of the document: who "the prime minister" is hangs on it.
    """
    entities = _entities(named_mentions(doc), reference or load_reference(), published, doc.text)
    anaphors = [tuple(entities[i] for i in dict.fromkeys(span._.antecedents)) for span in doc.spans.get("anaphors", ())]
    return Ends(of_mention=entities, of_anaphor=anaphors)


def resolve(
    document: Document, doc: Doc, raw: Iterable[RawClaim], ends: Ends | None = None, reference: Reference | None = None
) -> Extraction:
    """All records of one document: its sentences, entities, mentions and claims.

    `doc` holds the text of `document`; the ends of the `raw` claims are indexes into its mentions and then its
    anaphors, and `ends` tells who these are (`identify` where it is not given).
    """
    reference = reference or load_reference()
    ends = ends or identify(doc, document.published, reference)
    sentences = sentences_of(document, doc, ((s.start_char, s.end_char) for s in doc.spans.get("mentions", ())))
    by_key = {entity.key: entity for entity in ends.of_mention}
    claims = claims_of(document, doc, raw, ends, sentences)
    claims = consistent(claims, by_key, reference, document.published)
    claims += derived_claims(claims, by_key, reference, document.published)
    claims = sorted(
        timed(claims, by_key, reference, document.published),
        key=lambda c: (c.start, c.subject, c.predicate, c.object, c.polarity),
    )
    return Extraction(
        document=document,
        sentences=sentences,
        entities=tuple(by_key[key] for key in sorted(by_key)),
        mentions=_mentions(document, doc, ends, sentences),
        claims=tuple(claims),
    )


def named_mentions(doc: Doc) -> list[Named]:
    """`doc.spans["mentions"]` as grouping needs them."""
    spans, text = list(doc.spans.get("mentions", ())), doc.text
    ends = {span.end: i for i, span in enumerate(spans)}
    found = []
    for span in spans:
        in_brackets = (
            span.start > 0 and doc[span.start - 1].text == "(" and span.end < len(doc) and doc[span.end].text == ")"
        )
        found.append(
            Named(
                text=span.text,
                label=span.label_,
                start=span.start_char,
                end=span.end_char,
                key=span.id_,
                follows=ends.get(span.start - 1, -1) if in_brackets else -1,
                before=text[max(0, span.start_char - _BESIDE) : span.start_char],
                after=text[span.end_char : span.end_char + _BESIDE],
            )
        )
    return found


def _entities(named: Sequence[Named], reference: Reference, date: str | None, text: str) -> list[Entity]:
    """The entity of each mention, by its index."""
    found: dict[int, Entity] = {}
    by_key: dict[str, Entity] = {}
    for g in group(named, reference, date):
        entity = entity_of(g, named, reference, text)
        entity = by_key.setdefault(entity.key, entity)
        for index in g.members:
            found[index] = entity
    return [found[index] for index in range(len(named))]


def _mentions(document: Document, doc: Doc, ends: Ends, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """Where each entity is named, and where it is safely referred to."""
    mentions, anaphors = doc.spans.get("mentions", ()), doc.spans.get("anaphors", ())
    places = [
        (span.start_char, span.end_char, entity, False) for span, entity in zip(mentions, ends.of_mention, strict=True)
    ]
    for span, referents in zip(anaphors, ends.of_anaphor, strict=True):
        places += [(span.start_char, span.end_char, entity, True) for entity in dict.fromkeys(referents)]
    holding = sentence_at(sentences)
    found: dict[tuple[int, int, str], Mention] = {}
    for start, end, entity, anaphor in sorted(places, key=lambda p: (p[0], -p[1], p[3], p[2].key)):
        sentence = holding(start)
        if sentence is not None and end <= sentence.end:
            found.setdefault(
                (start, end, entity.key),
                Mention(
                    document=document.key,
                    sentence=sentence.key,
                    entity=entity.key,
                    start=start,
                    end=end,
                    text=document.text[start:end],
                    anaphor=anaphor,
                ),
            )
    return tuple(found.values())
