"""Leaves out claims that cannot be so by what is known of their ends.

A state is no member of its own or another state's forces ("the MSDF is joined by Norway"), nobody whose office in one
state is known holds an office of another or of its ministry, and two who serve one state do not meet as two sides do
("Blinken, Austin and their Japanese hosts"). No state deals with a service or ministry of its own but by founding it,
and neither state nor service visits a place of its own: the gold has no such claim. Of a meeting or an office of a
state, only what the network has read is left out; a rule's reading stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from jnato_graph.ontology import BODIES
from jnato_graph.records import Claim, Entity
from jnato_graph.reference import Reference
from jnato_graph.resolve.office_holders import state_of_forces

_FOUNDING = frozenset({"ESTABLISHED", "PROPOSED"})


def consistent(
    claims: Sequence[Claim], entities: Mapping[str, Entity], reference: Reference, published: str | None
) -> list[Claim]:
    """The claims of a document that go with each other and with the reference data.

    `entities` are those of the document by key, `published` (ISO) is its date.
    """
    served = _served(claims, entities, reference, published)

    def stands(claim: Claim) -> bool:
        read = claim.rule.startswith("network")
        subject, object_ = entities[claim.subject], entities[claim.object]
        if claim.predicate not in _FOUNDING and _is_own(subject, object_, reference):
            return False
        if claim.predicate == "MEMBER_OF" and subject.label == "State":
            return not (object_.label == "Organisation" and state_of_forces(object_, reference))
        if claim.predicate == "HOLDS_POSITION_IN" and (read or object_.label == "Organisation"):
            states = _states(reference, (claim.object,))
            return not states or _may_serve(claim.subject, states, reference)
        if claim.predicate == "VISITED" and subject.label != "Person" and object_.label == "Place":
            return not _states(reference, (claim.subject,)) & _states(reference, (claim.object,))
        if claim.predicate == "MET_WITH" and read and subject.label == object_.label == "Person":
            return not served.get(claim.subject, set()) & served.get(claim.object, set())
        return True

    return [claim for claim in claims if stands(claim)]


def _is_own(one: Entity, other: Entity, reference: Reference) -> bool:
    """Whether one is a state and the other a service, ministry or agency of it."""
    labels = {one.label: one, other.label: other}
    if set(labels) != BODIES:
        return False
    listed = reference.entities.get(labels["Organisation"].key)
    return listed is not None and listed.state == labels["State"].key


def _may_serve(person: str, states: set[str], reference: Reference) -> bool:
    """Whether a person may hold an office of one of `states`: known offices of theirs are there, or none is known."""
    known = _states(reference, (term.actor for term in reference.terms_of(person)))
    return not known or bool(known & states)


def _served(
    claims: Iterable[Claim], entities: Mapping[str, Entity], reference: Reference, published: str | None
) -> dict[str, set[str]]:
    """The states whose offices each person holds: by the reference data at the date, else by what rules have read."""
    served: dict[str, set[str]] = {}
    for key in (key for key, entity in entities.items() if entity.label == "Person"):
        if terms := reference.offices_of(key, published) if published else reference.terms_of(key):
            served[key] = _states(reference, (term.actor for term in terms))
    known = frozenset(served)
    for claim in claims:
        told = claim.predicate == "HOLDS_POSITION_IN" and claim.polarity == "affirmed"
        if told and claim.subject not in known and not claim.rule.startswith("network"):
            served.setdefault(claim.subject, set()).update(_states(reference, (claim.object,)))
    return served


def _states(reference: Reference, actors: Iterable[str]) -> set[str]:
    """The states that are, or have, these states, ministries and forces."""
    listed = (reference.entities.get(actor) for actor in actors)
    return {each.key if each.label == "State" else each.state or "" for each in listed if each is not None} - {""}
