"""How likely each report answers a question, learned from questions with their reports.

Grammar and lists (`match`) tell a report for certain where every word is accounted for. Where people word a question as
nobody has listed, this tells which report such questions are for. What it alone tells is never shown as sure.

Multinomial logistic regression over the features of the reading (`features`); learned by `training/train_questions.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Final

import numpy as np
from numpy.typing import NDArray

from jnato_graph.ask.features import features
from jnato_graph.ask.reading import Reading

NONE: Final = "none"  # no report answers it


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """`table` has a row for each feature (float32, features × reports), `rows` says which; `bias` is one row more."""

    rows: dict[str, int]
    reports: tuple[str, ...]
    table: NDArray[np.float32]
    bias: NDArray[np.float32]


@cache
def load_weights() -> Weights:
    """The weights of the package, read once."""
    with as_file(files("jnato_graph") / "data" / "questions.npz") as path, np.load(path, allow_pickle=False) as stored:
        return Weights(
            rows={str(feature): row for row, feature in enumerate(stored["features"])},
            reports=tuple(map(str, stored["reports"])),
            table=stored["weights"].astype(np.float32),
            bias=stored["bias"].astype(np.float32),
        )


def likely(reading: Reading) -> dict[str, float]:
    """The probability of each report, and of NONE; together 1."""
    weights = load_weights()
    rows = sorted(weights.rows[feature] for feature in features(reading) if feature in weights.rows)
    scores = weights.table[rows].sum(axis=0) + weights.bias
    shares = np.exp(scores - scores.max())
    return dict(zip(weights.reports, (shares / shares.sum()).tolist(), strict=True))
