"""Finds the entity that a parameter's value names: by its key, or by any of its names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, LiteralString

from jnato_graph.reference.spelling import strip_marks

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

CANDIDATES: Final = 200
SUGGESTIONS: Final = 5
LONGEST_NAME: Final = 300  # no name is longer; the full-text index takes very long over more, or refuses it
_BY_KEY: Final = """
MATCH (entity:Entity {key: $text})
RETURN entity.key AS key, entity.name AS name, coalesce(entity.aliases, []) AS aliases, labels(entity) AS labels
"""
_BY_WORDS: Final = """
CALL db.index.fulltext.queryNodes("entity_names", $words, {limit: $limit}) YIELD node AS entity, score
RETURN entity.key AS key, entity.name AS name, coalesce(entity.aliases, []) AS aliases, labels(entity) AS labels
ORDER BY score DESC, key
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An entity of the graph, as far as its names go."""

    key: str
    name: str
    aliases: tuple[str, ...]
    labels: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a text names: `meant` (one, or several that share the name), else the `nearest` entities, best first.

    `other` are entities of that name whose label is not asked for.
    """

    meant: tuple[Named, ...] = ()
    other: tuple[Named, ...] = ()
    nearest: tuple[Named, ...] = ()


def find_named(transaction: ManagedTransaction, text: str, labels: Sequence[str]) -> Found:
    """The entity of one of the `labels` that `text` names. A key goes before a name, a name before an alias."""
    wanted = frozenset(labels)
    by_key = _read(transaction, _BY_KEY, text=text)
    if fitting := _of_labels(by_key, wanted):
        return Found(meant=fitting)
    tokens = fold(text).split() if len(text) <= LONGEST_NAME else []
    if not tokens:
        return Found(other=tuple(by_key))
    # First all words as they are, which is quick and sure; then words like them, to find "Turkiye" as "Türkiye".
    for words in (" AND ".join(f'"{token}"' for token in tokens), " OR ".join(f"{t}^3 OR {t}~" for t in tokens)):
        near = _read(transaction, _BY_WORDS, words=words, limit=CANDIDATES)
        same = [entity for entity in near if fold(text) in map(fold, (entity.name, *entity.aliases))]
        if meant := _of_labels(same, wanted):
            by_name = tuple(entity for entity in meant if fold(entity.name) == fold(text))
            return Found(meant=by_name or meant)
    # A series is meant by its name: "Air Defender" is that of 2023 where there is no other.
    if editions := [each for each in _of_labels(near, wanted) if _is_edition(each.name, text)]:
        return Found(meant=tuple(sorted(editions, key=lambda each: each.key)))
    ranked = sorted(_of_labels(near, wanted), key=lambda entity: (-_likeness(text, entity), entity.key))
    return Found(other=tuple(by_key + same), nearest=tuple(ranked[:SUGGESTIONS]))


def _of_labels(entities: list[Named], wanted: frozenset[str]) -> tuple[Named, ...]:
    return tuple(entity for entity in entities if entity.labels & wanted)


def _is_edition(name: str, series: str) -> bool:
    """Whether a name is that of a series with a year behind it."""
    start, _, year = fold(name).rpartition(" ")
    return start == fold(series) and len(year) == 4 and year.isdigit()


def fold(text: str) -> str:
    """`text` in lower case without accents, punctuation and a leading article: what makes two names the same."""
    bare = strip_marks(text).casefold().replace("_", " ")
    return re.sub(r"^(?:the|a|an) (?=.)", "", " ".join(re.findall(r"\w+", bare)))


def _likeness(text: str, entity: Named) -> float:
    from difflib import SequenceMatcher

    names: Iterable[str] = (entity.name, entity.key.rpartition(":")[2].replace("-", " "), *entity.aliases)
    return max(SequenceMatcher(None, fold(text), fold(name)).ratio() for name in names)


def _read(transaction: ManagedTransaction, query: LiteralString, **values: object) -> list[Named]:
    return [
        Named(
            key=record["key"],
            name=record["name"],
            aliases=tuple(record["aliases"]),
            labels=frozenset(record["labels"]),
        )
        for record in transaction.run(query, dict(values))
    ]
