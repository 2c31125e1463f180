"""Finds that the words around them speak against: ships and headlines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Doc

from jnato_graph.annotate.lexicon import Match
from jnato_graph.annotate.offices import MISSION_SORTS
from jnato_graph.annotate.ships import VESSELS, prefixed, states_by_prefix
from jnato_graph.annotate.spans import Found

# What stands before the name of a person, or of a ship.
RANKS = frozenset({
    "adm", "vadm", "radm", "gen", "lt", "maj", "col", "capt", "cmdr", "cdr", "sgt", "admiral", "general", "colonel",
    "major", "captain", "commander", "commodore", "carrier", "mr", "mrs", "ms", "dr",
})  # fmt: skip
# What has a number or a year and is no exercise: "Phase 4", "Pillar One", "Spring 2023".
STAGES = frozenset({
    "phase", "pillar", "stage", "chapter", "part", "article", "section", "figure", "table", "spring", "summer",
    "autumn", "fall", "winter", "fiscal", "ctf",
})  # fmt: skip
ARMS = frozenset({
    "missile", "missiles", "nuclear", "weapons", "tank", "tanks", "drone", "drones", "submarine", "submarines",
    "helicopter", "helicopters", "fighter", "fighters", "jet", "jets", "warheads",
})  # fmt: skip


POSSESSED = frozenset({"theirs", "ours", "mine", "hers", "yours"})
# Nouns that name nothing by themselves.
BARE = frozenset({"organisation", "organization", "body", "group", "agency", "institution", "country", "state"})
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
    last_ship, ships = -2, _christened(doc)
    for found in sorted(finds):
        match = listed.get(found[:2])
        if match is None or found.label == "Exercise" or all(meaning.kind == "town" for meaning in match.meanings):
            if is_ship(doc, found, last_ship):
                last_ship = found.end
                ships.add(found.text(doc))
                continue
            named_before = found.start and doc[found.start - 1].lower_ == "the"
            if found.text(doc) in ships and (named_before or found.label == "Person"):
                continue
        if match is None:
            if found.end - found.start == 1 and (
                doc[found.start].pos_ in ("PRON", "DET") or doc[found.start].lower_ in POSSESSED
            ):
                continue  # "We are against it", "Theirs is not a stupid argument"
            if doc[found.start : found.end].text in BARE:
                continue
            if found.label == "Office" and _is_undertaking(doc, found):
                continue
            if found.label == "Exercise" and _is_no_exercise(doc, found):
                continue
            if found.label != "Person" and _is_heading(doc, found):
                continue
            if lines[found.start] == "caps" and found.label in SHOUTED and shouted and found.text(doc) not in shouted:
                continue
            if lines[found.start] == "title" and found.text(doc) not in elsewhere and _only_capitals(doc, found, words):
                continue
        kept.append(found)
    return kept


def _christened(doc: Doc) -> set[str]:
    """The names that the text gives with a navy's letters: what bears one later is the ship again."""
    return {doc[ship.start + 1 : ship.end].text for ship in prefixed(doc)}


def _is_undertaking(doc: Doc, found: Found) -> bool:
    """Whether it is something done and no office: "the naval mission off Somalia", "a training mission for Mali"."""
    words = [doc[index].lower_ for index in range(found.start, found.end)]
    if words[-1] == "mission" and not MISSION_SORTS & set(words):
        return True
    return "mission" in words and "to" not in words and bool({"off", "for"} & set(words[words.index("mission") :]))


def _is_no_exercise(doc: Doc, found: Found) -> bool:
    """Whether it is a person by rank ("RADM KAWAMURA"), a stage ("Phase 4"), a season, a bare year, or a weapon."""
    first = doc[found.start].lower_.rstrip(".")
    before = doc[found.start - 1].lower_.rstrip(".") if found.start else ""
    after = doc[found.end].lower_ if found.end < len(doc) else ""
    return (
        first in RANKS
        or before in RANKS
        or (first in STAGES and found.end - found.start == 2)
        or after in ARMS
        or all(not token.is_alpha for token in doc[found.start : found.end])
    )


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


def _is_heading(doc: Doc, found: Found) -> bool:
    """Whether it stands in capitals before a colon: "WNAM REPORT: ", "(VIA TRANSLATOR): "."""
    words = doc[found.start : found.end]
    after = doc[found.end : found.end + 2].text.lstrip(")")
    return len(words) > 1 and all(t.is_upper for t in words if t.is_alpha) and after[:1] == ":"


def _only_capitals(doc: Doc, found: Found, words: Mapping[str, str]) -> bool:
    """Whether it may be only the capitals of a headline that make a name of it."""
    marks = [words.get(doc[index].lower_, "") for index in range(found.start, found.end)]
    if found.label == "Person":
        return len(marks) < 2 or any(marks)
    return found.label == "Place" or len(marks) < 2 or not any(marks)
