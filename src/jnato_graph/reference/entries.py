"""From an entry of a data file to records: entity and terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from jnato_graph.reference.dates import period
from jnato_graph.reference.files import Problems
from jnato_graph.reference.model import FormKind, ReferenceEntity, Term
from jnato_graph.reference.surfaces import Written

_FIELDS: Final = frozenset(
    {"key", "name", "aliases", "adjectives", "people", "seats", "surname", "order", "terms", "kind", "state", "parent",
     "place", "since", "until", "recurring", "wikidata", "latitude", "longitude", "source", "iso", "iso2", "capital",
     "capital_name", "capital_aliases", "governed_from", "short", "article", "silent"}
)  # fmt: skip
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


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


def entity_of(entry: Entry, listing: Sequence[Written], problems: Problems) -> ReferenceEntity:
    """The entity of an entry whose forms are `listing`; whatever is wrong with it goes to `problems`."""
    raw = entry.raw
    for unknown in sorted(raw.keys() - _FIELDS):
        problems.add(entry.file, entry.key, f"unknown field {unknown!r}")
    if not _KEY.fullmatch(raw.get("key", "")):
        problems.add(entry.file, entry.key, "the key must be a slug such as 'south-korea'")
    if not raw.get("name"):
        problems.add(entry.file, entry.key, "a name is missing")
    if not (raw.get("source") or entry.source):
        problems.add(entry.file, entry.key, "a source is missing")
    check_dates(entry.file, entry.key, raw.get("since"), raw.get("until"), problems)
    name = listing[0].text

    by_kind: dict[FormKind, list[str]] = {}
    for form in listing:
        by_kind.setdefault(form.kind, []).append(form.text)

    def of(kind: FormKind) -> tuple[str, ...]:
        return tuple(by_kind.get(kind, ()))

    return ReferenceEntity(
        key=entry.key,
        label=entry.label,
        name=name,
        source=raw.get("source") or entry.source,
        aliases=tuple(form.text for form in listing if form.kind == "alias" and not form.ambiguous),
        ambiguous=tuple(form.text for form in listing if form.ambiguous),
        adjectives=of("adjective"),
        people=of("people"),
        seats=of("seat"),
        capital=raw.get("capital"),
        surnames=of("surname"),
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
        if check_dates(entry.file, entry.key, since or None, until or None, problems):
            yield Term(
                person=entry.key,
                actor=actor,
                role=role,
                titles=roles[role],
                since=since or None,
                until=until or None,
                source=entry.raw.get("source") or entry.source,
            )


def check_dates(file: str, key: str, since: str | None, until: str | None, problems: Problems) -> bool:
    """Whether both are dates, the first no later than the second; if not, the problem is noted for `key` of `file`."""
    try:
        days = period(since, until)
    except ValueError as error:
        problems.add(file, key, f"{error}")
        return False
    if days.begins.first > days.ends.last:
        problems.add(file, key, f"ends ({until}) before it begins ({since})")
        return False
    return True


def _number(entry: Entry, field: str, problems: Problems) -> float | None:
    try:
        return float(entry.raw[field]) if field in entry.raw else None
    except ValueError:
        problems.add(entry.file, entry.key, f"{field} {entry.raw[field]!r} is no number")
        return None
