"""From a trigger token to the tokens and mentions that fill its roles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from jnato_graph.extract import company, grammar
from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.gerunds import with_gerunds
from jnato_graph.extract.lexicon import Entry, Lexicon
from jnato_graph.extract.model import Argument
from jnato_graph.extract.noun_roles import noun_role
from jnato_graph.extract.verb_roles import verb_role

Filled = list[tuple[Argument, str]]
CONTRASTS = frozenset({",", "but", "though", "although", "if", "and", "–", "—"})
# prepositions that tell a position only right behind their verb
BARE = frozenset({"for", "against", "behind"})


def fill_role(token: Token, role: str, entry: Entry, arguments: Arguments, lexicon: Lexicon) -> Filled:
    """All mentions that fill `role` of the trigger, each with the construction it was reached by."""
    filled: Filled = []
    for filler, how in role_tokens(token, role, entry, lexicon, arguments):
        denied = _is_denied(filler, token)
        for argument in arguments.fill(filler):
            filled.append((replace(argument, negated=not argument.negated) if denied else argument, how))
    return filled


def _is_denied(filler: Token, trigger: Token) -> bool:
    """ "With Norway, not with Germany", "Peru rather than Chile hosted it": whether the filler alone is denied."""
    if filler.dep_ in ("nsubj", "nsubjpass") and filler.left_edge.i > 1:
        return filler.doc[filler.left_edge.i - 2 : filler.left_edge.i].text.lower() in ("rather than", "instead of")
    prep = filler.head
    if filler.dep_ not in ("pobj", "pcomp") or prep.i - 1 <= trigger.i or filler.i < prep.i:
        return False
    if any(c.dep_ == "neg" for c in prep.children):
        return True  # "was hosted not by Peru but by Chile"
    before = filler.doc[prep.i - 1]
    if before.lower_ not in ("not", "never") or before.head.i == trigger.i:
        return False
    return filler.doc[prep.i - 2].lower_ in CONTRASTS


def role_tokens(
    token: Token, role: str, entry: Entry, lexicon: Lexicon, arguments: Arguments
) -> Iterable[tuple[Token, str]]:
    """The tokens that fill `role`, each with the construction it was reached by."""
    if entry.pos == "verb":
        return verb_role(token, role, entry, arguments)
    if entry.pos == "noun" and entry.after == role == "with":
        return company.accompanied(token.head, arguments)
    if entry.pos == "noun":
        return noun_role(token, role, lexicon, arguments)
    if entry.pos == "adjective":
        return _adjective_role(token, role)
    return _preposition_role(token, role)


def _adjective_role(adjective: Token, role: str) -> list[tuple[Token, str]]:
    if role == "pred":
        top = grammar.first_conjunct(adjective)
        if top.dep_ in ("acomp", "oprd", "attr") or (top.dep_ == "conj" and grammar.is_verbal(top.head)):
            return [(t, "copula") for t, _ in grammar.surface_subjects(top.head)]
        if top.dep_ in ("amod", "acl", "appos", "relcl"):
            return [(top.head, "adjective-after")] if top.i > top.head.i else []
        if top.dep_ == "advcl":
            return [(t, "participle") for t, _ in grammar.surface_subjects(top.head)]
        if grammar.own_subjects(top):
            return [(t, "subject") for t in grammar.own_subjects(top)]
        return []
    found = [(o, f"prep-{p}") for p, o in grammar.prepositions(adjective) if p == role]
    if not found and adjective.dep_ in ("acomp", "oprd"):
        found = [
            (o, f"verb-prep-{p}") for p, o in grammar.prepositions(adjective.head) if p == role and o.i > adjective.i
        ]
    return with_gerunds(found)


def _preposition_role(prep: Token, role: str) -> list[tuple[Token, str]]:
    if role == "pobj":
        return with_gerunds([(c, f"prep-{prep.lower_}") for c in prep.children if c.dep_ in ("pobj", "pcomp")])
    head = prep.head
    if prep.lower_ in BARE and (
        prep.i < head.i or any(t.pos_ not in ("ADV", "PART") for t in prep.doc[head.i + 1 : prep.i])
    ):
        return []  # "was in Oslo for the summit", "Norway is in favour, Spain against"
    if head.lemma_ in ("be", "remain", "stand") and prep.dep_ in ("prep", "acomp", "attr"):
        return [(t, "copula") for t, _ in grammar.surface_subjects(head)]
    return []
