"""A longer and a shorter name of one thing, by its parts or by its words, and the head alone: "the Council"."""

from __future__ import annotations

from collections.abc import Sequence

from jnato_graph.annotate.repair_words import words as repair_words
from jnato_graph.resolve.groups import EXACT, Group, Groups, is_one_of_many, kin
from jnato_graph.resolve.names import head, naming, plain, singular, words, years
from jnato_graph.resolve.structure import agree, joined, structure

_NAMED_LATER = frozenset({"Agreement", "Programme", "Policy", "Office"})
LEAD = 800  # characters of a title and a lead
_EVENTFUL = frozenset({"Exercise", "Operation"})


def join_structured(groups: Groups) -> None:
    """Offices, wars, meetings: names that agree in all parts that they tell."""
    shaped: list[Group] = []
    for g in groups.all:
        shapes = [s for i in g.members if (s := structure(groups.mentions[i].text, g.label, groups.reference))]
        if shapes:
            shape = shapes[0]
            for other in shapes[1:]:
                if agree(shape, other, groups.reference):
                    shape = joined(shape, other, groups.reference)
            g.shape = shape
            shaped.append(g)
    # who tells most comes first, so that a short name meets whole ones
    for g in sorted(shaped, key=lambda g: (-(g.shape.told() if g.shape else 0), min(g.members))):
        if not g.members or g.shape is None or _is_one_of_many(groups, g):
            continue
        fits = [
            o for o in shaped
            if o is not g and o.members and o.shape is not None and o.shape.told() >= g.shape.told()
            and kin(o.label, g.label) and not (o.key and g.key) and agree(g.shape, o.shape, groups.reference)
        ]  # fmt: skip
        if len(fits) > 1 and not _all_agree(groups, fits):
            fits = [max(fits, key=lambda o: groups.nearness(o, g))] if g.shape.told() <= 1 else []
        for fit in fits[1:]:
            groups.merge(fits[0], fit)
        if fits:
            shape = g.shape
            for fit in fits:
                shape = joined(fit.shape or shape, shape, groups.reference)
            groups.merge(fits[0], g)
            fits[0].shape = shape


def _all_agree(groups: Groups, found: Sequence[Group]) -> bool:
    return all(
        one.shape is not None and other.shape is not None and agree(one.shape, other.shape, groups.reference)
        and not (one.key and other.key)
        for i, one in enumerate(found) for other in found[:i]
    )  # fmt: skip


def join_shortened(groups: Groups) -> None:
    """A shorter name goes to the one longer name that has all its words and its head."""
    # longer names first: when "the Package" asks, "NATO's Package" and "the Package for Ukraine" are one already
    for g in sorted(
        groups.all, key=lambda g: (-max((len(words(n)) for n in g.names), default=0), min(g.members, default=0))
    ):
        if not g.members or g.label in EXACT:
            continue
        fits = [
            o for o in groups.all
            if o is not g and o.members and o.label not in EXACT and kin(o.label, g.label)
            and not (o.key and g.key and o.key != g.key) and _is_shorter(groups, g, o)
        ]  # fmt: skip
        if len(fits) == 1:
            groups.merge(fits[0], g)


def _is_one_of_many(groups: Groups, g: Group) -> bool:
    return all(is_one_of_many(groups.mentions[i]) for i in g.members)


def _is_shorter(groups: Groups, short: Group, long: Group) -> bool:
    if _is_one_of_many(groups, short):
        return False
    if short.shape is not None and long.shape is not None and not agree(short.shape, long.shape, groups.reference):
        return False
    plural = short.label in ("Programme", "Event", "Exercise")
    for name in map(singular, short.names) if plural else short.names:
        for other in map(singular, long.names) if plural else long.names:
            if len(words(name)) < 1 or not words(name) < words(other):
                continue
            if short.label == "Exercise" and years(other) - years(name):
                continue  # "RIMPAC 2024" is one of "RIMPAC"
            if short.label == "Organisation" and (words(other) - words(name)) & _likening():
                continue  # an "Asian NATO" is not NATO
            if any(other == f"{name} {tail}" for tail in naming().tails.get(short.label, ())):
                return True
            if head(name) == head(other) and (len(words(name)) > 1 or _is_acronym(groups, short)):
                return True
            if short.label == "Event" and len(words(name)) == 1 and head(name) != head(other) and name in other.split():
                return True
    return False


def _likening() -> frozenset[str]:
    return frozenset(plain(word) for word in repair_words()["likening"])


def _is_acronym(groups: Groups, g: Group) -> bool:
    return all(groups.mentions[i].text.isupper() for i in g.members)


def join_announced(groups: Groups) -> None:
    """What a title or lead describes ("Arctic cable accord") is the one thing with that head that is named after it."""
    for g in list(groups.all):
        if not g.members or g.key or g.label not in _NAMED_LATER:
            continue
        if groups.mentions[min(g.members)].start > LEAD:
            continue  # what is described further down is another one
        texts = [groups.mentions[i].text for i in g.members]
        heads = {head(plain(text)) for text in texts}
        if len(heads) != 1 or heads & naming().plain_offices or not all(heads & set(text.split()) for text in texts):
            continue  # its head is written with a capital: a name
        same = [
            o for o in groups.all
            if o is not g and o.members and kin(o.label, g.label) and any(head(n) in heads for n in o.names)
        ]  # fmt: skip
        if len(same) == 1 and not same[0].key and min(same[0].members) > g.members[0]:
            groups.merge(same[0], g)


def join_heads(groups: Groups) -> None:
    """The head alone ("the Council", "the drill") goes to the last thing named before it with that head."""
    for g in list(groups.all):
        if not g.members or g.label == "Person" or g.key:
            continue
        common = naming().common.get(g.label, frozenset())
        if not all(n in common or (len(n.split()) == 1 and g.label not in EXACT) for n in g.names):
            continue
        for index in list(g.members):
            name = plain(groups.mentions[index].text)
            _take_up(groups, g, index, name if name in g.names else min(g.names), common)


def _take_up(groups: Groups, g: Group, index: int, name: str, common: frozenset[str]) -> None:
    """One such mention means the last thing before it with that head, else the last of its label."""
    before = [
        o for o in groups.all
        if o is not g and o.members and min(o.members) < index and kin(o.label, g.label)
        and not _is_part_of(groups, o, index)
    ]  # fmt: skip
    fits = [o for o in before if any(head(n) == name and n != name for n in _all_names(groups, o))]
    if not before and name in common:  # "The drill went on: ... in Austral Gate": named only afterwards
        fits = [o for o in groups.all if o is not g and o.members and o.label == g.label and o.label in _EVENTFUL]
        fits = fits if len(fits) == 1 else []
    if not fits and name in common:
        fits = [o for o in before if o.label == g.label and _may_be(groups, o)]
        if g.label in ("Office", "Event") or (g.label in ("Agreement", "Programme", "Policy") and len(fits) > 1):
            return
    if fits:
        best = max(fits, key=lambda o: max((i for i in o.members if i < index), default=-1))
        g.members.remove(index)
        best.members = sorted([*best.members, index])
        best.names.add(name)


def _all_names(groups: Groups, g: Group) -> set[str]:
    """The names in the document and, of a listed thing, its listed name."""
    entity = groups.reference.entities.get(g.key)
    names = g.names | {plain(groups.mentions[i].text) for i in g.members}
    return names | {plain(entity.name)} if entity is not None else names


def _may_be(groups: Groups, g: Group) -> bool:
    entity = groups.reference.entities.get(g.key)
    if g.label == "State":
        return g.key in naming().islands
    if g.label == "Place":
        return entity is None or entity.kind in ("city", None)
    return True


def _is_part_of(groups: Groups, o: Group, index: int) -> bool:
    """Whether the thing is only named inside the very mention that asks."""
    mine = groups.mentions[index]
    return all(
        mine.start <= groups.mentions[i].start and groups.mentions[i].end <= mine.end for i in o.members if i < index
    )
