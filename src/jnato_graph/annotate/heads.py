"""Labels a name of several words by its head noun, where the head leaves no doubt ("Halle Protocol": Agreement)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Doc

from jnato_graph.annotate.spans import Found
from jnato_graph.packaged import data_yaml

LINKS = frozenset({"of", "in", "on", "for", "to", "between", "at", "against", "with", "from", "by", "and", "(", ","})
NUMERALS = frozenset({"i", "ii", "iii", "iv"})
# First words that tell the label, whatever the name ends with ("Operation Cedar Truce").
SELF_NAMED = {"Operation": "Operation", "Exercise": "Exercise"}
# Waters and lands whose names go on behind "of": in "Gulf of Guinea Commission" the head is the last word.
WATERS = frozenset({"gulf", "sea", "bay", "strait", "straits", "horn", "lake", "isle"})


def label_by_head(doc: Doc, found: Found) -> Found:
    """`found` with a label that its head noun allows."""
    if found.end - found.start < 2:
        return found
    if (named := SELF_NAMED.get(doc[found.start].text)) and doc[found.start + 1].text[:1].isupper():
        return found._replace(label=named)
    labels = labels_of(head_of(doc, found))
    if not labels or found.label in labels:
        return found
    return found._replace(label=labels[0])


def labels_of(head: str) -> tuple[str, ...]:
    """What a head noun can name, the likeliest first; of a plural what its singular can."""
    heads = _heads()
    if head in heads or not head.endswith("s") or head.endswith("ss"):
        return heads.get(head, ())
    return heads.get(head[:-1]) or heads.get(f"{head[:-3]}y" if head.endswith("ies") else head, ())


def head_of(doc: Doc, found: Found) -> str:
    """The last word before a preposition, numbers left out, in lower case."""
    words: list[str] = []
    for token in doc[found.start : found.end]:
        if words and (token.lower_ in LINKS or token.text in "(,"):
            if token.lower_ == "of" and words == [doc[found.start].lower_] and words[0] in WATERS:
                continue
            break
        if token.is_alpha or "-" in token.text:
            words.append(token.lower_)
    while len(words) > 1 and words[-1] in NUMERALS:
        words.pop()
    return words[-1] if words else ""


@cache
def _heads() -> Mapping[str, tuple[str, ...]]:
    """What each head noun can name, the likeliest first (`data/heads.yaml`)."""
    data = data_yaml("heads.yaml")
    heads = {head: tuple(group["labels"]) for group in data["among"] for head in group["heads"]}
    return heads | {head: (label,) for label, group in data["decides"].items() for head in group}


@cache
def explaining() -> Mapping[str, str]:
    """What a noun that explains a name tells of its label (`explains` in `data/heads.yaml`)."""
    data = data_yaml("heads.yaml")
    return {noun: label for label, nouns in data["explains"].items() for noun in nouns.split()}
