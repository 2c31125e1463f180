"""Definite descriptions: "the alliance", "the accord", "the two sides", "the latter"."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from typing import TYPE_CHECKING

from jnato_graph.annotate.described_holders import titled
from jnato_graph.annotate.lines import line_around
from jnato_graph.annotate.pairs import counted, ordinal, several
from jnato_graph.annotate.plans import MADE, planned_thing, topic_of
from jnato_graph.annotate.pronouns import shares_verb
from jnato_graph.annotate.scene import Item, Scene, anaphor_words, noun_of, phrase_start
from jnato_graph.ontology import BODIES

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_BY_NAME_ONLY = frozenset({"Organisation", "Event", "Policy"})  # "the talks" are no forum, "the paper" no directive
MONTHS = frozenset(name.lower() for name in (*calendar.month_name, *calendar.day_name) if name)
_SPANS = frozenset(
    {"day", "week", "month", "year", "morning", "afternoon", "evening", "night", "spring", "summer", "autumn", "winter"}
)
_TELLING_WHEN = frozenset({"last", "next", "this", "same", "the", "late", "early", "that"})
_WINDOW = 6  # sentences that a description may look back
_OCCASION = 3  # sentences that "the event" may look back
_RESTRICTING = frozenset({"relcl", "acl"})


def description(head: Token, scene: Scene) -> tuple[Span, tuple[int, ...]] | None:
    """The noun phrase of `head` with what it safely refers to; None when it is no description or nothing is safe."""
    if head.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON") or scene.headed(head) is not None:
        return None
    words = anaphor_words()
    lemma = noun_of(head)
    if lemma in ("former", "latter") and head.pos_ in ("ADJ", "NOUN") and phrase_start(head) < head.i:
        return _made(_phrase(head), ordinal(head, lemma, scene))
    if (count := counted(head)) is not None:
        return _made(_phrase(head), several(head, count, scene))
    if lemma in words["writers"] and any(c.lower_ == "the" for c in head.children):
        return _made(_phrase(head), writer(scene))
    if head.lower_ in words["titles"] or lemma in words["titles"]:
        return titled(head, scene)
    if head.pos_ not in ("NOUN", "PROPN") or (
        head.tag_ in ("NNS", "NNPS") and lemma not in ("drill", "talk", "manoeuvre")
    ):
        return None
    if not any(c.lower_ in ("the", "this", "that") and c.dep_ == "det" for c in head.children) or _restricted(
        head, scene
    ):
        return None
    if head.dep_ == "appos" and scene.headed(head.head) is not None:
        return None  # it says what the name before it is
    telling = _telling(head, scene)
    return _made(_phrase(head), _so_told(head, telling, scene) if telling else _thing(head, scene))


def writer(scene: Scene) -> tuple[int, ...]:
    """Who is named in the byline, if it names one: "By Ann Lee", or the name alone on a line above the text."""
    found = {i.who: i.index for i in scene.items if i.title and i.label == "Person" and _is_byline(i, scene)}
    return tuple(found.values()) if len(found) == 1 else ()


def _is_byline(item: Item, scene: Scene) -> bool:
    first, behind = line_around(scene.doc[item.start])
    before = scene.doc[first : item.start].text.strip().casefold()
    return before == "by" or (not before and first > 0 and not scene.doc[item.end : behind].text.strip(" \n"))


def _made(span: Span, found: tuple[int, ...]) -> tuple[Span, tuple[int, ...]] | None:
    return (span, found) if found else None


def _phrase(head: Token) -> Span:
    return head.doc[phrase_start(head) : head.i + 1]


def _restricted(head: Token, scene: Scene) -> bool:
    """Whether words around the noun single out something by themselves: "the office in Seoul"."""
    if head.i + 1 < len(head.doc) and (item := scene.at(head.nbor())) is not None and item.label in MADE:
        return True  # "the drill Pacific Steller" is named at once
    for child in head.children:
        if child.dep_ == "relcl" and child.left_edge.i > 0 and head.doc[child.left_edge.i - 1].text != ",":
            return True
        if child.dep_ == "acl" or (
            child.dep_ == "prep"
            and child.i == head.i + 1
            and child.lower_ in ("of", "in", "to", "with", "between", "for", "on")
            and not _is_date(child)
            and not _is_manner(child)
        ):
            return True
        if child.i < head.i and child.dep_ in ("amod", "compound", "poss", "nmod", "nummod"):
            item = scene.headed(child)
            if item is not None and item.label not in BODIES:
                return True  # "the Prut Watch programme" names itself
            if item is not None and child.dep_ == "poss":
                return True
    return False


def _telling(head: Token, scene: Scene) -> list[Token]:
    """The words before the noun that tell which it is: "the cyber memorandum", "the first accord"."""
    plain = anaphor_words()["plain"]
    island = head.lemma_.lower() in anaphor_words()["countries"]
    return [
        child
        for child in head.lefts
        if child.dep_ in ("amod", "compound", "poss", "nmod", "nummod")
        and scene.headed(child) is None
        and child.lower_ not in plain
        and child.lemma_.lower() not in plain
        and not (island and child.lower_ == "island")
    ]


def _so_told(head: Token, telling: list[Token], scene: Scene) -> tuple[int, ...]:
    """The one thing so far whose name has all these words, and a noun that says the like of `head`."""
    if any(child.dep_ != "compound" and child.pos_ != "ADJ" for child in telling):
        return ()
    noun = head.lemma_.lower()
    wanted = {t.lower_ for child in telling for t in child.subtree if t.is_alpha}
    found = [
        i for i in scene.items
        if i.end <= head.i and not i.inside and wanted <= {t.lower_ for t in i.span}
        and any(noun in row and _named_so(i, row, noun, scene) for row in anaphor_words()["things"].get(i.label, ()))
    ]  # fmt: skip
    return (found[-1].index,) if len({i.who for i in found}) == 1 else ()


def _is_date(token: Token) -> bool:
    """ "The summit on 11 July (in 2023, on Monday, in the same week)": a date tells when, not which."""
    words = [
        t for t in token.subtree if t.dep_ not in ("prep", "punct") and t.is_alpha and t.lower_ not in _TELLING_WHEN
    ]
    dated = any(t.like_num or t.lower_ in MONTHS | _SPANS for t in token.subtree)
    return dated and all(t.lower_ in MONTHS | _SPANS for t in words)


def _is_manner(prep: Token) -> bool:
    """ "Rejected the idea in public (in principle, in private)": a bare noun tells how, not which."""
    nouns = list(prep.children)
    return prep.lower_ == "in" and len(nouns) == 1 and nouns[0].tag_ in ("NN", "JJ") and not any(nouns[0].children)


# ── "the accord", "the alliance", "the country" ──────────────────────────────────────────────────────────────────────
def _thing(head: Token, scene: Scene) -> tuple[int, ...]:
    words = anaphor_words()
    noun = head.lemma_.lower()
    if noun in words["countries"] or noun in words["islands"]:
        return _country(head, scene)
    if noun in words["plans"]:
        return planned_thing(head, scene)
    if noun in words["occasions"] or (noun == "one" and any(c.lower_ == "this" for c in head.children)):
        return _occasion(head, scene)
    if noun in words["self"] and any(c.lower_ == "this" for c in head.children):
        return ()  # "this paper" is the document itself
    rows = [
        (label, row) for label, found in words["things"].items() for row in found if noun in row or head.lower_ in row
    ]
    if not rows:
        return _called_so(noun, head, scene)
    labels = frozenset(label for label, _ in rows)
    like = frozenset().union(*(row for _, row in rows))
    if "Office" in labels and (topic := topic_of(head, scene, frozenset({"Office"}), noun)) is not None:
        return (topic.index,)
    found = scene.before(head.i, _WINDOW, labels)
    exact = [i for i in found if _named_so(i, like, noun, scene)]
    by_word = [i for i in exact if noun in {t.lower_ for t in i.span}]
    for fits in (exact, by_word):  # "the protocol" is the Bergen Protocol even beside the Oslo Accord
        if len({i.who for i in fits}) == 1:
            return (fits[0].index,)
    if not exact:
        # far back, but the only thing of the text so far whose name has the very word
        anywhere = [i for i in scene.items if i.label in labels and i.end <= head.i and not i.inside]
        so_called = words["so_called"]
        anywhere = [i for i in anywhere if noun in {t.lower_ for t in i.span} | so_called.get(i.key, frozenset())]
        if anywhere and len({i.who for i in anywhere}) == 1:
            return (anywhere[-1].index,)
    if exact:  # several: the one named last, when the others lie further back, or the one that the text is about
        return _nearest(exact, head, scene) or _topic(exact, head, scene, labels)
    same = [i for i in scene.items if i.label in labels - _BY_NAME_ONLY and i.end <= head.i and not i.inside]
    if len({i.who for i in same}) == 1 and scene.sentence_of[head.i] - same[-1].sentence <= 3:
        return (same[-1].index,)
    if (named := _called_so(noun, head, scene)) or labels & _BY_NAME_ONLY or "Office" in labels:
        return named
    return _nearest(same[::-1], head, scene) or _topic(same, head, scene, labels)


def _nearest(items: list[Item], head: Token, scene: Scene) -> tuple[int, ...]:
    """The only one of these in this sentence so far and the one before it."""
    near = [i for i in items if scene.sentence_of[head.i] - i.sentence <= 1]
    return (near[0].index,) if len({i.who for i in near}) == 1 else ()


def _topic(items: list[Item], head: Token, scene: Scene, labels: frozenset[str]) -> tuple[int, ...]:
    """The one of these that the text is about: an article on an exercise calls that "the exercise"."""
    topic = topic_of(head, scene, labels & MADE)
    return (topic.index,) if topic is not None and topic.who in {i.who for i in items} else ()


def _occasion(head: Token, scene: Scene) -> tuple[int, ...]:
    """ "The event": the one event or exercise spoken of, a war aside."""
    wars = anaphor_words()["wars"]
    found = [
        i for i in scene.before(head.i, _OCCASION, frozenset({"Event", "Exercise"}))
        if not i.inside and i.span.root.lemma_.lower() not in wars
    ]  # fmt: skip
    return (found[0].index,) if len({i.who for i in found}) == 1 else ()


def _called_so(noun: str, head: Token, scene: Scene) -> tuple[int, ...]:
    """The one thing of the text so far whose name ends with the very noun, whatever its label."""
    found = [
        i for i in scene.items
        if i.end <= head.i and not i.inside and i.label not in ("Person", "Place", "State") and len(i.span) > 1
        and i.span.root.lower_ == noun and i.span.root.text[0].isupper()
    ]  # fmt: skip
    return (found[-1].index,) if len({i.who for i in found}) == 1 else ()


def _named_so(item: Item, like: Iterable[str], noun: str, scene: Scene) -> bool:
    """Whether the thing's name, or what the reference data says that it is, has the noun or one of its row."""
    names = {t.lower_ for t in item.span} | {t.lemma_.lower() for t in item.span}
    entity = scene.reference.entities.get(item.key)
    if entity is not None:
        names |= set(entity.name.casefold().split())
        if entity.kind in anaphor_words()["kinds"].get(noun, ()):
            return True
        names |= anaphor_words()["so_called"].get(item.key, frozenset())
    return bool(names & set(like))


def _country(head: Token, scene: Scene) -> tuple[int, ...]:
    """The one state spoken of: the only one in this sentence so far and the one before it, itself named."""
    island = any(c.lower_ == "island" for c in head.children) or head.lemma_.lower() == "island"
    found = [
        i for i in scene.before(head.i, 1, frozenset({"State"}))
        if (not i.inside or i.span.root.dep_ == "poss") and not shares_verb(i, head)
    ]  # fmt: skip
    if island:
        found = [i for i in scene.before(head.i, 3, frozenset({"State"})) if i.key in _islands()]
    if not found and not island:  # an article on one country, which its title names
        titled = [i for i in scene.items if i.title and i.label == "State" and not i.inside]
        return (titled[0].index,) if len({i.who for i in titled}) == 1 else ()
    if len({i.who for i in found}) != 1:
        subjects = [i for i in found if i.subject]
        return (subjects[0].index,) if island and len({i.who for i in subjects}) == 1 else ()
    return (found[0].index,)


def _islands() -> frozenset[str]:
    return frozenset(anaphor_words()["island_states"].split())
