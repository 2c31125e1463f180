"""HTML → pieces with offsets: every text of the page, in the units that its tags make, with the part of the page it is
in."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Final

from jnato_graph.read.elements import (
    BLOCKS,
    DELETION,
    ENDS_PARAGRAPH,
    LEFT_OPEN,
    OF_HEAD,
    VOID,
    kind_of,
    left_open_within,
    part_of,
    why_unseen,
)
from jnato_graph.read.piece import BETWEEN_CELLS, Piece
from jnato_graph.read.strand import Strand
from jnato_graph.records import BlockKind

_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", "[]()")
_LONGEST_CELL: Final = 400
_DEEPEST_ROW: Final = 50  # rows of tables within so many others are layout, and their text is that of the cell around
_BREAK: Final = "\u2028"  # a line break by tag, a space in the clean text


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A piece of the page, the tag that made it, and the part of the page that it is in, as far as tags tell.

    `linked`: whether the most of it is a link.
    """

    piece: Piece
    tag: str
    part: str
    linked: bool = False


@dataclass(slots=True, kw_only=True)
class _Open:
    """An open element, with what it has from those around it: their list may be long, and is not gone through again."""

    tag: str
    part: str
    unseen: str  # why its text is not of the page: it is hidden, or struck out
    kind: BlockKind
    in_article: bool
    left_open: Mapping[str, int]  # by kind: the place in the list of the nearest that another of the kind closes


_OUTERMOST: Final = _Open(tag="", part="", unseen="", kind="paragraph", in_article=False, left_open={})


@dataclass(slots=True)
class _Row:
    cells: list[list[Unit]] = field(default_factory=list)


class _Page(HTMLParser):
    def __init__(self, source: str, tells: Collection[str]) -> None:
        super().__init__(convert_charrefs=False)
        self.tells = tells
        self.lines = [0, *(match.end() for match in re.finditer("\n", source))]
        self.units: list[Unit] = []
        self.open: list[_Open] = []
        self.tags: Counter[str] = Counter()  # of the open elements
        self.rows: list[_Row] = []
        self.parts: list[Strand] = []
        self.linked = 0  # letters of the parts that are links
        self.unseen: list[Strand] = []
        self.unseen_part = ""

    def place(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def finish(self) -> None:
        """Read what has no end in the page. The parser's own way looks for the end anew from each `<`."""
        if self.rawdata.startswith("<!--"):  # no comment in the rest has an end: it is read without their beginnings
            rest, self.rawdata = self.rawdata, ""
            self.feed(rest.replace("<!--", "    "))
        if self.rawdata.startswith("<"):
            self.handle_data(self.rawdata)
            self.rawdata = ""
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.flush()
        self.close_before(tag)
        if tag == "br" and self.innermost.unseen:
            self.put(Strand.made(" "))
            return
        if tag == "br":
            before = next(
                (part.text for part in reversed(self.parts) if part.text.strip(" \t\r\n\xa0") or part.text == _BREAK),
                "",
            )
            self.parts.append(Strand.made(_BREAK))
            if before == _BREAK:  # two in a row part paragraphs
                self.flush()
            return
        if tag in VOID:
            return
        if tag == "tr" and self.tags["tr"] < _DEEPEST_ROW:
            self.rows.append(_Row())
        elif tag in {"td", "th"} and self.rows:
            self.rows[-1].cells.append([])
        above = self.innermost
        facts = dict(attrs)
        self.open.append(
            _Open(
                tag=tag,
                part=above.part or part_of(tag, facts, above.in_article),
                unseen=above.unseen or why_unseen(tag, facts),
                kind=kind_of(tag) or above.kind,
                in_article=above.in_article or tag in {"article", "main"},
                left_open=left_open_within(tag, len(self.open), above.left_open),
            )
        )
        self.tags[tag] += 1

    @property
    def innermost(self) -> _Open:
        return self.open[-1] if self.open else _OUTERMOST

    def close_before(self, tag: str) -> None:
        """Close what a tag ends that was left open, as browsers do."""
        if tag in ENDS_PARAGRAPH:
            self.close_kind("paragraph")
        if tag not in OF_HEAD:
            self.close_kind("head")
        if tag in LEFT_OPEN:
            self.close_kind(LEFT_OPEN[tag])

    def close_kind(self, kind: str) -> None:
        at = self.innermost.left_open.get(kind)
        while at is not None and len(self.open) > at:
            self.close_innermost()

    def close_innermost(self) -> str:
        closed = self.open.pop()
        if closed.unseen and not self.innermost.unseen:
            self.flush_unseen()
        tag = closed.tag
        self.tags[tag] -= 1
        if tag == "tr" and self.tags["tr"] < _DEEPEST_ROW:
            self.end_row()
        return tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # browsers pay no heed to the slash, but XHTML writers mean it
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.flush()
        if self.tags[tag]:
            while self.close_innermost() != tag:
                pass

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002 - the parser's signature
        """`<![if ...]>` and the like end at the next `>`, as in browsers; the parser's own way knows few and raises."""
        return self.rawdata.find(">", i) + 1 or -1

    def handle_data(self, data: str) -> None:
        if self.innermost.unseen and self.innermost.unseen not in self.tells:
            return
        at = self.place()
        strand = Strand(data, array("l", range(at, at + len(data))))
        if any(one.tag == "sup" for one in self.open[-3:]) and re.fullmatch(r"[\[(]?\s*\d{1,3}\s*[\])]?", data.strip()):
            inner = strand.strip()
            kept = [(letter, place) for letter, place in zip(inner.text, inner.origin, strict=True) if letter.isdigit()]
            strand = Strand.join(Strand.made(letter.translate(_RAISED), place) for letter, place in kept)
        self.put(strand)

    def put(self, strand: Strand) -> None:
        """Add a text to the unit that is being read, or to what is left out, if it stands in an unseen element."""
        unseen = self.innermost.unseen
        if unseen:
            if unseen in self.tells:
                self.unseen.append(strand)
                self.unseen_part = unseen
            return
        self.parts.append(strand)
        if self.tags["a"]:
            self.linked += len(strand)

    def handle_charref(self, name: str) -> None:
        self.reference(f"&#{name};")

    def handle_entityref(self, name: str) -> None:
        self.reference(f"&{name};")

    def reference(self, written: str) -> None:
        self.put(Strand.made(unescape(written), self.place()))

    def flush_unseen(self) -> None:
        strand = Strand.join(self.unseen).tidied()
        self.unseen = []
        if strand.text:
            self.units.append(Unit(piece=Piece(kind="paragraph", strand=strand), tag="", part=self.unseen_part))

    def flush(self) -> None:
        """End the unit that is being read."""
        self.flush_unseen()
        strand = Strand.join(self.parts).tidied() if self.parts else None
        linked, self.parts, self.linked = self.linked, [], 0
        if not strand or not strand.text:
            return
        around = self.innermost
        piece = Piece(kind=around.kind, strand=strand)
        unit = Unit(piece=piece, tag=around.tag, part=around.part, linked=2 * linked > len(strand))
        if self.rows and self.rows[-1].cells:
            self.rows[-1].cells[-1].append(unit)
        else:
            self.units.append(unit)

    def end_row(self) -> None:
        self.flush()
        if not self.rows:
            return
        cells = [cell for cell in self.rows.pop().cells if cell]
        units = [unit for cell in cells for unit in cell]
        lengths = [sum(len(unit.piece.strand) for unit in cell) for cell in cells]
        if len(cells) > 1 and max(lengths) <= _LONGEST_CELL:
            strands = [Strand.join((unit.piece.strand for unit in cell), " ") for cell in cells]
            piece = Piece(kind="row", strand=Strand.join(strands, BETWEEN_CELLS))
            units = [Unit(piece=piece, tag="tr", part=units[0].part)]
        outer = self.rows[-1].cells[-1] if self.rows and self.rows[-1].cells else self.units
        outer += units  # one cell, or a cell as long as an article: the table is layout


class Markup:
    """Reads stretches of HTML in a text; elements stay open from one stretch to the next.

    `tells` are the kinds of unseen text that become units all the same, so that they can be shown as left out.
    """

    def __init__(self, source: str, tells: Collection[str]) -> None:
        self._page = _Page(source, tells)

    def read(self, markup: str, at: int) -> None:
        """Read a stretch that stands in the source at `at`, where some of its characters may be others."""
        page = self._page
        page.lineno = bisect_right(page.lines, at)
        page.offset = at - page.lines[page.lineno - 1]
        page.feed(markup)
        page.finish()
        page.rawdata = ""  # the rest of a script without end
        page.clear_cdata_mode()

    def begin(self, tag: str) -> None:
        """Open an element that the text has by other marks than HTML's."""
        self._page.handle_starttag(tag, [])

    def end(self, tag: str) -> None:
        """Close such an element, with all that is still open in it."""
        self._page.handle_endtag(tag)

    @property
    def is_unseen(self) -> bool:
        """Whether text that stands here is hidden or struck out."""
        return bool(self._page.innermost.unseen)

    def add(self, strand: Strand) -> None:
        """Read a text that stands here."""
        self._page.put(strand)

    def units(self) -> list[Unit]:
        """All texts, when everything has been read."""
        self._page.flush()
        while self._page.rows:
            self._page.end_row()
        return self._page.units


def page_units(source: str) -> list[Unit]:
    """All texts of a page in order, scripts and hidden parts left out; what is struck out is a unit of that part."""
    page = Markup(source, tells={DELETION})
    page.read(source, 0)
    return page.units()
