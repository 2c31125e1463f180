"""The words of an attribution: whom a noun phrase names as the speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


THEY = "they"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The words of an attribution (without article), and which of `doc.spans["mentions"]` it is, if any."""

    text: str
    mention: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A stretch of speech: tokens `scope`, said by `speaker`. `verb` is the reporting verb's index or -1."""

    scope: frozenset[int]
    speaker: Speaker
    verb: int
    kind: str


def speaker_of(head: Token, doc: Doc) -> Speaker | None:
    """The speaker that the noun phrase of `head` names: a mention where it is one, else its words."""
    mentions = list(doc.spans.get("mentions", ()))
    best = _mention_at(head, mentions)
    if best is None:
        for child in head.children:
            if child.dep_ in ("appos", "flat") or (child.dep_ == "compound" and child.ent_type_ == "PERSON"):
                index = _mention_at(child, mentions)
                if index is not None and mentions[index].label_ == "Person":
                    best = index
                    break
    if best is None and head.pos_ == "PRON":
        return _anaphor_speaker(head, doc, mentions)
    if best is not None:
        return Speaker(text=mentions[best].text, mention=best)
    if head.pos_ not in ("NOUN", "PROPN", "NUM", "PRON", "ADJ", "DET"):
        return None
    return Speaker(text=_words(head))


def _mention_at(token: Token, mentions: list[Span]) -> int | None:
    """The mention that `token` heads; of nested ones the longest, a person before all."""
    inside = [
        i
        for i, m in enumerate(mentions)
        if m.start <= token.i < m.end and (m.root.i == token.i or m.label_ == "Person")
    ]
    inside = inside or [i for i, m in enumerate(mentions) if m.end - 1 == token.i]
    return min(
        inside, key=lambda i: (mentions[i].label_ != "Person", -(mentions[i].end - mentions[i].start)), default=None
    )


def _anaphor_speaker(head: Token, doc: Doc, mentions: list[Span]) -> Speaker | None:
    for anaphor in doc.spans.get("anaphors", ()):
        if anaphor.start <= head.i < anaphor.end and (antecedents := anaphor._.antecedents):
            return Speaker(text=mentions[antecedents[0]].text, mention=antecedents[0])
    if head.lower_ in ("he", "she"):
        before = [i for i, m in enumerate(mentions) if m.label_ == "Person" and m.end <= head.i and head.i - m.end < 80]
        if before:
            return Speaker(text=mentions[before[-1]].text, mention=before[-1])
    return None


_LEFT_OUT = frozenset({"relcl", "acl", "appos", "punct", "cc", "conj", "advcl", "npadvmod"})


def _words(head: Token) -> str:
    left = head.left_edge.i
    right = head.i
    for child in head.rights:
        if child.dep_ in _LEFT_OUT:
            break
        right = max(right, child.right_edge.i)
    text = head.doc[left : right + 1].text
    text = text.split(",")[0].strip(' “”"–—-')
    return re.sub(r"^(?:the|a|an)\s", "", text, flags=re.IGNORECASE)
