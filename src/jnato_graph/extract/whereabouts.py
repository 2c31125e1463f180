"""VISITED from where somebody was: "X was in Oslo on Tuesday", "Y has been in Minsk four times".

Only persons, only with a time or purpose told, and nowhere in the state whose office the reference data say they hold.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from jnato_graph.extract import grammar
from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.lexicon import Lexicon
from jnato_graph.extract.model import RawClaim
from jnato_graph.extract.stance import stance_of
from jnato_graph.reference import load_reference

SITES = frozenset({"Place", "State"})
COMING = frozenset({"due", "expected"})
RELATIVE = frozenset({"relative"})


def whereabouts_claims(doc: Doc, arguments: Arguments, lexicon: Lexicon) -> Iterator[RawClaim]:
    """A claim for each person who is said to have been, or to be due, somewhere at some time."""
    for verb in doc:
        coming = verb.lemma_ == "expect" and grammar.is_passive(verb)
        if not (coming or (verb.lemma_ == "be" and verb.dep_ not in ("aux", "auxpass"))):
            continue
        due = coming or any(c.lower_ in COMING for c in verb.children)
        if any(c.dep_ in ("attr", "xcomp") or (c.dep_ == "acomp" and c.lower_ not in COMING) for c in verb.children):
            continue
        been = verb.tag_ == "VBN" and verb.lemma_ == "be"  # "has been to Tokyo"
        places = [(p, o) for p, o in _placed(verb) if p in ("in", "at") or (p == "to" and been)]
        dated = due or (been and places and places[0][0] == "to") or _is_dated(verb, lexicon) or _is_there_for(verb)
        if not places or not dated:
            continue
        stance = stance_of(verb, lexicon)
        if not stance.asserted or stance.negated:
            continue
        modality = "planned" if due and stance.modality == "actual" else stance.modality
        for subject in (
            a.end for t, _ in grammar.surface_subjects(verb) for a in arguments.fill(t) if set(a.via) <= RELATIVE
        ):
            for site in (a.end for _, o in places for a in arguments.fill(o) if not a.via):
                if arguments.label(subject) == "Person" and _is_abroad(subject, site, arguments):
                    yield RawClaim(
                        subject=subject, predicate="VISITED", object=site, polarity="affirmed", modality=modality,
                        trigger=verb.i, rule="verb:be-in subject/prep-in",
                        path=f"{arguments.spans[subject].text} ← {verb.text} in → {arguments.spans[site].text}",
                    )  # fmt: skip


def _placed(verb: Token) -> Iterator[tuple[str, Token]]:
    """The phrases right behind the verb, or behind "due" and "expected"."""
    for name, place in grammar.prepositions(verb):
        prep = place.head
        if all(t.pos_ in ("ADV", "PART", "VERB", "ADJ") for t in verb.doc[verb.i + 1 : prep.i]) and prep.i > verb.i:
            yield name, place


def _is_there_for(verb: Token) -> bool:
    """ "Was in Oslo to see the king", "was in Oslo from 27 May": a purpose or a span of time."""
    purpose = any(c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB" and c.i > verb.i for c in verb.children)
    spans = [o for p, o in grammar.prepositions(verb) if p in ("from", "until", "since", "between")]
    return purpose or any(t.like_num for o in spans for t in o.subtree)


def _is_dated(verb: Token, lexicon: Lexicon) -> bool:
    for token in verb.subtree:
        near = token.head.i == verb.i or token.head.head.i == verb.i
        if (
            near
            and token.i > verb.i
            and (token.like_num or {token.lower_, token.lemma_.lower()} & (lexicon.times | grammar.words("purposes")))
        ):
            return True
    return False


def _is_abroad(subject: int, site: int, arguments: Arguments) -> bool:
    """Whether the place is somewhere, and not in a state whose office the person is known to hold."""
    if arguments.label(site) not in SITES:
        return False
    reference = load_reference()
    home = {term.actor for span in _named(subject, arguments) for term in reference.terms_of(span.id_)}
    for span in _named(site, arguments):
        entity = reference.entities.get(span.id_)
        if span.id_ in home or (entity is not None and entity.state in home):
            return False
        if any(reference.entities[actor].capital == span.id_ for actor in home if actor in reference.entities):
            return False
    return True


def _named(end: int, arguments: Arguments) -> list[Span]:
    span = arguments.spans[end]
    return [span] if end < arguments.mention_count else [arguments.spans[i] for i in span._.antecedents]
