"""Events and exercises that only tell a time: "where did he travel after the Washington summit?" is not asked of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc

from jnato_graph.ask.named import Named, forms_in_any_case
from jnato_graph.ask.times import Times, after, before
from jnato_graph.reference import load_reference

_HELD: Final = frozenset({"Event", "Exercise"})
_FROM: Final = frozenset({"after", "since", "following"})
_TO: Final = frozenset({"before", "until", "till"})
_BESIDE: Final = frozenset({"margin", "margins", "sideline", "sidelines", "fringe", "fringes"})
_YEAR: Final = re.compile(r"\b((?:19|20)\d\d)\b|(?<=\s)(\d\d)$")


def without_bounds(
    doc: Doc, names: Sequence[Named], times: Times | None, asked_on: str
) -> tuple[list[Named], Times | None, tuple[str, ...]]:
    """The names without the one that tells a time, the time that it tells, and doubts that say how it was read.

    One whose date nobody knows stays, for nothing: no report is asked of what only tells a time.
    """
    beside = next((each for each in names if each.label in _HELD and _stands_beside(doc, each) >= 0), None)
    if beside is not None and times is None:
        begin, end = _dates(beside, asked_on)
        if begin:
            told = Times(start=begin, end=end, tokens=frozenset(range(_stands_beside(doc, beside), beside.end)))
            doubt = f"beside {beside.text} is read as from {begin} to {end}"
            return [each for each in names if each is not beside], told, (doubt,)
    bound = next((each for each in names if each.label in _HELD and each.preposition in _FROM | _TO), None)
    if bound is None or times is not None or not _stands_before(doc, bound):
        return list(names), times, ()
    begin, end = _dates(bound, asked_on)
    if not begin:
        return [replace(each, only_time=each is bound) for each in names], times, ()
    at = (
        range(bound.start - 1, bound.end)
        if doc[bound.start - 1].lower_ == bound.preposition
        else range(bound.start - 2, bound.end)
    )
    is_start = bound.preposition in _FROM
    day = after(end) if is_start else before(begin)
    told = Times(start=day if is_start else "", end="" if is_start else day, tokens=frozenset(at))
    doubt = f"{bound.preposition} {bound.text} is read as {'from' if is_start else 'until'} {day}"
    return [each for each in names if each is not bound], told, (doubt,)


def _stands_beside(doc: Doc, named: Named) -> int:
    """Where "on the margins of" begins before a name, at which something else happened; -1 where it does not."""
    at = named.start - 1
    while at >= 0 and doc[at].lower_ in ("of", "the"):
        at -= 1
    if at < 1 or doc[at].lower_ not in _BESIDE:
        return -1
    return next((i for i in range(at, max(-1, at - 3), -1) if doc[i].lower_ in ("on", "at", "in")), at)


def _stands_before(doc: Doc, named: Named) -> bool:
    """Whether the preposition stands right before a name or its article, and not before another one."""
    return named.preposition in {token.lower_ for token in doc[max(0, named.start - 2) : named.start]}


def _dates(named: Named, asked_on: str) -> tuple[str, str]:
    """When an event began and ended; of several of one name the last that has been. "" where nobody knows."""
    entities = load_reference().entities
    keys = {named.key, *(form.key for form in forms_in_any_case(named.text))}
    known = [entities[key] for key in keys & entities.keys() if entities[key].label in _HELD]
    held = [(each.since, each.until or each.since) for each in known if each.since and each.since <= asked_on]
    if held:
        return max(held)
    found = _YEAR.search(named.text)
    year = (found[1] or f"20{found[2]}") if found else ""
    return year, year
