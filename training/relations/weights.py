"""Weights on disk: matrices in 8 bits with a scale for each row, the rest in 16."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch


def write(path: Path, weights: dict[str, np.ndarray]) -> None:
    """Write `weights`; rounds each value of a matrix by at most 1/254 of the greatest in its row."""
    stored: dict[str, np.ndarray] = {}
    for name, rows in weights.items():
        if rows.ndim == 2:
            scale = np.maximum(np.abs(rows).max(1), 1e-12) / 127
            stored[name] = np.rint(rows / scale[:, None]).astype(np.int8)
            stored[f"{name}.scale"] = scale.astype(np.float32)
        else:
            stored[name] = rows.astype(np.float16)
    np.savez(path, **stored)


def read(path: Path) -> dict[str, torch.Tensor]:
    """What `write` wrote, in 32 bits."""
    stored = np.load(path)
    weights = {}
    for name in stored.files:
        if name.endswith(".scale"):
            continue
        rows = stored[name].astype(np.float32)
        if f"{name}.scale" in stored.files:
            rows = rows * stored[f"{name}.scale"][:, None]
        weights[name] = torch.from_numpy(rows)
    return weights
