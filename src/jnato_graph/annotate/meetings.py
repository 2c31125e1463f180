"""Meetings that a text names by who meets and where: "NATO summit in Lithuania", "G7 foreign ministers' meeting"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from jnato_graph.annotate.lexicon import Match
from jnato_graph.annotate.spans import Found

Names = dict[tuple[int, int], Match]
SUMMITS = frozenset({"summit", "ministerial"})
YEAR = re.compile(r"(?:19|20)\d\d")
MEETINGS = frozenset({"meeting", "conference", "forum", "meetings"})
ATTENDED_BY = frozenset({"ministers", "leaders", "chiefs"})
BETWEEN = ATTENDED_BY | frozenset(
    {"foreign", "defence", "defense", "finance", "trade", "'", "’", "'s", "’s", "of", "affairs"}
)
# What may stand before the word and tells nothing of whose meeting it is.
WHICH = frozenset({"informal", "formal", "annual", "anniversary", "birthday", "regular", "extraordinary", "-"})
HOLDERS = frozenset({"Organisation"})
SITES = frozenset({"Place", "State"})


def meetings(doc: Doc, names: Names) -> Iterator[Found]:
    """Summits of a named body and meetings of its ministers or leaders, with the place when it is part of the name."""
    holders = {start: end for (start, end), match in names.items() if match.meanings[0].label in HOLDERS}
    ends = {end: start for start, end in holders.items()} | _alliance(doc)
    sites = {start: end for (start, end), match in names.items() if {m.label for m in match.meanings} & SITES}
    for token in doc:
        word = token.lower_
        if word == "summits":
            yield from _several(doc, token.i, ends, sites)
        if word not in SUMMITS and word not in MEETINGS:
            continue
        if found := _before(doc, token.i, ends) or _behind(doc, token.i, holders):
            start, end = found
            if end + 1 < len(doc) and doc[end].lower_ == "in" and end + 1 in sites and word != "meetings":
                end = sites[end + 1]
            yield Found(start, end, "Event")
        elif word == "summit" and token.i + 2 < len(doc) and doc[token.i + 1].lower_ == "in" and token.i + 2 in sites:
            yield Found(_adjectives_before(doc, token.i), sites[token.i + 2], "Event")


def _alliance(doc: Doc) -> dict[int, int]:
    """Where "the alliance" stands, first token by the one behind it: its summit is one as NATO's is."""
    return {t.i + 1: t.i for t in doc[1:] if t.lower_ == "alliance" and doc[t.i - 1].lower_ == "the"}


def unlisted_site(doc: Doc, event: Found, names: Names) -> tuple[int, int] | None:
    """Where an event is held that names a place which nobody listed: "summit in Kananaskis"; None if none."""
    if event.label != "Event":
        return None
    link = next((i for i in range(event.end - 2, event.start, -1) if doc[i].lower_ == "in"), None)
    if link is None or doc[link - 1].lower_ not in SUMMITS | MEETINGS | {"talks", "session"}:
        return None
    site = doc[link + 1 : event.end]
    known = any(link < start < event.end for start, _ in names)
    named = all(t.tag_ in ("NNP", "NNPS") and t.text[0].isupper() for t in site)
    return (site.start, site.end) if named and not known else None


def _several(doc: Doc, index: int, ends: dict[int, int], sites: dict[int, int]) -> Iterator[Found]:
    """ "NATO summits in Madrid (2022) and Vilnius (2023)": one for each place."""
    at = index + 2
    if at >= len(doc) or doc[index + 1].lower_ != "in" or at not in sites:
        return
    yield Found(ends.get(index, _adjectives_before(doc, index)), sites[at], "Event")
    while True:
        at = _past_year(doc, sites[at])
        while at < len(doc) and doc[at].lower_ in (",", "and"):
            at += 1
        if at not in sites or at >= len(doc) or doc[at - 1].lower_ not in (",", "and"):
            return
        yield Found(at, sites[at], "Event")


def _past_year(doc: Doc, index: int) -> int:
    """Behind a year in brackets or after "in"."""
    words = [t.text for t in doc[index : index + 3]]
    if len(words) == 3 and words[0] == "(" and YEAR.fullmatch(words[1]) and words[2] == ")":
        return index + 3
    return index + 2 if len(words) > 1 and words[0] == "in" and YEAR.fullmatch(words[1]) else index


def _adjectives_before(doc: Doc, index: int) -> int:
    while index and doc[index - 1].lower_ in WHICH and doc[index - 1].is_alpha:
        index -= 1
    return index


def _before(doc: Doc, index: int, ends: dict[int, int]) -> tuple[int, int] | None:
    """ "G7 foreign ministers' meeting", "NATO's seventy-fifth summit": whose it is stands before the word."""
    start, seen = index, set[str]()
    if index > 2 and doc[index - 1].text == ")" and doc[index - 3].text == "(" and index - 3 in ends:
        start = index - 3  # "Asia-Pacific Economic Cooperation (APEC) summit"
    while start > 0 and start not in ends and (doc[start - 1].lower_ in BETWEEN or _tells_which(doc, start - 1)):
        start -= 1
        seen.add(doc[start].lower_)
    if start not in ends or (doc[index].lower_ in MEETINGS and not seen & ATTENDED_BY):
        return None
    return ends[start], index + 1


def _behind(doc: Doc, index: int, holders: dict[int, int]) -> tuple[int, int] | None:
    """ "meeting of NATO defence ministers": whose it is stands behind."""
    at = index + 2 if doc[index + 1 : index + 3].text.lower() == "of the" else index + 1
    if at + 1 >= len(doc) or doc[index + 1].lower_ != "of":
        return None
    if at + 1 not in holders:
        return _of_ministers(doc, index, at + 1, holders)
    end = holders[at + 1]
    while end < len(doc) and doc[end].lower_ in BETWEEN and doc[end].lower_ not in ATTENDED_BY:
        end += 1
    return (index, end + 1) if end < len(doc) and doc[end].lower_ in ATTENDED_BY else None


def _of_ministers(doc: Doc, index: int, at: int, holders: dict[int, int]) -> tuple[int, int] | None:
    """ "meeting of the foreign ministers of the Association of …": who meets stands before whose they are."""
    seen = set[str]()
    while at < len(doc) and doc[at].lower_ in BETWEEN and at not in holders:
        seen.add(doc[at].lower_)
        at += 1
        if at < len(doc) and doc[at].lower_ == "the" and doc[at - 1].lower_ == "of":
            at += 1
    led_to = doc[at - 1].lower_ in ("of", "the")
    return (index, holders[at]) if led_to and at in holders and seen & ATTENDED_BY else None


def _tells_which(doc: Doc, index: int) -> bool:
    word = doc[index].lower_
    ordinal = word[:-2].isdigit() and word.endswith(("st", "nd", "rd", "th"))
    return (
        ordinal
        or word in WHICH
        or word.endswith(("ty", "fifth", "first", "second", "third", "ieth", "tenth", "anniversary"))
    )
