""" "the plan", "the idea", "the project": a plan is spoken of as the thing that it is to bring about."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jnato_graph.annotate.scene import Item, Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

# what somebody may plan, propose or reject; of these a text seldom has more than one under discussion
MADE = frozenset({"Office", "Programme", "Agreement", "Exercise", "Operation", "Policy"})
_STANDING = frozenset({"embassy", "headquarters"})  # where they are is settled
_NEAR = 2  # sentences
_OFTEN = 3  # mentions
_TITLE = 3  # as many mentions as one in the title is worth


def planned_thing(head: Token, scene: Scene) -> tuple[int, ...]:
    """The one thing under discussion: named far more often than any other so far, or alone of its kind close by."""
    near = [i for i in scene.before(head.i, _NEAR, MADE | {"Organisation"}) if not i.inside and _is_made(i, scene)]
    close = {i.who for i in near if scene.sentence_of[head.i] - i.sentence <= 1}
    topic = topic_of(head, scene, MADE)
    others = close or {i.who for i in near}  # one brought in close by is meant: "an Asian NATO. ... that notion"
    if topic is not None and (others <= {topic.who} or (not close and near[0].who == topic.who)):
        return (topic.index,)
    if len(others) == 1:
        return (next(i.index for i in near if not close or i.who in close),)
    return ()


def _is_made(item: Item, scene: Scene) -> bool:
    """Whether somebody may plan it; of bodies only one that is brought in as new: "floated an Asian NATO"."""
    if item.label in MADE:
        entity = scene.reference.entities.get(item.key)
        return entity is None or entity.kind not in _STANDING
    before = item.span.doc[max(0, item.start - 3) : item.start]
    return not item.key and any(token.lower_ in ("a", "an") for token in before)


def topic_of(head: Token, scene: Scene, labels: frozenset[str], noun: str = "") -> Item | None:
    """The last mention of the thing of these labels that the text so far names far more often than any other.

    With `noun`, only things whose name has that word. What stands in the title counts as if it were named often.
    """
    so_far = [i for i in scene.before(head.i, len(scene.sentence_of), labels) if not i.inside]
    if noun:
        so_far = [i for i in so_far if any(token.lower_ == noun for token in i.span)]
    counts: Counter[int] = Counter()
    for item in so_far:
        counts[item.who] += _TITLE if item.title else 1
    most = counts.most_common(2)
    if not most or most[0][1] < _OFTEN or (len(most) > 1 and most[0][1] < 2 * most[1][1]):
        return None
    return next(i for i in so_far if i.who == most[0][0])
