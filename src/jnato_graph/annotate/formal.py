"""Names of a fixed build that nobody need have listed: "Exercise Steel Furrow", "Agreement between A and B on C"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from jnato_graph.annotate.repair_words import words
from jnato_graph.annotate.spans import Found

TREATIES = frozenset(
    {"Agreement", "Treaty", "Convention", "Memorandum", "Protocol", "Arrangement", "Accord", "Pact", "Declaration"}
)
SUBJECT = frozenset({"on", "concerning", "regarding", "for"})
INSIDE = frozenset({"of", "and", "the", "in", "to", "for", "between", "on"})
LONGEST = 4  # words of a code name
CALLED = frozenset({"called", "named", "dubbed", "codenamed", "code-named", "titled", "entitled"})
CLASSES = {
    "exercise": "Exercise", "drill": "Exercise", "manoeuvre": "Exercise", "operation": "Operation", "pact": "Agreement",
    "programme": "Programme", "program": "Programme", "fund": "Programme", "initiative": "Programme",
    "treaty": "Agreement",
    "agreement": "Agreement", "accord": "Agreement", "strategy": "Policy", "doctrine": "Policy",
}  # fmt: skip


def code_names(doc: Doc) -> Iterator[Found]:
    """ "Exercise Steel Furrow 25" is Steel Furrow 25; "Operation Ocean Shield" keeps its first word."""
    for token in doc[:-1]:
        if token.text not in ("Exercise", "Operation", "Op"):
            continue
        end = token.i + 1
        if token.text == "Exercise" and doc[end].is_digit:
            # "Counter-piracy Validation Exercise 2017"
            if (start := _capitals_before(doc, token.i)) < token.i:
                yield Found(start, end + 1, "Exercise")
            continue
        if token.text == "Operation" and doc[end : end + 3].text == "(Op)":
            end += 3
        while end < len(doc) and end - token.i <= LONGEST and _is_name(doc[end]):
            end += 1
        if end > token.i + 1 and not (end < len(doc) and end - token.i > LONGEST and _is_name(doc[end])):
            start = token.i + 1 if token.text == "Exercise" else token.i
            yield Found(start, end, "Exercise" if token.text == "Exercise" else "Operation")


def likened(doc: Doc) -> Iterator[Found]:
    """ "an Asian NATO", "a mini-NATO": another body than NATO; "Asian NATO partners" are its own."""
    for token in doc[1:]:
        if token.text not in words()["likened"]:
            continue
        after = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if after is not None and after.pos_ in ("NOUN", "PROPN") and after.lower_ not in words()["likened_noun"]:
            continue
        # "Indo-Pacific" is three tokens, "mini-" a word and a dash
        start = next((s for s in (token.i - 3, token.i - 2, token.i - 1) if _likens(doc, s, token.i)), None)
        if start is not None:
            yield Found(start, token.i + 1, "Organisation")


def _likens(doc: Doc, start: int, end: int) -> bool:
    return start >= 0 and doc[start:end].text in words()["likening"]


def _capitals_before(doc: Doc, index: int) -> int:
    """Where the words in capitals begin that stand before a token, hyphens and what they join with them."""
    start = index
    while start and index - start < 2 * LONGEST:
        word = doc[start - 1]
        joined = word.is_alpha and start > 1 and doc[start - 2].text in ("-", "–")
        if not (joined or word.text in ("-", "–") or (word.text[:1].isupper() and word.is_alpha)):
            break
        start -= 1
    while start < index and (doc[start].is_stop or not doc[start].text[:1].isupper()):
        start += 1
    return start


def called(doc: Doc) -> Iterator[Found]:
    """ "An exercise called ARC21", "a fund named Clear Waters": the name after the word has the class before it."""
    for token in doc[1:-1]:
        label = CLASSES.get(token.nbor(-1).lower_)
        if token.lower_ not in CALLED or label is None:
            continue
        start = token.i + 1 + (doc[token.i + 1].text in "'\"‘“")
        end = start
        while end < len(doc) and end - start <= LONGEST and (_is_name(doc[end]) or _is_code(doc[end])):
            end += 1
        if start < end <= start + LONGEST:
            yield Found(start, end, label)


def _is_code(token: Token) -> bool:
    return token.text[:1].isupper() and token.text.isalnum()


def treaties_between(doc: Doc) -> Iterator[Found]:
    """ "Agreement between Japan and NATO on the Security of Information": parties and subject are part of the name."""
    for token in doc[:-4]:
        if token.text not in TREATIES or doc[token.i + 1].lower_ != "between":
            continue
        at = next((t.i for t in doc[token.i + 2 : token.i + 16] if t.lower_ in SUBJECT or t.text in ".;:\n"), None)
        if at is None or doc[at].lower_ not in SUBJECT or not _parties(doc, token.i + 2, at):
            continue
        start, end = at + 1 + (doc[at + 1].lower_ == "the"), at + 1
        for word in doc[start : start + 12]:
            if not (_is_name(word) or word.lower_ in INSIDE):
                break
            end = word.i + 1 if _is_name(word) else end
        if end > start:
            yield Found(token.i, end, "Agreement")


def _is_name(token: Token) -> bool:
    return (token.text[0].isupper() and token.is_alpha) or (token.like_num and token.text.isdigit())


def _parties(doc: Doc, start: int, end: int) -> bool:
    return all(t.text[0].isupper() or t.lower_ in INSIDE or t.is_punct for t in doc[start:end]) and any(
        t.lower_ == "and" for t in doc[start:end]
    )
