"""The groups of a document's mentions while they are being put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from jnato_graph.reference import Reference
from jnato_graph.reference.spelling import strip_marks
from jnato_graph.resolve.names import naming, plain, without_bracket, without_date, without_tail
from jnato_graph.resolve.structure import Structure, key_of

# labels under which one thing may be named by turns
_KIN = (
    frozenset({"Office", "Organisation"}),
    frozenset({"Agreement", "Programme", "Policy"}),
    frozenset({"Exercise", "Operation", "Event"}),
)
# names of these are whole as they stand: a shorter one is another thing
EXACT = frozenset({"State", "Place", "Person"})
DATED = frozenset({"Agreement", "Programme", "Policy", "Event"})


_TOLD_BEHIND: Final = re.compile(r",? (?:at|in) (?:[A-Z]|\d{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A mention as grouping sees it. `key` is its reference key or ''; `follows` the mention that it stands in brackets
    after ("NATO Training Mission (NTM)"), or -1."""

    text: str
    label: str
    start: int
    end: int
    key: str = ""
    follows: int = -1
    before: str = ""
    after: str = ""


def is_one_of_many(mention: Named) -> bool:
    """ "The first to attend a NATO summit, at Madrid in 2022": some event of its sort, which what follows tells."""
    article = mention.before.lower().endswith((" a ", " an ", " any ", " another "))
    return mention.label == "Event" and article and _TOLD_BEHIND.match(mention.after) is not None


@dataclass(slots=True)
class Group:
    """The mentions, by index, that name one thing."""

    members: list[int]
    key: str
    label: str
    names: set[str] = field(default_factory=set)
    shape: Structure | None = None


class Groups:
    """All groups of a document, with the look-ups that every step of grouping needs."""

    def __init__(self, mentions: Sequence[Named], reference: Reference, date: str | None) -> None:
        """`date`: the document's, by which listed things that bear one name are told apart."""
        self.mentions, self.reference, self.date = mentions, reference, date
        self.all: list[Group] = []

    def listed(self, mention: Named) -> str:
        """The key of the one listed thing of this label that the form means."""
        if mention.label == "State" and (key := self.government(mention.text)):
            return key
        keys, chosen = self.candidates(mention)
        return next(iter(keys)) if len(keys) == 1 else chosen

    def candidates(self, mention: Named) -> tuple[frozenset[str], str]:
        """All listed things of this label that the form may mean, and the one that the date decides for, if any."""
        undated, year = without_date(mention.text) if mention.label in DATED else ("", "")
        tailless = without_tail(mention.text, mention.label)
        for surface in dict.fromkeys((mention.text, *_spellings(mention.text), tailless, undated)):
            forms = [f for f in self.reference.candidates(surface) if f.label == mention.label and f.kind != "surname"]
            keys = frozenset(f.key for f in forms)
            if (
                surface == undated and mention.label == "Event"
            ):  # "Washington Summit of July 2024": the one of that year
                keys = frozenset(k for k in keys if (self.reference.entities[k].since or "").startswith(year))
            if keys:
                entity = self.reference.choose(surface, self.date) if len(keys) > 1 else None
                return keys, entity.key if entity is not None and entity.key in keys else ""
        return frozenset(), ""

    def government(self, text: str) -> str:
        """ "Government of India", "Kishida government": the state, by its name or its leader's."""
        name = plain(text)
        for word in naming().governments:
            if name.endswith(f" {word}") or name.startswith(f"{word} of "):
                rest = name.removesuffix(f" {word}").removeprefix(f"{word} of ")
                if key := key_of(rest, self.reference):
                    return key
                states = {
                    term.actor for person in self.reference.surname(rest, self.date)
                    for term in self.reference.terms_of(person) if self.reference.entities[term.actor].label == "State"
                }  # fmt: skip
                if len(states) == 1:
                    return states.pop()
        return ""

    def give_key(self, g: Group, key: str) -> None:
        """Make `g` the listed thing `key`, together with what is known to be it."""
        listed = next((o for o in self.all if o.key == key and o.members), None)
        if listed is not None:
            self.merge(listed, g)
        else:
            g.key = key

    def nearness(self, candidate: Group, g: Group) -> int:
        """How near before the first mention of `g` the candidate was named last; named only later counts least."""
        first = min(g.members)
        before = [i for i in candidate.members if i < first]
        return max(before) if before else -min(candidate.members) - 1000

    def of(self, index: int) -> Group:
        """The group that a mention is in."""
        return next(g for g in self.all if index in g.members)

    def merge(self, one: Group, other: Group) -> None:
        """Put `other` into `one`, unless they are two listed things."""
        if one is other or (one.key and other.key and one.key != other.key):
            return
        if len(other.members) > len(one.members) and not one.key:
            one.label = other.label
        one.key = one.key or other.key
        one.members = sorted(one.members + other.members)
        one.names |= other.names
        other.members, other.names = [], set()


def _spellings(text: str) -> tuple[str, ...]:
    """Ways in which the reference data may have the form."""
    return without_bracket(text), strip_marks(text), text.title()


def kin(one: str, other: str) -> bool:
    """Whether one thing may bear both labels by turns."""
    return one == other or any(one in kind and other in kind for kind in _KIN)
