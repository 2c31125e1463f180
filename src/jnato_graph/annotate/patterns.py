"""Names that have a form of their own and no fixed words: wars and invasions, instances with a year, joined seas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from jnato_graph.annotate.lexicon import Match
from jnato_graph.annotate.spans import Found
from jnato_graph.reference import load_reference

Names = dict[tuple[int, int], Match]
WARS = {"invasion": frozenset({"of"}), "war": frozenset({"in", "on", "against"}), "annexation": frozenset({"of"}),
        "aggression": frozenset({"against"})}  # fmt: skip
YEAR = re.compile(r"(?:19|20)\d\d|['’]?\d\d|[IVX]{1,5}")
LONG_YEAR = re.compile(r"(?:19|20)\d\d")
RECURRING = frozenset({"Exercise", "Event", "Policy", "Operation", "Agreement"})
BEFORE_DATE = frozenset({"in", "since", "by", "from", "of", "until", "during"})
GOVERNMENTS = frozenset({"government", "administration", "cabinet"})
LEADERS = frozenset({"prime-minister", "president", "chancellor", "taoiseach"})
PARTNERS = re.compile(r"(?:Indo|Asia)[-–]Pacific partners", re.IGNORECASE)
PARTNERS_KEY = "ip4"
WATERS = frozenset({"Seas", "Oceans", "Straits"})


def wars(doc: Doc, names: Names) -> Iterator[Found]:
    """ "war in Ukraine", "invasion of Kuwait", "war of aggression against Ukraine": named by the state that suffers."""
    states = {start: end for (start, end), match in names.items() if match.meanings[0].label == "State"}
    for token in doc:
        links = WARS.get(token.lower_)
        if links is None:
            continue
        start, index = token.i, token.i + 1
        if token.lower_ == "war" and doc[index : index + 3].text.lower() == "of aggression against":
            index += 2
            links = frozenset({"against"})
        if token.lower_ == "aggression" and start > 1 and doc[start - 2].lower_ == "war":
            continue
        if index >= len(doc) or doc[index].lower_ not in links:
            continue
        index += 1
        if index < len(doc) and doc[index].lower_ == "the":
            index += 1
        if index in states:
            yield Found(start, states[index], "Event")


def instances(doc: Doc, names: Names) -> Iterator[Found]:
    """A listed series with the year of an instance: "RIMPAC 2024", "Locked Shields 23", "2022 Strategic Concept"."""
    for (start, end), match in names.items():
        label = match.meanings[0].label
        if label not in RECURRING or not any(token.text[0].isupper() for token in doc[start:end]):
            continue
        numbered = end < len(doc) and YEAR.fullmatch(doc[end].text) and not doc[end - 1].like_num
        dated = start and LONG_YEAR.fullmatch(doc[start - 1].text) and not doc[start].like_num
        if numbered and label in ("Exercise", "Operation", "Event"):
            yield Found(start, end + 1, label)
        elif dated and (start < 2 or doc[start - 2].lower_ not in BEFORE_DATE):
            yield Found(start - 1, end, label)


def partners(doc: Doc) -> Iterator[Found]:
    """ "Indo-Pacific partners", where they are NATO's or counted: Japan, South Korea, Australia and New Zealand."""
    for token in doc[3:]:
        if token.lower_ != "partners" or not is_partners(doc[token.i - 3 : token.i + 1].text):
            continue
        before = doc[max(0, token.i - 6) : token.i - 3].text.lower()
        if any(word in before for word in ("nato", "alliance", "four", "its", "the")):
            yield Found(token.i - 3, token.i + 1, "Organisation")


def is_partners(text: str) -> bool:
    """Whether a name is that of the group of partners."""
    return PARTNERS.fullmatch(text) is not None


def governments(doc: Doc, names: Names) -> Iterator[Found]:
    """ "Kishida government", "Biden administration", "Kishida's government": the state that the person leads."""
    for (start, end), match in names.items():
        if end >= len(doc) or not any(meaning.label == "Person" for meaning in match.meanings):
            continue
        last = end + 1 if doc[end].text in ("'s", "’s") else end
        if last < len(doc) and doc[last].lower_ in GOVERNMENTS and (last == end or doc[last].lower_ == "government"):
            yield Found(start, last + 1, "State")


def led_state(doc: Doc, found: Found) -> set[str]:
    """The state led by the person whose government `found` is; empty when that is not sure."""
    if doc[found.end - 1].lower_ not in GOVERNMENTS:
        return set()
    name = doc[found.start : found.end - 1].text.removesuffix("'s").removesuffix("’s")
    reference = load_reference()
    persons = {form.key for form in reference.candidates(name) if form.label == "Person"}
    states = {
        term.actor
        for person in persons
        for term in reference.terms_of(person)
        if term.role in LEADERS and reference.entities[term.actor].label == "State"
    }
    return states if len(states) == 1 else set()


def joined_waters(doc: Doc) -> Iterator[tuple[Found, str]]:
    """Two seas in one name, each with the name it has by itself.

    Of "East and South China Seas" the whole stands for the East China Sea, "South China Seas" for the other.
    """
    for token in doc[2:]:
        if token.text not in WATERS or not doc[token.i - 1].text[0].isupper():
            continue
        start, end = token.i - 1, token.i + 1
        while start and doc[start - 1].text[0].isupper() and doc[start - 1].is_alpha:
            start -= 1
        if start >= 2 and doc[start - 1].text == "and" and doc[start - 2].text[0].isupper():
            water = token.text.removesuffix("s")
            shared = [word.text for word in doc[start + 1 : token.i]]
            yield Found(start - 2, end, "Place"), " ".join([doc[start - 2].text, *shared, water])
            yield Found(start, end, "Place"), " ".join([doc[start].text, *shared, water])
