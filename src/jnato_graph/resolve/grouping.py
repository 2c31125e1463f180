"""Which mentions of one document name the same thing.

Pure: it depends on the names, their labels, their order, and the reference data. Two listed things are never one; what
is doubtful stays apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from jnato_graph.reference import Reference
from jnato_graph.resolve.groups import Group, Groups, Named, kin
from jnato_graph.resolve.instances import join_editions, of_states
from jnato_graph.resolve.names import bare, bracketed, initials, naming, plain
from jnato_graph.resolve.persons import join_persons
from jnato_graph.resolve.shorter import join_announced, join_heads, join_shortened, join_structured
from jnato_graph.resolve.sorts import join_bodies, join_general, join_tails

__all__ = ["Group", "Named", "group"]

# What stands between two names of one thing: "the Southeast Asia Collective Defense Treaty, or “Manila Pact”".
_OTHERWISE = re.compile(
    r"^\W{0,3}(?:or|(?:also|better|otherwise|commonly|more commonly|generally|formally|officially|popularly) "
    r"(?:known|called|referred to)(?: as)?|also known as|known as|officially|formally|a\.?k\.?a\.?)"
    r"(?: simply)?(?: the)? ?[\"“”'‘’]?$"
)
_NAMED_TWICE = frozenset({"Agreement", "Programme", "Policy", "Event", "Exercise", "Operation"})


def group(mentions: Sequence[Named], reference: Reference, date: str | None = None) -> list[Group]:
    """Put mentions that name the same thing together, in the order of their first mention.

    `date` is the document's: a listed thing that only a date tells from others is chosen by it.
    """
    groups = Groups(of_states(mentions, reference), reference, date)
    _by_name(groups)
    _by_company(groups)
    _by_bracket(groups)
    _by_acronym(groups)
    _by_other_name(groups)
    join_persons(groups)
    join_structured(groups)
    join_tails(groups)
    join_bodies(groups)
    join_general(groups)
    join_editions(groups)
    join_shortened(groups)
    join_announced(groups)
    join_heads(groups)
    return sorted((g for g in groups.all if g.members), key=lambda g: min(g.members))


def _by_name(groups: Groups) -> None:
    by_key: dict[tuple[str, str], Group] = {}
    by_name: dict[tuple[str, str], Group] = {}
    for index, mention in enumerate(groups.mentions):
        name = bare(mention.text, mention.label)
        key = mention.key or groups.listed(mention)
        found = by_key.get((key, "")) if key else by_name.get((mention.label, name))
        if found is None and not key:
            found = next((g for (label, n), g in by_name.items() if n == name and kin(label, mention.label)), None)
        if found is None:
            found = Group(members=[], key=key, label=mention.label)
            groups.all.append(found)
        if key:
            by_key[key, ""] = found
        by_name.setdefault((mention.label, name), found)
        found.members.append(index)
        found.names.add(name)
    # the same words without a key join the listed thing that bears them
    for one in groups.all:
        if not one.key:
            for other in groups.all:
                if (
                    other.key
                    and one.members
                    and other.members
                    and kin(one.label, other.label)
                    and one.names & other.names
                ):
                    groups.merge(other, one)
                    break


def _by_company(groups: Groups) -> None:
    """A form of several listed things means the one that is named otherwise too ("Korean" beside "Seoul")."""
    present = {g.key for g in groups.all if g.key and g.members}
    for g in list(groups.all):
        if g.key or not g.members:
            continue
        keys = set().union(*(groups.candidates(groups.mentions[i])[0] for i in g.members))
        if (
            g.label == "State"
            and any(n in naming().halves for n in g.names)
            and present & set(naming().halves.values())
        ):
            keys |= {naming().halves[n] for n in g.names if n in naming().halves}
            present |= keys
        if len(known := keys & present) > 1:
            known &= {naming().usual_halves[n] for n in g.names if n in naming().usual_halves}
        if len(known) == 1:
            groups.give_key(g, known.pop())


def _by_bracket(groups: Groups) -> None:
    for index, mention in enumerate(groups.mentions):
        if mention.follows >= 0 and kin(mention.label, groups.mentions[mention.follows].label):
            first = groups.of(mention.follows)
            fits = any(initials(n) & {plain(mention.text)} for n in first.names)
            # "Liaison Office (NATO)", "Sea Anvil (Nordic Dawn)" name two things
            if fits or (not groups.of(index).key and _is_acronym(mention.text)):
                groups.merge(first, groups.of(index))
        if acronym := bracketed(mention.text):
            for other in groups.all:
                if other.members and plain(acronym) in other.names and kin(other.label, mention.label):
                    groups.merge(groups.of(index), other)
                    break
            groups.of(index).names.add(plain(acronym))


def _by_acronym(groups: Groups) -> None:
    for short in list(groups.all):
        texts = {groups.mentions[i].text for i in short.members}
        acronyms = {plain(t) for t in texts if t.isupper() and 2 < len(t) <= 8 and t.isalpha()}
        if not acronyms or short.key:
            continue
        fits = [
            g for g in groups.all
            if g is not short and g.members and kin(g.label, short.label)
            and any(initials(n) & acronyms for n in g.names if " " in n)
        ]  # fmt: skip
        if len(fits) == 1:
            groups.merge(fits[0], short)


def _by_other_name(groups: Groups) -> None:
    """A name that is given as the other name of the one right before it."""
    for index, (one, other) in enumerate(pairwise(groups.mentions)):
        gap = other.start - one.end
        if not (kin(one.label, other.label) and one.label in _NAMED_TWICE and 0 < gap <= len(other.before)):
            continue
        between = other.before[-gap:]
        # "the Lima Pact or the Manila Pact" are two
        if _OTHERWISE.match(between) and not between.startswith(" or"):
            groups.merge(groups.of(index), groups.of(index + 1))


def _is_acronym(text: str) -> bool:
    return " " not in text and sum(c.isupper() for c in text) > 1
