"""Text that remembers where each of its characters stands in the original file."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from jnato_graph.records import Segment

MADE: Final = -1  # the origin of a character that the reader put in itself (a space for a line break)

_SPACES: Final = r"\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u0085\u2028\u2029"
# Characters that no reader sees: soft hyphen, zero-width ones, byte-order mark, directional marks, controls.
_UNSEEN: Final = r"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
_ODD: Final = re.compile(
    rf"(?P<space>[{_SPACES}{_UNSEEN}]*[{_SPACES}][{_SPACES}{_UNSEEN}]*)|(?P<unseen>[{_UNSEEN}]+)"
    r"|(?P<ligature>[\ufb00-\ufb06][\u0300-\u036f]*)|(?P<combined>\w[\u0300-\u036f]+)"
)


@dataclass(frozen=True, slots=True)
class Strand:
    """`text`, and for each of its characters the offset in the source, or `MADE`."""

    text: str
    origin: array[int]

    @classmethod
    def of(cls, source: str, start: int = 0, end: int | None = None) -> Strand:
        """The characters of `source` from `start` to `end`, as they stand there."""
        end = len(source) if end is None else end
        return cls(source[start:end], array("l", range(start, max(start, end))))

    @classmethod
    def made(cls, text: str, at: int = MADE) -> Strand:
        """Text that is not in the source as it stands; `at` is the offset of what it stands for, if of anything."""
        return cls(text, array("l", [at]) * len(text))

    @classmethod
    def join(cls, parts: Iterable[Strand], between: str = "") -> Strand:
        """The parts one after the other, with made characters between them."""
        texts: list[str] = []
        origin: array[int] = array("l")
        for number, part in enumerate(parts):
            if number and between:
                texts.append(between)
                origin.extend([MADE] * len(between))
            texts.append(part.text)
            origin.extend(part.origin)
        return cls("".join(texts), origin)

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, part: slice) -> Strand:
        return Strand(self.text[part], self.origin[part])

    def strip(self) -> Strand:
        """Without the white space at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self[start : max(start, len(self.text.rstrip()))]

    def without(self, spans: Sequence[tuple[int, int]]) -> Strand:
        """Without the characters of the spans, which are in order and do not overlap."""
        if not spans:
            return self
        ends = [0, *(end for _, end in spans)]
        starts = [*(start for start, _ in spans), len(self.text)]
        return Strand.join(self[a:b] for a, b in zip(ends, starts, strict=True))

    def tidied(self) -> Strand:
        """With one plain space for each run of white space, none at the ends, and letters in their usual form.

        Unseen characters go, ligatures become letters, and a letter with a separate accent becomes one character.
        """
        if self.text.isascii() and self.text.isprintable() and "  " not in self.text:
            return self.strip()
        parts: list[Strand] = []
        done = 0
        for match in _ODD.finditer(self.text):
            start, end = match.span()
            if match["space"] == " ":
                continue
            parts.append(self[done:start])
            done = end
            if match["unseen"]:
                continue
            new = " " if match["space"] else unicodedata.normalize("NFKC" if match["ligature"] else "NFC", match[0])
            parts.append(Strand(new, array("l", [self.origin[start]]) * len(new)))
        parts.append(self[done:])
        tidied = Strand.join(parts).strip()
        # What was taken out may have stood between a letter and its accent: once more, until nothing changes.
        return tidied if tidied.text == self.text else tidied.tidied()

    def reach(self) -> tuple[int, int]:
        """The first and one past the last offset in the source; `(0, 0)` when nothing is of the source."""
        known = [offset for offset in self.origin if offset >= 0]
        return (min(known), max(known) + 1) if known else (0, 0)

    def segments(self, source: str) -> tuple[Segment, ...]:
        """The runs that stand in `source` character for character."""
        found: list[Segment] = []
        at = 0
        while at < len(self.text):
            length = self._verbatim_from(source, at)
            if length:
                found.append(Segment(start=at, source_start=self.origin[at], length=length))
            at += length or 1
        return tuple(found)

    def _verbatim_from(self, source: str, start: int) -> int:
        """How many characters from `start` on stand in the source one after the other."""
        first = self.origin[start]

        def is_verbatim(length: int) -> bool:
            end = start + length
            if first < 0 or end > len(self.text) or self.origin[end - 1] != first + length - 1:
                return False
            return self.text[start:end] == source[first : first + length]

        length = 1
        if not is_verbatim(length):
            return 0
        while is_verbatim(2 * length):
            length *= 2
        step = length
        while step := step // 2:  # the rest, by halves: much faster than letter by letter
            if is_verbatim(length + step):
                length += step
        return length


class Lines:
    """The lines of a text with their offsets: ended by any line end of Unicode, or by `ends` alone."""

    def __init__(self, source: str, ends: str = r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]") -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []  # before the line break
        start = 0
        for match in re.finditer(rf"{ends}|\Z", source):
            self.starts.append(start)
            self.ends.append(match.start())
            start = match.end()

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, offset: int) -> int:
        """The number of the line that holds the offset."""
        return max(0, bisect_left(self.starts, offset + 1) - 1)
