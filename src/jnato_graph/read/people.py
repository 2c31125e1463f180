"""Names of authors, and the notes on who they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from jnato_graph.read.rules import rules, straight

_TOKEN: Final = re.compile(r"\([^)]{1,12}\)|[^\s,]+|,")
_NAME_TOKEN: Final = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w'’.-]*")
_TOKENS: Final = range(2, 6)  # how many a full name has
_LONGEST_NOTE: Final = 130
_EARLY: Final = 16  # words after the verb within which a note says what the author is


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """The people that a text begins with, and what it goes on to say after their names."""

    names: tuple[str, ...]
    rest: str


def names_in(text: str) -> tuple[str, ...]:
    """The people's names that make up a whole line ("Dr Jane Doe and John Smith"), without titles; else none."""
    found = _introduction(text.rstrip(" .:"))
    return found.names if found and not found.rest else ()


def _introduction(text: str) -> Introduction | None:
    names: list[str] = []
    current: list[str] = []
    end = 0
    tokens = list(_TOKEN.finditer(text))
    for match in tokens:
        token = match[0]
        if token in {",", "and", "&"}:
            names.append(" ".join(current))
            current = []
        elif token.casefold() in rules().author_titles or straight(token).casefold() in rules().author_titles:
            pass
        elif _NAME_TOKEN.fullmatch(token) or (token in rules().author_particles and current):
            current.append(token)
        else:
            break
        end = match.end()
    names.append(" ".join(current))
    names = [name for name in names if name]
    if not names or any(len(name.split()) not in _TOKENS for name in names):
        return None
    return Introduction(names=tuple(names), rest=text[end:].strip())


def biography(text: str, known: Sequence[str] = ()) -> tuple[str, ...] | None:
    """The authors that a note is on, when it is one: "Jane Doe is a senior fellow at ..."; else None.

    The people in `known` are authors already, so that any note on them counts. A note that tells what somebody said is
    none.
    """
    words = text.split()
    if not 4 <= len(words) <= _LONGEST_NOTE or rules().speech.search(text):
        return None
    if match := re.match(r"the (?:authors?|writers?) ", text, re.IGNORECASE):
        return () if _is_about_an_author(text[match.end() :]) else None
    found = _introduction(text)
    if found is None:
        return None
    if any(same_person(name, other) for name in found.names for other in known):
        return found.names if rules().author_verbs.match(found.rest) else None
    return found.names if _is_about_an_author(found.rest) else None


def _is_about_an_author(rest: str) -> bool:
    apposition = re.match(r"(?:a|an|the)\s", rest)  # "Jane Doe, a fellow at ..., writes on ..."
    if not apposition and not rules().author_verbs.match(rest):
        return False
    early = " ".join(rest.split()[:_EARLY])
    if rules().author_roles.search(early):
        return True
    return bool(rules().author_posts.search(early) and rules().author_places.search(rest))


def goes_on_about(text: str) -> bool:
    """Whether a piece after an author's note still speaks of the author."""
    return len(text.split()) <= _LONGEST_NOTE // 2 and bool(rules().author_goes_on.match(text))


def family_name(name: str) -> str:
    """The last part of a name, by which a text would come back to somebody."""
    return name.split()[-1]


def same_person(one: str, other: str) -> bool:
    """Whether two names agree in their first and last parts."""
    a, b = one.casefold().split(), other.casefold().split()
    return bool(a and b) and (a[0], a[-1]) == (b[0], b[-1])
