"""The names that are looked up in text: the project's reference data, and a list of towns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jnato_graph.packaged import data_lines, data_yaml
from jnato_graph.reference import load_reference

# A name of so many blanks is no ordinary phrase, in whatever case it stands ("science and technology organization").
FOLDED_SPACES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedName:
    """One meaning of a surface form.

    `folded`: letter case does not matter; `sure`: the form alone decides; `sort`: what sort of thing the reference data
    says it is (`capital`, `sea`, `ministry`).
    """

    text: str
    label: str
    key: str
    kind: str
    folded: bool
    sure: bool
    sort: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A listed name at `doc[start:end]` with all that it may mean."""

    start: int
    end: int
    meanings: tuple[ListedName, ...]


def listed_names() -> Iterator[ListedName]:
    """All names of the reference data, then the towns."""
    reference = load_reference()
    for form in reference.forms():
        yield ListedName(
            text=form.surface,
            label=form.label,
            key=form.key,
            kind=form.kind,
            folded=not form.case_sensitive or (form.surface.count(" ") >= FOLDED_SPACES and not form.ambiguous),
            sure=not form.ambiguous and form.kind not in ("capital", "surname"),
            sort=reference.entities[form.key].kind or "",
        )
    for town in town_names():
        yield ListedName(text=town, label="Place", key="", kind="town", folded=False, sure=False, sort="town")


def town_names() -> Iterator[str]:
    """Names of the world's towns (`data/towns.txt`, made from GeoNames); a hint that a word may be a place, no more."""
    yield from data_lines("towns.txt")


def key_of(surface: str, label: str) -> list[str]:
    """Keys of the listed things of `label` that bear the name `surface`."""
    return [form.key for form in load_reference().candidates(surface) if form.label == label]


def word_marks() -> dict[str, str]:
    """Marks of single lower-case words (`data/marks.yaml`): {"embassy": "office", ...}."""
    return {word: mark for mark, words in data_yaml("marks.yaml").items() for word in words}


def never_names() -> frozenset[str]:
    """Lower-case words that are written like names and are none (`data/no_names.txt`)."""
    return frozenset(data_lines("no_names.txt"))
