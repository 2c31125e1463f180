"""The reviewed data of `data/boilerplate.yaml`, compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final, Literal

from jnato_graph.errors import InputError
from jnato_graph.packaged import data_text
from jnato_graph.read.yaml_text import parse_yaml

Where = Literal["any", "head", "tail"]
Entries = Literal["short", "notes", "person", "all"]

_FILE: Final = "boilerplate.yaml"
_EDGES: Final = re.compile(r"^[\W_]+|[\W_]+$")
_QUOTES: Final = str.maketrans("’‘“”", "''\"\"")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """An expression that shows what a piece is, if it stands `where` and has no more than `words` words."""

    reason: str
    where: Where
    words: int
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Headings that begin a part of the page outside the article, and what such a part is made of."""

    reason: str
    entries: Entries
    headings: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """All that the read stage knows about what stands around an article."""

    reasons: dict[str, str]
    lines: dict[str, str]
    beside: dict[str, str]
    patterns: tuple[Pattern, ...]
    sections: tuple[Section, ...]
    reference_marks: re.Pattern[str]
    sentence_verbs: re.Pattern[str]
    author_verbs: re.Pattern[str]
    author_roles: re.Pattern[str]
    author_posts: re.Pattern[str]
    author_places: re.Pattern[str]
    author_goes_on: re.Pattern[str]
    author_particles: frozenset[str]
    author_titles: frozenset[str]
    speech: re.Pattern[str]
    bylines: re.Pattern[str]
    agencies: re.Pattern[str]
    credit_words: frozenset[str]
    menu: frozenset[str]
    published: re.Pattern[str]
    changed: re.Pattern[str]
    published_within: re.Pattern[str]
    changed_within: re.Pattern[str]
    credits: frozenset[str]
    other_events: re.Pattern[str]
    spoken: re.Pattern[str]
    kinds: re.Pattern[str]
    wires: re.Pattern[str]


@lru_cache(maxsize=1024)  # asked again and again for the pieces of the text at hand
def straight(text: str) -> str:
    """The same text, as long as before, with straight quotation marks."""
    return text.translate(_QUOTES)


@lru_cache(maxsize=1024)
def plainly(text: str) -> str:
    """A short line as it is looked up: small letters, straight quotation marks, nothing but words at its ends."""
    line = " ".join(straight(text).casefold().split())
    return _EDGES.sub("", line) or line


@cache
def rules() -> Rules:
    """The rules; InputError when the data file was damaged."""
    content = data_text(_FILE)
    try:
        return _compiled(parse_yaml(content, _FILE))
    except (KeyError, TypeError, AttributeError, re.error) as error:
        raise InputError(f"{_FILE}: damaged ({error!r}); install jnato-graph again") from error


def _compiled(data: dict[str, Any]) -> Rules:
    authors, references, publication = data["authors"], data["references"], data["publication"]
    return Rules(
        reasons=data["reasons"],
        lines=_by_phrase(data["lines"]),
        beside=_by_phrase(data["beside"]),
        patterns=tuple(
            Pattern(
                reason=entry["reason"],
                where=entry["where"],
                words=int(entry["words"]),
                pattern=re.compile(entry["pattern"], re.IGNORECASE),
                unless=re.compile(entry["unless"], re.IGNORECASE) if "unless" in entry else None,
            )
            for entry in data["patterns"]
        ),
        sections=tuple(
            Section(reason=entry["reason"], entries=entry["entries"], headings=frozenset(_phrases(entry["headings"])))
            for entry in data["sections"]
        ),
        reference_marks=re.compile(references["marks"], re.IGNORECASE),
        sentence_verbs=_any_of(references["verbs"]),
        author_verbs=_any_of(authors["verbs"]),
        author_roles=_any_of(authors["roles"]),
        author_posts=_any_of(authors["posts"]),
        author_places=_any_of(authors["places"]),
        author_goes_on=re.compile(f"^{_any_of(authors['goes_on']).pattern}", re.IGNORECASE),
        author_particles=frozenset(_parts(authors["particles"])),
        author_titles=frozenset(_parts(authors["titles"])),
        speech=_any_of(authors["speech"]),
        bylines=re.compile(authors["bylines"], re.IGNORECASE),
        agencies=_any_of(data["agencies"]),
        credit_words=frozenset(_parts(data["credit_words"])),
        menu=frozenset(_phrases(data["menu"])),
        published=re.compile(f"^{_any_of(publication['published']).pattern}", re.IGNORECASE),
        published_within=_any_of(publication["published"]),
        changed_within=_any_of(publication["changed"]),
        credits=frozenset(_parts(publication["credits"])),
        other_events=_any_of(publication["other_events"]),
        spoken=re.compile(f"^{_any_of(publication['spoken']).pattern}", re.IGNORECASE),
        changed=re.compile(f"^{_any_of(publication['changed']).pattern}", re.IGNORECASE),
        kinds=re.compile(f"^{_any_of(publication['kinds']).pattern}", re.IGNORECASE),
        wires=re.compile(rf"\((?P<name>{_any_of(publication['wires']).pattern})\)\s*[-–—]", re.IGNORECASE),
    )


def _parts(value: str) -> list[str]:
    return [part.strip().casefold() for part in value.split("|") if part.strip()]


def _phrases(value: str) -> list[str]:
    return [plainly(part) for part in _parts(value)]


def _by_phrase(groups: dict[str, str]) -> dict[str, str]:
    return {phrase: reason for reason, value in groups.items() for phrase in _phrases(value)}


def _any_of(value: str) -> re.Pattern[str]:
    longest_first = sorted(_parts(value), key=lambda part: (-len(part), part))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
