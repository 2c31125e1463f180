"""Offices, wars, meetings and visits by their parts: whose, what, where.

"NATO liaison office in Tokyo", "Tokyo liaison office" and "the liaison office" agree in all parts that they tell;
"NATO liaison office in Kyiv" does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from jnato_graph.reference import Reference
from jnato_graph.resolve.names import SMALL, naming, plain, years

STRUCTURED = frozenset({"Office", "Event", "Exercise", "Organisation"})
_WHERE = frozenset({"in", "at", "off", "near"})
_WHOSE = frozenset({"of"})
_TARGETS = frozenset({"to", "against", "on", "into", "with"})
_MEETINGS = frozenset({"summit", "meeting", "conference", "talks"})
_NOISE = frozenset(
    {"new", "planned", "proposed", "first", "second", "permanent", "formal", "own", "future", "so", "called", "joint"}
    | {
        "current",
        "annual",
        "latest",
        "full",
        "scale",
        "official",
        "dedicated",
        "small",
        "possible",
        "would",
        "be",
        "one",
    }
)
_OWNS = re.compile(r"['’]s?\s|(?:an|ese|ish|ic|ch)\s", re.IGNORECASE)  # "Russia's", "Russian": who does it


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """The parts of a name; empty where it does not tell. Keys of the reference data where it knows the part."""

    kind: str
    owners: frozenset[str] = frozenset()
    place: str = ""
    target: str = ""
    years: frozenset[str] = frozenset()
    rest: frozenset[str] = frozenset()

    def told(self) -> int:
        """How much it tells."""
        return len(self.owners) + bool(self.place) + bool(self.target) + len(self.years) + len(self.rest)


def structure(text: str, label: str, reference: Reference) -> Structure | None:
    """The parts of a name, None when its head is of no known kind."""
    if label not in STRUCTURED:
        return None
    tokens = plain(text).split()
    found = _kind_at(tokens)
    if found is None:
        return None
    start, end, kind = found
    if label == "Organisation" and kind not in ("mission", "headquarters", "embassy"):
        return None
    parts = Structure(kind=kind, years=years(" ".join(tokens)))
    before, after = tokens[:start], tokens[end:]
    for words, key, is_state in _known(before, reference):
        if (kind in ("office", "consulate", "centre") and _is_place(key, reference) and not is_state) or (
            kind in _MEETINGS and _is_place(key, reference) and not is_state
        ):
            parts = replace(parts, place=parts.place or key)
        elif kind == "war" and parts.owners:
            parts = replace(parts, target=parts.target or key)
        else:
            parts = replace(parts, owners=parts.owners | {key})
        before = [w for w in before if w not in words]
    if kind == "war" and len(parts.owners) == 1 and not parts.target and not after and not _OWNS.search(text):
        parts = replace(
            parts, target=min(parts.owners), owners=frozenset()
        )  # "Ukraine war": the land, not the attacker
    parts = _after(parts, after, kind, reference)
    left = frozenset(before) - SMALL - _NOISE - parts.years
    return replace(parts, rest=parts.rest | left)


def agree(one: Structure, other: Structure, reference: Reference) -> bool:
    """Whether nothing that both tell differs."""
    if one.kind != other.kind:
        return False
    if one.years and other.years and not one.years & other.years:
        return False
    if one.owners and other.owners and not (one.owners <= other.owners or other.owners <= one.owners):
        return False
    if one.place and other.place and not _same_place(one.place, other.place, reference):
        return False
    if one.target and other.target and one.target != other.target:
        return False
    if one.rest and other.rest and not (one.rest <= other.rest or other.rest <= one.rest):
        return False
    if not one.told() or not other.told():
        return True
    if one.kind in _MEETINGS and not (_within(one, other) or _within(other, one)):
        return False
    return bool(
        one.owners & other.owners
        or (one.place and other.place)
        or (one.target and other.target)
        or one.rest & other.rest
        or one.years & other.years
    )


def _within(one: Structure, other: Structure) -> bool:
    """Whether `other` tells all that `one` does."""
    return (
        one.owners <= other.owners
        and one.rest <= other.rest
        and one.years <= other.years
        and (not one.place or bool(other.place))
        and (not one.target or bool(other.target))
    )


def joined(one: Structure, other: Structure, reference: Reference) -> Structure:
    """What both tell together."""
    place = one.place or other.place
    if one.place and other.place and _is_state(one.place, reference):
        place = other.place
    return Structure(
        kind=one.kind,
        owners=one.owners | other.owners,
        place=place,
        target=one.target or other.target,
        years=one.years | other.years,
        rest=one.rest | other.rest,
    )


def _kind_at(tokens: list[str]) -> tuple[int, int, str] | None:
    """Where the head stands: the longest phrase of a known kind, the last before a preposition."""
    kinds = naming().kind_of
    stop = next(
        (i for i, w in enumerate(tokens) if i and w in _WHERE | _WHOSE | _TARGETS | {"for", "between"}), len(tokens)
    )
    for end in range(stop, 0, -1):
        for start in range(max(0, end - 3), end):
            if (kind := kinds.get(" ".join(tokens[start:end]))) is not None:
                ends_name = end >= stop - 1 or end == 1 or all(w.isdigit() for w in tokens[end:stop])
                return (start, end, kind) if ends_name else None
    return None


def _known(tokens: list[str], reference: Reference) -> list[tuple[list[str], str, bool]]:
    """The listed states, bodies and places among words: (their words, key, whether it is a state)."""
    found: list[tuple[list[str], str, bool]] = []
    i = 0
    while i < len(tokens):
        for size in (4, 3, 2, 1):
            run = tokens[i : i + size]
            if len(run) == size and (key := key_of(" ".join(run), reference)):
                found.append((run, key, _is_state(key, reference)))
                i += size - 1
                break
        i += 1
    return found


def key_of(text: str, reference: Reference) -> str:
    """The key of the state, body or place of that name in small letters, '' when none or several are listed.

    "Japanese capital" is the city.
    """
    if text.endswith(" capital") and (
        state := reference.entities.get(key_of(text.removesuffix(" capital"), reference))
    ):
        return state.capital or ""
    for surface in (text, text.upper(), text.title()):
        keys = {
            f.key for f in reference.candidates(surface) if f.kind not in ("capital", "surname") and not f.ambiguous
        }
        if len(keys) == 1:
            return keys.pop()
    return ""


def _after(parts: Structure, tokens: list[str], kind: str, reference: Reference) -> Structure:
    """Read "in Tokyo", "of Japan", "to NATO" behind the head."""
    i = 0
    while i < len(tokens):
        link = tokens[i]
        end = next(
            (j for j in range(i + 1, len(tokens)) if tokens[j] in _WHERE | _WHOSE | _TARGETS | {"for", "by"}),
            len(tokens),
        )
        phrase = [w for w in tokens[i + 1 : end] if w not in SMALL and w not in parts.years and w not in _MONTHS]
        what = key_of(" ".join(phrase), reference) or " ".join(phrase)
        if phrase and link in _WHERE and kind != "war":
            parts = replace(parts, place=parts.place or what)
        elif phrase and (link in _TARGETS or kind == "war"):
            parts = replace(parts, target=parts.target or what)
        elif phrase and link in _WHOSE and kind not in _MEETINGS:
            parts = replace(parts, owners=parts.owners | {what})
        elif phrase:
            parts = replace(parts, rest=parts.rest | frozenset(phrase))
        i = max(end, i + 1)
    return parts


_MONTHS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"}
    | {"december"}
)


def _is_state(key: str, reference: Reference) -> bool:
    entity = reference.entities.get(key)
    return entity is not None and entity.label == "State"


def _is_place(key: str, reference: Reference) -> bool:
    entity = reference.entities.get(key)
    return entity is not None and entity.label in ("Place", "State")


def _is_region(key: str, reference: Reference) -> bool:
    """A place that lies in no one state: "Asia", "the Indo-Pacific"."""
    entity = reference.entities.get(key)
    return entity is not None and entity.label == "Place" and not entity.state


def _same_place(one: str, other: str, reference: Reference) -> bool:
    """Whether two places are one, or one lies in the other as a listed city does in its state."""
    if one == other or _is_region(one, reference) or _is_region(other, reference):
        return True
    for inner, outer in ((one, other), (other, one)):
        entity, around = reference.entities.get(inner), reference.entities.get(outer)
        if entity is not None and (entity.state == outer or entity.place == outer):
            return True
        if around is not None and around.capital == inner:
            return True
    return False
