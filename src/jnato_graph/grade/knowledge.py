"""What the reference data know of a claim before any text is read: who belongs where, whose office is whose."""

from __future__ import annotations

from typing import Final

from jnato_graph.reference import Reference, ReferenceEntity, load_reference

# Kinds of bodies whose members are all listed.
CLOSED: Final = frozenset({"alliance", "union", "group of states"})

# What the partners of NATO belong to.
PARTNERED: Final = "nato"
PARTNERSHIPS: Final = frozenset(
    {"partnership-for-peace", "mediterranean-dialogue", "istanbul-cooperation-initiative", "ip4"}
)


def is_so(subject: str, predicate: str, object_: str) -> bool | None:
    """Whether the reference data have it (by the keys of both ends), at whatever time; None when they do not know."""
    reference = load_reference()
    one, other = reference.entities.get(subject), reference.entities.get(object_)
    if one is None or other is None:
        return None
    if predicate == "HOLDS_POSITION_IN":
        actors = {term.actor for term in reference.terms_of(subject)}
        return True if object_ in actors else False if actors and other.label == "State" else None
    if predicate == "MEMBER_OF":
        members = {row.actor for row in reference.memberships if row.organisation == object_}
        known = bool(members) and other.kind in CLOSED and one.label == "State"
        return True if subject in members else False if known else None
    if predicate == "PARTNER_OF" and PARTNERED in (subject, object_):
        partner = object_ if subject == PARTNERED else subject
        return any(row.actor == partner and row.organisation in PARTNERSHIPS for row in reference.memberships) or None
    if predicate in ("LOCATED_IN", "HELD_IN"):
        return True if object_ in _sites(one, reference) else None
    return None


def _sites(of: ReferenceEntity, reference: Reference) -> set[str]:
    """The places and states in which a listed thing stands or took place."""
    place = reference.entities.get(of.place or "")
    states = {entity.state for entity in (of, place) if entity is not None and entity.state}
    return states | ({of.place} if of.place else set())
