"""Whose ministry it is: "Foreign Ministry spokeswoman Mao Ning", "the defence ministry in Warsaw".

Every government has a foreign ministry, so the words alone name none. Who serves it, the capital behind it or the one
state that the sentence speaks of tells which is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from spacy.tokens import Doc, Span, Token

from jnato_graph.annotate.spans import Found
from jnato_graph.reference import load_reference

_SORTS: Final = {"foreign": ("foreign", "external affairs"), "defence": ("defence", "defense", "armed forces")}
_WORDS: Final = {"foreign": "foreign", "defence": "defence", "defense": "defence"}
_BETWEEN: Final = 6  # words between a ministry and who serves it: "a Foreign Ministry spokesman in Beijing, X"
_TELLS: Final = frozenset({"nsubj", "nsubjpass", "poss"})


def whose_ministries(doc: Doc, mentions: Sequence[Span]) -> list[Span]:
    """`mentions`, and those of ministries that name no state: with the key of the ministry where it is safe to tell."""
    by_start = sorted(mentions, key=lambda span: span.start)
    keys: dict[tuple[int, int], str] = {}
    for found, sort in _unowned(doc, by_start):
        state = _state_of(doc, found, by_start)
        if state and (key := _ministries().get((state, sort))):
            keys[found.start, found.end] = key
    kept = [
        Span(doc, m.start, m.end, label="Organisation", span_id=keys.pop((m.start, m.end)))
        if (m.start, m.end) in keys else m
        for m in mentions
    ]  # fmt: skip
    return kept + [Span(doc, start, end, label="Organisation", span_id=key) for (start, end), key in keys.items()]


def _unowned(doc: Doc, mentions: Sequence[Span]) -> Iterator[tuple[Found, str]]:
    """The ministries without the name of a state, and of which sort each is."""
    for token in doc:
        if token.lower_ != "ministry":
            continue
        before, found, sort = doc[token.i - 1] if token.i else None, None, None
        if before is not None and before.lower_ in _WORDS:
            found, sort = Found(token.i - 1, token.i + 1, "Organisation"), _WORDS[before.lower_]
        elif doc[token.i : token.i + 3].text in ("Ministry of Defence", "Ministry of Defense"):
            found, sort = Found(token.i, token.i + 3, "Organisation"), "defence"
        elif doc[token.i : token.i + 4].text == "Ministry of Foreign Affairs":
            found, sort = Found(token.i, token.i + 4, "Organisation"), "foreign"
        if found is None or sort is None:
            continue
        if doc[found.end : found.end + 1].text == "in":  # "the defence ministry in Warsaw" may be taken for one name
            whole = next((m for m in mentions if m.start == found.start and m.end > found.end), None)
            found = found._replace(end=whole.end) if whole is not None and not whole.id_ else found
        if any(_reaches(m, found) for m in mentions):
            continue
        yield found, sort


def _reaches(mention: Span, found: Found) -> bool:
    """Whether a mention crosses these words, says more than they do, is a listed one or stands straight before them."""
    if mention.end in (found.start, found.start - 1) and mention.label_ == "State":
        return mention.end == found.start or mention.doc[mention.end].lower_ in ("'s", "’s", "'", "’")
    if (
        mention.start >= found.end
        or mention.end <= found.start
        or (mention.start > found.start and mention.label_ == "Place")
    ):
        return False
    return (mention.start, mention.end) != found[:2] or bool(mention.id_)


def _state_of(doc: Doc, found: Found, mentions: Sequence[Span]) -> str:
    """The key of the state whose ministry it is, '' where nothing tells it."""
    reference = load_reference()
    for person in (m for m in mentions if m.label_ == "Person" and m.id_ and _serves(doc, found, m)):
        actors = {term.actor for term in reference.terms_of(person.id_)}
        states = {entity.state or key for key in actors if (entity := reference.entities.get(key)) is not None}
        if len(states) == 1:
            return states.pop()
    behind = next(
        (m for m in mentions if found.start < m.start <= found.end + 1 and doc[m.start - 1].lower_ == "in"), None
    )
    if behind is not None and (
        state := _capitals().get(behind.id_) or (behind.id_ if behind.label_ == "State" else "")
    ):
        return state
    return _own(doc[found.start : found.end].root, mentions) or _spoken_of(doc[found.start], mentions)


def _serves(doc: Doc, found: Found, person: Span) -> bool:
    """Whether title and name stand side by side: no verb and no end of a sentence between them."""
    start, end = (found.end, person.start) if person.start >= found.end else (person.end, found.start)
    between = doc[start:end] if 0 <= end - start <= _BETWEEN else None
    return between is not None and not any(
        t.pos_ in ("VERB", "AUX")
        or t.is_sent_start
        or t.lower_ == "and"
        or (t.tag_ in ("IN", "TO") and t.lower_ not in ("of", "for", "at", "in"))
        for t in between
    )


def _own(ministry: Token, mentions: Sequence[Span]) -> str:
    """The state that was named last before "its foreign ministry", in the same sentence."""
    if not any(token.lower_ == "its" for token in ministry.lefts):
        return ""
    states = [m for m in mentions if m.label_ == "State" and ministry.sent.start <= m.start < ministry.i]
    return states[-1].id_ if len({m.id_ for m in states}) == 1 else ""


def _spoken_of(ministry: Token, mentions: Sequence[Span]) -> str:
    """The one state that acts or owns in this sentence so far and the one before it."""
    first = ministry.sent.start
    before = ministry.doc[first - 1].sent.start if first else first
    states = {
        m.id_ for m in mentions
        if m.label_ == "State" and before <= m.start < ministry.i and _titled(m.root).dep_ in _TELLS
    }  # fmt: skip
    return states.pop() if len(states) == 1 else ""


def _titled(token: Token) -> Token:
    """Whom an adjective of a title goes with ("Japanese Defense Minister X": the name); of a list the first."""
    while token.dep_ == "conj" or (token.dep_ in ("amod", "compound", "nmod") and token.head.i > token.i):
        token = token.head
    return token


@cache
def _ministries() -> Mapping[tuple[str, str], str]:
    """Each state's ministry of each sort, where the reference data have one."""
    found: dict[tuple[str, str], str] = {}
    for key, entity in load_reference().entities.items():
        if entity.kind != "ministry" or not entity.state:
            continue
        names = " | ".join((entity.name, *entity.aliases)).casefold()
        for sort, words in _SORTS.items():
            if any(word in names for word in words):
                found.setdefault((entity.state, sort), key)
    return found


@cache
def _capitals() -> Mapping[str, str]:
    """The state of each capital."""
    return {entity.capital: key for key, entity in load_reference().entities.items() if entity.capital}
