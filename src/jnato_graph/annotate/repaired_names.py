"""Repairs of the parse where it tears a name, or takes one for something else (see `repairs`)."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from jnato_graph.annotate.repair_words import words
from jnato_graph.ontology import BODIES

SHORTEST = 3  # words of a title with its field: "Minister for Defence"
CLASSES = frozenset({"exercises", "drills", "operations", "missions", "programmes", "programs", "funds", "summits"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def plural_before_names(doc: Doc) -> None:
    """ "NATO's cyber exercises Cyber Coalition and Locked Shields": the plural before names is no verb."""
    starts = {span.start: span for span in doc.spans.get("mentions", ())}
    for token in doc[1:-1]:
        if token.lower_ not in CLASSES or token.tag_ not in FINITE or token.i + 1 not in starts:
            continue
        if token.nbor(-1).pos_ not in ("NOUN", "ADJ", "PROPN") or token.dep_ == "ROOT":
            continue
        token.tag_, token.pos_ = "NNS", "NOUN"
        name = starts[token.i + 1].root
        if name.head.i == token.i:
            name.dep_ = "appos"
        start = token
        while start.i > 0 and start.nbor(-1).dep_ in ("compound", "amod", "poss", "case", "nmod", "det"):
            start = start.nbor(-1)
        before = doc[start.i - 1] if start.i else None
        if before is not None and before.dep_ == "prep" and not any(c.dep_ == "pobj" for c in before.children):
            moved(token, before, "pobj")


def title_of_body(doc: Doc) -> None:
    """ "Secretary General of NATO Jens Stoltenberg visited": the person does it, not the body or the bare title."""
    heads = {span.end: span for span in doc.spans.get("mentions", ()) if span.label_ in BODIES}
    for person in doc.spans.get("mentions", ()):
        body = heads.get(person.start)
        name = person.root
        if person.label_ != "Person" or body is None or name.dep_ != "pobj" or name.head.lower_ != "of":
            continue
        title = name.head.head
        if title.pos_ not in ("NOUN", "PROPN") or title.i > body.start or title.head.i == title.i:
            continue
        of, above, dep = name.head, title.head, title.dep_
        name.head, name.dep_ = above, dep
        title.head, title.dep_ = name, "compound"
        moved(body.root, of, "pobj")


def title_with_field(doc: Doc) -> None:
    """ "Meet Minister for Defence Chan Chun Sing": the name stands where the parser has the title."""
    for person in doc.spans.get("mentions", ()):
        if person.label_ != "Person" or person.start < SHORTEST:
            continue
        at = person.start - 1
        while at > person.sent.start and doc[at].pos_ in ("PROPN", "NOUN", "CCONJ") and doc[at].text[0].isupper():
            at -= 1
        title, name = doc[at - 1], person.root
        if doc[at].lower_ not in ("of", "for") or at == person.start - 1 or title.pos_ not in ("PROPN", "NOUN"):
            continue
        field = doc[person.start - 1]
        beyond = name.head.i == name.i or name.head.i < title.i or name.head.i > person.end
        if title.lower_ not in words()["with_field"] or field in name.subtree or title in name.subtree or not beyond:
            continue
        above, dep = title.head, title.dep_
        if above.i == title.i or name in above.ancestors:
            continue
        name.head, name.dep_ = above, dep
        title.head, title.dep_ = name, "compound"


def name_as_root(doc: Doc) -> None:
    """ "Standing NATO Maritime Group 2 and the navy exercised together": a word of a name is no main verb."""
    for span in doc.spans.get("mentions", ()):
        first = doc[span.start]
        if first.dep_ != "ROOT" or first.pos_ != "VERB" or len(span) < 2:
            continue
        verb = next((c for c in first.children if c.i >= span.end and c.tag_ in FINITE and c.dep_ != "relcl"), None)
        if verb is None:
            continue
        _put_above(verb, first, span)


def noun_before_name(doc: Doc) -> None:
    """ "The German frigate Bayern put into Busan": the noun before a name is no root that the name's verb tells of."""
    for noun in doc:
        name = noun.nbor(1) if noun.i + 1 < len(doc) else noun
        if noun.dep_ != "ROOT" or noun.tag_ != "NN" or name.pos_ != "PROPN":
            continue
        verb = next((c for c in noun.children if c.dep_ == "relcl" and c.tag_ in FINITE and c.i > name.i), None)
        subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None) if verb is not None else None
        if verb is None or subject is None or subject.left_edge.i != name.i or subject.pos_ != "PROPN":
            continue
        verb.head, verb.dep_ = verb, "ROOT"
        noun.head, noun.dep_ = subject, "compound"
        for child in list(noun.rights):
            if child.i > subject.i:
                moved(child, verb, child.dep_)


def parts_of_name(doc: Doc) -> None:
    """ "Denounced by the Peruvian Mission to the EU": what is part of a name hangs on its head, not on the verb.

    "No" in "No Kwang-chol" is a family name and denies nothing.
    """
    for span in doc.spans.get("mentions", ()):
        if span.label_ == "Person" and span[0].text == "No" and span[0].dep_ in ("det", "neg"):
            span[0].dep_, span[0].pos_ = "compound", "PROPN"
        outside = [token for token in span if not span.start <= token.head.i < span.end]
        if len(outside) < 2 or outside[0].pos_ not in ("NOUN", "PROPN"):
            continue
        for token in outside[1:]:
            if token.dep_ == "prep" and token.head.i < span.start:
                moved(token, outside[0], "prep")


def _put_above(verb: Token, old: Token, span: Span) -> None:
    """Make `verb` the root of its sentence and the name its subject."""
    verb.head, verb.dep_ = verb, "ROOT"
    last = span[-1]
    noun = next((t for t in reversed(span) if t.pos_ in ("NOUN", "PROPN") and t.i != old.i), last)
    outside = [c for c in old.children if not span.start <= c.i < span.end and c.i != verb.i]
    inside = [c for c in old.children if span.start <= c.i < span.end and c.i != noun.i]
    noun.head, noun.dep_ = verb, "nsubj"
    old.head, old.dep_ = noun, "compound"
    for child in inside:
        moved(child, noun, "compound")
    for child in outside:
        moved(child, verb, child.dep_)


def moved(token: Token, head: Token, dep: str) -> None:
    """Hang `token` on `head`, unless that would make a circle."""
    if head.i == token.i or head in token.subtree or head.sent.start != token.sent.start:
        return
    token.head = head
    token.dep_ = dep
