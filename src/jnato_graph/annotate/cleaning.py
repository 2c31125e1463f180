"""Cuts the recogniser's finds to what is a name, and drops what cannot be one."""

from __future__ import annotations

from collections.abc import Mapping, Set

from spacy.tokens import Doc, Token

from jnato_graph.annotate.repair_words import words
from jnato_graph.annotate.spans import Found

ARTICLES = frozenset({"the", "a", "an", "this", "that", "its", "their", "his", "her", "our"})
# Adjectives before a name that are no part of it: "Renewed IPCP with Australia".
LOOSE_ADJECTIVES = frozenset({"renewed", "revised", "updated"})
# The names of NATO that end with "alliance"; another alliance ("US-Japan alliance") is a relation, no body.
ALLIANCE = frozenset({"alliance", "nato alliance", "atlantic alliance", "transatlantic alliance", "western alliance"})
# Which words of `marks.yaml` may end a name of each label in lower case ("embassy", "invasion", "accord").
TAILS: Mapping[str, Set[str]] = {
    "Office": frozenset({"office"}),
    "Event": frozenset({"event"}),
    "Organisation": frozenset({"organisation"}),
    "Agreement": frozenset({"agreement", "programme"}),
    "Programme": frozenset({"programme", "agreement"}),
    "Policy": frozenset({"policy"}),
    "Operation": frozenset({"operation", "office"}),
    "Exercise": frozenset({"exercise"}),
    "State": frozenset({"government"}),
    "Place": frozenset({"place"}),
}
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Regions that stand before a noun and are places all the same.
MODIFIED = frozenset({"Indo-Pacific", "Euro-Atlantic", "Asia-Pacific"})
# Words of titles besides those of `marks.yaml`: a "name" of nothing else is an office ("Under-Secretary").
TITLE_WORDS = frozenset({
    "prime", "vice", "under", "foreign", "defence", "defense", "finance", "parliamentary", "state", "acting", "cabinet",
    "councillor", "counsellor", "secretary-general", "director-general", "undersecretary", "national", "security", "of",
    "for", "the", "-", "–",
})  # fmt: skip
# Offices that are nobody's surname.
OFFICES = frozenset({
    "minister", "secretary", "president", "premier", "chancellor", "ambassador", "governor", "commissioner", "envoy",
    "spokesman", "spokeswoman", "spokesperson", "chairman", "chairwoman", "director", "undersecretary", "councillor",
    "secretary-general", "director-general", "admiral", "general", "colonel", "lieutenant", "commander", "congressman",
    "advisor", "adviser", "chair",
})  # fmt: skip
# Groups that are no bodies: "NATO Allies", "four partners".
GROUPS = frozenset({"allies", "members", "partners", "nations", "countries", "states", "powers"})
DATES = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
})  # fmt: skip
REGIONS = frozenset({"European", "Western", "Eastern", "Nordic", "Baltic", "Mediterranean"})
OCCASIONS = frozenset({"at", "before", "during", "after"})
CLASS = frozenset({"exercise", "exercises", "drill", "drills"})
LINKS = frozenset({"in", "of", "to", "on", "for", "at", "with", "between", "against", "and", "from", "by", "over"})


class Cleaner:
    """Knows the marks of single words (`data/marks.yaml`) and the words that are never a name (`data/no_names.txt`)."""

    def __init__(self, words: Mapping[str, str], never: Set[str]) -> None:
        self._words = words
        self._never = never

    def clean(self, doc: Doc, found: Found) -> Found | None:
        """`found` without article, title, possessive and loose ends; None when no name is left."""
        if _is_described(doc, found):
            return None
        start, end = self._ends(doc, found)
        end = next((index for index in range(start + 1, end) if doc[index].tag_ in FINITE and doc[index].is_lower), end)
        if found.label == "Person":
            start = self._after_titles(doc, start, end)
            if end - start > 1 and doc[end - 1].lower_ in words()["headline"] | words()["headline_other"]:
                end -= 1  # "Motegi Visits Estonia"
        else:
            if found.label == "Office":
                end = self._before_occasion(doc, start, end)
            end = self._before_loose_tail(doc, start, end, found.label)
            start, end = _without_class(doc, start, end, found.label)
            start = _without_region(doc, start, end)
            if end - start > 1 and doc[end - 1].text in ("Allies", "Members") and found.label == "Organisation":
                end -= 1
            cut = self._after_loose_words(doc, start, end, found.label)
            if cut != start:
                start, found = cut, found._replace(label="Place")
        if start >= end or any("\n" in token.text for token in doc[start:end]):
            return None
        kept = Found(start, end, found.label)
        return None if self._is_none(doc, kept) else kept

    def _ends(self, doc: Doc, found: Found) -> tuple[int, int]:
        start, end = found.start, found.end
        while start < end and (
            _is_loose(doc[start])
            or doc[start].lower_ in LOOSE_ADJECTIVES
            or (doc[start].lower_ in ARTICLES and not _names_article(doc, start))
        ):
            start += 1
        while start < end and (_is_loose(doc[end - 1]) or doc[end - 1].tag_ == "POS" or doc[end - 1].lower_ in LINKS):
            if doc[end - 1].text in (")", ".") and any(token.text in "(." for token in doc[start : end - 1]):
                break
            end -= 1
        opened = next((index for index in range(end - 1, start, -1) if doc[index].text in ("(", ")")), end)
        return start, opened if opened < end and doc[opened].text == "(" else end

    def _after_titles(self, doc: Doc, start: int, end: int) -> int:
        """Behind the titles: "Japanese Prime Minister Fumio Kishida" is a name and what goes before it."""
        office = next((index for index in range(end - 2, start, -1) if doc[index].lower_ in OFFICES), None)
        if office is not None and not doc[office + 1].is_lower:  # "Minister of Justice" is no name
            start = office + 1
        while end - start > 1 and (self._words.get(doc[start].lower_) == "title" or doc[start].is_lower):
            start += 1
        return start

    def _before_loose_tail(self, doc: Doc, start: int, end: int, label: str) -> int:
        """Cut lower-case words off the end that no name of this label ends with ("NATO members")."""
        if label not in TAILS or not any(token.text[0].isupper() for token in doc[start:end]):
            return end
        while end > start and doc[end - 1].is_lower and doc[end - 1].is_alpha:
            word = doc[end - 1].lower_
            is_relation = word == "alliance" and doc[start:end].text.lower() not in ALLIANCE
            if self._words.get(_singular(word, self._words)) in TAILS[label] and not is_relation:
                break
            end -= 1
        while end > start and doc[end - 1].lower_ in LINKS | ARTICLES:
            end -= 1
        return end

    def _before_occasion(self, doc: Doc, start: int, end: int) -> int:
        """Cut "at the Vilnius Summit" off "office at the Vilnius Summit": an office stands in a place."""
        event = self._words.get(doc[end - 1].lower_) in TAILS["Event"] if end > start else False
        return next((i for i in range(start + 1, end) if event and doc[i].lower_ in OCCASIONS), end)

    def _after_loose_words(self, doc: Doc, start: int, end: int, label: str) -> int:
        """Cut "bombing of" off "bombing of Derna": words in small letters of which none can head such a name.

        What is left is where it happened.
        """
        if label not in TAILS or label == "Office" or not doc[start : start + 1].text.islower():
            return start
        index, headed = start, False
        while index < end and doc[index].is_lower and doc[index].lower_ not in LINKS:
            headed = headed or self._words.get(_singular(doc[index].lower_, self._words)) in TAILS[label]
            index += 1
        if headed or index == end or doc[index].lower_ not in LINKS:
            return start
        return index + 1

    def _is_title(self, doc: Doc, found: Found) -> bool:
        """Whether a person is none: an office without a name ("French leader"), or a whole people ("Nova Scotians")."""
        words = [token.lower_ for token in doc[found.start : found.end]]
        if words[-1].endswith(("ians", "cans", "ese")) and doc[found.end - 1].tag_ == "NNPS":
            return True
        if doc[found.end - 1].is_lower:
            return True
        titles = [self._words.get(word) == "title" or word in TITLE_WORDS for word in words]
        if "of" in words and all(titles[: words.index("of")]):
            return True  # "Prime Minister of Japan"
        return words[-1] in OFFICES and all(titles)

    def _is_none(self, doc: Doc, found: Found) -> bool:
        text = found.text(doc)
        if found.label == "Person" and self._is_title(doc, found):
            return True
        if found.label == "Place" and doc[found.end - 1].tag_ == "JJ" and text not in MODIFIED:
            return True
        if text.lower() in self._never or not any(char.isalpha() for char in text) or len(text) < 2:
            return True
        words = [token for token in doc[found.start : found.end] if token.lower_ not in DATES]
        has_capital = any(token.text[:1].isupper() for token in words)
        if not has_capital and (len(words) < found.end - found.start or words[-1].lower_ in GROUPS):
            return True
        nameless = found.end - found.start == 1 and found.label != "Organisation"
        return not has_capital and (nameless or found.label in ("Person", "Exercise", "Place", "State", "Policy"))


def _without_class(doc: Doc, start: int, end: int, label: str) -> tuple[int, int]:
    """An exercise without the word that says that it is one: "Exercise Nordic Dawn", "the Nordic Dawn exercise"."""
    if label == "Exercise":
        if end - start > 1 and doc[start].text == "Exercise" and doc[start + 1].text[:1].isupper():
            start += 1
        if end - start > 1 and doc[end - 1].text in CLASS and doc[start].text[:1].isupper():
            end -= 1
    return start, end


def _is_described(doc: Doc, found: Found) -> bool:
    """Whether the only capitals are in an adjective: "NATO-coordinated air bridge"."""
    if found.end - found.start < 4 or doc[found.start + 1].text not in ("-", "–"):
        return False
    adjective = doc[found.start + 2]
    return adjective.tag_ in ("VBN", "VBD") and all(
        token.text.islower() or token.is_punct for token in doc[found.start + 2 : found.end]
    )


def _without_region(doc: Doc, start: int, end: int) -> int:
    """ "European NATO" members are members of NATO; an "Asian NATO" is another body."""
    return (
        start + 1
        if end - start == 2 and doc[start].text in REGIONS and doc[start + 1].text in ("NATO", "EU")
        else start
    )


def _singular(word: str, words: Mapping[str, str]) -> str:
    return word if word in words or not word.endswith("s") else word[:-1]


def _is_loose(token: Token) -> bool:
    return token.is_space or (token.is_punct and token.text not in ("#",)) or token.text in ("'s", "’s")


def _names_article(doc: Doc, index: int) -> bool:
    """Whether the article belongs to the name, as in "The Hague"."""
    return doc[index].text == "The" and index + 1 < len(doc) and doc[index + 1].text == "Hague"
