"""Names with or by the sort of a thing: "the alliance", "Nikkei newspaper", "the ITPP" for "the ITPP with Japan"."""

from __future__ import annotations

from jnato_graph.resolve.groups import DATED, Group, Groups
from jnato_graph.resolve.names import naming, plain, without_tail, words


def join_bodies(groups: Groups) -> None:
    """A word for a sort of body means the listed body of that sort that was named last before."""
    for g in list(groups.all):
        if not g.members or g.label != "Organisation" or g.key:
            continue
        fits = [
            o for o in groups.all
            if o.key and o.members and (entity := groups.reference.entities.get(o.key)) is not None
            and any(_calls(n, entity.kind or "") for n in g.names)
        ]  # fmt: skip
        fits = fits or _seated(groups, g)
        if fits:
            groups.merge(max(fits, key=lambda o: groups.nearness(o, g)), g)


def _seated(groups: Groups, g: Group) -> list[Group]:
    """ "Brussels" as a body: the bodies that a text may call by their seat and that are named in it."""
    keys = {key for name in g.names for key in naming().metonyms.get(name, ())}
    return [o for o in groups.all if o.members and o.key in keys]


def join_tails(groups: Groups) -> None:
    """A name with a noun behind it that only tells its sort is the name without it."""
    for g in list(groups.all):
        short = {plain(t) for i in g.members if (t := without_tail(groups.mentions[i].text, g.label))}
        other = next((o for o in groups.all if o is not g and o.label == g.label and short & o.names), None)
        if other is not None:
            groups.merge(other, g)


def join_general(groups: Groups) -> None:
    """The listed sort of a thing means the one listed thing of that sort that the document names."""
    for g in list(groups.all):
        sort = groups.reference.entities.get(g.key)
        if not g.members or sort is None or sort.label not in DATED:
            continue
        fits = [
            o for o in groups.all
            if o.members and (entity := groups.reference.entities.get(o.key)) is not None
            and entity.parent == sort.key and words(plain(sort.name)) < words(plain(entity.name))
        ]  # fmt: skip
        if len(fits) == 1:
            fits[0].members = sorted(fits[0].members + g.members)
            fits[0].names |= g.names
            g.members, g.names = [], set()


_LARGE = frozenset({"alliance", "union", "group of states", "international organisation"})


def _calls(name: str, kind: str) -> bool:
    """Whether a body of that kind may be called so: "bloc", and a large one also "military bloc"."""
    generic = naming().generic.get(kind, frozenset())
    if name in generic:
        return True
    first, _, rest = name.partition(" ")
    return kind in _LARGE and first in naming().adjectives and rest in generic
