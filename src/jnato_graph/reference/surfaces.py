"""The surface forms that an entry lists, with their marks, orders and spellings."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Any, Final, NamedTuple

from jnato_graph.reference.files import listed
from jnato_graph.reference.model import Form, FormKind
from jnato_graph.reference.spelling import variants

LOOSE: Final = frozenset({"Agreement", "Policy", "Event", "Office", "Programme"})
"""Labels whose names of several words are also written in lower case ("liaison office in Tokyo")."""

EASED: Final = frozenset({"ministry", "armed service", "armed forces", "coast guard", "parliament"})
"""Kinds of organisations whose names are half common nouns: "the Polish defence ministry"."""

_FIELDS: Final[tuple[tuple[str, FormKind], ...]] = (
    ("name", "name"),
    ("aliases", "alias"),
    ("adjectives", "adjective"),
    ("people", "people"),
    ("seats", "seat"),
)


class Written(NamedTuple):
    """A form as an entry lists it: `?` at its end makes it ambiguous, `~` lets it stand in any case."""

    text: str
    kind: FormKind
    ambiguous: bool = False
    loose: bool = False


def written(raw: Mapping[str, Any], label: str) -> tuple[Written, ...]:
    """All forms of a raw entry, in the order of its fields, each once; surnames last."""
    found: dict[tuple[str, bool], Written] = {}
    for field, kind in _FIELDS:
        for item in (raw.get("name", ""),) if field == "name" else listed(raw.get(field)):
            form = _unmarked(item, kind)
            found.setdefault((form.text, False), form)
    if label == "Person":
        for text in _orders(raw):
            found.setdefault((text, False), Written(text, "alias"))
        for text in _surnames(raw):
            found.setdefault((text, True), Written(text, "surname"))
    return tuple(found.values())


def forms(
    key: str, label: str, listing: tuple[Written, ...], *, silent: bool = False, eased: Container[str] = ()
) -> Iterator[Form]:
    """The forms of an entity with their spelling variants.

    A `silent` one is not known by its name. A form whose first word is one of `eased` may stand in any case ("Danish
    navy", "French foreign ministry": the word that tells which is there).
    """
    seen = set()
    for text, kind, ambiguous, loose in listing:
        if silent and kind == "name":
            continue
        for surface, folded in variants(text):
            if surface not in seen:
                seen.add(surface)
                exact = not loose and (label not in LOOSE or " " not in surface) and _first(surface) not in eased
                yield Form(surface, key, label, exact, kind, ambiguous, folded)


def _first(surface: str) -> str:
    """The first word of a form of several, without a genitive."""
    first, blank, _ = surface.partition(" ")
    return first.removesuffix("'s").removesuffix("’s") if blank else ""


def unmarked(item: str) -> str:
    """A form without its marks."""
    return item.rstrip("?~ ")


def _unmarked(item: str, kind: FormKind) -> Written:
    text = item.rstrip("?~ ")
    marks = item[len(text) :]
    return Written(text, kind, "?" in marks, "~" in marks)


def _surnames(raw: Mapping[str, Any]) -> tuple[str, ...]:
    words = str(raw.get("name", "")).split()
    if not words:
        return ()
    return listed(raw.get("surname")) or (words[0 if raw.get("order") == "family-first" else -1],)


def _orders(raw: Mapping[str, Any]) -> tuple[str, ...]:
    """The other order of an East Asian name: `order: japanese` is a name written western, `family-first` is not."""
    order, words = raw.get("order"), str(raw.get("name", "")).split()
    if len(words) < 2 or order is None:
        return ()
    if order == "japanese":
        first = " ".join(words[:-1])
        return (f"{words[-1]} {first}", f"{words[-1].upper()} {first}")
    family, given = words[0], words[1].split("-") if len(words) == 2 else words[1:]
    joined = {" ".join(given), "-".join(given), "-".join([given[0], *(part.lower() for part in given[1:])])}
    joined |= {" ".join(part.capitalize() for part in given), "-".join(part.capitalize() for part in given)}
    orders = [f"{family} {name}" for name in sorted(joined)] + [f"{name} {family}" for name in sorted(joined)]
    return tuple(form for form in orders if form != " ".join(words))
