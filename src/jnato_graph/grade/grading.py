"""Grades the claims of the rules and adds those that the network alone is sure of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import numpy as np
import yaml
from spacy.tokens import Doc, Token

from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.circumstances import with_circumstances
from jnato_graph.extract.lexicon import load_lexicon
from jnato_graph.extract.model import RawClaim
from jnato_graph.grade.head import CLASSES, Grader, load_grader
from jnato_graph.grade.vetoes import is_denied, is_vetoed, may_be_apart
from jnato_graph.grade.windows import Window, windows
from jnato_graph.network.encoder import Floats
from jnato_graph.ontology import MODALITIES, SYMMETRIC, allows

# How often claims turn out right, measured on 44 articles, 249 passages and 209 retold pages that the network did not
# learn from: the rules' two in three where it sees nothing, nine in ten from DOUBT on, nineteen in twenty where it is
# sure; its own seventeen in twenty.
UNSEEN = 0.65
SEEN = 0.9
SUREST = 0.96
DOUBT = 0.2
OF_NETWORK = 0.85
LIKELY = 0.5  # below this the network makes nothing, whatever the thresholds
# Of the same two in one sentence only one of these is said.
EXCLUSIVE = ({"ESTABLISHED", "PROPOSED"}, {"OPPOSES", "SUPPORTS"}, {"MEMBER_OF", "PARTNER_OF"})


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which probability on a claim is kept (of the rules) or made (by the network alone), for each predicate."""

    keep: dict[str, float]
    make: dict[str, float]
    across: dict[str, float]

    def of(self, table: Literal["keep", "make", "across"], predicate: str) -> float:
        """The one that holds for `predicate`; `across` of what is made of names in two sentences."""
        rows = {"keep": self.keep, "make": self.make, "across": self.across}[table]
        return rows.get(predicate, rows["default"])


@dataclass(frozen=True, slots=True)
class _Graded:
    probabilities: Floats
    modality: Floats
    sure: float


@cache
def load_thresholds() -> Thresholds:
    """`data/network/thresholds.yaml`, measured on text that the network was not trained on."""
    rows: dict[str, Any] = yaml.safe_load(
        (files("jnato_graph") / "data/network/thresholds.yaml").read_text(encoding="utf-8")
    )
    return Thresholds(*({k: float(v) for k, v in rows[table].items()} for table in ("keep", "make", "across")))


def grade(doc: Doc, claims: Iterable[RawClaim], grader: Grader | None = None) -> list[RawClaim]:
    """The claims of `doc` with their confidence: the rules' that stand, and the network's own."""
    grader = grader or load_grader()
    found = list(claims)
    thresholds = load_thresholds()
    graded: dict[tuple[int, int], _Graded] = {}
    for window in windows(doc, found, grader):
        graded.update(_pairs(window, grader))
    kept = list(_kept(found, graded, thresholds))
    arguments = Arguments(doc, load_lexicon())
    made = with_circumstances(doc, _made(kept, graded, thresholds, arguments), arguments)
    return [*kept, *made]


def _pairs(window: Window, grader: Grader) -> Iterator[tuple[tuple[int, int], _Graded]]:
    hidden = grader.encoder.upper(window.hidden, window.outer, window.inner)
    probabilities, modality = grader.grade(hidden, window.pairs)
    for (i, j), row, shares in zip(window.pairs.pairs, probabilities, modality, strict=True):
        yield (window.ends[i], window.ends[j]), _Graded(row, shares, float(row.max()))


def _probability(claim: RawClaim, graded: dict[tuple[int, int], _Graded]) -> float | None:
    number = CLASSES.index((claim.predicate, claim.polarity))
    pairs = [(claim.subject, claim.object)]
    if claim.predicate in SYMMETRIC:
        pairs.append((claim.object, claim.subject))
    rows = [float(graded[pair].probabilities[number]) for pair in pairs if pair in graded]
    return max(rows) if rows else None


def _kept(claims: list[RawClaim], graded: dict[tuple[int, int], _Graded], thresholds: Thresholds) -> Iterator[RawClaim]:
    for claim in claims:
        probability = _probability(claim, graded)
        if probability is None:
            yield claim
        elif probability >= thresholds.of("keep", claim.predicate):
            yield replace(claim, confidence=round(_confidence(probability), 2))


def _confidence(probability: float) -> float:
    """How often a claim of the rules is right for which the network gives `probability`."""
    if probability < DOUBT:
        return UNSEEN + (SEEN - UNSEEN) * probability / DOUBT
    return SEEN + (SUREST - SEEN) * (probability - DOUBT) / (1 - DOUBT)


def _made(
    kept: list[RawClaim], graded: dict[tuple[int, int], _Graded], thresholds: Thresholds, arguments: Arguments
) -> Iterator[RawClaim]:
    known: set[tuple[int, str, int]] = {(c.subject, c.predicate, c.object) for c in kept}
    known |= {(c.object, c.predicate, c.subject) for c in kept if c.predicate in SYMMETRIC}
    said = _Said(kept, arguments)
    candidates = [_Candidate(pair, row, arguments) for pair, row in graded.items() if row.sure > LIKELY]
    # what is said in one sentence first: it is better evidence than two
    for candidate in sorted(candidates, key=lambda c: (c.across, -c.row.sure, c.pair)):
        for number in np.flatnonzero(candidate.row.probabilities > LIKELY):
            predicate, polarity = CLASSES[int(number)]
            probability = float(candidate.row.probabilities[number])
            needed = thresholds.of("across" if candidate.across else "make", predicate)
            claim = (candidate.pair[0], predicate, candidate.pair[1])
            if probability < needed or claim in known or not candidate.may_be(predicate, polarity):
                continue
            if said.contradicts(*claim, polarity) or (candidate.across and said.anywhere(*claim, polarity)):
                continue
            known.add(claim)
            if predicate in SYMMETRIC:
                known.add((claim[2], predicate, claim[0]))
            said.add(*claim, polarity)
            yield RawClaim(
                subject=claim[0], predicate=predicate, object=claim[2], polarity=polarity,  # type: ignore[arg-type]
                modality=MODALITIES[int(candidate.row.modality.argmax())], trigger=candidate.trigger.i,
                rule=f"network:{predicate.lower()}{' across' if candidate.across else ''}",
                path=f"{candidate.first.text} … {candidate.trigger.text} … {candidate.second.text}",
                confidence=round(min(probability, OF_NETWORK), 2),
            )  # fmt: skip


class _Candidate:
    """A pair of mentions, subject first, between which the network may see a claim."""

    def __init__(self, pair: tuple[int, int], row: _Graded, arguments: Arguments) -> None:
        self.pair, self.row = pair, row
        self.first, self.second = arguments.spans[pair[0]], arguments.spans[pair[1]]
        self.across = self.first.root.sent.start != self.second.root.sent.start
        self._labels = arguments.label(pair[0]), arguments.label(pair[1])

    @property
    def trigger(self) -> Token:
        """The token that says it, as far as the tree tells."""
        if self.across:
            return max(self.first.root, self.second.root, key=lambda token: token.i)
        return _between(self.first.root, self.second.root)

    def may_be(self, predicate: str, polarity: str) -> bool:
        """Whether the ontology allows it, and nothing around the two speaks against it."""
        first, second = self.first, self.second
        if first.id_ and first.id_ == second.id_:
            return False
        if _overlap(first, second) and predicate not in ("HELD_IN", "LOCATED_IN", "ATTACKED"):
            return False
        if not allows(self._labels[0], predicate, self._labels[1]):
            return False
        if self.across:
            return may_be_apart(first, second, predicate) and not is_vetoed(first, second, predicate)
        denied = is_denied(self.trigger, polarity, load_lexicon())
        return not denied and not is_vetoed(first, second, predicate)


class _Said:
    """What is claimed in each sentence of whom, so that the network does not say another thing of the same two."""

    def __init__(self, claims: list[RawClaim], arguments: Arguments) -> None:
        self._arguments = arguments
        self._pairs: dict[tuple[int, str, str], set[tuple[str, str]]] = {}
        self._claims: set[tuple[str, str, str, str]] = set()
        for claim in claims:
            self.add(claim.subject, claim.predicate, claim.object, claim.polarity)

    def add(self, subject: int, predicate: str, object_: int, polarity: str) -> None:
        """Take note of a claim."""
        pair = self._pair(subject, object_)
        self._pairs.setdefault(pair, set()).add((predicate, polarity))
        self._claims.add((pair[1], predicate, pair[2], polarity))

    def anywhere(self, subject: int, predicate: str, object_: int, polarity: str) -> bool:
        """Whether the text says it of the same two in any sentence."""
        _, one, other = self._pair(subject, object_)
        turned = predicate in SYMMETRIC and (other, predicate, one, polarity) in self._claims
        return turned or (one, predicate, other, polarity) in self._claims

    def contradicts(self, subject: int, predicate: str, object_: int, polarity: str) -> bool:
        """Whether such a claim goes ill with one that stands: its denial, or both planned and done."""
        there = self._pairs.get(self._pair(subject, object_), set())
        return any(
            (other == predicate and sign != polarity) or {other, predicate} in EXCLUSIVE for other, sign in there
        )

    def _pair(self, subject: int, object_: int) -> tuple[int, str, str]:
        return self._sentence(subject), self._who(subject), self._who(object_)

    def _sentence(self, end: int) -> int:
        return int(self._arguments.spans[end].root.sent.start)

    def _who(self, end: int) -> str:
        span = self._arguments.spans[end]
        if end >= self._arguments.mention_count:
            antecedents = [self._arguments.spans[i] for i in span._.antecedents]
            return " ".join(str(s.id_) or str(s.text).casefold() for s in antecedents)
        return str(span.id_) or str(span.text).casefold()


def _overlap(first: Any, second: Any) -> bool:
    return bool(first.start < second.end and second.start < first.end)


def _between(subject: Token, object_: Token) -> Token:
    """The token over both ends: what says it, as far as the tree tells."""
    above = {subject.i, *(t.i for t in subject.ancestors)}
    node = object_
    while node.i not in above and node.head.i != node.i:
        node = node.head
    return node
