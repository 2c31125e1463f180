"""Stretches of a text that are not told as fact: novels and films, games, scenarios, jokes, what is corrected.

What such a stretch says is claimed by nobody: "in the second scenario, China attacks Taiwan". The words that open one
are in `data/grammar.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from jnato_graph.annotate.lines import line_around
from jnato_graph.extract import grammar

_NUMBERED = re.compile(r"(?:scenario|variant|option)\s+(?:\w+)\s*[:.–—-]", re.IGNORECASE)
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "other", "another", "one"})
_EXTREMES = frozenset({"best", "worst"})
_BEFORE = frozenset({"earlier", "previous", "original"})
_BACK = 4  # sentences between "three scenarios" and "in the third"
_CACHE = "jnato_unreal"


def is_unreal(token: Token, *ends: Span) -> bool:
    """Whether what `token` says of `ends` is not told as fact.

    What is said of a game or novel itself is: "Japan took part in the tabletop exercise at the institute".
    """
    return any(
        scope.start <= token.i < scope.end and not any(opening.start <= e.root.i < opening.end for e in ends)
        for opening, scope in _scopes(token.doc)
    )


def _scopes(doc: Doc) -> list[tuple[Span, Span]]:
    """Each such stretch behind the words that open it; read once for each text."""
    if (known := doc.user_data.get(_CACHE)) is None:
        known = [(a.start, a.end, b.start, b.end) for a, b in _found(doc)]
        doc.user_data[_CACHE] = known
    return [(doc[a:b], doc[c:d]) for a, b, c, d in known]


def _found(doc: Doc) -> Iterator[tuple[Span, Span]]:
    told = -_BACK - 1  # the sentence that last spoke of scenarios
    for number, sentence in enumerate(doc.sents):
        if any(t.tag_ == "NNS" and t.lemma_.lower() in grammar.words("scenarios") for t in sentence):
            told = number
        if _NUMBERED.match(sentence.text):
            yield sentence[:3], doc[sentence.start : line_around(sentence.root)[1]]
        if sentence[0].lower_ in ("imagine", "suppose") and sentence[0].tag_ == "VB":
            yield sentence[:1], sentence
        yield from _behind_colon(sentence)
        for token in sentence:
            if token.dep_ == "prep" and _opens(token, counted=number - told <= _BACK):
                end = next((t.i for t in doc[token.i : sentence.end] if t.text == ";"), sentence.end)
                yield doc[token.i : token.right_edge.i + 1], doc[token.i : end]
            elif token.dep_ in ("ccomp", "xcomp") and _tells(token.head):
                yield doc[token.head.i : token.head.i + 1], doc[token.left_edge.i : token.right_edge.i + 1]


def _behind_colon(sentence: Span) -> Iterator[tuple[Span, Span]]:
    """ "The war game opens with a bulletin: X has attacked Y"."""
    doc = sentence.doc
    colon = next((t.i for t in sentence if t.text == ":"), None)
    noun = next((t for t in sentence if t.dep_ == "nsubj" and t.i < t.head.i and _is_unreal(t)), None)
    if colon is not None and noun is not None and noun.i < colon:
        yield doc[noun.left_edge.i : noun.i + 1], doc[colon : sentence.end]


def _opens(prep: Token, *, counted: bool) -> bool:
    """ "In the worst case", "in the novel", "in a tabletop exercise"; "in the third", of what was counted before."""
    start = prep.sent.start
    first = prep.i == start or prep.nbor(-1).text == ";" or (prep.i == start + 1 and prep.nbor(-1).is_punct)
    noun = next((c for c in prep.children if c.dep_ == "pobj"), None)
    if not first or prep.lower_ != "in" or noun is None:
        return False
    inside = {t.lower_ for t in noun.lefts}
    if noun.lemma_.lower() == "case":
        return bool(inside & _EXTREMES)
    if counted and noun.lower_ in _ORDINALS and not any(noun.rights):
        return True
    return _is_unreal(noun)


def _is_unreal(noun: Token) -> bool:
    """A novel, a joke, a war game."""
    told = [noun.lemma_.lower(), *([f"{noun.nbor(-1).lower_}-{noun.lemma_.lower()}"] if noun.i else [])]
    return any(words in grammar.words("unreal") for words in told)


def _tells(verb: Token) -> bool:
    """ "The novel tells how X", "X joked that Y", "an earlier version said that Z": what stands under the verb."""
    return verb.lemma_.lower() in grammar.words("joking") or any(
        c.dep_ == "nsubj" and (_is_unreal(c) or _is_corrected(c)) for c in verb.children
    )


def _is_corrected(noun: Token) -> bool:
    """ "An earlier version of this article": what it said is withdrawn."""
    return noun.lemma_.lower() == "version" and any(c.lower_ in _BEFORE for c in noun.lefts)
