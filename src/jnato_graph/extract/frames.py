"""From a trigger token to the tokens that fill its roles."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from jnato_graph.extract import grammar
from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.lexicon import Entry, Lexicon
from jnato_graph.extract.model import Argument

Filled = list[tuple[Argument, str]]
COUNTED = frozenset({"one", "some", "two", "three", "four"})
QUANTITIES = frozenset({"most", "many", "some", "several", "all", "few"})
# prepositions that tell a position only right behind their verb
BARE = frozenset({"for", "against", "behind"})
JOURNEYS = frozenset({"visit", "trip", "tour", "stop", "journey"})
HOSTING = frozenset({"welcome", "receive", "host", "greet", "meet", "entertain"})
RAISING = frozenset({"raise", "elevate", "upgrade", "lift", "deepen", "turn"})
COPULAS = frozenset({"be", "become", "remain", "stay", "make"})


def matches(token: Token, entry: Entry) -> bool:
    """Whether the token, with its particle and light object, is this entry's trigger."""
    if entry.pos == "verb":
        if token.lemma_ == "give" and "up" in grammar.particles(token):
            return False
        if entry.particle and not entry.particle & (
            grammar.particles(token) | {p for p, _ in grammar.prepositions(token)}
        ):
            return False
        objects = [c for c in token.children if c.dep_ in ("dobj", "nsubjpass")]
        if entry.needs == "object" and not objects:
            return False
        if entry.needs == "with" and not any(p == "with" for p, _ in grammar.prepositions(token)):
            return False  # "France provided books, Norway shelves"
        if "*" in entry.without and objects:
            return False
        if entry.without and any(
            c.lemma_.lower() in entry.without for c in token.children if c.dep_ in ("dobj", "nsubjpass")
        ):
            return False
        if entry.with_object:
            return light_object(token, entry.with_object) is not None
    return not entry.after or (token.dep_ == "pobj" and token.head.lower_ == entry.after)


def light_object(verb: Token, lemma: str) -> Token | None:
    """The noun that makes an idiom of a verb: "take *part*", "hold *talks*"; also as subject of the passive."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass", "attr", "prt", "advmod", "intj") and child.lemma_.lower() == lemma:
            return child
        if child.dep_ == "dobj" and child.lower_ in QUANTITIES:  # "adopted most of the sanctions"
            for prep in child.children:
                for noun in prep.children if prep.lower_ == "of" else ():
                    if noun.lemma_.lower() == lemma:
                        return noun
        if child.dep_ == "dobj" and any(
            c.lemma_.lower() == lemma for c in child.children if c.dep_ in ("compound", "conj")
        ):
            return child
    for child in verb.children:
        # "wants it scrapped": what is wanted is a small clause
        if (
            child.i > verb.i
            and child.dep_ in ("ccomp", "xcomp", "oprd", "acl")
            and child.tag_ in ("VBN", "VBD", "JJ")
            and child.lemma_.lower() == lemma
        ):
            return child
    if verb.dep_ in ("acl", "relcl") and verb.head.lemma_.lower() == lemma:
        return verb.head
    return None


def fill_role(token: Token, role: str, entry: Entry, arguments: Arguments, lexicon: Lexicon) -> Filled:
    """All mentions that fill `role` of the trigger, each with the construction it was reached by."""
    filled: Filled = []
    for filler, how in role_tokens(token, role, entry, lexicon, arguments):
        for argument in arguments.fill(filler):
            filled.append((argument, how))
    return filled


def role_tokens(
    token: Token, role: str, entry: Entry, lexicon: Lexicon, arguments: Arguments
) -> Iterable[tuple[Token, str]]:
    """The tokens that fill `role`, each with the construction it was reached by."""
    if entry.pos == "verb":
        return _verb_role(token, role, entry, arguments)
    if entry.pos == "noun" and entry.after == role == "with":
        return _accompanied(token.head, arguments)
    if entry.pos == "noun":
        return _noun_role(token, role, lexicon, arguments)
    if entry.pos == "adjective":
        return _adjective_role(token, role)
    return _preposition_role(token, role)


def _verb_role(verb: Token, role: str, entry: Entry, arguments: Arguments) -> list[tuple[Token, str]]:
    if role == "subj":
        return grammar.logical_subjects(verb)
    if (
        role == "obj"
        and verb.tag_ == "VBN"
        and verb.dep_ in ("advcl", "conj", "acl", "ROOT", "dep")
        and grammar.is_passive(verb)
    ):
        # a participle right after a name and a comma belongs to that name, whatever the parser hangs it on
        first = grammar.first_conjunct(verb)  # "X, held at Y and hosted by Z"
        before = (first if first.tag_ == "VBN" else verb).i - 1
        while before > verb.sent.start and verb.doc[before].pos_ == "ADV":
            before -= 1
        if verb.doc[before].text == "," and arguments.by_token.get(before - 1) and not grammar.own_subjects(verb):
            root = arguments.spans[arguments.by_token[before - 1][0]].root
            return [
                (root, "participle-after-name"),
                *((t, h) for t, h in grammar.logical_objects(verb) if t.i != root.i),
            ]
    if (
        role == "obj"
        and entry.with_object
        and (clause := light_object(verb, entry.with_object)) is not None
        and grammar.own_subjects(clause)
    ):
        return [(t, "small-clause") for t in grammar.own_subjects(clause)]
    if role == "obj":
        return [
            (_named_above(t, arguments) if h == "reduced-relative" else t, h)
            for t, h in grammar.logical_objects(verb)
            if not (entry.with_object and t.lemma_.lower() == entry.with_object)
        ]
    if role == "iobj":
        return [(c, "indirect") for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    found = [(o, f"prep-{p}") for p, o in grammar.prepositions(verb) if p == role]
    if entry.with_object and (noun := light_object(verb, entry.with_object)) is not None:
        if role == "of":  # "has taken the panel's place"
            found += [(c, "prep-of") for c in noun.children if c.dep_ == "poss"]
        found += [(o, f"prep-{p}") for p, o in grammar.prepositions(noun) if p == role]
    if not found:
        # attached to the object by the parser: "gave money to X", "sent ships to X"
        for noun in grammar.objects(verb):
            found += [(o, f"object-prep-{p}") for p, o in grammar.prepositions(noun) if p == role]
            if not found and (index := arguments.at(noun)) is not None:  # "signed a memorandum on training with X"
                inside = arguments.spans[index]
                found += [
                    (o, f"object-prep-{p}")
                    for word in inside
                    for p, o in grammar.prepositions(word)
                    if p == role and o.i >= inside.end
                ]
            if not found:  # "pledged $30 million in aid to X"
                inner = [o for p, o in grammar.prepositions(noun) if p in ("in", "of", "worth") and o.pos_ == "NOUN"]
                found += [(o, f"object-prep-{p}") for n in inner for p, o in grammar.prepositions(n) if p == role]
    if not found:
        for child in verb.children:
            if child.dep_ in ("prep", "prt") and child.lower_ == role and not list(child.children):
                if grammar.is_passive(verb):
                    found += [(t, f"stranded-{role}") for t in grammar.own_subjects(verb)]
                elif (clause := _relative_above(verb)) is not None:
                    found.append((clause.head, f"stranded-{role}"))
    return _with_gerunds(found)


def _named_above(noun: Token, arguments: Arguments) -> Token:
    """ "the Green Fund for clean shipping proposed by Singapore": it is the fund that is proposed."""
    node = noun
    for _ in range(2):
        if arguments.fill(node):
            return node
        if node.dep_ != "pobj" or node.head.dep_ != "prep" or node.head.head.pos_ not in ("NOUN", "PROPN"):
            break
        node = node.head.head
    return node if arguments.fill(node) else noun


def _relative_above(verb: Token) -> Token | None:
    node = verb
    for _ in range(4):
        if node.dep_ == "relcl":
            return node
        if node.dep_ not in ("xcomp", "conj", "ccomp"):
            return None
        node = node.head
    return None


def _with_gerunds(found: list[tuple[Token, str]]) -> list[tuple[Token, str]]:
    """ "objected to opening X": the object of the gerund is what is objected to."""
    out = []
    for token, how in found:
        if token.dep_ == "pcomp" and grammar.is_verbal(token):
            subjects = grammar.own_subjects(token)
            targets = [t for t, _ in grammar.logical_objects(token)] or subjects
            out += [(t, f"{how}-gerund") for t in targets]
        else:
            out.append((token, how))
    return out


def _noun_role(noun: Token, role: str, lexicon: Lexicon, arguments: Arguments) -> list[tuple[Token, str]]:
    if role == "poss":
        return [(c, "possessor") for c in noun.children if c.dep_ == "poss"]
    if role == "mod":
        return [
            (c, "modifier")
            for c in noun.children
            if c.dep_ in ("amod", "compound", "nmod") and arguments.at(c) is not None
        ]
    if role == "light":
        return _light_subjects(noun, lexicon)
    if role == "pred":
        return _said_of(noun, arguments)
    if role == "together":
        return _together_with(noun)
    if role == "as":  # "visited Apia as part of the deployment"
        verb = noun.head.head
        is_so = noun.dep_ == "pobj" and noun.head.lower_ == "as" and grammar.is_verbal(verb)
        return (
            [(t, "as-part") for t, _ in [*grammar.logical_subjects(verb), *grammar.logical_objects(verb)]]
            if is_so
            else []
        )
    found = [
        (o, f"prep-{p}")
        for p, o in grammar.prepositions(noun)
        if p == role and not _is_together(o.head)  # "becomes a partner, together with Finland": not Finland's
    ]
    if not found and noun.dep_ in ("dobj", "nsubjpass", "nsubj", "attr") and grammar.is_verbal(noun.head):
        found = [
            (o, f"verb-prep-{p}")
            for p, o in grammar.prepositions(noun.head)
            if p == role
            and (o.i > noun.i or grammar.is_relative(o))  # "of which Japan is a member"
            and not _is_together(o.head)
        ]
        if role == "by" and noun.head.lemma_.lower() in lexicon.light:
            found += [(t, "agent") for t in grammar.agents(noun.head)]
    if not found:
        # "the objection raised by Spain to X": the parser hangs the object of the noun on the participle
        raised = [c for c in noun.children if c.dep_ == "acl" and lexicon.light.get(c.lemma_.lower()) == "actual"]
        found = [(o, f"acl-prep-{p}") for verb in raised for p, o in grammar.prepositions(verb) if p == role]
        found += [(t, "acl-agent") for verb in raised if role == "by" for t in grammar.agents(verb)]
    if not found and role in ("of", "between", "by") and noun.dep_ != "pobj":
        found = [(o, f"reattached-{role}") for o in _reattached(noun, role)]
    return _with_gerunds(found)


def _reattached(noun: Token, role: str) -> list[Token]:
    """ "the signature by A, on 14 December 2023, of X": the parser hangs the last phrase on its neighbour."""
    doc, limit = noun.doc, noun.sent.end
    for i in range(noun.i + 1, min(limit, noun.i + 22)):
        token = doc[i]
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "acl", "pcomp", "relcl"):
            return []
        if (
            token.lower_ == role
            and token.dep_ == "prep"
            and token.head.i != noun.i
            and token.i > token.head.i
            and (doc[i - 1].text == "," or doc[i - 1].pos_ == "NUM")
        ):
            return [c for c in token.children if c.dep_ == "pobj"]
    return []


def company(verb: Token) -> list[Token]:
    """ "…, together with Japan", "as a partner alongside Korea": who joins in, whatever in the clause it hangs on."""
    return [
        o
        for token in verb.subtree
        if token.i > verb.i and (token.lower_ == "alongside" or _is_together(token)) and token.dep_ == "prep"
        for _, o in grammar._prepositional(token, token.lower_)
    ]


def _is_together(token: Token) -> bool:
    return token.lower_ == "with" and token.i > 0 and token.nbor(-1).lower_ in ("together", "along")


def _together_with(noun: Token) -> list[tuple[Token, str]]:
    """ "…, together with Japan and South Korea": wherever in the sentence the parser hangs it."""
    found = []
    for token in noun.sent:
        if _is_together(token):
            found += [(o, "together-with") for _, o in grammar._prepositional(token, "with")]
    return found


def _accompanied(prep: Token, arguments: Arguments) -> list[tuple[Token, str]]:
    """ "The drill, with the participation of Estonia, was held": what a "with" phrase goes along with."""
    node = prep.head
    for _ in range(4):
        if grammar.is_verbal(node):
            return [(t, "accompanied") for t, _ in (grammar.logical_objects(node) or grammar.logical_subjects(node))]
        if node.pos_ in ("NOUN", "PROPN") and any(arguments.label(a.end) != "Place" for a in arguments.fill(node)):
            return [(node, "accompanied")]
        node = node.head
    return []


def _travellers(journey: Token, over: Token) -> list[tuple[Token, str]]:
    """ "X, on a visit to Beijing, said …": who does something on a visit is on it, unless it is another's."""
    if any(c.dep_ == "poss" for c in journey.children):
        return []
    while not grammar.is_verbal(over) and over.head.i != over.i:
        if over.pos_ == "PROPN" and over.dep_ == "nsubj":
            return [(over, "on-journey")]
        over = over.head
    if not grammar.is_verbal(over) or grammar.is_passive(over) or over.lemma_ in HOSTING:
        return []
    return [(t, f"on-journey-{w}") for t, w in grammar.logical_subjects(over)]


def _is_called_off(verb: Token) -> bool:
    """ "Called off a trip", "gave up its resistance"."""
    particle = {"call": "off", "give": "up"}.get(verb.lemma_)
    return particle in grammar.particles(verb)


def _light_subjects(noun: Token, lexicon: Lexicon) -> list[tuple[Token, str]]:
    top = grammar.first_conjunct(noun)
    head = top.head
    if top.dep_ in ("dobj", "attr") and grammar.is_verbal(head) and (head.lemma_.lower() in lexicon.light):
        return [(t, f"light-{w}") for t, w in grammar.logical_subjects(head)]
    if top.dep_ == "pobj" and top.head.lower_ in ("on", "during") and noun.lemma_.lower() in JOURNEYS:
        return _travellers(noun, top.head.head)
    if top.dep_ == "dobj" and _is_called_off(head):
        return [(t, f"light-{w}") for t, w in grammar.logical_subjects(head)]
    if top.dep_ == "pobj" and top.head.lower_ in ("to", "into") and top.head.head.lemma_ in RAISING:
        return [
            (t, "raised-light") for t, _ in grammar.logical_subjects(top.head.head)
        ]  # "raised ties to a partnership"
    if top.dep_ == "nsubjpass" and head.lemma_.lower() in lexicon.light:
        return [(t, "light-agent") for t in grammar.agents(head)]
    if top.dep_ == "pobj" and top.head.lower_ in ("in", "with", "on") and grammar.is_verbal(top.head.head):
        verb = top.head.head
        if verb.lemma_ in ("be", "join", "stand", "come", "speak", "remain", "engage", "have"):
            return [(t, "in-light") for t, _ in grammar.logical_subjects(verb)]
    return []


def _said_of(noun: Token, arguments: Arguments) -> list[tuple[Token, str]]:
    top = grammar.first_conjunct(noun)
    found: list[tuple[Token, str]] = []
    if (
        top.dep_ == "pobj"
        and top.head.lower_ == "of"
        and top.head.head.lower_ in ("one", "some", "two", "three", "four")
    ):
        return _said_of(top.head.head, arguments)
    if top.dep_ in ("attr", "oprd") and top.head.lemma_ in COPULAS:
        found = [(t, "copula") for t, _ in grammar.surface_subjects(top.head)]
    elif top.dep_ == "appos":
        found = [(top.head, "apposition")]
    elif top.dep_ == "pobj" and top.head.lower_ == "among" and top.head.head.lemma_ in COPULAS:
        # "Peru is among the newcomers", "among the participants are the navies of Peru and Chile"
        found = [(t, "among") for t, _ in grammar.surface_subjects(top.head.head)]
        found = found or [(c, "among") for c in top.head.head.children if c.dep_ == "attr"]
    elif top.dep_ == "nsubj" and top.head.lemma_ in ("include", "comprise"):
        found = [(t, "included") for t in grammar.objects(top.head)]
    elif top.dep_ == "pobj" and top.head.lower_ == "as" and grammar.is_verbal(top.head.head):
        verb = top.head.head
        objects = grammar.logical_objects(verb)
        found = [(t, "as") for t, _ in (objects or grammar.logical_subjects(verb))]
    elif top.dep_ == "compound" and arguments.at(top.head) is not None:
        found = [(top.head, "noun-before")]
    elif top.dep_ in ("nsubj", "nsubjpass") and top.head.lemma_ == "be":
        found = [(c, "copula-inverse") for c in top.head.children if c.dep_ == "attr"]
    if not found:
        found = [(c, "apposition") for c in noun.children if c.dep_ == "appos"]
    return found


def _adjective_role(adjective: Token, role: str) -> list[tuple[Token, str]]:
    if role == "pred":
        top = grammar.first_conjunct(adjective)
        if top.dep_ in ("acomp", "oprd", "attr") or (top.dep_ == "conj" and grammar.is_verbal(top.head)):
            return [(t, "copula") for t, _ in grammar.surface_subjects(top.head)]
        if top.dep_ in ("amod", "acl", "appos", "relcl"):
            return [(top.head, "adjective-after")] if top.i > top.head.i else []
        if top.dep_ == "advcl":
            return [(t, "participle") for t, _ in grammar.surface_subjects(top.head)]
        if grammar.own_subjects(top):
            return [(t, "subject") for t in grammar.own_subjects(top)]
        return []
    found = [(o, f"prep-{p}") for p, o in grammar.prepositions(adjective) if p == role]
    if not found and adjective.dep_ in ("acomp", "oprd"):
        found = [
            (o, f"verb-prep-{p}") for p, o in grammar.prepositions(adjective.head) if p == role and o.i > adjective.i
        ]
    return _with_gerunds(found)


def _preposition_role(prep: Token, role: str) -> list[tuple[Token, str]]:
    if role == "pobj":
        return _with_gerunds([(c, f"prep-{prep.lower_}") for c in prep.children if c.dep_ in ("pobj", "pcomp")])
    head = prep.head
    if prep.lower_ in BARE and (
        prep.i < head.i or any(t.pos_ not in ("ADV", "PART") for t in prep.doc[head.i + 1 : prep.i])
    ):
        return []  # "was in Oslo for the summit", "Norway is in favour, Spain against"
    if head.lemma_ in ("be", "remain", "stand") and prep.dep_ in ("prep", "acomp", "attr"):
        return [(t, "copula") for t, _ in grammar.surface_subjects(head)]
    return []
