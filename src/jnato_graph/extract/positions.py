"""HOLDS_POSITION_IN: persons and the offices that the text gives them.

Beside a name (`titles_beside`), in a sentence about the person, and in a description that was resolved to one.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from jnato_graph.annotate.patterns import GOVERNMENTS
from jnato_graph.extract import grammar
from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.lexicon import Lexicon
from jnato_graph.extract.model import RawClaim
from jnato_graph.extract.stance import stance_of
from jnato_graph.extract.titles import (
    BODY_LINKS,
    body_at,
    choose_body,
    holds,
    is_mere_profession,
    is_role,
    known_holder,
    role_words,
    title_tokens,
)
from jnato_graph.extract.titles_beside import owner_only, title_after, title_before, title_of_own
from jnato_graph.extract.titles_shared import titles_shared
from jnato_graph.ontology import BODIES
from jnato_graph.reference import load_reference

SEEKING = frozenset({"seek", "run", "stand", "campaign", "see", "regard", "describe", "lose", "fail", "pose", "style"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def position_claims(doc: Doc, arguments: Arguments, lexicon: Lexicon) -> Iterator[RawClaim]:
    """Every office that the words around a person's name, or a sentence about the person, give."""
    yield from _beside_names(arguments)
    yield from titles_shared(arguments)
    yield from _leading(arguments)
    yield from _representing(arguments)
    yield from _led_by(doc, arguments)
    yield from _described(arguments)
    yield from _predicated(doc, arguments, lexicon)


def _beside_names(arguments: Arguments) -> Iterator[RawClaim]:
    """Offices beside names; of a bare surname ("Prime Minister Orpo") once, and where nothing else tells whose."""
    told: set[str] = set()
    bare: list[RawClaim] = []
    for index, span in enumerate(arguments.spans[: arguments.mention_count]):
        if span.label_ != "Person":
            continue
        beside = (title_before, title_after, owner_only)
        for claim in (claim for find in beside for claim in find(index, span, arguments)):
            if claim.rule == "title:before-known" and not span.id_:
                bare.append(claim)
                continue
            told.add(span[-1].text)
            yield claim
    for claim in bare:
        surname = arguments.spans[claim.subject][-1].text
        if surname not in told:
            told.add(surname)
            yield claim


def offices_of_own(arguments: Arguments) -> Iterator[RawClaim]:
    """Offices told by somebody else's, once it is known whose state each person serves: "his deputy, X"."""
    for index, span in enumerate(arguments.spans[: arguments.mention_count]):
        if span.label_ == "Person":
            yield from title_of_own(index, span, arguments)


def _leading(arguments: Arguments) -> Iterator[RawClaim]:
    """ "Fumio Kishida's government": who a government is called after leads it."""
    spans = arguments.spans[: arguments.mention_count]
    for index, span in enumerate(spans):
        if span.label_ != "State" or span.root.lemma_.lower() not in GOVERNMENTS:
            continue
        for inner, person in enumerate(spans):
            if person.label_ == "Person" and span.start <= person.start and person.end < span.end:
                yield holds(inner, index, (), "government", arguments)


def _led_by(doc: Doc, arguments: Arguments) -> Iterator[RawClaim]:
    """ "The government of Angela Merkel": whose state the reference data know."""
    for token in doc:
        if token.lower_ not in GOVERNMENTS:
            continue
        for name, person in grammar.prepositions(token):
            index = arguments.at(person) if name == "of" else None
            if index is None or index >= arguments.mention_count or not arguments.spans[index].id_:
                continue
            states = {term.actor for term in load_reference().terms_of(arguments.spans[index].id_)}
            for other in range(arguments.mention_count):
                if states == {arguments.spans[other].id_} and arguments.label(other) == "State":
                    yield holds(index, other, (), "government", arguments)
                    break


def _described(arguments: Arguments) -> Iterator[RawClaim]:
    """ "The NATO secretary general", where the text tells who that is."""
    for index in range(arguments.mention_count, len(arguments.spans)):
        span = arguments.spans[index]
        role = span.root
        if arguments.label(index) != "Person" or len(span._.antecedents) != 1 or not is_role(role):
            continue
        bodies = {b for t in span if t.i != role.i and (b := body_at(t, arguments)) is not None}
        body = choose_body(sorted(bodies), role, arguments) if bodies else None
        if body is not None and not is_mere_profession(role, body, arguments):
            yield holds(index, body, tuple(title_tokens(role, span.doc, arguments)), "described", arguments)


def _predicated(doc: Doc, arguments: Arguments, lexicon: Lexicon) -> Iterator[RawClaim]:
    """ "X is the commander of Y", "X was appointed ambassador", "X resigned as head of Y"."""
    roles = role_words()
    for token in doc:
        if not is_role(token) or token.dep_ not in (
            "attr",
            "oprd",
            "pobj",
            "dobj",
            "xcomp",
            "appos",
            "conj",
            *SUBJECTS,
        ):
            continue
        top = grammar.first_conjunct(token)
        head = top.head
        negated, holders = False, []
        if top.dep_ in ("attr", "oprd", "xcomp") and grammar.is_verbal(head):
            if head.lemma_ == "be" or head.lemma_ in roles.taking or head.lemma_ == "remain":
                objects = grammar.logical_objects(head) if head.lemma_ != "be" else []
                holders = [t for t, _ in (objects or grammar.surface_subjects(head)) if t.i != top.i]
        elif top.dep_ == "pobj" and top.head.lower_ == "as" and grammar.is_verbal(head.head):
            verb = head.head
            if (
                verb.lemma_ in roles.taking
                or verb.lemma_ in roles.leaving
                or verb.lemma_ in ("succeed", "replace", "follow", "return", "continue")
            ):
                objects = grammar.logical_objects(verb) if verb.lemma_ not in ("succeed", "replace", "follow") else []
                objects = [(o, how) for o, how in objects if _is_person(o, arguments)]  # "took office as president"
                holders = [t for t, _ in (objects or grammar.logical_subjects(verb))]
                negated = verb.lemma_ in roles.leaving
                head = verb
                if not objects and verb.lemma_ in ("take", "succeed", "replace", "follow"):
                    holders += _before_them(verb, token)
            elif not grammar.is_passive(verb) and not any(_is_person(o, arguments) for o in grammar.objects(verb)):
                # "went to Oslo as foreign minister of Peru", but not "seeks a term as president"
                done = stance_of(verb, lexicon)
                if done.asserted and not done.negated and done.modality == "actual" and verb.lemma_ not in SEEKING:
                    holders = [t for t, _ in grammar.logical_subjects(verb)]
                    head = verb
        if top.dep_ in SUBJECTS and head.lemma_ == "be":  # "its director since 2022 has been X"
            holders = [c for c in head.children if c.dep_ == "attr"]
        if not holders:
            continue
        bodies = [o for p, o in grammar.prepositions(token) if p in BODY_LINKS] + [
            c for c in token.children if c.dep_ in ("poss", "compound", "amod", "nmod")
        ]
        ends = [a.end for t in bodies for a in arguments.fill(t) if arguments.label(a.end) in BODIES]
        if not ends:
            for person in (p for h in holders for p in arguments.fill(h)):
                span = arguments.spans[person.end]
                if span.id_ and person.end < arguments.mention_count and span.label_ == "Person":
                    yield from known_holder(person.end, span, token, arguments)
            continue
        if is_mere_profession(token, ends[0], arguments):
            continue
        stance = stance_of(head, lexicon)
        # "will become the first Japanese leader to attend": who attends leads already
        only = any(c.lower_ in ("first", "only", "last") for c in token.children)
        if not stance.asserted or (only and stance.modality != "actual"):
            continue
        for holder in holders:
            for person in arguments.fill(holder):
                if arguments.label(person.end) == "Person":
                    yield holds(person.end, ends[0], tuple(title_tokens(token, doc, arguments)), "said", arguments,
                                 negated=stance.negated != negated, modality=stance.modality)  # fmt: skip


def _before_them(verb: Token, role: Token) -> list[Token]:
    """ "Took over as head of Y from X", "succeeded X as head of Y": X held it too."""
    if verb.lemma_ == "take":
        return [o for over in (verb, role) for name, o in grammar.prepositions(over) if name == "from"]
    return grammar.objects(verb)


def _is_person(token: Token, arguments: Arguments) -> bool:
    return token.pos_ == "PRON" or any(arguments.label(a.end) == "Person" for a in arguments.fill(token))


def _representing(arguments: Arguments) -> Iterator[RawClaim]:
    """ "Deputy Prime Minister X represented Australia": the office before the name is of whom X stands for."""
    for index, span in enumerate(arguments.spans[: arguments.mention_count]):
        role = span.doc[span.start - 1] if span.start > span.sent.start else None
        verb = span.root.head
        if span.label_ != "Person" or role is None or verb.lemma_ != "represent" or not is_role(role):
            continue
        if role.lower_ in role_words().weak or span.root.dep_ != "nsubj" or grammar.is_passive(verb):
            continue
        for token in grammar.objects(verb):
            for body in arguments.fill(token):
                if not body.via and arguments.label(body.end) == "State":
                    yield holds(
                        index, body.end, tuple(title_tokens(role, span.doc, arguments)), "stands-for", arguments
                    )
