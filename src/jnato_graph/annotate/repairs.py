"""Mends what the parser gets wrong time and again, once the names are known.

Each repair knows one weak arc of spaCy's English pipelines and moves a head or changes a label; none knows a predicate.
The commonest: relative clauses that hang on the wrong word or are called something else, a receiver that is taken for
part of what is given, a name behind "to" that is taken for a verb.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc, Token

from jnato_graph.annotate.repair_words import words
from jnato_graph.annotate.repaired_clauses import (
    clause_before_verb,
    names_of_counted,
    passive_behind_agent,
    place_before_purpose,
    said_beside,
    subject_behind_object,
    verb_between_names,
)
from jnato_graph.annotate.repaired_lists import names_in_list
from jnato_graph.annotate.repaired_names import (
    moved,
    name_as_root,
    noun_before_name,
    parts_of_name,
    plural_before_names,
    title_of_body,
    title_with_field,
)
from jnato_graph.annotate.repaired_parentheses import behind_parenthesis
from jnato_graph.annotate.repaired_phrases import (
    headline_verb,
    occasion_of_person,
    of_behind_agent,
    participle_as_verb,
    states_in_list,
    unlike_conjunct,
    year_before_subject,
)
from jnato_graph.annotate.repaired_subjects import (
    class_noun_as_verb,
    explained_subject,
    name_before_participle,
    nominative_pronoun,
    subject_behind_comma,
    subject_of_auxiliary,
    subject_of_participle,
    subject_without_verb,
)
from jnato_graph.ontology import ACTORS

RELATIVES = frozenset({"which", "who", "whom"})


def repair(doc: Doc) -> Doc:
    """Mend `doc` in place."""
    for mend in REPAIRS:
        mend(doc)
    return doc


def relative_after_comma(doc: Doc) -> None:
    """ "Keen Sword 25, which Japan hosted": the clause is about the noun before the comma, whatever it hangs on."""
    for pronoun in doc:
        if pronoun.lower_ not in RELATIVES or pronoun.tag_ not in ("WDT", "WP"):
            continue
        before = pronoun.i - 1
        if before > 0 and doc[before].tag_ in ("IN", "TO") and pronoun.dep_ == "pobj":
            before -= 1  # "to which"
        if before < 1:
            continue
        if doc[before].text != ",":
            # "the treaty which Peru signed": right behind the noun, as object of a clause of its own
            if before != pronoun.i - 1 or pronoun.dep_ != "dobj" or doc[before].pos_ not in ("NOUN", "PROPN"):
                continue
            before += 1
        if doc[before - 1].sent.start != pronoun.sent.start:
            continue
        verb = _clause_of(pronoun)
        if (
            verb is None
            or verb.dep_ == "relcl"
            or verb.i < pronoun.i
            or verb.dep_ not in ("advcl", "ccomp", "acl", "conj", "dep")
        ):
            continue
        noun = _noun_before(doc, before - 1)
        if noun is not None and verb not in noun.ancestors:
            moved(verb, noun, "relcl")


def that_without_object(doc: Doc) -> None:
    """ "the accord that Japan signed": a verb without its object has its gap there, and "that" stands for it."""
    for verb in doc:
        if (
            verb.dep_ != "acl"
            or verb.head.pos_ not in ("NOUN", "PROPN")
            or verb.head.lemma_.lower() in words()["content"]
        ):
            continue
        marks = [c for c in verb.children if c.dep_ == "mark" and c.lower_ == "that"]
        subjects = [c for c in verb.children if c.dep_ == "nsubj"]
        if (
            marks
            and subjects
            and not any(c.dep_ in ("dobj", "ccomp", "xcomp", "acomp", "attr", "auxpass") for c in verb.children)
        ):
            verb.dep_ = "relcl"
            marks[0].dep_ = "dobj"
            marks[0].tag_ = "WDT"


def receiver_in_object(doc: Doc) -> None:
    """ "gave Ukraine mine detectors": the name before the thing given is whom it is given."""
    heads = {span.root.i: span for span in doc.spans.get("mentions", ()) if span.label_ in ACTORS}
    for verb in doc:
        if verb.lemma_.lower() not in words()["giving"] or verb.pos_ != "VERB":
            continue
        for thing in [c for c in verb.children if c.dep_ == "dobj" and c.tag_ in ("NN", "NNS")]:
            for name in list(thing.children):
                span = heads.get(name.i)
                if span is None or name.dep_ not in ("compound", "nmod") or name.pos_ != "PROPN":
                    continue
                if name.left_edge.i == verb.i + 1 and span.end < thing.i + 1 and thing.left_edge.i == name.left_edge.i:
                    moved(name, verb, "dative")


def name_as_verb(doc: Doc) -> None:
    """ "send a frigate to RIMPAC 2024": a name behind "to" is where something goes, not what is done."""
    inside = {i: span for span in doc.spans.get("mentions", ()) for i in range(span.start, span.end)}
    for to in doc:
        if to.lower_ != "to" or to.dep_ != "aux" or to.head.i <= to.i:
            continue
        name = to.head
        span = inside.get(name.i)
        if span is None or not name.text[0].isupper() or to.i != span.start - 1 or name.head.i == name.i:
            continue
        above = name.head
        for child in list(name.children):
            if child.dep_ in ("dobj", "npadvmod") and span.start <= child.i < span.end:
                child.dep_ = "nummod"
            elif child.dep_ == "prep":
                moved(child, above, "prep")
        if name in above.subtree:
            to.head = above
            to.dep_ = "prep"
            name.head = to
            name.dep_ = "pobj"


def particle_with_object(doc: Doc) -> None:
    """ "held off Constanța": a particle that has an object of its own is a preposition."""
    for token in doc:
        if token.dep_ == "prt" and any(c.dep_ == "pobj" for c in token.children):
            token.dep_ = "prep"
            token.pos_ = "ADP"


def finite_after_infinitive(doc: Doc) -> None:
    """ "agreed to upgrade their ties and signed X": a past tense goes on with the past tense."""
    for verb in doc:
        head = verb.head
        if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBZ") or head.tag_ != "VB" or head.dep_ != "xcomp":
            continue
        if head.head.tag_ == verb.tag_ and not any(c.dep_ in ("nsubj", "aux", "mark") for c in verb.children):
            moved(verb, head.head, "conj")


def object_behind_adverbial(doc: Doc) -> None:
    """ "denounced the concept in 2022 and the declaration in 2024": a noun is coordinated to a noun, not to a verb."""
    for noun in doc:
        verb = noun.head
        if noun.dep_ != "conj" or noun.pos_ not in ("NOUN", "PROPN") or verb.pos_ != "VERB" or verb.i > noun.i:
            continue
        objects = [c for c in verb.children if c.dep_ == "dobj" and c.i < noun.i]
        if objects and not any(c.dep_ in ("nsubj", "aux", "cop", "relcl") for c in noun.children):
            moved(noun, objects[-1], "conj")


def clause_for_object(doc: Doc) -> None:
    """ "Peru opposes the fund and Chile is in favour": a verb that takes no clause has an object."""
    for verb in doc:
        above = verb.head
        if verb.dep_ != "ccomp" or above.lemma_ not in words()["no_clause"] or verb.i < above.i:
            continue
        thing = next((c for c in verb.children if c.dep_ == "nsubj" and c.left_edge.i == above.i + 1), None)
        name = next((c for c in thing.children if c.dep_ == "conj"), None) if thing is not None else None
        if thing is None or name is None or name.right_edge.i != verb.i - 1:
            continue
        verb.dep_ = "conj"
        thing.head, thing.dep_ = above, "dobj"
        moved(name, verb, "nsubj")


def verb_behind_list(doc: Doc) -> None:
    """ "Poland, Lithuania and Norway back the plan": between names and a thing, such a word is their verb."""
    ends = {span.end: span for span in doc.spans.get("mentions", ()) if span.label_ in ACTORS}
    for word in doc[1:-1]:
        span = ends.get(word.i)
        if span is None or word.lower_ not in words()["plural_verbs"] or word.pos_ in ("VERB", "AUX"):
            continue
        first = span.root
        while first.dep_ == "conj" and first.head.i < first.i:
            first = first.head
        if first.i == span.root.i or first.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj"):
            # "…, two officials said": a verb with two subjects has lost the verb of one
            if first.dep_ != "nsubj" or not any(c.dep_ == "nsubj" and c.i > word.i for c in first.head.children):
                continue
            first.dep_ = "ccomp"
        after = word.nbor()
        thing = after.head if after.dep_ in ("det", "poss", "compound", "amod") else after
        if after.pos_ not in ("DET", "PROPN", "PRON") or thing.i <= word.i or thing.sent.start != word.sent.start:
            continue
        _make_verb(word, first, thing)


def _make_verb(word: Token, first: Token, thing: Token) -> None:
    """Put `word` in the place of `first`, with it as subject and `thing` as object."""
    above, dep = first.head, first.dep_
    word.tag_, word.pos_, word.lemma_ = "VBP", "VERB", word.lower_
    if above.i == first.i:
        word.head, word.dep_ = word, "ROOT"
    else:
        word.head, word.dep_ = above, dep
    rest = [c for c in first.children if c.i > word.i and c.i != thing.i]
    first.head, first.dep_ = word, "nsubj"
    moved(thing, word, "dobj")
    for child in rest:
        moved(child, word, child.dep_)


def list_before_verb(doc: Doc) -> None:
    """ "…, to which A, B and C belong": a verb taken for one more of the names before it."""
    for verb in doc:
        if verb.dep_ != "conj" or verb.tag_ not in ("VBP", "VBZ", "VBD") or verb.head.pos_ != "PROPN":
            continue
        first = verb.head
        while first.dep_ == "conj" and first.head.i < first.i:
            first = first.head
        if first.dep_ != "nsubj" or first.head.i < verb.i:
            continue
        wrong = first.head
        preps = [
            c
            for c in wrong.children
            if c.dep_ == "prep" and c.i < first.i and any(g.lower_ in RELATIVES for g in c.children)
        ]
        pronouns = [c for c in wrong.children if c.lower_ in RELATIVES and c.i < first.i]
        if not (preps or pronouns) or wrong.dep_ not in ("relcl", "ROOT", "conj", "advcl"):
            continue
        opener = (preps or pronouns)[0]
        noun = _noun_before(doc, opener.i - 2) if opener.i >= 2 and doc[opener.i - 1].text == "," else None
        if noun is None:
            continue
        last = verb.head
        for child in [c for c in verb.children if c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN"]:
            moved(child, last, "conj")
        verb.head = noun if verb not in noun.ancestors else wrong
        verb.dep_ = "relcl"
        moved(first, verb, "nsubj")
        moved(opener, verb, opener.dep_)


def _clause_of(pronoun: Token) -> Token | None:
    """The verb of the clause that a relative pronoun opens."""
    node = pronoun
    for _ in range(5):
        node = node.head
        if node.pos_ in ("VERB", "AUX"):
            return node
        if node.head.i == node.i:
            return None
    return None


def _noun_before(doc: Doc, index: int) -> Token | None:
    """The head of the noun phrase that ends at a token."""
    token = doc[index]
    if token.pos_ not in ("NOUN", "PROPN", "NUM", "ADJ") and token.text not in (")", "”", '"'):
        return None
    while token.dep_ in ("compound", "nummod", "nmod", "amod", "punct") and token.head.i != token.i:
        token = token.head
        if abs(token.i - index) > 4:
            return None
    for span in doc.spans.get("mentions", ()):
        if span.end == index + 1:
            token = span.root
            break
    return token if token.pos_ in ("NOUN", "PROPN", "NUM") else None


REPAIRS: tuple[Callable[[Doc], None], ...] = (
    parts_of_name,
    name_as_root,
    noun_before_name,
    name_before_participle,
    behind_parenthesis,
    subject_of_auxiliary,
    nominative_pronoun,
    headline_verb,
    participle_as_verb,
    year_before_subject,
    class_noun_as_verb,
    subject_of_participle,
    names_in_list,
    subject_behind_comma,
    explained_subject,
    states_in_list,
    title_of_body,
    title_with_field,
    plural_before_names,
    clause_before_verb,
    relative_after_comma,
    that_without_object,
    receiver_in_object,
    name_as_verb,
    particle_with_object,
    finite_after_infinitive,
    object_behind_adverbial,
    said_beside,
    subject_behind_object,
    place_before_purpose,
    verb_between_names,
    passive_behind_agent,
    names_of_counted,
    unlike_conjunct,
    of_behind_agent,
    occasion_of_person,
    clause_for_object,
    list_before_verb,
    verb_behind_list,
    subject_without_verb,
)


@Language.component("jnato_repairs", requires=["doc.spans"], assigns=["token.head", "token.dep"])
def jnato_repairs(doc: Doc) -> Doc:
    """The repairs as a pipeline component."""
    return repair(doc)
