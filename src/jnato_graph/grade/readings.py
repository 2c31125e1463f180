"""What the network says of the pairs of a document, read in stretches and, where that leaves a doubt, once more.

A sentence that holds a doubtful claim is read again by itself, without what stands around it. The mean of both readings
(of their log-odds) is right more often than either, as that of two networks would be (an ensemble: Dietterich, 2000).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc, Span

from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.model import RawClaim
from jnato_graph.grade.head import Grader
from jnato_graph.grade.judge import Judge, weighed
from jnato_graph.grade.pairs import Pair, Who, ways
from jnato_graph.grade.sightings import SEEN, Graded, Sighting, sightings
from jnato_graph.grade.windows import windows
from jnato_graph.network.encoder import Floats
from jnato_graph.network.reading import Stretch, read_alone, stretches_of

# What the judge gives less or more is seldom judged otherwise when it is read again: from .1 to .93, with twice as many
# sentences to read, 24 articles and 102 pages give the same figures within .001.
UNLIKELY, SURE = 0.35, 0.75
_LEAST = 1e-6  # probabilities nearer to 0 or 1 count as this


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is seen in a document; `pairs` are those of mentions that stood near enough to be read together."""

    sightings: Sequence[Sighting]
    pairs: frozenset[Pair]


def read(doc: Doc, claims: Sequence[RawClaim], who: Who, arguments: Arguments, grader: Grader, judge: Judge) -> Reading:
    """Read `doc`. `claims` are those of the rules, `who` tells which entities their ends are."""
    claimed = {pair for claim in claims for pair in ways(claim)}
    first = _graded(doc, claims, grader, stretches_of(doc))
    found = list(sightings(claims, _seen(first, claimed), who, arguments))
    doubtful = _doubtful(found, who, arguments, judge)
    if doubtful:
        again = _mean(first, _graded(doc, claims, grader, read_alone(doc, doubtful, grader.encoder)))
        found = [each for each in found if each.pair not in again]
        found += sightings(claims, _seen(again, claimed), who, arguments)
    return Reading(found, frozenset(first))


def _graded(doc: Doc, claims: Sequence[RawClaim], grader: Grader, stretches: Iterable[Stretch]) -> dict[Pair, Graded]:
    graded: dict[Pair, Graded] = {}
    for window in windows(doc, claims, grader, stretches):
        hidden = grader.encoder.upper(window.hidden, window.outer, window.inner)
        for (i, j), row, shares in zip(window.pairs.pairs.tolist(), *grader.grade(hidden, window.pairs), strict=True):
            graded[window.ends[i], window.ends[j]] = Graded(row, shares)
    return graded


def _seen(graded: Mapping[Pair, Graded], claimed: set[Pair]) -> dict[Pair, Graded]:
    """The pairs between which the network or a rule sees anything."""
    return {pair: row for pair, row in graded.items() if pair in claimed or (row.probabilities >= SEEN).any()}


def _doubtful(found: Sequence[Sighting], who: Who, arguments: Arguments, judge: Judge) -> list[Span]:
    """The sentences that show, by themselves, what is neither unlikely nor sure."""
    spans = arguments.spans
    sentences = {
        spans[place.pair[0]].root.sent.start: spans[place.pair[0]].root.sent
        for judged in weighed(found, who, arguments, judge) if UNLIKELY <= judged.probability <= SURE
        for place in judged.group if place.gap == 0
    }  # fmt: skip
    return [sentences[start] for start in sorted(sentences)]


def _mean(first: Mapping[Pair, Graded], second: Mapping[Pair, Graded]) -> dict[Pair, Graded]:
    """Both readings as one, of each pair that was read twice."""
    return {
        pair: Graded(_between(first[pair].probabilities, row.probabilities), _half(first[pair].modality, row.modality))
        if pair in first else row
        for pair, row in second.items()
    }  # fmt: skip


def _half(one: Floats, other: Floats) -> Floats:
    mean: Floats = ((one + other) / 2).astype(np.float32)
    return mean


def _between(one: Floats, other: Floats) -> Floats:
    """The probabilities half way between two rows of them."""
    mean: Floats = (1 / (1 + np.exp(-(_log_odds(one) + _log_odds(other)) / 2))).astype(np.float32)
    return mean


def _log_odds(probabilities: Floats) -> Floats:
    within = np.clip(probabilities, _LEAST, 1 - _LEAST)
    odds: Floats = np.log(within / (1 - within))
    return odds
