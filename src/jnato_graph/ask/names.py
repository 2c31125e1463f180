"""The names in a question, told by the same pipeline and the same lists as those in articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from spacy.tokens import Doc, Token

from jnato_graph.ask.words import Words
from jnato_graph.ontology import ACTORS
from jnato_graph.records import Document
from jnato_graph.reference import load_reference
from jnato_graph.report.names import fold
from jnato_graph.resolve import resolve

QUESTION: Final = "question"
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_OWNED: Final = re.compile(r"(.+?) (?:of|for|with) (?:the )?(.+)")
# What a place is named with.
_IN_PLACES: Final = frozenset({"Event", "Office"})
_OWNS: Final = ("'s", "’s")
_QUOTED: Final = re.compile(r"[\"“”«»]([^\"“”«»]+)[\"“”«»]|(?<!\w)'([^']+)'(?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name at tokens `start`..`end`. `key` and `label` are "" when nobody knows it.

    `listed`: the reference data has it. `preposition` stands before it. `other` is what a capital may also mean: its
    state, as (key, label). `assumed`: the question does not say which one is meant.
    """

    start: int
    end: int
    text: str
    key: str
    label: str
    listed: bool
    preposition: str = ""
    other: tuple[str, str] | None = None
    assumed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphName:
    """A name of an entity in the graph: `words` are those of the name, folded."""

    words: tuple[str, ...]
    key: str
    label: str


def find_names(
    doc: Doc, asked_on: str, words: Words, dates: frozenset[int] = frozenset(), known: Sequence[GraphName] = ()
) -> list[Named]:
    """The outermost names of a question in their order, resolved; also capitalised words that nobody knows.

    `dates`: tokens of dates, which are no names. `known`: names of the graph that stand in the question.
    """
    entities = load_reference().entities
    extraction = resolve(Document(key=QUESTION, path=QUESTION, text=doc.text, published=asked_on), doc, ())
    labels = {entity.key: entity.label for entity in extraction.entities}
    spans = []
    for mention in extraction.mentions:
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is not None and not mention.anaphor:
            spans.append((span.start, span.end, mention.entity, labels[mention.entity]))
    outer = [
        each
        for each in spans
        if not any(o[0] <= each[0] and each[1] <= o[1] and (o[1] - o[0]) > (each[1] - each[0]) for o in spans)
    ]
    found = [_named(doc, start, end, key, label, key in entities) for start, end, key, label in dict.fromkeys(outer)]
    found = [_without_year(doc, each) for each in found if not _is_no_name(doc, each, words)]
    found = [part for each in found for part in _side_by_side(doc, _of_owner(doc, each))]
    found = _with_known(doc, found, words, known)
    found += _listed_in_any_case(doc, found, words)
    found = [_with_thing(doc, each, found) for each in found]
    found = _without_origins(doc, [_with_title(doc, each, found, words) for each in _with_owners(doc, found)])
    found += _meant(doc, found, words)
    found += _unknown(doc, found, words, dates)
    return sorted(found, key=lambda each: each.start)


def quoted(text: str) -> str:
    """The text in quotation marks, or ""."""
    match = _QUOTED.search(text)
    return (match[1] or match[2] or "").strip() if match else ""


def _named(doc: Doc, start: int, end: int, key: str, label: str, listed: bool) -> Named:
    return Named(
        start=start, end=end, text=doc[start:end].text, key=key, label=label, listed=listed,
        preposition=_preposition(doc[start]), other=_state_of(doc[start:end].text, key, label),
    )  # fmt: skip


def _without_year(doc: Doc, named: Named) -> Named:
    """A listed name behind which a year stands, where no name is known with the year: "tokyo liaison office 2023"."""
    short = doc[named.start : named.end - 1]
    if (
        named.listed
        or named.label not in ("Office", "Organisation")
        or not re.fullmatch(r"(?:19|20)\d\d", doc[named.end - 1].text)
        or not len(short)
    ):
        return named
    keys = {form.key for form in _candidates(short.text) if not form.ambiguous}
    if len(keys) != 1:
        return named
    key = keys.pop()
    return _named(doc, short.start, short.end, key, load_reference().entities[key].label, True)


def _of_owner(doc: Doc, named: Named) -> Named:
    """A name taken as one that nobody lists, though it is that of a listed thing and of its owner: "IPCP of Japan"."""
    entities = load_reference().entities
    parts = _OWNED.fullmatch(named.text)
    if named.listed or not parts:
        return named
    things, owners = ({form.key for form in _candidates(part) if not form.ambiguous} for part in parts.groups())
    keys = {f"{thing}-{owner}" for thing in things for owner in owners} & entities.keys()
    if len(keys) != 1:
        return named
    key = keys.pop()
    return _named(doc, named.start, named.end, key, entities[key].label, True)


def _side_by_side(doc: Doc, named: Named) -> list[Named]:
    """Two listed names that stand there without a word between them, taken for one: "France | Tokyo office stance"."""
    if named.listed:
        return [named]
    for cut in range(named.start + 1, named.end):
        forms = [_candidates(doc[start:end].text) for start, end in ((named.start, cut), (cut, named.end))]
        keys = [{(form.key, form.label) for form in each} for each in forms]
        if all(len(each) == 1 for each in keys) and next(iter(keys[0]))[1] in ACTORS:
            (first, second) = (each.pop() for each in keys)
            return [
                _named(doc, named.start, cut, *first, True),
                _named(doc, cut, named.end, *second, True),
            ]
    return [named]


def _with_owners(doc: Doc, found: Sequence[Named]) -> list[Named]:
    """The names, one for two that stand side by side and are one thing together: "ITPP Japan" is that of Japan."""
    entities = load_reference().entities
    joined: list[Named] = []
    for named in sorted(found, key=lambda each: each.start):
        last = joined[-1] if joined else None
        between = doc[last.end : named.start].text.lower().replace("the", "").strip() if last else "-"
        if last and between in ("", "of", "for", "with", "'s", "’s"):
            key = next((f"{a.key}-{b.key}" for a, b in ((last, named), (named, last))
                        if a.listed and b.listed and f"{a.key}-{b.key}" in entities), "")  # fmt: skip
            if key:
                joined[-1] = _named(doc, last.start, named.end, key, entities[key].label, True)
                continue
        joined.append(named)
    return joined


def _with_thing(doc: Doc, named: Named, found: Sequence[Named]) -> Named:
    """A place with what is in it, where both stand side by side: "liaison office tokyo" is that in Tokyo."""
    if named.label not in ("Place", "State") or named.preposition in ("in", "to", "from"):
        return named
    inside = {i for each in found for i in range(each.start, each.end)}
    entities = load_reference().entities
    year = next((i for i in (named.start - 1, named.end) if 0 <= i < len(doc) and _YEAR.fullmatch(doc[i].text)), -1)
    last = named.end + (year == named.end)
    if last < len(doc) and last not in inside and doc[last].pos_ in ("NOUN", "PROPN"):
        thing = f"{named.text.title()} {doc[last].lower_}"  # "vilnius 2023 summit"
        for text in (f"{doc[year].text} {thing}", f"{thing} {doc[year].text}", thing) if year >= 0 else (thing,):
            keys = {form.key for form in load_reference().candidates(text) if entities[form.key].label in _IN_PLACES}
            if len(keys) == 1:
                start = min(named.start, year) if year >= 0 else named.start
                key = keys.pop()
                return _named(doc, start, last + 1, key, entities[key].label, True)
        if keys:  # the graph knows which of them is meant
            key = f"event:{thing.lower().replace(' ', '-')}"
            return Named(start=named.start, end=last + 1, text=thing, key=key, label="Event", listed=False)
    for size in (3, 2, 1):
        start = named.start - size
        if start < 0 or inside & set(range(start, named.start)):
            continue
        keys = {form.key for form in _candidates(f"{doc[start : named.start].text} in {named.text.title()}")}
        if len(keys) == 1:
            key = keys.pop()
            return _named(doc, start, named.end, key, entities[key].label, True)
    return named


def _with_title(doc: Doc, named: Named, found: Sequence[Named], words: Words) -> Named:
    """The name of a person with the title before it, which says nothing more: "Prime Minister Kishida"."""
    start = named.start
    inside = {i for each in found for i in range(each.start, each.end)}
    if named.label == "Person":
        for at in range(named.start - 1, -1, -1):
            if at in inside or at < named.start - 4:
                break
            if doc[at : named.start].text.casefold().replace("-", " ") in words.titles:
                start = at
    return named if start == named.start else replace(named, start=start, preposition=_preposition(doc[start]))


def _without_origins(doc: Doc, found: Sequence[Named]) -> list[Named]:
    """The names, a state that only tells where a person is from with the person: "South Korea's Yoon"."""
    joined: list[Named] = []
    for named in sorted(found, key=lambda each: each.start):
        last = joined[-1] if joined else None
        between = doc[last.end - 1 : named.start].text if last else ""
        if last and last.label == "State" and named.label == "Person" and between.endswith(_OWNS):
            joined[-1] = replace(named, start=last.start, preposition=last.preposition)
        else:
            joined.append(named)
    return joined


def _preposition(token: Token) -> str:
    """The preposition before a name, over articles, adjectives and other names joined by "and"."""
    at = token.i - 1
    while at >= 0 and (
        token.doc[at].pos_ in ("DET", "ADJ", "PROPN", "CCONJ", "PART", "NUM") or token.doc[at].text in (",", "where")
    ):
        at -= 1
    word = token.doc[at]
    return (
        str(word.lower_)
        if (at >= 0 and word.pos_ in ("ADP", "SCONJ", "PART")) or (at >= 0 and word.dep_ == "prep")
        else ""
    )


def _state_of(text: str, key: str, label: str) -> tuple[str, str] | None:
    """What else a capital may mean: the state whose government sits there, and the other way round."""
    forms = [form for form in _candidates(text) if form.kind == "capital" or form.label == "Place"]
    wanted = "Place" if label == "State" else "State" if label == "Place" else ""
    others = {(form.key, form.label) for form in forms if form.label == wanted and form.key != key}
    return others.pop() if len(others) == 1 else None


def _is_no_name(doc: Doc, named: Named, words: Words) -> bool:
    """Unlisted finds that are made of the small words of questions alone."""
    if named.listed:
        return False
    tokens = doc[named.start : named.end]
    plain = all(
        token.lower_ in words.not_names or token.lemma_.lower() in words.fillers | words.labels.keys() | words.actors
        for token in tokens
    )
    if _is_actor_and_year(named.text):
        return True
    return plain or not any(token.text[:1].isupper() or token.text[:1].isdigit() for token in tokens)


def _is_actor_and_year(text: str) -> bool:
    """ "russia 2022" is no name of anything: a listed actor or place, and a date."""
    name, _, year = text.rpartition(" ")
    return bool(name) and year.isdigit() and any(form.label in (*ACTORS, "Place") for form in _candidates(name))


def _listed_in_any_case(doc: Doc, found: list[Named], words: Words) -> list[Named]:
    """Names of the lists written small ("france", "nato"), longest first."""
    reference = load_reference()
    taken = {i for each in found for i in range(each.start, each.end)}
    more: list[Named] = []
    for size in range(6, 0, -1):
        for start in range(len(doc) - size + 1):
            tokens = doc[start : start + size]
            if taken & set(range(start, start + size)) or any(token.is_punct and size == 1 for token in tokens):
                continue
            if size == 1 and not _may_be_one_word(tokens[0], words):
                continue
            forms = [form for form in _candidates(tokens.text) if not form.ambiguous]
            meant = {form.key for form in forms if form.kind != "capital"}
            if not meant and tokens[0].pos_ == "PROPN":
                meant = {form.key for form in forms}  # "moscow" is no place of the lists, but a government
            surnames = set() if meant or size > 1 else set(reference.surname(tokens.text, doc._.published))
            keys = meant or surnames
            if len(keys) != 1 or (size == 1 and not _name_like(tokens[0])):
                continue
            key = keys.pop()
            more.append(_named(doc, start, start + size, key, reference.entities[key].label, True))
            taken |= set(range(start, start + size))
    return more


def _with_known(doc: Doc, found: list[Named], words: Words, known: Sequence[GraphName]) -> list[Named]:
    """The names with those that the graph knows by: in place of unlisted finds, and where nothing was found."""
    folded = [(token.i, word) for token in doc for word in fold(token.text).split()]
    for name in known:
        for at in range(len(folded) - len(name.words) + 1):
            if tuple(word for _, word in folded[at : at + len(name.words)]) != name.words:
                continue
            start, end = folded[at][0], folded[at + len(name.words) - 1][0] + 1
            named = _named(doc, start, end, name.key, name.label, name.key in load_reference().entities)
            overlapping = [each for each in found if each.start < end and start < each.end]
            shorter = [each for each in overlapping if each.end - each.start < end - start or not each.listed]
            if len(shorter) < len(overlapping) or any(each.end - each.start > end - start for each in overlapping):
                continue
            if not overlapping and not _may_be_name(doc, start, end, words):
                continue
            found = [each for each in found if each not in overlapping] + [named]
    return found


def _may_be_name(doc: Doc, start: int, end: int, words: Words) -> bool:
    """Whether words that are a name somewhere in the graph are likely one here: not plain words of a question."""
    tokens = doc[start:end]
    plain = words.fillers | words.labels.keys() | words.actors | words.not_names
    if all(token.is_stop or token.lower_ in plain or token.lemma_.lower() in plain for token in tokens):
        return False
    written = any(token.text[:1].isupper() and token.i > 0 for token in tokens)
    return written or end - start > 1 or not any(token.text[:1].isupper() for token in doc[1:])


def _may_be_one_word(token: Token, words: Words) -> bool:
    """Whether a single word may be a name in small letters: "plan" is no navy."""
    plain = words.fillers | words.labels.keys() | words.actors | words.not_names
    if token.is_stop or len(token.text) < 2 or token.lower_ in plain or token.lemma_.lower() in plain:
        return False
    return (
        not token.is_lower or token.pos_ in ("PROPN", "ADJ", "X", "INTJ") or token.is_oov or not _is_acronym(token.text)
    )


def _is_acronym(text: str) -> bool:
    return any(form.surface.isupper() for form in _candidates(text))


def _candidates(text: str) -> list:  # type: ignore[type-arg] # Form is no export of the model's package
    """What a text may mean, whatever its case."""
    reference = load_reference()
    seen = {}
    for variant in (text, text.upper(), text.title(), text.capitalize()):
        for form in reference.candidates(variant):
            seen[form.key, form.kind, form.label] = form
    return list(seen.values())


def _name_like(token: Token) -> bool:
    return token.is_oov or token.pos_ in ("PROPN", "NOUN", "ADJ", "X", "ADV", "VERB", "INTJ", "AUX")


def _unknown(doc: Doc, found: list[Named], words: Words, dates: frozenset[int]) -> list[Named]:
    """Capitalised words within the question that are in no name: a name that nobody knows, or a misspelt one."""
    taken = {i for each in found for i in range(each.start, each.end)} | dates | _titles(doc, words)
    more: list[Named] = []
    at = 0
    while at < len(doc):
        token = doc[at]
        if at > 0 and at not in taken and _looks_unknown(token, words):
            end = at + 1
            while end < len(doc) and end not in taken and _looks_unknown(doc[end], words):
                end += 1
            more.append(Named(start=at, end=end, text=doc[at:end].text, key="", label="", listed=False,
                              preposition=_preposition(token)))  # fmt: skip
            at = end
        else:
            at += 1
    return more


def _meant(doc: Doc, found: Sequence[Named], words: Words) -> list[Named]:
    """What is meant by nouns where nothing of its kind is named: "the liaison office" is that in Tokyo."""
    entities = load_reference().entities
    more = []
    for phrase, key in words.meant.items():
        size = len(phrase.split())
        at = next((i for i in range(len(doc) - size + 1) if doc[i : i + size].text.lower() == phrase), -1)
        if at >= 0 and not any(each.label == entities[key].label for each in found):
            more.append(replace(_named(doc, at, at + size, key, entities[key].label, True), assumed=True))
    return more


def _titles(doc: Doc, words: Words) -> set[int]:
    """The words of titles of several words: "Prime Minister" is no name, and "Prime" is none, either."""
    spans = [doc[at : at + size] for size in (2, 3, 4) for at in range(len(doc) - size + 1)]
    spans += [doc[token.i : token.i + 1] for token in doc if token.text.removesuffix("s").isupper()]  # "PMs"
    return {token.i for span in spans if _folded_title(span.text) & words.titles for token in span}


def _folded_title(text: str) -> set[str]:
    """A title as the list has it, in the singular too."""
    folded = text.casefold().replace("-", " ")
    return {folded, folded.removesuffix("s")}


def _looks_unknown(token: Token, words: Words) -> bool:
    lemma = token.lemma_.lower()
    plain = lemma in words.fillers | words.labels.keys() | words.actors or token.lower_ in words.not_names
    return len(token.text) > 1 and token.text[:1].isupper() and token.is_alpha and not token.is_stop and not plain
