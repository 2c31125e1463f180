"""What a question gives for a parameter that is no name: quoted words, a title, a predicate, a key, a number."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from spacy.tokens import Doc

from jnato_graph.ask.names import quoted
from jnato_graph.ask.reading import Reading
from jnato_graph.ask.words import load_words
from jnato_graph.ontology import PREDICATES
from jnato_graph.reference import load_reference
from jnato_graph.report import Parameter, Value

_KEY: Final = re.compile(r"\b(?=[a-z]*\d)[0-9a-f]{6,}(?::\d+)?\b|(?<![\w-])[\w-]+:\d+\b")
# "The word treaty", "the phrase off Hawaii": what is looked for, without quotation marks.
_WORD: Final = re.compile(
    r"\b(?:word|term|expression|keyword)s?\s+"
    r"(?!(?:of|in|that|is|are|does|do|and|or|occur\w*|appear\w*|stand\w*|come\w*|used|mentioned)\b)([\w-]+)",
    re.IGNORECASE,
)
# "Sentences mentioning submarine cables"
_MENTIONED: Final = re.compile(
    r"\b(?:sentence|passage|line|paragraph)s?\s+(?:(?:that|which)\s+)?"
    r"(?:mention(?:s|ing)?|contain(?:s|ing)?)\s+"
    r"(?!(?:the\s+)?(?:word|term|expression|keyword|phrase)\b)([^,;:?.!]+)",
    re.IGNORECASE,
)
# "What does the article Allies split over Tokyo claim?": a title without quotation marks
_TITLED: Final = re.compile(
    r"\b(?:[Aa]rticle|[Ss]tory|[Pp]iece|[Dd]ocument|[Rr]eport|[Pp]aper)\s+((?=[A-Z])[^?,;:]+?)"
    r"(?:\s+(?:actually |really |itself )?(?:claims?|says?|states?|tells?|reports?|contains?|asserts?|mentions?)\b"
    r"|(?=[.?!]*$))"
)
# The same in a question without capitals
_TITLED_SMALL: Final = re.compile(
    r"\b(?:article|story|piece|document|paper) "
    r"(?!(?:about|on|of|by|from|in|that|which|say|claim|actually|really|is|does|did|was|with|and|or|where|who|has)\b)"
    r"([a-z][\w' -]*?) (?:claims?|says?|states?|tells?|reports?|contains?|asserts?|mentions?)\b"
)
_SHARE: Final = re.compile(r"(?<![\w.])(?:(0?\.\d+)|(\d{1,2})\s*(?:%|per\s?cent\b))")
_LONGEST_TITLE: Final = 4

Found = tuple[Value, set[int]]


def text_for(parameter: Parameter, reading: Reading, bodies: Collection[str] = ()) -> Found | None:
    """The value that the question gives for a parameter, and the words that say it; None where it gives none.

    `bodies`: the keys of the states and organisations whose offices are asked for.
    """
    doc = reading.doc
    if parameter.type.kind == "number":
        return _share(doc)
    if parameter.type.kind == "integer":
        return _number(reading)
    if parameter.name == "words":
        text = quoted(doc.text)
        if text:
            return f'"{text}"', _at(doc, text)
        word = _WORD.search(doc.text)
        if word:
            return word[1], _at(doc, word[0])
        mentioned = _MENTIONED.search(doc.text)
        # Of a name, or at a time, other reports tell more.
        if not mentioned or reading.names or reading.times:
            return None
        return f'"{mentioned[1].strip()}"', _at(doc, mentioned[1].strip())
    if parameter.name == "document":
        titled = (_TITLED_SMALL if doc.text.islower() else _TITLED).search(doc.text)
        text = quoted(doc.text) or (titled[1] if titled else "")
        return (text, _at(doc, text)) if text else None
    if parameter.name == "sentence":
        match = _KEY.search(doc.text)
        key = quoted(doc.text) or (match[0] if match else "")
        return (key, _at(doc, key)) if key else None
    if parameter.name == "predicate":
        return next(((token.text, {token.i}) for token in doc if token.text in PREDICATES), None)
    return _title(reading, bodies)


def _at(doc: Doc, text: str) -> set[int]:
    """The tokens in which a text stands."""
    inside = doc.text.index(text)
    return {token.i for token in doc if token.idx < inside + len(text) and inside < token.idx + len(token)}


def _share(doc: Doc) -> Found | None:
    """A number between 0 and 1: "0.5", "50 %"."""
    match = _SHARE.search(doc.text)
    if match is None:
        return None
    return (float(match[1]) if match[1] else int(match[2]) / 100), _at(doc, match[0])


def _number(reading: Reading) -> Found | None:
    """A small whole number, in words or digits."""
    for token in reading.doc:
        if token.lower_ in reading.words.numbers:
            return reading.words.numbers[token.lower_], {token.i}
        if token.text.isdecimal() and len(token.text) < 3:
            return int(token.text), {token.i}
    return None


def _title(reading: Reading, bodies: Collection[str]) -> Found | None:
    """A title of office, the longest that stands there: "deputy prime minister"."""
    doc = reading.doc
    for size in range(_LONGEST_TITLE, 0, -1):
        for start in range(len(doc) - size + 1):
            last = doc[start + size - 1]
            words = [token.text for token in doc[start : start + size - 1]]
            text = " ".join([*words, last.lemma_ if last.tag_ == "NNS" else last.text])
            text = text.casefold().replace(" - ", " ").replace("-", " ")
            text = text if text in reading.words.titles else text.removesuffix("s")  # "PMs"
            if text in reading.words.titles:
                return _usual(text, bodies), set(range(start, start + size))
    return None


def _usual(title: str, bodies: Collection[str]) -> str:
    """The title by which the graph calls an office that bodies have under another: the "chief" of NATO."""
    reference = load_reference()
    if title not in load_words().loose_titles:
        return title
    usual = {
        reference.roles[term.role][0].casefold().replace("-", " ")
        for term in reference.terms
        if term.actor in bodies and title in (each.casefold().replace("-", " ") for each in reference.roles[term.role])
    }
    return usual.pop() if len(usual) == 1 else title
