"""What the reference data is once loaded: frozen records and the look-ups over them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from jnato_graph.reference.dates import Period, distance, period, span
from jnato_graph.reference.spelling import fold, folded_title

_NEAR: Final = 2 * 365
"""So many days from its meeting "the Madrid summit" still means that one."""

FormKind = Literal["name", "alias", "adjective", "people", "capital", "seat", "surname"]


class Name(NamedTuple):
    """A surface form that may be recognised in text, and the one entity that it names."""

    surface: str
    key: str
    label: str
    case_sensitive: bool


class Form(NamedTuple):
    """A surface form with all that may be meant by it.

    `kind` says what sort of name it is for that entity: `adjective` ("French"), `people` ("the French"), `capital` (of
    that state: a government only where it acts), `seat` ("the Kremlin"), `surname` (no name of its own: it needs the
    full name or a title nearby). `ambiguous`: others bear the form too, or it is an ordinary word, so the form alone
    does not mean this entity (another one may still own it). `folded`: for comparison (see `spelling.fold`).
    """

    surface: str
    key: str
    label: str
    case_sensitive: bool
    kind: FormKind
    ambiguous: bool
    folded: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceEntity:
    """One thing that the reference data lists.

    `aliases`, `adjectives`, `people`, `seats` are surface forms without a leading article; `ambiguous` are those that
    others bear too (such aliases stand there alone). `capital` and `place` are
    keys of Place entities, `state` and `parent` of the actor that the thing belongs to (JMSDF: `japan`; Military
    Committee: `nato`). `kind` tells the sort (`ministry`, `armed service`, `news medium`, ...) in the words of the data
    files. `since`/`until`: when the thing took place or existed, where dates tell it from others. `recurring`:
    a series whose single instances ("RIMPAC 2024") are entities of their own.
    """

    key: str
    label: str
    name: str
    source: str
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: str | None = None
    seats: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()
    kind: str | None = None
    state: str | None = None
    parent: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    recurring: bool = False
    iso_alpha2: str | None = None
    iso_alpha3: str | None = None
    wikidata: str | None = None
    latitude: float | None = None
    longitude: float | None = None

    @property
    def demonyms(self) -> tuple[str, ...]:
        """Adjectives and people nouns together: `French`, `Frenchman`, `Frenchwoman`, ..."""
        return tuple(dict.fromkeys(self.adjectives + self.people))


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """`actor` belongs to `organisation` from `since` up to, not including, `until` (both ISO, or open)."""

    actor: str
    organisation: str
    since: str | None
    until: str | None
    source: str

    @property
    def period(self) -> Period:
        """The days of the membership."""
        return period(self.since, self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """`person` holds the office `role` of `actor` from `since` up to, not including, `until`.

    `role` is the key of the office (`prime-minister`), `titles` how texts name it, the usual one first.
    """

    person: str
    actor: str
    role: str
    titles: tuple[str, ...]
    since: str | None
    until: str | None
    source: str

    @property
    def period(self) -> Period:
        """The days of the term."""
        return period(self.since, self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """All reference data, with its look-ups. Dates given to them are ISO, only as exact as known (`2023-07`).

    `reviewed` is the day to which open terms were known to go on; `version` changes whenever any of the data does.
    """

    entities: Mapping[str, ReferenceEntity]
    memberships: tuple[Membership, ...]
    terms: tuple[Term, ...]
    roles: Mapping[str, tuple[str, ...]]
    reviewed: str
    version: str
    _forms: tuple[Form, ...] = ()
    _by_surface: Mapping[str, tuple[Form, ...]] = field(default_factory=dict, repr=False)
    _terms_of: Mapping[str, tuple[Term, ...]] = field(default_factory=dict, repr=False)
    _terms_in: Mapping[str, tuple[Term, ...]] = field(default_factory=dict, repr=False)
    _members_of: Mapping[str, tuple[Membership, ...]] = field(default_factory=dict, repr=False)
    _surnames: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    @classmethod
    def build(
        cls,
        *,
        entities: Iterable[ReferenceEntity],
        memberships: Iterable[Membership],
        terms: Iterable[Term],
        roles: Mapping[str, tuple[str, ...]],
        forms: Iterable[Form],
        reviewed: str,
        version: str,
    ) -> Reference:
        """Put checked records and their forms together with the indexes behind the look-ups."""
        by_key = {entity.key: entity for entity in entities}
        memberships, terms, forms = tuple(memberships), tuple(terms), tuple(forms)
        return cls(
            entities=MappingProxyType(by_key),
            memberships=memberships,
            terms=terms,
            roles=MappingProxyType(dict(roles)),
            reviewed=reviewed,
            version=version,
            _forms=forms,
            _by_surface=_grouped((form.folded, form) for form in forms),
            _terms_of=_grouped((term.person, term) for term in terms),
            _terms_in=_grouped((term.actor, term) for term in terms),
            _members_of=_grouped((row.organisation, row) for row in memberships),
            _surnames=_grouped((form.folded, form.key) for form in forms if form.kind == "surname"),
        )

    def names(self) -> Iterator[Name]:
        """Every surface form that means one entity alone, with its key, label and whether its case must agree.

        Left out: ambiguous forms, bare surnames, and capitals as names of their state (their Place is in).
        """
        for form in self._forms:
            if not form.ambiguous and form.kind not in ("surname", "capital"):
                yield Name(form.surface, form.key, form.label, form.case_sensitive)

    def forms(self) -> Iterator[Form]:
        """Every surface form of every entity: also ambiguous ones, surnames, and capitals for their states."""
        return iter(self._forms)

    def candidates(self, surface: str) -> tuple[Form, ...]:
        """All that `surface` may mean; where the case must agree, it must agree here."""
        found = self._by_surface.get(fold(surface), ())
        return tuple(form for form in found if not form.case_sensitive or form.surface == surface)

    def choose(self, surface: str, date: str | None = None, state: str | None = None) -> ReferenceEntity | None:
        """The one entity that `surface` means, or None where that is not sure.

        `state` (a key) narrows to what belongs to that state ("National Security Strategy" in a text on Japan). Of
        several summits it is the one nearest to `date` (not further than two years), of several texts of one author
        (the Strategic Concepts of NATO) the latest that `date` knows.
        """
        found = [form for form in self.candidates(surface) if form.kind not in ("surname", "capital")]
        if state:
            found = [form for form in found if self.entities[form.key].state == state]
        sure = {form.key for form in found if not form.ambiguous or state}
        if len(sure) == 1:
            return self.entities[sure.pop()]
        meant = [self.entities[key] for key in dict.fromkeys(form.key for form in found)]
        if date is None or not meant or not all(entity.since for entity in meant):
            return None
        if all(entity.label == "Event" for entity in meant):
            ranked = sorted((distance(entity.since or "", date), entity.key) for entity in meant)
            near = [key for days, key in ranked if days == ranked[0][0] <= _NEAR]
            return self.entities[near[0]] if len(near) == 1 else None
        known = [entity for entity in meant if span(entity.since or "").first <= span(date).last]
        if not known or len({(entity.label, entity.state, entity.parent) for entity in meant}) > 1:
            return None
        return max(known, key=lambda entity: entity.since or "")

    def surname(self, surname: str, date: str | None = None) -> tuple[str, ...]:
        """Keys of the listed persons of that surname; with `date`, those in an office then, if any is."""
        keys = self._surnames.get(fold(surname), ())
        if date is None or len(keys) < 2:
            return keys
        return tuple(key for key in keys if self.offices_of(key, date)) or keys

    def terms_of(self, person: str) -> tuple[Term, ...]:
        """All listed terms of a person, in the order of time."""
        return self._terms_of.get(person, ())

    def terms_in(self, actor: str) -> tuple[Term, ...]:
        """All listed terms in the offices of a state or organisation."""
        return self._terms_in.get(actor, ())

    def offices_of(self, person: str, date: str) -> tuple[Term, ...]:
        """The terms of a person that fall into `date` (in part, where `date` or the term is only a month or a year)."""
        when = span(date)
        return tuple(term for term in self.terms_of(person) if term.period.may_meet(when))

    def holders(self, actor: str, role: str, date: str) -> tuple[str, ...]:
        """Keys of all who may have held the office of `actor` at `date`; `role` is its key or a title."""
        when, wanted = span(date), folded_title(role)
        return tuple(
            dict.fromkeys(
                term.person
                for term in self.terms_in(actor)
                if (term.role == role or any(folded_title(title) == wanted for title in term.titles))
                and term.period.may_meet(when)
            )
        )

    def holder(self, actor: str, role: str, date: str) -> str | None:
        """The key of the one who held the office of `actor` at `date`; None when unknown or when it may be two."""
        found = self.holders(actor, role, date)
        return found[0] if len(found) == 1 else None

    def members(self, organisation: str, date: str) -> tuple[str, ...]:
        """Keys of those that were members throughout `date`, sorted."""
        when = span(date)
        rows = self._members_of.get(organisation, ())
        return tuple(sorted({row.actor for row in rows if row.period.covers(when)}))

    def is_member(self, actor: str, organisation: str, date: str) -> bool:
        """Whether `actor` was a member of `organisation` throughout `date`."""
        when = span(date)
        rows = self._members_of.get(organisation, ())
        return any(row.actor == actor and row.period.covers(when) for row in rows)


def _grouped[T](pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return MappingProxyType({key: tuple(dict.fromkeys(values)) for key, values in groups.items()})
