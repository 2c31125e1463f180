"""Runs of tokens with a label, and how two of them may lie to one another."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc


class Found(NamedTuple):
    """A find of some recogniser: `doc[start:end]` with its label."""

    start: int
    end: int
    label: str

    def text(self, doc: Doc) -> str:
        """The words as they stand."""
        return doc[self.start : self.end].text


def holds(outer: Found, inner: Found) -> bool:
    """Whether `inner` lies in `outer` and is shorter."""
    return outer[:2] != inner[:2] and outer.start <= inner.start and inner.end <= outer.end
