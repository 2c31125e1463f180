"""Persons: surnames go to full names, and two who share a surname stay two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jnato_graph.resolve.groups import Group, Groups
from jnato_graph.resolve.names import naming, plain, titles

_COURTESY = frozenset(["mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "former"])

_TOLD = re.compile(r"^,\s+an?\s+([^,.;]+)")


def join_persons(groups: Groups) -> None:
    """Put each surname to its full name, where one alone can be meant."""
    people = [g for g in groups.all if g.label == "Person" and g.members]
    full = [g for g in people if any(" " in n for n in g.names)]
    for person in people:
        if person in full or not person.members:
            continue
        name = min(person.names)
        bearers = [
            g for g in full if g.members and any(_bears(n, name) for n in g.names) and _titles_agree(groups, g, person)
        ]
        if person.key:
            bearers = [g for g in bearers if g.key in ("", person.key)]
        if not bearers:
            _by_surname(groups, person, name)
        elif len(bearers) == 1:
            groups.merge(bearers[0], person)
        else:
            _share_out(person, bearers)
    for person in full:  # "Mr Sauli Niinistö" and "Sauli Väinämö Niinistö"
        for other in full:
            if person is not other and person.members and other.members and _same_person(person, other):
                groups.merge(person, other)
    for person in full:
        meant = [other for other in full if other.members and _is_shortened_of(person, other)]
        if person.members and len(meant) == 1:
            groups.merge(meant[0], person)


def _titles_agree(groups: Groups, one: Group, other: Group) -> bool:
    mine, theirs = _titles(groups, one), _titles(groups, other)
    return not mine or not theirs or any(a in b or b in a for a in mine for b in theirs)


def _titles(groups: Groups, person: Group) -> set[str]:
    """Offices that the text puts before the name; "Mr" and the like are none."""
    found = {titles(groups.mentions[i].text) for i in person.members}
    for i in person.members:
        before = f" {plain(groups.mentions[i].before)}"
        found |= {next((t for t in naming().sorts["Person"] if before.endswith(f" {t}")), "")}  # the longest
    return {t for t in found if t and t not in _COURTESY}


def _share_out(person: Group, bearers: list[Group]) -> None:
    """A surname that two bear goes to the one named last before it; named before both, it stays apart."""
    for index in list(person.members):
        before = [(max(i for i in g.members if i < index), g) for g in bearers if min(g.members) < index]
        if before:
            person.members.remove(index)
            max(before, key=lambda b: b[0])[1].members.append(index)


def _by_surname(groups: Groups, person: Group, name: str) -> None:
    """A surname alone means the listed person who held an office at the date, if there is but one."""
    if person.key or any(_is_another(groups.mentions[i].after) for i in person.members):
        return
    keys = groups.reference.surname(name, groups.date)
    titled = _titled(groups, person, keys)
    if len(titled or keys) == 1:
        groups.give_key(person, (titled or keys)[0])


def _is_another(after: str) -> bool:
    """ "Mr Suga, a barber from Akita": who is told to be something else than an office holder is a namesake."""
    told = _TOLD.match(after)
    serving = (*naming().sorts["Person"], *naming().in_politics)
    return told is not None and not any(f" {word} " in f" {plain(told[1])} " for word in serving)


def _titled(groups: Groups, person: Group, keys: Sequence[str]) -> tuple[str, ...]:
    """Of several listed persons those who once held the office that the text puts before the name."""
    titles = {plain(f"{groups.mentions[i].before} {groups.mentions[i].text}") for i in person.members}
    return tuple(
        key for key in keys
        if any(plain(t) in title for term in groups.reference.terms_of(key) for t in term.titles for title in titles)
    )  # fmt: skip


def _bears(full: str, short: str) -> bool:
    """Whether `short` is the surname (last, or first in East Asian order) or the given name in `full`."""
    parts = full.split()
    return short in (parts[-1], parts[0]) or full.endswith(f" {short}") or full.startswith(f"{short} ")


def _same_person(one: Group, other: Group) -> bool:
    if one.key and other.key and one.key != other.key:
        return False
    for a in one.names:
        for b in other.names:
            first, second = a.split(), b.split()
            if len(first) > 1 and len(second) > 1 and (set(first) < set(second) or sorted(first) == sorted(second)):
                return True
    return False


def _is_shortened_of(one: Group, other: Group) -> bool:
    if one is other or (one.key and other.key and one.key != other.key):
        return False
    return any(_is_shortened(a.split(), b.split()) for a in one.names for b in other.names)


def _is_shortened(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether `short` is `full` with initials for the given names: "L. Berg", "L. M. Berg" and "Lena Maria Berg"."""
    letters, given = short[:-1], full[:-1]
    return (
        short[-1] == full[-1]
        and 0 < len(letters) <= len(given)
        and all(
            len(letter) == 1 < len(name) and name[0] == letter for letter, name in zip(letters, given, strict=False)
        )
    )
