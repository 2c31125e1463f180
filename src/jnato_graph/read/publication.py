"""Title, date, authors and publisher, as the text itself tells them.

A date is taken only from a place where publication dates stand: a line that says so, a line that is nothing but a date,
a dateline, a byline, the kind of the document with its date. A date in the running text is never one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, dropwhile, islice, takewhile
from typing import Final

from jnato_graph.read import people
from jnato_graph.read.byline import date_in_credits, has_only_names, tells_another_event
from jnato_graph.read.dates import BESIDE_DATE, Written, only_date, written_dates
from jnato_graph.read.piece import Piece
from jnato_graph.read.rules import rules

_BODY_WORDS: Final = 12
_HEAD: Final = 12  # pieces
_TAIL: Final = 3
_LINE_WORDS: Final = 20
_TITLE_WORDS: Final = 5
_SITE_WORDS: Final = 3  # of the name of a site, a ministry, a section
_PLACE: Final = r"[A-ZÀ-Þ][\w.'’-]*(?:[ /-][A-ZÀ-Þ][\w.'’-]*){0,3}"
_DATELINE: Final = re.compile(
    rf"(?:{_PLACE}(?:, {_PLACE})?(?: \([\w ]{{2,20}}\))?(?:,| ?[—–-]) ?[—–-]? ?)(?:\w+day,? )?(?=[\w(])"
)
_AFTER_DATELINE: Final = re.compile(r"\s*(?:$|[—–:.(|-])")
_NAME_BEFORE: Final = re.compile(rf"{_PLACE}(?: (?:of|and|for|the|de) {_PLACE})?,? ?(?:\w+day,? )?")
_SMALL_WORD: Final = re.compile(r"(?<![\w.])[a-zà-ÿ]{2,}")
_SMALL_ALLOWED: Final = frozenset(["and", "by", "for", "issue", "no", "number", "of", "the", "vol"])
_SEPARATED: Final = re.compile(r"\s*[|•·]\s*")


def find_title(pieces: Sequence[Piece]) -> str | None:
    """The heading that the text begins with, or the one below the name of the site or section that stands over it."""
    headings = list(takewhile(lambda piece: piece.kind == "heading", pieces[:_HEAD]))
    if not headings or len(pieces) < 2:
        return None
    first = headings[0]
    if first.words <= _SITE_WORDS or len(_SEPARATED.split(first.text)) > 1:
        told = (h for h in headings[1:] if h.words >= _TITLE_WORDS and not written_dates(h.text))
        first = next(
            (h for h in told if len(_SEPARATED.split(h.text)) == 1 and not rules().bylines.match(h.text)), first
        )
    return first.text


def is_publication_line(piece: Piece) -> bool:
    """Whether the piece says when the text was published or changed, and nothing else ("Last updated: 3 June 2024")."""
    if piece.words > _LINE_WORDS or piece.kind == "row":
        return False
    return _labelled(piece.text, rules().published) is not None or _labelled(piece.text, rules().changed) is not None


def is_about_publication(text: str) -> bool:
    """Whether a line is a date, a dateline or a byline: short as a heading, but none."""
    return bool(only_date(text) or _in_dateline(text, whole=True) or rules().bylines.match(text))


def find_published(kept: Sequence[Piece], dated: Sequence[Piece]) -> str | None:
    """The date of publication that the text tells, as exact as it is told.

    `kept` are the pieces that are read, `dated` the lines on publication that were left out of them.
    """
    head = [*dated, *_head(kept)]
    title = next((piece for piece in kept if piece.kind == "heading"), None)
    below = list(_below(kept))
    lines = [*head, *below]
    signed = [p for p in head if p not in (title, *dated)] + [p for p in below if rules().bylines.match(p.text)]
    alone = {date.iso for piece in (*dated, *kept) if (date := only_date(piece.text))}
    found = chain(
        (_labelled(piece.text, rules().published) for piece in lines),
        # Several lines of bare dates are the headings of a chronology.
        (only_date(piece.text) for piece in lines if len(alone) == 1),
        (_in_dateline(piece.text) for piece in head),
        (_beside_kind_or_byline(piece) or (_in_credits(piece) if piece in signed else None) for piece in head),
        (_in_credits(piece) for piece in signed),
        (_labelled(piece.text, rules().changed) for piece in head),
        (only_date(piece.text) or _in_dateline(piece.text, whole=True) for piece in _tail(kept) if len(alone) <= 1),
    )
    return next((date.iso for date in found if date), None)


def find_authors(kept: Sequence[Piece]) -> tuple[str, ...]:
    """The names in a byline at the head of the text."""
    for piece in _head(kept):
        match = rules().bylines.match(piece.text)
        if match is None or piece.words > _LINE_WORDS:
            continue
        names = _SEPARATED.split(match["names"])[0]
        if dates := written_dates(names):
            names = names[: dates[0].start]
        names = re.split(r"\s[–—-]\s", names)[0].strip(" ,")
        if not re.search(r"\s(?:and|&)\s", names):
            names = names.split(",")[0]  # after the comma stands whom the author writes for
        if found := people.names_in(names):
            return found
    return ()


def find_publisher(kept: Sequence[Piece]) -> str | None:
    """The news agency named in the dateline ("TOKYO, July 10 (Reuters) -")."""
    longest_dateline = 80
    for piece in _head(kept):
        if match := rules().wires.search(piece.text[:longest_dateline]):
            return match["name"]
    return None


def _head(kept: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces up to the first paragraph of the text, that one too."""
    for piece in kept[:_HEAD]:
        if piece.kind in {"row", "caption"}:
            continue
        yield piece
        if _is_paragraph(piece):
            return


def _below(kept: Sequence[Piece]) -> Iterator[Piece]:
    """The lines between the first paragraph and the second, for that may be a sentence that sums up the text."""
    behind = dropwhile(lambda piece: not _is_paragraph(piece), kept[:_HEAD])
    yield from takewhile(lambda piece: not _is_paragraph(piece), islice(behind, 1, None))


def _tail(kept: Sequence[Piece]) -> Iterator[Piece]:
    """The last lines, where they stand below the text or below who wrote it.

    A date below another line may be that of an event or an article that the line names.
    """
    for at in range(max(1, len(kept) - _TAIL), len(kept)):
        before = kept[at - 1]
        is_signature = at > 1 and kept[at - 2].is_prose and before.words <= _SITE_WORDS and has_only_names(before.text)
        if before.is_prose or is_signature or is_about_publication(before.text):
            yield kept[at]


def _is_paragraph(piece: Piece) -> bool:
    return piece.is_prose and piece.words >= _BODY_WORDS and piece.kind not in {"row", "caption"}


def _labelled(text: str, label: re.Pattern[str]) -> Written | None:
    start = len(text) - len(text.lstrip("([ "))
    match = label.match(text[start:])
    if match is None:
        return None
    dates = written_dates(text)
    if not dates:
        return None
    rest = text[start + match.end() : dates[0].start] + text[dates[0].end :]
    for later in dates[1:]:  # "Published 3 May 2023, updated 5 May 2023"
        rest = rest.replace(text[later.start : later.end], " ")
    left = BESIDE_DATE.sub(" ", rest).split()
    most_other_words = 3
    return dates[0] if len(left) <= most_other_words else None


def _rest(text: str, date: Written) -> str:
    """What stands behind a date, time and time zone left out."""
    return BESIDE_DATE.sub("", text[date.end :])


def _ends_it(text: str, date: Written) -> bool:
    """Whether a day stands behind a comma or dash at the end."""
    return date.is_day and re.search(r"[,–—-]\s*$", text[: date.start]) is not None and not _rest(text, date)


def _in_dateline(text: str, *, whole: bool = False) -> Written | None:
    match = _DATELINE.match(text)
    if match is None:
        return None
    date = next(
        (date for date in written_dates(text) if date.is_day and match.start() < date.start <= match.end() + 1), None
    )
    if date is None or not _AFTER_DATELINE.match(text[date.end :]) or tells_another_event(text[: date.start]):
        return None
    return None if whole and text[date.end :].strip(" .)") else date


def _in_credits(piece: Piece) -> Written | None:
    return None if only_date(piece.text) else date_in_credits(piece)


def _beside_kind_or_byline(piece: Piece) -> Written | None:
    text = piece.text
    dates = written_dates(text)
    if dates and not piece.is_prose and rules().spoken.match(text) and _ends_it(text, dates[-1]):
        return dates[-1]  # "Speech by the Minister of Defence at the Shangri-La Dialogue, Singapore, 31 May 2025"
    if len(dates) != 1 or piece.words > _LINE_WORDS or piece.is_prose or tells_another_event(text[: dates[0].start]):
        return None
    parts = _SEPARATED.split(text)
    if len(parts) > 1 and any(only_date(part) for part in parts):
        return dates[0]
    if dates[0].is_day and _NAME_BEFORE.fullmatch(text[: dates[0].start]) and not _rest(text, dates[0]):
        return dates[0]  # "Radio Meridian, 11 July 2024, 21:42 GMT"
    match = rules().kinds.match(text) or rules().bylines.match(text)
    if match is None:
        return None
    end = match.start("names") if "names" in match.re.groupindex else match.end()
    between = set(_SMALL_WORD.findall(text[end : dates[0].start]))
    return dates[0] if between <= _SMALL_ALLOWED else None
