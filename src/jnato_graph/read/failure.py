"""What could not be read, and what a person can do about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jnato_graph.errors import InputError
from jnato_graph.records import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFailure:
    """A file that gave no document. `str()` is one line for a person."""

    path: str
    reason: str
    way_out: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}; {self.way_out}"


class UnreadableError(InputError):
    """Raised inside the reader for one file; `read_documents` turns it into a `ReadFailure`."""

    def __init__(self, reason: str, way_out: str) -> None:
        super().__init__(f"{reason}; {way_out}")
        self.reason = reason
        self.way_out = way_out


def failures_aside(items: Iterable[Document | ReadFailure], failures: list[ReadFailure]) -> Iterator[Document]:
    """The documents among what was read, one at a time; what could not be read is appended to `failures`."""
    for item in items:
        if isinstance(item, ReadFailure):
            failures.append(item)
        else:
            yield item
