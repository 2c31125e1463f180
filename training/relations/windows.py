"""Windows of text with mentions, pairs and wanted claims, as tensors."""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np
import torch

from jnato_graph.grade.head import CLASS_NUMBER, CLASSES, LABEL_NUMBER, MODALITY_NUMBER, RULE_WIDTH, may_relate
from jnato_graph.grade.paths import path as way_between
from jnato_graph.grade.paths import rows
from jnato_graph.network.pieces import tags_of, told, word_at
from jnato_graph.ontology import SYMMETRIC

LIMIT = 260
NEAR = 90  # word pieces between two mentions that are read together


@dataclass
class Window:
    id: str
    group: str
    ids: list[int]
    outer: list[int]
    inner: list[int]
    spans: list[tuple[int, int, int, int]]  # first word, last word, label, word above
    pairs: list[tuple[int, int]]
    tops: list[int]  # the word over both ends of each mention pair
    paths: np.ndarray  # rows of PATH_WIDTH
    owner: list[int]  # entity pair of each mention pair
    entity_pairs: list[tuple[int, int]]
    target: np.ndarray  # rows of CLASSES for each entity pair, and so `weight`: 0 where the gold leaves it open
    weight: np.ndarray
    modality: list[int]
    rules: np.ndarray  # rows of RULE_WIDTH
    marks: list[int]
    lines: list[int]
    shapes: list[int]
    tags: list[int]


def build(row: dict, tokenizer, marks: dict[str, int]) -> Window | None:
    """A line of `prepare.py`, which may have no pairs; None when nothing is in it. Longer texts are cut off."""
    enc = tokenizer.encode(row["text"])
    offsets, numbers = enc.offsets[:LIMIT], enc.ids[:LIMIT]
    n = len(numbers)
    outer, inner, tags = [0] * n, [0] * n, [0] * n
    spans = []
    words = [i for i, (x, y) in enumerate(offsets) if y > x]
    if not words:
        return None
    starts = [offsets[i][0] for i in words]
    last = max(offsets[i][1] for i in words)
    chains = []
    for a, b, label, entity, chain in sorted(row["mentions"], key=lambda m: (m[0] - m[1], m[0])):
        inside = [i for i, (x, y) in enumerate(offsets) if x < b and y > a and y > x]
        if not inside:
            continue
        name = row["text"][a:b]
        if any(c.isupper() or c.isdigit() for c in name) and not any(tags[i] for i in inside):
            for i, tag in zip(inside, tags_of(LABEL_NUMBER[label], len(inside)), strict=True):
                tags[i] = tag
        for i in inside:
            if outer[i] == 0:
                outer[i] = LABEL_NUMBER[label] + 1
            else:
                inner[i] = LABEL_NUMBER[label] + 1
        above = chain[min(1, len(chain) - 1)][0]
        spans.append(
            (inside[0], inside[-1], LABEL_NUMBER[label], word_at(above, starts, words) if above < last else 0, entity)
        )
        chains.append([tuple(step) for step in chain])
    rules: dict[tuple[int, int], np.ndarray] = {}
    for s, p, o, q, m, _ in row["rules"]:
        for a, b in [(s, o), (o, s)] if p in SYMMETRIC else [(s, o)]:
            v = rules.setdefault((a, b), np.zeros(RULE_WIDTH, np.uint8))
            v[CLASS_NUMBER[(p, q)]] = 1
            v[len(CLASSES) + MODALITY_NUMBER[m]] = 1
    wanted: dict[tuple[int, int], list] = {}
    for s, p, o, q, m, optional in row["claims"]:
        for a, b in [(s, o), (o, s)] if p in SYMMETRIC else [(s, o)]:
            wanted.setdefault((a, b), []).append((p, q, m, optional))
    ents = sorted({s[4] for s in spans})
    labels = {s[4]: row["ents"][s[4]] for s in spans}
    entity_pairs = [(a, b) for a in ents for b in ents if a != b and may_relate(labels[a], labels[b])]
    index = {p: i for i, p in enumerate(entity_pairs)}
    pairs, owner = [], []
    for i, s in enumerate(spans):
        for j, o in enumerate(spans):
            if (s[4], o[4]) in index and abs(s[0] - o[0]) <= NEAR:
                pairs.append((i, j))
                owner.append(index[(s[4], o[4])])
    ways = [way_between(chains[i], chains[j]) for i, j in pairs]
    tops = [word_at(y.top, starts, words) if y.top is not None and y.top < last else 0 for y in ways]
    target = np.zeros((len(entity_pairs), len(CLASSES)), np.uint8)
    weight = np.ones((len(entity_pairs), len(CLASSES)), np.uint8)
    modality = [-1] * len(entity_pairs)
    for i, p in enumerate(entity_pairs):
        for pred, q, m, optional in wanted.get(p, []):
            c = CLASS_NUMBER[(pred, q)]
            if optional:
                weight[i, c] = 0
            else:
                target[i, c] = 1
                modality[i] = MODALITY_NUMBER[m]
    told_by_rules = np.zeros((len(entity_pairs), RULE_WIDTH), np.uint8)
    for i, p in enumerate(entity_pairs):
        if p in rules:
            told_by_rules[i] = rules[p]
    mark, line, shape = told(row["tokens"], row["text"], offsets, marks)
    return Window(
        id=row["id"], group=row["group"], ids=numbers, outer=outer, inner=inner, spans=[s[:4] for s in spans], pairs=pairs,
        tops=tops, paths=rows(ways).astype(np.uint8), owner=owner, entity_pairs=entity_pairs, target=target, weight=weight,
        modality=modality, rules=told_by_rules, marks=mark, lines=line, shapes=shape, tags=tags,
    )  # fmt: skip


def groups(windows: list[Window], size: int, seed: int | None) -> list[list[int]]:
    """Numbers of windows that go together, of like length; drawn by chance with `seed`."""
    order = list(range(len(windows)))
    by_length = lambda k: len(windows[k].ids)  # noqa: E731
    if seed is None:
        order.sort(key=by_length)
        return [order[i : i + size] for i in range(0, len(order), size)]
    rng = random.Random(seed)
    rng.shuffle(order)
    chunks = [sorted(order[i : i + size * 20], key=by_length) for i in range(0, len(order), size * 20)]
    return [c[i : i + size] for c in chunks for i in range(0, len(c), size)]


def collate(ws: list[Window]) -> dict:
    """Tensors of some windows."""
    n = max(len(w.ids) for w in ws)
    pad = lambda rows: torch.tensor([x + [0] * (n - len(x)) for x in rows])  # noqa: E731
    numbers = lambda rows, *shape: torch.tensor(rows, dtype=torch.long).view(-1, *shape)  # noqa: E731
    spans, pairs, owner, rules, places, base = [], [], [], [], [], 0
    for k, w in enumerate(ws):
        places += range(len(w.pairs))
        pairs += [(len(spans) + i, len(spans) + j) for i, j in w.pairs]
        spans += [(k, *s) for s in w.spans]
        owner += [base + o for o in w.owner]
        rules.append(w.rules[np.array(w.owner, dtype=np.int64)])
        base += len(w.entity_pairs)
    whole = lambda rows: torch.from_numpy(np.concatenate(rows))  # noqa: E731
    return {
        "ids": pad([w.ids for w in ws]), "mask": pad([[1] * len(w.ids) for w in ws]),
        "outer": pad([w.outer for w in ws]), "inner": pad([w.inner for w in ws]), "marks": pad([w.marks for w in ws]),
        "lines": pad([w.lines for w in ws]), "shapes": pad([w.shapes for w in ws]), "tags": pad([w.tags for w in ws]),
        "spans": numbers(spans, 5), "pairs": numbers(pairs, 2), "owner": numbers(owner),
        "tops": numbers([t for w in ws for t in w.tops]), "paths": whole([w.paths for w in ws]), "rules": whole(rules),
        "target": whole([w.target for w in ws]), "weight": whole([w.weight for w in ws]),
        "modality": numbers([m for w in ws for m in w.modality]), "count": base, "places": numbers(places), "most": max(len(w.pairs) for w in ws),
        "groups": [w.group for w in ws], "pair_group": [w.group for w in ws for _ in w.entity_pairs],
        "ordered": torch.tensor([a < b for w in ws for a, b in w.entity_pairs], dtype=torch.bool),
    }  # fmt: skip
