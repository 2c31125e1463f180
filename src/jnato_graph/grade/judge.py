"""The judge: how likely a document makes a claim, from all the places where rules or network see it.

A logistic regression over few readable features. `training/judge.py` learns it from text that the network did not learn
from, so that its probability is how often such a claim is right; it is what the graph holds as `confidence`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any, Final

from jnato_graph.extract.arguments import Arguments
from jnato_graph.grade.pairs import Pair, Who
from jnato_graph.grade.sightings import Sighting
from jnato_graph.ontology import in_order
from jnato_graph.packaged import data_yaml

_LEAST: Final = 1e-5  # probabilities nearer to 0 or 1 count as this
_UNSEEN: Final = -4.0  # log-odds where there is no further place


@dataclass(frozen=True, slots=True)
class Judge:
    """`weights` by the names of features, `cuts` by predicate: from which probability on a claim stands."""

    weights: Mapping[str, float]
    cuts: Mapping[str, float]

    def probability(self, features: Mapping[str, float]) -> float:
        """How likely it is that a claim with these features is right."""
        total = self.weights["constant"] + sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return 1 / (1 + math.exp(-total))

    def stands(self, predicate: str, probability: float) -> bool:
        """Whether a claim with this predicate stands that is so likely."""
        return probability >= self.cuts.get(predicate, self.cuts["default"])


@cache
def load_judge() -> Judge:
    """The judge that comes with the package."""
    rows: dict[str, Any] = data_yaml("network/judge.yaml")
    return Judge({k: float(v) for k, v in rows["weights"].items()}, {k: float(v) for k, v in rows["cuts"].items()})


type Key = tuple[str, str, str, str]
"""Entity, predicate, entity, polarity: one claim of a document."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim of a document with the places where it is seen and how likely it is."""

    key: Key
    group: Sequence[Sighting]
    probability: float


class Setting:
    """What a document holds beside one claim: the rivals for its ends."""

    def __init__(self, found: Iterable[Sighting], arguments: Arguments) -> None:
        self._arguments = arguments
        self._objects: Counter[tuple[int, str]] = Counter()
        self._subjects: Counter[tuple[int, str]] = Counter()
        self._best_object: dict[tuple[int, str], float] = {}
        self._best_subject: dict[tuple[int, str], float] = {}
        for each in found:
            subject, object_ = (each.pair[0], each.predicate), (each.pair[1], each.predicate)
            self._objects[subject] += 1
            self._subjects[object_] += 1
            self._best_object[subject] = max(self._best_object.get(subject, 0.0), each.probability)
            self._best_subject[object_] = max(self._best_subject.get(object_, 0.0), each.probability)

    def features(self, group: Sequence[Sighting]) -> dict[str, float]:
        """The features of a claim, by name, from the sightings of it."""
        best = best_of(group)
        by_pair: dict[Pair, float] = {}
        for each in group:
            pair = (min(each.pair), max(each.pair))
            by_pair[pair] = max(by_pair.get(pair, 0.0), each.probability)
        seen = sorted(by_pair.values(), reverse=True)
        together = [each.probability for each in group if each.gap == 0]
        return {
            best.predicate: 1.0,
            "seen": _log_odds(best.probability),
            "seen a second time": _log_odds(seen[1]) if len(seen) > 1 else _UNSEEN,
            "seen in one sentence": _log_odds(max(together)) if together else _UNSEEN,
            "places": math.log1p(len(seen)),
            "sentences": len({self._arguments.spans[each.pair[1]].root.sent.start for each in group}),
            "of the rules": any(each.rule is not None for each in group),
            "sentences apart": best.gap,
            "negated": best.polarity == "negated",
            "known": best.known,
            "vetoed": best.vetoed,
            **self._end("subject", best.pair[0]),
            **self._end("object", best.pair[1]),
            **self._rivals(best),
        }

    def _end(self, name: str, end: int) -> dict[str, float]:
        span = self._arguments.spans[end]
        return {
            f"{name} referred to": end >= self._arguments.mention_count,
            f"{name} listed": bool(span.id_),
        }

    def _rivals(self, sighting: Sighting) -> dict[str, float]:
        subject, object_ = (sighting.pair[0], sighting.predicate), (sighting.pair[1], sighting.predicate)
        return {
            "objects of the subject": self._objects[subject],
            "subjects of the object": self._subjects[object_],
            "likeliest object of the subject": _log_odds(self._best_object[subject]),
            "likeliest subject of the object": _log_odds(self._best_subject[object_]),
        }


def weighed(found: Sequence[Sighting], who: Who, arguments: Arguments, judge: Judge) -> list[Judged]:
    """The claims that `found` are of, the likeliest first."""
    setting = Setting(found, arguments)
    judged = [
        Judged(key, group, judge.probability(setting.features(group))) for key, group in grouped(found, who).items()
    ]
    return sorted(judged, key=lambda each: (-each.probability, each.key))


def grouped(found: Iterable[Sighting], who: Who) -> dict[Key, list[Sighting]]:
    """The sightings of each claim."""
    groups: dict[Key, list[Sighting]] = {}
    for each in found:
        for subject, object_ in product(who[each.pair[0]], who[each.pair[1]]):
            if subject != object_:
                one, other = in_order(subject, each.predicate, object_)
                groups.setdefault((one, each.predicate, other, each.polarity), []).append(each)
    return groups


def best_of(group: Sequence[Sighting]) -> Sighting:
    """The place that says a claim most plainly."""
    return max(group, key=lambda each: (not each.vetoed, each.probability, each.gap == 0, each.pair))


def _log_odds(probability: float) -> float:
    within = min(max(probability, _LEAST), 1 - _LEAST)
    return math.log(within / (1 - within))
