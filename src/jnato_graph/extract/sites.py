"""HELD_IN from what is told of the place beside the thing: "Oslo, where Norway hosts the summit", "trained on Kyushu in
Exercise X", "the mission off Somalia, Operation Y".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from jnato_graph.extract import grammar
from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.lexicon import Lexicon
from jnato_graph.extract.model import RawClaim
from jnato_graph.extract.stance import stance_of

HELD = frozenset({"Exercise", "Event", "Operation"})
SITES = frozenset({"Place", "State"})
AT = frozenset({"in", "at", "off", "near", "on", "over", "around"})
WITHIN = frozenset({"in", "during", "under", "within", "as", "with"})
NOUNS = frozenset({"NOUN", "PROPN"})
PATH = 2  # nouns that may stand between a verb and a place that hangs below its object


def site_claims(doc: Doc, arguments: Arguments, lexicon: Lexicon) -> Iterator[RawClaim]:
    """The places of exercises, operations and events that a clause or a description beside them tells."""
    for token in doc:
        if token.lower_ == "where":
            yield from _where(token, arguments, lexicon)
        elif token.lemma_.lower() in grammar.words("travelling") and grammar.is_verbal(token):
            yield from _travelling(token, arguments, lexicon)
        elif token.lemma_.lower() in grammar.words("drilling") and grammar.is_verbal(token):
            yield from _drilling(token, arguments, lexicon)
    yield from _described_before(doc, arguments)


def _where(adverb: Token, arguments: Arguments, lexicon: Lexicon) -> Iterator[RawClaim]:
    """ "Sydney, where the navy is to host Exercise Kakadu": what is hosted, attended or taken part in there."""
    verb = adverb.head
    if verb.dep_ != "relcl":
        return
    sites = [
        a.end
        for a in arguments.fill(verb.head)
        if arguments.label(a.end) in SITES and "conj" not in a.via and a.end < arguments.mention_count
    ]
    if not sites:
        return
    verbs = [verb, *(c for c in verb.children if c.dep_ == "xcomp" and grammar.is_verbal(c))]
    for act in verbs:
        tokens: list[Token] = []
        if act.lemma_.lower() in grammar.words("staging"):
            tokens += [t for t, how in grammar.logical_objects(act) if how != "relative-gap"]
        if act.lemma_.lower() in grammar.words("drilling"):
            tokens += [o for name, o in grammar.prepositions(act) if name in WITHIN]
        things = [a.end for t in tokens for a in arguments.fill(t) if arguments.label(a.end) in HELD]
        stance = stance_of(act, lexicon)
        if things and stance.asserted and not stance.negated:
            for thing in things:
                yield _claim(thing, sites[0], act, stance.modality, "where", arguments)


def _drilling(verb: Token, arguments: Arguments, lexicon: Lexicon) -> Iterator[RawClaim]:
    """ "Train recruits in Britain as part of Operation X": the place is where X is."""
    phrases = [token for token in verb.subtree if token.i > verb.i and token.dep_ == "prep" and _belongs(token, verb)]
    things = [
        argument.end
        for prep in phrases
        if prep.lower_ in WITHIN
        for noun in _inner(prep)
        for argument in arguments.fill(noun)
        if arguments.label(argument.end) in ("Exercise", "Operation")
    ]
    if len(set(things)) != 1:
        return
    sites = [
        argument.end
        for prep in phrases
        if prep.lower_ in AT
        for _, noun in grammar.prepositional(prep, prep.lower_)
        for argument in arguments.fill(noun)
        if arguments.label(argument.end) in SITES and argument.end < arguments.mention_count
        and not any(step.partition(":")[0] in ("force", "body", "people") for step in argument.via)
    ]  # fmt: skip
    stance = stance_of(verb, lexicon)
    if stance.asserted and not stance.negated:
        for site in sites:
            yield _claim(things[0], site, verb, stance.modality, "place-of-act", arguments)


def _travelling(verb: Token, arguments: Arguments, lexicon: Lexicon) -> Iterator[RawClaim]:
    """ "Flew to Tokyo for the summit": it is held there."""
    phrases = [(name, a.end) for name, noun in grammar.prepositions(verb) for a in arguments.fill(noun) if not a.via]
    sites = [end for name, end in phrases if name in ("to", "in") and arguments.label(end) in SITES]
    things = [end for name, end in phrases if name == "for" and arguments.label(end) == "Event"]
    stance = stance_of(verb, lexicon)
    if len(sites) == 1 and sites[0] < arguments.mention_count and stance.asserted and not stance.negated:
        for thing in things:
            yield _claim(thing, sites[0], verb, stance.modality, "journey", arguments)


def _inner(prep: Token) -> Iterator[Token]:
    """The nouns of "in X", "as part of X", "during the first week of X"."""
    for _, noun in grammar.prepositional(prep, prep.lower_):
        if prep.lower_ == "as":
            if noun.lower_ == "part":
                yield from (o for name, o in grammar.prepositions(noun) if name == "of")
        else:
            yield noun


def _belongs(prep: Token, verb: Token) -> bool:
    """Whether a phrase is of the verb itself or hangs on a noun right below it, as the parser often has it."""
    node = prep.head
    for _ in range(PATH):
        if node.i == verb.i:
            return True
        if node.pos_ not in NOUNS:
            return False
        node = node.head if node.head.pos_ in NOUNS or grammar.is_verbal(node.head) else node.head.head
    return node.i == verb.i


def _described_before(doc: Doc, arguments: Arguments) -> Iterator[RawClaim]:
    """ "The Union's naval mission off Somalia, Operation Y": what a class noun with its place is called."""
    for index, span in enumerate(arguments.spans[: arguments.mention_count]):
        if span.label_ not in HELD or span.start < 2 or doc[span.start - 1].text != ",":
            continue
        for other in arguments.by_token.get(span.start - 2, ()):
            place = arguments.spans[other]
            if other >= arguments.mention_count or arguments.label(other) not in SITES or place.end != span.start - 1:
                continue
            at = place.start - 1 - (doc[place.start - 1].lower_ == "the")
            if at < 1 or doc[at].lower_ not in AT or doc[at - 1].lemma_.lower() not in grammar.words("happenings"):
                continue
            yield _claim(index, other, doc[at - 1], "actual", "described-before", arguments)


def _claim(thing: int, site: int, trigger: Token, modality: str, rule: str, arguments: Arguments) -> RawClaim:
    return RawClaim(
        subject=thing, predicate="HELD_IN", object=site, polarity="affirmed", modality=modality,  # type: ignore[arg-type]
        trigger=trigger.i, rule=f"site:{rule}",
        path=f"{arguments.spans[thing].text} → {rule} {trigger.text} → {arguments.spans[site].text}",
    )  # fmt: skip
