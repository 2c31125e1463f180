"""How well names are found and pairs graded, for each group of windows that were not learned from."""

from __future__ import annotations

import numpy as np
import torch

from jnato_graph.grade.head import CLASSES
from jnato_graph.ontology import SYMMETRIC

LEVELS = (0.9, 0.8, 0.7)


def names_in(tags: list[int]) -> set[tuple[int, int, int]]:
    """(first, last, label) of each name; a tag that does not fit ends the name before it."""
    found, first = set(), None
    for at, tag in enumerate([*tags, 0]):
        kind, label = ((tag - 1) % 4, (tag - 1) // 4) if tag else (None, None)
        if first is not None and (kind not in (1, 2) or label != first[1]):
            found.add((first[0], at - 1, first[1]))
            first = None
        if kind == 3:
            found.add((at, at, label))
        elif kind == 0 or (kind in (1, 2) and first is None):
            first = (at, label)
        if kind == 2 and first is not None:
            found.add((first[0], at, label))
            first = None
    return found


def recall_at(scores: np.ndarray, right: np.ndarray, total: int, precision: float) -> float:
    """The highest recall at which precision is still `precision`."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(right[order])
    good = np.flatnonzero(hits / np.arange(1, len(hits) + 1) >= precision)
    return float(hits[good[-1]] / total) if len(good) else 0.0


def average_precision(scores: np.ndarray, right: np.ndarray, total: int) -> float:
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(right[order])
    return float(((hits / np.arange(1, len(hits) + 1)) * right[order]).sum() / total)


def measured(batches: list[dict], found: list) -> str:
    """A table; batches carry `groups` (of each window), `pair_group` and `pair_order` (of each pair of entities)."""
    names: dict[str, list[int]] = {}
    scores: dict[str, list[tuple[np.ndarray, np.ndarray]]] = {}
    totals: dict[str, list[int]] = {}
    once = torch.tensor([c[0] in SYMMETRIC for c in CLASSES])
    for batch, (tags, best, modality) in zip(batches, found, strict=True):
        guessed, wanted, mask = tags.argmax(2).tolist(), batch["tags"].tolist(), batch["mask"].sum(1).tolist()
        for k, group in enumerate(batch["groups"]):
            one, other = names_in(guessed[k][: mask[k]]), names_in(wanted[k][: mask[k]])
            row = names.setdefault(group, [0, 0, 0])
            row[0] += len(one & other)
            row[1] += len(one)
            row[2] += len(other)
        if best is None:
            continue
        p, target = best.sigmoid().float().cpu(), batch["target"].cpu().float()
        use = batch["weight"].cpu().bool() & ~(once & ~batch["ordered"].cpu().unsqueeze(1))
        right_modality = (modality.argmax(1).cpu() == batch["modality"].cpu()).unsqueeze(1)
        of = np.array(batch["pair_group"])
        for group in set(of.tolist()):
            inside = torch.from_numpy(of == group)
            kept = use[inside]
            scores.setdefault(group, []).append((p[inside][kept].numpy(), target[inside][kept].numpy()))
            told = (target[inside] > 0) & kept & (p[inside] > 0.5)
            row = totals.setdefault(group, [0, 0])
            row[0] += int((told & right_modality[inside]).sum())
            row[1] += int(told.sum())
    figures: list[float] = []
    lines = ["group        names P/R/F         n     | pairs AP  R@.9 R@.8 R@.7  n  modality"]
    for group, (hits, guesses, total) in sorted(names.items()):
        precision, recall = hits / max(1, guesses), hits / max(1, total)
        line = f"{group:12s} {precision:.3f} {recall:.3f} {2 * precision * recall / max(1e-9, precision + recall):.3f} {total:5d} |"
        if group in scores:
            p, right = (np.concatenate(rows) for rows in zip(*scores[group], strict=True))
            count = int(right.sum())
            line += f" {average_precision(p, right, count):.3f} " + " ".join(
                f"{recall_at(p, right, count, level):.3f}" for level in LEVELS
            )
            line += f" {count} {totals[group][0] / max(1, totals[group][1]):.3f}"
            figures.append(average_precision(p, right, count))
        figures.append(2 * precision * recall / max(1e-9, precision + recall))
        lines.append(line)
    lines.append(f"mean {np.mean(figures):.4f}")
    return "\n".join(lines)
