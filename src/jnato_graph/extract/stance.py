"""How the text stands to a clause or a noun: denied or not, actual, planned, possible, or not asserted at all.

The walk goes from the trigger up to the root of the sentence and gathers negation, modals, adverbs, conditions and the
governing words listed in `data/operators.yaml` (`governors` has what each kind of arc tells).
"""

from __future__ import annotations

from spacy.tokens import Token

from jnato_graph.extract import governors, grammar, noun_governors
from jnato_graph.extract.lexicon import Lexicon
from jnato_graph.extract.model import Stance
from jnato_graph.extract.own_stance import Walk, own_noun, own_verb

STEPS = 12  # more words than this over a trigger have no say in it


def stance_of(trigger: Token, lexicon: Lexicon) -> Stance:
    """Stance of what `trigger` (a verb, noun, adjective or preposition) says."""
    walk = Walk(lexicon)
    node = trigger
    if trigger.pos_ == "NOUN" or trigger.pos_ == "PROPN":
        own_noun(node, walk)
    else:
        own_verb(node, walk)
    for _ in range(STEPS):
        above = _up(node, walk)
        if above is None:
            break
        node = above
    if _is_question(trigger) and not _embedded(trigger):
        walk.asserted = False
    return Stance(walk.negated, walk.modality, walk.asserted, tuple(walk.marks))


def _is_question(token: Token) -> bool:
    """Whether the token's sentence ends in a question mark, quotes and line breaks left out."""
    doc, sentence = token.doc, token.sent
    last = sentence.end - 1
    while last > sentence.start and (doc[last].is_space or doc[last].is_quote):
        last -= 1
    return doc[last].text.endswith("?")


def _embedded(token: Token) -> bool:
    while token.dep_ != "ROOT" and token.head.i != token.i:
        if token.dep_ in ("relcl", "acl", "appos"):
            return True
        token = token.head
    return False


def _up(node: Token, walk: Walk) -> Token | None:
    """One step up: take in what the governor of `node` says, and give the word to go on from."""
    head, dep = node.head, node.dep_
    if dep == "ROOT" or head.i == node.i:
        return None
    if (dep in ("ccomp", "xcomp") and governors.is_nobodys(head)) or governors.is_untrue(node, head):
        walk.asserted = False
        return None
    if noun_governors.is_content(node) and noun_governors.is_hearsay(head, walk):
        return None
    if noun_governors.is_trace(node) and noun_governors.is_hearsay(head.head, walk):
        return None
    if dep == "conj":
        return governors.over_conjunct(node, walk)
    if governors.is_denied_by_cleft(node):
        walk.add("negated", "not X that")
        return None
    if governors.is_complement(node):
        return governors.over_complement(node, walk)
    if head.lower_ in ("case", "true", "fact") and head.head.lemma_ == "be" and grammar.is_verbal(node):
        governors.over_the_case(node, walk)
        return None
    if dep == "ccomp":
        return governors.over_clause(node, walk)
    if noun_governors.is_infinitive_of_first(node):
        return noun_governors.over_infinitive_of_first(node, walk)
    if dep == "acl":
        return noun_governors.over_noun_clause(node, walk)
    if dep == "advcl":
        return governors.over_adverbial(node, walk)
    if dep == "pcomp":
        return governors.over_gerund(node, walk)
    if dep in ("attr", "acomp") and head.lemma_ in ("be", "become", "remain"):
        own_verb(head, walk)
        return head
    if dep == "pobj" and node.pos_ in ("NOUN", "PROPN"):
        return noun_governors.over_object_of_preposition(node, walk)
    if dep in ("dobj", "nsubjpass", "nsubj", "obj") and node.pos_ in ("NOUN", "PROPN"):
        return noun_governors.over_argument(node, walk)
    if dep == "prep" and grammar.is_verbal(head) and head.lemma_ in ("be", "come", "stand", "remain"):
        own_verb(head, walk)
        return head
    return None
