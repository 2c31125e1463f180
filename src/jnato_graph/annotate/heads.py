"""Labels a name of several words by its head noun, where the head leaves no doubt ("Halle Protocol": Agreement)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml
from spacy.tokens import Doc

from jnato_graph.annotate.spans import Found

LINKS = frozenset({"of", "in", "on", "for", "to", "between", "at", "against", "with", "from", "by", "and", "(", ","})
NUMERALS = frozenset({"i", "ii", "iii", "iv"})


def label_by_head(doc: Doc, found: Found) -> Found:
    """`found` with a label that its head noun allows."""
    if found.end - found.start < 2:
        return found
    labels = _heads().get(head_of(doc, found), ())
    if not labels or found.label in labels:
        return found
    return found._replace(label=labels[0])


def head_of(doc: Doc, found: Found) -> str:
    """The last word before a preposition, numbers left out, in lower case."""
    words: list[str] = []
    for token in doc[found.start : found.end]:
        if words and (token.lower_ in LINKS or token.text in "(,"):
            break
        if token.is_alpha or "-" in token.text:
            words.append(token.lower_)
    while len(words) > 1 and words[-1] in NUMERALS:
        words.pop()
    return words[-1] if words else ""


@cache
def _heads() -> Mapping[str, tuple[str, ...]]:
    """What each head noun can name, the likeliest first (`data/heads.yaml`)."""
    data = yaml.safe_load((files("jnato_graph") / "data" / "heads.yaml").read_text(encoding="utf-8"))
    heads = {head: tuple(group["labels"]) for group in data["among"] for head in group["heads"]}
    return heads | {head: (label,) for label, group in data["decides"].items() for head in group}
