"""What must hold between the entries of all data files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from jnato_graph.ontology import BODIES
from jnato_graph.reference.entries import Entry, check_dates
from jnato_graph.reference.files import Problems, listed
from jnato_graph.reference.model import Form, Membership, ReferenceEntity, Term

_GROUPS: Final = frozenset({"Organisation", "Programme"})
_LINKS: Final[Mapping[str, frozenset[str]]] = {
    "state": frozenset({"State"}),
    "parent": frozenset({"Organisation", "Agreement"}),
    "place": frozenset({"Place", "State"}),
    "capital": frozenset({"Place"}),
}


def check(
    entries: Sequence[Entry],
    entities: Sequence[ReferenceEntity],
    forms: Iterable[Form],
    memberships: Iterable[Membership],
    terms: Iterable[Term],
    problems: Problems,
) -> None:
    """Note every duplicate key, link to nothing, and form that two entities claim for themselves alone."""
    labels = {entity.key: entity.label for entity in entities}
    files = {entry.key: entry.file for entry in entries}
    for key, count in Counter(entity.key for entity in entities).items():
        if count > 1:
            problems.add(files[key], key, "the key stands for two entries")
    for entity in entities:
        if entity.place and entity.label != "Office":
            problems.add(files[entity.key], entity.key, "only an Office may say where it stands")
        for link, allowed in _LINKS.items():
            _linked(files[entity.key], entity.key, link, getattr(entity, link), labels, allowed, problems)
    for entry in entries:
        for city in listed(entry.raw.get("governed_from")):
            _linked(entry.file, entry.key, "governed_from", city, labels, frozenset({"Place"}), problems)
    for row in memberships:
        file = "memberships.yaml"
        _linked(file, row.organisation, "organisation", row.organisation, labels, _GROUPS, problems)
        _linked(file, row.organisation, "member", row.actor, labels, BODIES, problems)
        if not row.source:
            problems.add(file, row.organisation, "a source is missing")
        check_dates(file, f"{row.organisation}: {row.actor}", row.since, row.until, problems)
    for term in terms:
        _linked(files[term.person], term.person, "actor of a term", term.actor, labels, BODIES, problems)
    _clashes(forms, files, problems)


def _linked(
    file: str,
    entry: str,
    what: str,
    key: str | None,
    labels: Mapping[str, str],
    allowed: frozenset[str],
    problems: Problems,
) -> None:
    if key is None:
        return
    if key not in labels:
        problems.add(file, entry, f"{what} {key!r} is no entry")
    elif labels[key] not in allowed:
        problems.add(file, entry, f"{what} {key!r} is a {labels[key]}, not a {' or '.join(sorted(allowed))}")


def _clashes(forms: Iterable[Form], files: Mapping[str, str], problems: Problems) -> None:
    bearers: dict[str, list[Form]] = {}
    for form in forms:
        if form.kind not in ("surname", "capital"):
            bearers.setdefault(form.folded, []).append(form)
    for found in bearers.values():
        sure = sorted({form.key for form in found if not form.ambiguous})
        if len(sure) > 1:
            others = ", ".join(sure[1:])
            problems.add(
                files[sure[0]],
                sure[0],
                f"{found[0].surface!r} is also a form of {others}; let one keep it, and mark it with ? at the others",
            )
