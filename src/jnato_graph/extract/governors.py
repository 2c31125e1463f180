"""What a word's governor says of it: denied, planned, hoped for, not asserted; one function for each kind of arc.

Each takes the word and what was gathered so far, adds to it, and gives the word from which the walk goes on, or None
where what stands above has no say. The governing words are those of `data/operators.yaml`.
"""

from __future__ import annotations

from spacy.tokens import Token

from jnato_graph.annotate.speech_words import speech_words
from jnato_graph.extract import grammar
from jnato_graph.extract.own_stance import Walk, own_noun, own_verb

UNREAL_PREPOSITIONS = frozenset({"without", "instead", "rather"})
DURING = frozenset({"during", "at", "on", "in", "after", "before", "for"})
# what may be hoped or promised in a clause: "hopes that Peru will join", "promised that it would"
WISHING = frozenset({"hope", "wish", "propose", "suggest", "demand", "doubt", "fear", "recommend", "urge", "ask"})
PROMISING = frozenset({"expect", "promise", "pledge", "vow", "agree", "decide"})
ASKING = frozenset({"call", "push", "press", "ask", "appeal", "plan", "hope", "lobby", "wait"})
TELLING = frozenset({"say", "report", "claim", "rumour"})


def over_conjunct(node: Token, walk: Walk) -> Token | None:
    """What a word shares with the first one that it is coordinated to."""
    head = node.head
    if grammar.is_verbal(node) and grammar.is_verbal(head):
        nor = any(c.lower_ == "nor" for c in head.children if head.i < c.i < node.i)
        if nor and not any(c.dep_ == "neg" for c in node.children):
            if "negated:nor" not in walk.marks:
                walk.add("negated", "nor")
            return None
        alone = any(c.dep_ in ("aux", "auxpass") for c in node.children) or grammar.own_subjects(node)
        if not alone and node.tag_ in ("VB", "VBN", "VBG"):
            _inherited(head, walk)
        return grammar.first_conjunct(head) if head.dep_ == "conj" else head
    if node.pos_ in ("NOUN", "PROPN") and any(
        c.dep_ in ("det", "preconj") and c.lower_ in ("no", "neither") for c in head.children
    ):
        walk.add("negated", "no")
    return head


def _inherited(verb: Token, walk: Walk) -> None:
    """Auxiliaries that a first verb shares with the ones coordinated to it."""
    for child in verb.children:
        if child.dep_ in ("aux",) and child.lower_ in walk.lexicon.modals:
            walk.add(walk.lexicon.modals[child.lower_], child.lower_)
        elif child.dep_ == "neg" and any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in verb.children):
            walk.add("negated", child.lower_)


def is_complement(node: Token) -> bool:
    """Whether a word completes its governor without a subject and tense of its own: "refused to sign"."""
    bare = node.dep_ == "ccomp" and node.tag_ in ("VB", "VBG") and not _is_finite(node)
    return bare or node.dep_ in ("xcomp", "oprd", "acomp")


def _is_finite(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBZ", "VBD", "VBP", "MD") for c in verb.children)


def over_complement(node: Token, walk: Walk) -> Token:
    """An infinitive, gerund or adjective that completes a verb or adjective."""
    head = node.head
    if head.pos_ == "ADJ":
        if kind := walk.lexicon.adjectives.get(head.lemma_.lower()):
            walk.add(kind, head.lower_)
        return head
    if head.lemma_ == "be" and node.dep_ == "xcomp":
        if any(c.dep_ == "aux" and c.lower_ == "have" for c in node.children):
            walk.asserted = False  # "was to have flown to Minsk"
        walk.add("planned", "be to")
    elif head.lemma_ == "have" and node.dep_ == "xcomp":
        if any(c.lower_ == "yet" for c in head.children):
            walk.add("negated", "yet to")
        else:
            walk.add("possible", "have to")
    elif head.lemma_ in TELLING and grammar.is_passive(head):
        walk.add("hedged", head.lower_)  # "is said to have signed"
    elif node.tag_ == "VBG" and head.lemma_.lower() in grammar.words("unfulfilled"):
        walk.add("possible", head.lemma_.lower())
        return head  # whether it is opposed or not says nothing of whether it is done
    elif head.lemma_ == "go" and head.tag_ == "VBG":
        walk.add("planned", "going to")
    else:
        _operator(head, walk)
    own_verb(head, walk)
    return head


def _operator(verb: Token, walk: Walk) -> None:
    """A governing verb over an infinitive, gerund or noun."""
    lemma = verb.lemma_.lower()
    if kind := walk.lexicon.verbs.get(lemma):
        asked = kind == "doubting" and lemma in WISHING  # "asked to join", not "asked whether it had joined"
        walk.add("possible" if asked else kind, lemma)


def over_the_case(node: Token, walk: Walk) -> None:
    """ "It is not the case that …"."""
    if any(c.dep_ == "neg" for c in node.head.head.children):
        walk.add("negated", "not the case")


def over_clause(node: Token, walk: Walk) -> Token | None:
    """A clause with a verb over it: "denied that …", "hopes that …", "says …"."""
    head = node.head
    if node.i < head.i and _is_clause_of_its_own(node, head):
        return None  # two main clauses that the parser has put one under the other
    if _is_neither_confirmed(head):
        walk.asserted = False
        return None
    _told(head, walk)
    if any(c.dep_ == "mark" and c.lower_ in ("if", "whether", "unless") for c in head.children):
        walk.add("possible", "if")
    return head if head.dep_ in ("ccomp", "conj", "advcl", "xcomp") else None


def _is_clause_of_its_own(verb: Token, other: Token) -> bool:
    """ "Peru has rejected the idea, Chile would never support it": nothing that the later verb says."""
    between = {t.text for t in verb.doc[verb.i : other.i]}
    if between & {";", ":", "–", "—"}:
        return True
    both_told = all(any(s.dep_ == "nsubj" for s in grammar.own_subjects(v)) for v in (verb, other))
    return "," in between and both_told and other.lemma_.lower() not in speech_words().reporting


def _is_neither_confirmed(verb: Token) -> bool:
    """ "Has neither confirmed nor denied that …"."""
    return verb.lemma_.lower() in ("confirm", "deny") and any(
        c.lower_ in ("neither", "nor") for c in [*verb.children, *verb.head.children]
    )


def _told(verb: Token, walk: Walk) -> None:
    """What a verb says of the clause under it."""
    lemma = verb.lemma_.lower()
    kind = walk.lexicon.verbs.get(lemma)
    negated = any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children)
    if lemma in ("tell", "inform") and grammar.is_passive(verb):
        walk.add("hedged", "told")  # "we are told that"
    elif lemma in ("deny", "rule", "reject", "dispute"):
        if not negated and not _is_told_by_no_one(verb):
            walk.add("negated", lemma)
    elif kind in ("hedged", "doubting"):
        walk.add(kind, lemma)
    elif kind == "possible" and lemma in WISHING:
        walk.add("possible", lemma)
    elif kind == "planned" and lemma in PROMISING:
        walk.add("planned", lemma)
    elif negated:
        walk.asserted = False
    elif lemma == "be" and any(c.dep_ == "acomp" and c.lower_ in grammar.words("untrue") for c in verb.children):
        walk.add("negated", "false")


def _is_told_by_no_one(verb: Token) -> bool:
    """ "No one denied that …"."""
    return any(
        s.lower_ in ("one", "nobody", "none", "nothing") and "no" in s.doc[max(0, s.i - 1) : s.i + 1].text.lower()
        for s in grammar.own_subjects(verb)
    )


def is_nobodys(verb: Token) -> bool:
    """ "Nobody in Tokyo expects", "hardly anyone thinks": whether what the verb brings in is believed by nobody."""
    for subject in grammar.own_subjects(verb):
        words = {subject.lower_, *(c.lower_ for c in subject.children if c.dep_ in ("det", "amod", "advmod"))}
        if words & (grammar.words("nobody") | {"no", "hardly", "scarcely"}):
            return True
    return False


def is_untrue(clause: Token, above: Token) -> bool:
    """ "It is a myth that …", "it is not true that …": whether the clause is called untrue."""
    if clause.dep_ == "ccomp" and any(c.lower_ in grammar.words("falsely") for c in above.children):
        return True  # "a headline falsely claimed that …"
    noun = next((c for c in above.children if c.dep_ == "attr"), None) if above.lemma_ == "be" else above
    if clause.dep_ not in ("ccomp", "relcl", "acl", "advcl") or not any(c.lower_ == "that" for c in clause.children):
        return False
    if noun is not None and noun.lemma_.lower() in grammar.words("myths"):
        return True
    return (
        above.lemma_ == "be"
        and any(c.dep_ == "neg" for c in above.children)
        and any(c.dep_ == "acomp" and c.lower_ in ("true", "correct", "accurate") for c in above.children)
    )


def is_content(node: Token) -> bool:
    """Whether a clause tells what a noun is about: "the claim that …"."""
    of_noun = node.dep_ in ("acl", "relcl", "ccomp") and node.head.pos_ == "NOUN"
    return of_noun and any(c.dep_ == "mark" and c.lower_ == "that" for c in node.children)


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
    return _over_operator_noun(head, walk)


def _over_operator_noun(noun: Token, walk: Walk) -> Token | None:
    kind = walk.lexicon.nouns.get(noun.lemma_.lower())
    if kind is None:
        return None
    walk.add(kind, noun.lower_)
    own_noun(noun, walk)
    return noun


def over_adverbial(node: Token, walk: Walk) -> Token | None:
    """A clause that tells why, when or beside what: "to open it", "when he travels", "rather than sign"."""
    head = node.head
    marks = {c.lower_ for c in node.children if c.dep_ in ("mark", "advmod", "aux", "prep")}
    if "than" in marks:
        if "rather" in marks or node.doc[max(0, node.left_edge.i - 1)].lower_ == "rather":
            walk.add("negated", "rather than")
        else:
            walk.asserted = False
    elif "to" in marks and node.tag_ == "VB":
        if _is_first_to(head):
            own_verb(head, walk)  # "became the first country to join"
            return head
        if grammar.is_verbal(head) and head.lemma_.lower() in walk.lexicon.verbs:
            _operator(head, walk)
            own_verb(head, walk)
            return head
        walk.add("planned", "purpose")
    elif marks & {"when", "once", "until"} and grammar.is_verbal(head) and _is_future(head, walk):
        walk.add("planned", "when")  # "will be the first when he travels to Madrid"
    elif node.tag_ == "VBG" and head.lemma_.lower() in grammar.words("unfulfilled") and node.nbor(-1).text != ",":
        walk.add("possible", head.lemma_.lower())
    elif node.tag_ == "VBG" and grammar.is_verbal(head) and _is_future(head, walk):
        walk.add("planned", "participle of future")
    return None


def _is_first_to(verb: Token) -> bool:
    """Whether somebody is or becomes the first, last or only one that does it."""
    return verb.lemma_ in ("be", "become") and any(
        c.dep_ in ("attr", "prep")
        and any(a.lower_ in ("first", "second", "third", "last", "latest", "only") for a in c.subtree)
        for c in verb.children
    )


def _is_future(verb: Token, walk: Walk) -> bool:
    return any(c.dep_ == "aux" and walk.lexicon.modals.get(c.lower_) == "planned" for c in verb.children)


def over_gerund(node: Token, walk: Walk) -> Token | None:
    """A gerund behind a preposition: "far from signing", "kept from signing", "without signing"."""
    head, up = node.head, node.head.head
    if head.lower_ == "in" and (up.lower_ == "alone" or any(c.lower_ == "alone" for c in up.children)):
        return None  # "is not alone in opposing it"
    if head.lower_ == "from" and head.i and head.nbor(-1).lower_ == "far":
        walk.add("negated", "far from")
        return None
    around = {head.lower_, up.lower_, *(c.lower_ for c in head.children)}
    if around & UNREAL_PREPOSITIONS:
        walk.add("negated", head.lower_)
        return None
    if head.lower_ == "from" and up.lemma_ == "keep":
        walk.add("negated", "keep from")
        return None
    if head.lower_ == "for" and up.lemma_.lower() in grammar.words("object_gerund"):
        return None  # "criticised Peru for joining"
    stopped = head.lower_ == "from" and up.lemma_.lower() in grammar.words("stopping")
    if head.lower_ == "against" or stopped or up.lemma_.lower() in grammar.words("blocking"):
        walk.asserted = False
        return None
    if grammar.is_verbal(up):
        _operator(up, walk)
        own_verb(up, walk)
        return up
    return _over_operator_noun(up, walk)


def over_object_of_preposition(node: Token, walk: Walk) -> Token | None:
    """A noun behind a preposition: "called for talks", "is in favour", "plans for a visit"."""
    prep, up = node.head, node.head.head
    if grammar.is_verbal(up) and up.lemma_.lower() in ASKING and prep.lower_ in ("for", "on"):
        walk.add("possible", up.lemma_)
        return None
    if prep.lower_ in ("in", "among") and up.lemma_ in ("be", "remain", "stand") and grammar.is_verbal(up):
        own_verb(up, walk)  # "is not in favour of", "may be in talks with"
        return up
    if grammar.is_verbal(up) and prep.lower_ in DURING and _is_future(up, walk):
        walk.add("planned", "during")
    elif up.pos_ == "NOUN" and prep.lower_ in ("for", "of"):
        return _over_operator_noun(up, walk)
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
    could_be = dep == "nsubj" and _is_any(node) and any(c.tag_ == "MD" for c in head.children)
    said = lemma == "be" and (dep == "attr" or any(c.dep_ == "expl" for c in head.children))
    if could_be or said or lemma in grammar.words("happening"):
        own_verb(head, walk)  # "a visit to Peru would be a good step", "there was no visit"
        return head
    return None


def _is_any(noun: Token) -> bool:
    """Whether a noun is brought in as one of its kind, which need not be there yet."""
    return any(c.dep_ == "det" and c.lower_ in ("a", "an", "any", "another", "such") for c in noun.children)
