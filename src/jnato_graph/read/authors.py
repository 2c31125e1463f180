"""Notes on authors are left out, and the authors remembered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from jnato_graph.read import people
from jnato_graph.read.piece import Piece
from jnato_graph.read.sheet import Sheet

_REASON: Final = "author-note"
_ENOUGH_TEXT: Final = 40  # words of other text that there must be before a note on an author is one


def drop_author_section(sheet: Sheet, heading: int) -> None:
    """Leave out a heading "About the authors" with the notes below it."""
    taken: list[int] = []
    for at in range(heading + 1, len(sheet.pieces)):
        text = sheet.pieces[at].text
        if at in sheet.reason:
            continue
        names = people.biography(text, sheet.authors) or people.names_in(text)
        if not names and not (taken and people.goes_on_about(text)):
            break
        _remember(sheet, names or ())
        taken.append(at)
    if taken or heading + 1 in sheet.reason:
        for at in (heading, *taken):
            sheet.drop(at, _REASON)


def drop_author_notes(sheet: Sheet) -> None:
    """Leave out notes on authors around the article, what goes on about them, and names above a link to a profile."""
    notes = _notes(sheet)
    article = [sheet.pieces[at] for at in sheet.left() if sheet.is_body(at) and at not in notes]
    if sum(piece.words for piece in article) >= _ENOUGH_TEXT:
        for at, names in notes.items():
            strangers = [name for name in names if not _is_known(name, sheet.authors)]
            if not any(_is_in_text(name, article) for name in strangers):
                sheet.drop(at, _REASON)
                _remember(sheet, strangers)
    for at in sheet.left():
        text = sheet.pieces[at].text
        if at > 0 and at >= sheet.tail and sheet.reason.get(at - 1) == _REASON and people.goes_on_about(text):
            sheet.drop(at, _REASON)
        elif sheet.reason.get(at + 1) == "profile-link" and (names := people.names_in(text)):
            sheet.drop(at, _REASON)
            _remember(sheet, names)


def _notes(sheet: Sheet) -> dict[int, tuple[str, ...]]:
    """The pieces that read like a note on an author, with the names in each.

    One that is an item of a list, or stands below a heading of its own, is text on people ("Who is who"), unless its
    person is known to be an author.
    """
    known = tuple(sheet.authors)
    found: dict[int, tuple[str, ...]] = {}
    is_listed = False
    left = sheet.left()
    for number, at in enumerate(left):
        piece = sheet.pieces[at]
        above = sheet.pieces[left[number - 1]] if number else None
        names = people.biography(piece.text, known) if sheet.is_outside(at) else None
        if names is None:
            is_listed = False
            continue
        is_listed = is_listed or piece.kind == "item" or (number > 1 and above is not None and above.kind == "heading")
        if not is_listed or any(_is_known(name, known) for name in names):
            found[at] = names
    return found


def _remember(sheet: Sheet, names: Sequence[str]) -> None:
    sheet.authors += [name for name in names if not _is_known(name, sheet.authors)]


def _is_known(name: str, known: Sequence[str]) -> bool:
    return any(people.same_person(name, other) for other in known)


def _is_in_text(name: str, article: Sequence[Piece]) -> bool:
    # An author hardly ever names themself in the text; somebody who is named there is whom it is about.
    word = re.compile(rf"(?<!\w){re.escape(people.family_name(name))}(?!\w)")
    return any(word.search(piece.text) for piece in article)
