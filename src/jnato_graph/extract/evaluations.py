"""OPPOSES from what an official says that a thing is: "called the plan reckless", "it is a provocation, she said"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from jnato_graph.extract import grammar
from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.attribution import speaker_for
from jnato_graph.extract.lexicon import Lexicon, read_data
from jnato_graph.extract.model import RawClaim
from jnato_graph.extract.stance import stance_of
from jnato_graph.ontology import ACTORS

REJECTED = frozenset({"Office", "Agreement", "Programme", "Policy", "Exercise", "Operation", "Event"})
SAID_OF = frozenset({"oprd", "attr", "acomp", "xcomp", "ccomp"})


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in read_data("evaluations.yaml").items()}


def evaluation_claims(doc: Doc, arguments: Arguments, lexicon: Lexicon) -> Iterator[RawClaim]:
    """A rejection for each thing that is called, or in somebody's speech said to be, something bad."""
    for token in doc:
        if token.pos_ not in ("VERB", "AUX"):
            continue
        if token.lemma_.lower() in _words()["holding"]:
            yield from _called(token, arguments, lexicon)
        elif token.lemma_ == "be":
            yield from _said_to_be(token, doc, arguments, lexicon)


def _is_bad(phrase: Token) -> bool:
    denied = any(t.dep_ == "neg" or t.lower_ in ("no", "not", "never") for t in phrase.subtree)
    return not denied and any(
        t.lemma_.lower() in _words()["negative"] or t.lower_ in _words()["negative"] for t in phrase.subtree
    )


def _called(verb: Token, arguments: Arguments, lexicon: Lexicon) -> Iterator[RawClaim]:
    phrases = [c for c in verb.children if c.dep_ in SAID_OF and c.i > verb.i]
    phrases += [o for p, o in grammar.prepositions(verb) if p == "as"]
    stance = stance_of(verb, lexicon)
    if not stance.asserted or not any(_is_bad(p) for p in phrases):
        return
    things = [t for t, _ in grammar.logical_objects(verb)]
    things += [s for p in phrases for s in grammar.own_subjects(p)]
    for subject in (a for t, _ in grammar.logical_subjects(verb) for a in arguments.fill(t)):
        for thing in (a for t in things for a in arguments.fill(t)):
            if arguments.label(subject.end) in ACTORS and arguments.label(thing.end) in REJECTED:
                yield _claim(subject.end, thing.end, verb, negated=stance.negated, arguments=arguments, how="called")


def _said_to_be(verb: Token, doc: Doc, arguments: Arguments, lexicon: Lexicon) -> Iterator[RawClaim]:
    if not any(c.dep_ in ("attr", "acomp") and _is_bad(c) for c in verb.children):
        return
    stance = stance_of(verb, lexicon)
    speaker = speaker_for(verb, doc, "OPPOSES")
    if stance.negated or not stance.asserted or speaker is None or speaker.mention is None:
        return
    if arguments.label(speaker.mention) not in ACTORS:
        return
    for thing in (a for t in grammar.own_subjects(verb) for a in arguments.fill(t)):
        if arguments.label(thing.end) in REJECTED:
            yield _claim(speaker.mention, thing.end, verb, negated=False, arguments=arguments, how="said-to-be")


def _claim(subject: int, object_: int, verb: Token, *, negated: bool, arguments: Arguments, how: str) -> RawClaim:
    return RawClaim(
        subject=subject, predicate="OPPOSES", object=object_, polarity="negated" if negated else "affirmed",
        modality="actual", trigger=verb.i, rule=f"evaluation:{how}",
        path=f"{arguments.spans[subject].text} ← {verb.text} → {arguments.spans[object_].text}",
    )  # fmt: skip
