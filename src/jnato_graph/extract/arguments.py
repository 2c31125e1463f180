"""From a token that fills a role to the mentions that it stands for.

A role's token may be the mention itself, a coordination of mentions, a noun that merely carries one ("the opening of
X", "ships from Japan"), a group that lists its members ("members led by France"), or a relative pronoun.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc, Span, Token

from jnato_graph.extract import grammar
from jnato_graph.extract.excepted import is_excepted, is_part_of_people
from jnato_graph.extract.lexicon import Lexicon
from jnato_graph.extract.model import Argument
from jnato_graph.ontology import BODIES
from jnato_graph.reference import load_reference

LISTING = frozenset({"including", "like", "such", "namely", "notably", "especially", "particularly", "include"})
EXCEPTING = frozenset({"except", "excepting", "excluding", "but", "without", "bar", "barring", "minus"})
FRONTED = frozenset({"except", "excepting", "excluding", "barring"})
# what a class noun may stand behind: "the RIMPAC exercise" is RIMPAC, "the Tokyo exercise" is not Tokyo
NAMED_KINDS = frozenset({"Exercise", "Operation", "Event", "Agreement", "Programme", "Policy"})
BRACKET_NEAR = 7  # tokens between a group and the bracket that lists it
CALLED = frozenset({"know", "call", "name", "dub", "entitle", "title", "style"})
AUTHORS = frozenset({"Person", "State"})  # whose plan it is, and not what it would bring about
EVERYBODY = frozenset({"all", "everyone", "everybody", "every"})
QUANTIFIERS = frozenset({"none", "neither", "all", "each", "both"})
NOT_NAMES = frozenset({"neither", "none", "nobody", "nothing", "no"})


class Arguments:
    """Mentions and anaphors of one document, found by token."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self.doc = doc
        self.lexicon = lexicon
        self.spans: list[Span] = list(doc.spans.get("mentions", []))
        self.mention_count = len(self.spans)
        self.spans += list(doc.spans.get("anaphors", []))
        self.by_token: dict[int, list[int]] = {}
        for index, span in enumerate(self.spans):
            for i in range(span.start, span.end):
                self.by_token.setdefault(i, []).append(index)
        # of persons by the last word of their name: the state whose office the text says they hold
        self.homes: dict[str, int] = {}
        for covering in self.by_token.values():
            covering.sort(key=lambda n: (self.spans[n].start - self.spans[n].end, n))

    def label(self, end: int) -> str:
        """The label of an end; of an anaphor that of its antecedent, "" when they differ."""
        if end < self.mention_count:
            return str(self.spans[end].label_)
        antecedents: tuple[int, ...] = self.spans[end]._.antecedents
        labels = {self.spans[a].label_ for a in antecedents}
        return str(labels.pop()) if len(labels) == 1 else ""

    def at(self, token: Token) -> int | None:
        """The largest mention that `token` heads (its own head lies outside the mention)."""
        covering = self.by_token.get(token.i)
        if not covering:
            return None
        best = None
        for index in covering:
            span = self.spans[index]
            head = token.head.i
            if token.i == head or not span.start <= head < span.end:
                best = index
                break
        return best if best is not None else covering[-1]

    def fill(self, token: Token, depth: int = 0) -> list[Argument]:
        """All mentions that `token` stands for as an argument."""
        return list(self._fill(token, depth))

    def _fill(self, token: Token, depth: int) -> Iterator[Argument]:
        if depth > 5:
            return
        if grammar.is_relative(token):
            noun = grammar.antecedent(token)
            if noun is not None and noun.i != token.i:
                for argument in self.fill(self._widest(noun), depth + 1):
                    yield replace(argument, via=("relative", *argument.via))
            return
        negated = any(
            (c.dep_ == "neg" and c.i < token.i)
            or (c.dep_ in ("det", "preconj", "cc") and c.lower_ in ("no", "neither"))
            for c in token.children
        )
        either = any(c.dep_ == "cc" and c.lower_ == "or" for c in token.children)
        index = self.at(token)
        if index is not None and is_part_of_people(self.spans[index]):
            return
        if index is not None and not negated and token.dep_ != "pobj" and is_excepted(self.spans[index]):
            yield Argument(end=index, via=("left-out",), negated=True)
        elif index is not None:
            yield Argument(end=index, negated=negated, possible=either)
            yield from (Argument(end=n, via=("mission",), negated=negated) for n in self._sender(index))
        else:
            for argument in self._carried(token, depth):
                excepted = argument.via[:1] == ("excepted",)  # "no partner except Fiji": Fiji did
                denied = argument.negated != negated if excepted else argument.negated or negated
                yield replace(argument, negated=denied)
        yield from self._coordinated(token, depth)

    def _sender(self, index: int) -> Iterator[int]:
        """The state that an embassy is of: what "the Russian embassy in Oslo" says, it says for Russia."""
        span = self.spans[index]
        if span.label_ != "Office" or span.root.lemma_.lower() not in grammar.words("missions"):
            return
        for n in sorted({n for i in range(span.start, span.end) for n in self.by_token.get(i, ())}):
            state = self.spans[n]
            before = state.start - 1 - (self.doc[state.start - 1].lower_ == "the")
            if self.label(n) == "State" and (state.end <= span.root.i or self.doc[before].lower_ == "of"):
                yield n

    def _widest(self, noun: Token) -> Token:
        """The root of the longer of two mentions ending together: a clause after "office in Tokyo" is the office's."""
        covering = self.by_token.get(noun.i)
        if not covering:
            return noun
        span = self.spans[covering[0]]
        return span.root if span.root.i <= noun.i else noun

    def _coordinated(self, token: Token, depth: int) -> Iterator[Argument]:
        index = self.at(token)
        span = self.spans[index] if index is not None else None
        ccs = [c for c in token.children if c.dep_ == "cc"]
        for child in token.children:
            inside = span is not None and span.start <= child.i < span.end
            if (
                child.dep_ == "conj"
                and not inside
                and not _is_gapped(child, token)
                and child.pos_ in ("PROPN", "NOUN", "PRON", "ADJ", "NUM", "X", "DET")
            ):
                between = {
                    t.lower_
                    for t in self.doc[token.i : child.i]
                    if t.dep_ in ("cc", "neg", "advmod", "preconj", "prep", "mark")
                }
                deny = bool(between & {"not", "nor", "never"}) or _is_left_out(token, child)
                either = "or" in between or any(c.lower_ == "or" for c in ccs)
                for argument in self.fill(child, depth + 1):
                    yield replace(
                        argument,
                        via=("conj", *argument.via),
                        negated=argument.negated or deny,
                        possible=argument.possible or either,
                    )
            elif child.dep_ == "appos" and not inside and self.doc[child.left_edge.i - 1].lower_ == "not":
                for argument in self.fill(child, depth + 1):  # "Tallinn, not Riga"
                    yield replace(argument, via=("conj", *argument.via), negated=not argument.negated)
            elif child.dep_ == "appos" and not inside and index is None:
                for argument in self.fill(child, depth + 1):
                    yield replace(argument, via=("appos", *argument.via))
            elif child.dep_ == "prep" and not inside and index is not None and depth == 0 and self._along(child):
                for _, o in grammar.prepositional(child, child.lower_):
                    for argument in self.fill(o, depth + 1):
                        yield replace(argument, via=("together-with", *argument.via))

    def _along(self, prep: Token) -> bool:
        """ "Japan, together with Australia, …" """
        before = self.doc[max(0, prep.i - 1) : prep.i]
        words = {t.lower_ for t in [*prep.children, *before]}
        return prep.lower_ in ("with", "alongside") and bool(words & {"along", "together", "jointly"})

    def _carried(self, token: Token, depth: int) -> Iterator[Argument]:
        """A noun that is no mention itself."""
        lexicon, lemma = self.lexicon, token.lemma_.lower()
        if token.pos_ == "PROPN" and lemma not in lexicon.carriers:
            for craft in self._craft(token):  # "the Danish frigate Niels Juel"
                for way in lexicon.carriers[craft.lemma_.lower()]:
                    yield from self._through(craft, way, craft.lemma_.lower(), depth)
        ways = lexicon.carriers.get(lemma, ())
        if ways:
            for way in ways:
                yield from self._through(token, way, lemma, depth)
        elif token.tag_ == "NNS" and lemma not in lexicon.groups:
            for prep in token.children:  # "pilots from Peru": who they are from takes part through them
                if prep.dep_ == "prep" and prep.lower_ == "from":
                    for _, origin in grammar.prepositional(prep, "from"):
                        yield from (replace(a, via=("people:from", *a.via)) for a in self.fill(origin, depth + 1))
        if lemma in lexicon.groups:
            yield from self._listed(token, depth)
            yield from (replace(a, via=("among", *a.via)) for t in _one_of(token) for a in self.fill(t, depth + 1))
        if token.lower_ in QUANTIFIERS:  # "none of the four is a member"
            denied = token.lower_ in NOT_NAMES
            for members in (o for p, o in grammar.prepositions(token) if p in ("of", "among")):
                yield from (replace(a, negated=a.negated != denied) for a in self.fill(members, depth + 1))
        if lemma in grammar.words("surroundings"):  # "in waters south of Shikoku"
            around = [o for name, o in grammar.prepositions(token) if name in ("of", "off", "near", "around")]
            around += [c for c in token.children if c.dep_ in ("amod", "poss")]  # "off the Portuguese coast"
            yield from (replace(a, via=(f"around:{lemma}", *a.via)) for t in around for a in self.fill(t, depth + 1))
        if token.dep_ == "appos" and (
            any(way["kind"] == "class" for way in ways) or _is_explained(token) or self._is_person(token.head)
        ):
            yield from (replace(a, via=("apposed", *a.via)) for a in self.fill(token.head, depth + 1))
        for child in token.children:
            if child.dep_ == "acl" and child.lemma_ in CALLED:
                named = [c for c in child.children if c.dep_ in ("oprd", "attr", "dobj")]
                named += [o for p, o in grammar.prepositions(child) if p == "as"]
                for name in named:
                    yield from (replace(a, via=("called", *a.via)) for a in self.fill(name, depth + 1))

    def _is_person(self, token: Token) -> bool:
        """Whether a person is named there: "X, the prime minister, who …" is said of X."""
        index = self.at(token)
        return index is not None and self.label(index) == "Person"

    def _craft(self, name: Token) -> list[Token]:
        """What a ship or aircraft with a name is: the noun of a force before the name."""
        return [
            child
            for child in name.children
            if child.dep_ in ("compound", "nmod")
            and any(way["kind"] == "force" for way in self.lexicon.carriers.get(child.lemma_.lower(), ()))
        ]

    def _through(self, token: Token, kinds: dict[str, Any], lemma: str, depth: int) -> Iterator[Argument]:
        wanted = kinds["roles"]
        found = False
        as_class = kinds["kind"] == "class"
        for role in wanted:
            for child in [*token.children, *(_by_behind(token) if role == "by" else ())]:
                tokens: list[Token] = []
                if (role == "mod" and child.dep_ in ("amod", "compound", "nmod") and self.at(child) is not None) or (
                    role == "poss" and child.dep_ == "poss"
                ):
                    tokens = [child]
                elif kinds["kind"] == "part" and any(c.dep_ == "poss" or c.lower_ == "of" for c in token.children):
                    continue  # "Peru's participation in it": whose it is, the sort before tells
                elif role == "acl" and child.dep_ in ("acl", "relcl") and child.tag_ == "VB":
                    tokens = [t for t, _ in grammar.logical_objects(child)]
                elif role == "by" and child.dep_ == "acl" and child.tag_ == "VBN":
                    tokens = grammar.agents(child)
                elif child.dep_ == "prep" and child.lower_ == role:
                    tokens = [o for _, o in grammar.prepositional(child, role)]
                for t in tokens:
                    targets = [o for o, _ in grammar.logical_objects(t)] if t.dep_ == "pcomp" else [t]
                    for target in targets:
                        for argument in self.fill(target, depth + 1):
                            label = self.label(argument.end)
                            if as_class and label not in NAMED_KINDS:
                                continue
                            if kinds["kind"] == "plan" and lemma in grammar.words("proposals") and label in AUTHORS:
                                continue
                            if kinds["kind"] in ("body", "force") and label == "Person":
                                state = self.state_of(argument)
                                if state is None:
                                    continue
                                argument = state
                            found = True
                            yield replace(argument, via=(f"{kinds['kind']}:{lemma}", *argument.via))
            if found:
                return

    def _bracketed(self, group: Token) -> list[Token]:
        """ "other partners from the region (Australia, Korea and New Zealand)": the first name in the bracket."""
        if group.tag_ not in ("NNS", "NNPS"):
            return []
        at = group.i + 1
        while at < len(self.doc) - 1 and at - group.i < BRACKET_NEAR and self.doc[at].text != "(":
            if self.doc[at].pos_ in ("VERB", "AUX", "PUNCT"):
                return []
            at += 1
        if at >= len(self.doc) - 1 or self.doc[at].text != "(":
            return []
        covering = [n for i in (at + 1, at + 2) if i < len(self.doc) for n in self.by_token.get(i, ())]
        root = self.spans[covering[0]].root if covering else None
        return [root] if root is not None and self.label(covering[0]) in BODIES else []

    def state_of(self, person: Argument) -> Argument | None:
        """ "His government": the state whose office the person holds, by the text or the reference data."""
        span = self.spans[person.end]
        antecedents = [span] if person.end < self.mention_count else [self.spans[i] for i in span._.antecedents]
        actors = {term.actor for s in antecedents if s.id_ for term in load_reference().terms_of(s.id_)}
        for index in range(self.mention_count):
            if len(actors) == 1 and self.spans[index].id_ in actors and self.label(index) == "State":
                return replace(person, end=index)
        told = {self.homes[s[-1].text] for s in antecedents if s[-1].text in self.homes}
        return replace(person, end=told.pop()) if len(told) == 1 else None

    def learn_homes(self, offices: Iterable[tuple[int, int]]) -> None:
        """Take (person, state) pairs that the text told; a name that two states claim is nobody's."""
        states: dict[str, dict[str, int]] = {}
        for person, state in offices:
            if person < self.mention_count and self.label(state) == "State":
                span = self.spans[state]
                states.setdefault(self.spans[person][-1].text, {}).setdefault(span.id_ or span.text, state)
        self.homes = {name: next(iter(told.values())) for name, told in states.items() if len(told) == 1}

    def _listed(self, token: Token, depth: int) -> Iterator[Argument]:
        """ "members led by France", "allies such as Norway", "all allies but Hungary" (the excepted are denied)."""
        for child in token.children:
            if child.dep_ == "acl" and child.lemma_ in ("lead", "head", "include", "range"):
                for agent in grammar.agents(child) or (grammar.objects(child) if child.lemma_ == "include" else []):
                    for argument in self.fill(agent, depth + 1):
                        yield replace(argument, via=("listed", *argument.via))
            elif is_listing(child):
                for _, o in grammar.prepositional(child, child.lower_):
                    for argument in self.fill(o, depth + 1):
                        yield replace(argument, via=("listed", *argument.via))
        for name in self._bracketed(token):
            yield from (replace(a, via=("listed", *a.via)) for a in self.fill(name, depth + 1))
        for child in _excepting(token):
            inner = [g for g in child.children if g.dep_ == "prep" and g.lower_ == "for"]
            for _, o in grammar.prepositional(inner[0] if inner else child, child.lower_):
                for argument in self.fill(o, depth + 1):
                    yield replace(argument, via=("excepted", *argument.via), negated=not argument.negated)


def _by_behind(noun: Token) -> list[Token]:
    """ "Condemned the occupation of the island by Peru": the parser hangs "by" on the verb, which has no use for it."""
    verb = noun.head
    if noun.dep_ != "dobj" or not grammar.is_verbal(verb) or grammar.is_passive(verb):
        return []
    return [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "by" and c.i > noun.i]


def _is_explained(noun: Token) -> bool:
    """Whether a noun tells what the name before it is: "Bybit, an exchange based in Dubai"."""
    return (
        noun.pos_ == "NOUN"
        and noun.lower_ not in grammar.words("deeds")
        and any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in noun.children)
    )


def _is_gapped(name: Token, first: Token) -> bool:
    """ "Ireland objected to the cost and Slovenia to the timing": Slovenia objects too, it is not objected to."""
    prep = first.head
    if prep.dep_ != "prep":
        return False
    return any(
        c.dep_ == "prep" and c.lower_ == prep.lower_ and c.i == name.i + 1
        for c in [*name.children, *prep.head.children]
    )


def _is_left_out(first: Token, other: Token) -> bool:
    """ "Peru rather than Chile", "all of them but Italy": the second is the one that does not."""
    between = {t.lower_ for t in first.doc[first.i + 1 : other.i]}
    return bool(between & {"rather", "instead"}) or ("but" in between and first.lower_ in EVERYBODY)


def _one_of(group: Token) -> list[Token]:
    """ "Japan was among the countries that …", "Japan is one of the partners to …": who is said to be of the group."""
    prep = group.head
    if group.dep_ != "pobj" or prep.lower_ not in ("among", "of"):
        return []
    over = prep.head
    if prep.lower_ == "of":
        if over.lower_ != "one" or over.dep_ != "attr":
            return []
        over = over.head
    return [t for t, _ in grammar.surface_subjects(over)] if over.lemma_ in ("be", "become") else []


def is_listing(token: Token) -> bool:
    """Whether a preposition brings in names of what its noun means: "including", "such as"."""
    such_as = token.lower_ == "as" and any(c.lower_ == "such" for c in token.children)
    return token.dep_ == "prep" and (token.lower_ in LISTING or such_as)


def _excepting(token: Token) -> Iterator[Token]:
    """ "every state on the list except X": the exception may hang on a noun inside the phrase or before the subject."""
    for t in token.subtree:
        if (t.i > token.i and t.dep_ == "prep" and t.lower_ in EXCEPTING and t.lower_ != "without") or (
            t.dep_ == "prep" and t.lower_ == "of" and t.head.lower_ == "exception" and t.head.head.lower_ == "with"
        ):
            yield t
    if token.dep_ in ("nsubj", "nsubjpass"):  # "Except for X, all members …"
        for t in token.head.children:
            if t.i < token.i and t.dep_ == "prep" and t.lower_ in FRONTED:
                yield t
