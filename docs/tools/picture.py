"""Draws boxes and arrows as SVG: only what the picture of the schema needs, the same bytes every time."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

LINE: Final = 16
PADDING: Final = 10
CHARACTER: Final = 6.9  # of the small letters, about; boxes are made for it

STYLE: Final = """\
text { font: 12px system-ui, sans-serif; fill: #1c2733; }
.title { font-weight: 600; font-size: 14px; }
.small { fill: #51606e; }
.type { font: 11px ui-monospace, monospace; paint-order: stroke; stroke: #fbfcfd; stroke-width: 5px; }
.box { fill: #eef4fb; stroke: #2f6db0; stroke-width: 1.5; }
.entity { fill: #e9f6ee; stroke: #2c8a57; }
.line { stroke: #51606e; stroke-width: 1.4; fill: none; marker-end: url(#end); }
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A node: its title and the lines under it. `height` follows from them."""

    title: str
    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    kind: str = "box"

    @property
    def height(self) -> float:
        """Of the whole box."""
        return 2 * PADDING + LINE * (1 + len(self.lines))

    def svg(self) -> Iterator[str]:
        """The box with its text."""
        size = f'x="{self.x:g}" y="{self.y:g}" width="{self.width:g}" height="{self.height:g}" rx="8"'
        yield f'<rect class="box {self.kind}" {size}/>'
        left, top = self.x + PADDING, self.y + PADDING + 12
        yield f'<text class="title" x="{left:g}" y="{top:g}">{escape(self.title)}</text>'
        for number, line in enumerate(self.lines, start=1):
            yield f'<text class="small" x="{left:g}" y="{top + LINE * number:g}">{escape(line)}</text>'


def box(title: str, words: Sequence[str], *, x: float, y: float, width: float, kind: str = "box") -> Box:
    """A box whose words, parted by commas, are wrapped to its width."""
    lines = textwrap.wrap(", ".join(words), int((width - 2 * PADDING) / CHARACTER), break_long_words=False)
    return Box(title=title, lines=tuple(lines), x=x, y=y, width=width, kind=kind)


def arrow(start: Box, end: Box, types: Sequence[str]) -> Iterator[str]:
    """An arrow from edge to edge, straight down or across where the boxes face each other, and its names."""
    if start == end:
        yield from _loop(start, types)
        return
    x1, x2 = _facing(start.x, start.width, end.x, end.width)
    y1, y2 = _facing(start.y, start.height, end.y, end.height)
    if x1 == x2:
        y1, y2 = (start.y + start.height, end.y) if start.y < end.y else (start.y, end.y + end.height)
    elif y1 == y2:
        x1, x2 = (start.x + start.width, end.x) if start.x < end.x else (start.x, end.x + end.width)
    else:  # from the lower edge of one to the upper edge of the other
        y1, y2 = start.y + start.height, end.y
        x1 = start.x + start.width * (0.15 if end.x < start.x else 0.85)
        x2 = end.x + end.width * (0.92 if end.x < start.x else 0.08)
    yield f'<path class="line" d="M{x1:g} {y1:g} L{x2:g} {y2:g}"/>'
    yield from _names((x1 + x2) / 2, (y1 + y2) / 2 - LINE * (len(types) - 1) / 2, types)


def _loop(at: Box, types: Sequence[str]) -> Iterator[str]:
    x, y = at.x + at.width * 0.5, at.y
    left, right, top = x - 30, x + 30, y - 34
    yield f'<path class="line" d="M{left:g} {y:g} C{left:g} {top:g} {right:g} {top:g} {right:g} {y - 2:g}"/>'
    yield from _names(x, y - 30, types)


def _names(x: float, y: float, types: Sequence[str]) -> Iterator[str]:
    for number, name in enumerate(types):
        yield f'<text class="type" x="{x:g}" y="{y + 4 + LINE * number:g}" text-anchor="middle">{escape(name)}</text>'


def _facing(start: float, size: float, other: float, other_size: float) -> tuple[float, float]:
    """Where two stretches overlap, the middle of that for both; else the middle of each."""
    low, high = max(start, other), min(start + size, other + other_size)
    if low < high:
        return (low + high) / 2, (low + high) / 2
    return start + size / 2, other + other_size / 2


def drawing(parts: Sequence[str], *, width: int, height: int, title: str) -> str:
    """The whole picture as SVG of that size."""
    size = f'viewBox="0 0 {width} {height}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label="{escape(title)}">',
            f"<title>{escape(title)}</title>",
            f"<style>\n{STYLE}</style>",
            '<defs><marker id="end" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" '
            'orient="auto-start-reverse"><path d="M0 0 L10 5 L0 10 z" fill="#51606e"/></marker></defs>',
            f'<rect width="{width}" height="{height}" rx="12" fill="#fbfcfd"/>',
            *parts,
            "</svg>\n",
        ]
    )
