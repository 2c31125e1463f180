"""Holds each kind of question that the reports answer against a question: what it accounts for, and how well.

A report answers a question only when every word that says something is accounted for: by a predicate, a name in a
parameter, a date, a group, or a word of the pattern. What is left over is named, and makes the answer unsure. (The idea
of semantically tractable questions: Popescu, Etzioni and Kautz, 2003.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import permutations
from typing import Final

from jnato_graph.ask.attempt import Attempt
from jnato_graph.ask.candidate import Candidate
from jnato_graph.ask.named import Named
from jnato_graph.ask.patterns import Pattern, SlotItem
from jnato_graph.ask.reading import Reading

_MOST_NAMES: Final = 4
# In none of these is anything held: "exercises in NATO" is no place.
_NOWHERE: Final = frozenset({"Exercise", "Operation", "Organisation", "Person", "Programme"})


def candidates(reading: Reading, patterns: Iterable[Pattern]) -> list[Candidate]:
    """The best reading of the question by each report, best first."""
    best: dict[str, Candidate] = {}
    for pattern in patterns:
        for found in _try(reading, pattern):
            name = pattern.query.name
            if name not in best or found.score > best[name].score:
                best[name] = found
    return sorted(best.values(), key=lambda found: (-found.score, found.pattern.query.name))


def loose_candidate(reading: Reading, patterns: Iterable[Pattern], report: str) -> Candidate | None:
    """The best reading of the question by a report of which the words of the question say nothing."""
    told = [trigger for trigger in reading.triggers if not trigger.near]
    found = [
        candidate
        for pattern in patterns
        if pattern.query.name == report
        for candidate in _try(replace(reading, triggers=told), pattern.loosened())
    ]
    return max(found, key=lambda each: (each.score, -each.pattern.order), default=None)


def _try(reading: Reading, pattern: Pattern) -> Iterator[Candidate]:
    """Every way in which the question may be one of this kind."""
    for chosen in _predicates(reading, pattern):
        for slots in _assignments(reading.names, pattern.slots):
            found = Attempt(reading, pattern, chosen, slots).candidate()
            if found is not None:
                yield found


def _predicates(reading: Reading, pattern: Pattern) -> list[tuple[str, ...]]:
    """The predicates of the question that the pattern's items take; none when a required one is missing."""
    ways: list[tuple[str, ...]] = [()]
    spoken = list(dict.fromkeys(trigger.predicate for trigger in reading.triggers))
    for item in pattern.predicates:
        options = [predicate for predicate in spoken if predicate in item.predicates]
        if not options and item.required:
            return []
        if item.required:
            ways = [(*way, option) for way in ways for option in options]
        else:
            ways = [(*way, option) for way in ways for option in (*options, "")]
    return ways


def _assignments(names: Sequence[Named], slots: Sequence[SlotItem]) -> Iterator[dict[str, tuple[Named, str, str]]]:
    """Ways to put the names into the parameters by their labels: parameter → name, key, label. As many as fit."""
    names = list(names)[:_MOST_NAMES]
    if not names:
        if not any(slot.required for slot in slots):
            yield {}
        return
    padded: list[SlotItem | None] = [*slots, *([None] * len(names))]
    seen: set[tuple[tuple[str, int], ...]] = set()
    for order in permutations(range(len(padded)), len(names)):
        filled: dict[str, tuple[Named, str, str]] = {}
        for named, at in zip(names, order, strict=True):
            slot = padded[at]
            if slot is None:
                continue
            meaning = _meaning(named, slot)
            if meaning is None:
                break
            filled[slot.parameter.name] = (named, *meaning)
        else:
            mark = tuple(sorted((name, each[0].start) for name, each in filled.items()))
            if mark not in seen and all(slot.parameter.name in filled for slot in slots if slot.required):
                seen.add(mark)
                yield filled


def _meaning(named: Named, slot: SlotItem) -> tuple[str, str] | None:
    """The key and label under which a name may fill a parameter."""
    labels = slot.parameter.type.labels
    if slot.parameter.type.kind != "entity" or named.only_time:
        return None
    if slot.preposition == "in" and named.label in _NOWHERE:
        return None
    if named.label in labels or not named.label:
        return named.key, named.label
    if named.other and named.other[1] in labels:
        return named.other
    if named.known:  # the graph has told what goes by that name
        return next((each for each in named.known if each[1] in labels), None)
    if not named.listed:
        return named.key, named.label  # the graph will tell what it is
    return None


__all__ = ["Candidate", "candidates", "loose_candidate"]
