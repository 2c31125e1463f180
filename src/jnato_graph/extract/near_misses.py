"""Sentences that look as if they said something, and why nothing was found in them.

A near miss has a word that a trigger entry knows and two things named or referred to, and gave no claim. The reasons
are found with the engine's own steps, so that they are what happened and not a guess at it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from jnato_graph.extract import frames, triggers
from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.engine import _carrier_allowed, _claims_of, _first_filled, _judges, _same, entries_at
from jnato_graph.extract.lexicon import Entry, Lexicon, load_lexicon
from jnato_graph.extract.model import Argument, RawClaim
from jnato_graph.extract.stance import stance_of

_ENDS_NEEDED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One reading of one word that came to nothing."""

    trigger: str
    predicate: str
    reason: str

    def __str__(self) -> str:
        return f"{self.trigger} ({self.predicate}): {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """A sentence without a claim: `start` is its offset, `ends` what it names or refers to."""

    sentence: str
    start: int
    ends: tuple[str, ...]
    attempts: tuple[Attempt, ...]


def near_misses(doc: Doc, kept: Iterable[RawClaim]) -> Iterator[NearMiss]:
    """The near misses of `doc`, in the order of the text. `kept` are the claims that stood in the end."""
    lexicon = load_lexicon()
    arguments = Arguments(doc, lexicon)
    saying = {doc[claim.trigger].sent.start for claim in kept}
    for sentence in doc.sents:
        if sentence.start in saying:
            continue
        ends = _ends(sentence, arguments)
        if len(ends) < _ENDS_NEEDED:
            continue
        attempts = tuple(
            dict.fromkeys(
                Attempt(trigger=token.text, predicate=entry.predicate, reason=_reason(token, entry, arguments, lexicon))
                for token in sentence
                for entry in entries_at(token, arguments, lexicon)
                if triggers.matches(token, entry)
            )
        )
        if attempts:
            start = sentence.start_char + len(sentence.text) - len(sentence.text.lstrip())
            yield NearMiss(sentence=sentence.text.strip(), start=start, ends=ends, attempts=attempts)


def _ends(sentence: Span, arguments: Arguments) -> tuple[str, ...]:
    """What the sentence names or refers to, each thing once."""
    found: dict[str, str] = {}
    for span in arguments.spans:
        if sentence.start <= span.start < sentence.end:
            found.setdefault(span.id_ or span.text.casefold(), span.text)
    return tuple(found.values())


def _reason(token: Token, entry: Entry, arguments: Arguments, lexicon: Lexicon) -> str:
    """The first step of the engine that came to nothing."""
    stance = stance_of(token, lexicon)
    if not stance.asserted:
        return f"not asserted ({', '.join(stance.marks) or 'by its clause'})"
    subjects = _first_filled(token, entry.subject, entry, arguments, lexicon, entry.subject_labels, set())
    if not subjects:
        return _unfilled("subject", token, entry.subject, entry, entry.subject_labels, arguments, lexicon)
    taken = {argument.end for argument, _ in subjects}
    objects = _first_filled(token, entry.object, entry, arguments, lexicon, entry.object_labels, taken)
    if any(_claims_of(token, entry, arguments, lexicon)):
        return "found, but not kept: said already by another rule, or graded as unlikely"
    if not objects:
        if entry.reciprocal:
            return "needs two that do it together, or with one another"
        return _unfilled("object", token, entry.object, entry, entry.object_labels, arguments, lexicon, taken)
    if all(_same(subject, object_, arguments) for subject, _ in subjects for object_, _ in objects):
        return f"both ends are the same: {_named(subjects[0][0], arguments)}"
    if entry.predicate == "ATTACKED" and any(_judges(subject, token, arguments) for subject, _ in subjects):
        return f"{_named(subjects[0][0], arguments)} is who speaks of it, not who did it"
    return "no pair of its ends may stand together"


def _unfilled(
    end: str, token: Token, roles: tuple[str, ...], entry: Entry, labels: frozenset[str], arguments: Arguments,
    lexicon: Lexicon, taken: Iterable[int] = (),
) -> str:  # fmt: skip
    """Why no mention fills an end: there is no such word, it names nothing, or what it names is of another kind."""
    fillers = [argument for role in roles for argument, _ in frames.fill_role(token, role, entry, arguments, lexicon)]
    if not fillers:
        words = [word.text for role in roles for word, _ in frames.role_tokens(token, role, entry, lexicon, arguments)]
        if words:
            return f"{end} “{words[0]}” names nothing known"
        return f"no filler for the {end} ({' or '.join(roles)})"
    filler = fillers[0]
    label = arguments.label(filler.end)
    if all(argument.end in taken for argument in fillers):
        return f"both ends are the same: {_named(filler, arguments)}"
    if label and label not in labels:
        return f"{end} {_named(filler, arguments)} is {label}; allowed are {', '.join(sorted(labels))}"
    if not _carrier_allowed(filler, entry, label):
        way = " and ".join(filler.via)
        return f"{end} {_named(filler, arguments)} is reached over {way}, which {entry.predicate} does not allow"
    return f"{end} {_named(filler, arguments)} could be of several kinds"


def _named(argument: Argument, arguments: Arguments) -> str:
    return f"“{arguments.spans[argument.end].text}”"
