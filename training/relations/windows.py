"""Windows of text with mentions, pairs and wanted claims, as tensors."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from pathlib import Path

import torch

from jnato_graph.grade.network import CLASS_NUMBER, CLASSES, LABEL_NUMBER, MODALITY_NUMBER, RULE_WIDTH, may_relate
from jnato_graph.grade.paths import Path as TreePath
from jnato_graph.grade.paths import path as way_between
from jnato_graph.grade.paths import rows
from jnato_graph.grade.windows import word_at
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
    ways: list[TreePath]
    owner: list[int]  # entity pair of each mention pair
    entity_pairs: list[tuple[int, int]]
    target: torch.Tensor
    weight: torch.Tensor
    modality: list[int]
    rules: torch.Tensor
    ents: list[str]
    low: torch.Tensor | None = None


def read(path: Path, tokenizer) -> list[Window]:
    return [w for line in path.read_text(encoding="utf-8").splitlines() if (w := build(json.loads(line), tokenizer))]


def build(row: dict, tokenizer) -> Window | None:
    enc = tokenizer(row["text"], return_offsets_mapping=True, truncation=True, max_length=LIMIT)
    offsets = enc["offset_mapping"]
    n = len(enc["input_ids"])
    outer, inner = [0] * n, [0] * n
    spans = []
    words = [i for i, (x, y) in enumerate(offsets) if y > x]
    starts = [offsets[i][0] for i in words]
    last = max(offsets[i][1] for i in words)
    chains = []
    for a, b, label, entity, chain in sorted(row["mentions"], key=lambda m: (m[0] - m[1], m[0])):
        inside = [i for i, (x, y) in enumerate(offsets) if x < b and y > a and y > x]
        if not inside:
            continue
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
    if len({s[4] for s in spans}) < 2:
        return None
    rules: dict[tuple[int, int], torch.Tensor] = {}
    for s, p, o, q, m, _ in row["rules"]:
        for a, b in [(s, o), (o, s)] if p in SYMMETRIC else [(s, o)]:
            v = rules.setdefault((a, b), torch.zeros(RULE_WIDTH))
            v[CLASS_NUMBER[(p, q)]] = 1
            v[len(CLASSES) + MODALITY_NUMBER[m]] = 1
    wanted: dict[tuple[int, int], list] = {}
    for s, p, o, q, m, optional in row["claims"]:
        for a, b in [(s, o), (o, s)] if p in SYMMETRIC else [(s, o)]:
            wanted.setdefault((a, b), []).append((p, q, m, optional))
    ents = sorted({s[4] for s in spans})
    labels = {s[4]: row["ents"][s[4]] for s in spans}
    entity_pairs = [(a, b) for a in ents for b in ents if a != b and may_relate(labels[a], labels[b])]
    if not entity_pairs:
        return None
    index = {p: i for i, p in enumerate(entity_pairs)}
    pairs, owner = [], []
    for i, s in enumerate(spans):
        for j, o in enumerate(spans):
            if (s[4], o[4]) in index and abs(s[0] - o[0]) <= NEAR:
                pairs.append((i, j))
                owner.append(index[(s[4], o[4])])
    ways = [way_between(chains[i], chains[j]) for i, j in pairs]
    tops = [word_at(y.top, starts, words) if y.top is not None and y.top < last else 0 for y in ways]
    target = torch.zeros(len(entity_pairs), len(CLASSES))
    weight = torch.ones(len(entity_pairs), len(CLASSES))
    modality = [-1] * len(entity_pairs)
    for i, p in enumerate(entity_pairs):
        for pred, q, m, optional in wanted.get(p, []):
            c = CLASS_NUMBER[(pred, q)]
            if optional:
                weight[i, c] = 0
            else:
                target[i, c] = 1
                modality[i] = MODALITY_NUMBER[m]
    r = torch.stack([rules.get(p, torch.zeros(RULE_WIDTH)) for p in entity_pairs])
    return Window(
        row["id"],
        row["group"],
        enc["input_ids"],
        outer,
        inner,
        [s[:4] for s in spans],
        pairs,
        tops,
        ways,
        owner,
        entity_pairs,
        target,
        weight,
        modality,
        r,
        row["ents"],
    )


def batches(windows: list[Window], size: int, shuffle: bool, seed: int):
    order = list(range(len(windows)))
    if shuffle:
        rng = random.Random(seed)
        rng.shuffle(order)
        chunks = [
            sorted(order[i : i + size * 20], key=lambda k: len(windows[k].ids)) for i in range(0, len(order), size * 20)
        ]
        groups = [c[i : i + size] for c in chunks for i in range(0, len(c), size)]
        rng.shuffle(groups)
    else:
        order.sort(key=lambda k: len(windows[k].ids))
        groups = [order[i : i + size] for i in range(0, len(order), size)]
    for group in groups:
        yield group, collate([windows[k] for k in group])


def collate(ws: list[Window]):
    n = max(len(w.ids) for w in ws)
    pad = lambda x: x + [0] * (n - len(x))  # noqa: E731
    low = None
    if ws[0].low is not None:
        low = torch.zeros(len(ws), n, ws[0].low.shape[1])
        for k, w in enumerate(ws):
            low[k, : len(w.ids)] = w.low.float()
    ids = torch.tensor([pad(w.ids) for w in ws])
    mask = torch.tensor([pad([1] * len(w.ids)) for w in ws])
    outer, inner = torch.tensor([pad(w.outer) for w in ws]), torch.tensor([pad(w.inner) for w in ws])
    spans, pairs, owner, rules, base = [], [], [], [], 0
    for k, w in enumerate(ws):
        pairs += [(len(spans) + i, len(spans) + j) for i, j in w.pairs]
        spans += [(k, *s) for s in w.spans]
        owner += [base + o for o in w.owner]
        rules.append(w.rules[torch.tensor(w.owner)])
        base += len(w.entity_pairs)
    return {
        "tops": torch.tensor([t for w in ws for t in w.tops]), "paths": torch.from_numpy(rows([y for w in ws for y in w.ways])),
        "ids": ids, "low": low, "mask": mask, "outer": outer, "inner": inner, "spans": torch.tensor(spans), "pairs": torch.tensor(pairs), "owner": torch.tensor(owner), "rules": torch.cat(rules),
        "target": torch.cat([w.target for w in ws]), "weight": torch.cat([w.weight for w in ws]),
        "modality": torch.tensor([m for w in ws for m in w.modality]), "count": base,
    }  # fmt: skip
