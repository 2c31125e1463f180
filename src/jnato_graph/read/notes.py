"""Notes: lists of references, and the numbers in the text that lead to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from jnato_graph.read.piece import Piece, ends_sentence
from jnato_graph.read.rules import rules, straight

_NUMBER: Final = re.compile(
    r"\[(?P<roman>[ivxl]{1,7})\]\s*|[\[(]?\^?(?P<figure>\d{1,3})[\])]?[.:)]?\s+(?=\S)|[*†‡]\s*(?=\S)|↩\s*"
)
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50}
_BRACKETED: Final = re.compile(r"\s?\[\^[\w-]+\]|(?:\[(?:\d{1,3}(?:\s?[,–-]\s?\d{1,3})*|[ivxl]{1,7})\])+")
_RAISED: Final = re.compile(r"(?<=[^\s\d])(?<!\bm)(?<!\bkm)(?<!\bcm)[¹²³⁰⁴-⁹]+(?:[,–-][¹²³⁰⁴-⁹]+)*")
_FIGURE: Final = re.compile(r"(?<=[^\s\d])\d{1,3}(?!\d)")
_GLUED: Final = re.compile(
    r"(?<=[^\W\d_][.,;:!?…])\d{1,3}(?=\s|$)"  # grouping.1
    r"|(?<=[”\"’'»)\]%][.,;:!?])\d{1,3}(?=\s|$)"  # tomorrow”.5
    r"|(?<=[.,;:!?][”\"’'»)])\d{1,3}(?=\s|$)"  # principle.”2
    r"|(?<=[^\W\d_][”\"’'»)])\d{1,3}(?=[\s.,;:]|$)"  # partner’2
    r"|(?<=(?:19|20)\d\d[.,;])\d{1,2}(?=\s+[A-Z“\"]|$)"  # in 2021.3 The
)
_ABBREVIATED: Final = re.compile(
    r"\b(?:nos?|arts?|figs?|vols?|pp?|secs?|paras?|chaps?|ch|v|sct|eds?)\.$", re.IGNORECASE
)
_AFTER_WORD: Final = re.compile(r"(?<=[a-zà-ÿ]{3})\d{1,2}(?=[\s.,;:]|$)")  # only beside a list of notes: countries12
_SHORTEST_SENTENCE: Final = 6
_SHORT: Final = 40


class Marker(NamedTuple):
    """A note's number in a piece."""

    piece: int
    start: int
    end: int


def note_number(text: str) -> int:
    """How many characters at the beginning of an entry are its number."""
    match = _NUMBER.match(text)
    return match.end() if match else 0


def note_value(piece: Piece) -> int | None:
    """The number of an entry, from its text or from its list marker."""
    match = _NUMBER.match(piece.text) or re.match(r"[\[(]?(?P<figure>\d{1,3})(?P<roman>)", piece.marker)
    if match is None:
        return None
    if match["roman"]:
        values = [_ROMAN[letter] for letter in match["roman"]]
        return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))
    return int(match["figure"]) if match["figure"] else None


def is_reference(text: str) -> bool:
    """Whether an entry has what references have: an address, a quoted title, pages, "ibid."."""
    return rules().reference_marks.search(straight(text[note_number(text) :])) is not None


def is_sentence(text: str) -> bool:
    """Whether an entry of a list of notes is a sentence that says something, and no reference."""
    words = text[note_number(text) :]
    if is_reference(text) or not ends_sentence(words) or len(words.split()) < _SHORTEST_SENTENCE:
        return False
    return rules().sentence_verbs.search(words) is not None


def is_entry(piece: Piece) -> bool:
    """Whether a piece below a heading "Notes" belongs to the list."""
    if piece.kind == "row":
        return False
    if piece.marker or note_number(piece.text) or is_reference(piece.text):
        return True
    return piece.kind != "heading" and piece.words <= _SHORT and not (piece.is_prose and is_sentence(piece.text))


def note_markers(pieces: Sequence[Piece], with_notes: bool) -> list[Marker]:
    """The numbers of notes in the text.

    Brackets and raised figures are such numbers when they begin at one or a list of notes was there; a plain figure
    only as the next in a row that begins at one, so that no figure of the text itself is taken for a note's.
    """
    found: list[Marker] = []
    bracketed = [(at, match) for at, piece in enumerate(pieces) for match in _BRACKETED.finditer(piece.text)]
    if with_notes or any("^" in match[0] or re.match(r"\[(?:1|i)\b", match[0]) for _, match in bracketed):
        found += [Marker(at, *match.span()) for at, match in bracketed]
    found += [Marker(at, *match.span()) for at, piece in enumerate(pieces) for match in _RAISED.finditer(piece.text)]
    glued = _in_a_row(_figures(pieces, with_notes))
    if len(glued) > 1 or (with_notes and glued):
        found += glued
    return sorted(found)


def _figures(pieces: Sequence[Piece], with_notes: bool) -> Iterator[tuple[int, Marker]]:
    for at, piece in enumerate(pieces):
        for figure in _FIGURE.finditer(piece.text):
            match = _GLUED.match(piece.text, figure.start())
            if match is None and with_notes:
                match = _AFTER_WORD.match(piece.text, figure.start())
            if match and not _ABBREVIATED.search(piece.text[: match.start()]):  # "No.1" is no note
                yield int(match[0]), Marker(at, *match.span())


def _in_a_row(figures: Iterator[tuple[int, Marker]]) -> list[Marker]:
    row: list[Marker] = []
    last = 0
    for value, marker in figures:
        if value == last + 1:
            row.append(marker)
            last = value
    return row
