"""Repairs where a verb has lost its subject, or a class noun was taken for a verb (see `repairs`)."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from jnato_graph.annotate.repair_words import words
from jnato_graph.annotate.repaired_names import FINITE, moved
from jnato_graph.annotate.repaired_phrases import roots
from jnato_graph.ontology import ACTORS

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
LOST = frozenset({"conj", "appos", "npadvmod", "dep"})
NOMINATIVE = frozenset({"he", "she", "they", "we", "i"})
OBJECTS = frozenset({"pobj", "dobj", "dative", "npadvmod", "dep", "appos"})
FAR = 12  # tokens from a pronoun to its verb
NAMED = frozenset({"Exercise", "Operation", "Event", "Programme", "Agreement"})
DONE = frozenset({"Exercise", "Operation", "Event", "Programme", "Agreement", "Policy", "Office"})
GAPPED = "dep"  # how a clause whose verb is left out hangs on the one that has it


def class_noun_as_verb(doc: Doc) -> None:
    """ "Peru hosted the Locked Shields exercise": a class noun behind a name is no verb."""
    for root, span in roots(doc).items():
        name = doc[root]
        if span.label_ not in NAMED:
            continue
        if name.pos_ == "VERB" and len(span) > 1 and name.i == span.end - 1 and name.lower_ in words()["class_nouns"]:
            _make_noun(name, span)
            continue
        if span.end >= len(doc):
            continue
        noun = doc[span.end]
        if noun.pos_ != "VERB" or noun.lower_ not in words()["class_nouns"] or noun.dep_ == "ROOT":
            continue
        if name.head.i == noun.i:
            noun.dep_ = "dobj" if noun.head.i < span.start else noun.dep_
        elif noun.head.i < span.start:
            noun.head, noun.dep_ = name.head, name.dep_
        else:
            continue
        noun.tag_, noun.pos_ = "NN", "NOUN"
        moved(name, noun, "compound")


def _make_noun(last: Token, span: Span) -> None:
    """Let the last word of a name head it as a noun."""
    last.tag_, last.pos_ = "NN", "NOUN"
    if last.dep_ in ("ccomp", "xcomp") and last.head.i < span.start:
        last.dep_ = "dobj"
    for child in last.children:
        if span.start <= child.i < last.i and child.dep_ in SUBJECTS:
            child.dep_ = "compound"


def subject_of_auxiliary(doc: Doc) -> None:
    """ "The office was firmly opposed": the subject is the verb's, not the auxiliary's."""
    for token in doc:
        helper = token.head
        if token.dep_ in ("nsubj", "nsubjpass") and helper.dep_ in ("aux", "auxpass") and helper.i != token.i:
            passive = helper.dep_ == "auxpass" or token.dep_ == "nsubjpass"
            moved(token, helper.head, "nsubjpass" if passive else "nsubj")


def nominative_pronoun(doc: Doc) -> None:
    """ "In Vilnius in July he and X signed it": "he" is a subject, whatever it hangs on."""
    for pronoun in doc:
        if pronoun.lower_ not in NOMINATIVE or pronoun.dep_ not in OBJECTS:
            continue
        verb = next((t for t in doc[pronoun.i + 1 : pronoun.sent.end] if t.tag_ in FINITE or t.dep_ == "ROOT"), None)
        if verb is None or verb.i > pronoun.i + FAR or verb.dep_ in ("relcl", "acl"):
            continue
        subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
        if not subjects:
            moved(pronoun, verb, "nsubj")
        elif len(subjects) == 1 and subjects[0].i > pronoun.i and doc[pronoun.i + 1].lower_ == "and":
            moved(pronoun, verb, subjects[0].dep_)
            moved(subjects[0], pronoun, "conj")


def name_before_participle(doc: Doc) -> None:
    """ "Macron toured Riga": a name that begins a sentence is who does what the past tense behind it says."""
    for root, span in roots(doc).items():
        name = doc[root]
        verb = doc[span.end] if span.end < len(doc) else name
        if span.label_ not in ACTORS or not span[0].is_sent_start or verb.tag_ != "VBN" or name.pos_ != "VERB":
            continue
        if verb.dep_ not in ("amod", "acl", "ROOT") or any(c.dep_ in SUBJECTS for c in verb.children):
            continue
        things = [verb.head] if verb.dep_ == "amod" and verb.head.i > verb.i else []
        name.tag_, name.pos_, verb.tag_ = "NNP", "PROPN", "VBD"
        if verb.dep_ != "ROOT":
            verb.head, verb.dep_ = verb, "ROOT"
        name.head, name.dep_ = verb, "nsubj"
        for thing in things:
            moved(thing, verb, "dobj")


def subject_of_participle(doc: Doc) -> None:
    """ "EFTA, made up of Peru and Fiji, agreed": who stands before the comma does what stands behind the second."""
    for participle in doc:
        verb = participle.head
        if participle.tag_ != "VBN" or participle.dep_ != "advcl" or verb.i < participle.i or verb.tag_ not in FINITE:
            continue
        subject = next((c for c in participle.lefts if c.dep_ in SUBJECTS), None)
        if subject is None or doc[participle.i - 1].text != "," or any(c.dep_ in SUBJECTS for c in verb.children):
            continue
        if any(c.dep_ in ("mark", "aux", "auxpass", "advmod") and c.i < subject.i for c in participle.children):
            continue
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        moved(subject, verb, "nsubjpass" if passive else "nsubj")
        moved(participle, subject, "acl")


def explained_subject(doc: Doc) -> None:
    """ "Oak Dawn 24, NATO's largest drill, was held": the subject is the name, which the noun explains."""
    for root, span in roots(doc).items():
        name, verb = doc[root], doc[root].head
        if name.dep_ not in LOST or verb.i < span.end or span.end >= len(doc) or doc[span.end].text != ",":
            continue
        noun = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        if noun is None or noun.pos_ != "NOUN" or noun.left_edge.i != span.end + 1:
            continue
        closing = next((t for t in doc[noun.i + 1 : verb.i] if t.text == ","), None)
        if closing is not None and all(t.dep_ in ("aux", "auxpass", "neg") for t in doc[closing.i + 1 : verb.i]):
            moved(name, verb, noun.dep_)
            moved(noun, name, "appos")


def subject_without_verb(doc: Doc) -> None:
    """ "Peru attended the Oslo summit and Fiji the Riga summit": Fiji attends, it is not attended."""
    names = roots(doc)
    for root, span in names.items():
        name = doc[root]
        things = [other for other in names.values() if other.start == span.end + 1 and other.label_ in DONE]
        if span.label_ not in ACTORS or not things or doc[span.end].dep_ != "det" or name.dep_ != "conj":
            continue
        first = name.head
        verb = first.head
        told = names.get(_named_within(first))
        if first.dep_ != "dobj" or told is None or told.label_ not in DONE:
            continue
        if doc[span.start - 1].lower_ != "and" or any(c.dep_ == "dative" for c in verb.children):
            continue
        thing = doc[span.end].head  # "the Riga Gathering exercise": what the article stands before
        moved(name, verb, GAPPED)
        moved(thing, name, GAPPED)


def _named_within(noun: Token) -> int:
    """The root of the name that a noun is, or that stands before a class noun: "the Nordic Dawn exercise"."""
    doc, before = noun.doc, noun.i - 1
    inside = any(span.start <= noun.i < span.end for span in doc.spans["mentions"])
    return noun.i if inside or before < 0 else before


def subject_behind_comma(doc: Doc) -> None:
    """ "During a visit to Seoul, President X praised it": behind the comma stands who does it, not one more place."""
    for root, span in roots(doc).items():
        name = doc[root]
        if span.label_ not in ACTORS or name.dep_ not in LOST or name.head.i > root:
            continue
        start = min(span.start, name.left_edge.i)
        verb = _fronted_to(name.head)
        if start == 0 or doc[start - 1].text != "," or verb is None or verb.i < root or verb.tag_ not in FINITE:
            continue
        alone = not any(c.dep_ in SUBJECTS for c in verb.children)
        if alone and _leads_to(name, verb):
            passive = any(c.dep_ == "auxpass" for c in verb.children)
            moved(name, verb, "nsubjpass" if passive else "nsubj")


def _fronted_to(name: Token) -> Token | None:
    """The verb that a phrase with `name` in it stands before."""
    node = name
    while node.head.i != node.i:
        if node.dep_ in ("prep", "advcl") and node.head.i > node.i:
            return node.head
        node = node.head
    return None


def _leads_to(name: Token, verb: Token) -> bool:
    """Whether nothing but the name's own explanation and the verb's helpers stand between the two."""
    inside = {t.i for t in name.subtree}
    helpers = {c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "advmod", "punct")}
    between = range(name.i + 1, verb.i)
    return all(i in inside or i in helpers or name.doc[i].text == "," for i in between)
