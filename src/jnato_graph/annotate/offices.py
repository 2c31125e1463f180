"""Names with a place as a part: "liaison office in Tokyo", "mission of Japan to NATO", "Kabul communiqué"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from jnato_graph.annotate.lexicon import Match
from jnato_graph.annotate.spans import Found

Names = dict[tuple[int, int], Match]
WHERE = frozenset({"in", "at"})
TO = frozenset({"mission", "delegation", "representation", "embassy", "ambassador"})
# Lower-case nouns that make a name with a place before them, and of what sort ("Kabul communiqué", "Seoul annex").
PLACED = {
    "summit": "Event", "summits": "Event", "communiqué": "Agreement", "communique": "Agreement", "accord": "Agreement",
    "accords": "Agreement", "protocol": "Agreement", "treaty": "Agreement", "pact": "Agreement", "annex": "Office",
    "declaration": "Agreement", "embassy": "Office", "consulate": "Office", "Embassy": "Office", "Consulate": "Office",
}  # fmt: skip
MISSIONS = frozenset({"embassy", "consulate"})
BASE_SORTS = frozenset({"air", "naval", "army", "submarine", "military"})
SENT = frozenset({"mission", "delegation", "representation"})
MISSION_SORTS = frozenset({"diplomatic", "permanent", "formal", "independent", "separate", "dedicated", "official"})
MINISTRIES = frozenset({
    *(f"{of} ministry" for of in ("foreign", "defence", "defense", "interior", "finance", "trade", "justice")),
    "air force",
})  # fmt: skip
PLACES = frozenset({"Place", "State"})


def extended(doc: Doc, found: Found, names: Names) -> Found:
    """An office with the place or body behind it, where the find stopped short; without "to" where none can be."""
    if found.label != "Office":
        return found
    for index in range(found.start + 1, found.end):
        if doc[index].lower_ == "to" and not any(doc[i].lower_ in TO for i in range(found.start, index)):
            return found._replace(end=index)
    end = found.end
    if (
        end < len(doc)
        and doc[end].lower_ == "capital"
        and doc[end - 1].text[0].isupper()
        and doc[end - 2].lower_ == "the"
    ):
        end += 1  # "the office in the Japanese" is no office
    while end + 1 < len(doc) and _links(doc, found, end):
        start = end + 2 if doc[end + 1].lower_ == "the" and end + 2 < len(doc) else end + 1
        longest = max((e for e in range(start + 1, min(start + 8, len(doc) + 1)) if (start, e) in names), default=0)
        if not longest or names[start, longest].meanings[0].label not in ("Place", "State", "Organisation"):
            break
        if names[start, longest].meanings[0].kind == "adjective":
            # "the office in the Japanese capital"
            if longest >= len(doc) or doc[longest].lower_ != "capital":
                break
            longest += 1
        end = longest
    return found._replace(end=end)


def _links(doc: Doc, found: Found, end: int) -> bool:
    """Whether the word behind an office leads on to where it is or to whom it is sent."""
    word, inside = doc[end].lower_, [doc[index].lower_ for index in range(found.start, end)]
    if word in WHERE:
        return word not in inside
    return word == "to" and "to" not in inside and bool(TO & set(inside))


def bodies(doc: Doc, names: Names) -> Iterator[Found]:
    """A state with one of its bodies in small letters: "Danish foreign ministry", "Peru's navy", "India's embassy"."""
    for (start, end), match in names.items():
        if end + 1 >= len(doc) or not any(meaning.label == "State" for meaning in match.meanings):
            continue
        owned = doc[end].text in ("'s", "’s")
        at = end + 1 if owned else end
        if at >= len(doc) or not (owned or any(m.kind in ("adjective", "alias") for m in match.meanings)):
            continue
        pair = doc[at : at + 2].text
        if pair in MINISTRIES:
            yield Found(start, at + 2, "Organisation")
        elif (
            owned and doc[at].text in MISSIONS and (at + 1 >= len(doc) or doc[at + 1].lower_ not in ("in", "to", "at"))
        ):
            yield Found(start, at + 1, "Office")


def missions(doc: Doc, names: Names) -> Iterator[Found]:
    """A mission or delegation to a listed body, with what tells its sort: "stand-alone mission to NATO in Brussels"."""
    for token in doc[:-2]:
        if token.lower_ not in SENT or doc[token.i + 1].lower_ != "to":
            continue
        at = token.i + 3 if doc[token.i + 2].lower_ == "the" else token.i + 2
        end = max((e for (s, e), m in names.items() if s == at and m.meanings[0].label == "Organisation"), default=0)
        if not end and at < len(doc) and doc[at].lower_ == "alliance":
            end = at + 1
        if end:
            start = token.i
            while start and (doc[start - 1].lower_ in MISSION_SORTS):
                start -= 1
            yield extended(doc, Found(start, end, "Office"), names)


def placed(doc: Doc, names: Names) -> Iterator[Found]:
    """A listed place or state with a noun in small letters: "Vilnius summit", "Danish embassy"."""
    for (start, end), match in names.items():
        if end < len(doc) and (label := PLACED.get(doc[end].text)) and match.meanings[0].label in PLACES:
            if label == "Event" and not any(m.label == "Place" for m in match.meanings):
                continue
            yield Found(start, end + 1, label)
            if label == "Event" and doc[end].text == "summits":
                yield from _listed_before(doc, start, names)


def bases(doc: Doc, names: Names) -> Iterator[Found]:
    """A place with its base or airport: "Ominato naval base", "Erbil airport"."""
    for (start, end), match in names.items():
        if not any(meaning.label == "Place" for meaning in match.meanings) or end >= len(doc):
            continue
        at = end + 1 if doc[end].lower_ in BASE_SORTS and end + 1 < len(doc) else end
        if doc[at].text in (("base",) if at > end else ("airport", "airbase", "airfield")):
            yield Found(start, at + 1, "Place")


def _listed_before(doc: Doc, start: int, names: Names) -> Iterator[Found]:
    """The places that share a plural: "the Madrid, Vilnius and Washington summits"."""
    by_end = {end: first for first, end in names if any(m.label == "Place" for m in names[first, end].meanings)}
    at = start - 1
    while at > 0 and doc[at].lower_ in (",", "and") and at in by_end:
        yield Found(by_end[at], at, "Event")
        at = by_end[at] - 1
