"""Whether a token, with its particle and light object, is the trigger of an entry."""

from __future__ import annotations

from spacy.tokens import Token

from jnato_graph.extract import grammar
from jnato_graph.extract.lexicon import Entry, Lexicon

QUANTITIES = frozenset({"most", "many", "some", "several", "all", "few"})


def matches(token: Token, entry: Entry) -> bool:
    """Whether the token, with its particle and light object, is this entry's trigger."""
    if entry.pos == "verb":
        if token.lemma_ == "give" and "up" in grammar.particles(token):
            return False
        if token.lemma_ == "leave" and "out" in grammar.particles(token):
            return False  # "will not leave the town out of it"
        if token.lemma_ == "send" and entry.predicate == "CONTRIBUTED_TO" and _sends_callers(token):
            return False
        if entry.particle and not entry.particle & (
            grammar.particles(token) | {p for p, _ in grammar.prepositions(token)}
        ):
            return False
        objects = [c for c in token.children if c.dep_ in ("dobj", "nsubjpass")]
        if entry.needs == "object" and not objects:
            return False
        controls = token.lemma_ in grammar.words("object_control") and any(c.dep_ == "xcomp" for c in token.children)
        if entry.predicate == "SUPPORTS" and controls:
            return False  # "encouraged Fiji to think again"
        if entry.predicate == "MEMBER_OF" and token.lemma_ == "join" and _joins_in(token):
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
    if token.lower_ == "concerns" and token.i + 1 < len(token.doc) and token.nbor().pos_ in ("DET", "PROPN", "PRON"):
        return False  # "its first pillar concerns the delivery"
    return not entry.after or (token.dep_ == "pobj" and token.head.lower_ == entry.after)


def _sends_callers(verb: Token) -> bool:
    """ "Sent an ambassador to Singapore", "sent the ship to Fiji": who calls somewhere is not given away."""
    words = grammar.words("callers")
    return any(noun.lemma_.lower() in words for noun in grammar.objects(verb))


def _joins_in(verb: Token) -> bool:
    """ "Joined the G7 in condemning": to do the same is not to become a member."""
    return any(
        c.dep_ == "prep" and c.lower_ == "in" and any(g.dep_ == "pcomp" for g in c.children) for c in verb.children
    )


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


def is_in_words(attack: Token, lexicon: Lexicon) -> bool:
    """ "Ankara attacked Stockholm over the burning of a book": words, no arms."""
    reasons = [o for name, o in grammar.prepositions(attack) if name in ("over", "for")]
    return attack.lemma_ == "attack" and any(
        o.lemma_.lower() not in lexicon.times and o.ent_type_ not in ("DATE", "TIME", "ORDINAL") for o in reasons
    )
