"""Names of persons from Korea and Taiwan: a family name with a given name of two joined syllables, "Wi Sung-lac"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

from spacy.tokens import Doc

from jnato_graph.annotate.spans import Found
from jnato_graph.packaged import data_yaml

DASHES = frozenset({"-", "‑", "–"})
LENGTH = 4  # tokens: family name, syllable, dash, syllable


def hyphenated(doc: Doc, names: Collection[tuple[int, int]]) -> Iterator[Found]:
    """Each such name of `doc`; not where a listed name (`names`: first token, token behind the last) ends in it."""
    words = _words()
    within = {(start, end) for start, end in names if end - start <= LENGTH}
    families = words["korea"] | words["taiwan"]
    for token in doc[: -LENGTH + 1]:
        if token.text not in families or token.whitespace_ != " ":
            continue
        if token.text in words["first"] and (token.i == 0 or not doc[token.i - 1].text[-1].isalnum()):
            continue  # "No Anti-war march": an ordinary word that begins a sentence
        first, dash, second = doc[token.i + 1 : token.i + LENGTH]
        if (
            dash.text in DASHES
            and not first.whitespace_
            and not dash.whitespace_
            and first.is_title
            and second.is_lower
            and second.is_alpha
            and second.text not in words["compounds"]
            and not any(start == first.i and end <= dash.i for start, end in within)
        ):
            yield Found(token.i, token.i + LENGTH, "Person")


@cache
def _words() -> dict[str, frozenset[str]]:
    return {sort: frozenset(words.split()) for sort, words in data_yaml("hyphenated_surnames.yaml").items()}
