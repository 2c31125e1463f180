"""Finds that the words around them speak against: ships, headlines, regions used as adjectives."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from spacy.tokens import Doc

from jnato_graph.annotate.spans import Found

PREFIXES = frozenset({
    "HMS", "USS", "JS", "HMAS", "HMCS", "HMNZS", "HNLMS", "HDMS", "HNoMS", "HSwMS", "FS", "ITS", "FGS", "JDS", "ROKS",
    "INS", "BRP", "USNS", "RFA", "ESPS", "BNS",
})  # fmt: skip
VESSELS = frozenset({
    "frigate", "destroyer", "corvette", "carrier", "submarine", "cruiser", "minehunter", "minesweeper", "icebreaker",
    "cutter", "tanker", "trawler", "ferry", "ship", "vessel", "flagship", "gunboat", "warship", "yacht",
})  # fmt: skip
REGIONAL = frozenset(
    {"Baltic", "Arctic", "Pacific", "Atlantic", "Balkan", "Caribbean", "Mediterranean", "Nordic", "Gulf"}
)
REGION_NOUNS = frozenset(
    {"region", "area", "theatre", "theater", "basin", "rim", "coast", "littoral", "waters", "ocean"}
)


def without_doubtful(
    doc: Doc, finds: Iterable[Found], listed: Container[tuple[int, int]], words: Mapping[str, str], lines: Sequence[str]
) -> list[Found]:
    """`finds` without those that are no names where they stand; what is `listed` is left, but for regions.

    `words` are the marks of single words, `lines` tells for each token the kind of its line.
    """
    finds, kept = list(finds), list[Found]()
    elsewhere = {found.text(doc) for found in finds if lines[found.start] not in ("title", "caps")}
    last_ship = -2
    for found in sorted(finds):
        if found.label == "Place" and _is_adjective(doc, found):
            continue
        if found[:2] not in listed:
            if is_ship(doc, found, last_ship):
                last_ship = found.end
                continue
            if lines[found.start] == "title" and found.text(doc) not in elsewhere and _only_capitals(doc, found, words):
                continue
        kept.append(found)
    return kept


def is_ship(doc: Doc, found: Found, last_ship: int = -2) -> bool:
    """Whether a find is the name of a ship: "the frigate Evertsen", "JS Kaga", "the destroyers Aki and Haru"."""
    if doc[found.start].text in PREFIXES:
        return True
    if not found.start:
        return False
    before = doc[found.start - 1]
    if before.text in PREFIXES or (before.is_lower and before.text.removesuffix("s") in VESSELS):
        return True
    return before.lower_ in ("and", ",") and found.start - last_ship in (1, 2) and doc[last_ship - 1].is_title


def _is_adjective(doc: Doc, found: Found) -> bool:
    """Whether a region only says which: "Baltic states"; "the Pacific region" is the region."""
    if found.end - found.start != 1 or doc[found.start].text not in REGIONAL or found.end >= len(doc):
        return False
    after = doc[found.end]
    return after.is_lower and after.pos_ == "NOUN" and after.lower_ not in REGION_NOUNS


def _only_capitals(doc: Doc, found: Found, words: Mapping[str, str]) -> bool:
    """Whether it may be only the capitals of a headline that make a name of it."""
    marks = [words.get(doc[index].lower_, "") for index in range(found.start, found.end)]
    if found.label == "Person":
        return len(marks) < 2 or any(marks)
    return found.label == "Place" or len(marks) < 2 or not any(marks)
