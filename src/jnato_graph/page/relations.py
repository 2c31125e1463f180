"""What the claims of an answer say, each thing once: the relationships of the drawing and the lanes of the timeline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from jnato_graph.page.subgraph import Subgraph
from jnato_graph.records import Claim

WORDS: Final[dict[str, tuple[str, str]]] = {
    "OPPOSES": ("opposes", "does not oppose"),
    "SUPPORTS": ("supports", "does not support"),
    "SIGNED": ("signed", "did not sign"),
    "PARTICIPATED_IN": ("took part in", "did not take part in"),
    "HOSTED": ("hosted", "did not host"),
    "HELD_IN": ("was held in", "was not held in"),
    "VISITED": ("visited", "did not visit"),
    "MET_WITH": ("met", "did not meet"),
    "MEMBER_OF": ("is a member of", "is not a member of"),
    "PARTNER_OF": ("is a partner of", "is not a partner of"),
    "COOPERATES_WITH": ("cooperates with", "does not cooperate with"),
    "HOLDS_POSITION_IN": ("holds a position in", "holds no position in"),
    "CONTRIBUTED_TO": ("contributed to", "did not contribute to"),
    "ESTABLISHED": ("established", "did not establish"),
    "PROPOSED": ("proposed", "did not propose"),
    "ATTACKED": ("attacked", "did not attack"),
    "SANCTIONED": ("sanctioned", "did not sanction"),
    "REPLACES": ("replaces", "does not replace"),
    "LOCATED_IN": ("is located in", "is not located in"),
}
"""How a predicate reads between its ends, affirmed and denied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One thing said: the claims with the same ends, predicate, polarity and modality. `id` is its name in the page."""

    id: str
    subject: str
    predicate: str
    object: str
    polarity: str
    modality: str
    claims: tuple[Claim, ...]

    @property
    def verb(self) -> str:
        """The predicate in words: "does not oppose", "opposes (planned)"."""
        return verb(self.predicate, self.polarity, self.modality)


def verb(predicate: str, polarity: str, modality: str) -> str:
    """A predicate as it reads between its ends; what is not actual says so."""
    usual = predicate.lower().replace("_", " ")
    words = WORDS.get(predicate, (usual, f"not: {usual}"))[polarity == "negated"]
    return words if modality == "actual" else f"{words} ({modality})"


def relations(graph: Subgraph) -> tuple[Relation, ...]:
    """What the claims say, in the order in which the rows first say it."""
    grouped: dict[tuple[str, str, str, str, str], list[Claim]] = {}
    for claim in graph.claims:
        kind = (claim.subject, claim.predicate, claim.object, claim.polarity, claim.modality)
        grouped.setdefault(kind, []).append(claim)
    return tuple(
        Relation(
            id=f"r{number}",
            subject=subject,
            predicate=predicate,
            object=object_,
            polarity=polarity,
            modality=modality,
            claims=tuple(claims),
        )
        for number, ((subject, predicate, object_, polarity, modality), claims) in enumerate(grouped.items(), start=1)
    )
