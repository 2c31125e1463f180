"""Questions as they are spoken, written as others write them: numbers in words as digits, spelled names as one word."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from jnato_graph.ask.shorthand import written_out

_SMALLEST = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen"""
_ONES: Final = {word: number for number, word in enumerate(_SMALLEST.split())}
_DECADES = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS: Final = {word: 10 * at for at, word in enumerate(_DECADES.split(), 2)}
_ONE: Final = "|".join(list(_ONES)[1:10])
_SMALL: Final = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-]+(?:{_ONE}))?|(?:oh|o)[\s-]+(?:{_ONE})|{'|'.join(list(_ONES)[10:])})"
# "Twenty twenty-four", "nineteen ninety", "two thousand and eight"
_YEAR: Final = re.compile(
    rf"\b(nineteen|twenty)[\s-]+({_SMALL})\b|\btwo\s+thousand(?:\s+(?:and\s+)?({_SMALL}|{_ONE}))?\b", re.IGNORECASE
)
_LETTERS: Final = re.compile(r"(?<![\w.'’])(?:[A-Za-z][\s.]+){2,}[A-Za-z]\b(?!['’])\.?")
_QUOTED: Final = re.compile(r"[\"“”«»]")

_ASIDE: Final = re.compile(
    r"\s*[,(–—]\s*(?:as opposed to|as distinct from|apart from|aside from|rather than|leaving aside|leaving out|"
    r"not counting|not including|excluding|but not|and not|not)\s+([^,()?–—]{2,40}?)\s*(?:[,)–—]|(?=[?.!]*$))",
    re.IGNORECASE,
)
# "If you don't mind, ...", "Should your records go so far, ..."
_IF: Final = re.compile(
    r"^(?:if|should (?:you|your|it|this|that|there))\b[^,?\d]{3,60},\s*(?=(?:\S+\s+){2,}\S)", re.IGNORECASE
)
# "..., if I may ask, ...", "and, should that be so, when"
_INNER: Final = re.compile(
    r",\s*(?:if (?:I|you|one|we|so)\b|if that is\b|should (?:that|this|it) be\b|pray\b|be it\b)[^,?\d]{0,50},\s*",
    re.IGNORECASE,
)
# "... or not?? cause I see both"
_BECAUSE: Final = re.compile(
    r"(?<=[?,])\s*(?:be|['’])?(?:cause|cuz|coz)\s+(?:i|we|my|our|the|it|they)\b[^?]*$", re.IGNORECASE
)
# "those States", "the member Nations": no names
_COMMON: Final = re.compile(
    r"(?<=\b(?:those|these|which|other) )(?:States|Nations|Countries|Members|Allies|Governments)\b"
    r"|\b[Mm]ember (?:States|Nations|Countries)\b"
)
# "I need all on Lithuania before I call on its minister"
_BEFORE_US: Final = re.compile(r"(?<=\w)\s+before (?:I|we|my|our)\b[^?.!:]*(?=[?.!]*$)")
# With these begins what only introduces a question.
_FRAMING: Final = frozenset(
    {"ahead", "as", "background", "before", "briefing", "context", "during", "for", "from", "in", "just", "my", "note",
     "on", "our", "preparing", "question", "re", "table", "then", "with", "within"}
)  # fmt: skip
_FRAME: Final = re.compile(r"^([^:?\d\"“”]{3,60}):\s+(?=(?:\S+\s+){2,}\S)")


def as_written(text: str) -> str:
    """The text with years in digits, and with letters that are told one by one as a word in capitals."""
    if _QUOTED.search(text):
        return text
    text = _COMMON.sub(lambda found: found[0].lower(), _YEAR.sub(_year, written_out(text)))
    return _LETTERS.sub(lambda found: "".join(re.findall(r"[A-Za-z]", found[0])).upper(), text)


def _year(found: re.Match[str]) -> str:
    if found[1]:
        return str((1900 if found[1].lower() == "nineteen" else 2000) + _number(found[2]))
    return str(2000 + (_number(found[3]) if found[3] else 0))


def _number(words: str) -> int:
    parts = re.split(r"[\s-]+", words.lower())
    return sum(_TENS.get(part, _ONES.get(part, 0)) for part in parts)


def asides(text: str) -> tuple[str, ...]:
    """What the text says that it does not ask for, as written."""
    return tuple(found[1] for found in _ASIDE.finditer(text))


def without_asides(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without what it says that it does not ask for, and doubts over that."""
    doubts = tuple(f"{each} is left out by the question" for each in asides(text))
    return (" ".join(_ASIDE.sub(" ", text).split()), doubts) if doubts else (text, ())


def without_frame(text: str, telling: Collection[str]) -> str:
    """The text without what only introduces it: "Ahead of our visit to the archive: who ...".

    `telling` are words that say what is asked for, with which the beginning stays.
    """
    text = _INNER.sub(" ", _BECAUSE.sub("", _BEFORE_US.sub("", text)))
    if (found := _IF.match(text)) and found[0][1:] == found[0][1:].lower():
        text = text[found.end() :]
    found = _FRAME.match(text)
    if not found:
        return text
    words = found[1].split()
    named = any(word[:1].isupper() for word in words[1:]) or words[0].lower() not in _FRAMING
    said = any(form in telling for word in words for form in (word.lower(), word.lower().removesuffix("s")))
    ours = any(word.lower() in ("our", "my") for word in words)  # what we are about is not what is asked
    return text if (named or said) and not ours else text[found.end() :]
