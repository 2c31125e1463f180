"""How the text stands to a clause or a noun: denied or not, actual, planned, possible, or not asserted at all.

The walk goes from the trigger up to the root of the sentence and gathers negation, modals, adverbs, conditions and the
governing words listed in `data/operators.yaml`.
"""

from __future__ import annotations

from spacy.tokens import Token

from jnato_graph.extract import grammar
from jnato_graph.extract.lexicon import Lexicon
from jnato_graph.extract.model import Stance
from jnato_graph.extract.own_stance import Walk, own_noun, own_verb

UNREAL_PREPOSITIONS = frozenset({"without", "instead", "rather"})
DURING = frozenset({"during", "at", "on", "in", "after", "before", "for"})


def stance_of(trigger: Token, lexicon: Lexicon) -> Stance:
    """Stance of what `trigger` (a verb, noun, adjective or preposition) says."""
    walk = Walk(lexicon)
    node = trigger
    if trigger.pos_ == "NOUN" or trigger.pos_ == "PROPN":
        own_noun(node, walk)
    else:
        own_verb(node, walk)
    for _ in range(12):
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


def _operator(verb: Token, walk: Walk) -> None:
    """A governing verb over an infinitive, gerund or noun."""
    lemma = verb.lemma_.lower()
    if kind := walk.lexicon.verbs.get(lemma):
        walk.add(kind, lemma)


def _up(node: Token, walk: Walk) -> Token | None:
    head, dep = node.head, node.dep_
    if dep == "ROOT" or head.i == node.i:
        return None
    if (dep in ("ccomp", "xcomp") and _is_nobodys(head)) or _is_untrue(node, head):
        walk.asserted = False
        return None
    as_content = dep in ("acl", "relcl", "ccomp") and head.pos_ == "NOUN"
    if as_content and any(c.dep_ == "mark" and c.lower_ == "that" for c in node.children) and _hearsay(head, walk):
        return None
    if dep == "conj":
        if grammar.is_verbal(node) and grammar.is_verbal(head):
            if any(c.lower_ == "nor" for c in head.children if head.i < c.i < node.i) and not any(
                c.dep_ == "neg" for c in node.children
            ):
                if "negated:nor" not in walk.marks:
                    walk.add("negated", "nor")
                return None
            if not grammar.own_subjects(node):
                if not any(c.dep_ in ("aux", "auxpass") for c in node.children) and node.tag_ in ("VB", "VBN", "VBG"):
                    _inherited(head, walk)
                return _climb(head)
            return _climb(head)
        if node.pos_ in ("NOUN", "PROPN"):
            if any(c.dep_ in ("det", "preconj") and c.lower_ in ("no", "neither") for c in head.children):
                walk.add("negated", "no")
            return head
        return head
    if dep in ("xcomp", "oprd", "acomp") or (dep == "ccomp" and node.tag_ in ("VB", "VBG") and not _finite(node)):
        if head.pos_ == "ADJ":
            if kind := walk.lexicon.adjectives.get(head.lemma_.lower()):
                walk.add(kind, head.lower_)
            return head
        if head.lemma_ == "be" and dep == "xcomp":
            if any(c.dep_ == "aux" and c.lower_ == "have" for c in node.children):
                walk.asserted = False  # "was to have flown to Minsk"
            walk.add("planned", "be to")
        elif head.lemma_ == "have" and dep == "xcomp":
            if any(c.lower_ == "yet" for c in head.children):
                walk.add("negated", "yet to")
            else:
                walk.add("possible", "have to")
        elif head.lemma_ in ("say", "report", "claim", "rumour") and grammar.is_passive(head):
            walk.add("hedged", head.lower_)  # "is said to have signed"
        elif node.tag_ == "VBG" and head.lemma_.lower() in grammar.words("unfulfilled"):
            walk.add("possible", head.lemma_.lower())
            return head  # whether it is opposed or not says nothing of whether it is done
        elif not (head.lemma_ == "go" and head.tag_ == "VBG"):
            _operator(head, walk)
        else:
            walk.add("planned", "going to")
        own_verb(head, walk)
        return head
    if head.lower_ in ("case", "true", "fact") and head.head.lemma_ == "be" and grammar.is_verbal(node):
        # "it is not the case that …"
        if any(c.dep_ == "neg" for c in head.head.children):
            walk.add("negated", "not the case")
        return None
    if dep == "ccomp" and node.i < head.i and any(t.text in (";", ":", "–", "—") for t in node.doc[node.i : head.i]):
        return None  # two main clauses that the parser has put one under the other
    if dep == "ccomp":
        lemma = head.lemma_.lower()
        kind = walk.lexicon.verbs.get(lemma)
        negated = any(c.dep_ == "neg" or c.lower_ == "never" for c in head.children)
        if lemma in ("confirm", "deny") and any(
            c.lower_ in ("neither", "nor") for c in [*head.children, *head.head.children]
        ):
            walk.asserted = False  # "has neither confirmed nor denied that …"
            return None
        if lemma in ("tell", "inform") and grammar.is_passive(head):
            walk.add("hedged", "told")  # "we are told that"
        elif lemma == "deny" or (lemma in ("rule", "reject", "dispute")):
            nobody = negated or any(
                s.lower_ in ("one", "nobody", "none", "nothing")
                and "no" in s.doc[max(0, s.i - 1) : s.i + 1].text.lower()
                for s in grammar.own_subjects(head)
            )
            if not nobody:
                walk.add("negated", lemma)
        elif kind in ("hedged", "doubting"):
            walk.add(kind, lemma)
        elif kind == "possible" and lemma in (
            "hope",
            "wish",
            "propose",
            "suggest",
            "demand",
            "doubt",
            "fear",
            "recommend",
            "urge",
            "ask",
        ):
            walk.add("possible", lemma)
        elif kind == "planned" and lemma in ("expect", "promise", "pledge", "vow", "agree", "decide"):
            walk.add("planned", lemma)
        elif negated:
            walk.asserted = False
        elif lemma == "be" and any(c.dep_ == "acomp" and c.lower_ in grammar.words("untrue") for c in head.children):
            walk.add("negated", "false")
        if any(c.dep_ == "mark" and c.lower_ in ("if", "whether", "unless") for c in head.children):
            walk.add("possible", "if")
        return head if head.dep_ in ("ccomp", "conj", "advcl", "xcomp") else None
    if dep in ("relcl", "acl") and node.tag_ == "VB" and head.dep_ == "attr" and head.head.lemma_ in ("be", "become"):
        if {c.lower_ for c in head.children} & {"only", "first"} and any(c.dep_ == "neg" for c in head.head.children):
            return None  # "is not the only one to oppose it"
        own_verb(head.head, walk)  # "will become the first leader to attend"
        if head.lower_ == "last" and any(c.tag_ == "MD" for c in head.head.children):
            walk.add("negated", "last to")  # "would be the last to oppose it"
        return head.head
    if dep == "acl":
        if node.tag_ in ("VBG", "VBN"):
            return None
        if head.dep_ in ("dobj", "nsubjpass") and head.head.lemma_.lower() in {*grammar.words("stopping"), "reject"}:
            walk.asserted = False  # "rejected the proposal to open it"
            return None
        if kind := walk.lexicon.nouns.get(head.lemma_.lower()):
            walk.add(kind, head.lower_)
            own_noun(head, walk)
            return head
        return None
    if dep == "advcl":
        marks = {c.lower_ for c in node.children if c.dep_ in ("mark", "advmod", "aux", "prep")}
        if "than" in marks:
            if "rather" in marks or node.doc[max(0, node.left_edge.i - 1)].lower_ == "rather":
                walk.add("negated", "rather than")
            else:
                walk.asserted = False
        elif "to" in marks and node.tag_ == "VB" and _first_to(head):
            own_verb(head, walk)  # "became the first country to join"
            return head
        elif "to" in marks and node.tag_ == "VB":
            if grammar.is_verbal(head) and head.lemma_.lower() in walk.lexicon.verbs:
                _operator(head, walk)
                own_verb(head, walk)
                return head
            if _future(head, walk):
                walk.add("planned", "purpose")
            else:
                walk.add("planned", "purpose")
        elif marks & {"when", "once", "until"} and grammar.is_verbal(head) and _future(head, walk):
            walk.add("planned", "when")  # "will be the first when he travels to Madrid"
        elif node.tag_ == "VBG" and head.lemma_.lower() in grammar.words("unfulfilled") and node.nbor(-1).text != ",":
            walk.add("possible", head.lemma_.lower())
        elif node.tag_ == "VBG" and grammar.is_verbal(head) and _future(head, walk):
            walk.add("planned", "participle of future")
        return None
    if dep == "pcomp":
        up = head.head
        if head.lower_ == "in" and (up.lower_ == "alone" or any(c.lower_ == "alone" for c in up.children)):
            return None  # "is not alone in opposing it"
        if head.lower_ == "from" and head.i and head.nbor(-1).lower_ == "far":
            walk.add("negated", "far from")
            return None
        if (
            head.lower_ in UNREAL_PREPOSITIONS
            or any(c.lower_ in UNREAL_PREPOSITIONS for c in head.children)
            or up.lower_ in UNREAL_PREPOSITIONS
        ):
            walk.add("negated", head.lower_)
            return None
        if head.lower_ == "from" and up.lemma_ == "keep":
            walk.add("negated", "keep from")
            return None
        stopped = head.lower_ == "from" and up.lemma_.lower() in grammar.words("stopping")
        blamed = head.lower_ == "for" and up.lemma_.lower() in grammar.words("object_gerund")
        if blamed:
            return None  # "criticised Peru for joining"
        if head.lower_ == "against" or stopped or up.lemma_.lower() in grammar.words("blocking"):
            walk.asserted = False
            return None
        if grammar.is_verbal(up):
            _operator(up, walk)
            own_verb(up, walk)
            return up
        if kind := walk.lexicon.nouns.get(up.lemma_.lower()):
            walk.add(kind, up.lower_)
            own_noun(up, walk)
            return up
        return None
    if dep in ("attr", "acomp") and head.lemma_ in ("be", "become", "remain"):
        own_verb(head, walk)
        return head
    if dep in ("dobj", "nsubjpass", "nsubj", "pobj", "obj") and node.pos_ in ("NOUN", "PROPN"):
        return _up_from_noun(node, walk)
    if dep == "prep" and grammar.is_verbal(head) and head.lemma_ in ("be", "come", "stand", "remain"):
        own_verb(head, walk)
        return head
    return None


def _is_nobodys(verb: Token) -> bool:
    """ "Nobody in Tokyo expects", "hardly anyone thinks": whether what the verb brings in is believed by nobody."""
    for subject in grammar.own_subjects(verb):
        words = {subject.lower_, *(c.lower_ for c in subject.children if c.dep_ in ("det", "amod", "advmod"))}
        if words & (grammar.words("nobody") | {"no", "hardly", "scarcely"}):
            return True
    return False


def _is_untrue(clause: Token, above: Token) -> bool:
    """ "It is a myth that …", "it is not true that …": whether the clause is called untrue."""
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


def _first_to(verb: Token) -> bool:
    """Whether somebody is or becomes the first, last or only one that does it."""
    return verb.lemma_ in ("be", "become") and any(
        c.dep_ in ("attr", "prep")
        and any(a.lower_ in ("first", "second", "third", "last", "latest", "only") for a in c.subtree)
        for c in verb.children
    )


def _hearsay(noun: Token, walk: Walk) -> bool:
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
    elif any(c.dep_ == "acomp" and c.lower_ in grammar.words("untrue") for c in noun.head.children):
        walk.asserted = False
    else:
        walk.add("hedged", noun.lower_)
    return True


def _up_from_noun(node: Token, walk: Walk) -> Token | None:
    head, dep = node.head, node.dep_
    lexicon = walk.lexicon
    if dep == "pobj":
        verb = head.head
        if (
            grammar.is_verbal(verb)
            and verb.lemma_.lower() in ("call", "push", "press", "ask", "appeal", "plan", "hope", "lobby", "wait")
            and head.lower_ in ("for", "on")
        ):
            walk.add("possible", verb.lemma_)
            return None
        if head.lower_ in ("in", "among") and verb.lemma_ in ("be", "remain", "stand") and grammar.is_verbal(verb):
            own_verb(verb, walk)  # "is not in favour of", "may be in talks with"
            return verb
        if grammar.is_verbal(verb) and head.lower_ in DURING and _future(verb, walk):
            walk.add("planned", "during")
        elif verb.pos_ == "NOUN" and (kind := lexicon.nouns.get(verb.lemma_.lower())) and head.lower_ in ("for", "of"):
            walk.add(kind, verb.lower_)
            own_noun(verb, walk)
            return verb
        return None
    if not grammar.is_verbal(head):
        return None
    lemma = head.lemma_.lower()
    if grammar.is_called_off(head):
        walk.add("negated", f"{lemma} off")
        own_verb(head, walk)
        return head
    if lemma in grammar.words("stopping") and dep in ("dobj", "nsubjpass"):
        walk.asserted = False  # "blocked the accession of Sweden": there was none yet
        return None
    if lemma == "seek" and any(c.dep_ == "poss" and c.lower_ not in ("its", "their") for c in node.children):
        walk.add("possible", lemma)  # "sought Peru's support"
        return None
    if (kind := lexicon.light.get(lemma)) and dep in ("dobj", "nsubjpass", "obj"):
        if kind != "actual":
            walk.add(kind, lemma)
        own_verb(head, walk)
        return head
    if (
        lemma in lexicon.verbs
        and dep in ("dobj", "nsubjpass")
        and lexicon.verbs[lemma] in ("negated", "planned", "possible")
    ):
        walk.add(lexicon.verbs[lemma], lemma)
        own_verb(head, walk)
        return head
    if lemma == "be" and dep == "nsubj" and any(c.dep_ == "neg" for c in head.children):
        walk.asserted = False  # "its membership is not on the table"
        return None
    if dep == "nsubj" and _is_any(node) and any(c.tag_ == "MD" for c in head.children):
        own_verb(head, walk)  # "a visit to Peru would be a good step"
        return head
    if lemma == "be" and (dep == "attr" or any(c.dep_ == "expl" for c in head.children)):
        own_verb(head, walk)
        return head
    if lemma in ("take", "come", "happen", "occur", "follow"):
        own_verb(head, walk)
        return head
    return None


def _is_any(noun: Token) -> bool:
    """Whether a noun is brought in as one of its kind, which need not be there yet."""
    return any(c.dep_ == "det" and c.lower_ in ("a", "an", "any", "another", "such") for c in noun.children)


def _inherited(verb: Token, walk: Walk) -> None:
    """Auxiliaries that a first verb shares with the ones coordinated to it."""
    for child in verb.children:
        if child.dep_ in ("aux",) and child.lower_ in walk.lexicon.modals:
            walk.add(walk.lexicon.modals[child.lower_], child.lower_)
        elif child.dep_ == "neg" and any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in verb.children):
            walk.add("negated", child.lower_)


def _finite(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBZ", "VBD", "VBP", "MD") for c in verb.children)


def _climb(verb: Token) -> Token:
    """The first verb of a coordination: what governs it governs all."""
    return grammar.first_conjunct(verb) if verb.dep_ == "conj" else verb


def _future(verb: Token, walk: Walk) -> bool:
    return any(c.dep_ == "aux" and walk.lexicon.modals.get(c.lower_) == "planned" for c in verb.children)
