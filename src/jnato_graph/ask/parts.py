"""A question of several sentences or clauses: which of them asks, and what the others say.

"We are about to print that Italy opposed it. Who else did?": one sentence asks, the others introduce it or ask for a
confirmation of what was said. "Who took part in it, and where was it held?": the second clause asks one thing more of
what the first has named.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from spacy.lang.en.stop_words import STOP_WORDS

from jnato_graph.ask.words import load_words

_BETWEEN: Final = re.compile(r"(?<=[.?!])(?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|St|vs|no)\.)\s+(?=[A-Z])")
_QUOTED: Final = re.compile(r"[\"“”«»]")
_OURS: Final = re.compile(r"\b(?:i|i'm|i've|i'd|we|we're|my|our|me|us|please|thanks|thank)\b", re.IGNORECASE)
_CONFIRM: Final = re.compile(
    r"^(?:(?:can|could|may|would) (?:(?:you|we|i|anyone|somebody) (?:please )?(?:confirm|verify|check|say|print)"
    r"(?: (?:that|this|it|so))?"
    r"|(?:that|this|it) be (?:\w+ )?(?:confirmed|verified|checked|true|right|correct|said|printed))"
    r"|(?:is|was) (?:that|this|it) (?:\w+ )?(?:so|true|right|correct|accurate|confirmed|the case)"
    r"|true or false|true|right|correct|yes or no)\W*$",
    re.IGNORECASE,
)
_WANTED: Final = re.compile(
    r"^(?:please\s+)?(?:show|list|give|find|name|get|fetch|pull|print|dig|bring|let me (?:see|have))\b", re.IGNORECASE
)
_WITHOUT: Final = re.compile(
    r"^(?:leave out|ignore|exclude|skip|omit|do not include|don't include|not)\s+", re.IGNORECASE
)

# What a further clause may ask of what is named before it, and the word that asks it alone.
_FURTHER: Final = re.compile(
    r"(?:,|;|\s[-–—])?\s*\b(?:and|or|as well as|plus)\s+(?:(?:also|if so|since|from|in|on|at)\s+)*"
    r"(?P<asks>when|where|how often|how many times|(?:what|which) (?:year|years|date|dates|day|days|month|months|time)"
    r"|(?:what|which) (?:place|places|city|cities|location|locations|venue))\b(?P<rest>[^?.!]*)[?.!]*$",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(
    r"(?:,|\s[-–—])?\s+or\s+(?:is|was|has|were|are|did|does)\s+(?:this|that|it|they|he|she)\b[^?]{0,40}"
    r"\b(?:denied|disputed|false|untrue|wrong|not|contested|refuted|rejected)\b[^?]{0,20}(?=\?|$)",
    re.IGNORECASE,
)
# "Was Sweden in it, or am I barking up the wrong tree?"
_TAIL: Final = re.compile(
    r"^((?:was|is|were|are|did|does|do|has|have|had)\b[^?]{8,}?)"
    r"(?:,|\s[-–—])\s*or\s+(?:am|is|are|was|were|did|do|does|has|have)\s+(?:I|we|you|that|this|it|they|he|she)\b[^?]*"
    r"(?=\?|$)",
    re.IGNORECASE,
)
# "..., confirmed or not?", "..., Y/N?"
_OR_NOT: Final = re.compile(
    r"(?:,|:|;|\s[-–—])\s*(?:(?:confirmed|true|right|correct|yes)\s+or\s+(?:not|no|false|wrong|denied)|y/n)\s*(?=\?*$)",
    re.IGNORECASE,
)
# "..., I want to see all of them"
_WISH: Final = re.compile(
    r",\s*(?:i|we)(?:['’]d|\s+would)?\s+(?:just\s+|only\s+)?(?:want|need|like|have)\s+to\b[^?,]*(?=[?.!]*$)",
    re.IGNORECASE,
)
# "Which like it, and which do not?"
_OTHERS: Final = re.compile(
    r"(?:,|\s[-–—])?\s+(?:and|or)\s+(?:which|who|whom)\s+(?:ones?\s+|of them\s+)?"
    r"(?:do|does|did|is|are|was|were|has|have|had)(?:n['’]?t|\s+not)\b(?!\s+\w+\s+\w+)[^?,.]*",
    re.IGNORECASE,
)


# "..., and near which town?": one thing more, which may be nothing that a report tells.
_SECOND: Final = re.compile(
    r"^(?P<first>[^?.!]{15,}?)(?:,|;|\s[-–—])?\s+(?:and|but)\s+"
    r"(?P<second>(?:(?:in|near|at|on|for|with|to|by|from|of)\s+)?"
    r"(?:who|whom|whose|what|which|when|where|how)\b[^?.!]*)[?.!]*$",
    re.IGNORECASE,
)


@cache
def _saying() -> re.Pattern[str]:
    """ "Our draft says that", "a colleague claims"."""
    parts = load_words().parts
    return re.compile(
        r"^(?:(?:our|my|the|a|this|one|some|his|her|their)\s+)?"
        rf"(?:{'|'.join(parts['tellers'])})\b[^.?!,]{{0,20}}?\s"
        rf"(?:{'|'.join(parts['saying'])}|has it|have it)(?:\s+that|:)?\s+",
        re.IGNORECASE,
    )


@cache
def _more() -> re.Pattern[str]:
    """Words with which a sentence that does not ask says what is to be in the answer."""
    return re.compile(rf"\b(?:{'|'.join(load_words().parts['wanted'])})\b", re.IGNORECASE)


def sentences(text: str) -> list[str]:
    """The sentences of a question, where it has several."""
    parts = _split(text)
    split = any(len(_QUOTED.findall(part)) % 2 for part in parts)  # inside of quotation marks
    return parts if len(parts) > 1 and not split else []


def _split(text: str) -> list[str]:
    return [part.strip() for part in _BETWEEN.split(text) if part.strip()]


def asking_part(text: str) -> tuple[str, tuple[str, ...]]:
    """The sentence that asks, of several, and doubts over what is left out.

    A statement that is only to be confirmed becomes a question for its evidence.
    """
    parts = _split(text)
    if len(parts) < 2 or _QUOTED.search(text):
        return text, ()
    asking = [part for part in parts if part.endswith("?") and not _CONFIRM.match(part)]
    if not asking:
        asking = [part for part in parts if not _CONFIRM.match(part) and not _OURS.search(part)]
        wishes = [part for part in parts if _WANTED.match(part)]
        asking = wishes if len(wishes) == 1 else asking
        stated = [part for part in parts if not _CONFIRM.match(part)]
        if len(stated) == 1:
            return f"is there evidence that {_saying().sub('', stated[0]).rstrip('.!')}?", ()
    if len(asking) != 1:
        return text, ()
    others = [part for part in parts if part is not asking[0]]
    if all(_OURS.search(part) or _CONFIRM.match(part) for part in others):
        if any(_names(part) for part in others):
            return text, ("the question may take up what another sentence says",)
        return asking[0], ("another sentence asks for more",) if any(map(_more().search, others)) else ()
    if all(_WITHOUT.match(part) for part in others):
        return asking[0], tuple(
            f"{_WITHOUT.sub('', part).rstrip('.!?')} are left out by the question" for part in others
        )
    return text, ()


def without_further(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with a further clause that asks when, where or how often cut down to that word, and doubts.

    Without "or is that denied", which the first clause asks already, and without "and which do not".
    """
    text = _DENIED.sub("", _WISH.sub("", _OR_NOT.sub("", text)))
    text = _TAIL.sub(r"\1", text)
    doubts = ("those that do not are asked for, too",) if _OTHERS.search(text) else ()
    text = _OTHERS.sub("", text)
    found = _FURTHER.search(text)
    if not found or not found["rest"].strip():
        return text, doubts
    words = re.findall(r"[\w'’-]+", found["rest"])
    saying_nothing_new = STOP_WORDS.union(load_words().parts["carried"])
    if len(words) > 8 or any(word.lower() not in saying_nothing_new for word in words):
        return text, doubts
    return f"{text[: found.start()]} and {found['asks']}?", doubts


def _names(part: str) -> bool:
    return any(word[:1].isupper() for word in part.split()[1:])


def first_half(text: str) -> tuple[str, str]:
    """The question without a second one that is joined to it, and that second one; "" for both where there is none."""
    found = _SECOND.match(text)
    return (f"{found['first']}?", found["second"]) if found else ("", "")
