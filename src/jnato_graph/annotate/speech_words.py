"""Words of speech: `data/speech.yaml`, read once when first needed."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from jnato_graph.packaged import data_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechWords:
    """Lemmas by what they do; see the data file."""

    reporting: frozenset[str]
    clause_only: frozenset[str]
    weak: frozenset[str]
    writings: frozenset[str]
    with_noun: frozenset[str]
    with_infinitive: frozenset[str]
    to_hearer: frozenset[str]
    nouns: frozenset[str]
    titles: frozenset[str]


@cache
def speech_words() -> SpeechWords:
    """The words of speech."""
    rows = data_yaml("speech.yaml")
    return SpeechWords(**{f.name: frozenset(rows[f.name].split()) for f in fields(SpeechWords)})
