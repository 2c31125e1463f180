"""Positions from what somebody says that a thing is: "called the plan reckless", "it is a provocation, she said"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from jnato_graph.extract import grammar
from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.attribution import speaker_for
from jnato_graph.extract.lexicon import Lexicon
from jnato_graph.extract.model import RawClaim
from jnato_graph.extract.stance import stance_of
from jnato_graph.ontology import ACTORS
from jnato_graph.packaged import data_yaml

REJECTED = frozenset({"Organisation", "Office", "Agreement", "Programme", "Policy", "Exercise", "Operation", "Event"})
SIDES = {"OPPOSES": "negative", "SUPPORTS": "positive"}
SAID_OF = frozenset({"oprd", "attr", "acomp", "xcomp", "ccomp"})


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in data_yaml("evaluations.yaml").items()}


def evaluation_claims(doc: Doc, arguments: Arguments, lexicon: Lexicon) -> Iterator[RawClaim]:
    """OPPOSES for each thing that is called, or in somebody's speech said to be, something bad; SUPPORTS for good."""
    for token in doc:
        if token.pos_ not in ("VERB", "AUX"):
            continue
        if token.lemma_.lower() in _words()["holding"]:
            yield from _called(token, arguments, lexicon)
        if token.lemma_ == "see":
            yield from _glad_to_see(token, arguments, lexicon)
        if token.lemma_ == "be":
            yield from _said_to_be(token, doc, arguments, lexicon)


def _is_bad(phrase: Token) -> bool:
    return _is_said(phrase, "negative")


def _is_said(phrase: Token, sort: str) -> bool:
    """Whether a phrase holds a word of that sort, and no denial."""
    words = _words()[sort]
    denied = any(t.dep_ == "neg" or t.lower_ in ("no", "not", "never") for t in phrase.subtree)
    return not denied and any(t.lemma_.lower() in words or t.lower_ in words for t in phrase.subtree)


def _called(verb: Token, arguments: Arguments, lexicon: Lexicon) -> Iterator[RawClaim]:
    phrases = [c for c in verb.children if c.dep_ in SAID_OF and c.i > verb.i]
    phrases += [o for p, o in grammar.prepositions(verb) if p == "as"]
    stance = stance_of(verb, lexicon)
    predicate = next((name for name, sort in SIDES.items() if any(_is_said(p, sort) for p in phrases)), None)
    if not stance.asserted or predicate is None or (predicate == "SUPPORTS" and stance.negated):
        return
    things = [t for t, _ in grammar.logical_objects(verb)]
    things += [s for p in phrases for s in grammar.own_subjects(p)]
    for subject in (a for t, _ in grammar.logical_subjects(verb) for a in arguments.fill(t)):
        for thing in (a for t in things for a in arguments.fill(t)):
            if arguments.label(subject.end) in ACTORS and arguments.label(thing.end) in REJECTED:
                made = _claim(subject.end, thing.end, verb, negated=stance.negated, arguments=arguments, how="called")
                yield replace(made, predicate=predicate)


def _glad_to_see(verb: Token, arguments: Arguments, lexicon: Lexicon) -> Iterator[RawClaim]:
    """ "Germany would be happy to see the office open": who would like it is for it."""
    adjective = verb.head
    if adjective.lower_ not in _words()["glad"] or verb.dep_ != "xcomp" or not grammar.is_verbal(adjective.head):
        return
    stance = stance_of(adjective, lexicon)
    if stance.negated or not stance.asserted:
        return
    seen = [t for t, _ in grammar.logical_objects(verb)]
    seen += [t for c in verb.children if c.dep_ == "ccomp" for t in grammar.own_subjects(c)]
    for subject in (a for t, _ in grammar.surface_subjects(adjective.head) for a in arguments.fill(t)):
        for thing in (a for t in seen for a in arguments.fill(t)):
            if arguments.label(subject.end) in ACTORS and arguments.label(thing.end) in REJECTED:
                made = _claim(subject.end, thing.end, verb, negated=False, arguments=arguments, how="glad-to-see")
                yield replace(made, predicate="SUPPORTS")


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
