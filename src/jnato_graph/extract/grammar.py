"""Walking the dependency tree of spaCy's English pipelines (ClearNLP labels).

Everything here knows grammar and nothing of predicates: subjects across passive, control, coordination, participles
and relative clauses; objects; antecedents of relative pronouns. Labels: "Guidelines for the CLEAR Style Constituent to
Dependency Conversion" (Choi and Palmer, 2012).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from jnato_graph.packaged import data_yaml

MISTAKEN = frozenset({"npadvmod", "dep", "nmod", "appos"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})


@cache
def words(sort: str) -> frozenset[str]:
    """One of the lists of `data/grammar.yaml`."""
    return frozenset(data_yaml("grammar.yaml")[sort].split())


def is_verbal(token: Token) -> bool:
    """A verb form, also where the tagger calls a participle an adjective but it heads a clause."""
    return token.pos_ in ("VERB", "AUX") or (token.tag_.startswith("VB"))


def is_passive(verb: Token) -> bool:
    """Whether the verb's grammatical subject is its logical object."""
    if any(c.dep_ in ("nsubjpass", "auxpass", "csubjpass") for c in verb.children):
        return True
    if any(c.dep_ == "agent" for c in verb.children):  # "conferred by video link" has a subject that confers
        return verb.tag_ == "VBN" or not any(c.dep_ == "nsubj" for c in verb.children)
    if verb.tag_ not in ("VBN", "VBD"):
        return False
    if any(c.dep_ == "aux" for c in verb.children):
        return False
    if any(c.dep_ in SUBJECTS for c in verb.children):
        return False
    if verb.dep_ == "acl" or (verb.dep_ == "amod" and verb.tag_ == "VBN"):
        return True
    if verb.dep_ in ("advcl", "ROOT") and verb.tag_ == "VBN":
        return not any(c.dep_ == "dobj" for c in verb.children)
    if verb.dep_ == "conj" and is_verbal(verb.head):
        return is_passive(verb.head) and not any(c.dep_ == "dobj" for c in verb.children)
    return False


def own_subjects(verb: Token) -> list[Token]:
    """Subjects that the verb itself shows, clauses left out."""
    return [c for c in verb.children if c.dep_ in SUBJECTS and c.dep_ not in ("csubj", "csubjpass")]


def objects(verb: Token) -> list[Token]:
    """Direct objects; of "condemned what it called a threat" the threat."""
    found = []
    for child in verb.children:
        if child.dep_ in ("dobj", "obj"):
            found.append(child)
        elif child.dep_ == "ccomp" and child.lemma_.lower() in words("naming"):
            found += _named_as(child)
    return found


def _named_as(naming: Token) -> list[Token]:
    """What a clause with "what" gives a name to: "what he called (described as) X's march"."""
    if not any(c.lower_ == "what" and c.dep_ in ("dobj", "nsubjpass") for c in naming.lefts):
        return []
    named = [c for c in naming.rights if c.dep_ in ("oprd", "attr", "dobj")]
    return named + [o for preposition, o in prepositions(naming) if preposition == "as"]


def prepositions(token: Token) -> Iterator[tuple[str, Token]]:
    """(preposition, its object) of a verb or noun; agents of passives are not among them."""
    for child in token.children:
        if child.dep_ in ("prep", "dative") and child.pos_ in ("ADP", "SCONJ", "VERB", "ADV", "PART"):
            yield from prepositional(child, child.lower_)
            yield from _in_charge(child)
            yield from _for_the_first_time(child)
        elif child.dep_ == "conj" and child.pos_ == "ADP" and child.i > token.i:
            yield from prepositional(child, child.lower_)  # "flew to Seoul and then to Tokyo"
        elif child.dep_ in ("advmod", "prt", "acomp") and child.pos_ in ("ADV", "ADP", "ADJ"):
            # "stayed away from", "stood up for": the preposition hangs on the particle
            for inner in child.children:
                if inner.dep_ == "prep":
                    name = "near" if child.lower_ in words("compass") else inner.lower_  # "held south of Honshu"
                    yield from prepositional(inner, name)


def _in_charge(prep: Token) -> Iterator[tuple[str, Token]]:
    """ "Put in charge of X", "at the head of X": the preposition in-charge-of."""
    for noun in prep.children if prep.lower_ in ("in", "at") else ():
        if noun.dep_ == "pobj" and noun.lower_ in words("leadership"):
            for of in noun.children:
                if of.lower_ == "of":
                    yield from (("in-charge-of", o) for _, o in prepositional(of, "of"))


def _for_the_first_time(prep: Token) -> Iterator[tuple[str, Token]]:
    """ "Took part for the first time in X": what stands behind "time" is the verb's."""
    for noun in prep.children if prep.lower_ == "for" else ():
        if noun.dep_ == "pobj" and noun.lemma_.lower() == "time":
            yield from ((name, o) for name, o in prepositions(noun) if name != "of")


def prepositional(prep: Token, name: str) -> Iterator[tuple[str, Token]]:
    """(`name`, object) for each object of a preposition; inner prepositions ("from under X") by their own name."""
    for c in prep.children:
        if c.dep_ in ("pobj", "pcomp"):
            yield name, c
        elif (c.dep_ == "prep" and name not in words("sources")) or (c.dep_ == "conj" and c.pos_ == "ADP"):
            yield from prepositional(c, c.lower_)


def agents(verb: Token) -> list[Token]:
    """The "by" phrases of a passive: "condemned by Peru on Monday and by Chile on Tuesday" has two."""
    first = [c for c in verb.children if c.dep_ == "agent"]
    more = [c for p in verb.children if first and p.dep_ == "prep" for c in p.children if c.dep_ == "conj"]
    by = [*first, *(c for c in more if c.lower_ == "by")]
    return [o for c in by for o in c.children if o.dep_ == "pobj"]


def particles(verb: Token) -> set[str]:
    """Adverbs and bare prepositions that change what a verb means: "pull *out*"."""
    return {
        c.lower_
        for c in verb.children
        if c.dep_ == "prt"
        or c.dep_ in ("advmod", "acomp")
        or (c.dep_ == "prep" and not any(g.dep_ == "pobj" for g in c.children))
    }


def is_called_off(verb: Token) -> bool:
    """Whether the verb ends a thing by its particle: "called off a trip", "gave up its resistance"."""
    return any(f"{verb.lemma_.lower()}-{particle}" in words("called_off") for particle in particles(verb))


def relative_clause(token: Token) -> Token | None:
    """The head of the relative clause that a relative pronoun stands in."""
    node = token
    for _ in range(8):
        if node.dep_ == "relcl":
            return node
        if node.dep_ == "ROOT" or node.head.i == node.i:
            return None
        node = node.head
    return None


def antecedent(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun stands for, None for question words."""
    clause = relative_clause(pronoun)
    if clause is None or clause.head.i >= pronoun.i:
        return None
    return clause.head


def is_relative(token: Token) -> bool:
    """Whether the token is a relative pronoun (or may be one)."""
    as_pronoun = token.tag_ in RELATIVE_TAGS or (token.lower_ == "that" and token.dep_ in ARGUMENTS)
    return as_pronoun and token.lower_ in ("who", "which", "that", "whom", "whose")


def first_conjunct(token: Token) -> Token:
    """The first of the coordinated words that `token` belongs to."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def conjuncts(token: Token) -> list[Token]:
    """The words coordinated to `token` itself."""
    return [c for c in token.children if c.dep_ == "conj"]


def logical_subjects(verb: Token, depth: int = 0) -> list[tuple[Token, str]]:
    """(token, construction) for who does what `verb` says; tokens may be relative pronouns, names, nouns."""
    if is_passive(verb):
        if found := agents(verb):
            return [(t, "agent") for t in found]
        if verb.dep_ == "conj" and is_verbal(verb.head):
            return [(t, "agent-conj") for t in agents(verb.head)]
        # an agent shared by the verbs after it: "proposed and adopted by X"
        # …but not one of a verb that has words of its own behind it: "held at X and hosted by Y"
        return [(t, "agent-conj") for c in conjuncts(verb) if is_verbal(c) and not _behind(verb, c) for t in agents(c)]
    if found := own_subjects(verb):
        return [(t, "subject") for t in found]
    return [(t, w) for t, w in surface_subjects(verb, depth) if t.i != verb.i]


def _behind(verb: Token, later: Token) -> bool:
    """Whether phrases that belong to `verb` alone stand between it and the verb coordinated to it."""
    return any(verb.i < c.i < later.i and c.dep_ in ("prep", "npadvmod", "advcl", "dobj") for c in verb.children)


def surface_subjects(verb: Token, depth: int = 0) -> list[tuple[Token, str]]:
    """Grammatical subject of a verb that shows none itself: control, coordination, participle, reduced clause."""
    if depth > 6:
        return []
    if found := own_subjects(verb):
        return [(t, "subject") for t in found]
    head, dep = verb.head, verb.dep_
    if dep in ("ROOT", "ccomp", "conj") and (
        before := [c for c in verb.children if c.dep_ in MISTAKEN and c.i < verb.i and c.pos_ == "PROPN"]
    ):
        # "ASEAN, by contrast, has …": a name that the parser takes for an adverbial
        return [(before[0], "subject-repaired")]
    if dep == "conj" and is_verbal(head):
        return [(t, f"{w}-conj" if not w.endswith("conj") else w) for t, w in surface_subjects(head, depth + 1)]
    if dep in ("xcomp", "ccomp", "oprd") and is_verbal(head):
        if head.lemma_ in words("object_control") and (found := objects(head)):
            return [(t, "object-control") for t in found]
        if head.lemma_ in words("object_control") and (
            found := [
                o
                for c in head.children
                if c.dep_ == "prep" and c.lower_ in ("on", "upon", "for", "to")
                for o in c.children
                if o.dep_ == "pobj"
            ]
        ):
            return [(t, "object-control") for t in found]
        if dep == "ccomp" and verb.tag_ not in ("VB", "VBG", "VBN"):
            return []
        if verb.tag_ == "VBG" and head.lemma_.lower() in words("judging"):
            return []
        return [(t, "control") for t, _ in surface_subjects(head, depth + 1)]
    if dep in ("xcomp", "acomp") and head.pos_ in ("ADJ", "NOUN"):
        return (
            [(t, "control") for t, _ in surface_subjects(head.head, depth + 1)]
            if head.dep_ in ("acomp", "attr")
            else []
        )
    if dep == "csubj" and head.lemma_ == "be" and verb.tag_ == "VBG" and verb.i < head.i:
        return [
            (c, "inverted") for c in head.children if c.dep_ in ("attr", "nsubj") and c.i > head.i
        ]  # "Attending were X"
    if dep == "acomp" and head.lemma_ == "be":  # "was at first opposed by X": a participle taken for an adjective
        return [(t, "subject") for t, _ in surface_subjects(head, depth + 1)]
    listed = verb.tag_ == "VBD" and not any(c.dep_ == "mark" for c in verb.children)  # "came, opened X and left"
    for receiver in objects(head) if dep == "advcl" and is_verbal(head) else ():
        if (judged := judged_participle(head, receiver)) is not None and judged.i == verb.i:
            return [(receiver, "object-gerund")]
    if dep == "advcl" and (verb.tag_ in ("VBG", "VBN", "VB") or listed):
        return (
            [(t, "participle") for t, _ in surface_subjects(head, depth + 1)]
            if is_verbal(head)
            else [(head, "participle")]
        )
    if dep == "pcomp":
        up = head.head
        by_object = up.lemma_ in words("object_gerund") and head.lower_ in ("of", "for", "from", "against", "with")
        if by_object and is_verbal(up) and not is_passive(up) and (found := objects(up)):
            return [(t, "object-gerund") for t in found]
        if head.lower_ == "against":
            return []
        if is_verbal(up):
            joint = [(t, "gerund") for t, _ in surface_subjects(up, depth + 1)]
            if up.lemma_ == "join" and head.lower_ == "in":  # "joined Peru in imposing sanctions": both do
                joint += [(t, "gerund-joined") for t in objects(up)]
            return joint
        return noun_owners(up, depth + 1)
    if dep == "acl":
        if verb.tag_ == "VBG":
            return [(head, "participle-noun")]
        if verb.tag_ in ("VB", "VBP") or any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
            return noun_owners(head, depth + 1)
        return [(head, "participle-noun")]
    if dep == "relcl" and head.dep_ in ("attr", "appos") and verb.tag_ == "VB":
        # "was the only member to oppose it": the deed is that of the one who was
        above = head.head
        if head.dep_ == "attr":
            return [(t, "copula") for t, _ in surface_subjects(above, depth + 1)]
        if head.left_edge.i - above.right_edge.i > 0 or head.left_edge.i - 2 == above.i:
            return [(above, "apposition")]
        # "met him in Oslo on Friday, the first minister to visit …": said of who met
        verb_above = next((a for a in above.ancestors if is_verbal(a)), None)
        return [(t, "apposition") for t, _ in surface_subjects(verb_above, depth + 1)] if verb_above is not None else []
    if dep == "relcl":
        return [(head, "relative-gap")] if any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children) else []
    return []


def is_brink(noun: Token) -> bool:
    """ "Is on the verge of signing": whether somebody is there."""
    on = noun.head
    return noun.lemma_.lower() in words("brinks") and on.lower_ in ("on", "at") and on.head.lemma_ in ("be", "stand")


def noun_owners(noun: Token, depth: int = 0) -> list[tuple[Token, str]]:
    """Whose plan, decision, refusal it is: possessor, "by" and "from" phrases, or the subject it is said of."""
    if depth > 6:
        return []
    if found := [c for c in noun.children if c.dep_ == "poss"]:
        return [(t, "possessor") for t in found]
    if found := [o for p, o in prepositions(noun) if p in ("by", "from", "of") and o.dep_ == "pobj"]:
        return [(t, "noun-by") for t in found]
    if noun.dep_ == "attr" or (noun.dep_ == "dobj" and noun.head.lemma_.lower() in words("owning")):
        return [(t, "noun-of-verb") for t, _ in logical_subjects(noun.head, depth + 1)] if is_verbal(noun.head) else []
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.lemma_.lower() in words("owning"):
        return [(t, "noun-of-verb") for t, _ in logical_subjects(noun.head.head, depth + 1)]
    if is_brink(noun):
        return [(t, "noun-of-verb") for t, _ in logical_subjects(noun.head.head, depth + 1)]
    if noun.dep_ == "nsubjpass" and noun.head.lemma_.lower() in words("owning"):
        return [(t, "noun-of-verb") for t in agents(noun.head)]
    if noun.dep_ == "conj":
        return noun_owners(noun.head, depth + 1)
    return []


def logical_objects(verb: Token) -> list[tuple[Token, str]]:
    """(token, construction) for what the act of `verb` falls on."""
    if is_passive(verb):
        if found := own_subjects(verb):
            return [(t, "passive-subject") for t in found]
        if verb.dep_ == "acl" or verb.dep_ == "amod":
            return [(verb.head, "reduced-relative")]
        if verb.dep_ == "relcl":
            return [(verb.head, "relative-gap")]
        return [(t, f"passive-{w}") for t, w in surface_subjects(verb)]
    if found := objects(verb):
        return [(t, "object") for t in found]
    if found := [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]:
        return [(t, "object") for t in found]
    if verb.dep_ == "relcl":
        # "X that France opposed": the pronoun may be the object already; else the gap is the object
        if own_subjects(verb) and not any(is_relative(s) for s in own_subjects(verb)):
            return [(verb.head, "relative-gap")]
        return []
    # an object shared by the verbs after it: "backed and signed X"
    bare = all(
        c.dep_ in ("aux", "auxpass", "neg", "punct", "cc", "conj", "advmod", "preconj", "mark") or c.i < verb.i
        for c in verb.children
    )
    for c in conjuncts(verb) if bare else ():
        after = is_verbal(c) and not own_subjects(c) and c.i > verb.i
        if after and (found := [t for t, _ in logical_objects(c)]):
            return [(t, "object-shared") for t in found]
    if verb.dep_ in ("xcomp", "ccomp", "conj") and is_verbal(verb.head):
        # "X, which France had refused to sign": the gap belongs to the embedded verb
        up = verb.head
        while up.dep_ in ("xcomp", "ccomp", "conj") and is_verbal(up.head):
            up = up.head
        if up.dep_ == "relcl":
            rel = [t for t in up.subtree if is_relative(t) and t.dep_ in ("dobj", "pobj")]
            if rel and rel[0].head.i in (up.i, verb.i):
                return [(up.head, "relative-gap")]
            if own_subjects(up) and not any(is_relative(s) for s in own_subjects(up)) and not objects(up):
                return [(up.head, "relative-gap")]
    return []


def judged_participle(verb: Token, receiver: Token) -> Token | None:
    """The gerund right behind a judging verb's object, whatever the parser hangs it on: "opposed Finland joining"."""
    if verb.lemma_.lower() not in words("judging"):
        return None
    for child in (*verb.children, *receiver.children):
        if child.tag_ == "VBG" and child.dep_ in ("advcl", "acl") and child.i == receiver.i + 1:
            return child
    return None
