"""Which mentions of one document name the same thing.

Pure: it depends on the names, their labels, their order, and the reference data. Two listed things are never one; what
is doubtful stays apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from jnato_graph.reference import Reference
from jnato_graph.reference.spelling import strip_marks
from jnato_graph.resolve.names import bare, bracketed, head, initials, naming, plain, singular, titles, words, years
from jnato_graph.resolve.structure import Structure, agree, joined, key_of, structure

# labels under which one thing may be named by turns
_KIN = (
    frozenset({"Office", "Organisation"}),
    frozenset({"Agreement", "Programme", "Policy"}),
    frozenset({"Exercise", "Operation", "Event"}),
)
# names of these are whole as they stand: a shorter one is another thing
_EXACT = frozenset({"State", "Place", "Person"})
_EVENTFUL = frozenset({"Exercise", "Operation"})
_COURTESY = frozenset(["mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "former"])


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


@dataclass(slots=True)
class Group:
    """The mentions, by index, that name one thing."""

    members: list[int]
    key: str
    label: str
    names: set[str] = field(default_factory=set)
    shape: Structure | None = None


def group(mentions: Sequence[Named], reference: Reference, date: str | None = None) -> list[Group]:
    """Put mentions that name the same thing together, in the order of their first mention."""
    return _Grouping(mentions, reference, date).run()


class _Grouping:
    def __init__(self, mentions: Sequence[Named], reference: Reference, date: str | None) -> None:
        self.mentions, self.reference, self.date = mentions, reference, date
        self.groups: list[Group] = []

    def run(self) -> list[Group]:
        self._by_name()
        self._by_company()
        self._by_bracket()
        self._by_acronym()
        self._persons()
        self._structured()
        self._bodies()
        self._shortened()
        self._heads()
        return sorted((g for g in self.groups if g.members), key=lambda g: min(g.members))

    # ── the same words, the same reference key ───────────────────────────────────────────────────────────────────────
    def _by_name(self) -> None:
        by_key: dict[tuple[str, str], Group] = {}
        by_name: dict[tuple[str, str], Group] = {}
        for index, mention in enumerate(self.mentions):
            name = bare(mention.text, mention.label)
            key = mention.key or self._listed(mention)
            found = by_key.get((key, "")) if key else by_name.get((mention.label, name))
            if found is None and not key:
                found = next((g for (label, n), g in by_name.items() if n == name and _kin(label, mention.label)), None)
            if found is None:
                found = Group(members=[], key=key, label=mention.label)
                self.groups.append(found)
            if key:
                by_key[key, ""] = found
            by_name.setdefault((mention.label, name), found)
            found.members.append(index)
            found.names.add(name)
        # the same words without a key join the listed thing that bears them
        for one in self.groups:
            if not one.key:
                for other in self.groups:
                    if (
                        other.key
                        and one.members
                        and other.members
                        and _kin(one.label, other.label)
                        and one.names & other.names
                    ):
                        self._merge(other, one)
                        break

    def _listed(self, mention: Named) -> str:
        """The key of the one listed thing of this label that the form means."""
        if mention.label == "State" and (key := self._government(mention.text)):
            return key
        keys, chosen = self._candidates(mention)
        return next(iter(keys)) if len(keys) == 1 else chosen

    def _candidates(self, mention: Named) -> tuple[frozenset[str], str]:
        """All listed things of this label that the form may mean, and the one that the date decides for, if any."""
        for surface in dict.fromkeys((mention.text, strip_marks(mention.text), mention.text.title())):
            forms = [f for f in self.reference.candidates(surface) if f.label == mention.label and f.kind != "surname"]
            if keys := frozenset(f.key for f in forms):
                entity = self.reference.choose(surface, self.date) if len(keys) > 1 else None
                return keys, entity.key if entity is not None and entity.key in keys else ""
        return frozenset(), ""

    def _government(self, text: str) -> str:
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

    def _by_company(self) -> None:
        """A form that several listed things bear means the one that is named otherwise too ("Korean" beside "Seoul")."""
        present = {g.key for g in self.groups if g.key and g.members}
        for g in list(self.groups):
            if g.key or not g.members:
                continue
            keys = set().union(*(self._candidates(self.mentions[i])[0] for i in g.members))
            if (
                g.label == "State"
                and any(n in naming().halves for n in g.names)
                and present & set(naming().halves.values())
            ):
                keys |= {naming().halves[n] for n in g.names if n in naming().halves}
                present |= keys
            if len(known := keys & present) == 1:
                self._give_key(g, known.pop())

    def _give_key(self, g: Group, key: str) -> None:
        listed = next((o for o in self.groups if o.key == key and o.members), None)
        if listed is not None:
            self._merge(listed, g)
        else:
            g.key = key

    # ── "International Security Assistance Force (ISAF)" ─────────────────────────────────────────────────────────────
    def _by_bracket(self) -> None:
        for index, mention in enumerate(self.mentions):
            if mention.follows >= 0 and _kin(mention.label, self.mentions[mention.follows].label):
                first = self._of(mention.follows)
                fits = any(initials(n) & {plain(mention.text)} for n in first.names)
                if fits or not self._of(index).key:  # "Liaison Office (NATO)" names two things
                    self._merge(first, self._of(index))
            if acronym := bracketed(mention.text):
                for other in self.groups:
                    if other.members and plain(acronym) in other.names and _kin(other.label, mention.label):
                        self._merge(self._of(index), other)
                        break
                self._of(index).names.add(plain(acronym))

    def _by_acronym(self) -> None:
        for short in list(self.groups):
            texts = {self.mentions[i].text for i in short.members}
            acronyms = {plain(t) for t in texts if t.isupper() and 2 < len(t) <= 8 and t.isalpha()}
            if not acronyms or short.key:
                continue
            fits = [
                g for g in self.groups
                if g is not short and g.members and _kin(g.label, short.label)
                and any(initials(n) & acronyms for n in g.names if " " in n)
            ]  # fmt: skip
            if len(fits) == 1:
                self._merge(fits[0], short)

    # ── persons ──────────────────────────────────────────────────────────────────────────────────────────────────────
    def _persons(self) -> None:
        people = [g for g in self.groups if g.label == "Person" and g.members]
        full = [g for g in people if any(" " in n for n in g.names)]
        for person in people:
            if person in full or not person.members:
                continue
            name = next(iter(person.names))
            bearers = [
                g for g in full if g.members and any(_bears(n, name) for n in g.names) and self._titles_agree(g, person)
            ]
            if person.key:
                bearers = [g for g in bearers if g.key in ("", person.key)]
            if not bearers:
                self._by_surname(person, name)
            elif len(bearers) == 1:
                self._merge(bearers[0], person)
            else:
                self._share_out(person, bearers)
        for person in full:  # "Mr Sauli Niinistö" and "Sauli Väinämö Niinistö"
            for other in full:
                if person is not other and person.members and other.members and _same_person(person, other):
                    self._merge(person, other)

    def _titles_agree(self, one: Group, other: Group) -> bool:
        mine, theirs = self._titles(one), self._titles(other)
        return not mine or not theirs or any(a in b or b in a for a in mine for b in theirs)

    def _titles(self, person: Group) -> set[str]:
        """Offices that the text puts before the name; "Mr" and the like are none."""
        found = {titles(self.mentions[i].text) for i in person.members}
        for i in person.members:
            before = plain(self.mentions[i].before)
            found |= {t for t in naming().sorts["Person"] if before.endswith(f" {t}") or before == t}
        return {t for t in found if t and t not in _COURTESY}

    def _share_out(self, person: Group, bearers: list[Group]) -> None:
        """A surname that two bear goes to the one named last before it; named before both, it stays apart."""
        for index in list(person.members):
            before = [(max(i for i in g.members if i < index), g) for g in bearers if min(g.members) < index]
            if before:
                person.members.remove(index)
                max(before, key=lambda b: b[0])[1].members.append(index)

    def _by_surname(self, person: Group, name: str) -> None:
        """A surname alone means the listed person who held an office at the date, if there is but one."""
        if person.key:
            return
        keys = self.reference.surname(name, self.date)
        titled = self._titled(person, keys)
        if len(titled or keys) == 1:
            self._give_key(person, (titled or keys)[0])

    def _titled(self, person: Group, keys: Sequence[str]) -> tuple[str, ...]:
        """Of several listed persons those who once held the office that the text puts before the name."""
        titles = {plain(f"{self.mentions[i].before} {self.mentions[i].text}") for i in person.members}
        return tuple(
            key for key in keys
            if any(plain(t) in title for term in self.reference.terms_of(key) for t in term.titles for title in titles)
        )  # fmt: skip

    # ── offices, wars, meetings ──────────────────────────────────────────────────────────────────────────────────────
    def _structured(self) -> None:
        shaped: list[Group] = []
        for g in self.groups:
            shapes = [s for i in g.members if (s := structure(self.mentions[i].text, g.label, self.reference))]
            if shapes:
                shape = shapes[0]
                for other in shapes[1:]:
                    if agree(shape, other, self.reference):
                        shape = joined(shape, other, self.reference)
                g.shape = shape
                shaped.append(g)
        # who tells most comes first, so that a short name meets whole ones
        for g in sorted(shaped, key=lambda g: (-(g.shape.told() if g.shape else 0), min(g.members))):
            if not g.members or g.shape is None:
                continue
            fits = [
                o for o in shaped
                if o is not g and o.members and o.shape is not None and o.shape.told() >= g.shape.told()
                and _kin(o.label, g.label) and not (o.key and g.key) and agree(g.shape, o.shape, self.reference)
            ]  # fmt: skip
            if len(fits) > 1 and not self._all_agree(fits):
                fits = [max(fits, key=lambda o: self._nearness(o, g))] if g.shape.told() <= 1 else []
            for fit in fits[1:]:
                self._merge(fits[0], fit)
            if fits:
                shape = g.shape
                for fit in fits:
                    shape = joined(fit.shape or shape, shape, self.reference)
                self._merge(fits[0], g)
                fits[0].shape = shape

    def _all_agree(self, groups: Sequence[Group]) -> bool:
        return all(
            one.shape is not None and other.shape is not None and agree(one.shape, other.shape, self.reference)
            and not (one.key and other.key)
            for i, one in enumerate(groups) for other in groups[:i]
        )  # fmt: skip

    def _nearness(self, candidate: Group, g: Group) -> int:
        first = min(g.members)
        before = [i for i in candidate.members if i < first]
        return max(before) if before else -min(candidate.members) - 1000

    # ── "the alliance", "the bloc" ───────────────────────────────────────────────────────────────────────────────────
    def _bodies(self) -> None:
        """A word for a sort of body means the listed body of that sort that was named last before."""
        for g in list(self.groups):
            if not g.members or g.label != "Organisation" or g.key:
                continue
            fits = [
                o for o in self.groups
                if o.key and o.members and (entity := self.reference.entities.get(o.key)) is not None
                and any(_ends_in(n, naming().generic.get(entity.kind or "", frozenset())) for n in g.names)
            ]  # fmt: skip
            if fits:
                self._merge(max(fits, key=lambda o: self._nearness(o, g)), g)

    # ── a longer and a shorter name ──────────────────────────────────────────────────────────────────────────────────
    def _shortened(self) -> None:
        # longer names first: when "the Package" asks, "NATO's Package" and "the Package for Ukraine" are one already
        for g in sorted(
            self.groups, key=lambda g: (-max((len(words(n)) for n in g.names), default=0), min(g.members, default=0))
        ):
            if not g.members or g.label in _EXACT:
                continue
            fits = [
                o for o in self.groups
                if o is not g and o.members and o.label not in _EXACT and _kin(o.label, g.label)
                and not (o.key and g.key and o.key != g.key) and self._is_shorter(g, o)
            ]  # fmt: skip
            if len(fits) == 1:
                self._merge(fits[0], g)

    def _is_shorter(self, short: Group, long: Group) -> bool:
        if short.shape is not None and long.shape is not None and not agree(short.shape, long.shape, self.reference):
            return False
        plural = short.label in ("Programme", "Event", "Exercise")
        for name in map(singular, short.names) if plural else short.names:
            for other in map(singular, long.names) if plural else long.names:
                if len(words(name)) < 1 or not words(name) < words(other):
                    continue
                if short.label == "Exercise" and years(other) - years(name):
                    continue  # "RIMPAC 2024" is one of "RIMPAC"
                if head(name) == head(other) and (len(words(name)) > 1 or self._is_acronym(short)):
                    return True
                if (
                    short.label == "Event"
                    and len(words(name)) == 1
                    and head(name) != head(other)
                    and name in other.split()
                ):
                    return True
        return False

    def _is_acronym(self, g: Group) -> bool:
        return all(self.mentions[i].text.isupper() for i in g.members)

    # ── the head alone: "the Council", "the drill" ───────────────────────────────────────────────────────────────────
    def _heads(self) -> None:
        for g in list(self.groups):
            if not g.members or g.label == "Person" or g.key:
                continue
            common = naming().common.get(g.label, frozenset())
            if not all(n in common or (len(n.split()) == 1 and g.label not in _EXACT) for n in g.names):
                continue
            for index in list(g.members):
                self._take_up(g, index, next(iter(g.names)), common)

    def _take_up(self, g: Group, index: int, name: str, common: frozenset[str]) -> None:
        """One such mention means the last thing before it with that head, else the last of its label."""
        before = [
            o for o in self.groups
            if o is not g and o.members and min(o.members) < index and _kin(o.label, g.label)
            and not self._is_part_of(o, index)
        ]  # fmt: skip
        fits = [o for o in before if any(head(n) == name and n != name for n in self._all_names(o))]
        if not before and name in common:  # "The drill went on: ... in Austral Gate": named only afterwards
            fits = [o for o in self.groups if o is not g and o.members and o.label == g.label and o.label in _EVENTFUL]
            fits = fits if len(fits) == 1 else []
        if not fits and name in common:
            fits = [o for o in before if o.label == g.label and self._may_be(o)]
            if g.label in ("Office", "Event") or (g.label in ("Agreement", "Programme", "Policy") and len(fits) > 1):
                return
        if fits:
            best = max(fits, key=lambda o: max((i for i in o.members if i < index), default=-1))
            g.members.remove(index)
            best.members = sorted([*best.members, index])
            best.names.add(name)

    def _all_names(self, g: Group) -> set[str]:
        """The names in the document and, of a listed thing, its listed name."""
        entity = self.reference.entities.get(g.key)
        names = g.names | {plain(self.mentions[i].text) for i in g.members}
        return names | {plain(entity.name)} if entity is not None else names

    def _may_be(self, g: Group) -> bool:
        entity = self.reference.entities.get(g.key)
        if g.label == "State":
            return g.key in naming().islands
        if g.label == "Place":
            return entity is None or entity.kind in ("city", None)
        return True

    def _is_part_of(self, o: Group, index: int) -> bool:
        """Whether the thing is only named inside the very mention that asks."""
        mine = self.mentions[index]
        return all(
            mine.start <= self.mentions[i].start and self.mentions[i].end <= mine.end for i in o.members if i < index
        )

    # ── bookkeeping ──────────────────────────────────────────────────────────────────────────────────────────────────
    def _of(self, index: int) -> Group:
        return next(g for g in self.groups if index in g.members)

    def _merge(self, one: Group, other: Group) -> None:
        if one is other or (one.key and other.key and one.key != other.key):
            return
        if len(other.members) > len(one.members) and not one.key:
            one.label = other.label
        one.key = one.key or other.key
        one.members = sorted(one.members + other.members)
        one.names |= other.names
        other.members, other.names = [], set()


def _kin(one: str, other: str) -> bool:
    return one == other or any(one in kin and other in kin for kin in _KIN)


def _ends_in(name: str, generic: frozenset[str]) -> bool:
    """Whether the name is such a word, alone or after adjectives that name nothing ("European security grouping")."""
    return any(
        name == word or (name.endswith(f" {word}") and len(name.split()) <= len(word.split()) + 1) for word in generic
    )


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


def by_index(groups: Iterable[Group]) -> dict[int, Group]:
    """Which group each mention is in."""
    found: dict[int, Group] = defaultdict()
    for g in groups:
        for index in g.members:
            found[index] = g
    return dict(found)
