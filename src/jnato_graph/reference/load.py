"""Reads and checks the data files, once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, Final

from jnato_graph.reference.check import check
from jnato_graph.reference.entries import Entry, entity_of, terms_of
from jnato_graph.reference.families import members, yielding
from jnato_graph.reference.files import Problems, data_file, listed, read_yaml, rows
from jnato_graph.reference.model import Membership, Reference
from jnato_graph.reference.states import capital_forms, capital_places, state_entries
from jnato_graph.reference.surfaces import EASED, forms, written

FILES: Final[Mapping[str, str]] = {
    "states.yaml": "State",
    "states-other.yaml": "State",
    "places.yaml": "Place",
    "organisations.yaml": "Organisation",
    "media.yaml": "Organisation",
    "institutes.yaml": "Organisation",
    "persons-japan.yaml": "Person",
    "persons-americas.yaml": "Person",
    "persons-west.yaml": "Person",
    "persons-north.yaml": "Person",
    "persons-east.yaml": "Person",
    "persons-asia-pacific.yaml": "Person",
    "persons-others.yaml": "Person",
    "persons-organisations.yaml": "Person",
    "agreements.yaml": "Agreement",
    "policies.yaml": "Policy",
    "exercises.yaml": "Exercise",
    "operations.yaml": "Operation",
    "events.yaml": "Event",
    "offices.yaml": "Office",
    "programmes.yaml": "Programme",
}
"""The files of entities, each with the label of all that stands in it."""
_OTHER: Final = ("roles.yaml", "memberships.yaml", "countries.tsv", "cities.tsv", "city_words.txt")


@cache
def load_reference(folder: Path | None = None) -> Reference:
    """The reviewed reference data, read once for each `folder` (by default that of the package).

    Raises InputError that names every faulty entry with its file.
    """
    contents = {name: data_file(name, folder) for name in (*FILES, *_OTHER)}
    problems = Problems()
    entries = list(_entries(contents, problems))
    listings = [written(entry.raw, entry.label) for entry in entries]
    entities = [entity_of(entry, listing, problems) for entry, listing in zip(entries, listings, strict=True)]
    national = {
        form.text
        for entry, listing in zip(entries, listings, strict=True)
        if entry.label == "State"
        for form in listing
        if form.kind in ("name", "alias", "adjective")
    }
    found = (
        forms(
            entry.key,
            entry.label,
            listing,
            silent=entry.raw.get("silent") == "yes",
            eased=national if entry.raw.get("kind") in EASED else (),
        )
        for entry, listing in zip(entries, listings, strict=True)
    )
    surfaces = yielding(chain.from_iterable(found), {entry.key for entry in entries if entry.made})
    surfaces += capital_forms(entries, surfaces)
    offices = read_yaml(contents["roles.yaml"], "roles.yaml")
    roles = {key: listed(value) for key, value in offices.get("roles", {}).items()}
    terms = [term for entry in entries for term in terms_of(entry, roles, problems)]
    memberships = list(_memberships(contents["memberships.yaml"], problems))
    check(entries, entities, surfaces, memberships, terms, problems)
    problems.stop()
    return Reference.build(
        entities=entities,
        memberships=memberships,
        terms=terms,
        roles=roles,
        forms=surfaces,
        reviewed=offices.get("reviewed", ""),
        version=_version(contents),
    )


def _entries(contents: Mapping[str, bytes], problems: Problems) -> Iterator[Entry]:
    states: dict[str, Mapping[str, Any]] = {}
    for file, label in FILES.items():
        root = read_yaml(contents[file], file)
        source = root.get("source", "")
        found = [Entry(file, label, source, raw) for raw in root.get("entries", ())]
        if file == "states.yaml":
            found = state_entries(found, rows(contents["countries.tsv"]), problems)
            states |= {entry.key: entry.raw for entry in found}
            yield from capital_places(found)
        yield from found
        for family in root.get("families", ()):
            yield from (Entry(file, label, source, raw, made=True) for raw in members(family, file, states, problems))


def _memberships(content: bytes, problems: Problems) -> Iterator[Membership]:
    """Written `since | until | member, member, ...`, under an organisation."""
    file = "memberships.yaml"
    for entry in read_yaml(content, file).get("entries", ()):
        organisation = entry.get("organisation", "entry without organisation")
        for line in entry.get("members", ()):
            parts = [part.strip() for part in line.split("|")]
            if len(parts) != 3:
                problems.add(file, organisation, f"{line!r} is not 'since | until | member, member'")
                continue
            for member in filter(None, (name.strip() for name in parts[2].split(","))):
                yield Membership(
                    actor=member,
                    organisation=organisation,
                    since=None if parts[0] == "always" else parts[0],
                    until=parts[1] or None,
                    source=entry.get("source", ""),
                )


def _version(contents: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in sorted(contents):
        digest.update(name.encode() + b"\0" + contents[name])
    return digest.hexdigest()[:16]
