"""Words of speech: `data/speech.yaml`, read once when first needed."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

import yaml


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
    rows = yaml.safe_load(files("jnato_graph").joinpath("data", "speech.yaml").read_text(encoding="utf-8"))
    return SpeechWords(**{f.name: frozenset(rows[f.name].split()) for f in fields(SpeechWords)})
