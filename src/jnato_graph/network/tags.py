"""From scores of tags to names: the best row of tags in which each name begins, goes on and ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from jnato_graph.network.encoder import Floats, Ints
from jnato_graph.network.pieces import ALONE, BEGINS, ENDS, INSIDE
from jnato_graph.ontology import LABELS

TAGS: Final = 1 + 4 * len(LABELS)
NEVER: Final = np.float32(-1e4)


def _follows(one: int, other: int) -> bool:
    kind, label = (one - 1) % 4, (one - 1) // 4
    opened = one > 0 and kind in (BEGINS, INSIDE)
    if opened:
        return other > 0 and (other - 1) // 4 == label and (other - 1) % 4 in (INSIDE, ENDS)
    return other == 0 or (other - 1) % 4 in (BEGINS, ALONE)


FOLLOWS: Final = np.array([[_follows(one, other) for other in range(TAGS)] for one in range(TAGS)])
STEPS: Final = np.where(FOLLOWS, np.float32(0), NEVER)


def names(scores: Floats) -> Iterator[tuple[int, int, str]]:
    """(first piece, last piece, label) of each name by `scores`, (pieces, tags)."""
    first = 0
    for place, tag in enumerate(best(scores)):
        if tag == 0:
            continue
        kind = (tag - 1) % 4
        if kind in (BEGINS, ALONE):
            first = place
        if kind in (ENDS, ALONE):
            yield first, place, LABELS[(tag - 1) // 4]


def best(scores: Floats) -> Ints:
    """The row of tags with the highest sum of scores that is well formed (Viterbi, 1967)."""
    row: Ints = scores.argmax(axis=1)
    if _well_formed(row):
        return row
    total = scores[0] + STEPS[0]
    back = np.zeros(scores.shape, dtype=np.int64)
    for place in range(1, len(scores)):
        ways = total[:, None] + STEPS
        back[place] = ways.argmax(axis=0)
        total = ways[back[place], np.arange(TAGS)] + scores[place]
    last = int((total + STEPS[:, 0]).argmax())
    row = np.zeros(len(scores), dtype=np.int64)
    for place in range(len(scores) - 1, -1, -1):
        row[place] = last
        last = int(back[place, last])
    return row


def _well_formed(row: Ints) -> bool:
    padded = np.concatenate([[0], row, [0]])
    return bool(FOLLOWS[padded[:-1], padded[1:]].all())
