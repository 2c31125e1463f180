"""A position told by what somebody wants done with a thing: "urged others to drop the plan", "wants the pact ratified".

Who wants a thing given up opposes it, who wants it brought on supports it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from jnato_graph.extract import grammar
from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.lexicon import Lexicon
from jnato_graph.extract.model import RawClaim
from jnato_graph.extract.stance import stance_of
from jnato_graph.ontology import ACTORS

WHAT = frozenset({"Office", "Agreement", "Programme", "Policy", "Exercise", "Operation"})


def urging_claims(doc: Doc, arguments: Arguments, lexicon: Lexicon) -> Iterator[RawClaim]:
    """A claim for each who wants a thing given up or brought on."""
    for verb in doc:
        predicate = _predicate(verb) if grammar.is_verbal(verb) else None
        if predicate is None:
            continue
        over = _wishing(verb) or (None if grammar.is_passive(verb) else _urging(verb))
        if over is None:
            continue
        stance = stance_of(over, lexicon)
        if not stance.asserted or stance.negated:
            continue
        who = [a for t, _ in grammar.logical_subjects(over) for a in arguments.fill(t)]
        what = [a for t in _things(verb, over) for a in arguments.fill(t)]
        for subject in (a.end for a in who if arguments.label(a.end) in ACTORS and not a.negated):
            for object_ in (a.end for a in what if arguments.label(a.end) in WHAT and not a.negated):
                yield RawClaim(
                    subject=subject, predicate=predicate, object=object_, polarity="affirmed", trigger=over.i,
                    modality=stance.modality, rule=f"verb:{over.lemma_}-to-{verb.lemma_} subject/object",
                    path=f"{arguments.spans[subject].text} ← {over.text} … {verb.text} → "
                    f"{arguments.spans[object_].text}",
                )  # fmt: skip


def _predicate(verb: Token) -> str | None:
    """The position of who wants done what a verb says."""
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), "")
    if verb.lemma_ in grammar.words("giving_up") and not particle:
        return "OPPOSES"
    if f"{verb.lemma_}-{particle}" in grammar.words("called_off"):
        return "OPPOSES"
    return "SUPPORTS" if verb.lemma_ in grammar.words("bringing_on") and not particle else None


def _things(verb: Token, over: Token) -> Iterable[Token]:
    """What is to be given up or brought on: the object, of a participle the noun before it."""
    found = [t for t, _ in grammar.logical_objects(verb)]
    if found or verb.tag_ not in ("VBN", "VBD"):
        return found
    own = [c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")]
    return own or [c for c in over.rights if c.dep_ == "dobj" and c.i < verb.i]


def _wishing(verb: Token) -> Token | None:
    """The verb that wants, over "(that it) be ratified", "it (to be) ratified", "to have it ratified"."""
    if verb.tag_ not in ("VBN", "VBD") or any(c.dep_ in ("dobj", "agent") for c in verb.children):
        return None
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if "that" in marks and "be" not in auxiliaries:
        return None  # "insisted that it was scrapped" tells what happened
    if auxiliaries - {"be", "should", "to"} or verb.dep_ not in ("ccomp", "xcomp", "advcl", "acl"):
        return None
    over = verb.head
    if over.dep_ == "dobj" and verb.dep_ == "acl" and not auxiliaries:
        over = over.head
    if over.lemma_ in ("have", "see", "get") and over.dep_ == "xcomp":
        over = over.head
    if verb.dep_ == "advcl" and "for" not in marks:
        return None
    wishes = over.lemma_ in grammar.words("wishing") and (over.lemma_ != "like" or _would(over))
    return over if wishes and over.pos_ == "VERB" else None


def _would(verb: Token) -> bool:
    return any(c.lower_ in ("would", "'d", "’d") for c in verb.children if c.dep_ == "aux")


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
