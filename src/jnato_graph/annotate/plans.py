""" "the plan", "the idea", "the project": a plan is spoken of as the thing that it is to bring about."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jnato_graph.annotate.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

# what somebody may plan, propose or reject; of these a text seldom has more than one under discussion
PLANNED = frozenset({"Office", "Programme", "Agreement", "Organisation", "Policy", "Exercise", "Operation"})
MADE = frozenset({"Office", "Programme", "Agreement", "Exercise", "Operation", "Policy"})
_NEAR = 2  # sentences
_FAR = 12


def planned_thing(head: Token, scene: Scene) -> tuple[int, ...]:
    """The one thing under discussion: named close by and alone of its kind, or named far more often than any other."""
    near = [i for i in scene.before(head.i, _NEAR, MADE) if not i.inside]
    offices = [i for i in near if i.label == "Office"]
    for found in (near, offices):
        if found and len({i.who for i in found}) == 1:
            return (found[0].index,)
    far = [i for i in scene.before(head.i, _FAR, MADE) if not i.inside]
    counts = Counter(i.who for i in far)
    if not counts or near:
        return ()
    (who, most), *others = counts.most_common(2)
    if not others or most >= 3 * others[0][1]:
        return (next(i.index for i in far if i.who == who),)
    return ()
