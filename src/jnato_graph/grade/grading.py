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
from jnato_graph.grade.network import CLASSES, Grader, load_grader
from jnato_graph.grade.vetoes import (
    is_asked,
    is_byline,
    is_denied,
    is_excluded,
    is_kin,
    is_of_private,
    is_own,
    is_site,
    may_be_apart,
    serves_another,
)
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
NOT_ACTS = frozenset({"HOLDS_POSITION_IN", "LOCATED_IN", "HELD_IN"})
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
    known = {(c.subject, c.predicate, c.object) for c in kept} | {
        (c.object, c.predicate, c.subject) for c in kept if c.predicate in SYMMETRIC
    }
    said, lexicon = _Said(kept, arguments), load_lexicon()
    for (subject, object_), row in sorted(graded.items(), key=lambda item: (-item[1].sure, item[0])):
        for number in np.flatnonzero(row.probabilities > 0.5):
            predicate, polarity = CLASSES[int(number)]
            probability = float(row.probabilities[number])
            first, second = arguments.spans[subject], arguments.spans[object_]
            across = first.root.sent.start != second.root.sent.start
            needed = thresholds.of("across" if across else "make", predicate)
            if probability < needed or (subject, predicate, object_) in known:
                continue
            if across and not may_be_apart(first, second, predicate):
                continue
            if predicate == "HOLDS_POSITION_IN" and (serves_another(first, second) or is_kin(first, second)):
                continue
            if is_byline(first.root.sent) or is_asked(first, second):
                continue
            if is_excluded(first) or is_excluded(second) or is_site(first) or is_own(first, second):
                continue
            later = max(first.root, second.root, key=lambda token: token.i)
            trigger = later if across else _between(first.root, second.root)
            if not across and is_denied(trigger, polarity, lexicon):
                continue
            if predicate not in NOT_ACTS and (is_of_private(first) or is_of_private(second)):
                continue
            if said.contradicts(subject, predicate, object_, polarity):
                continue
            labels = (arguments.label(subject), arguments.label(object_))
            if not allows(*_ordered(labels, predicate)) or (
                _overlap(first, second) and predicate not in ("HELD_IN", "LOCATED_IN", "ATTACKED")
            ):
                continue
            if first.id_ and first.id_ == second.id_:
                continue
            if predicate in SYMMETRIC:
                known.add((object_, predicate, subject))
            known.add((subject, predicate, object_))
            said.add(subject, predicate, object_, polarity)
            yield RawClaim(
                subject=subject, predicate=predicate, object=object_, polarity=polarity,  # type: ignore[arg-type]
                modality=MODALITIES[int(row.modality.argmax())], trigger=trigger.i,
                rule=f"network:{predicate.lower()}{' across' if across else ''}",
                path=f"{first.text} … {trigger.text} … {second.text}",
                confidence=round(min(probability, OF_NETWORK), 2),
            )  # fmt: skip


class _Said:
    """What is claimed in each sentence of whom, so that the network does not say another thing of the same two."""

    def __init__(self, claims: list[RawClaim], arguments: Arguments) -> None:
        self._arguments = arguments
        self._pairs: dict[tuple[int, str, str], set[tuple[str, str]]] = {}
        for claim in claims:
            self.add(claim.subject, claim.predicate, claim.object, claim.polarity)

    def add(self, subject: int, predicate: str, object_: int, polarity: str) -> None:
        """Take note of a claim."""
        self._pairs.setdefault(self._pair(subject, object_), set()).add((predicate, polarity))

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


def _ordered(labels: tuple[str, str], predicate: str) -> tuple[str, str, str]:
    return labels[0], predicate, labels[1]


def _overlap(first: Any, second: Any) -> bool:
    return bool(first.start < second.end and second.start < first.end)


def _between(subject: Token, object_: Token) -> Token:
    """The token over both ends: what says it, as far as the tree tells."""
    above = {subject.i, *(t.i for t in subject.ancestors)}
    node = object_
    while node.i not in above and node.head.i != node.i:
        node = node.head
    return node
