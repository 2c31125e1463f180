"""Spelling: what counts as the same form, and the variants that English texts use of one name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_PLAIN = str.maketrans({"–": "-", "—": "-", "‑": "-", "’": "'", "‘": "'", "ʻ": "'", "ı": "i", "ø": "o", "Ø": "O",
                        "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae",
                        "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th"})  # fmt: skip
BRITISH_AND_AMERICAN = (
    ("Defence", "Defense"), ("defence", "defense"), ("Programme", "Program"), ("Centre", "Center"),
    ("Organisation", "Organization"), ("Labour", "Labor"),
)  # fmt: skip
_PAIRED = re.compile("|".join(word for pair in BRITISH_AND_AMERICAN for word in pair))
_TITLE_NOISE = re.compile(r"\b(the|of|for|and)\b|[^\w\s]")


@lru_cache(maxsize=65536)
def fold(surface: str) -> str:
    """The form under which surfaces are compared: no case, no diacritics, plain dashes and apostrophes."""
    return " ".join((surface if surface.isascii() else strip_marks(surface)).casefold().split())


def strip_marks(surface: str) -> str:
    """`surface` with plain letters, dashes and apostrophes: `Élysée` → `Elysee`, `Türkiye` → `Turkiye`."""
    plain = surface.translate(_PLAIN)
    if plain.isascii():
        return plain
    return "".join(char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char))


def slug(name: str) -> str:
    """A key made of a name: `Washington, D.C.` → `washington-dc`."""
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['.]", "", strip_marks(name).lower())).strip("-")


def variants(surface: str) -> Iterator[tuple[str, str]]:
    """`surface` and its other spellings, each with its folded form.

    British and American, with and without diacritics, with plain and with typographic dashes and apostrophes.
    """
    spelt = [surface]
    for left, right in BRITISH_AND_AMERICAN if _PAIRED.search(surface) else ():
        if left in surface:
            spelt += [form.replace(left, right) for form in spelt]
        elif right in surface:
            spelt += [form.replace(right, left) for form in spelt]
    for form in spelt:
        folded = fold(form)
        yield form, folded
        if form.isascii() and "-" not in form and "'" not in form:
            continue  # most forms: nothing in them is spelt otherwise
        bare = form if form.isascii() else strip_marks(form)
        others = (bare, form.replace("-", "–"), form.replace("'", "’"), bare.replace("-", "–"), bare.replace("'", "’"))
        for other in dict.fromkeys(others):
            if other != form:
                yield other, folded


@lru_cache(maxsize=4096)
def folded_title(title: str) -> str:
    """A title for comparison: `Minister for Foreign Affairs` and `Minister of Foreign Affairs` are one."""
    plain = fold(title).replace("defense", "defence")
    return " ".join(_TITLE_NOISE.sub(" ", plain).split())
