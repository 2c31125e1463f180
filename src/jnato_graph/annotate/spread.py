"""Carries what one place of a document tells of a name to the other places where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from jnato_graph.annotate.spans import Found

LABELLED_BY_WORD = frozenset({"exercise", "operation"})
BY_SENTENCE = frozenset({"State", "Place"})
NO_SURNAMES = frozenset({"Jr.", "Jr", "Sr.", "II", "III"})


def agreed(doc: Doc, finds: Iterable[Found], fixed: frozenset[Found]) -> list[Found]:
    """Give each name one label in the document: the most frequent, and of equals the first.

    `fixed` finds keep theirs; a name that may be a city or a government is decided by its sentence, not here.
    """
    finds = list(finds)
    votes: dict[str, Counter[str]] = {}
    for found in finds:
        if found not in fixed and found.label not in BY_SENTENCE:
            votes.setdefault(found.text(doc), Counter())[found.label] += 1
    best = {text: labels.most_common(1)[0][0] for text, labels in votes.items()}
    return [
        found if found in fixed or found.label in BY_SENTENCE else found._replace(label=best[found.text(doc)])
        for found in finds
    ]


def acronyms(doc: Doc, finds: Iterable[Found]) -> Iterator[tuple[Found, int]]:
    """Names with an acronym in brackets behind them, and its token: "Northern Ash Network (NAN)"."""
    for found in finds:
        index = found.end + 1
        if found.end - found.start < 2 or index + 1 >= len(doc) or doc[found.end].text != "(":
            continue
        short = doc[index].text
        if doc[index + 1].text in (")", ";", ",") and is_acronym(short):
            initials = {word.text[0].upper() for word in doc[found.start : found.end]}
            if short[0] in initials and _in_order(short.upper(), found.text(doc).upper()):
                yield found, index


def is_acronym(text: str) -> bool:
    """Whether a word is written like one: two to nine letters, most of them capitals."""
    return 2 <= len(text) <= 9 and text[0].isupper() and sum(char.isupper() for char in text) >= 0.6 * len(text)


def _in_order(short: str, long: str) -> bool:
    """Whether the letters of `short` come in `long` in that order."""
    position = 0
    for letter in short:
        position = long.find(letter, position) + 1
        if not position:
            return False
    return True


def short_forms(doc: Doc, finds: Iterable[Found]) -> dict[tuple[str, ...], str]:
    """By their words: names found once, surnames of full names, names without "Exercise"; with their labels."""
    forms: dict[tuple[str, ...], str] = {}
    for found in finds:
        words = tuple(token.text for token in doc[found.start : found.end])
        if len(words) < 2 or not words[0][0].isupper():
            continue
        if found.label == "Person":
            forms.setdefault(words, "Person")
            if words[-1][0].isupper() and len(words[-1]) > 2 and words[-1] not in NO_SURNAMES:
                forms.setdefault(words[-1:], "Person")
        elif words[-1][0].isalnum() and found.label not in BY_SENTENCE:
            forms.setdefault(words, found.label)
            if words[0].lower() in LABELLED_BY_WORD:
                forms.setdefault(words[1:], found.label)
    return forms


def repeated(doc: Doc, finds: Iterable[Found], forms: dict[tuple[str, ...], str]) -> Iterator[Found]:
    """Other places of `forms` that no find touches."""
    taken = occupied(doc, finds)
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(forms, key=len, reverse=True):
        by_first.setdefault(words[0], []).append(words)
    for token in doc:
        for words in by_first.get(token.text, ()):
            end = token.i + len(words)
            if (
                end <= len(doc)
                and not any(taken[token.i : end])
                and all(doc[token.i + offset].text == word for offset, word in enumerate(words))
            ):
                taken[token.i : end] = b"\1" * len(words)
                yield Found(token.i, end, forms[words])
                break


def occupied(doc: Doc, finds: Iterable[Found]) -> bytearray:
    """For each token whether a find covers it."""
    taken = bytearray(len(doc))
    for found in finds:
        taken[found.start : found.end] = b"\1" * (found.end - found.start)
    return taken


def without_overlaps(doc: Doc, finds: Iterable[Found]) -> list[Found]:
    """The longest finds, none touching another, in the order of the text; of two as long, the one given first."""
    taken = bytearray(len(doc))
    kept: list[Found] = []
    for found in sorted(finds, key=lambda f: (f.start - f.end, f.start)):
        if not any(taken[found.start : found.end]):
            taken[found.start : found.end] = b"\1" * (found.end - found.start)
            kept.append(found)
    return sorted(kept)
