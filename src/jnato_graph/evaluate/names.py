"""When two names are taken to mean the same, and two quotes to be the same passage."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

_SMALL_WORDS: Final = frozenset({"the", "a", "an", "of", "in", "at", "on", "for", "and", "to", "with", "s"})
_DASHES = re.compile(r"[‐-―/]")
_POSSESSIVE = re.compile(r"['’]s\b")
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_ARTICLE = re.compile(r"^(the|a|an) ")
_ENOUGH: Final = 0.5
"""The share of a longer name that a shorter one must be, to be a short form of it."""
_ENOUGH_OF_A_QUOTE: Final = 0.6
_NEVER_EQUAL: Final = 0.99
"""A short form that has all the words counts less than an equal name."""


def normal(name: str) -> str:
    """The words of a name: no case, accents, punctuation, possessive or leading article."""
    name = _POSSESSIVE.sub("", _DASHES.sub(" ", name))
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return _ARTICLE.sub("", _NOT_A_WORD.sub(" ", plain).strip())


def normal_names(names: Iterable[str]) -> frozenset[str]:
    """The normal forms of several names, without empty ones."""
    return frozenset(filter(None, map(normal, names)))


def likeness(names: frozenset[str], others: frozenset[str]) -> float:
    """How well two sets of normal names agree: the number of equal ones; where there are none, below 1, how much of a
    longer name a shorter one is; 0 when that is less than half.
    """
    if same := len(names & others):
        return float(same)
    best = 0.0
    for mine in map(_weighty, names):
        for theirs in map(_weighty, others):
            if mine and theirs and (mine <= theirs or theirs <= mine):
                best = max(best, min(len(mine), len(theirs)) / max(len(mine), len(theirs)))
    return best * _NEVER_EQUAL if best >= _ENOUGH else 0.0


def _weighty(name: str) -> frozenset[str]:
    return frozenset(name.split()) - _SMALL_WORDS


def same_passage(quote: str, others: Iterable[str]) -> bool:
    """Whether `quote` holds one of `others`, lies within one, or has six in ten of its words."""
    words = frozenset((mine := normal(quote)).split())
    if not words:
        return False
    for theirs in map(normal, others):
        needed = frozenset(theirs.split())
        if theirs in mine or mine in theirs or len(words & needed) >= _ENOUGH_OF_A_QUOTE * len(needed):
            return True
    return False
