"""Whether an office is told as one that somebody has left, or is still to take.

What they say afterwards is no word of the state; that they hold it is a plan before.
"""

from __future__ import annotations

from spacy.tokens import Token

from jnato_graph.extract import grammar

_WORDS = 6  # how far before the word of the office "former" and the like may stand
_BEING = frozenset({"be", "serve", "act"})
_CHOSEN = frozenset({"elect", "designate"})
_ELECT = tuple(f"-{word}" for word in sorted(_CHOSEN))
_SPENT = frozenset({"year", "decade", "term", "month"})


def is_left(role: Token) -> bool:
    """Whether the office that `role` heads is one of the past: "ex-minister", "once", "who was … until 2018"."""
    return _is_called_former(role) or _has_ended(role) or _was_held(role)


def is_coming(role: Token) -> bool:
    """Whether the office that `role` heads is one that nobody has as yet: "incoming", "next", "president-elect"."""
    if role.lower_.endswith(_ELECT):
        return True
    behind = role.doc[role.i + 1 : role.i + 3]  # "minister-designate" is one word or three
    if "".join(t.lower_ for t in behind).startswith(_ELECT) or (behind and behind[0].lower_ in _CHOSEN):
        return True
    for token in reversed(role.doc[max(role.sent.start, role.i - _WORDS) : role.i]):
        if token.lower_ in grammar.words("coming"):
            return True
        if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
            return False
    return False


def _is_called_former(role: Token) -> bool:
    if role.lower_.startswith("ex-"):
        return True
    for token in reversed(role.doc[max(role.sent.start, role.i - _WORDS) : role.i]):
        if token.lower_.rstrip("-") in grammar.words("former"):
            return True
        if token.pos_ in ("VERB", "AUX") or token.text in (",", ";", ":", "–", "—"):
            return False  # it is said of something else: "a former port, the minister said"
    return False


def _has_ended(role: Token) -> bool:
    """ "until 2012", "from 2015 to 2018", "for three terms": told with its end."""
    for child in role.children:
        if child.dep_ != "prep":
            continue
        below = [token for token in child.subtree if token.i > child.i]
        if child.lower_ in ("until", "till"):
            return True
        if child.lower_ in ("from", "between") and sum(t.like_num and len(t) == 4 for t in below) > 1:
            return True
        if child.lower_ == "for" and any(t.lemma_.lower() in _SPENT for t in below):
            return True
    return False


def _was_held(role: Token) -> bool:
    """ "who was Norway's prime minister", "served as minister": told in the past of a being verb."""
    verb = role.head
    if verb.dep_ == "prep" and verb.lower_ == "as":
        verb = verb.head
    if verb.lemma_.lower() not in _BEING or role.dep_ not in ("attr", "pobj"):
        return False
    if any(c.lower_ in ("then", "still") or c.dep_ == "neg" for c in verb.children):
        return False  # "who was then its prime minister" when it was done
    return verb.tag_ == "VBD" or any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children)
