"""What is learned of questions, beside grammar and lists: it ranks reports, doubts them, or tells one by itself.

`chances` are those of `likely`: the probability of each report, and of none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import log
from typing import Final

from jnato_graph.ask.likely import NONE
from jnato_graph.ask.match import Candidate, loose_candidate
from jnato_graph.ask.patterns import Pattern
from jnato_graph.ask.reading import Reading

_STANCES: Final = frozenset({"OPPOSES", "SUPPORTS"})
WEIGHT: Final = 0.16  # of what is learned, beside what grammar and lists tell
LEAST: Final = 0.02  # no chance counts as less, so that one of none does not rule a report out
OPPOSITE: Final = 0.6  # what a report loses that would answer the opposite
UNSAID: Final = 0.3  # what one loses that leaves out the verb, where another accounts for every word
RARE: Final = 0.1  # less likely than this, a report is not sure
RARE_BESIDE: Final = 0.25  # nor than this share of what the likeliest report has
SELDOM: Final = 0.3  # less likely than this, it is not sure where another is likelier
CERTAIN: Final = 0.4  # less likely than this, no other report is certain enough to doubt one that tells a position
LIKELY: Final = 0.3  # more likely than this, a report may answer without a word that tells it
UNLIKELY: Final = 0.45  # more likely than this, no report answers
HARDLY: Final = 0.03  # less likely than this that no report answers, words of which none tells may stand aside
LEAST_SHARE: Final = 0.25  # of the question that it must account for then


def ranked(reading: Reading, found: Sequence[Candidate], chances: dict[str, float]) -> list[Candidate]:
    """The candidates, ranked by their scores and by what is learned of such questions, best first."""
    complete = any(not each.left and not each.doubts and not each.pattern.generic for each in found)
    weighed = [
        replace(
            each,
            rank=each.score
            + WEIGHT * log(_chance(each, chances) + LEAST)
            - OPPOSITE * leaves_denial(reading, each)
            - UNSAID * (complete and _leaves_verb(reading, each)),
        )
        for each in found
    ]
    return sorted(weighed, key=lambda each: (-each.rank, each.pattern.query.name))


def leaves_denial(reading: Reading, tried: Candidate) -> bool:
    """Whether a report leaves out that what is asked for is not so: "which states did not oppose it?"."""
    told = {i for trigger in reading.triggers for i in trigger.tokens}
    denied = (reading.doc[i] for i in reading.negations if reading.doc[i].head.i in told)
    return any(token.text in tried.left for token in denied)


def _leaves_verb(reading: Reading, tried: Candidate) -> bool:
    """Whether a report leaves out a verb that tells a predicate: "which operation replaced it?"."""
    told = {i for trigger in reading.triggers if not trigger.near for i in trigger.tokens}
    verbs = (reading.doc[i] for i in sorted(told) if reading.doc[i].pos_ == "VERB")
    return any(verb.text in tried.left for verb in verbs)


def _chance(tried: Candidate, chances: dict[str, float]) -> float:
    """How likely questions like this one are for a report; 1 for one of which nothing is learned."""
    return chances.get(tried.pattern.query.name, 1.0)


def is_rare(best: Candidate, chances: dict[str, float]) -> bool:
    """Whether questions like this one are hardly ever for a report."""
    return _chance(best, chances) < max(RARE, RARE_BESIDE * max(chances.values()))


def otherwise(best: Candidate, chances: dict[str, float]) -> tuple[str, ...]:
    """A doubt where questions like this one are for another report, or for none."""
    likeliest = max(chances, key=lambda report: chances[report])
    if not best.left and not best.doubts and _tells_position(best) and chances[likeliest] < CERTAIN:
        return ()  # a position may be on anything, whatever questions on such a thing mostly are for
    chance = _chance(best, chances)
    if not is_rare(best, chances) and (chance >= SELDOM or chance == chances[likeliest]):
        return ()
    if likeliest == NONE:
        return ("questions like it mostly ask for what no report tells",)
    return (f"questions like it are mostly answered by another report, {likeliest}",)


def _tells_position(best: Candidate) -> bool:
    """Whether the report tells who is for or against something, and the question says which."""
    told = (best.values.get(name, "") for name in ("position", "predicate", "predicates"))
    return any(_STANCES & {*(each if isinstance(each, list) else [each])} for each in told)


def learned(reading: Reading, patterns: Sequence[Pattern], chances: dict[str, float]) -> Candidate | None:
    """The report that questions like this one are for, where grammar and lists tell none."""
    report = max(chances, key=lambda report: chances[report])
    if report == NONE or chances[report] < LIKELY or chances[NONE] > UNLIKELY:
        return None
    found = loose_candidate(reading, patterns, report)
    if found is None or found.share < LEAST_SHARE or leaves_denial(reading, found):
        return None
    if absent(reading, found) and chances[NONE] > HARDLY:
        return None
    left = [token for token in map(reading.doc.__getitem__, sorted(reading.content)) if token.text in found.left]
    if reading.kinds == ("yes",) and any(token.pos_ == "VERB" or token.dep_ == "acomp" for token in left):
        return None  # "did France betray Australia?": what is asked is not known
    if any(token.i in reading.asked for token in left):
        return None  # "which judges": what is asked for is not known
    return replace(
        found,
        rank=found.score,
        doubts=(*found.doubts, "which report is meant is guessed: questions like it are mostly for this one"),
    )


def absent(reading: Reading, tried: Candidate) -> list[str]:
    """Things of which no report tells, that the report leaves out."""
    content = (reading.doc[i] for i in sorted(reading.content))
    return [
        token.text for token in content if token.lemma_.lower() in reading.words.absent and token.text in tried.left
    ]
