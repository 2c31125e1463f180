"""From a verb to the tokens that fill its roles."""

from __future__ import annotations

from spacy.tokens import Token

from jnato_graph.extract import grammar
from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.gerunds import judged_gerunds, with_gerunds
from jnato_graph.extract.lexicon import Entry
from jnato_graph.extract.triggers import light_object

STANCES = frozenset({"OPPOSES", "SUPPORTS"})


def verb_role(verb: Token, role: str, entry: Entry, arguments: Arguments) -> list[tuple[Token, str]]:
    """The tokens that fill `role` of a verb, each with the construction it was reached by."""
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
            if root.head.lower_ == "by" and root.head.head.tag_ == "VBN":  # "proposed by Peru, endorsed by Chile"
                return [(t, h) for t, h in grammar.logical_objects(verb) if t.i != root.i]
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
    if role == "obj" and entry.predicate in STANCES and (found := judged_gerunds(verb)):
        return found
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
            subject = _subject_matter(noun, arguments)
            found += [
                (o, f"object-prep-{p}") for p, o in grammar.prepositions(noun) if p == role and o.head.i not in subject
            ]
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
    return with_gerunds(found)


def _subject_matter(noun: Token, arguments: Arguments) -> frozenset[int]:
    """The "on" and "for" inside a name: "hosted the Oslo Conference on Peru" was not held on or for Peru."""
    index = arguments.at(noun)
    inside = arguments.spans[index] if index is not None else ()
    return frozenset(t.i for t in inside if t.lower_ in ("on", "for", "about", "over"))


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
