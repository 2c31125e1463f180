"""Slips of spelling: a word that is neither English nor a name is taken for the word of the reports nearest to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from string import ascii_lowercase
from typing import Final
from weakref import WeakKeyDictionary

from spacy.language import Language

from jnato_graph.reference import load_reference

SHORTEST: Final = 5
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_QUOTED: Final = re.compile(r"[\"“”«»][^\"“”«»]*[\"“”«»]")


def mend(
    text: str, nlp: Language, vocabulary: frozenset[str], names: frozenset[str], misspelt: Mapping[str, str]
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text with slips mended, and what was read for what. Names, English words and quoted text are left alone.

    A slip is one letter too few, too many or another, or two changed places, in a word of five letters or more; shorter
    ones are those of `misspelt`.
    """
    slips: list[tuple[str, str]] = []
    quoted = [range(*match.span()) for match in _QUOTED.finditer(text)]
    english = _english(nlp)

    def read(match: re.Match[str]) -> str:
        word = match[0]
        lowered = word.lower()
        if any(match.start() in each for each in quoted):
            return word
        if word[0].isupper() and lowered.removesuffix("s") in _states() and lowered not in _name_words():
            owner = f"{word[:-1]}'s"
            slips.append((word, owner))
            return owner
        if word != lowered and match.start() > 0:
            state = (
                ""
                if not (english and word.istitle()) or _is_known(lowered, vocabulary, names, english)
                else _state(lowered)
            )
            slips.extend([(word, state)] if state else [])
            return state or word
        meant = misspelt.get(lowered, "") or _plural(lowered, vocabulary)
        if (
            not meant
            and len(word) >= SHORTEST
            and word.isascii()
            and english
            and not _is_known(lowered, vocabulary, names, english)
        ):
            meant = _nearest(lowered, vocabulary) or _state(lowered)
        if not meant:
            return word
        meant = meant[0].upper() + meant[1:] if word[0].isupper() else meant
        slips.append((word, meant))
        return meant

    return _WORD.sub(read, text), tuple(slips)


def _is_known(word: str, vocabulary: frozenset[str], names: frozenset[str], english: frozenset[str]) -> bool:
    forms = {*_stems(word), *(stem for part in re.split(r"['’-]", word) for stem in _stems(part))}
    return word in _inflected(vocabulary) or not all(map(forms.isdisjoint, (english, names, _name_words())))


def _stems(word: str) -> Iterator[str]:
    """What a word may be a form of."""
    yield word
    for ending in ("s", "es", "ed", "d", "ing", "er", "ers", "ly"):
        if word.endswith(ending) and (ending != "d" or word.endswith("ed")):
            stem = word[: -len(ending)]
            yield stem
            if ending in ("ing", "ed", "er", "ers"):
                yield stem + "e"
    for ending in ("ies", "ied", "ily"):
        if word.endswith(ending):
            yield word[:-3] + "y"


def _plural(word: str, vocabulary: frozenset[str]) -> str:
    """ "entities" for "entitys"."""
    right = word[:-2] + "ies"
    return right if re.search(r"[^aeiou]ys$", word) and right in _inflected(vocabulary) else ""


def _nearest(word: str, vocabulary: frozenset[str]) -> str:
    """The word of the vocabulary at one slip from it; "" when there is none."""
    forms = _inflected(vocabulary)
    found = {each for each in _one_slip(word) if each in forms and len(each) >= SHORTEST - 1}
    return min(
        found,
        key=lambda each: (each[0] != word[0], each[-1] != word[-1], sorted(each) != sorted(word), each),
        default="",
    )


def _state(word: str) -> str:
    """The one state at one slip from a word: "Ukraine" for "ukrane"."""
    found = set(_one_slip(word)) & _states().keys()
    return _states()[found.pop()] if len(found) == 1 and len(word) > SHORTEST else ""


@cache
def _states() -> Mapping[str, str]:
    """The states of one word, by their names in small letters."""
    names = (entity.name for entity in load_reference().entities.values() if entity.label == "State")
    return {name.lower(): name for name in names if name.isalpha()}


def _one_slip(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        before, behind = word[:at], word[at:]
        if behind:
            yield before + behind[1:]
            yield from (before + letter + behind[1:] for letter in ascii_lowercase)
        if len(behind) > 1:
            yield before + behind[1] + behind[0] + behind[2:]
        yield from (before + letter + behind for letter in ascii_lowercase)


@cache
def _inflected(vocabulary: frozenset[str]) -> frozenset[str]:
    """The words with their regular forms."""
    found: set[str] = set()
    for word in vocabulary:
        found |= {word} if word.endswith("s") else {word, word + "s"}
        if len(word) > 3:
            found |= {word + "ed", word + "ing"}
        if word.endswith("e"):
            found |= {word + "d", word[:-1] + "ing"}
        if re.search(r"[^aeiou]y$", word):
            found |= {word[:-1] + "ies", word[:-1] + "ied"}
        if re.search(r"(?:s|x|z|ch|sh)$", word):
            found.add(word + "es")
    return frozenset(found)


@cache
def _name_words() -> frozenset[str]:
    """All words of the names in the reference data."""
    found: set[str] = set()
    for entity in load_reference().entities.values():
        for name in (entity.name, *entity.aliases):
            found.update(word.lower() for word in _WORD.findall(name))
    return frozenset(found)


_ENGLISH: WeakKeyDictionary[Language, frozenset[str]] = WeakKeyDictionary()


def _english(nlp: Language) -> frozenset[str]:
    """The words that the pipeline's lemmatizer knows, and the small words; empty when it brings no list."""
    if nlp not in _ENGLISH:
        lemmatizer = nlp.get_pipe("lemmatizer") if nlp.has_pipe("lemmatizer") else None
        lookups = getattr(lemmatizer, "lookups", None)
        words: set[str] = set()
        if lookups is not None and lookups.has_table("lemma_index"):
            for listed in lookups.get_table("lemma_index").values():
                words.update(listed)
            for forms in lookups.get_table("lemma_exc", {}).values():
                words.update(forms)
            words |= nlp.Defaults.stop_words | {"ought"}
        _ENGLISH[nlp] = frozenset(words)
    return _ENGLISH[nlp]
