"""Ships of the navies: their names are no entities, but the letters before them tell whose they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import cache

from spacy.tokens import Doc, Token

from jnato_graph.annotate.lexicon import Match
from jnato_graph.annotate.spans import Found
from jnato_graph.packaged import data_yaml

Names = dict[tuple[int, int], Match]
VESSELS = frozenset({
    "frigate", "destroyer", "corvette", "carrier", "submarine", "cruiser", "minehunter", "minesweeper", "icebreaker",
    "cutter", "tanker", "trawler", "ferry", "ship", "vessel", "flagship", "gunboat", "warship", "yacht",
})  # fmt: skip
LONGEST = 5
# Small words inside the name of a ship: "HMS Prince of Wales", "HMCS Ville de Québec".
INSIDE = frozenset({"of", "the", "de", "la", "le", "du", "des", "and"})


def prefixed(doc: Doc) -> Iterator[Found]:
    """Ships with the letters of their navy: "HMNZS Te Mana" as a whole."""
    prefixes = states_by_prefix()
    for token in doc[:-1]:
        if token.text in prefixes and _names(doc, token.i + 1):
            end = token.i + 2
            while end < len(doc) and end - token.i < LONGEST:
                if _names(doc, end) and doc[end].text not in prefixes:
                    end += 1
                elif doc[end].text in INSIDE - {"and"} and end + 1 < len(doc) and _names(doc, end + 1):
                    end += 2
                else:
                    break
            yield Found(token.i, end, "State")


def _names(doc: Doc, index: int) -> bool:
    return doc[index].text[:1].isupper() and not (doc[index].is_upper and len(doc[index]) > 3)


def is_vessel(token: Token) -> bool:
    """Whether a token tells of a ship: "frigate", the letters before a ship's name."""
    return token.lemma_.lower() in VESSELS or (token.text in states_by_prefix() and token.is_upper)


def owned(doc: Doc, names: Names) -> dict[tuple[int, int], str]:
    """The prefixed ships of states that the text also names otherwise, each with its state's key.

    A ship's letters alone make no state a party of the text; where it is one, the ship counts as its state.
    """
    ships = list(prefixed(doc))
    if not ships:
        return {}
    inside = {index for ship in ships for index in range(ship.start, ship.end)}
    # "Sea of Japan" does not name the state
    inside |= {index for start, end in names if end - start > 1 for index in range(start + 1, end)}
    named = {
        meaning.key
        for (start, _), match in names.items()
        if start not in inside
        for meaning in match.meanings
        if meaning.label == "State" and meaning.sure
    }
    states = states_by_prefix()
    found = {
        ship[:2]: states[doc[ship.start].text]
        for ship in ships
        if states[doc[ship.start].text] in named and ship[:2] not in names
    }
    return found | dict(_without_letters(doc, found, inside))


def _without_letters(
    doc: Doc, ships: Mapping[tuple[int, int], str], inside: Set[int]
) -> Iterator[tuple[tuple[int, int], str]]:
    """ "Te Kaha sailed": a ship of two words or more that the text has named with its letters."""
    owners = {tuple(t.text for t in doc[start + 1 : end]): state for (start, end), state in ships.items()}
    for name, state in owners.items():
        for start in range(len(doc) - len(name) + 1) if len(name) > 1 else ():
            place = range(start, start + len(name))
            if tuple(doc[i].text for i in place) == name and inside.isdisjoint(place):
                yield (start, start + len(name)), state


def ship_tokens(doc: Doc, names: Names) -> frozenset[int]:
    """The tokens of prefixed ships, in which nothing else is named; a base that is listed ("HMAS Stirling") is none."""
    return frozenset(index for ship in prefixed(doc) if ship[:2] not in names for index in range(ship.start, ship.end))


@cache
def states_by_prefix() -> Mapping[str, str]:
    """The keys of the states by the letters before their ships' names (`data/ship_prefixes.yaml`)."""
    return {prefix: state for state, prefixes in data_yaml("ship_prefixes.yaml").items() for prefix in prefixes}
