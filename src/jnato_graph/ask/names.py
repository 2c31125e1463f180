"""The names in a question, told by the same pipeline and the same lists as those in articles."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc, Token

from jnato_graph.ask.joined import (
    of_owner,
    side_by_side,
    with_acronym,
    with_mission,
    with_office,
    with_owners,
    with_ships,
    with_thing,
    with_title,
    without_appositions,
    without_openers,
    without_origins,
    without_year,
)
from jnato_graph.ask.named import GraphName, Named, forms_in_any_case, named_at, preposition_before
from jnato_graph.ask.words import Words
from jnato_graph.ontology import ACTORS
from jnato_graph.records import Document
from jnato_graph.reference import load_reference
from jnato_graph.report.names import fold
from jnato_graph.resolve import resolve

QUESTION: Final = "question"
_THERE: Final = frozenset({"Operation", "Office"})  # what may be called by its noun and place
_QUOTED: Final = re.compile(r"[\"“”«»]([^\"“”«»]+)[\"“”«»]|(?<!\w)'([^']+)'(?!\w)")


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
    spans = [each for each in spans if each[2] in entities or not _is_noun_in_place(doc, each, spans, entities)]
    outer = [
        each
        for each in spans
        if not any(o[0] <= each[0] and each[1] <= o[1] and (o[1] - o[0]) > (each[1] - each[0]) for o in spans)
    ]
    found = [named_at(doc, start, end, key, label, key in entities) for start, end, key, label in dict.fromkeys(outer)]
    found = [with_acronym(doc, without_year(doc, each)) for each in found if not _is_no_name(doc, each, words)]
    found = [part for each in found for part in side_by_side(doc, of_owner(doc, each))]
    found = _with_known(doc, found, words, known)
    found += _listed_in_any_case(doc, found, words)
    found = [with_mission(doc, each, found) for each in found]
    found = [with_thing(doc, each, found) for each in without_appositions(doc, found, words)]
    found = without_origins(doc, [with_title(doc, each, found, words) for each in with_owners(doc, found)])
    found = without_openers(doc, found)
    found += _meant(doc, found, words)
    found = with_ships(doc, found, words)
    found += _unknown(doc, found, words, dates)
    found = [with_office(doc, each, found, words) for each in found]
    return sorted(found, key=lambda each: each.start)


def _is_noun_in_place(
    doc: Doc, span: tuple[int, int, str, str], spans: Sequence[tuple[int, int, str, str]], entities: Container[str]
) -> bool:
    """Whether an unlisted find only says what something is and where: "the mission in Afghanistan"."""
    inside = [each for each in spans if span[0] < each[0] and each[1] <= span[1] and each[2] in entities]
    meant = any(each[2] in entities and each[3] in _THERE for each in spans)  # "ISAF, the mission in Afghanistan"
    return (
        bool(inside)
        and not meant
        and span[3] in _THERE
        and all(token.is_lower for token in doc[span[0] : inside[0][0]])
    )


def quoted(text: str) -> str:
    """The text in quotation marks, or ""."""
    match = _QUOTED.search(text)
    return (match[1] or match[2] or "").strip() if match else ""


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
    return bool(name) and year.isdigit() and any(form.label in (*ACTORS, "Place") for form in forms_in_any_case(name))


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
            forms = [form for form in forms_in_any_case(tokens.text) if not form.ambiguous]
            meant = {form.key for form in forms if form.kind != "capital"}
            if not meant and tokens[0].pos_ == "PROPN":
                meant = {form.key for form in forms}  # "moscow" is no place of the lists, but a government
            surnames = set() if meant or size > 1 else set(reference.surname(tokens.text, doc._.published))
            keys = meant or surnames
            if len(keys) != 1 or (size == 1 and not _name_like(tokens[0])):
                continue
            key = keys.pop()
            more.append(named_at(doc, start, start + size, key, reference.entities[key].label, True))
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
            named = named_at(doc, start, end, name.key, name.label, name.key in load_reference().entities)
            named = replace(named, known=() if name.partly else ((name.key, name.label), *name.others))
            overlapping = [each for each in found if each.start < end and start < each.end]
            sizes = [each.end - max(each.start, _behind_owner(doc, each)) for each in overlapping]
            longer = [
                size
                for each, size in zip(overlapping, sizes, strict=True)
                if each.listed and size >= end - start and not _only_resembles(each, named)
            ]
            if longer or any(size > end - start for size in sizes):
                continue
            if name.partly:
                if overlapping or not _may_be_name(doc, start, end, words):
                    continue
                where = next((each for each in found if each.start == end + 1 and each.label == "Place"), None)
                if where and where.preposition in ("in", "at"):  # "the cyber defence centre in Tallinn"
                    found = [each for each in found if each is not where]
                    end = where.end
                named = replace(named, end=end, assumed=True)
            if not overlapping and not _may_be_name(doc, start, end, words):
                continue
            found = [each for each in found if each not in overlapping] + [named]
    return found


def _only_resembles(listed: Named, named: Named) -> bool:
    """Whether a listed find goes by no such name, while something in the graph does: "Asian NATO" is not NATO."""
    same = (listed.start, listed.end) == (named.start, named.end) and listed.key != named.key
    return same and not any(form.key == listed.key for form in forms_in_any_case(listed.text))


def _behind_owner(doc: Doc, named: Named) -> int:
    """Where a name begins without its owner: "NATO's [Trust Fund]"."""
    return max((i + 1 for i in range(named.start, named.end - 1) if doc[i].text in ("'s", "’s")), default=named.start)


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
    return any(form.surface.isupper() for form in forms_in_any_case(text))


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
            while (
                end < len(doc)
                and end not in taken
                and (
                    _looks_unknown(doc[end], words)
                    # "Baden-Württemberg" is one name
                    or (doc[end].text == "-" and end + 1 < len(doc) and _looks_unknown(doc[end + 1], words))
                )
            ):
                end += 1
            if end == at + 1 and _is_plain_word(doc, at):
                at = end
                continue
            more.append(Named(start=at, end=end, text=doc[at:end].text, key="", label="", listed=False,
                              preposition=preposition_before(token)))  # fmt: skip
            at = end
        else:
            at += 1
    return more


def _is_plain_word(doc: Doc, at: int) -> bool:
    """Whether a capital is that of an English word at the beginning, or of who asks: "Donors?", "the Committee"."""
    before, token = doc[at - 1], doc[at]
    begins = before.text in (".", "?", "!", ":", ";", "-", "–", "—")
    speaks = before.lower_ in ("the", "our", "my", "a", "this", "that")
    return not token.is_oov and not token.text.isupper() and (begins or speaks)


def _meant(doc: Doc, found: Sequence[Named], words: Words) -> list[Named]:
    """What is meant by nouns where nothing of its kind is named: "the liaison office" is that in Tokyo."""
    entities = load_reference().entities
    more = []
    for phrase, key in words.meant.items():
        size = len(phrase.split())
        at = next((i for i in range(len(doc) - size + 1) if doc[i : i + size].text.lower() == phrase), -1)
        if at >= 0 and not any(each.label == entities[key].label for each in found):
            more.append(replace(named_at(doc, at, at + size, key, entities[key].label, True), assumed=True))
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
