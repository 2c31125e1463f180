"""Finds that the words around them speak against: ships and headlines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Doc

from jnato_graph.annotate.lexicon import Match
from jnato_graph.annotate.ships import states_by_prefix
from jnato_graph.annotate.spans import Found

VESSELS = frozenset({
    "frigate", "destroyer", "corvette", "carrier", "submarine", "cruiser", "minehunter", "minesweeper", "icebreaker",
    "cutter", "tanker", "trawler", "ferry", "ship", "vessel", "flagship", "gunboat", "warship", "yacht",
})  # fmt: skip


POSSESSED = frozenset({"theirs", "ours", "mine", "hers", "yours"})
# What the recogniser makes of words in capitals that are none ("POLITICS ON THE SEA FLOOR").
SHOUTED = frozenset({"Event", "Place", "Programme", "Policy", "Agreement", "Exercise", "Operation"})


def without_doubtful(
    doc: Doc,
    finds: Iterable[Found],
    listed: Mapping[tuple[int, int], Match],
    words: Mapping[str, str],
    lines: Sequence[str],
) -> list[Found]:
    """`finds` without those that are no names where they stand; what is `listed` is left.

    `words` are the marks of single words, `lines` tells for each token the kind of its line.
    """
    finds, kept = list(finds), list[Found]()
    elsewhere = {found.text(doc) for found in finds if lines[found.start] not in ("title", "caps")}
    # where everything is in capitals, they tell nothing
    shouted = {text.upper() for text in elsewhere} if "" in lines else None
    last_ship, ships = -2, set[str]()
    for found in sorted(finds):
        match = listed.get(found[:2])
        if match is None or all(meaning.kind == "town" for meaning in match.meanings):
            if is_ship(doc, found, last_ship):
                last_ship = found.end
                ships.add(found.text(doc))
                continue
            if found.text(doc) in ships and found.start and doc[found.start - 1].lower_ == "the":
                continue
        if match is None:
            if (
                found.label == "Person"
                and found.end - found.start == 1
                and (doc[found.start].pos_ in ("PRON", "DET") or doc[found.start].lower_ in POSSESSED)
            ):
                continue  # "Theirs is not a stupid argument"
            if lines[found.start] == "caps" and found.label in SHOUTED and shouted and found.text(doc) not in shouted:
                continue
            if lines[found.start] == "title" and found.text(doc) not in elsewhere and _only_capitals(doc, found, words):
                continue
        kept.append(found)
    return kept


def is_ship(doc: Doc, found: Found, last_ship: int = -2) -> bool:
    """Whether a find is the name of a ship: "the frigate Evertsen", "JS Kaga", "the destroyers Aki and Haru"."""
    if doc[found.start].text in states_by_prefix():
        return True
    if not found.start:
        return False
    before = doc[found.start - 1]
    if before.text in states_by_prefix() or (before.is_lower and before.text.removesuffix("s") in VESSELS):
        return True
    return before.lower_ in ("and", ",") and found.start - last_ship in (1, 2) and doc[last_ship - 1].is_title


def _only_capitals(doc: Doc, found: Found, words: Mapping[str, str]) -> bool:
    """Whether it may be only the capitals of a headline that make a name of it."""
    marks = [words.get(doc[index].lower_, "") for index in range(found.start, found.end)]
    if found.label == "Person":
        return len(marks) < 2 or any(marks)
    return found.label == "Place" or len(marks) < 2 or not any(marks)
