"""He and she: the one person that a personal pronoun safely stands for."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from jnato_graph.annotate.pronouns import HE, shares_verb, verb_over
from jnato_graph.annotate.quotes import find_quotes
from jnato_graph.annotate.scene import Item, Scene, anaphor_words, is_subject
from jnato_graph.annotate.ships import is_vessel

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSON = frozenset({"Person"})
SHIPS = 3  # sentences in which a ship may be the one meant


def personal(token: Token, scene: Scene) -> tuple[int, ...]:
    """He or she: the one person who can be meant, else the subject before it when no other comes near."""
    gender = "m" if token.lower_ in HE else "f"
    if token.dep_ == "poss" and (owner := _received(token, scene) or _own_subject(token, scene)) is not None:
        return (owner.index,)
    quote = _quote_of(token)
    candidates: list[Item] = []
    for item in scene.before(token.i, 3, _PERSON):
        known = scene.gender.get(item.who)
        if known is not None and known != gender:
            continue
        if item.inside and token.lower_ not in ("his", "her") and item.sentence == scene.sentence_of[token.i]:
            continue
        if quote is not None and not quote[0] <= item.start < quote[1]:
            continue  # who is quoted calls themself "I"
        if token.dep_ in ("dobj", "pobj", "dative") and shares_verb(item, token):
            continue
        candidates.append(item)
    if not candidates or _may_be_somebody(token, scene):
        return ()
    if gender == "f" and _may_be_ship(token, scene, candidates):
        return ()
    chosen = _one_person(candidates, token, scene)
    if chosen is None:
        return ()
    scene.gender.setdefault(chosen.who, gender)
    return (chosen.index,)


def _received(token: Token, scene: Scene) -> Item | None:
    """ "Macron welcomed Modi after his visit": the one to whom it is done, where two persons stand on either side."""
    words = anaphor_words()
    node = token.head
    while node.pos_ not in ("VERB", "AUX") and node.head.i != node.i and node.dep_ in ("pobj", "prep"):
        node = node.head
    if node.pos_ != "VERB" or node.lemma_.lower() not in words["judging"] | words["receiving"]:
        return None
    found = [scene.headed(c) for c in node.children if c.dep_ == "dobj" and c.i < token.i]
    persons = [i for i in found if i is not None and i.label == "Person"]
    return persons[0] if len(persons) == 1 else None


def _own_subject(token: Token, scene: Scene) -> Item | None:
    """ "…, Albanese sent his deputy": the person that is the subject of the very verb, and none stands between."""
    verb = verb_over(token)
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")] if verb is not None else []
    if len(subjects) != 1 or subjects[0].i > token.i or any(c.dep_ == "conj" for c in subjects[0].children):
        return None
    item = scene.headed(subjects[0])
    if item is None or item.label != "Person" or _gender_speaks_against(item, token, scene):
        return None
    between = [i for i in scene.before(token.i, 0, _PERSON) if i.start > item.end and i.who != item.who]
    return None if between else item


def _gender_speaks_against(item: Item, token: Token, scene: Scene) -> bool:
    known = scene.gender.get(item.who)
    return known is not None and known != ("m" if token.lower_ in HE else "f")


def _may_be_ship(token: Token, scene: Scene, candidates: list[Item]) -> bool:
    """ "HMS Spey left on Monday. She called at Sasebo": a ship is named after all women that are known for such."""
    women = [c.start for c in candidates if scene.gender.get(c.who) == "f"]
    start = max([bisect_left(scene.sentence_of, scene.sentence_of[token.i] - SHIPS), *(at + 1 for at in women)])
    return any(is_vessel(before) for before in token.doc[start : token.i])


def _may_be_somebody(token: Token, scene: Scene) -> bool:
    """ "A Hungarian allowed that his government …": somebody without a name, who is nearer than all names."""
    if any(t.lemma_.lower() in anaphor_words()["spouses"] for t in token.doc[token.sent.start : token.i]):
        return True  # "Mrs Berg accompanied her husband to Lima, where he met X"
    node = token
    while node.head.i != node.i:
        node = node.head
        subjects = [c for c in node.children if c.dep_ == "nsubj" and c.i < token.i]
        if any(_is_somebody(noun, scene) or _is_unknown(noun, scene) for noun in subjects):
            return True
    return False


def _is_unknown(noun: Token, scene: Scene) -> bool:
    """ "The Minister travels to Seoul, where she …": a title that stands for nobody known."""
    definite = any(c.lower_ == "the" for c in noun.children)
    return definite and noun.lemma_.lower() in anaphor_words()["titles"] and scene.at(noun) is None


def _is_somebody(noun: Token, scene: Scene) -> bool:
    item = scene.at(noun)
    if item is not None and item.label == "Person":
        return False
    indefinite = any(c.dep_ == "det" and c.lower_ in ("a", "an", "one", "another") for c in noun.children)
    if not indefinite:
        return False
    return item is not None or noun.pos_ == "PROPN" or noun.lemma_.lower() in anaphor_words()["people"]


def _one_person(candidates: list[Item], token: Token, scene: Scene) -> Item | None:
    here = scene.sentence_of[token.i]
    if len({c.who for c in candidates}) == 1:
        return candidates[0]
    # who was called so before goes on being called so
    known = [c for c in candidates if scene.gender.get(c.who) is not None]
    near = [c for c in candidates if here - c.sentence <= 1]
    for group in (near, candidates):
        subjects = [c for c in group if c.subject]
        latest = max((c.sentence for c in group), default=-1)
        fresh = [c for c in subjects if c.sentence == latest]
        if is_subject(token):  # "X attends, as do Y and Z. He …"
            fresh = [c for c in fresh if c.span.root.head.dep_ not in ("advcl", "relcl")] or fresh
        if fresh and len({c.who for c in fresh}) == 1:
            others = [c for c in group if c.who != fresh[0].who and c.sentence == latest and c.start > fresh[0].start]
            if not others or is_subject(token) or token.dep_ == "poss":
                return fresh[0]
            return None
    if known and len({c.who for c in known}) == 1 and known[0] in near:
        return known[0]
    return None


def _quote_of(token: Token) -> tuple[int, int] | None:
    return next((q for q in find_quotes(token.doc) if q[0] <= token.i < q[1]), None)
