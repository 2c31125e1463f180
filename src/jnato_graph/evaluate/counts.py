"""Counts and the figures made of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

type Outcome = Literal["right", "false", "missed"]


@dataclass(slots=True)
class Count:
    """How many were found rightly, found falsely, and missed."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count one more."""
        setattr(self, outcome, getattr(self, outcome) + 1)

    @property
    def precision(self) -> float:
        """Of what was found, how much is right; 0 when nothing was found."""
        return self.right / (self.right + self.false) if self.right + self.false else 0.0

    @property
    def recall(self) -> float:
        """Of what there is, how much was found; 0 when there is nothing."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    def figures(self) -> dict[str, float]:
        """All of it by the names of the JSON answer, rounded."""
        return {
            "p": round(self.precision, 3), "r": round(self.recall, 3), "f1": round(self.f1, 3),
            "tp": self.right, "fp": self.false, "fn": self.missed,
        }  # fmt: skip


@dataclass(slots=True)
class Share:
    """How many of a number of answers are right."""

    right: int = 0
    of: int = 0

    def add(self, right: bool) -> None:
        """Count one more."""
        self.right += right
        self.of += 1

    @property
    def value(self) -> float | None:
        """The share, rounded; None when there were no answers."""
        return round(self.right / self.of, 3) if self.of else None
