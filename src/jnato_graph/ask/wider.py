"""What else may answer a question whose names give no row: a thing by another key, or who and what is part of it.

Articles name one thing in several ways, and some become entities of their own: "the ITPP" of a partner that another
sentence tells, "PURL fund", "the mission to NATO". So before an answer says that there is nothing, these are asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Final, LiteralString

from jnato_graph.ask.choose import Choice
from jnato_graph.ask.narrowed import narrowed
from jnato_graph.ask.untold import is_left_open
from jnato_graph.ask.words import load_words
from jnato_graph.reference import load_reference
from jnato_graph.report import Answer, Value
from jnato_graph.report.names import fold

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

# Of what several words of a name tell the same thing; states and people of like names are others.
_DESCRIBED: Final = frozenset({"Agreement", "Exercise", "Office", "Operation", "Policy", "Programme"})
_SMALL: Final = frozenset({"of", "in", "at", "the", "for", "on", "to", "and", "between", "with"})
_SPELLED: Final = (("defense", "defence"), ("program", "programme"), ("center", "centre"), ("organiz", "organis"))
_MOST: Final = 60
_TRIED: Final = 12
_TRIES: Final = 6  # so often a report is run again, whatever is tried
_FUZZY: Final[LiteralString] = """
CALL db.index.fulltext.queryNodes("entity_names", $words, {limit: $limit}) YIELD node AS entity
WHERE $label IN labels(entity)
RETURN entity.key AS key, entity.name AS name, coalesce(entity.aliases, []) AS aliases ORDER BY key
"""
_ENTITY: Final[LiteralString] = """
MATCH (entity:Entity {key: $key})
RETURN entity.name AS name, coalesce(entity.aliases, []) AS aliases,
       [label IN labels(entity) WHERE NOT label IN ["Entity", "Actor"]][0] AS label
"""
_LIES_THERE: Final[LiteralString] = "MATCH (place:Place)-[:LOCATED_IN]->(:Entity {key: $key}) RETURN place.name AS name"
_STATES: Final[LiteralString] = """
MATCH (:Person {key: $key})-[:HOLDS_POSITION_IN]->(state:State) RETURN DISTINCT state.key AS key, state.name AS name
"""
_WITHIN: Final[LiteralString] = """
MATCH (there:Entity) WHERE there.key IN $keys
  AND (there.key IN $states OR EXISTS { (there)-[:LOCATED_IN]->(state:Entity) WHERE state.key IN $states })
RETURN there.key AS key
"""
# A sentence speaks of a party by its name, by that of who holds an office there, or of a place there.
_SPEAKING: Final[LiteralString] = """
MATCH (sentence:Sentence) WHERE sentence.key IN $sentences
  AND all(party IN $parties WHERE EXISTS {
    MATCH (sentence)-[:MENTIONS]->(named:Entity)
    WHERE named.key = party OR EXISTS { (named)-[:HOLDS_POSITION_IN|LOCATED_IN]->(:Entity {key: party}) }
  })
RETURN sentence.key AS key
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wider:
    """Other `values` to ask the report for, and the `note` that tells of it.

    Only rows count whose sentence names all `parties`, and whose `column` holds one of `states` or a place there. What
    is of one `sort` is shown together: they are names of one thing.
    """

    values: dict[str, Value]
    note: str
    sort: str
    parties: tuple[str, ...] = ()
    column: str = ""
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Instead:
    """The `answer` to what was asked instead, with the `values` of the first that gives rows and the `notes` of all."""

    values: dict[str, Value]
    answer: Answer
    notes: tuple[str, ...]


def first_wider(
    transaction: ManagedTransaction,
    choice: Choice,
    values: Mapping[str, Value],
    ask: Callable[[Mapping[str, Value]], Answer],
) -> Instead | None:
    """The rows of the nearest that may be asked instead of `values` and gives some; `ask` runs the report."""
    if transaction.run("MATCH (document:Document) RETURN 1 LIMIT 1").single() is None:
        return None  # an empty graph has no index of names, and the report tells it
    found: Instead | None = None
    sort = ""
    for each in islice(wider(transaction, choice, values), _TRIES):
        if found is not None and each.sort != sort:
            break
        tried = rows_speaking(transaction, ask(each.values), each)
        if not tried.rows:
            continue
        if found is None:
            found, sort = Instead(values=each.values, answer=tried, notes=(each.note,)), each.sort
        else:
            rows = (*found.answer.rows, *(row for row in tried.rows if row not in found.answer.rows))
            both = replace(found.answer, rows=rows)
            found = replace(found, answer=both, notes=(*found.notes, each.note))
    return found


def wider(transaction: ManagedTransaction, choice: Choice, values: Mapping[str, Value]) -> Iterator[Wider]:
    """What may be asked instead of `values`, which give no row: the nearest first, looked for as needed."""
    for parameter, named in choice.names.items():
        key = str(values.get(parameter) or "")
        record = transaction.run(_ENTITY, key=key).single()
        listed = load_reference().entities.get(key)
        label = str(record["label"]) if record else listed.label if listed else ""
        names = [*([record["name"], *record["aliases"]] if record else []), *([listed.name] if listed else [])]
        if label in _DESCRIBED:
            others = (
                ("words", _of_words(transaction, key, label, [*names[:1], *filter(str.isupper, [*names, named.text])])),
                ("places", _in_places(transaction, key, label, [named.text, *names])),
                ("generic", _generic(transaction, key, label)),
            )
            for sort, each in others:
                for other, name, parties in each:
                    note = f"nothing is told of {named.text} under the name asked for: this is of {name} ({other})"
                    told = {**values, parameter: other}
                    yield Wider(values=told, note=note, sort=f"{sort} {parameter}", parties=parties)
        group = next((group for word, group in load_words().among.items() if word in map(fold, names)), None)
        if label == "Place" and group:
            note = f"{named.text} is read as the {group[0].title()} states and places there"
            yield Wider(
                values={**values, parameter: ""}, note=note, sort="region", column=f"{parameter}Key", states=group[1]
            )
        if is_left_open(named.text, choice.doubts):
            note = f"{named.text} is left out: whose they were, the report does not tell"
            yield Wider(values={**values, parameter: ""}, note=note, sort="kind")
    if of_states := _of_states(transaction, choice, values):
        yield of_states


def rows_speaking(transaction: ManagedTransaction, found: Answer, wider: Wider) -> Answer:
    """The answer with only the rows that what is asked instead may show."""
    rows = found.rows
    if wider.parties and "sentenceKey" in found.columns:
        at = found.columns.index("sentenceKey")
        keys = sorted({str(row[at]) for row in rows})
        told = {each["key"] for each in transaction.run(_SPEAKING, sentences=keys, parties=list(wider.parties))}
        rows = tuple(row for row in rows if row[at] in told)
    if wider.column:
        at = found.columns.index(wider.column) if wider.column in found.columns else -1
        keys = sorted({str(row[at]) for row in rows}) if at >= 0 else []
        within = {each["key"] for each in transaction.run(_WITHIN, keys=keys, states=list(wider.states))}
        rows = tuple(row for row in rows if at >= 0 and row[at] in within)
    return narrowed(found, rows, "of others")


def _of_words(
    transaction: ManagedTransaction, key: str, label: str, names: Sequence[str]
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Things of the same label with all words of one of the names in theirs: "PURL" in "PURL fund for Ukraine".

    Its own name or an acronym only: other aliases are short, and stand in the names of other things.
    """
    told = set()
    for name in names:
        words = _words(name)
        # A single word names something only as an acronym: "PURL", but not "agreement".
        if not words or (len(words) == 1 and not name.isupper()):
            continue
        for other, called in _called(transaction, label, words, key):
            if other not in told:
                told.add(other)
                yield other, called, ()


def _in_places(
    transaction: ManagedTransaction, key: str, label: str, names: Sequence[str]
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Things of the same label in a place of the state that a name tells: "NATO office in Japan" is that in Tokyo."""
    told = set()
    for name in names:
        thing, _, where = name.partition(" in ")
        states = {form.key for form in load_reference().candidates(where.removeprefix("the ")) if form.label == "State"}
        words = _words(thing)
        if not states or len(words) < 2:
            continue
        places = [fold(each["name"]) for state in sorted(states) for each in transaction.run(_LIES_THERE, key=state)]
        for other, called in _called(transaction, label, words, key):
            if other not in told and any(f" {place} " in f" {fold(called)} " for place in places):
                told.add(other)
                yield other, called, ()


def _generic(transaction: ManagedTransaction, key: str, label: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The thing of which one is that of certain parties, where sentences tell these: "the ITPP" of South Korea."""
    entities = load_reference().entities
    stem, parties = key.rpartition(":")[2], []
    while owner := next((each for each in _endings(stem) if each in entities and entities[each].label != label), ""):
        stem = stem.removesuffix(f"-{owner}")
        parties.append(owner)
        wanted = _words(stem.replace("-", " "))
        if stem in entities:
            yield stem, entities[stem].name, tuple(parties)
        elif len(wanted) > 1:
            for other, called in _called(transaction, label, wanted, key):
                if _words(called) == wanted:
                    yield other, called, tuple(parties)


def _endings(key: str) -> Iterator[str]:
    """What a key may end in, longest first: "south-korea" and "korea" of "itpp-south-korea"."""
    parts = key.split("-")
    for at in range(1, len(parts)):
        yield "-".join(parts[at:])


def _called(transaction: ManagedTransaction, label: str, words: set[str], key: str) -> list[tuple[str, str]]:
    """Key and name of what has all these words in its name, however they are spelled; the fewest words more first."""
    query = " AND ".join(f"{word}~" if len(word) > 5 else f'"{word}"' for word in sorted(words))
    holding = [
        (min(sizes), str(record["name"]), str(record["key"]))
        for record in transaction.run(_FUZZY, {"words": query, "limit": _MOST, "label": label})
        if record["key"] != key
        and (sizes := [len(_words(name)) for name in (record["name"], *record["aliases"]) if words <= _words(name)])
    ]
    return [(other, name) for _, name, other in sorted(holding)[:_TRIED]]


def _words(name: str) -> set[str]:
    """The words of a name in one spelling, without the small ones."""
    folded = fold(name)
    for american, british in _SPELLED:
        folded = re.sub(rf"\b{american}(?!me)", british, folded)
    return set(folded.split()) - _SMALL


def _of_states(transaction: ManagedTransaction, choice: Choice, values: Mapping[str, Value]) -> Wider | None:
    """The persons of a question as the states for which they acted, where each held an office in one state alone."""
    types = {parameter.name: parameter.type for parameter in choice.query.parameters}
    told: dict[str, Value] = dict(values)
    read = []
    for parameter in choice.names:
        if "State" not in types[parameter].labels or "Person" not in types[parameter].labels:
            continue
        states = transaction.run(_STATES, key=str(values.get(parameter) or "")).data()
        if len(states) == 1:
            told[parameter] = states[0]["key"]
            read.append(f"{choice.names[parameter].text} is read as {states[0]['name']}")
    if not read:
        return None
    note = f"nothing is told of them by name: {', '.join(read)}, for which they held an office"
    return Wider(values=told, note=note, sort="states")
