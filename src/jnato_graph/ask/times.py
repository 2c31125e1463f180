"""The dates of a question, as a report takes them: from, to, or one date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Doc

from jnato_graph.ask.named import Named
from jnato_graph.extract.dates import DateMention, find_dates

_SINCE = frozenset({"since", "from", "starting"})
_AFTER = frozenset({"after", "following"})
_BEFORE = frozenset({"before"})
# Of such, "from" tells when they are.
_TEXTS = frozenset(
    {"article", "document", "text", "source", "newspaper", "item", "story", "paper", "publication", "report"}
)
_UNTIL = frozenset({"until", "till", "by", "to", "through"})
_MONTHS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
     "december"}
)  # fmt: skip
_JOINS = frozenset({"and", "to", "until", "till", "-", "–", "through"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """`start` and `end` as ISO dates, "" where open; `single` when they are one date. `tokens`: the words of it.

    `doubts`: what of the dates is not taken as it is said.
    """

    start: str
    end: str
    tokens: frozenset[int]
    doubts: tuple[str, ...] = ()

    @property
    def single(self) -> str:
        """The one date, or ""."""
        return self.start if self.start == self.end else ""


def date_tokens(doc: Doc) -> frozenset[int]:
    """The words of all dates, those within names too."""
    return frozenset(i for each in (*find_dates(doc), *_end_points(doc)) for i in range(each.start, each.end))


def find_times(doc: Doc, names: Sequence[Named]) -> Times | None:
    """What the question says of time; None when nothing. Dates within names ("RIMPAC 2024") are part of these."""

    def is_inside(each: DateMention) -> bool:
        return any(named.start < each.end and each.start < named.end for named in names)

    dates = [each for each in find_dates(doc) if not is_inside(each)]
    # find_dates leaves out what ends something ("until 2020"), which is just what limits a question.
    known = {each.start for each in dates}
    dates += [each for each in _end_points(doc) if not is_inside(each) and each.start not in known]
    dates.sort(key=lambda each: each.start)
    if not dates:
        return None
    tokens = {i for each in dates for i in range(each.start, each.end)}
    first, word = dates[0], _before(doc, dates[0])
    doubts = [
        f"it is not said of which year {doc[each.start : each.end].text} is" for each in dates if _yearless(doc, each)
    ]
    if len(dates) > 1:
        second = dates[1]
        between = {doc[i].lower_ for i in range(first.end, second.start)}
        joined = between & _JOINS or ("or" in between and after(first.value) == second.value)
        if between <= _JOINS | {",", "the", "or", "in"} and joined:
            tokens |= set(range(first.end, second.start))
            doubts += [f"{doc[each.start : each.end].text} is left out" for each in dates[2:]]
            return Times(start=first.value, end=second.value, tokens=frozenset(tokens), doubts=tuple(doubts))
    for each in dates:
        at = each.start - 1
        while (
            at >= 0
            and doc[at].pos_ in ("DET", "ADJ", "NOUN")
            and doc[at].lower_ in ("the", "year", "end", "early", "late")
        ):
            tokens.add(at)
            at -= 1
    of_texts = word == "from" and len(dates) == 1 and _is_text(doc, first)
    if word == "from" and len(dates) == 1 and not of_texts:
        doubts.append(f"from {doc[first.start : first.end].text} may be that time alone, or since")
    if word in _SINCE and not of_texts:
        start, end = first.value, ""
    elif word in _AFTER:
        start, end = after(first.value), ""
    elif word in _BEFORE:
        start, end = "", before(first.value)
    elif word in _UNTIL:
        start, end = "", first.value
    else:
        start = end = first.value
    if len(dates) > 1 and _before(doc, dates[1]) in _UNTIL | _BEFORE:
        end = dates[1].value if _before(doc, dates[1]) in _UNTIL else before(dates[1].value)
        dates = dates[1:]
    doubts += [f"{doc[each.start : each.end].text} is left out" for each in dates[1:]]
    return Times(start=start, end=end, tokens=frozenset(tokens), doubts=tuple(doubts))


def _is_text(doc: Doc, date: DateMention) -> bool:
    """Whether a date is that of texts: "articles from 2024" are not those since then."""
    return date.start > 1 and doc[date.start - 2].lemma_.lower() in _TEXTS


def _yearless(doc: Doc, each: DateMention) -> bool:
    """ "In June", which is that of any year; "last June" is not."""
    words = {token.lower_ for token in doc[each.start : each.end]}
    return (
        bool(words & _MONTHS)
        and not any(len(word) == 4 and word.isdigit() for word in words)
        and not ((words | {_before(doc, each)}) & {"last", "this", "next"})
    )


def _end_points(doc: Doc) -> list[DateMention]:
    from jnato_graph.extract.date_values import read_dates

    published = doc._.published if doc.has_extension("published") else None
    found = []
    for each in read_dates(doc.text, published):
        span = doc.char_span(each.start, each.end, alignment_mode="expand")
        if span is not None and span.start and doc[span.start - 1].lower_ in _UNTIL:
            found.append(DateMention(start=span.start, end=span.end, value=each.value, kind=each.kind))
    return found


def _before(doc: Doc, each: DateMention) -> str:
    at = each.start - 1
    while at >= 0 and doc[at].lower_ in ("the", "year", "of", "end", "beginning", "early", "late"):
        at -= 1
    return str(doc[at].lower_) if at >= 0 else ""


def _bounds(value: str) -> tuple[date, date]:
    """The first and last day of an ISO date."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 3:
        day = date(*parts)
        return day, day
    if len(parts) == 2:
        year, month = parts
        after = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), after - timedelta(days=1)
    return date(parts[0], 1, 1), date(parts[0], 12, 31)


# Both are as exact as the date itself: what is dated "2023" comes after 2022, but not on or after 2023-01-01.
def after(value: str) -> str:
    """The date that follows one, as exact as it is."""
    return (_bounds(value)[1] + timedelta(days=1)).isoformat()[: len(value)]


def before(value: str) -> str:
    """The date before one, as exact as it is."""
    return (_bounds(value)[0] - timedelta(days=1)).isoformat()[: len(value)]
