"""Whether a capital in a sentence is the city or the government: "Tokyo objected" or "in Tokyo".

A linear model over the words beside it and its place in the dependency tree. Its weights are learned from the gold
sentences by `training/train_capitals.py`; only features that mattered are kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Doc, Span, Token

from jnato_graph.packaged import data_text, data_yaml

# How much the recogniser's own view counts, in units of log-odds; found by cross-validation.
RECOGNISER = 0.75
LONGEST_LIST = 8
# Where somebody goes is a city, whatever else the sentence says of it.
REACHED = frozenset({"visit", "tour", "reach", "leave", "transit"})
TRAVELS = frozenset({
    "travel", "fly", "sail", "drive", "come", "return", "proceed", "journey", "visit", "trip", "tour", "flight",
    "voyage", "stopover", "arrival", "head", "depart", "arrive",
})  # fmt: skip


TOWNS = frozenset({"capital", "city", "town", "port"})
SETTING_OUT = frozenset({"leave", "depart", "head", "embark"})


def acts(span: Span, recognised: str | None = None) -> bool:
    """Whether the capital `span` stands for its government; `recognised` is the recogniser's label for it, if any."""
    if is_goal(span):
        return False
    weights = _weights()
    score = sum(weights.get(feature, 0.0) for feature in features(span))
    return score + {"State": RECOGNISER, "Place": -RECOGNISER}.get(recognised or "", 0.0) > 0


def is_goal(span: Span) -> bool:
    """Whether somebody travels there, or something is based there; the second of two cities goes with the first."""
    doc, token = span.doc, span.root
    if span.end + 1 < len(doc) and doc[span.end].text in ("-", "–") and doc[span.end + 1].lower_ == "based":
        return True
    if span.start > 2 and doc[span.start - 2 : span.start].text == ")," and doc[span.start - 3].is_upper:
        return True  # "the Centre (CCDCOE), Tallinn"
    for _ in range(LONGEST_LIST):
        if token.dep_ != "conj":
            break
        token = token.head
    head = token.head
    if token.dep_ == "pobj" and head.lower_ == "of" and head.head.lower_ in TOWNS:
        return True  # "the Estonian capital of Tallinn"
    if token.dep_ == "dobj":
        return head.lemma_.lower() in REACHED
    if token.dep_ != "pobj":
        return False
    above = head.head
    if above.lower_ in ("on", "back", "onwards", "over") and above.pos_ in ("ADP", "ADV"):
        above = above.head  # "travelled on to Riga"
    lemma = above.lemma_.lower()
    if head.lower_ == "for":
        return lemma in SETTING_OUT and above.pos_ == "VERB" and not any(c.dep_ == "dobj" for c in above.children)
    if head.lower_ != "to":
        return False
    return lemma in TRAVELS or (lemma == "go" and any(c.dep_ == "nsubj" and _may_travel(c) for c in above.children))


def _may_travel(subject: Token) -> bool:
    """Whether it is somebody and not something that goes: "Abe went to Riga", not "the contract went to Riga"."""
    return subject.pos_ in ("PROPN", "PRON")


def features(span: Span) -> Iterator[str]:
    """What is known of a capital where it stands."""
    doc, cues = span.doc, _cues()
    before, after = _word(doc, span.start - 1), _word(doc, span.end)
    yield "bias"
    yield f"before={before}"
    yield f"after={after}"
    yield f"both={before}_{after}"
    yield f"after2={after}_{_word(doc, span.end + 1)}"
    yield f"before2={_word(doc, span.start - 2)}_{before}"
    yield f"before-tag={doc[span.start - 1].tag_ if span.start else ''}"
    yield f"after-tag={doc[span.end].tag_ if span.end < len(doc) else ''}"
    yield f"before-cue={cues.get(before, '')}"
    if span.text.isupper() and len(span.text) > 3:
        yield "capitals"
        if not span.start or "\n" in doc[span.start - 1].text:
            yield "dateline"
    token, hops = span.root, 0
    yield from _arcs(token, "own", cues)
    while token.dep_ == "conj" and hops < LONGEST_LIST:
        token, hops = token.head, hops + 1
    if hops:
        yield "listed"
        yield from _arcs(token, "first", cues)
    for child in span.root.children:
        yield f"child={child.dep_}"


def _arcs(token: Token, whose: str, cues: Mapping[str, str]) -> Iterator[str]:
    head = token.head
    yield f"{whose}-dep={token.dep_}"
    yield f"{whose}-head={token.dep_}:{head.lemma_.lower()}"
    yield f"{whose}-head-pos={token.dep_}:{head.pos_}"
    yield f"{whose}-head-cue={token.dep_}:{cues.get(head.lemma_.lower(), '')}"
    if token.dep_ == "pobj":
        above = head.head
        yield f"{whose}-above={head.lower_}:{above.lemma_.lower()}"
        yield f"{whose}-above-cue={head.lower_}:{cues.get(above.lemma_.lower(), '')}"
        yield f"{whose}-above-pos={head.lower_}:{above.pos_}"
    elif token.dep_ in ("poss", "compound", "amod", "nmod"):
        yield f"{whose}-over={token.dep_}:{head.dep_}"


def _word(doc: Doc, index: int) -> str:
    if not 0 <= index < len(doc):
        return "|"
    token = doc[index]
    return "0" if token.like_num else token.lower_.strip() or "|"


@cache
def _cues() -> Mapping[str, str]:
    return {word: cue for cue, words in data_yaml("capital_cues.yaml").items() for word in words}


@cache
def _weights() -> Mapping[str, float]:
    weights: dict[str, float] = json.loads(data_text("capital_weights.json"))
    return weights
