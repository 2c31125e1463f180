"""Groups of actors in a question: "NATO members", "countries of the G7", "European countries"."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from spacy.tokens import Doc, Token

from jnato_graph.ask.named import Named
from jnato_graph.ask.words import Words
from jnato_graph.extract.lexicon import load_lexicon
from jnato_graph.ontology import ACTORS
from jnato_graph.reference import load_reference

_SOME_OF: Final = frozenset(
    {"which", "who", "many", "any", "anyone", "some", "none", "most", "several", "those", "half"}
)
# What a group of states does in a noun behind its adjective.
_DONE: Final = frozenset({"OPPOSES", "SUPPORTS", "CONTRIBUTED_TO", "PARTICIPATED_IN", "SANCTIONED", "PROPOSED"})
_STANCES: Final = frozenset({"position", "stance", "view", "attitude", "vote", "sanction", "participation"})
_NAMES_OF_THINGS: Final = frozenset(
    {"exercise", "drill", "manoeuvre", "leader", "minister", "head", "command", "part", "way"}
)
_OWNS: Final = frozenset({"'s", "’s", "'", "’"})
# What alternatives stand behind, are joined with, and are those of.
_PAUSES: Final = frozenset(",:;–—")
_OR: Final = frozenset({"or", ", or"})
_ASKED_OF: Final = frozenset({"who", "which", "what", "whom"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Members of an `organisation` (a key), or states `among` a list of keys called `name`, at `tokens`.

    `persons`: those of the states are asked for ("Asian leaders").
    """

    tokens: frozenset[int]
    organisation: str = ""
    among: tuple[str, ...] = ()
    name: str = ""
    persons: bool = False


@cache
def _organisations() -> frozenset[str]:
    """The keys of all organisations whose members the reference data lists."""
    return frozenset(row.organisation for row in load_reference().memberships)


def find_groups(doc: Doc, names: list[Named], words: Words) -> tuple[list[Group], list[Named]]:
    """The groups, and the names that are left when those of the groups are taken out."""
    groups: list[Group] = []
    taken: set[int] = set()

    def add(group: Group) -> None:
        if group.tokens and not taken & group.tokens:
            groups.append(group)
            taken.update(group.tokens)

    for start, end, (organisation, of) in _phrases(doc, words.partner_groups):
        owner = next((each for each in names if _owns(doc, each, start)), None)
        if owner and owner.key != of:
            continue  # those of the EU are others
        first = owner.start if owner else start
        add(Group(tokens=frozenset(range(first, end)), organisation=organisation))
    for named in names:
        if named.label == "Organisation" and named.key in _organisations():
            tokens = _members_of(doc, named, words)
            if tokens:
                add(Group(tokens=frozenset(tokens), organisation=named.key))
    for start, end, (name, keys) in _phrases(doc, words.among):
        tokens = _noun_of_group(doc, start, end, words, groups)
        if tokens:
            persons = any("Person" in words.labels.get(doc[i].lemma_.lower(), ()) for i in tokens)
            add(Group(tokens=frozenset(tokens - taken), among=keys, name=name, persons=persons))
    if not any(group.organisation for group in groups):
        phrases, organisation = words.default_group
        bodies = [named for named in names if named.key in _organisations() and named.label == "Organisation"]
        # "How many members does the G7 have?"
        had = bodies[0] if len(bodies) == 1 and any(token.lemma_ == "have" for token in doc) else None
        for start, end, _ in _phrases(doc, dict.fromkeys(phrases, "")):
            after = doc[end].lower_ if end < len(doc) else ""
            if doc[start:end].text.lower() == "allied" and not _does_something(doc, end):
                continue
            if not (doc[start:end].text.lower() in ("members", "allies") and after == "of"):
                own = range(had.start, had.end) if had else ()
                add(Group(tokens=frozenset([*range(start, end), *own]), organisation=had.key if had else organisation))
                break
    add(_alternatives(doc, names))
    groups = [_with_number(doc, group, words) for group in groups]
    left = [each for each in names if not taken & set(range(each.start, each.end))]
    return groups, left


def _alternatives(doc: Doc, names: Sequence[Named]) -> Group:
    """Those of whom one is asked for at the end of a question: "who gave more, Japan or New Zealand?"."""
    nothing = Group(tokens=frozenset())
    asks = any(token.lower_ in _ASKED_OF for token in doc[:3])
    if not asks or len(names) < 2 or doc[names[-1].end :].text.strip(" ?.!"):
        return nothing
    if _without_article(doc, names[-2].end, names[-1].start).lower() not in _OR:
        return nothing
    first = len(names) - 2
    while first and _is_behind_pause(doc, names[first]) and _is_behind_pause(doc, names[first - 1]):
        first -= 1
    asked = names[first:]
    if not _is_behind_pause(doc, asked[0]) or not all(each.label in ACTORS and each.listed for each in asked):
        return nothing
    at = range(asked[0].start, asked[-1].end)
    return Group(tokens=frozenset(at), among=tuple(each.key for each in asked), name=doc[at.start : at.stop].text)


def _without_article(doc: Doc, start: int, end: int) -> str:
    """The text of some tokens, but for an article at their end."""
    return doc[start:end].text.removesuffix("the").strip()


def _is_behind_pause(doc: Doc, named: Named) -> bool:
    return _without_article(doc, 0, named.start)[-1:] in _PAUSES


def _with_number(doc: Doc, group: Group, words: Words) -> Group:
    """A group with the number before it, which says nothing more: "the four Indo-Pacific partners"."""
    before = min(group.tokens) - 1
    counted = before > 0 and doc[before].lower_ in words.numbers and doc[before - 1].lower_ in ("the", "these", "those")
    return replace(group, tokens=group.tokens | {before}) if counted else group


def _owns(doc: Doc, named: Named, start: int) -> bool:
    """Whether a name is that of the owner of what begins at `start`."""
    return doc[named.end - 1 : start].text.lower().endswith(tuple(_OWNS)) and 0 <= start - named.end <= 1


def _phrases[T](doc: Doc, table: Mapping[str, T]) -> list[tuple[int, int, T]]:
    """Where a phrase of the table stands, longest first."""
    found: list[tuple[int, int, T]] = []
    used: set[int] = set()
    for size in (6, 5, 4, 3, 2, 1):
        for start in range(len(doc) - size + 1):
            span = doc[start : start + size]
            text = span.text.lower()
            if text in table and not used & set(range(start, start + size)):
                found.append((start, start + size, table[text]))
                used.update(range(start, start + size))
    return found


def _members_of(doc: Doc, named: Named, words: Words) -> set[int]:
    """The tokens of "NATO members", "member states of NATO", "who in NATO"; empty when it stands alone."""
    nouns = words.member_nouns
    own = set(range(named.start, named.end))
    at = named.end
    if at < len(doc) and doc[at].text in ("'s", "’s", "-"):
        at += 1
    behind: set[int] = set()
    while at < len(doc) and doc[at].lemma_.lower() in nouns:
        behind.add(at)
        at += 1
    if behind:
        return own | set(range(named.end, max(behind) + 1))
    at = named.start - 1
    while at >= 0 and doc[at].pos_ == "DET":
        at -= 1
    if at >= 0 and doc[at].lower_.endswith("s") and _is_noun_of(doc[at], words.actors | {"donor", "contributor"}):
        return own  # "donors limited to the G7", without what limits
    if at < 0 or doc[at].lower_ not in ("of", "in", "within", "inside", "from"):
        return set()
    preposition, before = doc[at].lower_, set(range(at, named.start))
    at -= 1
    front: set[int] = set()
    while at >= 0 and doc[at].lemma_.lower() in nouns:
        front.add(at)
        at -= 1
    if front and doc[min(front) - 1].lower_ == "partner" and min(front) > 0:
        return set()  # its partners are no members
    if front and (preposition == "of" or doc[max(front)].lemma_.lower() in nouns):
        return own | before | front
    if (
        preposition == "of"
        and at >= 0
        and doc[at].lower_ in _SOME_OF
        and doc[named.end : named.end + 1].text not in _OWNS
    ):
        return own | before  # "which of the G7"; but not "which of the G7's plans"
    while at >= 0 and doc[at].lower_ in ("else", "all"):
        at -= 1
    if (
        preposition != "of"
        and at >= 0
        and doc[at].lower_ in ("who", "which", "anyone", "anybody", "nobody", "everyone")
    ):
        return own | before
    if preposition in ("within", "inside"):  # "what resistance was there within NATO?"
        return own | before
    return set()


def _is_noun_of(token: Token, nouns: Collection[str]) -> bool:
    """Whether a word is one of the nouns, as a part of a name too: "the Baltic States"."""
    return token.lemma_.lower() in nouns or token.lower_.removesuffix("s") in nouns


def _does_something(doc: Doc, at: int) -> bool:
    """Whether what somebody does or thinks is said there: "Nordic [objections]", "allied public [support]"."""
    while at < len(doc) and doc[at].pos_ == "ADJ":
        at += 1
    if at == len(doc):
        return False
    lemma = doc[at].lemma_.lower()
    told = {entry.predicate for entry in load_lexicon().entries.get(("noun", lemma), ())}
    return lemma in _STANCES or bool(told & _DONE and lemma not in _NAMES_OF_THINGS)


def _noun_of_group(doc: Doc, start: int, end: int, words: Words, groups: list[Group]) -> set[int]:
    """The tokens of "European countries", "countries in Europe", "European NATO members"; empty for other things."""
    own = set(range(start, end))
    at = end
    forces = doc[at : at + 2].text.lower() in ("armed forces", "air forces")
    while at < len(doc) and (_is_noun_of(doc[at], words.among_nouns) or (forces and at == end)):
        own.add(at)
        at += 1
    if len(own) > end - start or _does_something(doc, at):
        return own
    if at < len(doc) and any(at in group.tokens for group in groups):
        return own
    at = start - 1
    before: set[int] = set()
    while at >= 0 and (doc[at].pos_ == "DET" or doc[at].lower_ in ("in", "of", "from")):
        before.add(at)
        at -= 1
    if before and at >= 0 and doc[at].lemma_.lower() in words.among_nouns:
        return own | before | {at}
    return set()
