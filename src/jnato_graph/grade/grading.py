"""Says which claims a document makes: those of the rules and the network's own, as the judge weighs them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product

from spacy.tokens import Doc, Span, Token

from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.circumstances import with_circumstances
from jnato_graph.extract.lexicon import load_lexicon
from jnato_graph.extract.model import RawClaim
from jnato_graph.extract.titles import is_role, title_of, title_tokens
from jnato_graph.grade.head import Grader, load_grader
from jnato_graph.grade.judge import Judged, best_of, load_judge, weighed
from jnato_graph.grade.pairs import Pair, Who, ways
from jnato_graph.grade.readings import read
from jnato_graph.grade.sightings import SEEN, Sighting
from jnato_graph.ontology import MODALITIES, SYMMETRIC

_BESIDE = 4  # words before and behind two names, where the office that joins them may stand
LIKELY = 0.5  # what the network gives less than this is no evidence beside a better place
UNREAD = 0.95  # how often the rules are right about two names that the network does not see together: 80 of 81
# Of the same two in one sentence only one of these is said.
EXCLUSIVE = ({"ESTABLISHED", "PROPOSED"}, {"OPPOSES", "SUPPORTS"}, {"MEMBER_OF", "PARTNER_OF"})


def grade(doc: Doc, claims: Iterable[RawClaim], who: Who, grader: Grader | None = None) -> list[RawClaim]:
    """The claims of `doc` with their confidence: those of the rules that stand, then the network's own.

    `claims` are those of the rules; `who` tells which entities their ends are.
    """
    found, arguments, judge = list(claims), Arguments(doc, load_lexicon()), load_judge()
    reading = read(doc, found, who, arguments, grader or load_grader(), judge)
    unread = [replace(c, confidence=UNREAD) for c in found if not any(pair in reading.pairs for pair in ways(c))]
    judged = weighed(reading.sightings, who, arguments, judge)
    # "the two sides" show a claim only where it stands of both
    doubted = {place for each in judged if not judge.stands(each.key[1], each.probability) for place in each.group}
    standing = [
        replace(each, group=[place for place in each.group if place not in doubted])
        for each in judged
        if judge.stands(each.key[1], each.probability) and best_of(each.group) not in doubted
    ]
    kept = [*unread, *_of_rules(standing)]
    kept.sort(key=lambda claim: (claim.trigger, claim.subject, claim.object))
    plain = {(key, claim.predicate) for claim in unread for key in product(who[claim.subject], who[claim.object])}
    # what the rules read where the network did not look is no news from two sentences put together
    new = [each for each in standing if (each.key[::2], each.key[1]) not in plain or best_of(each.group).gap == 0]
    return [*kept, *with_circumstances(doc, _made(new, who, arguments), arguments)]


def _of_rules(standing: Sequence[Judged]) -> Iterator[RawClaim]:
    """The rules' claims that stand."""
    found: dict[int, RawClaim] = {}
    for judged in reversed(standing):  # the likeliest last: of "the two sides" the less likely counts
        for rule in (each.rule for each in _ruled(judged.group)):
            if rule is not None:
                found.setdefault(id(rule), replace(rule, confidence=round(judged.probability, 2)))
    yield from found.values()


def _made(standing: Sequence[Judged], who: Who, arguments: Arguments) -> Iterator[RawClaim]:
    """The network's own claims, in the sentences where the rules have not found them; the likeliest first."""
    said = _Said(who, arguments)
    for judged in standing:
        for each in _ruled(judged.group):
            said.add(each)
    for judged in standing:
        for each in _evidence(judged.group):
            if said.has(each) or said.contradicts(each):
                continue
            said.add(each)
            first, second = (arguments.spans[end] for end in each.pair)
            verb = _verb_of(first, each.trigger)
            if each.gap and each.predicate == "HOLDS_POSITION_IN":
                verb = _office_of(each.pair[0], who, arguments) or verb
            yield RawClaim(
                subject=each.pair[0], predicate=each.predicate, object=each.pair[1], polarity=each.polarity,
                modality=MODALITIES[int(each.modality.argmax())], trigger=verb.i,
                rule=f"network:{each.predicate.lower()}{' across' if each.gap else ''}",
                path=f"{first.text} … {each.trigger.text} … {second.text}",
                confidence=round(judged.probability, 2), role=_role_of(first, second, each.predicate, arguments),
            )  # fmt: skip


def _role_of(person: Span, body: Span, predicate: str, arguments: Arguments) -> str | None:
    """The words of the office that stand next to the two or between them, in one sentence."""
    if predicate != "HOLDS_POSITION_IN" or person.root.sent != body.root.sent:
        return None
    heads = _roles_beside(person.doc, min(person.start, body.start), max(person.end, body.end))
    if not heads:
        return None
    head = min(heads, key=lambda token: (abs(token.i - body.root.i) + abs(token.i - person.root.i), token.i))
    return title_of(tuple(title_tokens(head, person.doc, arguments)))


def _office_of(person: int, who: Who, arguments: Arguments) -> Token | None:
    """The first office that stands beside a name of a person: where a reader finds what two sentences tell of it."""
    for end, keys in enumerate(who):
        if keys == who[person]:
            span = arguments.spans[end]
            for head in _roles_beside(span.doc, span.start, span.end):
                return head
    return None


def _roles_beside(doc: Doc, start: int, end: int) -> list[Token]:
    """The offices among the tokens and a few beside them in their sentence; "diplomats" is none: nobody is several."""
    sentence = doc[start].sent
    around = doc[max(sentence.start, start - _BESIDE) : min(sentence.end, end + _BESIDE)]
    return [token for token in around if is_role(token) and token.tag_ not in ("NNS", "NNPS")]


def _verb_of(subject: Span, trigger: Token) -> Token:
    """What the subject itself does: the date in "said on Thursday that Norway blocked X" is not of that."""
    verb = subject.root.head
    return verb if subject.root.dep_ in ("nsubj", "nsubjpass") and verb.sent == trigger.sent else trigger


def _ruled(group: Sequence[Sighting]) -> list[Sighting]:
    """The places of the rules, but for those where the network sees nothing of it while it does elsewhere."""
    best = best_of(group)
    return [each for each in group if each.rule is not None and (each.probability >= SEEN or each is best)]


def _evidence(group: Sequence[Sighting]) -> list[Sighting]:
    """The network's places: all single sentences in which it likely sees it, else the best of what shows it at all.

    The best is one sentence with both ends where there is one: a reader should find the whole claim in it.
    """
    together = [each for each in group if each.gap == 0 and not each.vetoed]
    plain = [each for each in together if each.probability > LIKELY]
    if group[0].predicate == "HOLDS_POSITION_IN":
        # "Minister X said that Japan …" shows no office in Japan to a reader where another sentence tells it
        return [] if _ruled(group) else [best_of(together or group)]
    if not plain and not _ruled(group):
        return [best_of(together or group)]
    return sorted(plain, key=lambda each: (-each.probability, each.pair))


class _Said:
    """What is claimed in each sentence of whom, so that the network does not say another thing of the same two."""

    def __init__(self, who: Who, arguments: Arguments) -> None:
        self._who, self._arguments = who, arguments
        self._pairs: dict[tuple[int, frozenset[str]], set[tuple[str, str]]] = {}
        self._claims: set[tuple[Pair, str]] = set()

    def add(self, sighting: Sighting) -> None:
        """Take note of a claim."""
        for place in self._places(sighting):
            self._pairs.setdefault(place, set()).add((sighting.predicate, sighting.polarity))
        self._claims.add((sighting.pair, sighting.predicate))
        if sighting.predicate in SYMMETRIC:
            self._claims.add((sighting.pair[::-1], sighting.predicate))

    def has(self, sighting: Sighting) -> bool:
        """Whether it is claimed of these very mentions."""
        return (sighting.pair, sighting.predicate) in self._claims

    def contradicts(self, sighting: Sighting) -> bool:
        """Whether it goes ill with a claim that stands: its denial, or both planned and done."""
        there = {said for place in self._places(sighting) for said in self._pairs.get(place, ())}
        return any(
            (predicate == sighting.predicate and polarity != sighting.polarity)
            or (polarity == sighting.polarity and {predicate, sighting.predicate} in EXCLUSIVE)
            for predicate, polarity in there
        )

    def _places(self, sighting: Sighting) -> list[tuple[int, frozenset[str]]]:
        """The sentence with each two whom it is said of: "they" are several."""
        subject, object_ = sighting.pair
        start = int(self._arguments.spans[subject].root.sent.start)
        return [(start, frozenset(two)) for two in product(self._who[subject], self._who[object_])]
