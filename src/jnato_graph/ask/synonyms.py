"""Words that no report knows, and those of the reports that mean the same: `data/synonyms.tsv`, from WordNet."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from spacy.tokens import Token

from jnato_graph.packaged import data_lines

_PARTS: Final = {"NOUN": "noun", "PROPN": "noun", "VERB": "verb", "ADJ": "adj", "ADV": "adv"}


def near(token: Token) -> tuple[str, ...]:
    """The words that a word may be read as, nearest first; by its other parts of speech where its own has none."""
    parts = _table().get(token.lemma_.lower(), {})
    own = parts.get(_PARTS.get(token.pos_, ""))
    return own if own else tuple(dict.fromkeys(word for words in parts.values() for word in words))


@cache
def _table() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The words by part of speech, by the word that is not known."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in data_lines("synonyms.tsv"):
        word, part, others = line.split("\t")
        found.setdefault(word, {})[part] = tuple(others.split())
    return found
