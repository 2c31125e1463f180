"""A web page → pieces. trafilatura tells which of its texts are the article; the texts themselves are taken from the
page.

What the page has beside the article is kept with the part of the page that it stands in, so that it can be shown.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from jnato_graph.read.alignment import aligned, letters_of
from jnato_graph.read.elements import DELETION
from jnato_graph.read.limits import require_length_before_parsing
from jnato_graph.read.manifest import Entry
from jnato_graph.read.markup import Unit, page_units
from jnato_graph.read.page_date import page_date
from jnato_graph.read.piece import Piece
from jnato_graph.read.publication import is_about_publication, is_publication_line

_UNITS: Final = frozenset(["p", "head", "item", "cell", "quote", "code", "ab", "list", "table", "row", "fw"])
_LONG: Final = 40  # letters: a text so long that is in the article somewhere is no coincidence
_SAYS: Final = 4  # words of an item, or of a text that announces a list: "Read more:" announces none
_NEAR: Final = 6  # units from the article in which its date or byline may stand
_OUTSIDE: Final = "navigation"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage:
    """The pieces of a page, those outside the article with their landmark, and what its metadata tell."""

    pieces: tuple[Piece, ...]
    metadata: Entry


def read_webpage(source: str) -> WebPage:
    """The article of a page and its metadata. A page without an article gives no piece without a landmark.

    Raises UnreadableError for a page with far more text than is read.
    """
    import trafilatura  # heavy, and only for web pages

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # a page it cannot read is told by the result
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    all_units = page_units(source)
    require_length_before_parsing(sum(len(unit.piece.text) for unit in all_units))
    units = [unit for unit in all_units if unit.part != DELETION]
    struck = [replace(unit.piece, landmark=DELETION) for unit in all_units if unit.part == DELETION]
    try:
        found = trafilatura.bare_extraction(
            _without(source, struck),
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception:  # on broken markup it and lxml raise anything: then all that no tag calls something else is read
        found = None
    body = getattr(found, "body", None)
    article = list(_article(body)) if body is not None else []
    chosen = _chosen(units, article) or _everything_inside(units)
    title, url = _text(found, "title"), _text(found, "url")
    if title:
        chosen |= _heading(units, chosen, title)
    chosen |= _introduced(units, chosen)
    chosen |= _within(units, chosen)
    metadata = Entry(
        title=title,
        publisher=_text(found, "sitename"),
        authors=tuple(name.strip() for name in (_text(found, "author") or "").split(";") if name.strip()),
        published=page_date(source, title, url),
        url=url,
    )
    return WebPage(pieces=(*_marked(units, chosen), *struck), metadata=metadata)


def _without(source: str, struck: Sequence[Piece]) -> str:
    """The page without what is struck out, which trafilatura would read."""
    kept: list[str] = []
    at = 0
    for start, end in sorted(piece.reach() for piece in struck):
        kept.append(source[at:start])
        next_tag = source.find("<", end)  # behind a character that is written as a reference
        at = next_tag if next_tag >= 0 else len(source)
    return " ".join([*kept, source[at:]])


def _text(found: Any, name: str) -> str | None:
    value = getattr(found, name, None)
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _article(body: Any) -> Iterator[str]:
    """The texts of the article that trafilatura found, one for each unit, as letters and digits only."""
    parts: list[str] = []

    def texts(element: Any) -> Iterator[str | None]:
        is_unit = element.tag in _UNITS
        if is_unit:
            yield None
        yield element.text or ""
        for child in element:
            yield from texts(child)
            yield child.tail or ""
        if is_unit:
            yield None

    for text in (*texts(body), None):
        if text is not None:
            parts.append(text)
            continue
        if letters := letters_of("".join(parts)):
            yield letters
        parts = []


def _unit_flats(unit: Unit) -> list[str]:
    return (
        [letters_of(part) for part in unit.piece.text.split(" | ")]
        if unit.piece.kind == "row"
        else [letters_of(unit.piece.text)]
    )


def _chosen(units: Sequence[Unit], article: Sequence[str]) -> set[int]:
    """The numbers of the units that are in the article: those that agree with its texts in order, and long ones in
    it."""
    flats = [(at, flat) for at, unit in enumerate(units) for flat in _unit_flats(unit)]
    chosen = {flats[place][0] for place in aligned([flat for _, flat in flats], article)}
    whole = " ".join(article)
    joined = "".join(article)
    rest = ((at, flat) for at, flat in flats if at not in chosen and len(flat) >= _LONG)
    return chosen | {at for at, flat in rest if flat in whole or flat in joined}


def _everything_inside(units: Sequence[Unit]) -> set[int]:
    return {at for at, unit in enumerate(units) if not unit.part}


def _heading(units: Sequence[Unit], chosen: set[int], title: str) -> set[int]:
    """The page's own heading when it is its title, and the article does not have it already."""
    flat = letters_of(title)
    if any(letters_of(units[at].piece.text) == flat for at in chosen):
        return set()
    same = [
        at
        for at, unit in enumerate(units)
        if unit.tag == "h1" and (text := letters_of(unit.piece.text)) and text in flat
    ]
    return set(same[:1])


def _introduced(units: Sequence[Unit], chosen: set[int]) -> set[int]:
    """The items of lists that a text of the article announces ("Since 2022 we have:"), and trafilatura passed over."""
    added: set[int] = set()
    for at in range(min(chosen, default=0) + 1, len(units)):
        unit, before = units[at], units[at - 1].piece
        announced = at - 1 in chosen and before.words >= _SAYS and before.text.endswith(":")
        goes_on = at - 1 in added or (at - 1 in chosen and before.kind == "item")
        if unit.piece.kind == "item" and not unit.part and not unit.linked and (announced or goes_on):
            added.add(at)
    return added


def _within(units: Sequence[Unit], chosen: set[int]) -> set[int]:
    """What trafilatura passed over in the middle of the article: captions, sentences, items of lists that are no links,
    and headings above what is read.

    Only where nothing says that it belongs to another part of the page: a sentence that is not read is lost.
    """
    if not chosen:
        return set()
    within = range(min(chosen), max(chosen))
    added: set[int] = set()
    for at in reversed(within):
        piece = units[at].piece
        is_item = piece.kind == "item" and piece.words >= _SAYS and not units[at].linked
        is_text = piece.kind == "caption" or piece.is_prose or is_item
        is_above = piece.kind == "heading" and (at + 1 in chosen or at + 1 in added)
        if not units[at].part and (is_text or is_above):
            added.add(at)
    return added


def _marked(units: Sequence[Unit], chosen: set[int]) -> Iterator[Piece]:
    for at, unit in enumerate(units):
        piece = unit.piece
        if at in chosen:
            yield piece
        elif _tells_publication(unit) and not chosen.isdisjoint(range(at - _NEAR, at + _NEAR + 1)):
            yield replace(piece, landmark="publication-line")
        else:
            yield replace(piece, landmark=unit.part or _OUTSIDE)


def _tells_publication(unit: Unit) -> bool:
    is_near_the_article = unit.part in {"", _OUTSIDE}  # the head of the page, but no list of other articles
    return is_near_the_article and (is_about_publication(unit.piece.text) or is_publication_line(unit.piece))
