"""Names of a question that belong together, or apart: "liaison office tokyo", "South Korea's Yoon", "ITPP Japan"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc

from jnato_graph.ask.named import Named, forms_in_any_case, named_at, preposition_before
from jnato_graph.ask.words import Words
from jnato_graph.extract.titles import role_words
from jnato_graph.ontology import ACTORS, BODIES
from jnato_graph.reference import load_reference

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_OWNED: Final = re.compile(r"(.+?) (?:of|for|with) (?:the )?(.+)")
# What a place is named with.
_IN_PLACES: Final = frozenset({"Event", "Office"})
# Whose name with "'s" only tells where a person is from, or whose fund it is.
_OWNED_BY: Final = frozenset({("State", "Person"), ("Organisation", "Programme")})
_OPENING: Final = frozenset({"opening", "establishing", "creating", "setting", "founding", "launching", "running"})
_OWNS: Final = ("'s", "’s")


def without_year(doc: Doc, named: Named) -> Named:
    """A listed name behind which a year stands, where no name is known with the year: "tokyo liaison office 2023"."""
    short = doc[named.start : named.end - 1]
    if (
        named.listed
        or named.label not in ("Office", "Organisation")
        or not re.fullmatch(r"(?:19|20)\d\d", doc[named.end - 1].text)
        or not len(short)
    ):
        return named
    keys = {form.key for form in forms_in_any_case(short.text) if not form.ambiguous}
    if len(keys) != 1:
        return named
    key = keys.pop()
    return named_at(doc, short.start, short.end, key, load_reference().entities[key].label, True)


def with_acronym(doc: Doc, named: Named) -> Named:
    """A name taken as one that nobody lists, though it only says what a listed one is: "cyber centre CCDCOE"."""
    last = doc[named.end - 1]
    if named.listed or named.end - named.start < 2 or not last.text.isupper():
        return named
    keys = {form.key for form in load_reference().candidates(last.text) if form.label == named.label}
    return named_at(doc, named.start, named.end, keys.pop(), named.label, True) if len(keys) == 1 else named


def of_owner(doc: Doc, named: Named) -> Named:
    """A name taken as one that nobody lists, though it is that of a listed thing and of its owner: "IPCP of Japan"."""
    entities = load_reference().entities
    parts = _OWNED.fullmatch(named.text)
    if named.listed or not parts:
        return named
    things, owners = ({form.key for form in forms_in_any_case(part) if not form.ambiguous} for part in parts.groups())
    keys = {f"{thing}-{owner}" for thing in things for owner in owners} & entities.keys()
    if len(keys) != 1:
        return named
    key = keys.pop()
    return named_at(doc, named.start, named.end, key, entities[key].label, True)


def side_by_side(doc: Doc, named: Named) -> list[Named]:
    """Two listed names that stand there without a word between them, taken for one: "France | Tokyo office stance"."""
    if named.listed:
        return [named]
    for cut in range(named.start + 1, named.end):
        forms = [forms_in_any_case(doc[start:end].text) for start, end in ((named.start, cut), (cut, named.end))]
        keys = [{(form.key, form.label) for form in each} for each in forms]
        if all(len(each) == 1 for each in keys) and next(iter(keys[0]))[1] in ACTORS:
            (first, second) = (each.pop() for each in keys)
            return [
                named_at(doc, named.start, cut, *first, True),
                named_at(doc, cut, named.end, *second, True),
            ]
    return [named]


def with_owners(doc: Doc, found: Sequence[Named]) -> list[Named]:
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
                joined[-1] = named_at(doc, last.start, named.end, key, entities[key].label, True)
                continue
        joined.append(named)
    return joined


def with_thing(doc: Doc, named: Named, found: Sequence[Named]) -> Named:
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
                return named_at(doc, start, last + 1, key, entities[key].label, True)
        if keys:  # the graph knows which of them is meant
            key = f"event:{thing.lower().replace(' ', '-')}"
            return Named(start=named.start, end=last + 1, text=thing, key=key, label="Event", listed=False)
    for size in (3, 2, 1):
        start = named.start - size
        if start < 0 or inside & set(range(start, named.start)):
            continue
        keys = {form.key for form in forms_in_any_case(f"{doc[start : named.start].text} in {named.text.title()}")}
        if len(keys) == 1:
            key = keys.pop()
            return named_at(doc, start, named.end, key, entities[key].label, True)
    return named


def with_mission(doc: Doc, named: Named, found: Sequence[Named]) -> Named:
    """A body with the mission to it of who is named before: "Japan ... its own mission to NATO" is that of Japan."""
    if named.label not in ("Organisation", "State") or named.preposition != "to":
        return named
    noun = doc[named.start - 2] if named.start > 1 else None
    if noun is None or noun.lower_ not in ("mission", "delegation", "embassy"):
        return named
    owners = [each for each in found if each.end <= noun.i and each.label == "State" and each.listed]
    start = noun.i
    while start > 0 and doc[start - 1].pos_ in ("ADJ", "PRON", "DET", "PART") and doc[start - 1].lower_ not in _OWNS:
        start -= 1
    entities = load_reference().entities
    for owner in owners[-1:]:
        name = f"{noun.lower_} of {entities[owner.key].name} to {entities[named.key].name}"
        keys = {form.key for form in forms_in_any_case(name) if form.label == "Office"}
        if len(keys) == 1:
            key = keys.pop()
            return replace(named_at(doc, start, named.end, key, entities[key].label, True), preposition="")
    return named


def without_appositions(doc: Doc, found: Sequence[Named], words: Words) -> list[Named]:
    """The names, one that only says what the listed one before it is with that one: "ISAF, the mission in Kabul"."""
    joined: list[Named] = []
    for named in sorted(found, key=lambda each: each.start):
        last = joined[-1] if joined else None
        between = doc[last.end : named.start].text.lower() if last else ""
        told = {label for token in doc[named.start : named.end] for label in words.labels.get(token.lemma_.lower(), ())}
        same = last and last.listed and not named.listed and last.label in told | {named.label}
        if last and same and between in (", the", ", a", ","):
            joined[-1] = replace(last, end=named.end)
        else:
            joined.append(named)
    return joined


def with_title(doc: Doc, named: Named, found: Sequence[Named], words: Words) -> Named:
    """The name of a person with the title before it, which says nothing more: "Prime Minister Kishida"."""
    start = named.start
    inside = {i for each in found for i in range(each.start, each.end)}
    ranks = role_words().ranks | role_words().honorifics
    if named.label == "Person":
        for at in range(named.start - 1, -1, -1):
            if at in inside or at < named.start - 4:
                break
            ahead = doc[at : named.start]
            if ahead.text.casefold().replace("-", " ") in words.titles or all(
                t.lower_.rstrip(".") in ranks for t in ahead
            ):
                start = at
    return named if start == named.start else replace(named, start=start, preposition=preposition_before(doc[start]))


def without_origins(doc: Doc, found: Sequence[Named]) -> list[Named]:
    """The names, a state that only tells where a person is from with the person: "South Korea's Yoon"."""
    joined: list[Named] = []
    for named in sorted(found, key=lambda each: each.start):
        last = joined[-1] if joined else None
        between = doc[last.end - 1 : named.start].text if last else ""
        owns = last is not None and between.endswith(_OWNS)
        if last and owns and ((last.label, named.label) in _OWNED_BY or _is_body_of(named, last)):
            joined[-1] = replace(named, start=last.start, preposition=last.preposition)
        else:
            joined.append(named)
    return joined


def _is_body_of(named: Named, owner: Named) -> bool:
    """Whether an organisation is one of the state before it: "Norway's NDMA", but not "Japan's NATO partners"."""
    if named.label != "Organisation" or owner.label != "State":
        return False
    return not named.listed or load_reference().entities[named.key].state == owner.key


def without_openers(doc: Doc, found: Sequence[Named]) -> list[Named]:
    """The names, who opens a thing of its own with that: "NATO opening a liaison office in Tokyo" is the office."""
    joined: list[Named] = []
    for named in sorted(found, key=lambda each: each.start):
        last = joined[-1] if joined else None
        between = doc[last.end : named.start] if last else doc[:0]
        opens = any(token.lower_ in _OPENING for token in between) and all(
            token.lower_ in _OPENING or token.pos_ in ("DET", "ADJ", "ADP", "PART", "PRON") for token in between
        )
        if last and opens and last.label in BODIES and named.key.startswith(f"{last.key}-"):
            joined[-1] = replace(named, start=last.start, preposition=last.preposition)
        else:
            joined.append(named)
    return joined


def with_office(doc: Doc, named: Named, found: Sequence[Named], words: Words) -> Named:
    """A state or organisation with the office behind its name, whose holder is meant: "the Swedish prime minister"."""
    if named.label not in BODIES:
        return named
    at = named.end + (named.end < len(doc) and doc[named.end].text in _OWNS)
    for size in (3, 2, 1):
        if at + size > len(doc) or any(each.start < at + size and at < each.end for each in found):
            continue
        text = doc[at : at + size].text.casefold().replace(" - ", " ").replace("-", " ")
        person = size == 1 and "Person" in words.labels.get(doc[at].lemma_.lower(), ())
        if person or {text, text.removesuffix("s")} & words.titles:
            is_named = any(each.start == at + size and each.label in ("Person", "") for each in found)
            return named if is_named else replace(named, office=frozenset(range(named.end, at + size)))
    return named


def with_ships(doc: Doc, found: Sequence[Named], words: Words) -> list[Named]:
    """The names, with those of ships in one: "HMS Prince of Wales" is no prince, and not in Wales."""
    joined = list(found)
    for token in doc:
        if token.text not in words.ship_prefixes or token.i + 1 == len(doc) or not doc[token.i + 1].text[:1].isupper():
            continue
        end = token.i + 2
        while end < len(doc) and (
            doc[end].text[:1].isupper()
            or (doc[end].lower_ in ("of", "the", "-") and end + 1 < len(doc) and doc[end + 1].text[:1].isupper())
        ):
            end += 1
        if any(each.start <= token.i and end <= each.end for each in joined):
            continue
        name = Named(start=token.i, end=end, text=doc[token.i : end].text, key="", label="", listed=False,
                     preposition=preposition_before(token))  # fmt: skip
        joined = [each for each in joined if each.end <= token.i or end <= each.start] + [name]
    return joined
