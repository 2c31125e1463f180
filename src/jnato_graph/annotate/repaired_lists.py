"""Repairs of lists of names that the parser tears: "the ministers of Japan, Korea, and Fiji met" (see `repairs`).

Names of one sort with nothing but commas and one "and" between them are a list, whatever the tree says. On lists of two
to five names in fourteen frames the parser joins all of them in four of five (`tests/unit/annotate/test_lists.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from jnato_graph.annotate.repaired_names import moved
from jnato_graph.ontology import BODIES

SORTS = {"State": "actor", "Organisation": "actor", "Person": "person"}
JOINING = frozenset({"and", "or", "&"})
# What stands before a name and is part of its phrase: "Japan's Defence Minister Kihara".
PARTS = frozenset({"NNP", "NNPS", "NN", "JJ", "POS", "DT", "HYPH"})
LONGEST_PART = 6
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
LOOSE = frozenset({"dep", "npadvmod", "nmod", "intj", "advmod"})
INSIDE = frozenset({"poss", "compound", "amod", "nmod"})
LIST = 3  # of fewer names the tree is believed, but for "the ministers of Peru and Fiji"


def names_in_list(doc: Doc) -> None:
    """Hang each name of a list on the one before it."""
    for run in _runs(doc):
        roots = [span.root for span in run]
        if len(run) >= LIST and (verb := _verb_without_subject(run)) is not None:
            roots.pop(0)  # "In talks with Peru, Fiji and Samoa agreed": the subject begins behind the comma
            passive = any(c.dep_ == "auxpass" for c in verb.children)
            moved(roots[0], verb, "nsubjpass" if passive else "nsubj")
        if len(roots) < LIST:
            if _is_split_pair(*roots):
                moved(roots[1], roots[0], "conj")
            elif roots[0].head.i == roots[1].i and roots[0].dep_ in ("nmod", "compound"):
                _turn_round(*roots)
        elif _is_list(roots):
            _take_subject(roots)
            for before, name in pairwise(roots):
                if name.head.i != before.i or name.dep_ != "conj":
                    _join(name, before)


def _runs(doc: Doc) -> Iterator[list[Span]]:
    """Names of one sort that only commas and then one "and" part."""
    names = [span for span in _outermost(doc) if span.label_ in SORTS]
    run: list[Span] = []
    for span in names:
        link = _link(run[-1], span) if run else None
        if link is None:
            run = [span]
        elif link == ",":
            run.append(span)
        else:
            yield [*run, span]
            run = []


def _outermost(doc: Doc) -> Iterator[Span]:
    end = 0
    for span in sorted(doc.spans.get("mentions", ()), key=lambda s: (s.start, -s.end)):
        if span.start >= end and not _owns_a_name(span):
            end = span.end
            yield span


def _owns_a_name(span: Span) -> bool:
    """ "Japan's Fumio Kishida", "Finnish President Alexander Stubb": the state is part of the person's phrase."""
    return span.label_ in BODIES and span.root.dep_ in INSIDE


def _link(one: Span, other: Span) -> str | None:
    """ "," or "and" where nothing else parts two names, None where something does."""
    if SORTS[one.label_] != SORTS[other.label_] or one.sent.start != other.sent.start:
        return None
    between = list(one.doc[one.end : other.start])
    if not between or len(between) > LONGEST_PART + 2:
        return None
    link = between.pop(0).lower_ if between[0].text == "," or between[0].lower_ in JOINING else None
    if link == "," and between and between[0].lower_ in JOINING:
        link = between.pop(0).lower_
    person = other.label_ == "Person"
    fits = all(t.tag_ in PARTS if person else t.lower_ == "the" for t in between)
    return ("," if link == "," else "and") if link is not None and fits else None


def _verb_without_subject(run: list[Span]) -> Token | None:
    """The verb behind a list that begins in what goes before the verb, where nobody else is its subject."""
    verb = _fronted_to(run[0].root)
    behind = run[-1].end
    if verb is None or verb.i < behind or verb.doc[behind].text == ",":
        return None
    return None if any(c.dep_ in SUBJECTS for c in verb.children) else verb


def _is_split_pair(first: Token, second: Token) -> bool:
    """ "The ministers of Peru and Fiji": the second hangs on "ministers"."""
    prep = first.head
    return (
        first.dep_ == "pobj"
        and second.dep_ == "conj"
        and second.head.i == prep.head.i
        and prep.head.tag_ in ("NNS", "NNPS")
        and first.doc[second.left_edge.i - 1].lower_ in JOINING
    )


def _take_subject(names: list[Token]) -> None:
    """Make the first name the subject that one of the others was taken for."""
    first = names[0]
    for name in names[1:]:
        if name.dep_ in SUBJECTS and name.head.i == first.head.i:
            first.dep_ = name.dep_


def _turn_round(first: Token, second: Token) -> None:
    """ "South Korea's Yoon and Modi met": the first name, with whose it is, stands over the second."""
    if second.head.i == second.i:
        return
    owners = [c for c in second.children if c.dep_ == "poss" and c.i < first.left_edge.i]
    first.head, first.dep_ = second.head, second.dep_
    for owner in owners:
        moved(owner, first, "poss")
    moved(second, first, "conj")


def _is_list(names: list[Token]) -> bool:
    """Whether the names can be one list: not "In Oslo, Peru and Fiji signed", "after he met X, Y and Z flew home"."""
    first, others = names[0], names[1:]
    if any(name.dep_ in INSIDE for name in others):
        return False
    if others[0].head.i == first.i and others[0].dep_ in ("conj", "appos"):
        return True
    if any(name.dep_ in SUBJECTS and name.head.i == first.head.i for name in others):
        return first.dep_ in LOOSE  # "Biden, Kishida and Yoon met": the first hangs on the verb as nothing
    over = _noun_over(first)
    if any(name.dep_ in SUBJECTS and name.head.i > name.i for name in others):
        return over is not None and over.tag_ in ("NNS", "NNPS")
    if over is not None and others[0].head.i == over.i and over.tag_ not in ("NNS", "NNPS"):
        return False  # "the government of Peru, Fiji and Samoa": the tree may be right
    return _fronted_to(first) is None


def _noun_over(name: Token) -> Token | None:
    """The noun whose phrase a name ends: "ships of Peru", "members such as Peru"."""
    node = name.head
    while node.pos_ in ("ADP", "SCONJ") and node.head.i < node.i:
        node = node.head
    return node if name.dep_ == "pobj" and node.pos_ == "NOUN" and node.i < name.i else None


def _fronted_to(name: Token) -> Token | None:
    """The verb before whose subject a name stands, so that the comma behind it may end what goes before."""
    node = name
    while node.head.i != node.i and node.dep_ not in SUBJECTS:
        if node.dep_ in ("prep", "advcl", "npadvmod") and node.head.i > node.i:
            return node.head
        node = node.head
    return None


def _join(name: Token, before: Token) -> None:
    """Hang a name on the one before it; a verb whose subject it was gets the phrase that the list ends."""
    verb, dep = name.head, name.dep_
    moved(name, before, "conj")
    if dep not in SUBJECTS or name.head.i != before.i or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    top = before
    while top.head.i != top.i and top.head.i < verb.i:
        top = top.head
    if top.pos_ in ("NOUN", "PROPN") and top.i < before.i:
        if top.head.i == verb.i:
            top.dep_ = dep
        else:
            moved(top, verb, dep)
