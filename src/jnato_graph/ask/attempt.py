"""One way to read a question by one kind of question: what it accounts for, and what speaks against it."""

from __future__ import annotations

from typing import Final

from jnato_graph.ask.account import account_of
from jnato_graph.ask.candidate import Candidate
from jnato_graph.ask.direction import is_directed
from jnato_graph.ask.filling import ALONE, EXCEPT, WITH, WRONG_SIDE, Filling, Slots, only_places
from jnato_graph.ask.leftover import LEAST_KIN, are_kin
from jnato_graph.ask.named import Named
from jnato_graph.ask.patterns import ANY_PREDICATE, Pattern, TextItem, WordItem
from jnato_graph.ask.reading import Reading
from jnato_graph.ask.side_by_side import asks_who_twice, side_by_side
from jnato_graph.ask.texts import text_for
from jnato_graph.ask.triggers import Trigger, is_in_clause
from jnato_graph.ask.unsure import ambiguous, idle, ships, unnamed
from jnato_graph.ontology import BODIES, SYMMETRIC
from jnato_graph.report import Value

WRONG_KIND: Final = 0.5
PART: Final = "part"  # the parameter for hosts, or for those that took part otherwise
GENERIC: Final = 0.08
NEAR: Final = 0.04  # a word that only means about the same
# What is done to such a thing alone: with one of these a noun means it.
_FIRM: Final = frozenset({"PARTICIPATED_IN", "HOSTED", "SIGNED"})
# What tells where something is.
_PLACED: Final = frozenset({"LOCATED_IN", "HELD_IN", "VISITED"})
# Where those who lead a state or organisation do it for it.
_MEETING: Final = frozenset({"VISITED", "MET_WITH"})
# What the reference data tells, too, and not only documents.
_LISTED: Final = frozenset({"MEMBER_OF", "HOLDS_POSITION_IN"})


class Attempt:
    """One way to read the question by one pattern."""

    def __init__(self, reading: Reading, pattern: Pattern, predicates: tuple[str, ...], slots: Slots) -> None:
        self.reading, self.pattern, self.predicates, self.slots = reading, pattern, predicates, slots
        self.used: set[int] = set()
        self.said = False  # whether one of the words of the pattern is in the question
        self.values: dict[str, Value] = {}
        self.bonus = 0.0
        self.doubts: list[str] = []
        self.loss = 0.0
        self.denied = False
        self.uncounted = False

    def candidate(self) -> Candidate | None:
        """What comes of it; None when something required is missing."""
        if not (self._take_words() and self._take_labels() and self._take_texts() and self._take_group()):
            return None
        self._take_predicates()
        self._take_names()
        if not self.said:
            self.doubts += idle(self.reading, self.predicates, len(self.slots))
        self._take_modality()
        time = self._take_times()
        account = account_of(self.reading, self.used, time)
        reading, kinds = self.reading, self.pattern.kinds
        if not reading.beyond and not set(reading.kinds) & kinds:
            self.loss += WRONG_KIND
            self.doubts.append("it is another kind of question")
        elif reading.kinds == ("yes",) and "yes" not in self.pattern.line.partition("]")[0]:
            self.loss += 0.04
        if self.pattern.generic and "[" not in self.pattern.line and not self._is_told_by_more():
            self.loss += GENERIC
            dated = bool(self.reading.times) and "HELD_IN" not in self.predicates
            if not self.slots and not self.reading.groups and not dated:
                self.loss += 1.5 * WRONG_SIDE
                self.doubts.append("it names nobody and nothing")
        score = account.share - self.loss + self.bonus
        return Candidate(
            pattern=self.pattern, values=self.values, names={name: each[0] for name, each in self.slots.items()},
            explained=account.explained, share=account.share, left=account.left, slight=account.slight, score=score,
            doubts=tuple(self.doubts), denied=self.denied,
            uncounted=self.uncounted or not time,
            directed=is_directed(self.reading, self.pattern, self.predicates, self.slots),
        )  # fmt: skip

    def _is_told_by_more(self) -> bool:
        """Whether a pattern for any predicate needs a name or a word of its own besides."""
        return any(slot.required for slot in self.pattern.slots) or any(item.required for item in self.pattern.words)

    def _take_words(self) -> bool:
        for item in self.pattern.words:
            hits = [set(at) for words in item.alternatives if (at := self._found(words))] or self._near(item)
            if not hits:
                if item.required:
                    return False
                continue
            self.said = True
            for hit in hits:
                self.used |= hit
            if item.required:
                self.bonus += 0.05 + (0.02 if any(len(hit) > 1 for hit in hits) else 0)
            self._set(item)
        return True

    def _found(self, words: tuple[str, ...]) -> frozenset[int]:
        """Where all of these words stand; looked up once for a question, since many patterns ask for the same words."""
        known = self.reading.found
        if words not in known:
            found = [self._family(word) for word in words]
            known[words] = frozenset().union(*found) if all(found) else frozenset()
        return known[words]

    def _near(self, item: WordItem) -> list[set[int]]:
        """Where a word stands that means about the same as one of the item: read as it, and not surely."""
        near = self.reading.near
        for word in (words[0] for words in item.alternatives if len(words) == 1):
            if word in near:
                self.loss += NEAR
                self._read_as(near[word], word)
                return [near[word]]
        return []

    def _read_as(self, tokens: set[int], word: str) -> None:
        self.doubts += [f"{self.reading.doc[i].text} was read as {word}" for i in sorted(tokens)]

    def _family(self, word: str) -> set[int]:
        """Where a word stands, or one of its family: "frequent" for "frequently"."""
        lemmas = self.reading.lemmas
        if word in lemmas:
            return lemmas[word]
        if len(word) < LEAST_KIN:
            return set()
        begin = word[:LEAST_KIN]
        return {i for lemma, at in lemmas.items() if lemma.startswith(begin) and are_kin(word, lemma) for i in at}

    def _set(self, item: WordItem) -> None:
        if item.sets:
            self._bind(*item.sets)

    def _bind(self, name: str, value: str) -> None:
        """Give a parameter what a word tells; but not the part of some, where those of another are asked for, too."""
        if name == PART and asks_who_twice(self.reading):
            return
        parameter = next(each for each in self.pattern.query.parameters if each.name == name)
        self.values[name] = [value] if parameter.type.kind == "list" else value

    def _takes_list(self, name: str) -> bool:
        return any(each.name == name and each.type.kind == "list" for each in self.pattern.query.parameters)

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
                if nouns and not named and nouns <= self._loose() and not _FIRM & set(self.predicates):
                    self.loss += 0.1  # "his meetings" are those with others
                elif nouns and not named and self._are_meetings(nouns):
                    self.loss += 0.1
                    self.doubts.append("meetings may be those with others")
        return True

    def _are_meetings(self, nouns: set[int]) -> bool:
        """Whether the only nouns for events are "meetings", and somebody takes part: "meetings involving Joe Biden"."""
        lemmas = {self.reading.doc[i].lemma_.lower() for i in nouns}
        return lemmas == {"meeting"} and any(label == "Person" for _, _, label in self.slots.values())

    def _loose(self) -> set[int]:
        """Nouns that may mean something else: meetings of somebody with others, statements that are no agreement."""
        reading = self.reading
        told = (trigger for trigger in reading.triggers if trigger.predicate in SYMMETRIC)
        meetings = {i for trigger in told for i in trigger.tokens if reading.doc[i].lemma_ != "summit"}
        return meetings | {i for i in reading.label_nouns if reading.doc[i].lemma_.lower() in reading.words.loose}

    def _take_texts(self) -> bool:
        taken = [(self._take_text(item), item) for item in self.pattern.texts]
        return all(done or not item.required for done, item in taken)

    def _take_text(self, item: TextItem) -> bool:
        found = text_for(item.parameter, self.reading, {key for _, key, _ in self.slots.values()})
        if found is None:
            return False
        self.values[item.parameter.name], tokens = found
        self.used |= tokens
        self.bonus += 0.05
        return True

    def _take_group(self) -> bool:
        slot = self.pattern.group
        names = {parameter.name for parameter in self.pattern.query.parameters}
        organisations = [group for group in self.reading.groups if group.organisation]
        lists = [group for group in self.reading.groups if group.among]
        if lists and lists[0].persons:
            self.doubts.append(self._of_states(lists[0].name.title()))
        if lists and "among" in names:
            self.values["among"] = list(lists[0].among)
            self.used |= lists[0].tokens
        if slot is None:
            return True
        if not organisations and lists and "among" in names and slot.parameter.type.optional:
            if slot.parameter.default:
                self.values[slot.parameter.name] = ""  # "European countries" need be members of nothing
            return True
        if slot.required and not organisations:
            return False
        if organisations:
            before = self.reading.doc[max(0, min(organisations[0].tokens) - 2) : min(organisations[0].tokens)]
            if {token.lower_ for token in before} & EXCEPT:
                self._speaks_against("the group is left out by the question")
            self.values[slot.parameter.name] = organisations[0].organisation
            self.used |= organisations[0].tokens
            if slot.required:
                self.bonus += 0.04
        return True

    def _of_states(self, name: str) -> str:
        """What is listed where persons of a group of states are asked for: only of events those who hold an office."""
        if any("Event" in item.labels for item in self.pattern.labels):
            return f"{name} states are listed, and who holds or held an office in them"
        return f"only {name} states are listed, and no persons of them"

    def _take_predicates(self) -> None:
        for item, predicate in zip(self.pattern.predicates, self.predicates, strict=True):
            if not predicate:
                continue
            # Where no parameter takes the predicate, the others of the item are told by the report, too.
            both = side_by_side(self.reading, self.pattern, item, predicate)
            mine = both or ({predicate} if item.bind or item.predicates == ANY_PREDICATE else item.predicates)
            told = [trigger for trigger in self.reading.triggers if trigger.predicate in mine]
            if not item.required and all(trigger.tokens <= self.used for trigger in told):
                continue  # a word of the pattern itself: documents that do not "agree" sign nothing
            for trigger in told:
                self._take_trigger(trigger)
            if item.bind and not both:
                self._bind(item.bind, predicate)
            elif item.bind and self._takes_list(item.bind):
                self.values[item.bind] = sorted(both)
        self.doubts += [*unnamed(self.reading), *ambiguous(self.reading, self.pattern, self.predicates)]
        for i, doubt in ships(self.reading, self.predicates):
            self.used.add(i)
            self.doubts.append(doubt)
        if self.pattern.generic:
            self._weigh_generic()
        self._doubt_unbound()
        topics = self.pattern.topics_of(filter(None, self.predicates))
        filled = self.pattern.topics_of(filter(None, self.predicates), without=self.slots.keys())
        self.used |= {
            i
            for i, labels in self.reading.label_nouns.items()
            if labels & (filled if self._is_asked(i) else topics)  # what is asked for is not what is named
        }

    def _take_trigger(self, trigger: Trigger) -> None:
        """Account for the words of a predicate, as far as they say it: denied, nearly, or of no place."""
        self.used |= trigger.tokens
        if trigger.near:
            self._read_as({min(trigger.tokens)}, trigger.near)
        if trigger.negated:
            self._deny()
        if trigger.predicate == "LOCATED_IN" and trigger.tokens & self.reading.asked:
            self.loss += WRONG_SIDE  # "how many seats": no place
            self.doubts.append("it asks for no place")

    def _weigh_generic(self) -> None:
        """What a pattern for any predicate does not tell, where a report of its own tells it."""
        taken = set(self.predicates)
        if _LISTED & taken and not any(item.required for item in self.pattern.words):
            self._speaks_against("the reference data, which is not in it, tells more of that")
        if _MEETING & taken and self._is_between_bodies():
            self._speaks_against("visits and meetings of those who lead them are not in it")
        if self.reading.times and "HELD_IN" in taken:
            self.doubts.append("the date may stand with those that took part")
        placed = _PLACED & taken or "where" not in self.reading.kinds
        if not placed and len(self.reading.kinds) > 1:
            self.doubts.append("where it is, it does not tell")

    def _speaks_against(self, why: str) -> None:
        self.loss += WRONG_SIDE
        self.doubts.append(why)

    def _doubt_unbound(self) -> None:
        """Nouns of predicates that no parameter takes though one could; and denials that only some documents tell."""
        parameters = {parameter.name for parameter in self.pattern.query.parameters}
        if parameters & {"predicate", "predicates"} - self.values.keys():
            nouns = (self.reading.doc[i] for each in self.reading.triggers for i in each.tokens)
            about = [noun for noun in nouns if noun.pos_ == "NOUN" and noun.head.lower_ in ("of", "about")]
            self.doubts += [f"{noun.text} may be all that is asked for" for noun in about]
            self.loss += 0.06 * bool(about)  # behind a pattern that takes it
        if self.reading.groups and "polarity" in self.values:
            self.doubts.append("only what documents deny is in it")

    def _is_between_bodies(self) -> bool:
        """Whether all names are those of states and organisations, for which others travel and meet."""
        return bool(self.slots) and all(label in BODIES for _, _, label in self.slots.values())

    def _deny(self) -> None:
        """Take a word that denies ("skipped"): only reports that can tell denials apart answer it for sure."""
        if any(parameter.name == "polarity" for parameter in self.pattern.query.parameters):
            self.values["polarity"] = "negated"
        else:
            self.denied = True
            self._speaks_against("it asks for what is not so")

    def _is_asked(self, at: int) -> bool:
        """Whether a noun is what the question asks for: "which ministers", "name all the organisations"."""
        listed = self.reading.kinds == ("list",) and self.reading.doc[at].dep_ in ("ROOT", "dobj")
        return at in self.reading.asked or listed

    def _take_names(self) -> None:
        filling = Filling(self.reading, self.pattern, self.predicates, self.slots)
        filling.weigh()
        for parameter, (named, key, _) in self.slots.items():
            self.values[parameter] = key or named.text
            self.used |= set(range(named.start, named.end))
        self._doubt_forces()
        self._leave_places()
        self._take_offices()
        self.bonus += filling.bonus
        self.loss += filling.loss
        self.doubts += filling.doubts

    def _doubt_forces(self) -> None:
        """What a state hosted is told apart from what its navy did, though it is asked for as one."""
        hosts = [named.text for named, _, label in self.slots.values() if label == "State"]
        if self.values.get(PART) == "HOSTED" and any("Exercise" in item.labels for item in self.pattern.labels):
            self.doubts += [f"what the forces of {name} hosted stands under their own names" for name in hosts]

    def _leave_places(self) -> None:
        """Leave out what no report tells of a statement: where somebody met, with whom somebody proposed something."""
        placed = "MET_WITH" in self.predicates and not any(slot.preposition == "in" for slot in self.pattern.slots)
        for named in self.reading.names:
            if named.start in self.used:
                continue
            if placed and only_places(named):
                self._leave(named, "where they met, the report does not tell")
            elif named.preposition in WITH and ALONE & {*self.predicates}:
                self._leave(named, "with whom they did it, the report does not tell")

    def _leave(self, named: Named, why: str) -> None:
        self.used |= set(range(named.start, named.end))
        self.loss += NEAR
        self.doubts.append(f"{named.text} is left out: {why}")

    def _take_offices(self) -> None:
        """Those who travel and meet for a state are in the report of what is between two of them, and in no other."""
        if not _MEETING & {*self.predicates, self.values.get("action")}:
            return
        told = [trigger for trigger in self.reading.triggers if trigger.predicate in _MEETING]
        left = [named for named in self.reading.names if named.office and named.start not in self.used]
        if any(is_in_clause(self.reading.doc, named, told) for named in left):
            self._speaks_against("whose office holder it is, it does not tell")
        for slot in self.pattern.slots:
            named, _, label = self.slots.get(slot.parameter.name, (None, "", ""))
            if named is None or not named.office or label not in BODIES:
                continue
            if not slot.wanted or self.pattern.generic:
                self.loss += 2 * WRONG_SIDE
                self.doubts.append(f"those who hold an office in {named.text} are not in it")
                continue
            self.used |= named.office
            self.uncounted = True
            if len(named.office) > 1:
                self.doubts.append(f"whoever held an office in {named.text} is in it")

    def _take_modality(self) -> None:
        """ "Which allies might oppose it?": what is only possible, where the report can tell it apart."""
        if not self.reading.hedged:
            return
        if any(parameter.name == "modality" for parameter in self.pattern.query.parameters):
            self.values["modality"] = "possible"
        else:
            self.doubts.append("it asks for what is only possible")

    def _take_times(self) -> bool:
        times = self.reading.times
        parameters = {parameter.name for parameter in self.pattern.query.parameters}
        if times is None:
            if self.reading.now and "at" in parameters:
                self.values["at"] = self.reading.now
            return True
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
