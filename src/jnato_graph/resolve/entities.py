"""From a group of mentions to the `Entity` it names, with a key that depends on names and reference data alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from jnato_graph.records import Entity
from jnato_graph.reference import Reference
from jnato_graph.resolve.grouping import Group, Named
from jnato_graph.resolve.names import bare, naming, plain, slug, without_sort
from jnato_graph.resolve.structure import Structure


def entity_of(group: Group, mentions: Sequence[Named], reference: Reference, text: str = "") -> Entity:
    """The entity of a group: the listed one where the group has a reference key, else one made of its names.

    `text` is the document's: what has no name of its own ("joint statement", "Foreign Ministry") is that of its text.
    """
    listed = reference.entities.get(group.key)
    texts = Counter(mentions[i].text for i in group.members)
    if listed is not None:
        known = (listed.name, *listed.aliases)
        return Entity(
            key=listed.key,
            label=listed.label,
            name=listed.name,
            aliases=tuple(dict.fromkeys(a for a in known if a != listed.name)),
            listed=True,
            wikidata=listed.wikidata,
            iso_alpha3=listed.iso_alpha3,
            latitude=listed.latitude,
            longitude=listed.longitude,
        )
    name = _name(group, texts)
    aliases = sorted(t for t in texts if t != name and plain(t) not in naming().common.get(group.label, frozenset()))
    return Entity(key=_key(group, name) + _own(group, name, text), label=group.label, name=name, aliases=tuple(aliases))


def _name(group: Group, texts: Counter[str]) -> str:
    """The fullest of the forms without its sort; of equal ones that with the fewest initials, then the most frequent,
    then the first in the alphabet."""
    shown = {without_sort(text, group.label) or text: count for text, count in texts.items()}
    return min(shown, key=lambda t: (-len(words := plain(t).split()), sum(len(w) == 1 for w in words), -shown[t], t))


def _key(group: Group, name: str) -> str:
    if group.label == "Office" and group.shape is not None and (parts := _parts(group.shape)):
        return f"office:{parts}"
    return f"{group.label.lower()}:{slug(bare(name, group.label) or name)}"


def _own(group: Group, name: str, text: str) -> str:
    """What tells an agreement or event without a name, or the "Foreign Ministry" of nobody knows where, from others."""
    of_text = group.label in ("Agreement", "Event") and name.islower()
    if not of_text and not (group.label == "Organisation" and plain(name) in naming().of_any_state):
        return ""
    return f"-{sha256(text.encode()).hexdigest()[:8]}"


def _parts(shape: Structure) -> str:
    """An office by whose, what and where: the same however a document words it. '' where it tells too little."""
    if not (shape.owners or shape.rest) or not (shape.place or shape.target):
        return ""
    words = [*sorted(shape.owners), *sorted(shape.rest), shape.kind]
    if shape.target:
        words += ["to", shape.target]
    if shape.place:
        words += ["in", shape.place]
    return slug(" ".join(words))
