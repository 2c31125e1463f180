"""What a word's governor says of it: denied, planned, hoped for, not asserted; one function for each kind of arc.

Each takes the word and what was gathered so far, adds to it, and gives the word from which the walk goes on, or None
where what stands above has no say. The governing words are those of `data/operators.yaml`.
"""

from __future__ import annotations

from spacy.tokens import Token

from jnato_graph.annotate.speech_words import speech_words
from jnato_graph.extract import grammar
from jnato_graph.extract.noun_governors import over_operator_noun
from jnato_graph.extract.own_stance import Walk, is_future, own_verb

UNREAL_PREPOSITIONS = frozenset({"without", "instead", "rather"})
# what may be hoped or promised in a clause: "hopes that Peru will join", "promised that it would"
WISHING = frozenset({"hope", "wish", "propose", "suggest", "demand", "doubt", "fear", "recommend", "urge", "ask"})
PROMISING = frozenset({"expect", "promise", "pledge", "vow", "agree", "decide"})
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
        if not grammar.own_subjects(node) and any(c.dep_ == "mark" and c.lower_ == "lest" for c in head.children):
            walk.asserted = False
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
    if head.lemma_.lower() == "fail" and node.lemma_.lower() in grammar.words("stopping"):
        walk.asserted = False  # who fails to block a thing is against it none the less
    if _is_not_excluded(head):
        walk.add("possible", f"not {head.lemma_}")
        return head.head if head.dep_ == "conj" else head
    if head.lower_ == "about" and node.tag_ == "VB":
        if any(t.tag_ == "VBD" for t in (head.head, *head.head.children)):
            walk.asserted = False  # "was about to sign": whether it did is told elsewhere, if at all
        walk.add("planned", "about to")
        return head.head
    if head.pos_ == "ADJ":
        if kind := walk.lexicon.adjectives.get(head.lemma_.lower()):
            walk.add(kind, head.lower_)
        return head
    if head.lemma_ == "be" and node.dep_ == "xcomp":
        if any(c.dep_ == "aux" and c.lower_ == "have" for c in node.children):
            walk.asserted = False  # "was to have flown to Minsk"
        if not (
            head.tag_ == "VBD" and any(s.lemma_.lower() in grammar.words("acts") for s in grammar.own_subjects(head))
        ):
            walk.add("planned", "be to")  # but "its first act was to sign"
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


def _is_not_excluded(verb: Token) -> bool:
    """ "Does not rule out signing": whether what the verb shuts out may yet come."""
    return verb.lemma_.lower() in grammar.words("excluding") and any(
        c.dep_ == "neg" or c.lower_ in ("never", "neither", "nor") for c in verb.children
    )


def _operator(verb: Token, walk: Walk) -> None:
    """A governing verb over an infinitive, gerund or noun."""
    lemma = verb.lemma_.lower()
    if kind := walk.lexicon.verbs.get(lemma):
        asked = kind == "doubting" and lemma in WISHING  # "asked to join", not "asked whether it had joined"
        walk.add("possible" if asked else kind, lemma)


def is_denied_by_cleft(node: Token) -> bool:
    """ "It was not Peru that opposed the office"; "it was not Peru but Chile that …" is another matter."""
    name, verb = node.head, node.head.head
    return (
        node.dep_ == "relcl"
        and name.dep_ == "attr"
        and verb.lemma_ == "be"
        and any(c.dep_ == "neg" for c in verb.children)
        and any(c.lower_ == "it" for c in grammar.own_subjects(verb))
        and not any(c.dep_ == "cc" for c in name.children)
        and any(c.tag_ in ("WDT", "WP") and c.dep_ in ("nsubj", "nsubjpass", "dobj") for c in node.children)
    )


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
    if head.lemma_ == "have" and any(s.lemma_.lower() in grammar.words("hearsay") for s in grammar.own_subjects(head)):
        walk.add("hedged", "rumour has it")
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
    elif lemma in ("be", "seem", "look") and any(
        c.dep_ == "acomp" and c.lower_ in grammar.words("uncertain") for c in verb.children
    ):
        walk.add("possible", "likely")


def _is_told_by_no_one(verb: Token) -> bool:
    """ "No one denied that …"."""
    return any(
        s.lower_ in ("one", "nobody", "none", "nothing") and "no" in s.doc[max(0, s.i - 1) : s.i + 1].text.lower()
        for s in grammar.own_subjects(verb)
    )


def _is_nearing(up: Token, link: Token) -> bool:
    """ "Moved closer to signing", "edged towards joining": on the way there."""
    return up.lemma_.lower() in ("close", "near") or (
        up.lemma_.lower() in grammar.words("nearing")
        and (
            link.lower_ != "to"
            or any(t.lemma_.lower() in ("close", "near", "step") for t in up.subtree if t.i < link.i)
        )
    )


def _is_by_nothing(verb: Token) -> bool:
    """ "Neither cost nor weather kept Peru from it": it was not kept from it."""
    return any(
        s.lower_ == "nothing" or any(c.lower_ in ("no", "neither") for c in s.lefts) for s in grammar.own_subjects(verb)
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
    if clause.dep_ in ("ccomp", "xcomp"):
        if any(c.lower_ in grammar.words("falsely") for c in above.children):
            return True  # "a headline falsely claimed that …", "is wrongly believed to have …"
        if above.lemma_.lower() in grammar.words("pretending"):
            return True
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
    elif node.tag_ == "VBG" and head.lemma_.lower() in grammar.words("unfulfilled") and node.nbor(-1).text != ",":
        walk.add("possible", head.lemma_.lower())
    elif node.tag_ == "VBG" and grammar.is_verbal(head) and is_future(head, walk):
        walk.add("planned", "participle of future")
    return None


def _is_first_to(verb: Token) -> bool:
    """Whether somebody is or becomes the first, last or only one that does it."""
    return verb.lemma_ in ("be", "become") and any(
        c.dep_ in ("attr", "prep")
        and any(a.lower_ in ("first", "second", "third", "last", "latest", "only") for a in c.subtree)
        for c in verb.children
    )


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
    if up.pos_ == "NOUN" and up.dep_ == "pobj" and up.head.lower_ == "within":
        walk.asserted = False  # "came within an inch of signing"
        return None
    if grammar.is_brink(up):
        if up.head.head.tag_ == "VBD":
            walk.asserted = False
        walk.add("planned", up.lower_)
        own_verb(up.head.head, walk)
        return up.head.head
    if up.pos_ == "NOUN" and any(c.lower_ == "no" for c in up.lefts):
        if head.lower_ != "but" and up.lemma_.lower() not in grammar.words("hindrances"):
            walk.add("negated", "no")  # "had no hand in proposing it"; but "had no choice but to sign"
        return None
    if grammar.is_verbal(up) and is_nobodys(up):
        walk.asserted = False
        return None
    if head.lower_ == "from" and up.lemma_ == "keep":
        if not _is_by_nothing(up):
            walk.add("negated", "keep from")
        return None
    if head.lower_ in ("to", "toward", "towards") and _is_nearing(up, head):
        walk.add("possible", "nearing")
    if head.lower_ == "to" and up.lemma_ == "look" and "forward" in grammar.particles(up):
        walk.add("planned", "look forward")
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
    return over_operator_noun(up, walk)
