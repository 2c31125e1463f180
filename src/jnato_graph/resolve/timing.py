"""Makes a plan of what a document tells as if it were so, though it is not there yet.

"The Vilnius summit in July" names a place without a tense; in a text of May the summit is not held yet. What a finite
verb tells is believed unless a date says otherwise: in writing on what comes, English has the present ("which Japan
hosts in October"). An office that the document only knows as proposed or planned stands nowhere as yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from jnato_graph.records import Claim, Entity
from jnato_graph.reference import Reference
from jnato_graph.reference.dates import distance, span

_OCCASIONS = frozenset({"Event", "Exercise", "Operation"})
# A visit of a later day is no visit yet. What somebody supports, or who holds an office, may be so now.
_HAPPENINGS = frozenset({"HELD_IN", "HOSTED", "VISITED", "MET_WITH", "PARTICIPATED_IN"})
_PART = frozenset({"HOSTED", "PARTICIPATED_IN"})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_EXACT = len("2023-07")  # the bare year in a name says little: Keen Sword 25 was in the autumn of 2024


def timed(
    claims: Sequence[Claim], entities: Mapping[str, Entity], reference: Reference, published: str | None
) -> list[Claim]:
    """The claims of a document published at `published` (ISO), as planned where what they tell lies ahead.

    `entities` are those of the document by key.
    """
    ahead, wanted = _ahead(claims, entities, reference, published), _wanted(claims, entities)

    def is_planned(claim: Claim) -> bool:
        if claim.predicate == "LOCATED_IN" and claim.modality == "actual" and claim.polarity == "affirmed":
            return claim.subject in wanted and not claim.rule.startswith("verb")
        if claim.modality != "actual" or claim.predicate not in _HAPPENINGS:
            return False
        if claim.predicate == "HELD_IN":
            return claim.subject in ahead or _is_later(claim.date, published)
        return ahead.get(claim.object, False) or _is_later(claim.date, published, exact=claim.predicate in _PART)

    own = [_with_own_date(claim, reference) for claim in claims]
    return [
        replace(claim, modality="planned") if is_planned(claim) else _without_later_date(claim, published)
        for claim in own
    ]


def _without_later_date(claim: Claim, published: str | None) -> Claim:
    """What is so already is of no day to come: the date is of something else in the sentence, or was misread."""
    is_misread = claim.modality == "actual" and _is_later(claim.date, published)
    return replace(claim, date=None) if is_misread else claim


def _with_own_date(claim: Claim, reference: Reference) -> Claim:
    """Without a date at which the listed occasion was not held: "the Vilnius summit, and the one of 2025"."""
    if claim.predicate not in _PART | {"HELD_IN"} or claim.date is None:
        return claim
    held = reference.entities.get(claim.subject if claim.predicate == "HELD_IN" else claim.object)
    if held is None or held.label != "Event" or held.recurring or held.since is None:
        return claim
    meets = distance(claim.date, held.since) == 0 or distance(claim.date, held.until or held.since) == 0
    return claim if meets or held.since < claim.date < (held.until or held.since) else replace(claim, date=None)


def _ahead(
    claims: Sequence[Claim], entities: Mapping[str, Entity], reference: Reference, published: str | None
) -> dict[str, bool]:
    """The occasions that are not held yet, by key, and whether that is known by an exact date of theirs.

    Otherwise it is the year in the name, or what all that is told of taking part in them has in common.
    """
    ahead: dict[str, bool] = {}
    for key, entity in entities.items():
        listed = reference.entities.get(key)
        if entity.label not in _OCCASIONS or published is None:
            continue
        if listed is not None:
            if not listed.recurring and _is_later(listed.since, published):
                ahead[key] = True
        elif (year := _YEAR.search(entity.name)) and year[0] > published[:4]:
            ahead[key] = False
    for key, modalities in _told(claims).items():
        if entities[key].label in _OCCASIONS and modalities == {"planned"}:
            ahead.setdefault(key, False)
    return ahead


def _told(claims: Iterable[Claim]) -> dict[str, set[str]]:
    """The modalities of what verbs and nouns tell of each occasion, by its key."""
    told: dict[str, set[str]] = {}
    for claim in claims:
        if claim.polarity == "affirmed" and claim.predicate in _PART:
            told.setdefault(claim.object, set()).add(claim.modality)
        elif claim.predicate == "HELD_IN" and claim.rule.startswith("verb"):
            told.setdefault(claim.subject, set()).add(claim.modality)
    return told


def _wanted(claims: Iterable[Claim], entities: Mapping[str, Entity]) -> set[str]:
    """The offices that somebody proposes or is to open, and nobody has opened."""
    opened: set[str] = set()
    wanted: set[str] = set()
    for claim in claims:
        if claim.predicate in ("PROPOSED", "ESTABLISHED") and entities[claim.object].label == "Office":
            is_there = claim.predicate == "ESTABLISHED" and claim.modality == "actual" and claim.polarity == "affirmed"
            (opened if is_there else wanted).add(claim.object)
    return wanted - opened


def _is_later(date: str | None, published: str | None, *, exact: bool = False) -> bool:
    if date is None or published is None or (exact and len(date) < _EXACT):
        return False
    return span(date).first > span(published).last
