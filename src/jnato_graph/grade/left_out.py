"""What the rules read of clauses whose verb is left out, which the network does not see.

"Slovenia, unlike Croatia, supports it": Croatia does not. "Peru joined the first and Chile the second": Peru is not in
the second.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from jnato_graph.extract.model import RawClaim
from jnato_graph.grade.pairs import Pair, Who, ways

_DENYING: Final = (" unlike", " ellipsis")
_BESIDE: Final = (" gapping", " as-beside/")


class LeftOut:
    """What the rules' claims say against what the network would affirm of other names in the sentence."""

    def __init__(self, claims: Iterable[RawClaim], who: Who) -> None:
        self._who = who
        self._denied: dict[tuple[int, str], set[str]] = {}
        self._own: set[tuple[int, str, str]] = set()
        for claim in claims:
            denies = claim.rule.endswith(_DENYING) or "s:left-out" in claim.features
            for subject, object_ in ways(claim):
                if claim.polarity == "negated" and denies:
                    self._denied.setdefault((subject, claim.predicate), set()).update(who[object_])
                if any(mark in claim.rule for mark in _BESIDE):
                    self._own.add((object_, claim.predicate, claim.polarity))

    def speaks_against(self, pair: Pair, predicate: str, polarity: str) -> bool:
        """Whether what no rule claims of this pair, subject first, goes against what they read."""
        subject, object_ = pair
        denied = self._denied.get((subject, predicate), set()) if polarity == "affirmed" else set()
        return bool(denied & {*self._who[object_]}) or (object_, predicate, polarity) in self._own
