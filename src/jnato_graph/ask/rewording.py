"""A question in plainer words: slips of spelling mended, ways of saying things turned into words that others use too.

Both happen before the question is parsed, so that "put their foot down over" is read as any other "opposed". The tables
are those of `data/rewording.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.language import Language

from jnato_graph.ask.capitals import with_capitals
from jnato_graph.ask.compared import as_positions
from jnato_graph.ask.date_words import plain_dates
from jnato_graph.ask.holders import in_office
from jnato_graph.ask.left_out import key_of
from jnato_graph.ask.named import forms_in_any_case
from jnato_graph.ask.parts import asking_part, without_further
from jnato_graph.ask.patterns import Pattern
from jnato_graph.ask.spelling import mend
from jnato_graph.ask.spoken import as_written, asides, without_asides, without_frame
from jnato_graph.ask.untold import of_gifts
from jnato_graph.ask.words import load_words
from jnato_graph.extract.lexicon import load_lexicon
from jnato_graph.ontology import ACTORS
from jnato_graph.packaged import data_yaml

_QUOTES: Final = re.compile(r"[\"“”«»][^\"“”«»]*[\"“”«»]")
_ADJECTIVE: Final = (
    r"(?:(?:earlier|previous|former|initial|original|early|first|own|full|strong|public|open|official|clear|firm)\s+)?"
)
_POSSESSIVE: Final = rf"(?:(?:its|their|his|her|our|your|my|the|an?|any|some|all)\s+)?{_ADJECTIVE}"
_KEPT: Final = r"((?:[\w'’.-]+\s+){1,4}?)"
# "Who's actually mad", but not "who's opposed", which may be "has".
_IS: Final = re.compile(
    r"\b(who|what|where|which|there)['’]s\s+(?:(really|actually|so|very|quite)\s+)?"
    r"(?=(?:mad|angry|furious|upset|against|for|behind|in|on|not|un\w+|happy|keen|fine|ok|okay|still|cross|livid|annoyed|wary|critical)\b)",
    re.IGNORECASE,
)
# "The piece headed ...": a title follows.
_HEADED: Final = re.compile(
    r"\b(articles?|story|piece|document|paper|report|interview)\s+"
    r"(?:(?:that|which)\s+is\s+)?(?:called|titled|entitled|headed|headlined|named)\s+(?=[\"“'A-Z])"
)
# "The Moscow-Pyongyang treaty"
_BETWEEN: Final = re.compile(
    r"(?<![\w-])([A-Z]\w+)[-–]([A-Z]\w+(?: [A-Z]\w+)?)\s+"
    r"((?:[a-z-]+\s+){0,2}?(?:treaty|pact|agreements?|accords?|deals?|talks|meetings?|visits?|summits?|relations|ties|partnership|cooperation|contacts?))\b"
)
_BEING: Final = frozenset({"is", "was", "be", "been", "become", "became", "being"})
_STRESS: Final = r"(?:(?:really|actually|truly|so|very|quite|rather|still|openly|clearly|publicly)\s+)?"
_BASE_BEFORE: Final = frozenset(
    {"did", "does", "do", "to", "not", "n't", "didn't", "doesn't", "don't", "can", "could", "may"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reworded:
    """The question as it is read. `slips`: the words that were taken for others, as (written, read).

    `vague`: what is read less exactly than it says ("spring of 2023"). `without`: keys of what it leaves out.
    `apart`: whether only what two actors disagree on is asked for.
    """

    text: str
    slips: tuple[tuple[str, str], ...] = ()
    vague: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    apart: bool = False


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]
    into: str
    size: int
    word: str  # one of its words, in small letters: a text without it is not searched
    base: str = ""  # into what, where the form of the verb is also that of the infinitive


def reword(text: str, nlp: Language, vocabulary: frozenset[str], names: Iterable[str]) -> Reworded:
    """The question in plainer words. `vocabulary`: the words of the reports; `names`: words of names, left alone."""
    text, unread = asking_part(as_written(text))
    text, others = without_further(_HEADED.sub(r"\1 ", text))
    text = without_frame(text, _telling())
    left_out = asides(text)
    text, unasked = without_asides(text)
    text = _BETWEEN.sub(_pair, text)
    text, terms, before = in_office(text)
    text, apart = as_positions(text)
    mended, slips = mend(text, nlp, vocabulary | phrase_words(), frozenset(names), _tables()["misspelt"])
    dated, vague = plain_dates(with_capitals(mended))
    vague += (*of_gifts(dated), *unread, *others, *unasked, *terms)
    # A slip in a name may be another name: it is read, but not for sure.
    vague += tuple(
        f"{written} was read as {read}"
        for written, read in slips
        if read[0].isupper() and read.removesuffix("'s") != written.removesuffix("s") and not text.startswith(written)
    )
    without = (*filter(None, map(key_of, left_out)), *before)
    return Reworded(text=plain(dated), slips=slips, vague=vague, without=without, apart=apart)


def _pair(found: re.Match[str]) -> str:
    """ "Treaty between Moscow and Pyongyang", where both are names of states or organisations."""
    known = all(any(form.label in ACTORS for form in forms_in_any_case(found[at])) for at in (1, 2))
    return f"{found[3]} between {found[1]} and {found[2]}" if known else found[0]


def plain(text: str) -> str:
    """The text with its phrases turned into plainer words; what stands in quotation marks is left as it is."""
    parts: list[str] = []
    at = 0
    for quote in _QUOTES.finditer(text):
        parts += [_plain(text[at : quote.start()]), quote[0]]
        at = quote.end()
    parts.append(_plain(text[at:]))
    return " ".join("".join(parts).split()) or text


def _plain(text: str) -> str:
    text = _IS.sub(lambda found: f"{found[1]} is {found[2] + ' ' if found[2] else ''}", text)
    lowered = text.lower()
    for rule in _rules():
        if rule.word in lowered and rule.pattern.search(text):
            text = rule.pattern.sub(lambda match, rule=rule: _replacement(match, rule), text)  # type: ignore[misc]
            lowered = text.lower()
    return re.sub(r"\s+([,?.;:!])", r"\1", text)


def _replacement(match: re.Match[str], rule: _Rule) -> str:
    before = match.string[: match.start()].split()
    within = bool(before) and before[-1][-1] not in ".?!:"
    if within and match[0][0].isupper() and match.string[match.end() :].lstrip()[:1].isupper():
        return match[0]  # "Pitch Black" is a name, and nobody pitches there
    infinitive = bool(rule.base) and any(word.lower() in _BASE_BEFORE for word in before)
    into = rule.base if infinitive else rule.into
    kept = " ".join(group.strip() for group in match.groups() if group)
    if "..." in into and kept.lower() in ("you", "i", "we"):
        return match[0]  # "what do you think of it?" asks for no position that anybody takes
    if "..." in into:
        return into.replace("...", kept) + (" " if match[0][-1:].isspace() else "")
    return f"{into} {kept} " if match[0][-1:].isspace() or not into else f"{into} {kept}".rstrip()


@cache
def _rules() -> tuple[_Rule, ...]:
    tables = _tables()
    rules: list[_Rule] = []
    for into, phrases in tables["verbs"].items():
        verb, _, rest = into.partition(" ")
        targets = [f"{form} {rest}".strip() for form in _forms(verb)]
        for phrase in phrases:
            first, _, more = phrase.partition(" ")
            adverb = ""
            if first in ("not", "never", "first"):
                # What is not done is never done, either.
                adverb = "not/never " if first == "not" else f"{first} "
                first, _, more = more.partition(" ")
            for lead in first.split("/"):
                forms = _forms(lead)
                for form in dict.fromkeys(forms):
                    at = forms.index(form)
                    both = at == 0 and forms[2] == form  # "put": present or past
                    target = targets[2] if both else targets[at]
                    rules.append(_rule(f"{adverb}{form} {more}".strip(), target, targets[0] if both else ""))
                if lead == "be":
                    several = (("are", targets[0]), ("were", targets[2]))
                    rules += [_rule(f"{adverb}{form} {more}".strip(), target) for form, target in several]
    for into, phrases in tables["words"].items():
        rules += [_rule(phrase, into) for phrase in phrases]
    return tuple(sorted(rules, key=lambda rule: -rule.size))


def _rule(phrase: str, into: str, base: str = "") -> _Rule:
    words = phrase.split()
    pieces = [_piece(word, r"\s+" if at < len(words) - 1 else "") for at, word in enumerate(words)]
    if words[0] in _BEING and len(words) > 1:
        pieces[0] += _STRESS
    first = pieces[0]
    if first[:1].isalpha():
        pieces[0] = f"(?i:{first[0]}){first[1:]}"
    elif first.startswith("(?:") and not first.endswith("?"):
        pieces[0] = f"(?i:{first})"
    pattern = re.compile(r"(?<![\w-])" + "".join(pieces) + r"(?:(?<=\s)|(?![\w-]))")
    plain = [word.lower() for word in words if not re.search(r"[/?=~]|\.\.\.", word)]
    return _Rule(pattern, into, len(words), max(plain, key=len, default=""), base)


def _piece(word: str, space: str) -> str:
    if word == "~":
        return _POSSESSIVE
    if word == "...":
        return _KEPT
    if word.startswith("="):
        return f"({word[1:].replace('/', '|')}){space}"
    options = "|".join(re.escape(option) for option in word.rstrip("?").split("/") if option != "~")
    if word.endswith("?"):
        return f"(?:(?:{options}){space})?"
    return f"(?:{options}){space}" if "/" in word else options + space


def _forms(verb: str) -> tuple[str, str, str, str, str]:
    """Infinitive, third person, past, participle, -ing form."""
    irregular: dict[str, str] = _tables()["irregular"]
    third = "is" if verb == "be" else "has" if verb == "have" else _ending(verb, "s")
    past, participle = irregular[verb].split() if verb in irregular else (_ending(verb, "ed"),) * 2
    return verb, third, past, participle, _ending(verb, "ing")


def _ending(verb: str, ending: str) -> str:
    if ending == "s":
        if re.search(r"(?:s|x|z|ch|sh|o)$", verb):
            return verb + "es"
        return verb[:-1] + "ies" if re.search(r"[^aeiou]y$", verb) else verb + "s"
    if ending == "ed" and re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    if verb.endswith("e") and verb not in ("be", "see", "agree", "disagree"):
        return verb[:-1] + ending
    if re.fullmatch(r"[^aeiou]*[aeiou][bdglmnprt]|commit", verb):  # "slap", but not "back"
        return verb + verb[-1] + ending
    return verb + ending


def _phrases() -> Iterator[str]:
    for table in ("verbs", "words"):
        for into, phrases in _tables()[table].items():
            yield into
            yield from phrases


@cache
def phrase_words() -> frozenset[str]:
    """The words of all phrases, so that slips in them are mended."""
    return frozenset(word for phrase in _phrases() for word in re.findall(r"[a-z]{3,}", phrase))


def vocabulary(patterns: Iterable[Pattern]) -> frozenset[str]:
    """All words that mean something in a question: those of reports, of predicates and of `asking.yaml`."""
    said = {word for pattern in patterns for item in pattern.words for words in item.alternatives for word in words}
    return frozenset(said) | _words_of_all()


@cache
def _words_of_all() -> frozenset[str]:
    words = load_words()
    triggers = {lemma for _, lemma in load_lexicon().entries}
    plain = (
        words.fillers
        | words.labels.keys()
        | words.actors
        | words.first
        | words.last
        | words.member_nouns
        | words.synonyms.keys()
    )
    titles = {word for title in words.titles for word in title.split()}
    return frozenset(word for word in triggers | plain | titles | STOP_WORDS if word.isalpha())


@cache
def _telling() -> frozenset[str]:
    """The words that say what is asked for, wherever they stand: things, predicates, and how to order them."""
    words = load_words()
    verbs = {lemma for pos, lemma in load_lexicon().entries if pos != "preposition"}
    return frozenset({*words.labels, *words.actors, *words.slight, *verbs, "by", "per", "each", "every"}) - {"briefing"}


@cache
def _tables() -> dict[str, Any]:
    data: dict[str, Any] = data_yaml("rewording.yaml")
    return data
