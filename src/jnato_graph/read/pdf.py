"""A PDF → its text layer and pieces. Paragraphs are told by how the lines stand on the page.

The source that offsets count in is the text layer as PDFium gives it: lines ended by a line feed, pages by a form feed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, takewhile
from operator import attrgetter
from statistics import median
from typing import Any, Final

from jnato_graph.read.dates import is_iso
from jnato_graph.read.failure import UnreadableError
from jnato_graph.read.limits import require_length_before_parsing
from jnato_graph.read.manifest import Entry
from jnato_graph.read.notes import is_sentence, note_number
from jnato_graph.read.piece import Piece, ends_sentence
from jnato_graph.read.plain import bullet_length, hyphenated_words, join_lines, with_headings
from jnato_graph.read.strand import Strand

_DIVIDED: Final = "\ufffe"  # how PDFium writes a hyphen that divides a word at the end of a line
_LARGER: Final = 1.15  # than the text around: a heading
_SMALLER: Final = 0.92  # a footnote
_APART: Final = 1.35  # of the usual distance of two lines: another paragraph
_SHORTER: Final = 0.85  # of the column: the last line of a paragraph
_MOST_PAGES: Final = 2000
_PAGE_NUMBER: Final = re.compile(
    r"(?:page |p\. ?|[-–—|] ?)?\d{1,4}(?: ?(?:/|of) ?\d{1,4})?(?: ?[-–—|])?|[ivxl]{1,6}", re.IGNORECASE
)
_EDGE_LINES: Final = 3  # at the top and the foot of a page, where running titles stand
_CREATED: Final = re.compile(r"D?:?(?P<year>(?:19|20)\d\d)(?P<month>\d\d)")
_PRINTED_BY: Final = re.compile(
    r"mozilla|chrome|safari|skia|webkit|print to pdf|quartz pdfcontext|wkhtml", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfFile:
    """The text layer, the pieces of it, and what the file's own properties tell."""

    source: str
    pieces: tuple[Piece, ...]
    metadata: Entry


@dataclass(frozen=True, slots=True)
class _Line:
    page: int
    start: int  # in the source
    end: int
    text: str
    left: float
    right: float
    foot: float
    size: float


def read_pdf(data: bytes) -> PdfFile:
    """The text of a PDF. UnreadableError when it is damaged, encrypted, or has no text (a scan)."""
    source, lines, properties = _text_layer(data)
    if not lines:
        raise UnreadableError(
            "the PDF has no text, only images", "recognise its text first (OCR), or give the text itself"
        )
    usual = _usual_size(lines)
    furniture = _furniture(lines, usual)
    at_foot = _footnotes(lines, furniture, usual)
    hyphenated = hyphenated_words(source)
    left_out = furniture | at_foot
    groups = _paragraphs([line for at, line in enumerate(lines) if at not in left_out])
    pieces = [_piece(source, group, hyphenated) for group in groups]
    headed = [_as_heading(piece, lines, usual) for piece in pieces if piece.text]
    marked = [
        Piece(
            kind="paragraph",
            strand=Strand.of(source, lines[at].start, lines[at].end).tidied(),
            landmark="page-furniture",
        )
        for at in sorted(furniture)
    ]
    footnotes = [
        _footnote(_piece(source, group, hyphenated)) for group in _entries([lines[at] for at in sorted(at_foot)])
    ]
    ordered = sorted([*with_headings(headed), *marked, *footnotes], key=lambda piece: piece.reach())
    return PdfFile(source=source, pieces=tuple(ordered), metadata=_metadata(properties, source))


def _text_layer(data: bytes) -> tuple[str, list[_Line], dict[str, str]]:
    import pypdfium2  # type: ignore[import-untyped]

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).casefold():
            raise UnreadableError("the PDF is encrypted", "save it without a password") from error
        raise UnreadableError("the PDF is damaged", "save or fetch it again") from error
    try:
        if len(document) > _MOST_PAGES:
            raise UnreadableError(f"the PDF has {len(document)} pages, more than {_MOST_PAGES}", "split it up")
        source: list[str] = []
        lines: list[_Line] = []
        length = 0
        for number in range(len(document)):
            for text, *box in _page_lines(document[number]):
                lines.append(_Line(number, length, length + len(text), text, *box))
                source.append(text + "\n")
                length += len(text) + 1
            source.append("\f")
            length += 1
            require_length_before_parsing(length)
        return "".join(source), lines, document.get_metadata_dict()
    except pypdfium2.PdfiumError as error:
        raise UnreadableError("a page of the PDF is damaged", "save or fetch it again") from error
    finally:
        document.close()


def _page_lines(page: Any) -> Iterator[tuple[str, float, float, float, float]]:
    """Each line of a page with its left and right edge, its foot, and the size of its letters."""
    text_page = page.get_textpage()
    try:
        text = text_page.get_text_range()
        has_boxes = len(text) == text_page.count_chars()  # letters beyond the basic plane are counted twice there
        for match in re.finditer(rf"[^\r\n{_DIVIDED}]+{_DIVIDED}?", text):
            line = match[0]
            visible = [
                match.start() + at for at, letter in enumerate(line) if not letter.isspace() and letter != _DIVIDED
            ]
            if not visible:
                continue
            few = {visible[0], visible[len(visible) // 2], visible[-1]}
            boxes = (
                [text_page.get_charbox(at, loose=True) for at in sorted(few)] if has_boxes else [(0.0, 0.0, 0.0, 0.0)]
            )
            yield (
                line.replace(_DIVIDED, "-"),
                min(box[0] for box in boxes),
                max(box[2] for box in boxes),
                median(box[1] for box in boxes),
                median(box[3] - box[1] for box in boxes),
            )
    finally:
        text_page.close()
        page.close()


def _furniture(lines: Sequence[_Line], usual: float) -> set[int]:
    """Running titles and page numbers: lines at the edges of pages that are numbers, or return on other pages."""
    pages: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        pages.setdefault(line.page, []).append(at)
    outermost = {at for page in pages.values() for at in (page[0], page[-1]) if len(page) > 1}
    edges = {at for page in pages.values() for at in (*page[:_EDGE_LINES], *page[-_EDGE_LINES:])}
    likeness = {at: re.sub(r"\d+|\b[ivxl]+\b", "#", lines[at].text.strip().casefold()) for at in edges}
    returns = Counter(likeness.values())
    few = 3

    def is_furniture(at: int) -> bool:
        if at in outermost and _PAGE_NUMBER.fullmatch(lines[at].text.strip()):
            return True
        if lines[at].page == 0 and lines[at].size > _LARGER * usual:
            return False  # the title itself, which returns in small at the head of the other pages
        return returns[likeness[at]] >= (few if at in outermost else max(few, len(pages) // 2))

    return {at for at in edges if is_furniture(at)}


def _footnotes(lines: Sequence[_Line], furniture: set[int], usual: float) -> set[int]:
    """The lines in small letters at the foot of a page, from the first that begins with a number."""
    found: set[int] = set()
    for _, page in groupby(range(len(lines)), key=lambda at: lines[at].page):
        from_foot = (at for at in reversed(list(page)) if at not in furniture)
        small = list(takewhile(lambda at: lines[at].size <= _SMALLER * usual, from_foot))
        first = next((at for at in reversed(small) if note_number(lines[at].text.lstrip())), None)
        found |= {at for at in small if first is not None and at >= first}
    return found


def _entries(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    for line in lines:
        if group and (note_number(line.text.lstrip()) or line.page != group[-1].page):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _footnote(piece: Piece) -> Piece:
    return replace(piece, kind="item", landmark="" if is_sentence(piece.text) else "reference-list")


def _usual_size(lines: Sequence[_Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size))


def _paragraphs(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    gaps = [a.foot - b.foot for a, b in pairwise(lines) if a.page == b.page and 0 < a.foot - b.foot < 4 * a.size]
    usual_gap = median(gaps) if gaps else 0.0
    rights = sorted(line.right for line in lines)
    column = rights[int(0.9 * (len(rights) - 1))] if rights else 0.0
    group: list[_Line] = []
    for line in lines:
        if group and not _goes_on(group, line, usual_gap, column):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(group: Sequence[_Line], line: _Line, usual_gap: float, column: float) -> bool:
    before = group[-1]
    if bullet_length(line.text) or abs(line.size - before.size) > (_LARGER - 1) * before.size:
        return False
    small = line.text.lstrip()[:1].islower() and not ends_sentence(before.text.rstrip())
    gap = before.foot - line.foot
    is_last_line = before.right - group[0].left < _SHORTER * (column - group[0].left)
    if before.page != line.page or gap <= 0:  # the next page or column
        return small or not (is_last_line or ends_sentence(before.text.rstrip()))
    if gap > _APART * usual_gap:
        return False
    if small:
        return True
    is_set_in = len(group) > 1 and line.left > group[-1].left + line.size / 2
    return not (is_last_line or (is_set_in and ends_sentence(before.text.rstrip())))


def _piece(source: str, group: Sequence[_Line], hyphenated: frozenset[str]) -> Piece:
    first = group[0]
    skip = bullet_length(first.text)
    parts = [
        Strand.of(source, first.start + skip, first.end).strip(),
        *(Strand.of(source, one.start, one.end).strip() for one in group[1:]),
    ]
    marker = first.text[:skip].strip()
    strand = join_lines([part for part in parts if part.text], hyphenated)
    at = first.start + len(first.text) - len(first.text.lstrip())
    return Piece(kind="item" if skip else "paragraph", strand=strand, marker=marker, marker_at=at if skip else -1)


def _as_heading(piece: Piece, lines: Sequence[_Line], usual: float) -> Piece:
    most_words = 30
    first = bisect_right(lines, piece.reach()[0], key=attrgetter("start")) - 1
    size = lines[first].size if first >= 0 else usual
    if piece.kind == "paragraph" and size > _LARGER * usual and piece.words <= most_words:
        return Piece(kind="heading", strand=piece.strand)
    return piece


def _metadata(properties: dict[str, str], source: str) -> Entry:
    """What the properties tell that the text bears out: a title that stands on the first page, authors, the month.

    A file is mostly made when its text is published, but may be printed from a browser years later, or come from a
    template: the date is taken to the month, and only when no browser made the file and the text names that year and
    none after it.
    """
    first_page = " ".join(source.split("\f")[0].split()).casefold()
    title = " ".join(properties.get("Title", "").split())
    author = " ".join(properties.get("Author", "").split())
    published = None
    made_by = properties.get("Creator", "") + properties.get("Producer", "")
    if (match := _CREATED.match(properties.get("CreationDate", ""))) and not _PRINTED_BY.search(made_by):
        years = set(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", source))
        date = f"{match['year']}-{match['month']}"
        if match["year"] in years and is_iso(date):
            published = date
    return Entry(
        title=title if title and title.casefold() in first_page else None,
        authors=tuple(
            part.strip()
            for part in re.split(r";|,| and ", author)
            if part.strip() and part.strip().casefold() in first_page
        ),
        published=published,
    )
