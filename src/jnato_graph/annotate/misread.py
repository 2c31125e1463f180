"""Listed names that do not mean what the list says where they stand: "Baltic" in "Baltic states", a ship's "Ottawa"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from jnato_graph.annotate.lexicon import Match

REGIONAL = frozenset({"Baltic", "Arctic", "Atlantic", "Balkan", "Caribbean", "Mediterranean", "Nordic", "Gulf"})
REGION_NOUNS = frozenset(
    {"region", "area", "theatre", "theater", "basin", "rim", "coast", "littoral", "waters", "ocean"}
)
NO_TOWNS = frozenset({"Shangri-La"})  # a hotel, and the dialogue that is held there
INDEFINITE = frozenset({"a", "an", "another", "any", "no", "every", "each"})
PAPERS = frozenset({"newspaper", "daily", "weekly", "tabloid", "magazine", "broadcaster", "reporter", "correspondent"})
MEDIA = frozenset({"news medium", "newspaper", "magazine"})
# What has a portfolio: "Minister for Foreign Affairs", "Department of Defence".
OFFICES = frozenset({
    "minister", "ministers", "ministry", "vice-minister", "secretary", "undersecretary", "under-secretary",
    "department", "committee", "counsellor", "councillor", "council", "director", "assistant", "delegate",
})  # fmt: skip
PORTFOLIOS = frozenset({
    "affairs", "defence", "defense", "trade", "state", "forces", "commerce", "finance", "interior", "navy", "army",
})  # fmt: skip
NATO = frozenset({"NATO", "Nato", "OTAN"})
ATLANTIC = frozenset({"Atlantic", "Transatlantic", "Western", "Treaty", "The", "This", "Our", "Its"})
ASKED = frozenset({"is", "are", "was", "were", "will", "has", "have", "came", "said", "wants", "wins", "pays"})
CURRENCIES = frozenset(
    {"dollar", "dollars", "yen", "pounds", "francs", "kroner", "kronor", "crowns", "won", "yuan", "roubles", "rubles"}
)
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "appos", "poss"})


def is_misread(doc: Doc, start: int, end: int, match: Match | None) -> bool:
    """Whether the words around `doc[start:end]` speak against what the lists, or its capital, say of it."""
    return (
        doc[start:end].text in NO_TOWNS
        or is_regional(doc, start, end)
        or _is_portfolio(doc, start, end, match)
        or _is_some_alliance(doc, start, end)
        or _is_question(doc, start, end)
        or _is_currency(doc, start, end)
        or (match is not None and (_is_part(doc, start, end, match) or _is_one_person(doc, start, end, match)))
    )


def is_regional(doc: Doc, start: int, end: int) -> bool:
    """Whether a region only says which: "Baltic states", "no Balkan one"; "the Pacific region" is the region."""
    if end - start != 1 or doc[start].text not in REGIONAL or end >= len(doc):
        return False
    after = doc[end]
    return after.is_lower and after.pos_ in ("NOUN", "PRON", "NUM") and after.lower_ not in REGION_NOUNS


def _is_portfolio(doc: Doc, start: int, end: int, match: Match | None) -> bool:
    """ "Foreign Affairs" in "Minister for Foreign Affairs" is no magazine, "Home" in "Home Affairs Minister" no one."""
    if match is None and end + 1 < len(doc) and doc[end].lower_ in PORTFOLIOS and doc[end + 1].lower_ in OFFICES:
        return True
    if doc[end - 1].lower_ not in PORTFOLIOS:
        return False
    if end < len(doc) and doc[end].lower_ in ("minister", "ministers", "ministry") and doc[end - 1].lower_ == "forces":
        return True  # "the French armed forces minister"
    if match is not None and match.meanings[0].sure and match.meanings[0].sort not in MEDIA:
        return False
    if end < len(doc) and doc[end].is_title and doc[end].lower_ in OFFICES:  # "Foreign Affairs Minister"
        return True
    if start < 2:
        return False
    before = start - 1
    if doc[before].lower_ == "the" and before > 1:
        before -= 1
    return doc[before].lower_ in ("of", "for") and doc[before - 1].lower_ in OFFICES


def _is_some_alliance(doc: Doc, start: int, end: int) -> bool:
    """ "an alliance", "Alliance of Sahel States", "Friendship, Alliance and Mutual Assistance": not the one of NATO."""
    if end - start != 1 or doc[start].lower_ != "alliance":
        return False
    if doc[start].is_lower and _is_about_another(doc, start):
        return True
    before = doc[start - 1] if start else None
    if before is not None and before.lower_ in INDEFINITE:
        return True
    if not doc[start].is_title:
        return False
    if before is not None and before.pos_ in ("ADJ", "PROPN") and _is_another(before):
        return True
    after = doc[end] if end < len(doc) else None
    if after is not None and (_is_named(after) or (after.lower_ in ("of", "for") and _named_at(doc, end + 1))):
        return True
    joined = after is not None and after.lower_ == "and" and _named_at(doc, end + 1)
    return joined and before is not None and before.text in (",", "and")


def _is_about_another(doc: Doc, start: int) -> bool:
    """Whether the text so far names some other alliance ("Anglo-Japanese Alliance") and never NATO."""
    others = False
    for token in doc[:start]:
        if token.text in NATO:
            return False
        others |= token.text == "Alliance" and token.i > 0 and _is_another(token.nbor(-1))
    return others


def _is_another(before: Token) -> bool:
    """Whether what stands before "Alliance" makes it another than NATO: "Anglo-Japanese Alliance"."""
    return before.is_title and before.text not in ATLANTIC


def _is_question(doc: Doc, start: int, end: int) -> bool:
    """ "WHO IS GOING": a word of a heading in capitals."""
    return doc[start:end].text == "WHO" and end < len(doc) and doc[end].is_upper and doc[end].lower_ in ASKED


def _is_currency(doc: Doc, start: int, end: int) -> bool:
    """ "100 million US dollars" is no act of the United States."""
    return end < len(doc) and start > 0 and doc[end].lower_ in CURRENCIES and doc[start - 1].like_num


def _is_part(doc: Doc, start: int, end: int, match: Match) -> bool:
    """A medium's name that is part of another: "Operation Sea Guardian", "the Australian support ship"."""
    if match.meanings[0].sort not in MEDIA:
        return False
    last = doc[end - 1]
    if end + 1 < len(doc) and doc[end].text in ("-", "–") and doc[end + 1].is_title:  # "Politico-Military Dialogue"
        return True
    if doc[start].lower_ == "the":
        if end >= len(doc) or last.dep_ not in ("amod", "compound", "nmod") or doc[end].text in ("'s", "’s"):
            return False
        return doc[end].is_lower and doc[end].is_alpha and last.head.lower_ not in PAPERS and last.head.i >= end
    return end - start == 1 and start > 0 and _is_named(doc[start - 1]) and doc[start - 1].head.i == start


def _is_one_person(doc: Doc, start: int, end: int, match: Match) -> bool:
    """ "the Dutchman", "without the Pole", "the Australian met the Indonesian": one of a people, not the state."""
    if end - start != 1 or not start or doc[start - 1].lower_ not in ("the", "a", "an"):
        return False
    kinds = {meaning.kind for meaning in match.meanings if meaning.label == "State"}
    token = doc[start]
    if not kinds or not kinds <= {"people", "adjective"} or token.text.endswith(("s", "ese", "sh", "ch", "Swiss")):
        return False
    return token.tag_ in ("NN", "NNP") and token.dep_ in ARGUMENTS and not _goes_on(token)


def _goes_on(token: Token) -> bool:
    """Whether the noun of an adjective follows: "the Australian navy"."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    return after is not None and (after.pos_ in ("NOUN", "PROPN", "ADJ") or after.text in ("-", "and", ","))


def _is_named(token: Token) -> bool:
    return token.is_title and token.pos_ == "PROPN"


def _named_at(doc: Doc, index: int) -> bool:
    return index < len(doc) and doc[index].text[:1].isupper()
