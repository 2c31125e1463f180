"""The names that the graph knows: those in a question, and what a name in it means there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, LiteralString

from jnato_graph.ask.named import GraphName, Named
from jnato_graph.reference import load_reference
from jnato_graph.report.names import Found, find_named, fold
from jnato_graph.report.names import Named as Entity

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

_MOST: Final = 60
_TOLD: Final = 4
_PART: Final = 3  # so many words of a longer name may stand for it
_SMALL: Final = frozenset({"of", "in", "at", "the", "for", "on"})
_NAMES: Final[LiteralString] = """
CALL db.index.fulltext.queryNodes("entity_names", $words, {limit: $limit}) YIELD node AS entity
RETURN entity.key AS key, entity.name AS name, coalesce(entity.aliases, []) AS aliases,
       [label IN labels(entity) WHERE NOT label IN ["Entity", "Actor"]][0] AS label
ORDER BY key
"""
_KEYS: Final[LiteralString] = """
MATCH (entity:Entity) WHERE any(beginning IN $beginnings WHERE entity.key STARTS WITH beginning)
RETURN entity.key AS key, labels(entity) AS labels ORDER BY key LIMIT 10
"""
HELD: Final = frozenset({"Event", "Exercise"})
_OF_ALL: Final = frozenset({"Entity", "Actor"})
_EDITION: Final = re.compile(r"(?P<series>.+?),? (?:of |in )?(?P<year>(?:19|20)\d\d)")
_PLACED: Final = re.compile(r"(?:the |an? )?(?P<words>\w+(?: \w+)*) (?:in|at) (?:the )?(?P<place>[A-Z].*)")
# What was held in a place or in one that lies there, with all these words in its name: no "G7 summit" is one of NATO.
_HELD: Final[LiteralString] = """
MATCH (place:Entity)<-[:OBJECT]-(claim:Claim {predicate: "HELD_IN", polarity: "affirmed"})-[:SUBJECT]->(held:Entity)
WHERE (place.key IN $places OR EXISTS { (place)-[:LOCATED_IN]->(state:Entity) WHERE state.key IN $places })
  AND all(word IN $words WHERE toLower(held.name) CONTAINS word)
  AND any(label IN labels(held) WHERE label IN $labels)
RETURN DISTINCT held.key AS key ORDER BY key LIMIT 10
"""


def names_in(transaction: ManagedTransaction, question: str) -> tuple[GraphName, ...]:
    """Names of the graph's entities that stand in the question word by word, in any case; longest first.

    Where several go by one name, that is meant whose own name it is, and no alias; then what the reference data lists.
    Of a name that does not stand there in full, most of it may: "the cable protection cell". It is taken where only one
    entity has a name with these words.
    """
    tokens = fold(question).split()
    wanted = sorted({token for token in tokens if len(token) > 2})
    if not wanted or transaction.run("MATCH (document:Document) RETURN 1 LIMIT 1").single() is None:
        return ()  # an empty graph has no index of names, either
    named: dict[tuple[str, ...], dict[tuple[str, str], tuple[bool, bool]]] = {}
    listed = load_reference().entities
    text = f" {' '.join(tokens)} "
    partly: dict[tuple[str, ...], set[tuple[str, str]]] = {}
    for record in transaction.run(_NAMES, {"words": " OR ".join(f'"{word}"' for word in wanted), "limit": _MOST}):
        for name in (record["name"], *record["aliases"]):
            folded = fold(name)
            if folded and f" {folded} " in text:
                rank = (name != record["name"], record["key"] not in listed)
                meant = named.setdefault(tuple(folded.split()), {})
                entity = (record["key"], record["label"])
                meant[entity] = min(rank, meant.get(entity, rank))
            elif run := _part_in(folded.split(), text):
                partly.setdefault(run, set()).add((record["key"], record["label"]))
    found = {words: _best_first(words, meant) for words, meant in named.items()}
    for words, parts in partly.items():
        if len(parts) == 1 and words not in found:
            key, label = next(iter(parts))
            found[words] = GraphName(words=words, key=key, label=label, partly=True)
    return tuple(sorted(found.values(), key=lambda each: (-len(each.words), each.words)))


def _best_first(words: tuple[str, ...], meant: Mapping[tuple[str, str], tuple[bool, bool]]) -> GraphName:
    """The name of what it means first of all, with what else goes by it."""
    (key, label), *others = sorted(meant, key=lambda entity: (meant[entity], entity))
    return GraphName(words=words, key=key, label=label, others=tuple(others))


def _part_in(words: list[str], text: str) -> tuple[str, ...]:
    """The longest part of a name that stands in a text: three words, or all but one of three; () for less."""
    for size in range(len(words) - 1, 1, -1):
        if size < _PART and size < len(words) - 1:
            break
        for start in range(len(words) - size + 1):
            part = words[start : start + size]
            if not {part[0], part[-1]} & _SMALL and f" {' '.join(part)} " in text:
                return tuple(part)
    return ()


def meant_in_graph(transaction: ManagedTransaction, named: Named, key: str, labels: tuple[str, ...]) -> Found:
    """What a name of the question means in the graph: by its key, its words, or the one thing of its family there."""
    if key:
        by_key = find_named(transaction, key, labels)
        if by_key.meant:
            return by_key
    by_name = find_named(transaction, re.sub(r"['’]s$", "", named.text), labels)
    if not by_name.meant and (there := _held_there(transaction, named, labels)):
        return Found(meant=tuple(meant for each in there for meant in find_named(transaction, each, labels).meant))
    if by_name.meant or not key or not named.listed:
        return by_name if by_name.meant else _with_all_words(named.text, by_name)
    wanted = frozenset(labels)
    # "Air Defender" is that of 2023 where the graph knows no other; one that nobody lists has its label in its key.
    unlisted = f"{named.label.lower()}:{key}-"
    keys = [
        record["key"]
        for record in transaction.run(_KEYS, {"beginnings": [f"{key}-", unlisted]})
        if wanted & set(record["labels"])
    ]
    of_years = [each for each in keys if re.fullmatch(rf"{re.escape(unlisted)}\d+", each)]
    family = [each for each in keys if each.startswith(f"{key}-")] or of_years
    if len(family) == 1 or (family and family == of_years):
        return Found(meant=tuple(meant for each in family for meant in find_named(transaction, each, labels).meant))
    return by_name


def _held_there(transaction: ManagedTransaction, named: Named, labels: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of what was held in a place by which the question calls it: "the summit in Spain" of one in Madrid."""
    told = _PLACED.fullmatch(named.text)
    places = {form.key for form in load_reference().candidates(told["place"])} if told else set()
    if not told or not places:
        return ()
    records = transaction.run(
        _HELD, {"places": sorted(places), "words": fold(told["words"]).split(), "labels": list(labels)}
    )
    return tuple(record["key"] for record in records)


def others_of_name(transaction: ManagedTransaction, entity: Entity) -> tuple[Entity, ...]:
    """What else there is whose name holds all words of that of an entity, of what was held or is only described.

    They are the editions of a series, one event by several names, or other things of a kind: "mission to NATO".
    """
    described = entity.key not in load_reference().entities and entity.name[:1].islower()
    label = next(iter(sorted(entity.labels & HELD or (entity.labels - _OF_ALL if described else ()))), "")
    words = {*fold(entity.name).split()} - _SMALL
    if not label or not words:
        return ()
    wanted = " AND ".join(f'"{word}"' for word in sorted(words))
    found = transaction.run(_NAMES, {"words": wanted, "limit": _MOST})
    others = [each for each in found if each["label"] == label and each["key"] != entity.key]
    same = sorted((each["name"], each["key"]) for each in others if words <= {*fold(each["name"]).split()})
    return tuple(Entity(key=key, name=name, aliases=(), labels=frozenset({label})) for name, key in same[:_TOLD])


def of_series(transaction: ManagedTransaction, named: Named, labels: tuple[str, ...]) -> tuple[Entity, str] | None:
    """The series and the year of an edition that the graph has under the name of the series alone: "RIMPAC 2024"."""
    told = _EDITION.fullmatch(named.text)
    found = find_named(transaction, told["series"], labels).meant if told else ()
    return (found[0], told["year"]) if told and len(found) == 1 and found[0].labels & HELD else None


def at_year(found: Found, year: str) -> Found:
    """Of several editions of a series the one of a year ("" for none): "RIMPAC" of what was in 2024."""
    of_year = tuple(each for each in found.meant if year and each.key.endswith(f"-{year}"))
    return Found(meant=of_year) if len(found.meant) > 1 and len(of_year) == 1 else found


def _with_all_words(text: str, found: Found) -> Found:
    """The one near name that holds all words of the text: "NATO summit in Madrid" in "2022 NATO summit in Madrid".

    A single word does so only as the surname of a person.
    """
    wanted = set(fold(text).split()) - _SMALL
    holding = [each for each in found.nearest if wanted <= set(fold(each.name).split())]
    told = len(holding) == 1 and (len(wanted) > 1 or _is_surname(fold(text), holding[0]))
    return Found(meant=(holding[0],)) if told else found


def _is_surname(word: str, entity: Entity) -> bool:
    return "Person" in entity.labels and fold(entity.name).split()[1:][-1:] == [word]
