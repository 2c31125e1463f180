"""The windows that the network reads: the stretches of a text with their mentions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from jnato_graph.extract.model import RawClaim
from jnato_graph.grade.head import (
    CLASS_NUMBER,
    LABEL_NUMBER,
    MODALITY_NUMBER,
    RULE_WIDTH,
    Grader,
    Pairs,
    may_relate,
)
from jnato_graph.grade.pairs import ways
from jnato_graph.grade.paths import Step, chain, path, rows
from jnato_graph.network.encoder import Floats, Halves, Ints
from jnato_graph.network.pieces import word_at
from jnato_graph.network.reading import Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """`ends` are the indexes of the mentions and anaphors (as in raw claims) that the rows of `spans` stand for."""

    hidden: Halves
    outer: Ints
    inner: Ints
    ends: tuple[int, ...]
    pairs: Pairs


@dataclass(frozen=True, slots=True)
class _End:
    index: int
    start: int
    stop: int
    label: str
    chain: list[Step]


def windows(doc: Doc, claims: Sequence[RawClaim], grader: Grader, stretches: Iterable[Stretch]) -> Iterator[Window]:
    """Those `stretches` of `doc` that hold at least one pair which the ontology lets stand in some relation."""
    ends = _ends(doc)
    rules, whole = _rules(claims), doc.text
    for start, stop, hidden in stretches:
        inside = [end for end in ends if end.start >= start and end.stop <= stop]
        if len(inside) > 1 and (window := _window(whole[start:stop], start, inside, rules, grader, hidden)) is not None:
            yield window


def _ends(doc: Doc) -> list[_End]:
    """The mentions, and the anaphors that stand for one sort of thing."""
    mentions = list(doc.spans.get("mentions", ()))
    found = [_End(i, m.start_char, m.end_char, m.label_, chain(m)) for i, m in enumerate(mentions)]
    for i, span in enumerate(doc.spans.get("anaphors", ()), len(mentions)):
        labels = {mentions[a].label_ for a in span._.antecedents}
        if len(labels) == 1:
            found.append(_End(i, span.start_char, span.end_char, labels.pop(), chain(span)))
    return found


def _rules(claims: Sequence[RawClaim]) -> dict[tuple[int, int], Floats]:
    rules: dict[tuple[int, int], Floats] = {}
    for claim in claims:
        for ends in ways(claim):
            row = rules.setdefault(ends, np.zeros(RULE_WIDTH, dtype=np.float32))
            row[CLASS_NUMBER[(claim.predicate, claim.polarity)]] = 1
            row[len(CLASS_NUMBER) + MODALITY_NUMBER[claim.modality]] = 1
    return rules


def _window(
    text: str, offset: int, inside: list[_End], rules: dict[tuple[int, int], Floats], grader: Grader, hidden: Halves
) -> Window | None:
    offsets = grader.encoder.tokenizer.encode(text).offsets
    words = [i for i, (a, b) in enumerate(offsets) if b > a]
    starts, stops = [offsets[i][0] for i in words], [offsets[i][1] for i in words]
    outer, inner = np.zeros(len(offsets), dtype=np.int64), np.zeros(len(offsets), dtype=np.int64)
    spans, ends = [], []
    for end in sorted(inside, key=lambda e: (e.start - e.stop, e.start, e.index)):
        covered = words[bisect_right(stops, end.start - offset) : bisect_left(starts, end.stop - offset)]
        if not covered:
            continue
        for i in covered:
            (outer if outer[i] == 0 else inner)[i] = LABEL_NUMBER[end.label] + 1
        head = word_at(end.chain[min(1, len(end.chain) - 1)][0] - offset, starts, words)
        spans.append((covered[0], covered[-1], LABEL_NUMBER[end.label], head))
        ends.append(end)
    pairs = [(i, j) for i, a in enumerate(ends) for j, b in enumerate(ends) if i != j and may_relate(a.label, b.label)]
    if not pairs:
        return None
    none = np.zeros(RULE_WIDTH, dtype=np.float32)
    ways = [path(ends[i].chain, ends[j].chain) for i, j in pairs]
    tops = [0 if way.top is None else word_at(way.top - offset, starts, words) for way in ways]
    return Window(
        hidden=hidden, outer=outer, inner=inner, ends=tuple(end.index for end in ends),
        pairs=Pairs(
            spans=np.array(spans, dtype=np.int64), pairs=np.array(pairs, dtype=np.int64),
            tops=np.array(tops, dtype=np.int64), paths=rows(ways),
            rules=np.stack([rules.get((ends[i].index, ends[j].index), none) for i, j in pairs]),
        ),
    )  # fmt: skip
