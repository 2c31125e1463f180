"""Who joins in: "together with", "alongside", "with the participation of"."""

from __future__ import annotations

from spacy.tokens import Token

from jnato_graph.extract import grammar
from jnato_graph.extract.arguments import Arguments


def is_together(token: Token) -> bool:
    """Whether this is the "with" of "together with" or "along with"."""
    return token.lower_ == "with" and token.i > 0 and token.nbor(-1).lower_ in ("together", "along")


def joining(verb: Token) -> list[Token]:
    """ "…, together with Japan", "as a partner alongside Korea": who joins in, whatever in the clause it hangs on."""
    return [
        o
        for token in verb.subtree
        if token.i > verb.i and (token.lower_ == "alongside" or is_together(token)) and token.dep_ == "prep"
        if not _in_another_clause(token, verb)
        for _, o in grammar.prepositional(token, token.lower_)
    ]


def _in_another_clause(prep: Token, verb: Token) -> bool:
    """Whether a verb of its own stands between: "condemned it, and when ships joined alongside Japan's, protested"."""
    node = prep.head
    while node.i != verb.i and node.head.i != node.i:
        if node.pos_ == "VERB":
            return True
        node = node.head
    return False


def together_with(noun: Token) -> list[tuple[Token, str]]:
    """ "…, together with Japan and South Korea": wherever in the sentence the parser hangs it."""
    found = []
    for token in noun.sent:
        if is_together(token):
            found += [(o, "together-with") for _, o in grammar.prepositional(token, "with")]
    return found


def accompanied(prep: Token, arguments: Arguments) -> list[tuple[Token, str]]:
    """ "The drill, with the participation of Estonia, was held": what a "with" phrase goes along with."""
    node = prep.head
    for _ in range(4):
        if grammar.is_verbal(node):
            return [(t, "accompanied") for t, _ in (grammar.logical_objects(node) or grammar.logical_subjects(node))]
        if node.pos_ in ("NOUN", "PROPN") and any(arguments.label(a.end) != "Place" for a in arguments.fill(node)):
            return [(node, "accompanied")]
        node = node.head
    return []
