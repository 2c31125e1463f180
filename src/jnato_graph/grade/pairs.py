"""Pairs of ends of claims, and who each end is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jnato_graph.extract.model import RawClaim
from jnato_graph.ontology import SYMMETRIC

type Pair = tuple[int, int]
"""Subject and object, as indexes of mentions and then anaphors."""
type Who = Sequence[Sequence[str]]
"""The keys of the entities that each end is: one for a mention, one or more for "it", "the two sides"."""


def ways(claim: RawClaim) -> Iterable[Pair]:
    """The pairs of ends, subject first, of which a claim says the same."""
    pair = (claim.subject, claim.object)
    return (pair, pair[::-1]) if claim.predicate in SYMMETRIC else (pair,)
