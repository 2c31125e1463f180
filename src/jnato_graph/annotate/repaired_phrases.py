"""Repairs of the parse where a phrase hangs on the wrong word (see `repairs`)."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from jnato_graph.annotate.repair_words import words
from jnato_graph.annotate.repaired_names import FINITE, moved
from jnato_graph.ontology import ACTORS, BODIES

YEAR_DIGITS = 4


def roots(doc: Doc) -> dict[int, Span]:
    """The mentions by the token that heads them; of two with one head the longer."""
    found: dict[int, Span] = {}
    for span in doc.spans.get("mentions", ()):
        root = span.root.i
        if root not in found or len(span) > len(found[root]):
            found[root] = span
    return found


def year_before_subject(doc: Doc) -> None:
    """ "In 2021 Peru signed": the year is when, and the name behind it is who."""
    heads = roots(doc)
    for root, span in heads.items():
        name = doc[root]
        prep = name.head
        if span.label_ not in ACTORS or name.dep_ != "pobj" or prep.lower_ not in ("in", "since", "by", "until"):
            continue
        year = doc[prep.i + 1]
        verb = prep.head
        if not (year.is_digit and len(year) == YEAR_DIGITS and year.head.i == name.i and verb.tag_ in FINITE):
            continue
        subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
        listed = [c for c in subjects if c.i in heads and doc[c.left_edge.i - 1].text in (",", "and") and c.i > root]
        if prep.dep_ != "prep" or verb.i < name.i or len(subjects) > len(listed):
            continue
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        name.head, name.dep_ = verb, "nsubjpass" if passive else "nsubj"
        moved(year, prep, "pobj")
        for other in listed:  # "In 2003 Poland, Spain and Japan supported"
            moved(other, name, "conj")


def unlike_conjunct(doc: Doc) -> None:
    """ "Met Roux in Oslo and Ito days later": a person goes with a person, not with the place between."""
    heads = roots(doc)
    for root, span in heads.items():
        name = doc[root]
        first = name.head
        if span.label_ != "Person" or name.dep_ != "conj" or first.i > root:
            continue
        other = heads.get(first.i)
        if other is not None and other.label_ in ACTORS:
            continue
        if other is None and first.pos_ not in ("NOUN", "PROPN", "VERB"):
            continue
        above = first
        while above.pos_ not in ("VERB", "AUX") and above.head.i != above.i:
            above = above.head
        like = [
            doc[i]
            for i, each in heads.items()
            if each.label_ == "Person"
            and above.i < i < root
            and doc[i].dep_ in ("dobj", "pobj")
            and above in doc[i].ancestors
        ]
        if like and not any(c.dep_ in ("nsubj", "relcl", "acl") for c in name.children):
            moved(name, like[-1], "conj")


def states_in_list(doc: Doc) -> None:
    """ "Japan, Australia and Peru": a state explains no other state, it goes on with the list."""
    heads = roots(doc)
    for root, span in heads.items():
        name = doc[root]
        other = heads.get(name.head.i)
        if name.dep_ != "appos" or other is None or name.head.i > root or "State" not in (span.label_, other.label_):
            continue
        if {span.label_, other.label_} - BODIES or (span.id_ and span.id_ == other.id_):
            continue
        before = doc[max(0, min(span.start, name.left_edge.i) - 1)]  # "Australia, the UK and Peru"
        if before.text == "," and any(c.dep_ == "conj" for c in name.children):
            name.dep_ = "conj"


def of_behind_agent(doc: Doc) -> None:
    """ "The launch by Japan and Peru of the Nordic Fund": what is launched hangs on the noun, not on who does it."""
    heads = roots(doc)
    for of in doc:
        if of.lower_ != "of" or of.dep_ != "prep" or of.head.i not in heads or heads[of.head.i].label_ not in ACTORS:
            continue
        name = of.head
        while name.dep_ == "conj" and name.head.i < name.i:
            name = name.head
        by = name.head
        if by.lower_ != "by" or by.dep_ not in ("prep", "agent"):
            continue
        noun = doc[by.i - 1] if by.i else by
        if by.head.pos_ == "VERB" and noun.dep_ == "dobj" and noun.head.i == by.head.i:
            moved(by, noun, "prep")  # "welcomed the launch by Japan of …"
        if by.head.pos_ != "NOUN":
            continue
        if heads[of.head.i].end == of.i and not any(c.lower_ == "of" for c in by.head.children):
            moved(of, by.head, "prep")


def occasion_of_person(doc: Doc) -> None:
    """ "Raised it with Ito at the Oslo Summit": a meeting is where the clause takes place, and not what Ito is of."""
    events = {i: span for i, span in roots(doc).items() if span.label_ == "Event"}
    persons = {i: span for i, span in roots(doc).items() if span.label_ == "Person"}
    for root in events:
        prep = doc[root].head
        person = persons.get(prep.head.i)
        if prep.lower_ not in ("at", "during") or person is None or prep.i != person.end:
            continue
        above = doc[person.root.i]
        while above.pos_ not in ("VERB", "AUX") and above.head.i != above.i:
            above = above.head
        if above.pos_ == "VERB" and above.i < prep.i:
            moved(prep, above, "prep")


def headline_verb(doc: Doc) -> None:
    """ "Minister Berg Visits Peru, Chile and Ecuador": the capital makes no name of what the person does."""
    heads = {span.start: span for span in doc.spans.get("mentions", ())}
    for span in doc.spans.get("mentions", ()):
        if span.label_ not in ACTORS or span.end + 1 >= len(doc):
            continue
        verb, after = doc[span.end], heads.get(span.end + 1)
        if verb.tag_ not in ("NNP", "NNPS") or not verb.lower_.endswith("s") or after is None:
            continue
        thing = after.root
        if span.root.sent.start != thing.sent.start or not _is_headline(verb, span, after):
            continue
        verb.tag_, verb.pos_, verb.lemma_ = "VBZ", "VERB", verb.lower_.removesuffix("s")
        verb.head, verb.dep_ = verb, "ROOT"
        thing.head, thing.dep_ = verb, "dobj"
        span.root.head, span.root.dep_ = verb, "nsubj"
        for token in doc[span.root.sent.start : span.start]:
            if token.head.i in (thing.i, verb.i) and token.dep_ in ("compound", "amod", "nmod", "poss"):
                token.head = span.root


def _is_headline(verb: Token, subject: Span, after: Span) -> bool:
    """Whether all three hang together as one supposed name, with no verb in their sentence."""
    names = {verb.head.i, subject.root.head.i}
    if not names & {after.root.i, verb.i, subject.root.i}:
        return False
    return verb.lower_ in words()["headline"] and not any(t.tag_ in FINITE for t in verb.sent if t.i != verb.i)


def participle_as_verb(doc: Doc) -> None:
    """ "Japan's destroyer exercised with the frigate.", "the ministers condemned in the strongest terms the launch.":
    where nothing else is said, the participle is the verb."""
    for sentence in doc.sents:
        root = sentence.root
        if root.pos_ not in ("NOUN", "PROPN") or sentence[-1].text != ".":
            continue
        acts = [c for c in root.children if c.dep_ in ("acl", "dep") and c.tag_ == "VBN" and _is_active(c)]
        if len(acts) != 1 or any(c.dep_ == "agent" for c in acts[0].children):
            continue
        verb = acts[0]
        if any(t.tag_ in (*FINITE, "MD") and verb not in t.ancestors for t in sentence):
            continue
        verb.tag_, verb.head, verb.dep_ = "VBD", verb, "ROOT"
        for child in [c for c in root.children if c.i > verb.i]:
            child.head = verb
        root.head, root.dep_ = verb, "nsubj"


def _is_active(participle: Token) -> bool:
    """Whether it cannot be a passive: nobody can do it to somebody, or it has an object of its own."""
    lemma = participle.lemma_.lower()
    if lemma in words()["intransitive"]:
        return True
    return lemma not in words()["two_objects"] and any(c.dep_ == "dobj" for c in participle.children)
