"""Sightings: the places in a text where the rules or the network see a claim between two mentions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from spacy.tokens import Span, Token

from jnato_graph.extract import grammar
from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.lexicon import Entry, load_lexicon
from jnato_graph.extract.model import RawClaim
from jnato_graph.extract.stance import stance_of
from jnato_graph.extract.unreal import is_unreal
from jnato_graph.grade.head import CLASS_NUMBER, CLASSES
from jnato_graph.grade.knowledge import is_so
from jnato_graph.grade.left_out import LeftOut
from jnato_graph.grade.pairs import Pair, Who, ways
from jnato_graph.grade.vetoes import NOT_ACTS, is_denied, is_denied_to_have_ended, is_ruled_out, is_vetoed
from jnato_graph.network.encoder import Floats
from jnato_graph.ontology import MODALITIES, allows
from jnato_graph.records import Polarity

SEEN = 0.1  # what the network gives less than this is nothing that it sees


@dataclass(frozen=True, slots=True)
class Graded:
    """What the network says of a pair, subject first: the probability of each class, the shares of the modalities."""

    probabilities: Floats
    modality: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sighting:
    """A claim seen between two ends (indexes as in raw claims).

    `probability` is the network's, `rule` what the rules found there, `gap` how many sentences the ends are apart,
    `known` whether the reference data have it, `vetoed` whether these or the words around speak against it.
    """

    pair: Pair
    predicate: str
    polarity: Polarity
    probability: float
    modality: Floats
    rule: RawClaim | None
    gap: int
    known: bool
    vetoed: bool
    trigger: Token


def sightings(
    claims: Sequence[RawClaim], graded: Mapping[Pair, Graded], who: Who, arguments: Arguments
) -> Iterator[Sighting]:
    """All of a document: what the network gives at least `SEEN`, and what the rules claim where it looked."""
    rules: dict[Pair, dict[int, RawClaim]] = {}
    for claim in claims:
        for pair in ways(claim):
            rules.setdefault(pair, {}).setdefault(CLASS_NUMBER[claim.predicate, claim.polarity], claim)
    left_out = LeftOut(claims, who)
    for pair, row in graded.items():
        ruled = rules.get(pair, {})
        for number in sorted({*map(int, np.flatnonzero(row.probabilities >= SEEN)), *ruled}):
            if number in ruled or _may_be(pair, CLASSES[number][0], arguments):
                sighting = _sighting(pair, number, row, ruled.get(number), who, arguments)
                if number not in ruled and _is_ruled_out(sighting, arguments):
                    continue
                otherwise = number not in ruled and left_out.speaks_against(pair, *CLASSES[number])
                yield replace(sighting, vetoed=True) if otherwise else sighting


def _sighting(pair: Pair, number: int, row: Graded, rule: RawClaim | None, who: Who, arguments: Arguments) -> Sighting:
    predicate, polarity = CLASSES[number]
    first, second = arguments.spans[pair[0]], arguments.spans[pair[1]]
    gap = _sentences_between(first, second)
    trigger = _trigger(first, second, gap) if rule is None else first.doc[rule.trigger]
    denied = gap == 0 and is_denied(trigger, polarity, load_lexicon())
    modality = row.modality
    deed = _deed(second, trigger, predicate) if gap == 0 and rule is None else None
    if deed is not None and polarity == "affirmed":  # "was to have signed" may tell that it did not
        denied = denied or is_denied(deed, polarity, load_lexicon())
        if predicate not in NOT_ACTS and second.root in grammar.objects(deed):
            modality = _as_told(modality, deed)
    is_actual = MODALITIES[int(modality.argmax())] == "actual"
    if rule is None and polarity == "negated":
        denied = denied or is_denied_to_have_ended(first, trigger)
    known = is_so(who[pair[0]][0], predicate, who[pair[1]][0]) if polarity == "affirmed" else None
    # what becomes of it is not known, and the rules are believed
    otherwise = known is False and rule is None and is_actual
    return Sighting(
        pair=pair, predicate=predicate, polarity=polarity, probability=float(row.probabilities[number]),  # type: ignore[arg-type]
        modality=modality, rule=rule, gap=gap,
        known=known is True,
        vetoed=denied or otherwise or is_vetoed(first, second, predicate), trigger=trigger,
    )  # fmt: skip


def _deed(second: Span, trigger: Token, predicate: str) -> Token | None:
    """The verb of the claim over the object, where another is over both: "had every reason to oppose X"."""
    for above in second.root.ancestors:
        if above.i == trigger.i:
            return None
        if above.pos_ == "VERB":
            says_it = any(e.predicate == predicate for e in _entries(above))
            return above if says_it and trigger in above.ancestors else None
    return None


def _entries(verb: Token) -> tuple[Entry, ...]:
    return tuple(load_lexicon().entries.get(("verb", verb.lemma_.lower()), ()))


def _as_told(modality: Floats, deed: Token) -> Floats:
    """The shares of the modalities; where the words over the deed tell that it is not done yet, theirs alone."""
    told = stance_of(deed, load_lexicon()).modality
    if told == "actual" or MODALITIES[int(modality.argmax())] != "actual":
        return modality
    shares = np.zeros_like(modality)
    shares[MODALITIES.index(told)] = 1
    return shares


def _is_ruled_out(sighting: Sighting, arguments: Arguments) -> bool:
    first, second = (arguments.spans[end] for end in sighting.pair)
    actual = MODALITIES[int(sighting.modality.argmax())] == "actual"
    return sighting.gap == 0 and is_ruled_out(
        first, second, sighting.trigger, sighting.predicate, sighting.polarity, actual=actual
    )


def _may_be(pair: Pair, predicate: str, arguments: Arguments) -> bool:
    first, second = arguments.spans[pair[0]], arguments.spans[pair[1]]
    if first.id_ and first.id_ == second.id_:
        return False
    if is_unreal(max(first.root, second.root, key=lambda token: token.i), first, second):
        return False
    if first.start < second.end and second.start < first.end and predicate not in ("HELD_IN", "LOCATED_IN", "ATTACKED"):
        return False
    return allows(arguments.label(pair[0]), predicate, arguments.label(pair[1]))


def _sentences_between(first: Span, second: Span) -> int:
    """How many sentences the second of the two is after that of the first; 0 in one sentence."""
    earlier, later = sorted((first.root, second.root), key=lambda token: token.i)
    return sum(1 for token in earlier.doc[earlier.sent.end : later.i + 1] if token.is_sent_start)


def _trigger(first: Span, second: Span, gap: int) -> Token:
    """The token that says it: the one over both ends as far as the tree tells, of two sentences the later end."""
    if gap:
        return max(first.root, second.root, key=lambda token: token.i)
    above = {first.root.i, *(t.i for t in first.root.ancestors)}
    node = second.root
    while node.i not in above and node.head.i != node.i:
        node = node.head
    return node
