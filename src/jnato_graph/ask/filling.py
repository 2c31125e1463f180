"""The names of a question in the parameters of a report: how well each fits there, and what it may mean instead."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from jnato_graph.ask.ends import OBJECT, SUBJECT
from jnato_graph.ask.named import Named
from jnato_graph.ask.patterns import Pattern, SlotItem
from jnato_graph.ask.reading import Reading
from jnato_graph.ask.triggers import Trigger
from jnato_graph.ask.untold import may_tell_which
from jnato_graph.ontology import ACTORS, SIGNATURES, SYMMETRIC

WRONG_SIDE: Final = 0.2
_ABOUT: Final = frozenset(
    {"on", "about", "towards", "toward", "regarding", "over", "concerning", "to", "against", "of", "for", "in"}
)
EXCEPT: Final = frozenset({"outside", "besides", "except", "without", "beyond", "than", "excluding"})
_PLACED: Final = frozenset({"in", "at", "off", "near", "around", "on", "across"})
_WITHIN: Final = frozenset({"in", "at", "near", "around"})
_TIMES: Final = frozenset({"before", "after", "since", "until", "till"})
_JOINING: Final = frozenset({"and", "or", ",", "the", "both", "either"})


def _taken_as(named: Named, slot: SlotItem) -> str:
    """Why a name in a parameter makes an answer unsure."""
    return f"{named.text} is taken as the {slot.parameter.name}, and may be meant otherwise"


# With whom somebody does these is not who is asked for.
ALONE: Final = frozenset({"PROPOSED", "OPPOSES", "SUPPORTS", "ESTABLISHED"})
WITH: Final = frozenset({"with", "alongside"})


def only_places(named: Named) -> bool:
    """Whether a name tells where something was: "in Vilnius"."""
    return named.preposition in _WITHIN and named.label in ("Place", "State")


Slots = dict[str, tuple[Named, str, str]]


class Filling:
    """The names in `slots` (parameter → name, key, label), for one pattern and its predicates.

    `bonus` and `loss` weigh how they fit, `doubts` tell what speaks against it.
    """

    def __init__(self, reading: Reading, pattern: Pattern, predicates: tuple[str, ...], slots: Slots) -> None:
        self.reading, self.pattern, self.predicates, self.slots = reading, pattern, predicates, slots
        self.bonus = 0.0
        self.loss = 0.0
        self.doubts: list[str] = []
        # What happens somewhere, and what people travel to.
        labels = {label for item in pattern.labels for label in item.labels}
        self.happens = bool(labels & {"Event", "Exercise", "Operation"})
        self.is_event = "Event" in labels
        self.kinds = labels & {"Event", "Exercise", "Operation"}
        self.actors = sum(label in ACTORS for _, _, label in slots.values())

    def weigh(self) -> None:
        """Weigh each name where it stands."""
        self._take_as_states()
        doubtful: set[str] = set()
        for slot in self.pattern.slots:
            if slot.parameter.name not in self.slots:
                continue
            named, key, label = self.slots[slot.parameter.name]
            self._weigh_label(slot, named, key, label)
            self._weigh_preposition(slot, named, label)
            self._doubt_place(slot, named, key, label)
            self._doubt_kind(slot, named, label)
            if label == "Organisation" and self._tells_kind(named):
                self.doubts.append(may_tell_which(named.text, self.reading.doc[named.end].text))
            if slot.side == SUBJECT and named.preposition in WITH and ALONE & {*self.predicates}:
                self.loss += 2 * WRONG_SIDE  # "who proposed it with Japan" asks for the others
            if slot.side == SUBJECT and self.pattern.group and self.reading.groups:
                self.loss += 0.05  # those of the group are the subjects
            if label == "Organisation" and slot.side == SUBJECT and self._is_joined(named):
                self._doubt(f"{named.text} may be who acts or who is acted on", WRONG_SIDE / 2)
            if slot.preposition and self._stands_behind(named, slot.preposition):
                continue  # the preposition tells its part, wherever it stands
            if slot.side and (self._wrong_side(named, slot.side) or self._wrong_label(label, slot.side, named)):
                doubtful.add(named.text)
            if slot.side:
                self._weigh_place(named, label, slot.side)
        self._weigh_actors()
        self._doubt_pairs()
        for text in sorted(doubtful):
            self._doubt(f"{text} may be who acts or who is acted on", WRONG_SIDE)

    def _is_joined(self, named: Named) -> bool:
        """Whether an organisation is one that somebody is in, and not who is in one: "members that are in the EU"."""
        members = any("MEMBER_OF" in item.predicates for item in self.pattern.predicates)
        return members and not self.pattern.generic and named.preposition in ("in", "of", "to")

    def _doubt(self, why: str, loss: float) -> None:
        self.loss += loss
        self.doubts.append(why)

    def _weigh_label(self, slot: SlotItem, named: Named, key: str, label: str) -> None:
        """The fewer things a parameter takes, the better a name fits that is one of them."""
        if slot.parameter.type.labels == (label,):
            self.bonus += 0.02
        elif slot.required:
            self.bonus += 0.005
        if key != named.key:
            self.loss += 0.1
        if slot.preposition == "in" and label not in ("", "Place", "State", "Office"):
            self.loss += WRONG_SIDE
        if label and label not in slot.parameter.type.labels:
            noun = self.reading.doc[named.end - 1].lemma_.lower()
            told = label in self.reading.words.labels.get(noun, frozenset())  # a "summit" is no person
            self.loss += WRONG_SIDE if told else 0.02
            self.doubts.append(_taken_as(named, slot))
        if slot.wanted:
            self.bonus += 0.02

    def _weigh_preposition(self, slot: SlotItem, named: Named, label: str) -> None:
        """What the preposition before a name says of the part that it has in the question."""
        elsewhere = _taken_as(named, slot)
        if slot.preposition == "on" and label == "Place" and named.preposition in _PLACED - {"on"}:
            self._doubt(elsewhere, WRONG_SIDE / 2)  # "all about drills in the Baltic Sea" is not about the sea
        elif slot.preposition and self._stands_behind(named, slot.preposition):
            self.bonus += 0.01
        elif slot.preposition == "on":
            self.loss += WRONG_SIDE / 2
            if self.reading.kinds != ("list",) and "to" not in named.preposition and not self._is_acted_on(named):
                self.doubts.append(elsewhere)
        elif slot.preposition:
            self._doubt(elsewhere, WRONG_SIDE)
        if not slot.preposition and label == "State" and named.preposition in _WITHIN and self._has_place_slot():
            self._doubt(elsewhere, WRONG_SIDE / 2)  # "missions run in Afghanistan"
        if named.preposition in EXCEPT:
            self._doubt(f"{named.text} is left out by the question", WRONG_SIDE / 2)
        if not slot.side and not slot.preposition:
            placed = label == "Place" and named.preposition in _PLACED
            if placed or named.preposition in _ABOUT - {"of", "in", "to", "on"}:
                self._doubt(elsewhere, WRONG_SIDE / 2)
        if named.preposition in _TIMES and not self._says(named.preposition):
            self._doubt(f"{named.text} may tell a time here", WRONG_SIDE / 2)

    def _is_acted_on(self, named: Named) -> bool:
        """Whether grammar tells a name to be the object of a predicate of the pattern: "who opposed the office"."""
        told = (trigger for trigger in self.reading.triggers if trigger.predicate in self.predicates)
        return any(trigger.ends.get(named.start) == OBJECT for trigger in told)

    def _has_place_slot(self) -> bool:
        return any(slot.preposition == "in" and slot.parameter.name not in self.slots for slot in self.pattern.slots)

    def _doubt_kind(self, slot: SlotItem, named: Named, label: str) -> None:
        """What is asked of a thing of some kind is asked of the name of one: "newest agreements of Australia"."""
        kinds = {each for item in self.pattern.labels if item.required for each in item.labels}
        alone = slot.required and not slot.side and slot.preposition in ("", "on")
        named_so = any(each in kinds for _, _, each in self.slots.values())
        if alone and kinds and label and not named_so:
            self._doubt(_taken_as(named, slot), WRONG_SIDE)

    def _doubt_place(self, slot: SlotItem, named: Named, key: str, label: str) -> None:
        """A state or place may only tell where something is, or where somebody is from."""
        if label not in ("State", "Place"):
            return
        acts = slot.side == SUBJECT or (self.happens and not slot.side and not slot.preposition)
        within = named.preposition in ("in", "at") and (acts or self._has_no_place(slot.side))
        as_state = key != named.key and label == "State" and (named.preposition in _WITHIN or not slot.side)
        if (within or as_state) and not (slot.preposition == "in" and key == named.key):
            self.doubts.append(f"{named.text} is taken as the {slot.parameter.name}, and may only tell where")
        if "MET_WITH" in self.predicates and only_places(named):
            self.loss += 2 * WRONG_SIDE  # nobody meets a city
        travel = self.is_event or {"VISITED", "MET_WITH"} & {*self.predicates}
        if named.preposition == "from" and slot.preposition != "from" and travel:
            self.doubts.append(f"{named.text} may be where somebody is from")

    def _take_as_states(self) -> None:
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
            return named.preposition in (_ABOUT if preposition == "on" else _PLACED)
        return named.preposition == preposition

    def _weigh_actors(self) -> None:
        """Without a predicate who can act stands first: Japan and a fund, not a fund and Japan."""
        ends = {
            slot.side: self.slots[slot.parameter.name][2]
            for slot in self.pattern.slots
            if slot.parameter.name in self.slots
        }
        if not any(self.predicates) and ends.get(OBJECT) in ACTORS and ends.get(SUBJECT, OBJECT) not in ACTORS:
            self.loss += WRONG_SIDE / 4

    def _doubt_pairs(self) -> None:
        """What "and" joins does not stand at the two ends of a predicate: "those in NATO and the EU"."""
        sides = {slot.parameter.name: slot.side for slot in self.pattern.slots}
        taken = [(name, named) for name, (named, _, _) in self.slots.items() if named.preposition != "between"]
        ends = sorted((named.start, named.end, sides[name]) for name, named in taken)
        for (_, end, side), (start, _, other) in pairwise(ends):
            between = {token.lower_ for token in self.reading.doc[end:start]}
            joined = between & {"and", "or"} and between <= _JOINING
            if joined and {side, other} == {SUBJECT, OBJECT} and not {*self.predicates} & SYMMETRIC:
                self._doubt("names that are joined may stand at the same end", WRONG_SIDE)

    def _has_no_place(self, side: str) -> bool:
        """Whether nothing can lie at this end, so that "in" tells a place there: "the opposition in Japan"."""
        ends = [SIGNATURES[predicate][1] for predicate in self.predicates if predicate not in ("", "HOLDS_POSITION_IN")]
        return side == OBJECT and bool(ends) and not any("Place" in labels for labels in ends)

    def _says(self, word: str) -> bool:
        """Whether a word is one of the pattern's own."""
        return any(word in words for item in self.pattern.words for words in item.alternatives)

    def _tells_kind(self, named: Named) -> bool:
        """Whether a name stands right before a noun for such things as are asked for: "NATO summits".

        Those who take part in its operations are asked for by name, as a rule.
        """
        told = self.reading.label_nouns.get(named.end, frozenset()) & self.kinds
        return "Event" in told or bool(told and self.actors > 1)

    def _wrong_side(self, named: Named, side: str) -> bool:
        # An optional predicate tells the ends, too, where the question has it.
        mine = (
            {*self.predicates} if self.pattern.generic else {p for i in self.pattern.predicates for p in i.predicates}
        )
        for trigger in self.reading.triggers:
            if trigger.predicate in mine and trigger.predicate not in SYMMETRIC:
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
            if label in subjects & objects and not named.preposition and not self._is_asked_of(named, trigger):
                self.doubts.append(f"{named.text} may be who acts or who is acted on")

    def _is_asked_of(self, named: Named, trigger: Trigger) -> bool:
        """Whether a name stands between "did" and the verb, where only who acts may: "what did Japan condemn?"."""
        before = [token for token in self.reading.doc[: named.start] if token.pos_ != "DET"]
        return bool(before) and before[-1].lemma_.lower() == "do" and named.end == min(trigger.tokens)

    def _wrong_label(self, label: str, side: str, named: Named) -> bool:
        """Whether none of the predicates can have a thing of this label at this end."""
        if not named.listed or not label or not any(self.predicates):
            return False
        ends = [SIGNATURES[predicate] for predicate in self.predicates if predicate]
        return not any(label in (subjects if side == SUBJECT else objects) for subjects, objects in ends)
