"""Decides which report answers a question, and whether that is sure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from runpy import run_path
from typing import Final, Literal

from spacy.language import Language

from jnato_graph.ask.beyond import asks_for_text
from jnato_graph.ask.left_out import keys_of
from jnato_graph.ask.leftover import together
from jnato_graph.ask.likely import likely
from jnato_graph.ask.match import Candidate, candidates
from jnato_graph.ask.named import GraphName, Named
from jnato_graph.ask.parts import first_half, sentences
from jnato_graph.ask.patterns import Pattern
from jnato_graph.ask.ranking import absent, is_rare, learned, leaves_denial, otherwise, ranked
from jnato_graph.ask.reading import Reading, read_question
from jnato_graph.ask.rewording import reword, vocabulary
from jnato_graph.ask.side_by_side import asks_who_twice, second_of
from jnato_graph.ask.unsure import asked_ships
from jnato_graph.ontology import ACTORS
from jnato_graph.report import SavedQuery, Value

LONGEST: Final = 1000
ENOUGH: Final = 0.75  # less than this of the question accounted for is no answer
CLOSE: Final = 0.15  # reports this near to each other are both named
MARGIN: Final = 0.03  # nearer than this, it is not sure which one is meant
NEAR: Final = 0.15  # a report so much behind the first may answer what that one does not
NEAREST: Final = 3
HALF: Final = 0.5  # a report that accounts for no more of a question is not near to it
NO_PERSON: Final = "no Person"  # ships, and states or navies in their place
OF_KINDS: Final = frozenset({"State", "Person", "Organisation"})
_OF_BOTH: Final = "of each of the two the report is asked by itself"
Reason = Literal["empty", "too long", "not English", "nothing fits", "unknown name"]
_LANGUAGES: Final = ("de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "tr", "id", "ro", "hu")
_WORD: Final = re.compile(r"[^\W\d_]+")
_SPELLED: Final = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The report that answers a question, with its parameters, keys or names where entities are asked for.

    `counted`: whether "how many" asks for those that act ("who") or for what they act on ("what"); `label`: of those
    that act, where the question says what they are ("which countries"), else ""; `silent`: whether it asks for those
    that take no position.
    `sure`: every word is accounted for, and no other report is as near. `left` are words that are not, `doubts` other
    reasons, `others` reports that are close; `notes` tell which slip of spelling was read for what.
    `without`: keys or names of what the question leaves out; `series`: the kind of events that it asks for, or
    "". `denied`: whether it asks for what is not so, and the report has no parameter for that; `uncounted`:
    whether the report tells of more than is asked for, and its rows are not to be counted; `directed`: whether the
    question says who visited whom; `apart`: whether only what two actors disagree on is asked for. `rival`: another
    report that accounts for all as well, where nothing else speaks against this one: if both give the same, it is sure.
    `both`: the parameter of one of two things of which each is asked for, and the name of the other.
    """

    question: str
    query: SavedQuery
    values: dict[str, Value]
    names: dict[str, Named]
    kinds: tuple[str, ...]
    order: str
    counted: str
    label: str
    sure: bool
    silent: bool
    score: float
    left: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    series: str = ""
    denied: bool = False
    uncounted: bool = False
    directed: bool = False
    apart: bool = False
    rival: Choice | None = None
    both: tuple[str, Named] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined:
    """Why a question is not answered. `nearest` are reports, `suggestions` names that may be meant."""

    question: str
    reason: Reason
    message: str
    nearest: tuple[SavedQuery, ...] = ()
    suggestions: tuple[str, ...] = ()


def choose(
    question: str, nlp: Language, patterns: Sequence[Pattern], asked_on: str, known: Sequence[GraphName] = ()
) -> Choice | Declined:
    """The report for a question.

    `asked_on` (ISO) is the day from which "last year" counts; `known` are names of the graph in the question.
    """
    text = " ".join(question.split())
    if (refused := refusal(question)) is not None:
        return refused
    found = _choose(text, nlp, patterns, asked_on, known)
    if isinstance(found, Choice) and not found.left and all(named.label for named in found.names.values()):
        return found
    if isinstance(found, Declined) and found.reason != "nothing fits":
        return found
    tried = (_choose(part, nlp, patterns, asked_on, known) for part in sentences(text))
    chosen = [each for each in tried if isinstance(each, Choice) and _names_what_is_known(each)]
    if isinstance(found, Choice):
        chosen = [each for each in chosen if not each.left]
    if not chosen:
        return _first_half(text, nlp, patterns, asked_on, known) or found if isinstance(found, Declined) else found
    best = max(chosen, key=lambda each: each.score)
    doubts = (*best.doubts, "another sentence may ask for more")
    return replace(best, question=text, sure=False, doubts=doubts, rival=None)


def _first_half(
    text: str, nlp: Language, patterns: Sequence[Pattern], asked_on: str, known: Sequence[GraphName]
) -> Choice | None:
    """The report for the first of two questions that are joined, where it is understood and the second is not."""
    first, second = first_half(text)
    found = _choose(first, nlp, patterns, asked_on, known) if first else None
    if not isinstance(found, Choice) or found.left or not _names_what_is_known(found):
        return None
    return replace(found, question=text, sure=False, doubts=(*found.doubts, f"not understood: {second}"), rival=None)


def _names_what_is_known(found: Choice) -> bool:
    return bool(found.names) and all(named.label for named in found.names.values())


def _choose(
    text: str, nlp: Language, patterns: Sequence[Pattern], asked_on: str, known: Sequence[GraphName]
) -> Choice | Declined:
    """The report for a question of one sentence, or of several as if they were one."""
    if asks_for_text(text):
        return _nothing(text, (), "no report is a text of its own; reports give rows, with their sentences")
    reworded = reword(text, nlp, vocabulary(patterns), (word for name in known for word in name.words))
    reading = read_question(reworded.text, nlp, asked_on, known)
    if unknown := next((named for named in reading.names if named.only_time), None):
        return _nothing(text, (), f"it is not known when {unknown.text} was")
    chances = likely(reading)
    found = ranked(reading, candidates(reading, patterns), chances)
    if reading.beyond:
        return _nothing(text, found, f"no report tells {reading.beyond}")
    best = next((each for each in found[:NEAREST] if _answers(reading, each, found[0])), None)
    if best is None or is_rare(best, chances):
        instead = learned(reading, patterns, chances)
        if instead and (best is None or (instead.share >= best.share and instead.score > best.score - CLOSE)):
            best = instead
            found = [best, *(each for each in found if each.pattern.query is not best.pattern.query)]
    if best is None:
        return _nothing(text, found, _missing(reading, found[0]) if found else "no report is about that")
    rivals = [
        other
        for other in found
        if other is not best and abs(best.rank - other.rank) < CLOSE and not _says_less(other, best)
    ]
    of_times = reading.times.doubts if reading.times else ()
    doubts = (*best.doubts, *otherwise(best, chances), *reworded.vague, *reading.doubts, *of_times)
    sure = best is found[0] and not best.left and not doubts and not (rivals and best.rank - rivals[0].rank < MARGIN)
    choice = Choice(
        question=text, query=best.pattern.query, values=best.values, names=best.names, kinds=reading.kinds,
        order=reading.order, counted=_counted(reading), label=_label_asked(reading), sure=sure,
        silent=_asks_silence(reading), score=round(best.rank, 3), left=together(reading.doc, best.left),
        doubts=doubts,
        notes=tuple(f"{written} was read as {read}" for written, read in reworded.slips),
        others=tuple(other.pattern.query.name for other in rivals[:2]),
        series=reading.series, denied=best.denied or leaves_denial(reading, best), uncounted=best.uncounted,
        directed=best.directed, apart=reworded.apart,
        without=(*(key for each in reading.left_out for key in keys_of(each)), *reworded.without),
    )  # fmt: skip
    if (second := second_of(reading, best)) is not None:
        left = tuple(each for each in choice.left if each != second[1].text)
        choice = replace(choice, both=second, left=left, sure=False, doubts=(*choice.doubts, _OF_BOTH))
    nearest = [each for each in rivals if best.rank - each.rank < MARGIN]
    if len(nearest) != 1 or sure or best is not found[0] or choice.left or choice.doubts:
        return choice  # what else is doubtful stays so, and of two others one may answer something else
    near = nearest[0]
    if near.left or near.doubts:
        return choice
    other = replace(choice, query=near.pattern.query, values=near.values, names=near.names, directed=near.directed)
    return replace(choice, rival=other)


def _answers(reading: Reading, tried: Candidate, first: Candidate) -> bool:
    """Whether a report accounts for enough of the question; one behind the first only where it is near it."""
    left = [word for word in tried.left if word not in tried.slight]
    return not (
        first.rank - tried.rank > NEAR
        or absent(reading, tried)
        or tried.explained < ENOUGH
        or (tried.rank if tried.left else tried.score) + tried.explained - tried.share < ENOUGH - 0.1
        or any(reading.doc[i].text in left for i in reading.asked)
        or len(left) > 2
        or (left and (reading.kinds == ("yes",) or _is_central(reading, left)))
    )


def _missing(reading: Reading, first: Candidate) -> str:
    """Why the nearest report does not answer the question."""
    if things := absent(reading, first):
        return f"no report tells of {', '.join(things)}"
    missing = ", ".join(first.left)
    return f"not understood: {missing}" if missing else "no report is about that"


def _is_central(reading: Reading, left: Sequence[str]) -> bool:
    """Whether what is left out is what the question turns on: its verb, or what is said of it."""
    words = [reading.doc[i] for i in reading.content if reading.doc[i].text in left]
    return any(word.pos_ == "VERB" or word.dep_ in ("ROOT", "nsubj", "nsubjpass", "attr", "dobj") for word in words)


def _says_less(other: Candidate, best: Candidate) -> bool:
    """Whether another report leaves more of the question out."""
    return other.share < best.share


def _counted(reading: Reading) -> str:
    """What "how many" counts, by the noun behind it."""
    # "How many NATO summits": taken for a name at first
    many = [at for at in reading.label_nouns if any(child.lower_ == "many" for child in reading.doc[at].children)]
    for at in reading.asked or many:
        lemma = reading.doc[at].lemma_.lower()
        actors = lemma in reading.words.actors or reading.label_nouns.get(at, frozenset()) & ACTORS
        return "who" if actors else "what"
    return "who"


def _label_asked(reading: Reading) -> str:
    """The label of what is asked for, where a noun says that it is a state, a person or an organisation.

    None where others are asked for, too: "which leaders came, and who hosted it?".
    """
    if asks_who_twice(reading):
        return ""
    if asked_ships(reading):
        return NO_PERSON
    asked = reading.asked | {  # "which countries and organisations"
        at for at in reading.label_nouns if reading.doc[at].dep_ == "conj" and reading.doc[at].head.i in reading.asked
    }
    labels = frozenset[str]().union(*(reading.label_nouns.get(at, frozenset()) for at in asked))
    return next(iter(labels)) if len(labels) == 1 and labels <= OF_KINDS else ""


def _asks_silence(reading: Reading) -> bool:
    """Whether it asks for those that say nothing, and for no others: "how many kept silent?"."""
    taken = {trigger.predicate for trigger in reading.triggers} & {"OPPOSES", "SUPPORTS"}
    return not taken and bool(reading.lemmas.keys() & {"silent", "silence", "quiet", "neutral", "abstain"})


def refusal(question: str) -> Declined | None:
    """Why a question is not read at all; None when it is."""
    text = " ".join(question.split())
    if not _WORD.search(text):
        return Declined(question=question, reason="empty", message="there is no question; ask one in plain English")
    if len(text) > LONGEST:
        return Declined(
            question=question[:LONGEST], reason="too long",
            message=f"the question has {len(text)} characters; at most {LONGEST} are read: ask one thing at a time",
        )  # fmt: skip
    if not _is_english(text):
        return Declined(
            question=question,
            reason="not English",
            message="the question does not look like English; ask it in English",
        )
    return None


def _is_english(text: str) -> bool:
    """Told by the script, and by small words: those of another language, more of them than English ones."""
    letters = [character for character in text if character.isalpha()]
    if 2 * sum(character < "\u0250" for character in letters) < len(letters):
        return False
    words = [word.lower() for word in _SPELLED.findall(text)]
    english = _small_words("en")
    # Words in small letters that English does not write so: "française".
    strange: int = sum(word.islower() and not word.isascii() for word in _WORD.findall(text))
    others = [word for word in words if word not in english]
    own = len(words) - len(others)
    foreign = max(sum(word in _small_words(code) for word in others) for code in _LANGUAGES)
    foreign += strange
    return foreign < 2 or foreign <= own


@cache
def _small_words(code: str) -> frozenset[str]:
    """The small words of a language. Their file is run by itself: spaCy's package of French takes seconds to import."""
    words: set[str] = run_path(str(files("spacy") / "lang" / code / "stop_words.py"))["STOP_WORDS"]
    return frozenset(word.lower() for word in words)


def _nothing(question: str, found: Sequence[Candidate], why: str) -> Declined:
    told = sorted(found, key=lambda each: (-each.explained, -each.rank))
    nearest = tuple(candidate.pattern.query for candidate in told[:NEAREST] if candidate.explained > HALF)
    return Declined(question=question, reason="nothing fits", message=why, nearest=nearest)
