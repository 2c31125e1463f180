"""What in the words of a question makes an answer unsure, though a report accounts for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jnato_graph.ask.patterns import Pattern
from jnato_graph.ask.reading import Reading
from jnato_graph.ontology import ACTORS

_IDLE: Final = frozenset({"take", "make", "play", "put", "get", "give", "hold"})
# What ships do, for which their state or navy stands as well.
_CALLING: Final = frozenset({"VISITED", "PARTICIPATED_IN", "CONTRIBUTED_TO"})
_ACTORS: Final = frozenset({*ACTORS, "Actor", "Entity"})


def unnamed(reading: Reading) -> Iterator[str]:
    """ "The summit" is one that the question does not name."""
    labels = {label for named in reading.names for label in (named.label, *(named.other or ())[1:])}
    for at, meant in reading.label_nouns.items():
        token = reading.doc[at]
        article = any(child.lower_ in ("the", "this", "that") for child in token.children)
        more = any(child.i != at and child.dep_ not in ("det", "punct") for child in token.children)
        if (
            article
            and not more
            and token.tag_ == "NN"
            and token.dep_ != "compound"
            and not meant & labels
            and "" not in labels
        ):
            yield f"it is not said which {token.text} is meant"


def ambiguous(reading: Reading, pattern: Pattern, predicates: tuple[str, ...]) -> Iterator[str]:
    """A word that tells another predicate as well ("published"), and one that says more than its own ("led")."""
    chosen = set(filter(None, predicates))
    mine = chosen if pattern.generic else {each for item in pattern.predicates for each in item.predicates}
    for trigger in reading.triggers:
        if trigger.predicate not in chosen:
            continue
        words = [reading.doc[i] for i in sorted(trigger.tokens)]
        others = {each.predicate for each in reading.triggers if each.tokens == trigger.tokens} - mine
        if others and not trigger.own and not _is_anchored(pattern):
            yield f"{words[0].text} may mean something else"
        more = reading.words.more.get(trigger.predicate, frozenset()) - _own_words(pattern)
        if any(word.lemma_.lower() in more and word.pos_ == "VERB" for word in words):
            yield f"{words[0].text} says more than the report tells"


def ships(reading: Reading, predicates: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Where ships are asked for, and why that is not sure: whose they were is told, and of some their names."""
    if _CALLING & {*predicates} and "how-many" not in reading.kinds:
        for i in asked_ships(reading):
            yield i, f"which {reading.doc[i].text} they were is told only where documents name them as such"


def asked_ships(reading: Reading) -> tuple[int, ...]:
    """Where a noun for ships stands as what is asked for: "which warships", "which Japanese vessels"."""
    ships = (reading.doc[i] for i in sorted(reading.content | reading.asked))
    return tuple(
        token.i
        for token in ships
        if token.lemma_.lower() in reading.words.vessels
        and (
            token.i in reading.asked
            or {"which", "what"} & {each.lower_ for each in reading.doc[max(0, token.i - 3) : token.i]}
        )
    )


def idle(reading: Reading, predicates: tuple[str, ...], names: int) -> Iterator[str]:
    """Names with a verb that says nothing by itself, where it is not "participants" or the like: "took his side"."""
    root = next((token for token in reading.doc if token.dep_ == "ROOT"), None)
    if names > 1 and root is not None and root.lemma_ in _IDLE and reading.kinds != ("list",) and not any(predicates):
        yield f"{root.text} may say more here"


def _own_words(pattern: Pattern) -> frozenset[str]:
    return frozenset(word for item in pattern.words for words in item.alternatives for word in words)


def _is_anchored(pattern: Pattern) -> bool:
    """Whether more than a predicate tells what is asked: a noun, a word or a name that the pattern needs."""
    slots = [slot for slot in pattern.slots if slot.required and not _ACTORS & set(slot.parameter.type.labels)]
    return bool(slots) or any(item.required for item in pattern.labels) or any(item.required for item in pattern.words)
