"""The units of layout that all formats are turned into, and how they become a document's clean text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from jnato_graph.read.strand import Strand
from jnato_graph.records import Block, BlockKind, Segment

BETWEEN_BLOCKS: Final = "\n\n"
BETWEEN_CELLS: Final = " | "

# With the number of a note after it, if need be: "grouping.1", "partners.”[2]".
_ENDS_SENTENCE: Final = re.compile(
    r"""[.!?…]["'”’)\]]*$|[^\W\d_]["'”’)\]]*[.!?…]["'”’)\]]*(?:\d{1,3}|[¹²³⁰-⁹]+|(?:\[\^?\w{1,9}\])+)$"""
)
_WORD: Final = re.compile(r"\w[\w'’.-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One heading, paragraph, list item, table row or caption, tidied and without its list marker.

    `marker` is the bullet or number as it stood, `marker_at` its offset in the source; `landmark` names the part of a
    web page or printed page that it stands in, when that is not the article itself.
    """

    kind: BlockKind
    strand: Strand
    marker: str = ""
    marker_at: int = -1
    landmark: str = ""

    @property
    def text(self) -> str:
        """The words."""
        return self.strand.text

    @property
    def words(self) -> int:
        """How many words it has."""
        return count_words(self.strand.text)

    @property
    def is_prose(self) -> bool:
        """Whether it is a sentence or more: body text, whatever its layout."""
        return self.kind != "heading" and self.words >= 5 and ends_sentence(self.text)

    def reach(self) -> tuple[int, int]:
        """Where it stands in the source, its marker with it."""
        start, end = self.strand.reach()
        return (self.marker_at, end) if 0 <= self.marker_at < start else (start, end)


@lru_cache(maxsize=1024)  # asked again and again for the pieces of the text at hand
def count_words(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


@lru_cache(maxsize=1024)
def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does."""
    longest_ending = 24
    return _ENDS_SENTENCE.search(text[-longest_ending:]) is not None


def assemble(pieces: Sequence[Piece], source: str) -> tuple[str, tuple[Block, ...], tuple[Segment, ...]]:
    """The clean text of the pieces, its blocks, and the map to the source."""
    whole = Strand.join((piece.strand for piece in pieces), BETWEEN_BLOCKS)
    blocks = []
    at = 0
    for piece in pieces:
        blocks.append(Block(start=at, end=at + len(piece.strand), kind=piece.kind))
        at += len(piece.strand) + len(BETWEEN_BLOCKS)
    return whole.text, tuple(blocks), whole.segments(source)
