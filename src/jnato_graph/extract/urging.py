"""OPPOSES from what somebody wants others to give up: "urged the countries concerned to drop the plan"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from jnato_graph.extract import grammar
from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.lexicon import Lexicon
from jnato_graph.extract.model import RawClaim
from jnato_graph.extract.stance import stance_of
from jnato_graph.ontology import ACTORS

WHAT = frozenset({"Office", "Agreement", "Programme", "Policy", "Exercise", "Operation"})


def urging_claims(doc: Doc, arguments: Arguments, lexicon: Lexicon) -> Iterator[RawClaim]:
    """A claim for each who urges others to give a thing up."""
    for verb in doc:
        if verb.lemma_ not in grammar.words("giving_up") or verb.pos_ != "VERB" or grammar.is_passive(verb):
            continue
        over = _urging(verb)
        if over is None:
            continue
        stance = stance_of(over, lexicon)
        if not stance.asserted or stance.negated:
            continue
        who = [a for t, _ in grammar.logical_subjects(over) for a in arguments.fill(t)]
        what = [a for t, _ in grammar.logical_objects(verb) for a in arguments.fill(t)]
        for subject in (a.end for a in who if arguments.label(a.end) in ACTORS and not a.negated):
            for object_ in (a.end for a in what if arguments.label(a.end) in WHAT and not a.negated):
                yield RawClaim(
                    subject=subject, predicate="OPPOSES", object=object_, polarity="affirmed", trigger=over.i,
                    modality=stance.modality, rule=f"verb:{over.lemma_}-to-{verb.lemma_} subject/object",
                    path=f"{arguments.spans[subject].text} ← {over.text} … {verb.text} → "
                    f"{arguments.spans[object_].text}",
                )  # fmt: skip


def _urging(verb: Token) -> Token | None:
    """The verb that urges, over an infinitive and, where the parser hangs it there, over the noun of who is urged."""
    node = verb
    while node.dep_ == "conj" and grammar.is_verbal(node.head):
        node = node.head
    if not any(c.dep_ == "aux" and c.lower_ == "to" for c in node.children):
        return None
    for _ in range(3):
        node = node.head
        if node.lemma_ in grammar.words("urging") and node.pos_ == "VERB":
            return node
        if node.dep_ not in ("acl", "relcl", "dobj", "pobj", "prep", "xcomp"):
            return None
    return None
