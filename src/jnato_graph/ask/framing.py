"""Where the question itself begins, behind all that only asks for an answer."""

from __future__ import annotations

import re
from typing import Final

from spacy.tokens import Doc, Span, Token

from jnato_graph.ask.words import Words

WH: Final = frozenset({"who", "whom", "whose", "which", "what", "when", "where", "why", "how", "whether"})
_IN_WORD: Final = re.compile(r"['’\w-]")


_PERSONAL: Final = frozenset({"i", "me", "we", "us", "you", "my", "our", "please"})
_ASKING: Final = frozenset({"know", "ask", "wonder", "learn", "inquire", "enquire"})


def framing(doc: Doc, taken: set[int], words: Words) -> int:
    """Where the question itself begins: "I am writing a paper and would like to know | which allies ..."."""
    begin = _after_polite(doc, taken, words)
    for token in doc:
        named_before = any(i < token.i for i in taken) and not _takes_up(doc, token.i)
        if token.i > 0 and token.lower_ in WH and token.lower_ != "why" and not named_before:
            if _is_relative(token, begin, words):
                continue
            before = doc[: token.i]
            personal = any(each.lower_ in _PERSONAL or each.lemma_ in _ASKING for each in before)
            if personal or (any(each.text in (",", ":", ";") for each in before) and not _says_more(before, words)):
                while begin < token.i and not (doc[token.i - 1].pos_ == "ADP" and token.i - 1 == begin):
                    begin += 1
            break
    return begin


def _is_relative(token: Token, begin: int, words: Words) -> bool:
    """Whether a question word only says more of what is asked for before it: "the exercises in which Japan ..."."""
    verb = next((each for each in (token, *token.ancestors) if each.dep_ == "relcl"), None)
    if verb is None or not begin <= verb.head.i < token.i:
        return False
    noun = verb.head.lemma_.lower()
    return noun in words.labels and noun not in words.loose


def _after_polite(doc: Doc, taken: set[int], words: Words) -> int:
    """The first token behind all that only asks for an answer: "please compile for me a list of"."""
    text, at = doc.text.lower(), 0
    while phrase := next((each for each in words.polite if _starts_with(text[at:], each)), ""):
        behind = at + len(phrase)
        behind += len(text[behind:]) - len(text[behind:].lstrip(" ,:;"))
        if re.match(r"(?:about|on|of|for)\b", text[behind:]):
            break  # "tell me about" says what is wanted
        if behind >= len(text.rstrip(" ?.!")) or any(doc[i].idx < behind for i in taken):
            break
        at = behind
    return next((token.i for token in doc if token.idx >= at), 0)


def _starts_with(text: str, phrase: str) -> bool:
    return text.startswith(phrase) and not _IN_WORD.match(text, len(phrase))


def _says_more(before: Span, words: Words) -> bool:
    """Whether what stands before the question word is part of what is asked: "for each year, which ..."."""
    return any(
        (token.pos_ in ("NOUN", "VERB", "PROPN", "ADJ") and not {token.lemma_.lower(), token.lower_} & words.fillers)
        or token.lower_ in ("each", "every", "per")
        for token in before
    )


def _takes_up(doc: Doc, at: int) -> bool:
    """Whether the question from here on speaks of what was named before it: "about X: what of it?"."""
    mine = any(token.lower_ in ("i", "we", "my", "our") for token in doc[:at])
    return mine and any(token.lower_ in ("it", "them", "him", "her", "there") for token in doc[at:])
