"""The closed set of labels and predicates, and which labels each end of a predicate may have.

Source of the sets: the project's ontology, `docs/ontology.md`. Nothing outside them is written to the graph; labels and
relationship types in Cypher come from here and never from text.
"""

from __future__ import annotations

from typing import Final

BODIES: Final = frozenset({"State", "Organisation"})
ACTORS: Final = BODIES | {"Person"}
LABELS: Final = (
    "State", "Organisation", "Person", "Agreement", "Policy", "Exercise", "Operation", "Event", "Office", "Programme",
    "Place",
)  # fmt: skip
ANY: Final = frozenset(LABELS)

SIGNATURES: Final[dict[str, tuple[frozenset[str], frozenset[str]]]] = {
    "OPPOSES": (ACTORS, ANY),
    "SUPPORTS": (ACTORS, ANY),
    "SIGNED": (ACTORS, frozenset({"Agreement"})),
    "PARTICIPATED_IN": (ACTORS, frozenset({"Exercise", "Operation", "Event", "Programme"})),
    "HOSTED": (ACTORS, frozenset({"Exercise", "Event", "Office"})),
    "HELD_IN": (frozenset({"Exercise", "Event", "Operation"}), frozenset({"Place", "State", "Office"})),
    "VISITED": (ACTORS, frozenset({"Place", "State", "Organisation", "Office"})),
    "MET_WITH": (ACTORS, ACTORS),
    "MEMBER_OF": (ACTORS, frozenset({"Organisation", "Programme"})),
    "PARTNER_OF": (ACTORS, ACTORS),
    "COOPERATES_WITH": (ACTORS, ACTORS),
    "HOLDS_POSITION_IN": (frozenset({"Person"}), BODIES),
    "CONTRIBUTED_TO": (ACTORS, frozenset({"Operation", "Programme", "Event"}) | ACTORS),
    "ESTABLISHED": (ACTORS, frozenset({"Office", "Organisation", "Programme", "Agreement", "Policy"})),
    "PROPOSED": (
        ACTORS, frozenset({"Office", "Organisation", "Programme", "Agreement", "Policy", "Event", "Exercise"}),
    ),
    "ATTACKED": (ACTORS, ACTORS | {"Place"}),
    "SANCTIONED": (ACTORS, ACTORS),
    "REPLACES": (
        frozenset({"Agreement", "Policy", "Programme", "Organisation", "Operation", "Office"}),
        frozenset({"Agreement", "Policy", "Programme", "Organisation", "Operation", "Office"}),
    ),
    "LOCATED_IN": (frozenset({"Office", "Organisation", "Place"}), frozenset({"Place", "State"})),
}  # fmt: skip
PREDICATES: Final = tuple(SIGNATURES)
SYMMETRIC: Final = frozenset({"MET_WITH", "PARTNER_OF", "COOPERATES_WITH"})
POLARITIES: Final = ("affirmed", "negated")
MODALITIES: Final = ("actual", "planned", "possible")


def in_order(subject: str, predicate: str, object_: str) -> tuple[str, str]:
    """The ends of a statement, those of a symmetric predicate by their keys: it is the same whichever way it is put."""
    return (object_, subject) if predicate in SYMMETRIC and object_ < subject else (subject, object_)


def allows(subject: str, predicate: str, object_: str) -> bool:
    """Whether the ontology lets `predicate` stand between a `subject` and an `object_` of these labels."""
    subjects, objects = SIGNATURES[predicate]
    return subject in subjects and object_ in objects
