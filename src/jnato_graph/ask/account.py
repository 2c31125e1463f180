"""What of a question a reading of it accounts for: the words that are left over, and the share of the others."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from jnato_graph.ask.leftover import is_slight
from jnato_graph.ask.reading import Reading

NAME, GROUP, DATE, PREDICATE, WORD = 2.0, 1.5, 1.5, 2.0, 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """`left`: what is not accounted for, in order; `slight`: what of it hardly changes the question.

    `explained` is the share (0 to 1) of what is accounted for without slight words, `share` with them.
    """

    left: tuple[str, ...]
    slight: frozenset[str]
    explained: float
    share: float


def account_of(reading: Reading, used: AbstractSet[int], time: bool) -> Account:
    """The account of a reading that takes the words at `used`, and the dates or not (`time`)."""
    doc, slight = reading.doc, _slight(reading, used)
    weights: list[tuple[float, bool, bool]] = []
    left: list[tuple[int, str]] = []

    def add(weight: float, good: bool, at: int, text: str) -> None:
        weights.append((weight, good, at in slight))
        if not good:
            left.append((at, text))

    for named in reading.names:
        add(WORD if named.assumed else NAME, named.start in used, named.start, named.text)
    for group in reading.groups:
        at = min(group.tokens)
        add(GROUP, group.tokens <= used, at, doc[at : max(group.tokens) + 1].text)
    if reading.times:
        add(DATE, time, min(reading.times.tokens), _date_text(reading))
    triggers = {i for trigger in reading.triggers for i in trigger.tokens}
    for i in sorted(reading.content | reading.negations):
        add(PREDICATE if i in triggers else WORD, i in used, i, doc[i].text)
    total = sum(weight for weight, _, _ in weights)
    strict = sum(weight for weight, good, slight in weights if good or not slight)
    good = sum(weight for weight, good, _ in weights if good)
    return Account(
        left=tuple(text for _, text in sorted(left)),
        slight=_texts_of(reading, slight),
        explained=good / strict if strict else 1.0,
        share=good / total if total else 1.0,
    )


def _slight(reading: Reading, used: AbstractSet[int]) -> set[int]:
    """Where what is left over hardly changes the question: words, and names that the question only assumes."""
    named = {i for each in reading.names for i in range(each.start, each.end)}
    slight = {i for i in reading.content - used if is_slight(reading.doc[i], used, named, reading.words)}
    return slight | {each.start for each in reading.names if each.assumed}


def _texts_of(reading: Reading, starts: set[int]) -> frozenset[str]:
    texts = {each.start: each.text for each in reading.names}
    return frozenset(texts.get(i, reading.doc[i].text) for i in starts)


def _date_text(reading: Reading) -> str:
    """The words of the dates of a question, which no parameter of the report takes."""
    at = sorted(reading.times.tokens) if reading.times else []
    words = reading.doc[at[0] : at[-1] + 1].text if at else ""
    return f"{words} (this report cannot be asked of a time)"
