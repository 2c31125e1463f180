"""One title of several people: "the defence ministers Kihara, Shapps and Crosetto", "X and Y, the two presidents".

Whose office each holds the words do not say; the reference data know it, and the text names the state or body.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.model import RawClaim
from jnato_graph.extract.titles import is_role, known_holder

_PLURAL = frozenset({"NNS", "NNPS"})
_BETWEEN = frozenset({",", "and"})


def titles_shared(arguments: Arguments) -> Iterator[RawClaim]:
    """The office of each in a list of two or more names that one title in the plural stands before or behind."""
    for names in _lists(arguments):
        first, last = arguments.spans[names[0]], arguments.spans[names[-1]]
        role = _before(first.doc[first.start]) or _behind(last.doc[last.end - 1])
        if role is not None:
            for index in names:
                yield from known_holder(index, arguments.spans[index], role, arguments)


def _lists(arguments: Arguments) -> Iterator[list[int]]:
    """Runs of two or more people, joined by commas and "and"."""
    people = [n for n in range(arguments.mention_count) if arguments.label(n) == "Person"]
    run: list[int] = []
    for index in people:
        if run:
            end, start = arguments.spans[run[-1]].end, arguments.spans[index].start
            between = arguments.spans[index].doc[end:start]
            if not between or any(token.lower_ not in _BETWEEN for token in between):
                if len(run) > 1:
                    yield run
                run = []
        run.append(index)
    if len(run) > 1:
        yield run


def _before(name: Token) -> Token | None:
    """The plural title right before a list, with or without a comma."""
    doc, i = name.doc, name.i - 1
    if i > name.sent.start and doc[i].text == ",":
        i -= 1
    return doc[i] if i >= name.sent.start and doc[i].tag_ in _PLURAL and is_role(doc[i]) else None


def _behind(name: Token) -> Token | None:
    """The plural title behind a list and a comma: "X and Y, the two defence ministers"."""
    doc, i = name.doc, name.i + 1
    if i >= name.sent.end or doc[i].text != ",":
        return None
    for token in doc[i + 1 : min(i + 6, name.sent.end)]:
        if token.tag_ in _PLURAL:
            return token if is_role(token) else None
        if token.pos_ not in ("DET", "NUM", "ADJ", "NOUN", "PROPN", "ADV"):
            return None
    return None
