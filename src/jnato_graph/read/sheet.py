"""The pieces of a document while it is decided which of them are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from jnato_graph.read.piece import Piece

BODY_WORDS: Final = 12  # a sentence of so many words is text of the article


@dataclass(slots=True)
class Sheet:
    """The pieces with the reason for each that goes, and where the article begins and ends among them."""

    pieces: Sequence[Piece]
    authors: list[str]
    reason: dict[int, str] = field(default_factory=dict)
    notes: dict[int, int] = field(default_factory=dict)  # notes that are read: how long their number is
    head: int = 0
    tail: int = 0

    def left(self) -> list[int]:
        """The numbers of the pieces that stay."""
        return [at for at in range(len(self.pieces)) if at not in self.reason]

    def drop(self, at: int, reason: str) -> None:
        """Leave a piece out, unless it is left out already."""
        self.reason.setdefault(at, reason)

    def is_outside(self, at: int) -> bool:
        """Whether a piece stands before the first or after the last sentence of the article."""
        return at < self.head or at >= self.tail

    def is_body(self, at: int) -> bool:
        """Whether a piece that stays is a sentence of some length."""
        piece = self.pieces[at]
        return at not in self.reason and piece.is_prose and piece.words >= BODY_WORDS
