"""From an entry of a data file to records: entity, forms, terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from jnato_graph.reference.dates import period
from jnato_graph.reference.files import Problems, listed
from jnato_graph.reference.model import Form, FormKind, ReferenceEntity, Term
from jnato_graph.reference.spelling import variants

LOOSE: Final = frozenset({"Agreement", "Policy", "Event", "Office", "Programme"})
"""Labels whose names of several words are also written in lower case ("liaison office in Tokyo")."""

_FIELDS: Final = frozenset(
    [
        "key",
        "name",
        "aliases",
        "kind",
        "state",
        "parent",
        "place",
        "since",
        "until",
        "wikidata",
        "source",
        "latitude",
        "longitude",
        "recurring",
        "iso",
        "adjectives",
        "people",
        "capital",
        "seats",
        "surname",
        "order",
        "terms",
        "iso2",
        "governed_from",
        "short",
        "article",
        "capital_name",
        "capital_aliases",
        "silent",
    ]
)
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_KINDS: Final[tuple[tuple[str, FormKind], ...]] = (
    ("aliases", "alias"),
    ("adjectives", "adjective"),
    ("people", "people"),
    ("seats", "seat"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A raw entry with the file it stands in, the label of that file and the source that holds for the whole file."""

    file: str
    label: str
    source: str
    raw: Mapping[str, Any]
    made: bool = False
    """Whether a family made it: its forms then yield to those of written entries, and to each other."""

    @property
    def key(self) -> str:
        """The key, or what can be said instead in a message."""
        return str(self.raw.get("key") or self.raw.get("name") or "entry without key")


def entity_of(entry: Entry, problems: Problems) -> ReferenceEntity:
    """The entity of an entry; whatever is wrong with it goes to `problems`."""
    raw = entry.raw
    for unknown in sorted(raw.keys() - _FIELDS):
        problems.add(entry.file, entry.key, f"unknown field {unknown!r}")
    if not _KEY.fullmatch(raw.get("key", "")):
        problems.add(entry.file, entry.key, "the key must be a slug such as 'south-korea'")
    if not raw.get("name"):
        problems.add(entry.file, entry.key, "a name is missing")
    if not (raw.get("source") or entry.source):
        problems.add(entry.file, entry.key, "a source is missing")
    _check_dates(entry, raw.get("since"), raw.get("until"), problems)
    forms = {field: tuple(plain(item)[0] for item in listed(raw.get(field))) for field, _ in _KINDS}
    name = plain(str(raw.get("name", "")))[0]
    return ReferenceEntity(
        key=entry.key,
        label=entry.label,
        name=name,
        source=raw.get("source") or entry.source,
        aliases=tuple(alias for alias in dict.fromkeys(forms["aliases"] + _orders(entry)) if alias != name),
        ambiguous=tuple(plain(item)[0] for field, _ in _KINDS for item in listed(raw.get(field)) if plain(item)[1]),
        adjectives=forms["adjectives"],
        people=forms["people"],
        seats=forms["seats"],
        capital=raw.get("capital"),
        surnames=_surnames(entry),
        kind=raw.get("kind"),
        state=raw.get("state"),
        parent=raw.get("parent"),
        place=raw.get("place"),
        since=raw.get("since"),
        until=raw.get("until"),
        recurring=raw.get("recurring") == "yes",
        iso_alpha2=raw.get("iso2"),
        iso_alpha3=raw.get("iso"),
        wikidata=raw.get("wikidata"),
        latitude=_number(entry, "latitude", problems),
        longitude=_number(entry, "longitude", problems),
    )


def plain(item: str) -> tuple[str, bool, bool]:
    """A form without its marks; whether it is ambiguous (`?` at its end); whether any case will do (`~`)."""
    ambiguous = loose = False
    while item and item[-1] in "?~":
        ambiguous, loose = ambiguous or item[-1] == "?", loose or item[-1] == "~"
        item = item[:-1].rstrip()
    return item, ambiguous, loose


def forms_of(entry: Entry, entity: ReferenceEntity) -> Iterator[Form]:
    """All surface forms of an entry, each with its spelling variants."""
    written: list[tuple[str, FormKind]] = [(str(entry.raw.get("name", "")), "name")]
    written += [(item, kind) for field, kind in _KINDS for item in listed(entry.raw.get(field))]
    written += [(item, "alias") for item in _orders(entry)]
    written += [(surname, "surname") for surname in entity.surnames]
    if entry.raw.get("silent") == "yes":
        written = [(item, kind) for item, kind in written if kind != "name"]
    seen: set[str] = set()
    for item, kind in written:
        form, ambiguous, loose = plain(item)
        for surface in variants(form):
            if surface not in seen:
                seen.add(surface)
                exact = not loose and case_matters(surface, entity.label)
                yield Form(surface, entity.key, entity.label, exact, kind, ambiguous)


def case_matters(surface: str, label: str) -> bool:
    """Whether a form must stand in the text in the case it is listed in (any word alone, most names)."""
    return label not in LOOSE or " " not in surface


def terms_of(entry: Entry, roles: Mapping[str, tuple[str, ...]], problems: Problems) -> Iterator[Term]:
    """The terms of a person, written `actor | role | since | until` (no `until`: not known to have ended)."""
    for line in entry.raw.get("terms", ()):
        parts = [part.strip() for part in str(line).split("|")]
        if not 3 <= len(parts) <= 4:
            problems.add(entry.file, entry.key, f"term {line!r} is not 'actor | role | since | until'")
            continue
        actor, role, since, until = (*parts, "")[:4]
        if role not in roles:
            problems.add(entry.file, entry.key, f"unknown role {role!r}; add it to roles.yaml")
            continue
        if _check_dates(entry, since or None, until or None, problems):
            yield Term(
                person=entry.key,
                actor=actor,
                role=role,
                titles=roles[role],
                since=since or None,
                until=until or None,
                source=entry.raw.get("source") or entry.source,
            )


def _surnames(entry: Entry) -> tuple[str, ...]:
    words = str(entry.raw.get("name", "")).split()
    if entry.label != "Person" or not words:
        return ()
    return listed(entry.raw.get("surname")) or (words[0 if entry.raw.get("order") == "family-first" else -1],)


def _orders(entry: Entry) -> tuple[str, ...]:
    """The other order of an East Asian name: `order: japanese` is a name written western, `family-first` is not."""
    order, words = entry.raw.get("order"), str(entry.raw.get("name", "")).split()
    if len(words) < 2 or order is None:
        return ()
    if order == "japanese":
        first = " ".join(words[:-1])
        return (f"{words[-1]} {first}", f"{words[-1].upper()} {first}")
    family, given = words[0], words[1].split("-") if len(words) == 2 else words[1:]
    joined = {" ".join(given), "-".join(given), "-".join([given[0], *(part.lower() for part in given[1:])])}
    joined |= {" ".join(part.capitalize() for part in given), "-".join(part.capitalize() for part in given)}
    orders = [f"{family} {name}" for name in sorted(joined)] + [f"{name} {family}" for name in sorted(joined)]
    return tuple(form for form in orders if form != " ".join(words))


def _check_dates(entry: Entry, since: str | None, until: str | None, problems: Problems) -> bool:
    try:
        days = period(since, until)
    except ValueError as error:
        problems.add(entry.file, entry.key, f"{error}")
        return False
    if days.begins.first > days.ends.last:
        problems.add(entry.file, entry.key, f"ends ({until}) before it begins ({since})")
        return False
    return True


def _number(entry: Entry, field: str, problems: Problems) -> float | None:
    try:
        return float(entry.raw[field]) if field in entry.raw else None
    except ValueError:
        problems.add(entry.file, entry.key, f"{field} {entry.raw[field]!r} is no number")
        return None
