"""What nouns say of what hangs on them, and verbs of the nouns that are their subjects and objects.

As in `governors`, each function takes the word and what was gathered so far, adds to it, and gives the word from which
the walk goes on, or None where what stands above has no say.
"""

from __future__ import annotations

from spacy.tokens import Token

from jnato_graph.extract import grammar
from jnato_graph.extract.own_stance import Walk, is_future, own_noun, own_verb

DURING = frozenset({"during", "at", "on", "in", "after", "before", "for"})
RELYING = frozenset({"count", "rely", "bank", "depend", "reckon"})


def is_content(node: Token) -> bool:
    """Whether a clause tells what a noun is about: "the claim that …"."""
    of_noun = node.dep_ in ("acl", "relcl", "ccomp") and node.head.pos_ == "NOUN"
    objects = [c for c in node.children if c.dep_ == "dobj"]  # a second one: "the story that X met Y"
    return of_noun and any(
        c.lower_ == "that" and (c.dep_ == "mark" or (c.dep_ == "dobj" and len(objects) > 1)) for c in node.children
    )


def is_trace(node: Token) -> bool:
    """ "No record of a meeting", "the rumour of a visit": whether a thing is only what these are of."""
    prep = node.head
    if node.dep_ != "pobj" or prep.lower_ not in ("of", "about", "for"):
        return False
    noun = prep.head
    denied = any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children)
    lemma = noun.lemma_.lower()
    return (denied and lemma in grammar.words("traces")) or (prep.lower_ == "of" and lemma in ("rumour", "rumor"))


def is_hearsay(noun: Token, walk: Walk) -> bool:
    """ "no evidence that …", "claims that …", "rejected claims that …": whether it settles the clause's stance."""
    if any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children):
        walk.asserted = False
        return True
    if noun.lemma_.lower() in grammar.words("fears"):
        walk.asserted = False
        return True
    if noun.lemma_.lower() not in grammar.words("hearsay"):
        return False
    if noun.head.lemma_.lower() in grammar.words("denying") and noun.dep_ in ("dobj", "nsubjpass"):
        walk.add("negated", noun.head.lower_)
    elif any(c.dep_ == "acomp" and c.lower_ in grammar.words("untrue") for c in noun.head.children) or (
        noun.dep_ == "nsubjpass" and noun.head.lemma_.lower() in grammar.words("made_up")
    ):
        walk.asserted = False
    else:
        walk.add("hedged", noun.lower_)
    return True


def is_infinitive_of_first(node: Token) -> bool:
    """ "Will become the first leader to attend": whether the infinitive hangs on what somebody is."""
    head = node.head
    return (
        node.dep_ in ("relcl", "acl")
        and node.tag_ == "VB"
        and head.dep_ == "attr"
        and head.head.lemma_ in ("be", "become")
    )


def over_infinitive_of_first(node: Token, walk: Walk) -> Token | None:
    """An infinitive on "the first", "the last", "the only one" that somebody is or becomes."""
    noun, verb = node.head, node.head.head
    if {c.lower_ for c in noun.children} & {"only", "first"} and any(c.dep_ == "neg" for c in verb.children):
        return None  # "is not the only one to oppose it"
    own_verb(verb, walk)
    if noun.lemma_.lower() in grammar.words("candidates"):
        walk.add("possible", noun.lower_)
    if noun.lower_ == "last" and any(c.tag_ == "MD" for c in verb.children):
        walk.add("negated", "last to")  # "would be the last to oppose it"
    return verb


def over_noun_clause(node: Token, walk: Walk) -> Token | None:
    """An infinitive on a noun: "its refusal to sign", "the plan to open it"."""
    head = node.head
    if node.tag_ in ("VBG", "VBN"):
        return None
    if head.dep_ in ("dobj", "nsubjpass") and head.head.lemma_.lower() in {*grammar.words("stopping"), "reject"}:
        walk.asserted = False  # "rejected the proposal to open it"
        return None
    if head.lemma_.lower() in grammar.words("motives"):
        walk.add("possible", head.lower_)  # "had every reason to sign"; but "its reasons for signing"
        own_noun(head, walk)
        return head
    return over_operator_noun(head, walk)


def over_operator_noun(noun: Token, walk: Walk) -> Token | None:
    """What a noun says of the deed that it is of: "its refusal to sign", "the hope of signing"."""
    kind = walk.lexicon.nouns.get(noun.lemma_.lower())
    if kind is None:
        return None
    walk.add(kind, noun.lower_)
    own_noun(noun, walk)
    return noun


def over_object_of_preposition(node: Token, walk: Walk) -> Token | None:
    """A noun behind a preposition: "called for talks", "is in favour", "plans for a visit"."""
    prep, up = node.head, node.head.head
    if grammar.is_verbal(up) and up.lemma_.lower() in grammar.words("asking") and prep.lower_ in ("for", "on"):
        walk.add("possible", up.lemma_)
        return None
    if grammar.is_verbal(up) and up.lemma_.lower() in RELYING and prep.lower_ in ("on", "upon"):
        if any(c.dep_ == "neg" for c in up.children):
            walk.asserted = False  # "cannot count on Peru's support"
        return None
    if prep.lower_ in ("in", "among") and up.lemma_ in ("be", "remain", "stand") and grammar.is_verbal(up):
        own_verb(up, walk)  # "is not in favour of", "may be in talks with"
        return up
    if grammar.is_verbal(up) and prep.lower_ in DURING and is_future(up, walk):
        walk.add("planned", "during")
    elif up.lemma_.lower() in grammar.words("vetoes") and prep.lower_ in ("on", "to", "of", "against"):
        walk.asserted = False  # "its veto on Peru's membership": there was none yet
    elif _is_any(node) and prep.lower_ == "of" and up.lemma_.lower() in grammar.words("outcomes"):
        walk.add("possible", up.lower_)  # "the likely effects of a veto"
    elif up.pos_ == "NOUN" and prep.lower_ in ("for", "of"):
        return over_operator_noun(up, walk)
    return None


def over_argument(node: Token, walk: Walk) -> Token | None:
    """A noun that is the subject or object of a verb: "dropped its objection", "the visit did not take place"."""
    head, dep, lexicon = node.head, node.dep_, walk.lexicon
    if not grammar.is_verbal(head):
        return None
    lemma, is_object = head.lemma_.lower(), node.dep_ in ("dobj", "nsubjpass")
    if grammar.is_called_off(head):
        walk.add("negated", f"{lemma} off")
        own_verb(head, walk)
        return head
    if lemma in grammar.words("stopping") and is_object:
        walk.asserted = False  # "blocked the accession of Sweden": there was none yet
        return None
    if lemma == "seek" and any(c.dep_ == "poss" and c.lower_ not in ("its", "their") for c in node.children):
        walk.add("possible", lemma)  # "sought Peru's support"
        return None
    if (kind := lexicon.light.get(lemma)) and (is_object or dep == "obj"):
        is_over = lemma == "end" and node.lemma_.lower() in grammar.words("passing")
        if kind != "actual" and not is_over:
            walk.add(kind, lemma)
        own_verb(head, walk)
        return head
    if is_object and (kind := lexicon.verbs.get(lemma)) in ("negated", "planned", "possible"):
        walk.add(kind, lemma)
        own_verb(head, walk)
        return head
    if lemma == "be" and dep == "nsubj" and any(c.dep_ == "neg" for c in head.children):
        walk.asserted = False  # "its membership is not on the table"
        return None
    if dep == "nsubj" and (kind := _called(head)):
        walk.add(kind, lemma)
        return None
    if dep == "nsubj" and lemma in grammar.words("vanishing") and node.lemma_.lower() not in grammar.words("passing"):
        walk.add("negated", lemma)  # "its opposition has faded"
        own_verb(head, walk)
        return head
    could_be = dep == "nsubj" and _is_any(node) and any(c.tag_ == "MD" for c in head.children)
    said = lemma == "be" and (dep == "attr" or any(c.dep_ == "expl" for c in head.children))
    if could_be or said or lemma in grammar.words("happening"):
        own_verb(head, walk)  # "a visit to Peru would be a good step", "there was no visit"
        return head
    return None


def _called(verb: Token) -> str | None:
    """What is said of a subject with "is": "a veto is unlikely", "its opposition is a myth"."""
    if verb.lemma_ not in ("be", "remain", "seem", "look"):
        return None
    for said in verb.children:
        lemma = said.lemma_.lower()
        if said.dep_ == "attr" and lemma in grammar.words("myths"):
            return "negated"
        if said.dep_ in ("acomp", "oprd") and lemma in grammar.words("unthinkable"):
            return "doubting"
        if said.dep_ in ("acomp", "oprd") and lemma in grammar.words("uncertain"):
            return "possible"
    return None


def _is_any(noun: Token) -> bool:
    """Whether a noun is brought in as one of its kind, which need not be there yet."""
    return any(c.dep_ == "det" and c.lower_ in ("a", "an", "any", "another", "such") for c in noun.children)
