"""Clauses that tell what is awaited, supposed or wished, not what is so: "once X signs", "it is time that X signed"."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

from jnato_graph.extract import grammar
from jnato_graph.extract.lexicon import Lexicon

# Conjunctions as they stand right before the subject of their clause.
SUPPOSING = (
    "in case", "in case that", "provided", "provided that", "providing", "providing that", "in the event",
    "in the event that", "if and when", "on condition that", "on the condition that", "assuming", "assuming that",
)  # fmt: skip
AWAITING = ("once", "as soon as", "until", "by the time", "the moment", "the day")
BESIDE = ("when", "before", "after")  # what they bring in is awaited where the clause above is of the future
_PRESENT = frozenset({"VBZ", "VBP"})


def supposed(verb: Token, lexicon: Lexicon) -> tuple[Literal["planned", "possible"], str] | None:
    """What a verb's conjunction or the words over its clause make of it, and these words; None where nothing."""
    if (conjunction := _before_subject(verb, SUPPOSING)) is not None:
        return "possible", conjunction
    if _is_present(verb):
        if (conjunction := _before_subject(verb, AWAITING)) is not None:
            return "planned", conjunction
        if (conjunction := _before_subject(verb, BESIDE)) is not None and _is_under_future(verb, lexicon):
            return "planned", conjunction
    if _is_due(verb):
        return "possible", "time to"
    if any(c.dep_ == "advmod" and c.lower_ in ("better", "best") for c in verb.lefts) and any(
        c.dep_ == "aux" and c.lower_ in ("had", "'d", "’d") for c in verb.lefts
    ):
        return "possible", "had better"
    return None


def _before_subject(verb: Token, phrases: tuple[str, ...]) -> str | None:
    subject = next(iter(grammar.own_subjects(verb)), None)
    if subject is None or subject.i > verb.i:
        return None
    first, doc = subject.left_edge.i, verb.doc
    before = [doc[max(verb.sent.start, first - length) : first].text.lower() for length in (1, 2, 3, 4)]
    return next((words for words in reversed(before) if words in phrases), None)


def _is_present(verb: Token) -> bool:
    finite = [c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBZ", "VBP", "VBD", "MD")]
    return all(c.tag_ in _PRESENT for c in finite) if finite else verb.tag_ in _PRESENT


def _is_under_future(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a clause above has "will", "may" or the like."""
    return any(
        above.lower_ in lexicon.modals or any(c.dep_ == "aux" and c.lower_ in lexicon.modals for c in above.children)
        for above in verb.ancestors
    )


def _is_due(verb: Token) -> bool:
    """ "It is (high) time that X signed", "the time has come for X to sign"; but "the first time that X signed"."""
    head = verb.head
    times = [head, *(c for c in head.children if c.dep_ == "attr")] if head.lemma_ == "be" else [head]
    time = next((t for t in times if t.lower_ == "time"), None)
    if time is None or verb.dep_ not in ("relcl", "acl", "ccomp", "advcl", "xcomp"):
        return False
    infinitive = verb.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.lefts)
    bare = not any(c.dep_ in ("det", "poss", "nummod") or c.lower_ not in ("high", "about", "past") for c in time.lefts)
    return infinitive or (bare and time.head.lemma_ in ("be", "about", "past"))
