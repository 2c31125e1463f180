"""What nobody's saved query answers: reasons, opinions, what is to come, how things are done, what words mean."""

from __future__ import annotations

import re
from typing import Final

from spacy.tokens import Doc, Token

from jnato_graph.ask.words import Words

TO_COME: Final = "what is to come"
_OWN: Final = frozenset(
    {"think", "feel", "like", "prefer", "recommend", "believe", "love", "speak", "able", "understand"}
)
_HOW_TO: Final = re.compile(
    r"\bhow (?:to|(?:do|can|could|would|does|might) (?:i|we|you|one))"
    r" (?!find|know|see|tell|get|go|reach|trace|link|connect)"
)
# What somebody in general does with the graph: "how does one get from Sweden to Russia?"
_LOOKING: Final = frozenset(
    {"find", "know", "see", "tell", "learn", "check", "get", "reach", "trace", "go", "link", "connect"}
)
_REASONS: Final = re.compile(
    r"\breasons?\b|\bcauses?\b|\bhow come\b|\brationale\b|\bjustifications?\b"
    r"|\bgrounds (?:given|cited|offered|stated|for|behind)\b"
    r"|\b(?:what|which) grounds\b"
    r"|\bwhat (?:explain|caus|motivat|prompt|trigger|drives\b|drove\b|led to\b|accounts? for\b)"
)
_MEANING: Final = re.compile(
    r"\bwhat (?:do|does|did) .*\b(?:mean|stand for)\b|\b(?:meaning|definition|abbreviation|acronym|etymology)\b"
)
_WRITING: Final = re.compile(
    r"^(?:please )?(?:(?:can|could|would) you )?(?:please )?(?:write|draft|compose)\b"
    r"(?! (?:down|out)\b).{0,40}?"
    r"\b(?:briefing|brief|essay|speech|memo|letter|e-?mail|article|paragraph|poem|note|talking points)\b"
)
_PARTIES: Final = re.compile(
    r"\b(?:which|what|whose) (?:political )?part(?:y|ies)\b.*"
    r"\b(?:belongs?|leads?|heads?|joined|represents?|won|win)\b"
)


def beyond(doc: Doc, begin: int, words: Words) -> str:
    """Why no saved query could answer: it asks for an opinion, a reason, or what is to come."""
    tokens = [token.lower_ for token in doc[begin:]]
    if "why" in tokens or _REASONS.search(doc.text.lower()):
        return "reasons"
    if len(tokens) > 1 and tokens[0] in words.command and not _is_noun_phrase(doc, begin):
        return "what is to be done; reports only show what is in the graph"
    asks_us = len(tokens) > 1 and tokens[1] in ("you", "it", "there", "anyone", "anybody")
    if {"would", "if"} <= set(tokens) or (tokens[:1] == ["would"] and not asks_us):
        return "what would be"
    if _HOW_TO.search(doc[begin:].text.lower()) or any(_is_anybody(token) for token in doc[begin:]):
        return "how things are done"
    if _MEANING.search(doc.text.lower()):
        return "what words mean"
    if _PARTIES.search(doc.text.lower()):
        return "party politics"
    if any(token.lower_ == "you" and token.dep_ == "nsubj" and token.head.lemma_ in _OWN for token in doc[begin:]):
        return "opinions"
    for token in doc[begin:]:
        if token.lower_ in words.beyond["opinion"] and token.pos_ == "AUX" and not _asks_for_data(doc, token.i):
            return "opinions"
        if (token.lower_ in words.beyond["future"] and token.pos_ == "AUX") or _is_going_to(token):
            return TO_COME
    return ""


def asks_for_text(text: str) -> bool:
    """Whether a text is to be written, which no saved query does: "draft a memo on Japan and NATO"."""
    return bool(_WRITING.search(text.lower()))


def _is_noun_phrase(doc: Doc, begin: int) -> bool:
    """Whether the first word is no order: "updates on Japan", "correct?"; an order has an object, or a particle."""
    first = doc[begin]
    return first.lower_ != first.lemma_.lower() or doc[begin + 1].pos_ in ("PUNCT", "VERB", "AUX", "ADP", "NUM")


def _is_anybody(token: Token) -> bool:
    """ "What gift does one bring?"; but not "one source", nor one that finds something out."""
    verb = token.head
    return (
        token.lower_ == "one"
        and token.dep_ == "nsubj"
        and verb.pos_ == "VERB"
        and verb.lemma_ not in _LOOKING
        and any(child.dep_ == "aux" and child.i < token.i for child in verb.children)
    )


def _is_going_to(token: Token) -> bool:
    """ "Who is going to win?"; but "who was going to host it?", and "going to Tokyo"."""
    now = any(child.lower_ in ("is", "are", "am", "'s", "’s", "'re", "’re") for child in token.children)
    return (
        token.lower_ == "going"
        and now
        and any(child.dep_ == "xcomp" and child.tag_ == "VB" for child in token.children)
    )


def _asks_for_data(doc: Doc, at: int) -> bool:
    """Whether "should" asks for no opinion: "I should be grateful for", and what of the data to check."""
    behind = doc[at + 1 : at + 3].text.lower().split()
    before = doc[at - 1].lower_ if at else ""
    if (before == "i" and at > 1) or behind[:2] == ["there", "be"]:
        return True  # "..., I must get it right"
    if before in ("i", "we") and behind[:1] in (["be"], ["like"], ["appreciate"]):
        return True
    somebody = behind[:1] in (["i"], ["we"], ["one"], ["a"], ["somebody"], ["anyone"])
    passive = behind[:1] == ["be"] or behind == ["to", "be"]
    checked = any(
        token.lemma_.lower() in ("check", "trust", "review", "verify", "doubt", "examine") for token in doc[at:]
    )
    return checked and (somebody or passive)
