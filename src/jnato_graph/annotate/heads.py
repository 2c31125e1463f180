"""Labels a name of several words by its head noun, where the head leaves no doubt ("Halle Protocol": Agreement)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml
from spacy.tokens import Doc

from jnato_graph.annotate.spans import Found

LINKS = frozenset({"of", "in", "on", "for", "to", "between", "at", "against", "with", "from", "by", "and", "(", ","})
KEPT = frozenset({"Person", "State", "Place"})


def label_by_head(doc: Doc, found: Found) -> Found:
    """`found` with the label that its head noun demands."""
    if found.end - found.start < 2:
        return found
    head = head_of(doc, found)
    label = _heads().get(head)
    if label is None or label == found.label or (found.label in KEPT and doc[found.end - 1].lower_ != head):
        return found
    return found._replace(label=label)


def head_of(doc: Doc, found: Found) -> str:
    """The last word before a preposition, numbers left out, in lower case."""
    words: list[str] = []
    for token in doc[found.start : found.end]:
        if words and (token.lower_ in LINKS or token.text in "(,"):
            break
        if token.is_alpha:
            words.append(token.lower_)
    while len(words) > 1 and words[-1] in ("i", "ii", "iii", "iv"):
        words.pop()
    return words[-1] if words else ""


@cache
def _heads() -> Mapping[str, str]:
    text = (files("jnato_graph") / "data" / "heads.yaml").read_text(encoding="utf-8")
    return {word: label for label, words in yaml.safe_load(text).items() for word in words}
