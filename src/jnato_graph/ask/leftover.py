"""How much a word matters that no report accounts for: some hardly change what is asked, whatever they are.

An adverb, an adjective of what is understood and a verb that only carries a noun ("adopt a stance", "act as host") make
an answer unsure. A noun, a verb that tells something else and a thing of which no report tells make it none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Final

from spacy.tokens import Doc, Token

from jnato_graph.ask.words import Words

LEAST_KIN: Final = 6
MOST_KIN: Final = 0.75
_CARRIED: Final = frozenset({"dobj", "attr", "nsubj", "nsubjpass", "oprd"})
_OURS: Final = frozenset({"my", "our", "your"})


@cache
def are_kin(word: str, other: str) -> bool:
    """Whether two words have most of their letters in common from the beginning."""
    pairs = enumerate(zip(word, other, strict=False))
    same = next((at for at, (one, two) in pairs if one != two), min(len(word), len(other)))
    return same >= LEAST_KIN and same > MOST_KIN * max(len(word), len(other))


def is_slight(token: Token, used: Collection[int], named: Collection[int], words: Words) -> bool:
    """Whether a word that is left over hardly changes the question.

    `used`: the tokens that are accounted for, `named` those in names.
    """
    lemma = token.lemma_.lower()
    if lemma in words.absent:
        return False
    if {lemma, token.lower_} & words.slight or token.pos_ in ("ADV", "INTJ"):
        return True
    if _is_manner(token, used, words) or _is_beside_name(token, named) or _only_reports(token, used, words):
        return True
    if token.pos_ == "ADJ" or token.dep_ == "amod":
        return token.dep_ == "amod" and token.head.i in used
    if token.pos_ == "VERB" and lemma in words.carrying:
        carried = list(_carried(token))
        # "What stance has Japan adopted?": the parser often does not see what the verb belongs to.
        asked = token.doc[0].lower_ in ("what", "which") and not any(noun.dep_ == "dobj" for noun in carried)
        return asked or any(noun.i in used and noun.i not in named for noun in carried)
    return any(child.lower_ in _OURS for child in token.children)  # "in our archive"


def together(doc: Doc, left: Sequence[str]) -> tuple[str, ...]:
    """The words that are left over, those that stand side by side as one: "5 billion"."""
    text = doc.text
    joined: list[str] = []
    for word in left:
        if joined and f"{joined[-1]} {word}" in text:
            joined[-1] = f"{joined[-1]} {word}"
        else:
            joined.append(word)
    return tuple(joined)


def _is_manner(token: Token, used: Collection[int], words: Words) -> bool:
    """Whether a noun only tells how something was done: "proposed with some fanfare"."""
    is_noun = token.pos_ == "NOUN" and token.lemma_.lower() not in words.labels
    return is_noun and token.dep_ == "pobj" and token.head.lower_ in ("with", "without") and token.head.head.i in used


def _is_beside_name(token: Token, named: Collection[int]) -> bool:
    """Whether a noun only says what a name is: "that cyber centre, the CCDCOE"."""
    noun = token.head if token.dep_ == "compound" else token
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    beside = [noun.head] if noun.dep_ == "appos" else [child for child in noun.children if child.dep_ == "appos"]
    return any(each.i in named for each in beside)


def _only_reports(verb: Token, used: Collection[int], words: Words) -> bool:
    """Whether a verb only says who says what is understood: "did Macron himself say that he was against it?"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in words.reporting:
        return False
    asked = any(child.dep_ == "nsubj" and child.tag_.startswith("W") for child in verb.children)
    said = (child for child in verb.children if child.dep_ in ("ccomp", "xcomp"))
    return not asked and any(each.i in used for clause in said for each in clause.subtree)


def _carried(verb: Token) -> Iterator[Token]:
    """The nouns that a verb carries: its objects, behind a preposition too, and what it is said of in a clause."""
    if verb.dep_ in ("relcl", "acl"):
        yield verb.head
    for child in verb.children:
        if child.dep_ in _CARRIED:
            yield from (child, *(each for each in child.children if each.dep_ == "compound"))
        elif child.dep_ == "prep":
            yield from (each for each in child.children if each.dep_ == "pobj")
