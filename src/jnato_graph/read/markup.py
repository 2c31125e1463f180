"""HTML → pieces with offsets: every text of the page, in the units that its tags make, with the part of the page it is
in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Final

from jnato_graph.read.piece import BETWEEN_CELLS, Piece
from jnato_graph.read.strand import Strand
from jnato_graph.records import BlockKind


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_UNREAD: Final = _tags("script style noscript template svg math iframe object textarea select head canvas audio video")
_VOID: Final = _tags("area base br col embed hr img input link meta param source track wbr")
_BLOCKS: Final = _tags(
    "address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr html label legend li main menu nav ol option p pre section summary table"
    " tbody td tfoot th thead tr ul"
)
_HEADINGS: Final = _tags("h1 h2 h3 h4 h5 h6")
_CLOSED_BY: Final = {
    "li": {"ul", "ol", "menu"},
    "td": {"tr", "table"},
    "th": {"tr", "table"},
    "tr": {"table"},
    "dt": {"dl"},
    "dd": {"dl"},
}
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", "[]()")
_LONGEST_CELL: Final = 400
_BREAK: Final = "\u2028"  # a line break by tag, a space in the clean text


def _named(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[-_\s])(?:{words})(?:[-_\s]|$)", re.IGNORECASE)


# The part of a page by its tag, and by words in its class or id.
_BY_TAG: Final = {
    "nav": "navigation",
    "button": "navigation",
    "form": "navigation",
    "aside": "related-content",
    "label": "navigation",
}
_BY_CLASS: Final = (
    (_named(r"comments?|disqus|respond"), "comments"),
    (_named(r"share|sharing|social|addtoany|sharedaddy"), "share-button"),
    (_named(r"cookies?|consent|gdpr"), "cookie-notice"),
    (_named(r"newsletter|subscribe|signup|paywall"), "newsletter"),
    (_named(r"related|recommended|recirc|teasers?|most-read|trending"), "related-content"),
    (_named(r"breadcrumbs?|nav|navbar|menu|pagination|skip-link"), "navigation"),
    (_named(r"author-(bio|info|box)|bio|about-author|author__bio"), "author-note"),
    (_named(r"tags?|keywords|tag-list|post-tags"), "keyword-list"),
    (_named(r"ads?|advert|advertisement|sponsored|promo"), "advertisement"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A piece of the page, the tag that made it, and the part of the page that it is in, as far as tags tell."""

    piece: Piece
    tag: str
    part: str


@dataclass(slots=True)
class _Open:
    tag: str
    part: str
    unread: bool


@dataclass(slots=True)
class _Row:
    cells: list[list[Unit]] = field(default_factory=list)


class _Page(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.source = source
        self.lines = [0, *(match.end() for match in re.finditer("\n", source))]
        self.units: list[Unit] = []
        self.open: list[_Open] = []
        self.rows: list[_Row] = []
        self.parts: list[Strand] = []
        self.feed(source)
        self.close()
        self.flush()
        while self.rows:
            self.end_row()

    def place(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            before = next(
                (part.text for part in reversed(self.parts) if part.text.strip(" \t\r\n\xa0") or part.text == _BREAK),
                "",
            )
            self.parts.append(Strand.made(_BREAK))
            if before == _BREAK:  # two in a row part paragraphs
                self.flush()
            return
        if tag in _BLOCKS:
            self.flush()
        if tag in _VOID:
            return
        if tag in _CLOSED_BY:
            self.close_open(tag, _CLOSED_BY[tag])
        if tag == "tr":
            self.rows.append(_Row())
        elif tag in {"td", "th"} and self.rows:
            self.rows[-1].cells.append([])
        above = self.open[-1] if self.open else _Open("", "", unread=False)
        facts = dict(attrs)
        hidden = "hidden" in facts or re.search(r"display:\s*none", facts.get("style") or "") is not None
        self.open.append(_Open(tag, above.part or self.part(tag, facts), above.unread or tag in _UNREAD or hidden))

    def part(self, tag: str, facts: dict[str, str | None]) -> str:
        within = {one.tag for one in self.open}
        if tag in {"body", "html", "main", "article"}:
            return ""
        if tag in {"header", "footer"} and not within & {"article", "main"}:
            return "navigation"
        if tag in _BY_TAG:
            return _BY_TAG[tag]
        words = f"{facts.get('class') or ''} {facts.get('id') or ''}"
        return next((part for pattern, part in _BY_CLASS if pattern.search(words)), "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # browsers pay no heed to the slash, but XHTML writers mean it
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.flush()
        if any(one.tag == tag for one in self.open):
            while self.open:
                closed = self.open.pop().tag
                if closed == "tr":
                    self.end_row()
                if closed == tag:
                    break

    def close_open(self, tag: str, within: set[str]) -> None:
        """Close what an unclosed element of the same kind left open, as browsers do."""
        alike = {"td", "th"} if tag in {"td", "th"} else {"dt", "dd"} if tag in {"dt", "dd"} else {tag}
        for one in reversed(self.open):
            if one.tag in within:
                return
            if one.tag in alike:
                self.handle_endtag(one.tag)
                return

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002 - the parser's signature
        """`<![if ...]>` and the like end at the next `>`, as in browsers; the parser's own way knows few and raises."""
        return self.rawdata.find(">", i) + 1 or -1

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1].unread:
            return
        at = self.place()
        strand = Strand.of(self.source, at, at + len(data))
        if any(one.tag == "sup" for one in self.open[-3:]) and re.fullmatch(r"[\[(]?\s*\d{1,3}\s*[\])]?", data.strip()):
            inner = strand.strip()
            kept = [(letter, place) for letter, place in zip(inner.text, inner.origin, strict=True) if letter.isdigit()]
            strand = Strand.join(Strand.made(letter.translate(_RAISED), place) for letter, place in kept)
        self.parts.append(strand)

    def handle_charref(self, name: str) -> None:
        self.reference(f"&#{name};")

    def handle_entityref(self, name: str) -> None:
        self.reference(f"&{name};")

    def reference(self, written: str) -> None:
        if not (self.open and self.open[-1].unread):
            self.parts.append(Strand.made(unescape(written), self.place()))

    def flush(self) -> None:
        strand = Strand.join(self.parts).tidied() if self.parts else None
        self.parts = []
        if not strand or not strand.text:
            return
        tags = [one.tag for one in self.open]
        unit = Unit(
            piece=Piece(kind=_kind(tags), strand=strand),
            tag=tags[-1] if tags else "",
            part=self.open[-1].part if tags else "",
        )
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


def _kind(tags: list[str]) -> BlockKind:
    for tag in reversed(tags):
        if tag in _HEADINGS:
            return "heading"
        if tag == "li":
            return "item"
        if tag in {"figcaption", "caption"}:
            return "caption"
    return "paragraph"


def page_units(source: str) -> list[Unit]:
    """All texts of a page in order, scripts and hidden parts left out."""
    return _Page(source).units
