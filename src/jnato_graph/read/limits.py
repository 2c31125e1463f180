"""How long a file and its text may be."""

from __future__ import annotations

from typing import Final

from jnato_graph.read.failure import UnreadableError

MAX_BYTES: Final = 64 * 1024 * 1024
MAX_CHARACTERS: Final = 1_000_000  # of clean text: spaCy's own limit for one text
_FAR_BEYOND: Final = 4  # times as much as may be read: so much of a file is no markup and nothing that is left out


def require_length(length: int) -> None:
    """Raise UnreadableError when a text has more characters than are read."""
    if length > MAX_CHARACTERS:
        raise UnreadableError(f"it has {length:,} characters of text, more than {MAX_CHARACTERS:,}", "split it up")


def require_length_before_parsing(length: int) -> None:
    """The same for a text that is not parsed yet, of which much may be left out: only when it is far too long."""
    if length > _FAR_BEYOND * MAX_CHARACTERS:
        require_length(length)
