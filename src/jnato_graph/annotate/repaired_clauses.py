"""Repairs of clauses: a place taken for who acts, a verb taken for a word of a name, names behind a counted noun."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from jnato_graph.annotate.repair_words import words
from jnato_graph.annotate.repaired_names import FINITE, moved
from jnato_graph.annotate.repaired_phrases import roots
from jnato_graph.annotate.speech_words import speech_words
from jnato_graph.ontology import ACTORS

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SITES = frozenset({"State", "Place", "Organisation", "Office"})
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


def place_before_purpose(doc: Doc) -> None:
    """ "Left for Vilnius to meet her": the place is where somebody goes, and no one who meets."""
    heads = roots(doc)
    for link in doc:
        verb, above = link.head, link.head.head
        if link.lower_ != "for" or link.dep_ != "mark" or above.lemma_.lower() not in words()["motion"]:
            continue
        place = next((c for c in verb.children if c.dep_ == "nsubj" and c.i > link.i), None)
        span = heads.get(place.i) if place is not None else None
        if place is None or span is None or span.label_ not in SITES or verb.dep_ not in ("advcl", "xcomp", "ccomp"):
            continue
        moved(link, above, "prep")
        if link.head.i == above.i:
            link.pos_ = "ADP"
            moved(place, link, "pobj")
            verb.dep_ = "advcl"


def verb_between_names(doc: Doc) -> None:
    """ "Spain hosted Oak and Peru hosted Elm": a past tense between two names is no adjective of the second."""
    heads = roots(doc)
    ends = {span.end: span for span in heads.values() if span.label_ in ACTORS}
    for verb in doc:
        before = ends.get(verb.i)
        if (
            verb.dep_ != "amod"
            or verb.tag_ not in ("VBN", "VBD")
            or before is None
            or before.root.head.i != verb.head.i
        ):
            continue
        thing, name = verb.head, before.root
        above = thing.head
        while thing.dep_ == "conj" and above.pos_ not in ("VERB", "AUX") and above.head.i != above.i:
            above = above.head
        if heads.get(thing.i) is None or thing.i < verb.i or above.pos_ != "VERB" or above.i > name.i:
            continue
        if doc[name.left_edge.i - 1].lower_ not in ("and", "but", ",", "while"):
            continue
        verb.tag_, verb.pos_ = "VBD", "VERB"
        verb.head, verb.dep_ = above, "conj"
        name.head, name.dep_ = verb, "nsubj"
        moved(thing, verb, "dobj")


def said_beside(doc: Doc) -> None:
    """ "Denied that Peru had left and insisted that it stays": who denies insists, not Peru."""
    speaking = speech_words().reporting
    for verb in doc:
        told, said = verb.head, verb.head.head
        if (
            verb.dep_ == "conj"
            and told.dep_ == "ccomp"
            and verb.tag_ in FINITE
            and all(v.lemma_.lower() in speaking for v in (verb, said))
            and said.tag_ == verb.tag_
            and any(c.dep_ == "mark" and c.lower_ == "that" for c in told.children)
            and any(c.dep_ == "ccomp" and any(m.lower_ == "that" for m in c.children) for c in verb.children)
            and not any(c.dep_ in (*SUBJECTS, "aux") for c in verb.children)
        ):
            moved(verb, said, "conj")


def subject_behind_object(doc: Doc) -> None:
    """ "Peru criticised the tariff and Chile defended it": a name right before a verb of its own is its subject."""
    spans = [span for span in roots(doc).values() if span.label_ in ACTORS]
    for verb in doc:
        above = verb.head
        if verb.tag_ not in FINITE or verb.dep_ not in ("conj", "dep", "advcl"):
            continue
        if above.pos_ != "VERB" or above.i > verb.i:
            continue
        if any(c.dep_ in ("nsubj", "nsubjpass", "auxpass", "cc", "mark") and c.i < verb.i for c in verb.children):
            continue
        name = _coordinated_before(doc, verb.i, above.i, spans)
        if name is None:
            continue
        moved(name, verb, "nsubj")
        if name.head.i == verb.i:
            verb.dep_ = "conj"


def passive_behind_agent(doc: Doc) -> None:
    """ "Shelled by Peru and Lima was hit by Chile": a name right before a passive of its own is what is hit."""
    spans = list(roots(doc).values())
    for verb in doc:
        passive = next((c for c in verb.children if c.dep_ == "auxpass"), None)
        if passive is None or verb.dep_ != "conj" or any(c.dep_ in ("nsubjpass", "nsubj") for c in verb.children):
            continue
        name = _coordinated_before(doc, passive.i, verb.head.i, spans)
        if name is not None:
            moved(name, verb, "nsubjpass")


def clause_before_verb(doc: Doc) -> None:
    """ "The pact, which both had signed in May, has ended": the first verb is the clause's, the second the noun's."""
    for pronoun in doc:
        verb = pronoun.head
        if pronoun.lower_ != "which" or pronoun.dep_ != "dobj" or verb.dep_ != "relcl" or verb.i < pronoun.i:
            continue
        subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS and c.i > pronoun.i), None)
        first = next((c for c in subject.rights if c.dep_ == "acl" and c.tag_ == "VBN"), None) if subject else None
        if subject is None or first is None or any(c.dep_ in ("agent", "dobj") for c in first.children):
            continue
        noun = verb.head.head if verb.head.dep_ == "appos" else verb.head
        behind = doc[first.right_edge.i + 1]
        if noun.dep_ != "ROOT" or behind.text != "," or behind.i > verb.left_edge.i + len(list(verb.subtree)):
            continue
        for token, head, dep in ((first, noun, "relcl"), (subject, first, "nsubj"), (pronoun, first, "dobj")):
            token.head, token.dep_ = head, dep
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        verb.head, verb.dep_ = verb, "ROOT"
        noun.head, noun.dep_ = verb, "nsubjpass" if passive else "nsubj"


def _coordinated_before(doc: Doc, index: int, floor: int, spans: Iterable[Span]) -> Token | None:
    """The name that ends right before a verb, adverbs and words of time left out, and that the parser coordinates to an
    object before it."""
    before = index - 1
    while before > floor and (doc[before].pos_ in ("ADV", "AUX", "PART") or _tells_when(doc, before)):
        before -= 1
    name = next((span.root for span in spans if span.end - 1 == before and span.root.dep_ == "conj"), None)
    if name is None or name.head.dep_ not in ("dobj", "pobj"):
        return None
    return name if doc[name.left_edge.i - 1].lower_ in ("and", "but", ",") else None


def _tells_when(doc: Doc, index: int) -> bool:
    """Whether a word is of a phrase like "last week", "on Monday", "in 2023"."""
    word = doc[index]
    return (
        word.lower_ in words()["when"] or word.like_num or (word.lower_ in ("on", "in") and _tells_when(doc, index + 1))
    )


def names_of_counted(doc: Doc) -> None:
    """ "Two states outside NATO, Japan and Peru, agreed": as many names as are counted say who they are."""
    heads = roots(doc)
    for noun in doc:
        count = next((COUNTS[c.lower_] for c in noun.children if c.dep_ == "nummod" and c.lower_ in COUNTS), 0)
        if not count or noun.tag_ != "NNS":
            continue
        for inner in (t for t in noun.subtree if t.i > noun.i and t.i in heads):
            first = next((c for c in inner.children if c.dep_ in ("conj", "appos") and c.i in heads), None)
            if first is None or doc[heads[first.i].start - 1].text != ",":
                continue
            run = _run(first, heads)
            last = heads[run[-1].i].end
            closed = last < len(doc) and (doc[last].text in ",.;" or doc[last].pos_ in ("VERB", "AUX"))
            if len(run) == count and closed and any(doc[i].lower_ == "and" for i in range(first.i, last)):
                moved(first, noun, "appos")
                break


def _run(first: Token, heads: dict[int, Span]) -> list[Token]:
    """The names coordinated from `first` on."""
    found, node = [first], first
    while (after := next((c for c in node.children if c.dep_ == "conj" and c.i in heads), None)) is not None:
        found.append(after)
        node = after
    return found
