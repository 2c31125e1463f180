"""The extract stage: from an annotated spaCy Doc to claims between its mentions (pure)."""

from __future__ import annotations

from spacy.tokens import Doc

from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.engine import triggered_claims
from jnato_graph.extract.lexicon import load_lexicon
from jnato_graph.extract.model import RawClaim

__all__ = ["RawClaim", "extract"]


def extract(doc: Doc) -> list[RawClaim]:
    """All claims of `doc`, in the order of their triggers; ends index `doc.spans["mentions"]`, then `["anaphors"]`."""
    lexicon = load_lexicon()
    arguments = Arguments(doc, lexicon)
    found: dict[tuple[int, str, int, str, str], RawClaim] = {}
    for claim in triggered_claims(doc, arguments, lexicon):
        found.setdefault((claim.subject, claim.predicate, claim.object, claim.polarity, claim.modality), claim)
    return list(found.values())
