"""The extract stage: from an annotated spaCy Doc to claims between its mentions (pure)."""

from __future__ import annotations

from itertools import chain

from spacy.tokens import Doc

from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.circumstances import with_circumstances
from jnato_graph.extract.ellipsis import elliptical_claims
from jnato_graph.extract.engine import triggered_claims
from jnato_graph.extract.evaluations import evaluation_claims
from jnato_graph.extract.fragments import fragment_claims
from jnato_graph.extract.groups import group_claims
from jnato_graph.extract.lexicon import load_lexicon
from jnato_graph.extract.model import RawClaim
from jnato_graph.extract.names import named_claims
from jnato_graph.extract.parties import joint_text_claims, opened_claims, party_claims
from jnato_graph.extract.positions import offices_of_own, position_claims
from jnato_graph.extract.sites import site_claims
from jnato_graph.extract.unreal import is_unreal
from jnato_graph.extract.urging import urging_claims
from jnato_graph.extract.whereabouts import whereabouts_claims

__all__ = ["RawClaim", "extract"]


def extract(doc: Doc) -> list[RawClaim]:
    """All claims of `doc`, in the order of their triggers; ends index `doc.spans["mentions"]`, then `["anaphors"]`."""
    lexicon = load_lexicon()
    arguments = Arguments(doc, lexicon)
    found: dict[tuple[int, str, int, str, str], RawClaim] = {}
    positions = list(position_claims(doc, arguments, lexicon))
    arguments.learn_homes((claim.subject, claim.object) for claim in positions if claim.polarity == "affirmed")
    triggered = list(triggered_claims(doc, arguments, lexicon))
    claims = chain(
        positions,
        offices_of_own(arguments),
        named_claims(arguments),
        site_claims(doc, arguments, lexicon),
        group_claims(doc, arguments),
        fragment_claims(doc, arguments),
        triggered,
        evaluation_claims(doc, arguments, lexicon),
        urging_claims(doc, arguments, lexicon),
        whereabouts_claims(doc, arguments, lexicon),
        party_claims(doc, arguments, lexicon),
        opened_claims(doc, arguments, lexicon),
        joint_text_claims(arguments),
        elliptical_claims(doc, triggered, arguments, lexicon),
    )
    for claim in claims:
        if is_unreal(doc[claim.trigger], *(arguments.spans[end] for end in (claim.subject, claim.object))):
            continue
        found.setdefault((claim.subject, claim.predicate, claim.object, claim.polarity, claim.modality), claim)
    return list(with_circumstances(doc, found.values(), arguments))
