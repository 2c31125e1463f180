"""Markdown → pieces: what its marks mean decides the kind of a piece, and the marks themselves are not read.

markdown-it parses; where each character stands in the file is found by walking its tokens along the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Final

from jnato_graph.read.elements import DELETION, HIDDEN
from jnato_graph.read.front_matter import front_matter
from jnato_graph.read.manifest import Entry
from jnato_graph.read.markup import Markup, Unit
from jnato_graph.read.piece import BETWEEN_CELLS, Piece
from jnato_graph.read.strand import MADE, Lines, Strand
from jnato_graph.records import BlockKind

_NOTE: Final = re.compile(r"^ {0,3}\[\^[^\]\s]+\]:.*(?:\r?\n[ \t]+\S.*)*", re.MULTILINE)
_AFTER_LINK: Final = re.compile(r"\](?:\((?:[^()\\\n]|\\.|\((?:[^()\\\n]|\\.)*\))*\)|\[[^\]]*\])?")
_AROUND: Final = frozenset(["blockquote", "ol", "ul", "li"])  # what HTML in them leaves open ends with them


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkdownFile:
    """The pieces of a file, and what its front matter tells."""

    pieces: tuple[Piece, ...]
    metadata: Entry


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")


def read_markdown(source: str) -> MarkdownFile:
    """The pieces of a Markdown text. Front matter, code and descriptions of images are pieces with that landmark.

    Raises UnreadableError for front matter without an end: its facts would be taken for the article.
    """
    blanked = source
    extra: list[Piece] = []
    metadata = Entry()
    front = front_matter(source)
    if front:
        metadata = front.facts
        extra.append(Piece(kind="paragraph", strand=Strand.of(source, 0, front.end).tidied(), landmark="front-matter"))
        blanked = _blanked(source[: front.end]) + source[front.end :]
    for note in _NOTE.finditer(blanked):
        extra.append(Piece(kind="item", strand=Strand.of(source, *note.span()).tidied(), landmark="reference-list"))
    blanked = _NOTE.sub(lambda note: _blanked(note[0]), blanked)
    walk = _Walk(source, Lines(source, r"\r\n|[\n\r]"), Markup(source, tells={DELETION, HIDDEN}))
    pieces = list(walk.pieces(_parser().parse(blanked)))
    pieces += map(_of_unit, walk.markup.units())
    ordered = sorted([*pieces, *extra], key=lambda piece: piece.reach())
    return MarkdownFile(pieces=tuple(piece for piece in ordered if piece.text), metadata=metadata)


def _of_unit(unit: Unit) -> Piece:
    # The other parts that markup tells are those around the article of a web page; a Markdown file is an article.
    return replace(unit.piece, landmark=unit.part) if unit.part in {DELETION, HIDDEN} else unit.piece


def _blanked(text: str) -> str:
    return re.sub(r"[^\r\n]", " ", text)


@dataclass(slots=True)
class _Walk:
    """Turns the tokens into pieces, going along the source."""

    source: str
    lines: Lines
    markup: Markup  # is told of the elements that Markdown makes, and knows which of them are not seen
    cursor: int = 0  # nothing before it in the source is looked at again
    cells: list[Strand] = field(default_factory=list)

    def pieces(self, tokens: Sequence[Any]) -> Iterator[Piece]:
        kinds: list[BlockKind] = []
        marker, marker_line = "", 0
        opened = ""
        for token in tokens:
            if token.tag in _AROUND:
                (self.markup.begin if token.nesting > 0 else self.markup.end)(token.tag)
            if token.type == "heading_open":
                kinds.append("heading")
            elif token.type == "list_item_open":
                kinds.append("item")
                marker, marker_line = f"{token.info}{token.markup}", token.map[0]
            elif token.type in {"heading_close", "list_item_close"}:
                kinds.pop()
                marker = ""
            elif token.type == "tr_open":
                self.cells = []
            elif token.type == "tr_close":
                if cells := [cell for cell in self.cells if cell.text]:
                    yield Piece(kind="row", strand=Strand.join(cells, BETWEEN_CELLS))
            elif token.type == "inline":
                strand, images = self.inline(token)
                if opened in {"td_open", "th_open"}:
                    self.cells.append(strand.tidied())
                else:
                    kind: BlockKind = kinds[-1] if kinds else "paragraph"
                    at = self.source.find(marker, self.lines.starts[marker_line]) if marker else -1
                    yield Piece(kind=kind, strand=strand.tidied(), marker=marker, marker_at=at)
                    marker = ""
                for image in images:
                    yield Piece(kind="caption", strand=image.tidied(), landmark="image")
            elif token.type in {"fence", "code_block"}:
                yield Piece(kind="paragraph", strand=self.block(token).tidied(), landmark="code")
            elif token.type == "html_block":
                self.html(token)
            opened = token.type

    def block(self, token: Any) -> Strand:
        first, last = token.map
        return Strand.of(self.source, self.lines.starts[first], self.lines.ends[max(first, last - 1)])

    def html(self, token: Any) -> None:
        """Give a block of HTML to the reader of pages; the marks of quotes and lists around it become blanks."""
        block = self.located(token)
        if any(at == MADE and letter.isalnum() for letter, at in zip(block.text, block.origin, strict=True)):
            block = self.block(token)  # a line that cannot be found again: read with its marks, but not lost
        start, end = block.reach()
        letters = list(_blanked(self.source[start:end]))
        for letter, at in zip(block.text, block.origin, strict=True):
            if at >= 0:
                letters[at - start] = letter
        self.markup.read("".join(letters), start)

    def inline(self, token: Any) -> tuple[Strand, list[Strand]]:
        """The text of a block, and the descriptions of the images in it."""
        raw = self.located(token)
        read: list[Strand] = []

        def add(strand: Strand) -> None:
            (self.markup.add if self.markup.is_unseen else read.append)(strand)

        self.markup.begin("p")
        images: list[Strand] = []
        at = 0
        for child in token.children or ():
            if child.type == "image":
                begin = raw.text.find("![", at)
                begin = at if begin < 0 else begin
                end = _AFTER_LINK.search(raw.text, begin + 2 + len(child.content))
                at = end.end() if end else begin
                images.append(raw[begin + 2 : begin + 2 + len(child.content)])
            elif child.type in {"softbreak", "hardbreak"}:
                at = raw.text.find("\n", at) + 1 or at
                add(Strand.made(" "))
            elif child.type == "link_close":
                end = _AFTER_LINK.match(raw.text, at) if raw.text[at : at + 1] == "]" else None
                at = end.end() if end else at + (raw.text[at : at + 1] == ">")
            elif child.type in {"s_open", "s_close"}:
                (self.markup.begin if child.nesting > 0 else self.markup.end)("s")
            elif child.type == "html_inline":
                at = raw.text.find(child.content, at) + len(child.content)
                if re.match(r"<br\b", child.content, re.IGNORECASE):
                    add(Strand.made(" "))
                elif child.content[1] not in "!?":
                    self.markup.read(child.content.replace("\n", " "), 0)
            elif child.type == "text_special":
                begin = raw.text.find(child.markup, at)
                verbatim = child.info == "escape"
                add(raw[begin + 1 : begin + 2] if verbatim else Strand.made(child.content, raw.origin[begin]))
                at = begin + len(child.markup)
            elif child.content:
                begin = raw.text.replace("\n", " ").find(
                    child.content, at
                )  # code over two lines has a space between them
                if begin < 0:
                    add(Strand.made(child.content))  # cannot be placed: read, but without offsets
                else:
                    at = begin + len(child.content)
                    add(raw[begin:at])
        self.markup.end("p")
        return Strand.join(read), images

    def located(self, token: Any) -> Strand:
        """The raw text of a block (its lines without quote marks and indents) with the offsets of its characters."""
        first, last = token.map
        parts: list[Strand] = []
        at = max(self.cursor, self.lines.starts[first])
        for number, line in enumerate(token.content.split("\n")):
            if number:
                parts.append(Strand.made("\n"))
                at = max(at, self.lines.starts[min(first + number, len(self.lines) - 1)])
            end = self.lines.ends[max(first, last - 1)]
            begin = self.source.find(line, at, end) if line else at
            if begin < 0:
                line = line.lstrip()  # an indent of tabs became one of spaces
                begin = self.source.find(line, at, end)
            if begin < 0:
                parts.append(self.piecewise(line, at))
                at = max(at, parts[-1].reach()[1])
            else:
                parts.append(Strand.of(self.source, begin, begin + len(line)))
                at = begin + len(line)
        self.cursor = at
        return Strand.join(parts)

    def piecewise(self, line: str, at: int) -> Strand:
        r"""A line that the parser changed (`\|` in a table became `|`), letter by letter."""
        match = re.compile(re.escape(line).replace(r"\|", r"\\?\|")).search(self.source, at)
        if match is None:
            return Strand.made(line)
        bars = [bar.start() for bar in re.finditer(r"\\(?=\|)", match[0])]
        return Strand.of(self.source, *match.span()).without([(bar, bar + 1) for bar in bars])
