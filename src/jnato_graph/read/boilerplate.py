"""What stands around an article is told apart from the article, and kept as omissions with their reasons.

General rules only: what a line says (`data/boilerplate.yaml`), what it looks like, and where it stands. The rules are
made to leave a piece in when in doubt: a share button that is read costs little, a sentence that is not read is lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from jnato_graph.read import authors, notes, people, publication
from jnato_graph.read import credits as image_credits
from jnato_graph.read.piece import Piece
from jnato_graph.read.pull_quotes import drop_pull_quotes
from jnato_graph.read.rules import Pattern, Section, plainly, rules, straight
from jnato_graph.read.sheet import BODY_WORDS, Sheet
from jnato_graph.records import Omission

_MENU: Final = 4  # lines
_BUTTONS: Final = frozenset(
    [
        "share-button",
        "navigation",
        "cookie-notice",
        "profile-link",
        "newsletter",
        "related-content",
        "appeal",
        "advertisement",
    ]
)
_WAY: Final = 3  # steps
_WAY_SIGN: Final = re.compile(r"\s[»›>→]\s")
_LINE_PARTS: Final = re.compile(r"\s*[|•·/»›>→]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifted:
    """The pieces that are read, what is left out, the lines of it on publication, and the authors whom it names."""

    kept: tuple[Piece, ...]
    dated: tuple[Piece, ...]
    omitted: tuple[Omission, ...]
    authors: tuple[str, ...]


def sift(pieces: Sequence[Piece], known: Sequence[str] = ()) -> Sifted:
    """Part the pieces of a document into those to read and those to leave out; `known` are authors known already."""
    sheet = Sheet(pieces, list(known))
    for at, piece in enumerate(pieces):
        if piece.landmark:
            sheet.drop(at, piece.landmark)
    landmarks = dict(sheet.reason)
    for step in (
        _lines,
        _find_ends,
        _at_the_ends,
        _sections,
        authors.drop_author_notes,
        _unnamed_notes,
        drop_pull_quotes,
        _beside,
        _menus,
    ):
        step(sheet)
    if not any(sheet.pieces[at].words > 2 for at in sheet.left()):
        sheet.reason = landmarks  # a text that is nothing but what looks like boilerplate is read as it is
        sheet.notes = {}
    return _parted(sheet)


def _matches(pattern: Pattern, piece: Piece) -> bool:
    if piece.words > pattern.words or piece.kind == "row":
        return False
    text = straight(piece.text)
    match = pattern.pattern.search(text)
    if match is None or (pattern.unless and pattern.unless.search(text)):
        return False
    return pattern.reason != "image-credit" or image_credits.is_credit(piece.text[match.end() :].strip(" .)]"))


def _lines(sheet: Sheet) -> None:
    unclear = [at for at, reason in sheet.reason.items() if reason == "navigation"]
    for at in (*sheet.left(), *unclear):
        piece = sheet.pieces[at]
        reason = rules().lines.get(plainly(piece.text)) if piece.words <= BODY_WORDS and piece.kind != "row" else None
        if reason is None:
            found = (rule.reason for rule in rules().patterns if rule.where == "any" and _matches(rule, piece))
            reason = next(found, None)
        if reason is None and _is_menu_line(piece):
            reason = "navigation"
        if reason is None and publication.is_publication_line(piece):
            reason = "publication-line"
        if reason:
            sheet.reason[at] = reason


def _is_menu_line(piece: Piece) -> bool:
    """Whether a line is a menu ("Home | News | About us") or the way to the page ("News › Asia › Japan")."""
    parts = [plainly(part) for part in _LINE_PARTS.split(piece.text) if part]
    if piece.kind == "row" or len(parts) < _WAY:
        return False
    links = [part in rules().menu for part in parts]
    is_way = links[0] and _WAY_SIGN.search(piece.text) is not None
    return is_way or (len(parts) >= _MENU and 5 * sum(links) >= 3 * len(parts))


def _find_ends(sheet: Sheet) -> None:
    """Where the article begins and ends: at the first and last sentence that is not itself like a note around it."""

    def is_around(at: int) -> bool:
        piece = sheet.pieces[at]
        if any(rule.where != "any" and _matches(rule, piece) for rule in rules().patterns):
            return True
        return people.biography(piece.text, sheet.authors) is not None

    body = [at for at in range(len(sheet.pieces)) if sheet.is_body(at)]
    sheet.head = next((at for at in body if not is_around(at)), len(sheet.pieces))
    sheet.tail = next((at + 1 for at in reversed(body) if not is_around(at)), 0)


def _at_the_ends(sheet: Sheet) -> None:
    for at in sheet.left():
        for rule in rules().patterns:
            here = at < sheet.head if rule.where == "head" else at >= sheet.tail
            if rule.where != "any" and here and _matches(rule, sheet.pieces[at]):
                sheet.drop(at, rule.reason)
                break


def _sections(sheet: Sheet) -> None:
    for at, piece in enumerate(sheet.pieces):
        if piece.kind == "row" or piece.words > BODY_WORDS:
            continue
        line = plainly(piece.text)
        for section in rules().sections:
            if line in section.headings and sheet.reason.get(at, section.reason) == section.reason:
                _section(sheet, at, section)


def _section(sheet: Sheet, heading: int, section: Section) -> None:
    after = range(heading + 1, len(sheet.pieces))
    has_body_before = any(sheet.is_body(at) for at in range(heading))
    if section.entries == "notes":
        if has_body_before:
            _reference_list(sheet, heading, section.reason)
    elif section.entries == "all":
        words_after = sum(sheet.pieces[at].words for at in after)
        if has_body_before and 2 * words_after <= sum(piece.words for piece in sheet.pieces):
            for at in (heading, *after):
                sheet.drop(at, section.reason)
    elif section.entries == "person":
        if sheet.is_outside(heading):
            authors.drop_author_section(sheet, heading)
    elif sheet.is_outside(heading) or section.reason == "related-content":
        _short_section(sheet, heading, section.reason)


def _reference_list(sheet: Sheet, heading: int, reason: str) -> None:
    entries: list[int] = []
    for at in range(heading + 1, len(sheet.pieces)):
        if at in sheet.reason:
            continue
        if not notes.is_entry(sheet.pieces[at]):
            break
        entries.append(at)
    if not entries:
        return
    sheet.drop(heading, reason)
    for at in entries:
        _note(sheet, at, reason)


def _note(sheet: Sheet, at: int, reason: str) -> None:
    text = sheet.pieces[at].text
    if notes.is_sentence(text):
        sheet.notes[at] = notes.note_number(text)
    else:
        sheet.drop(at, reason)


def _short_section(sheet: Sheet, heading: int, reason: str) -> None:
    taken: list[int] = []
    for at in range(heading + 1, len(sheet.pieces)):
        piece = sheet.pieces[at]
        if at in sheet.reason:
            continue
        if piece.kind == "row" or (piece.is_prose and piece.words >= BODY_WORDS):
            if taken and sheet.pieces[taken[-1]].kind == "heading":
                taken.pop()  # the heading of what comes now
            break
        taken.append(at)
    if reason == "keyword-list":
        longest = 6
        taken = [at for at in taken if sheet.pieces[at].words <= longest]
    if taken:
        for at in (heading, *taken):
            sheet.drop(at, reason)


def _unnamed_notes(sheet: Sheet) -> None:
    """A numbered list at the end most of whose entries are references."""
    run: list[int] = []
    for at in sheet.left():
        value = notes.note_value(sheet.pieces[at])
        if value is not None and value == (notes.note_value(sheet.pieces[run[-1]]) or 0) + 1 if run else value == 1:
            run.append(at)
        elif run and at >= sheet.tail:
            continue
        else:
            run = []
    shortest = 2
    references = [at for at in run if notes.is_reference(sheet.pieces[at].text)]
    if len(run) >= shortest and 5 * len(references) >= 3 * len(run):
        for at in run:
            _note(sheet, at, "reference-list")


def _menus(sheet: Sheet) -> None:
    run: list[int] = []
    for at in range(len(sheet.pieces) + 1):
        short = at < len(sheet.pieces) and sheet.is_outside(at) and not sheet.pieces[at].is_prose
        if short and sheet.pieces[at].words <= _MENU and sheet.reason.get(at, "navigation") in _BUTTONS:
            run.append(at)
            continue
        links = [one for one in run if one in sheet.reason or plainly(sheet.pieces[one].text) in rules().menu]
        if len(run) >= _MENU and 2 * len(links) >= len(run):
            for one in run:
                if links[0] <= one <= links[-1]:
                    sheet.drop(one, "navigation")
        run = []


def _beside(sheet: Sheet) -> None:
    changed = True
    while changed:
        changed = False
        for at in sheet.left():
            reason = rules().beside.get(plainly(sheet.pieces[at].text))
            if reason and any(sheet.reason.get(near) in _BUTTONS for near in (at - 1, at + 1)):
                sheet.drop(at, reason)
                changed = True


def _parted(sheet: Sheet) -> Sifted:
    omitted: list[Omission] = []
    kept: list[Piece] = []
    for at, piece in enumerate(sheet.pieces):
        if at in sheet.reason:
            omitted.append(_omission(piece, sheet.reason[at]))
            continue
        if number := sheet.notes.get(at):
            omitted.append(_cut(piece, 0, number, "footnote-marker"))
            piece = Piece(
                kind="item", strand=piece.strand[number:].strip(), marker=piece.marker, marker_at=piece.marker_at
            )
        if any(map(str.isalnum, piece.marker)):
            end = piece.marker_at + len(piece.marker)
            marker = piece.marker.strip()
            omitted.append(Omission(source_start=piece.marker_at, source_end=end, reason="list-marker", text=marker))
        if (credit := image_credits.credit_at_end(piece.text)) is not None and piece.kind in {
            "paragraph",
            "heading",
            "caption",
        }:
            omitted.append(_cut(piece, credit, len(piece.strand), "image-credit"))
            piece = Piece(kind="caption", strand=piece.strand[:credit].strip())
        elif piece.kind == "paragraph" and image_credits.is_caption(piece.text):
            piece = Piece(kind="caption", strand=piece.strand)
        kept.append(piece)
    has_notes = bool(sheet.notes) or "reference-list" in sheet.reason.values()
    for note in reversed(notes.note_markers(kept, has_notes)):
        piece = kept[note.piece]
        omitted.append(_cut(piece, note.start, note.end, "footnote-marker"))
        strand = piece.strand.without([(note.start, note.end)]).tidied()
        kept[note.piece] = Piece(kind=piece.kind, strand=strand, marker=piece.marker, marker_at=piece.marker_at)
    omitted.sort(key=lambda one: (one.source_start, one.source_end, one.reason))
    return Sifted(
        kept=tuple(piece for piece in kept if piece.text),
        dated=tuple(sheet.pieces[at] for at, reason in sorted(sheet.reason.items()) if reason == "publication-line"),
        omitted=tuple(omitted),
        authors=tuple(sheet.authors),
    )


def _omission(piece: Piece, reason: str) -> Omission:
    start, end = piece.reach()
    text = f"{piece.marker.strip()} {piece.text}".strip()
    return Omission(source_start=start, source_end=end, reason=reason, text=text)


def _cut(piece: Piece, start: int, end: int, reason: str) -> Omission:
    cut = piece.strand[start:end].strip()
    first, last = cut.reach()
    return Omission(source_start=first, source_end=last, reason=reason, text=cut.text)
