"""Plain text → pieces: paragraphs, headings, list items and table rows, told by how the lines stand.

Two habits exist: a line for each paragraph, and paragraphs broken over lines of about one width. Lines are joined only
where the whole text shows the second habit: its lines are full (the next word had no room) and go on in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from jnato_graph.read.piece import BETWEEN_CELLS, Piece, ends_sentence
from jnato_graph.read.publication import is_about_publication
from jnato_graph.read.strand import Lines, Strand
from jnato_graph.records import BlockKind

_RULE: Final = re.compile(r"[-=_*~#+|.·•—–\s]{3,}")
_BULLET: Final = re.compile(r"(?P<mark>[•‣◦▪▫●○■□►▶➢✓·∙⁃*+–—-])\s+(?=\S)")
_NUMBER: Final = re.compile(r"(?P<mark>\(?(?P<value>\d{1,3}|[a-z]|[ivx]{2,4})(?P<close>[.)]))\s+(?=[\w\"'“‘(])")
_COLUMN_GAP: Final = re.compile(r"\t+| {3,}")
_FIRST_WORD: Final = re.compile(r"\S+")
_NARROWEST: Final = 40
_WIDEST: Final = 130
_FULL: Final = 0.8  # of the width: not everything that breaks lines fills them to the last word
_MOSTLY: Final = 0.75
_SMALL_LETTERS: Final = 0.4  # of the lines that go on do so in a small letter; lists and chronologies hardly ever do
_HEADING_WORDS: Final = 16
_TITLE_WORDS: Final = 30


@dataclass(frozen=True, slots=True)
class _Line:
    start: int  # of the first visible character
    end: int
    indent: int
    text: str
    marker: str = ""

    @property
    def width(self) -> int:
        return self.indent + len(self.text)

    @property
    def first_word(self) -> int:
        found = _FIRST_WORD.match(self.text)
        return len(found[0]) if found else 0


def plain_pieces(source: str) -> list[Piece]:
    """The pieces of a plain text, in order; every letter of the source is in one of them or in its marker."""
    groups = _with_markers(list(_groups(source)))
    width = _wrap_width(groups)
    vocabulary = hyphenated_words(source)
    pieces: list[Piece] = []
    for group in groups:
        for cells in _tables(source, group):
            if isinstance(cells, Strand):
                pieces.append(Piece(kind="row", strand=cells))
            else:
                pieces += [_piece(source, lines, vocabulary) for lines in _paragraphs(cells, width)]
    return with_headings([piece for piece in pieces if piece.text])


def join_lines(parts: Sequence[Strand], hyphenated: frozenset[str]) -> Strand:
    """Lines as one paragraph: a space for each break, none after a dash or a hyphen that divides a word."""
    joined: list[Strand] = []
    for part in parts:
        if joined:
            before = joined[-1]
            if before.text.endswith("-") and before.text[-2:-1].isalpha() and part.text[:1].isalpha():
                left = re.split(r"[^\w-]", before.text)[-1]
                word = left + re.split(r"[^\w-]", part.text)[0]
                if part.text[0].islower() and word.casefold() not in hyphenated:
                    joined[-1] = before[: len(before) - 1]
            elif not before.text.endswith(("–", "—")) or before.text[-2:-1].isspace():
                joined.append(Strand.made(" "))
        joined.append(part)
    return Strand.join(joined).tidied()


def hyphenated_words(source: str) -> frozenset[str]:
    """The words that a text writes with a hyphen within a line, so that one at its end is kept where it belongs."""
    return frozenset(word.casefold() for word in re.findall(r"\w+(?:-\w+)+", source))


def bullet_length(text: str) -> int:
    """How many characters at the beginning of a line are a bullet with the spaces around it; dashes count as none."""
    match = _BULLET.match(text.lstrip())
    return len(text) - len(text.lstrip()) + match.end() if match and match["mark"] not in "–—-" else 0


def with_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """The same pieces, with those paragraphs made headings that look like one and have something below them."""
    result: list[Piece] = []
    for at, piece in enumerate(pieces):
        limit = _TITLE_WORDS if at == 0 else _HEADING_WORDS
        if piece.kind == "paragraph" and at + 1 < len(pieces) and _looks_like_heading(piece, limit):
            piece = Piece(kind="heading", strand=piece.strand)
        result.append(piece)
    return result


def _looks_like_heading(piece: Piece, limit: int) -> bool:
    text = piece.text
    if piece.words > limit or piece.words == 0 or not re.match(r"[^a-z]", text):
        return False
    if is_about_publication(text):
        return False
    if text.endswith("?"):
        return "." not in text
    return not ends_sentence(text) and not text.endswith((":", ";", ","))


def _groups(source: str) -> Iterator[list[_Line]]:
    lines = Lines(source)
    group: list[_Line] = []
    for start, end in zip(lines.starts, lines.ends, strict=True):
        raw = source[start:end]
        text = raw.strip()
        is_rule = _RULE.fullmatch(text) is not None and not any(map(str.isalnum, text))
        if is_rule and ("|" in text or "+" in text):
            continue  # a rule within a table
        if not text or is_rule:
            if group:
                yield group
            group = []
            continue
        at = start + len(raw) - len(raw.lstrip())
        group.append(_Line(at, at + len(text), len(raw[: at - start].expandtabs(4)), text))
    if group:
        yield group


def _with_markers(groups: list[list[_Line]]) -> list[list[_Line]]:
    """The lines, with bullets noted, and numbers where the text has the one before or after as well."""
    numbers: set[tuple[str, str, int]] = set()
    for group in groups:
        for line in group:
            if match := _NUMBER.match(line.text):
                numbers.add(_rank(match))
    dashes = [line.text[0] for group in groups for line in group if _BULLET.match(line.text)]

    def marked(line: _Line, before: _Line | None) -> _Line:
        marker = ""
        if match := _BULLET.match(line.text):
            mark = match["mark"]
            goes_on = before is not None and line.text[match.end()].islower() and not ends_sentence(before.text)
            if mark not in "–—-" or (dashes.count(mark) > 1 and not (goes_on and not before_marked(before))):
                marker = match[0]
        elif match := _NUMBER.match(line.text):
            opening, close, value = _rank(match)
            if {(opening, close, value - 1), (opening, close, value + 1)} & numbers:
                marker = match[0]
        return _Line(line.start, line.end, line.indent, line.text, marker)

    def before_marked(before: _Line | None) -> bool:
        return before is not None and _BULLET.match(before.text) is not None

    return [
        [marked(line, group[at - 1] if at else None) for at, line in enumerate(group)]
        for group in groups
    ]  # fmt: skip


def _rank(match: re.Match[str]) -> tuple[str, str, int]:
    value = match["value"]
    style = "digit" if value.isdigit() else "roman" if len(value) > 1 else "letter"
    roman = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
    if style == "roman":
        number = roman.index(value) if value in roman else 99
    else:
        number = int(value) if style == "digit" else ord(value)
    # A letter ends in a bracket ("a)"): one with a full stop is somebody's initial.
    opening = style + ("(" if match[0].startswith("(") else "")
    return (opening, match["close"], -9 if style != "digit" and match["close"] == "." else number)


def _wrap_width(groups: Sequence[Sequence[_Line]]) -> int | None:
    breaks = [(a, b) for group in groups for a, b in pairwise(group) if not b.marker]
    if not breaks:
        return None
    width = max(line.width for group in groups for line in group if " " in line.text or line.width <= _WIDEST)
    if not _NARROWEST <= width <= _WIDEST:
        return None
    full = sum(a.width + 1 + b.first_word > _FULL * width for a, b in breaks)
    small = sum(b.text[0].islower() for a, b in breaks)
    return width if full >= _MOSTLY * len(breaks) and small >= _SMALL_LETTERS * len(breaks) else None


def _paragraphs(group: Sequence[_Line], width: int | None) -> Iterator[list[_Line]]:
    lines: list[_Line] = []
    for line in group:
        if lines and not _goes_on(lines, line, width):
            yield lines
            lines = []
        lines.append(line)
    if lines:
        yield lines


def _goes_on(lines: Sequence[_Line], line: _Line, width: int | None) -> bool:
    before, first = lines[-1], lines[0]
    if line.marker:
        return False
    small = line.text[0].islower() and not ends_sentence(before.text)
    if width is None:
        return bool(first.marker) and small and line.indent > first.indent
    if small:
        return True
    if ends_sentence(before.text) and line.indent > before.indent and not (first.marker and before is first):
        return False  # the first line of the next paragraph is set in
    return before.width + 1 + line.first_word > _FULL * width


def _piece(source: str, lines: Sequence[_Line], hyphenated: frozenset[str]) -> Piece:
    first = lines[0]
    at = first.start + len(first.marker)
    parts = [Strand.of(source, at, first.end), *(Strand.of(source, line.start, line.end) for line in lines[1:])]
    kind: BlockKind = "item" if first.marker else "paragraph"
    strand = join_lines(parts, hyphenated)
    return Piece(kind=kind, strand=strand, marker=first.marker.strip(), marker_at=first.start if first.marker else -1)


def _tables(source: str, group: Sequence[_Line]) -> Iterator[Strand | list[_Line]]:
    """The group cut into rows of tables and runs of other lines."""
    cells = [_cells(line) for line in group]
    rest: list[_Line] = []
    for at, line in enumerate(group):
        near = [cells[other] for other in (at - 1, at + 1) if 0 <= other < len(group)]
        if cells[at] and not line.marker and any(_alike(cells[at], other) for other in near):
            if rest:
                yield rest
                rest = []
            row = [Strand.of(source, line.start + a, line.start + b).tidied() for a, b in cells[at]]
            yield Strand.join([cell for cell in row if cell.text], BETWEEN_CELLS)
        else:
            rest.append(line)
    if rest:
        yield rest


def _cells(line: _Line) -> list[tuple[int, int]]:
    """Where the cells of a line stand: parted by bars, by tabs, or by three spaces and more."""
    text = line.text
    if text.count("|") >= 1 and (" | " in text or text[0] == text[-1] == "|"):
        gaps = [match.span() for match in re.finditer(r"\s*\|\s*", text)]
    else:
        gaps = [match.span() for match in _COLUMN_GAP.finditer(text)]
    if not gaps:
        return []
    starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(text)]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if a < b]


def _alike(one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> bool:
    return len(one) == len(other) > 1
