"""Holds each kind of question that the reports answer against a question: what it accounts for, and how well.

A report answers a question only when every word that says something is accounted for: by a predicate, a name in a
parameter, a date, a group, or a word of the pattern. What is left over is named, and makes the answer unsure. (The idea
of semantically tractable questions: Popescu, Etzioni and Kautz, 2003.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from typing import Final

from jnato_graph.ask.names import Named, quoted
from jnato_graph.ask.patterns import Pattern, SlotItem, TextItem, WordItem
from jnato_graph.ask.reading import Reading
from jnato_graph.ask.triggers import OBJECT, SUBJECT
from jnato_graph.ontology import SIGNATURES, SYMMETRIC
from jnato_graph.report import Value

NAME, GROUP, DATE, PREDICATE, WORD = 2.0, 1.5, 1.5, 2.0, 1.0
WRONG_SIDE: Final = 0.2
WRONG_KIND: Final = 0.5
GENERIC: Final = 0.08
ABOUT: Final = frozenset(
    {"on", "about", "towards", "toward", "regarding", "over", "concerning", "to", "against", "of", "for", "in"}
)
_MOST_NAMES: Final = 4

PLACED: Final = frozenset({"in", "at", "off", "near", "around", "on", "across"})


@dataclass(slots=True, kw_only=True)
class Candidate:
    """A report with its parameters for a question. `names` are those that stand for entities, by parameter.

    `explained`: the share of the question that is accounted for; `left`: the words that are not; `score` ranks.
    `doubts`: what speaks against it, in words.
    """

    pattern: Pattern
    values: dict[str, Value] = field(default_factory=dict)
    names: dict[str, Named] = field(default_factory=dict)
    explained: float = 0.0
    left: tuple[str, ...] = ()
    score: float = 0.0
    doubts: tuple[str, ...] = ()


def candidates(reading: Reading, patterns: Iterable[Pattern]) -> list[Candidate]:
    """The best reading of the question by each report, best first."""
    best: dict[str, Candidate] = {}
    for pattern in patterns:
        for found in _try(reading, pattern):
            name = pattern.query.name
            if name not in best or found.score > best[name].score:
                best[name] = found
    return sorted(best.values(), key=lambda found: (-found.score, found.pattern.query.name))


def _try(reading: Reading, pattern: Pattern) -> Iterator[Candidate]:
    """Every way in which the question may be one of this kind."""
    for chosen in _predicates(reading, pattern):
        for slots in _assignments(reading.names, pattern.slots):
            found = _Attempt(reading, pattern, chosen, slots).candidate()
            if found is not None:
                yield found


def _predicates(reading: Reading, pattern: Pattern) -> list[tuple[str, ...]]:
    """The predicates of the question that the pattern's items take; none when a required one is missing."""
    ways: list[tuple[str, ...]] = [()]
    spoken = list(dict.fromkeys(trigger.predicate for trigger in reading.triggers))
    for item in pattern.predicates:
        options = [predicate for predicate in spoken if predicate in item.predicates]
        if not options and item.required:
            return []
        if item.required:
            ways = [(*way, option) for way in ways for option in options]
        else:
            ways = [(*way, option) for way in ways for option in (*options, "")]
    return ways


def _assignments(names: Sequence[Named], slots: Sequence[SlotItem]) -> Iterator[dict[str, tuple[Named, str, str]]]:
    """Ways to put the names into the parameters by their labels: parameter → name, key, label. As many as fit."""
    names = list(names)[:_MOST_NAMES]
    if not names:
        if not any(slot.required for slot in slots):
            yield {}
        return
    padded: list[SlotItem | None] = [*slots, *([None] * len(names))]
    seen: set[tuple[tuple[str, int], ...]] = set()
    for order in permutations(range(len(padded)), len(names)):
        filled: dict[str, tuple[Named, str, str]] = {}
        for named, at in zip(names, order, strict=True):
            slot = padded[at]
            if slot is None:
                continue
            meaning = _meaning(named, slot)
            if meaning is None:
                break
            filled[slot.parameter.name] = (named, *meaning)
        else:
            mark = tuple(sorted((name, each[0].start) for name, each in filled.items()))
            if mark not in seen and all(slot.parameter.name in filled for slot in slots if slot.required):
                seen.add(mark)
                yield filled


def _meaning(named: Named, slot: SlotItem) -> tuple[str, str] | None:
    """The key and label under which a name may fill a parameter."""
    labels = slot.parameter.type.labels
    if slot.parameter.type.kind != "entity":
        return None
    if named.label in labels or not named.label:
        return named.key, named.label
    if named.other and named.other[1] in labels:
        return named.other
    if not named.listed:
        return named.key, named.label  # the graph will tell what it is
    return None


class _Attempt:
    """One way to read the question by one pattern."""

    def __init__(
        self, reading: Reading, pattern: Pattern, predicates: tuple[str, ...], slots: dict[str, tuple[Named, str, str]]
    ) -> None:
        self.reading, self.pattern, self.predicates, self.slots = reading, pattern, predicates, slots
        self.used: set[int] = set()
        self.values: dict[str, Value] = {}
        self.bonus = 0.0
        self.doubts: list[str] = []
        self.loss = 0.0

    def candidate(self) -> Candidate | None:
        """What comes of it; None when something required is missing."""
        if not (self._take_words() and self._take_labels() and self._take_texts() and self._take_group()):
            return None
        self._take_predicates()
        self._take_names()
        time = self._take_times()
        total, explained, left = self._account(time)
        share = explained / total if total else 1.0
        reading, kinds = self.reading, self.pattern.kinds
        if not reading.beyond and not set(reading.kinds) & kinds:
            self.loss += WRONG_KIND
            self.doubts.append("it is another kind of question")
        elif reading.kinds == ("yes",) and "yes" not in self.pattern.line.partition("]")[0]:
            self.loss += 0.04
        if self.pattern.generic and "[" not in self.pattern.line and not any(s.required for s in self.pattern.slots):
            self.loss += GENERIC
            if not self.slots and not self.reading.groups:
                self.loss += 1.5 * WRONG_SIDE
                self.doubts.append("it names nobody and nothing")
        score = share - self.loss + self.bonus
        return Candidate(
            pattern=self.pattern, values=self.values, names={name: each[0] for name, each in self.slots.items()},
            explained=share, left=left, score=score, doubts=tuple(self.doubts),
        )  # fmt: skip

    def _take_words(self) -> bool:
        for item in self.pattern.words:
            hits = [hit for words in item.alternatives if (hit := self._found(words))]
            if not hits:
                if item.required:
                    return False
                continue
            for hit in hits:
                self.used |= hit
            if item.required:
                self.bonus += 0.05
            self._set(item)
        return True

    def _found(self, words: tuple[str, ...]) -> set[int]:
        lemmas = self.reading.lemmas
        if all(word in lemmas for word in words):
            return {i for word in words for i in lemmas[word]}
        return set()

    def _set(self, item: WordItem) -> None:
        if item.sets:
            name, value = item.sets
            parameter = next(each for each in self.pattern.query.parameters if each.name == name)
            self.values[name] = [value] if parameter.type.kind == "list" else value

    def _take_labels(self) -> bool:
        for item in self.pattern.labels:
            nouns = {i for i, labels in self.reading.label_nouns.items() if labels & item.labels}
            named = any(label in item.labels for _, _, label in self.slots.values())
            if not nouns and not named:
                if item.required:
                    return False
                continue
            self.used |= nouns
            if item.required:
                self.bonus += 0.03
        return True

    def _take_texts(self) -> bool:
        taken = [(self._take_text(item), item) for item in self.pattern.texts]
        return all(done or not item.required for done, item in taken)

    def _take_text(self, item: TextItem) -> bool:
        doc = self.reading.doc
        if item.parameter.name == "words":
            text = quoted(doc.text)
            if not text:
                return False
            inside = doc.text.index(text)
            self.used |= {token.i for token in doc if inside <= token.idx < inside + len(text)}
            self.values["words"] = f'"{text}"'
            self.bonus += 0.05
            return True
        for size in (4, 3, 2, 1):
            for start in range(len(doc) - size + 1):
                text = doc[start : start + size].text.casefold().replace("-", " ")
                if text in self.reading.words.titles:
                    self.used |= set(range(start, start + size))
                    self.values[item.parameter.name] = text
                    self.bonus += 0.05
                    return True
        return False

    def _take_group(self) -> bool:
        slot = self.pattern.group
        names = {parameter.name for parameter in self.pattern.query.parameters}
        organisations = [group for group in self.reading.groups if group.organisation]
        lists = [group for group in self.reading.groups if group.among]
        if slot is None or (slot.required and not organisations):
            return slot is None
        if organisations:
            self.values[slot.parameter.name] = organisations[0].organisation
            self.used |= organisations[0].tokens
            if slot.required:
                self.bonus += 0.04
        if lists and "among" in names:
            self.values["among"] = list(lists[0].among)
            self.used |= lists[0].tokens
        return True

    def _take_predicates(self) -> None:
        for item, predicate in zip(self.pattern.predicates, self.predicates, strict=True):
            if not predicate:
                continue
            for trigger in self.reading.triggers:
                if trigger.predicate == predicate:
                    self.used |= trigger.tokens
            if item.bind:
                parameter = next(each for each in self.pattern.query.parameters if each.name == item.bind)
                self.values[item.bind] = [predicate] if parameter.type.kind == "list" else predicate
        topics = self.pattern.topics_of(filter(None, self.predicates))
        self.used |= {i for i, labels in self.reading.label_nouns.items() if labels & topics}

    def _take_names(self) -> None:
        self._as_states()
        doubtful: set[str] = set()
        for slot in self.pattern.slots:
            if slot.parameter.name not in self.slots:
                continue
            named, key, label = self.slots[slot.parameter.name]
            self.values[slot.parameter.name] = key or named.text
            self.used |= set(range(named.start, named.end))
            if slot.required and len(slot.parameter.type.labels) == 1 and label:
                self.bonus += 0.02
            elif slot.required:
                self.bonus += 0.005
            elif len(slot.parameter.type.labels) == 1 and label:
                self.bonus += 0.02
            if key != named.key:
                self.loss += 0.1
            if slot.preposition == "in" and named.listed and label not in ("Place", "State", "Office"):
                self.loss += WRONG_SIDE
            if label and label not in slot.parameter.type.labels:
                self.loss += 0.02
            if slot.wanted:
                self.bonus += 0.02
            if slot.preposition and self._stands_behind(named, slot.preposition):
                self.bonus += 0.01
            elif slot.preposition == "on":
                self.loss += WRONG_SIDE / 2
            elif slot.preposition:
                self.loss += WRONG_SIDE
                self.doubts.append(f"{named.text} may be something else here")
            if slot.side == SUBJECT and self.pattern.group and self.reading.groups:
                self.loss += 0.05  # those of the group are the subjects
            if slot.side and (self._wrong_side(named, slot.side) or self._wrong_label(label, slot.side, named)):
                doubtful.add(named.text)
            if slot.side:
                self._weigh_place(named, label, slot.side)
        for text in sorted(doubtful):
            self.loss += WRONG_SIDE
            self.doubts.append(f"{text} may stand at the other end")

    def _as_states(self) -> None:
        """A capital at an end where no place may stand is its state: "sent aid to Kyiv"."""
        for slot in self.pattern.slots:
            named, key, label = self.slots.get(slot.parameter.name, (None, "", ""))
            if named is None or not slot.side or not named.other or (key, label) == named.other:
                continue
            other = named.other[1]
            if (
                self._wrong_label(label, slot.side, named)
                and other in slot.parameter.type.labels
                and not self._wrong_label(other, slot.side, named)
            ):
                self.slots[slot.parameter.name] = (named, *named.other)

    @staticmethod
    def _stands_behind(named: Named, preposition: str) -> bool:
        if preposition in ("on", "in"):
            return named.preposition in (ABOUT if preposition == "on" else PLACED)
        return named.preposition == preposition

    def _wrong_side(self, named: Named, side: str) -> bool:
        for trigger in self.reading.triggers:
            if trigger.predicate in self.predicates and trigger.predicate not in SYMMETRIC:
                told = trigger.ends.get(named.start)
                if told and told != side:
                    return True
        return False

    def _weigh_place(self, named: Named, label: str, side: str) -> None:
        """Where grammar does not tell the side of a name, its place does, though not surely: "sanctions russia"."""
        for trigger in self.reading.triggers:
            if (
                trigger.predicate not in self.predicates
                or trigger.predicate in SYMMETRIC
                or trigger.ends.get(named.start)
            ):
                continue
            if side != (OBJECT if named.start > min(trigger.tokens) else SUBJECT):
                self.loss += 0.03
            subjects, objects = SIGNATURES[trigger.predicate]
            if label in subjects & objects and not named.preposition:
                self.doubts.append(f"{named.text} may stand at the other end")

    def _wrong_label(self, label: str, side: str, named: Named) -> bool:
        """Whether none of the predicates can have a thing of this label at this end."""
        if not named.listed or not label or not any(self.predicates):
            return False
        ends = [SIGNATURES[predicate] for predicate in self.predicates if predicate]
        return not any(label in (subjects if side == SUBJECT else objects) for subjects, objects in ends)

    def _take_times(self) -> bool:
        times = self.reading.times
        if times is None:
            return True
        parameters = {parameter.name for parameter in self.pattern.query.parameters}
        if times.single and parameters & {"when", "at"}:
            self.values["when" if "when" in parameters else "at"] = times.single
        elif {"from", "to"} <= parameters:
            if times.start:
                self.values["from"] = times.start
            if times.end:
                self.values["to"] = times.end
        else:
            return False
        self.used |= times.tokens
        return True

    def _account(self, time: bool) -> tuple[float, float, tuple[str, ...]]:
        """The weight of all that the question says, of what is accounted for, and the words that are not."""
        reading, doc = self.reading, self.reading.doc
        total = explained = 0.0
        left: list[tuple[int, str]] = []

        def add(weight: float, good: bool, at: int, text: str) -> None:
            nonlocal total, explained
            total += weight
            if good:
                explained += weight
            else:
                left.append((at, text))

        for named in reading.names:
            add(NAME, named.start in self.used, named.start, named.text)
        for group in reading.groups:
            at = min(group.tokens)
            add(GROUP, group.tokens <= self.used, at, doc[at : max(group.tokens) + 1].text)
        if reading.times:
            add(DATE, time, min(reading.times.tokens), "the date")
        triggers = {i for trigger in reading.triggers for i in trigger.tokens}
        for i in sorted(reading.content | reading.negations):
            add(PREDICATE if i in triggers else WORD, i in self.used, i, doc[i].text)
        return total, explained, tuple(text for _, text in sorted(left))


__all__ = ["OBJECT", "SUBJECT", "Candidate", "candidates"]
