"""From a noun to the tokens that fill its roles: its phrase, its light verb, what it is said of."""

from __future__ import annotations

from spacy.tokens import Token

from jnato_graph.extract import company, grammar
from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.gerunds import with_gerunds
from jnato_graph.extract.lexicon import Lexicon
from jnato_graph.ontology import ACTORS

COUNTED = frozenset({"one", "some", "two", "three", "four"})
MEETING = frozenset({"in", "at", "during", "after", "following"})
COPULAS = frozenset({"be", "become", "remain", "stay", "make"})


def _right_before(as_: Token, arguments: Arguments) -> Token | None:
    """ "Both became allies, Peru as a member of it": who stands between a comma and "as" in no role of the verb."""
    before = as_.doc[as_.i - 1]
    at = arguments.at(before) if as_.i > as_.sent.start else None
    if at is None or arguments.label(at) not in ACTORS:
        return None
    span = arguments.spans[at]
    apart = span.root.dep_ in ("appos", "npadvmod", "dep") and span.start > 0 and as_.doc[span.start - 1].text == ","
    return span.root if apart else None


def noun_role(noun: Token, role: str, lexicon: Lexicon, arguments: Arguments) -> list[tuple[Token, str]]:
    """The tokens that fill `role` of a noun, each with the construction it was reached by."""
    if role == "poss":
        return [(c, "possessor") for c in noun.children if c.dep_ == "poss"]
    if role == "mod":
        return [
            (c, "modifier")
            for c in noun.children
            if c.dep_ in ("amod", "compound", "nmod") and arguments.at(c) is not None and not _is_denied(c)
        ]
    if role == "light":
        return _light_subjects(noun, lexicon)
    if role == "pred":
        return _said_of(noun, arguments)
    if role == "among":  # "was among the leaders at the summit"
        return [(t, how) for t, how in _said_of(noun, arguments) if how == "among"]
    if role == "met":  # "the plan has Chile's backing"
        return [(t, "met-subject") for t, _ in grammar.logical_subjects(noun.head)] if _is_met(noun) else []
    if role == "together":
        return company.together_with(noun)
    if role == "as":  # "visited Apia as part of the deployment"
        verb = noun.head.head
        is_so = noun.dep_ == "pobj" and noun.head.lower_ == "as" and grammar.is_verbal(verb)
        if is_so and (own := _right_before(noun.head, arguments)) is not None:
            return [(own, "as-part")]
        return (
            [(t, "as-part") for t, _ in [*grammar.logical_subjects(verb), *grammar.logical_objects(verb)]]
            if is_so
            else []
        )
    found = [
        (o, f"prep-{p}")
        for p, o in grammar.prepositions(noun)
        if p == role and not company.is_together(o.head)  # "becomes a partner, together with Finland": not Finland's
    ]
    if not found and noun.dep_ in ("dobj", "nsubjpass", "nsubj", "attr") and grammar.is_verbal(noun.head):
        found = [
            (o, f"verb-prep-{p}")
            for p, o in grammar.prepositions(noun.head)
            if p == role
            and (o.i > noun.i or grammar.is_relative(o))  # "of which Japan is a member"
            and not company.is_together(o.head)
        ]
        if role == "by" and noun.head.lemma_.lower() in lexicon.light:
            found += [(t, "agent") for t in grammar.agents(noun.head)]
    if not found:
        # "the objection raised by Spain to X": the parser hangs the object of the noun on the participle
        raised = [c for c in noun.children if c.dep_ == "acl" and lexicon.light.get(c.lemma_.lower()) == "actual"]
        found = [(o, f"acl-prep-{p}") for verb in raised for p, o in grammar.prepositions(verb) if p == role]
        found += [(t, "acl-agent") for verb in raised if role == "by" for t in grammar.agents(verb)]
    if not found and role == "by":  # "the signing of the accord by Peru"
        found = [
            (o, "prep-by")
            for p, of in grammar.prepositions(noun)
            if p == "of"
            for b, o in grammar.prepositions(of)
            if b == "by"
        ]
    if not found and role in ("of", "between", "by") and noun.dep_ != "pobj":
        found = [(o, f"reattached-{role}") for o in _reattached(noun, role)]
    return with_gerunds(found)


def _is_denied(name: Token) -> bool:
    """ "A major non-NATO ally"."""
    before = name.doc[max(0, name.left_edge.i - 2) : name.left_edge.i].text.lower()
    return before in ("non-", "non–") or name.lower_.startswith("non-")


def _reattached(noun: Token, role: str) -> list[Token]:
    """ "the signature by A, on 14 December 2023, of X": the parser hangs the last phrase on its neighbour."""
    doc, limit = noun.doc, noun.sent.end
    for i in range(noun.i + 1, min(limit, noun.i + 22)):
        token = doc[i]
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "acl", "pcomp", "relcl"):
            return []
        if (
            token.lower_ == role
            and token.dep_ == "prep"
            and token.head.i != noun.i
            and token.i > token.head.i
            and (doc[i - 1].text == "," or doc[i - 1].pos_ == "NUM")
        ):
            return [c for c in token.children if c.dep_ == "pobj"]
    return []


def _light_subjects(noun: Token, lexicon: Lexicon) -> list[tuple[Token, str]]:
    top = grammar.first_conjunct(noun)
    head = top.head
    if _is_met(noun):
        return []
    if top.dep_ in ("dobj", "attr") and grammar.is_verbal(head) and (head.lemma_.lower() in lexicon.light):
        return [(t, f"light-{w}") for t, w in grammar.logical_subjects(head)]
    if top.dep_ == "pobj" and top.head.lower_ in ("on", "during") and noun.lemma_.lower() in grammar.words("journeys"):
        return _travellers(noun, top.head.head)
    if top.dep_ == "pobj" and top.head.lower_ in MEETING and noun.lemma_.lower() in grammar.words("encounters"):
        return _those_who_meet(noun, top.head)
    if top.dep_ == "dobj" and grammar.is_called_off(head):
        return [(t, f"light-{w}") for t, w in grammar.logical_subjects(head)]
    if top.dep_ == "pobj" and top.head.lower_ in ("to", "into") and top.head.head.lemma_ in grammar.words("raising"):
        return [
            (t, "raised-light") for t, _ in grammar.logical_subjects(top.head.head)
        ]  # "raised ties to a partnership"
    if top.dep_ == "nsubjpass" and head.lemma_.lower() in lexicon.light:
        return [(t, "light-agent") for t in grammar.agents(head)]
    if top.dep_ == "pobj" and top.head.lower_ in ("in", "with", "on") and grammar.is_verbal(top.head.head):
        verb = top.head.head
        if verb.lemma_ in ("be", "join", "stand", "come", "speak", "remain", "engage", "have"):
            return [(t, "in-light") for t, _ in grammar.logical_subjects(verb)]
    return []


def _is_met(noun: Token) -> bool:
    """ "The plan has Chile's backing", "enjoys the support of Chile": who has it is not who gives it."""
    if noun.lemma_.lower() not in grammar.words("stances") or noun.dep_ != "dobj":
        return False
    if noun.head.lemma_.lower() not in grammar.words("meeting_with"):
        return False
    given = any(c.dep_ == "poss" for c in noun.children)
    return given or any(
        p == "from" or (p == "of" and noun.lemma_.lower() in grammar.words("backing"))
        for p, _ in grammar.prepositions(noun)
    )


def _those_who_meet(noun: Token, prep: Token) -> list[tuple[Token, str]]:
    """ "In a meeting with Modi, Kishida raised it": who does something in a meeting with somebody meets them."""
    verb = prep.head
    if not grammar.is_verbal(verb) or grammar.is_passive(verb) or any(c.dep_ == "poss" for c in noun.children):
        return []
    return [(t, "in-meeting") for t, _ in grammar.logical_subjects(verb)]


def _travellers(journey: Token, over: Token) -> list[tuple[Token, str]]:
    """ "X, on a visit to Beijing, said …": who does something on a visit is on it, unless it is another's."""
    if any(c.dep_ == "poss" for c in journey.children):
        return []
    while not grammar.is_verbal(over) and over.head.i != over.i:
        if over.pos_ == "PROPN" and over.dep_ == "nsubj":
            return [(over, "on-journey")]
        over = over.head
    fronted = grammar.is_verbal(over) and journey.i < over.i  # "On a trip to Peru, X met Y": it is X who travels
    if not grammar.is_verbal(over) or grammar.is_passive(over):
        return []
    if over.lemma_ in grammar.words("hosting") and not (fronted and over.lemma_ == "meet"):
        return []
    return [(t, f"on-journey-{w}") for t, w in grammar.logical_subjects(over)]


def _said_of(noun: Token, arguments: Arguments) -> list[tuple[Token, str]]:
    top = grammar.first_conjunct(noun)
    found: list[tuple[Token, str]] = []
    if top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lower_ in COUNTED:
        return _said_of(top.head.head, arguments)
    if top.dep_ in ("attr", "oprd") and top.head.lemma_ in COPULAS:
        found = [(t, "copula") for t, _ in grammar.surface_subjects(top.head)]
    elif top.dep_ == "appos":
        found = [(top.head, "apposition")]
    elif top.dep_ == "pobj" and top.head.lower_ == "among" and top.head.head.lemma_ in COPULAS:
        # "Peru is among the newcomers", "among the participants are the navies of Peru and Chile"
        found = [(t, "among") for t, _ in grammar.surface_subjects(top.head.head)]
        found = found or [(c, "among") for c in top.head.head.children if c.dep_ == "attr"]
    elif top.dep_ == "nsubj" and top.head.lemma_ in ("include", "comprise"):
        found = [(t, "included") for t in grammar.objects(top.head)]
    elif top.dep_ == "pobj" and top.head.lower_ == "as" and grammar.is_verbal(top.head.head):
        if (own := _right_before(top.head, arguments)) is not None:
            return [(own, "as-beside")]
        verb = top.head.head
        fronted = top.head.i < verb.i  # "As a member of NATO, Latvia backs …"
        objects = [] if fronted else grammar.logical_objects(verb)
        found = [(t, "as") for t, _ in (objects or grammar.logical_subjects(verb))]
    elif top.dep_ == "compound" and arguments.at(top.head) is not None:
        found = [(top.head, "noun-before")]
    elif top.dep_ in ("nsubj", "nsubjpass") and top.head.lemma_ == "be":
        found = [(c, "copula-inverse") for c in top.head.children if c.dep_ == "attr"]
    if not found:
        found = [(c, "apposition") for c in noun.children if c.dep_ == "appos"]
    return found
