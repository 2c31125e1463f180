"""Carries what one place of a document tells of a name to the other places where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from jnato_graph.annotate.spans import Found, overlaps

LABELLED_BY_WORD = {"exercise": "Exercise", "operation": "Operation"}


def agreed(doc: Doc, finds: Iterable[Found], fixed: frozenset[Found]) -> list[Found]:
    """Give each name one label in the document: the most frequent, and of equals the first.

    `fixed` finds keep theirs; a name that may be a city or a government is decided by its sentence, not here.
    """
    finds = list(finds)
    votes: dict[str, Counter[str]] = {}
    for found in finds:
        if found not in fixed and found.label not in ("State", "Place"):
            votes.setdefault(found.text(doc), Counter())[found.label] += 1
    best = {text: labels.most_common(1)[0][0] for text, labels in votes.items()}
    return [
        found if found in fixed or found.label in ("State", "Place") else found._replace(label=best[found.text(doc)])
        for found in finds
    ]


def acronyms(doc: Doc, finds: Iterable[Found]) -> dict[str, str]:
    """Acronyms that stand in brackets behind a name, with its label: "Northern Ash Network (NAN)"."""
    known: dict[str, str] = {}
    for found in finds:
        inner = found.end + 1
        if found.end - found.start < 2 or inner + 1 > len(doc) or doc[found.end].text != "(":
            continue
        token = doc[inner] if inner < len(doc) else None
        if token is not None and inner + 1 < len(doc) and doc[inner + 1].text == ")" and is_acronym(token.text):
            initials = [word.text[0].upper() for word in doc[found.start : found.end] if word.text[0].isalnum()]
            if _in_order(token.text.upper(), initials, found.text(doc).upper()):
                known[token.text] = found.label
    return known


def is_acronym(text: str) -> bool:
    """Whether a word is written like one: two to nine letters, most of them capitals."""
    return 2 <= len(text) <= 9 and text[0].isupper() and sum(char.isupper() for char in text) >= 0.6 * len(text)


def _in_order(short: str, initials: list[str], long: str) -> bool:
    """Whether the letters of `short` come in `long` in that order, the first as a first letter."""
    if short[0] not in initials:
        return False
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
        if found.label == "Person" and len(words) > 1:
            forms.setdefault(words, "Person")
            if words[-1][0].isupper() and len(words[-1]) > 1 and words[-1] not in ("Jr.", "Jr", "Sr.", "II", "III"):
                forms.setdefault(words[-1:], "Person")
        elif (
            len(words) > 1
            and words[0][0].isupper()
            and words[-1][0].isalnum()
            and found.label not in ("State", "Place")
        ):
            forms.setdefault(words, found.label)
            if words[0].lower() in LABELLED_BY_WORD:
                forms.setdefault(words[1:], found.label)
    return forms


def repeated(doc: Doc, finds: list[Found], forms: dict[tuple[str, ...], str]) -> Iterator[Found]:
    """Other places of `forms` that no find touches."""
    if not forms:
        return
    taken = [False] * len(doc)
    for found in finds:
        for index in range(found.start, found.end):
            taken[index] = True
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
                for index in range(token.i, end):
                    taken[index] = True
                yield Found(token.i, end, forms[words])
                break


def without_overlaps(finds: Iterable[Found]) -> list[Found]:
    """The longest finds, none touching another, in the order of the text."""
    kept: list[Found] = []
    for found in sorted(set(finds), key=lambda f: (f.start - f.end, f.start)):
        if not any(overlaps(found, other) for other in kept):
            kept.append(found)
    return sorted(kept)
