"""Meetings that a text names by who meets and where: "NATO summit in Lithuania", "G7 foreign ministers' meeting"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from jnato_graph.annotate.lexicon import Match
from jnato_graph.annotate.spans import Found

Names = dict[tuple[int, int], Match]
SUMMITS = frozenset({"summit", "ministerial"})
MEETINGS = frozenset({"meeting", "conference", "forum", "meetings"})
ATTENDED_BY = frozenset({"ministers", "leaders", "chiefs"})
BETWEEN = ATTENDED_BY | frozenset(
    {"foreign", "defence", "defense", "finance", "trade", "'", "’", "'s", "’s", "of", "affairs"}
)
HOLDERS = frozenset({"Organisation"})
SITES = frozenset({"Place", "State"})


def meetings(doc: Doc, names: Names) -> Iterator[Found]:
    """Summits of a named body and meetings of its ministers or leaders, with the place when it is part of the name."""
    ends = {end: start for (start, end), match in names.items() if match.meanings[0].label in HOLDERS}
    sites = {start: end for (start, end), match in names.items() if {m.label for m in match.meanings} & SITES}
    for token in doc:
        word = token.lower_
        if word not in SUMMITS and word not in MEETINGS:
            continue
        start, seen = token.i, set()
        while start > 0 and start not in ends and doc[start - 1].lower_ in BETWEEN:
            start -= 1
            seen.add(doc[start].lower_)
        if start not in ends or (word in MEETINGS and not seen & ATTENDED_BY):
            continue
        start, end = ends[start], token.i + 1
        if end + 1 < len(doc) and doc[end].lower_ == "in" and end + 1 in sites and word != "meetings":
            end = sites[end + 1]
        yield Found(start, end, "Event")
