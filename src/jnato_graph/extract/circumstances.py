"""When a claim holds and who is said to have said it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.attribution import speaker_for
from jnato_graph.extract.dates import date_for
from jnato_graph.extract.model import RawClaim


def with_circumstances(doc: Doc, claims: Iterable[RawClaim], arguments: Arguments) -> Iterator[RawClaim]:
    """Each claim with its date and its speaker, where the text gives them."""
    for claim in claims:
        trigger = doc[claim.trigger]
        ends = (arguments.spans[claim.subject], arguments.spans[claim.object])
        speaker = speaker_for(trigger, doc, claim.predicate)
        yield replace(
            claim,
            date=claim.date or date_for(trigger, doc, ends, claim.predicate),
            speaker=speaker.text if speaker else None,
            speaker_end=speaker.mention if speaker else None,
        )
