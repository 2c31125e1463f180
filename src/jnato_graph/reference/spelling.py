"""Spelling: what counts as the same form, and the variants that English texts use of one name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans({"–": "-", "—": "-", "‑": "-", "’": "'", "‘": "'", "ʻ": "'", "ı": "i", "ø": "o", "Ø": "O",
                        "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae"})  # fmt: skip
_PAIRS = (
    ("Defence", "Defense"), ("defence", "defense"), ("Programme", "Program"), ("Centre", "Center"),
    ("Organisation", "Organization"), ("Labour", "Labor"),
)  # fmt: skip
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


def variants(surface: str) -> tuple[str, ...]:
    """`surface` and its other spellings: British and American, with and without diacritics, with an en dash."""
    forms = [surface]
    for left, right in _PAIRS:
        forms += [form.replace(a, b) for form in forms for a, b in ((left, right), (right, left)) if a in form]
    if not surface.isascii():
        forms += [strip_marks(form) for form in forms]
    forms += [form.replace("-", "–") for form in forms if "-" in form]
    forms += [form.replace("'", "’") for form in forms if "'" in form]
    return tuple(dict.fromkeys(forms))


@lru_cache(maxsize=4096)
def folded_title(title: str) -> str:
    """A title for comparison: `Minister for Foreign Affairs` and `Minister of Foreign Affairs` are one."""
    plain = fold(title).replace("defense", "defence")
    return " ".join(_TITLE_NOISE.sub(" ", plain).split())
