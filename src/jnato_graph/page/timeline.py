"""The dated claims of an answer on a line of time: one lane for each thing said, one bar for each date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from jnato_graph.page.relations import Relation
from jnato_graph.records import Document
from jnato_graph.report.parameters import is_date

LANES: Final = 60
"""More are not drawn; the page says how many are left out."""
_MOST_TICKS: Final = 8
_STEPS: Final = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A date on its lane; `left` and `width` in hundredths of the line. `own`: the claim's date, not its document's."""

    date: str
    left: float
    width: float
    own: bool
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """What is said, and when."""

    relation: Relation
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """The beginning of a year, and where it is."""

    year: int
    left: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The line with its years, the earlier lanes first. `left_out` lanes were too many, `undated` have no date."""

    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    left_out: int
    undated: int


def timeline(relations: Sequence[Relation], documents: Mapping[str, Document]) -> Timeline | None:
    """The line of time of these relations, or None when none has a date."""
    dated = []
    for relation in relations:
        dates: dict[str, tuple[bool, str]] = {}
        for claim in relation.claims:
            said = claim.date or documents[claim.document].published
            if said and is_date(said) and not dates.get(said, (False, ""))[0]:
                dates[said] = (bool(claim.date), claim.sentence)
        if dates:
            dated.append((relation, dict(sorted(dates.items()))))
    if not dated:
        return None
    dated.sort(key=lambda pair: next(iter(pair[1])))
    first = min(span(each)[0] for _, dates in dated for each in dates)
    last = max(span(each)[1] for _, dates in dated for each in dates)
    start, end = date.fromordinal(first).year, date.fromordinal(last - 1).year + 1
    left = date(start, 1, 1).toordinal()
    days = (date(end, 1, 1).toordinal() if end <= date.max.year else date.max.toordinal()) - left

    def share(ordinal: int) -> float:
        return round(100 * (ordinal - left) / days, 2)

    lanes = [
        Lane(
            relation=relation,
            bars=tuple(
                Bar(
                    date=each,
                    left=share(span(each)[0]),
                    width=round(share(span(each)[1]) - share(span(each)[0]), 2),
                    own=own,
                    sentence=sentence,
                )
                for each, (own, sentence) in dates.items()
            ),
        )
        for relation, dates in dated
    ]
    step = next((step for step in _STEPS if (end - start) / step <= _MOST_TICKS), _STEPS[-1])
    years = (year for year in range(start, end) if (year - start) % step == 0)
    return Timeline(
        ticks=tuple(Tick(year=year, left=share(date(year, 1, 1).toordinal())) for year in years),
        lanes=tuple(lanes[:LANES]),
        left_out=max(len(lanes) - LANES, 0),
        undated=len(relations) - len(dated),
    )


def span(text: str) -> tuple[int, int]:
    """The first day of a date (a year, month or day) and the day after its last, as ordinals of the calendar."""
    year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    first = date(year, month or 1, day or 1).toordinal()
    if day:
        return first, first + 1
    if month:
        return first, date(year + month // 12, month % 12 + 1, 1).toordinal() if (year, month) < (
            9999,
            12,
        ) else first + 31
    return first, date(year + 1, 1, 1).toordinal() if year < date.max.year else first + 365
