"""The way between two mentions over the dependency tree, as the network reads it.

A linear model over such paths finds about half of the claims by itself (docs/quality.md); here they are one of the
network's inputs. Used by the program and by `training/relations`, so that both see the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from spacy.tokens import Span, Token

# The arcs of spaCy's English pipelines; one that is not among them counts as `dep`. The order is the network's.
ARCS: Final = (
    "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case", "cc",
    "ccomp", "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj", "expl", "intj", "mark",
    "meta", "neg", "nmod", "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "parataxis", "pcomp", "pobj", "poss",
    "preconj", "predet", "prep", "prt", "punct", "quantmod", "relcl", "xcomp",
)  # fmt: skip
ARC_NUMBER: Final = {name: number for number, name in enumerate(ARCS)}
# Arcs up from the subject, arcs down to the object, and whether there is a way at all.
PATH_WIDTH: Final = 2 * len(ARCS) + 1

Step = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Path:
    """`top` is the place of the token over both ends, None when they stand in different sentences."""

    top: int | None
    up: tuple[int, ...]
    down: tuple[int, ...]


_APART: Final = Path(None, (), ())


def chain(span: Span) -> list[Step]:
    """From the head of `span` up to its sentence's root: (first character, number of the arc above) of each token."""
    head = span.root
    return [_step(token) for token in (head, *head.ancestors)]


def path(subject: Sequence[Step], object_: Sequence[Step]) -> Path:
    """The way from one chain to the other, over the first token that they share."""
    if subject[-1] != object_[-1]:  # most pairs of a window: the roots are those of different sentences
        return _APART
    places = {place: number for number, (place, _) in enumerate(subject)}
    for steps, (place, _) in enumerate(object_):
        if place in places:
            up = tuple(arc for _, arc in subject[: places[place]])
            return Path(place, up, tuple(arc for _, arc in object_[:steps]))
    return _APART


def rows(paths: Sequence[Path]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """The rows of several paths, (paths, PATH_WIDTH)."""
    table = np.zeros((len(paths), PATH_WIDTH), dtype=np.float32)
    for number, way in enumerate(paths):
        if way.top is not None:
            table[number, -1] = 1
            table[number, list(way.up)] = 1
            table[number, [len(ARCS) + arc for arc in way.down]] = 1
    return table


def _step(token: Token) -> Step:
    return token.idx, ARC_NUMBER.get(token.dep_, ARC_NUMBER["dep"])
