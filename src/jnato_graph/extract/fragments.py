"""Claims of lines that have no verb: lists with a label, names in brackets, "Person in Place", table rows.

Chronologies, captions, fact boxes and briefing tables say who did what by layout and punctuation. The thing that a list
is about is the nearest fitting name before it in the same block, or in the heading above.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span

from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.groups import is_group
from jnato_graph.extract.model import RawClaim
from jnato_graph.ontology import ACTORS
from jnato_graph.packaged import data_yaml

LIST_MARKS = frozenset(
    {",", "and", "&", "/", ";", "the", "as", "well", "also", "a", "of", "–", "—", "or", "-", "plus", "both", "(", ")"}
)
DASHES = frozenset({"–", "—"})
BRACKETED = {"Exercise": "PARTICIPATED_IN", "Operation": "PARTICIPATED_IN"}
VISITS_FROM = 14  # tokens: a line "Person in Place" is short


@dataclass(frozen=True, slots=True)
class Label:
    """What the names after a label did, and to what sort of thing."""

    predicate: str
    polarity: str
    what: frozenset[str]


@cache
def _labels() -> dict[str, Label]:
    return {
        word: Label(row["predicate"], row["polarity"], frozenset(row["what"].split()))
        for row in data_yaml("labels.yaml")
        for word in row["words"]
    }


def fragment_claims(doc: Doc, arguments: Arguments) -> Iterator[RawClaim]:
    """Claims from labelled lists, brackets, rows and verbless lines."""
    mentions = sorted(range(arguments.mention_count), key=lambda n: (arguments.spans[n].start, -arguments.spans[n].end))
    outer = [n for n in mentions if arguments.by_token[arguments.spans[n].start][0] == n]
    at_start = {arguments.spans[n].start: n for n in outer}
    yield from _labelled(doc, arguments, outer, at_start)
    yield from _bracketed(doc, arguments, outer, at_start)
    yield from _travelled(doc, arguments, outer, at_start)


def _run(doc: Doc, start: int, at_start: dict[int, int], arguments: Arguments) -> tuple[list[int], int]:
    """Names of actors that follow each other from `start`, with commas and "and" between; and where the run ends."""
    found: list[int] = []
    i = start
    while i < len(doc):
        if i in at_start and arguments.spans[at_start[i]].label_ in ACTORS:
            found.append(at_start[i])
            i = arguments.spans[at_start[i]].end
        elif doc[i].lower_ in LIST_MARKS and not doc[i].is_space:
            i += 1
        else:
            break
    return found, i


def _line_start(doc: Doc, i: int) -> int:
    while i > 0 and "\n" not in doc[i - 1].text:
        i -= 1
    return i


def _topic(doc: Doc, before: int, what: frozenset[str], outer: list[int], arguments: Arguments) -> int | None:
    """The nearest name of a fitting label before a list, in its line or the two lines above."""
    floor = before
    for _ in range(3):
        floor = _line_start(doc, max(0, floor - 1))
    best = None
    for n in outer:
        span = arguments.spans[n]
        if span.start >= before:
            break
        if span.start >= floor and span.label_ in what:
            best = n
    return best


def _claim(
    subject: int, predicate: str, object_: int, polarity: str, trigger: int, rule: str, arguments: Arguments
) -> RawClaim:
    return RawClaim(
        subject=subject, predicate=predicate, object=object_, polarity=polarity, modality="actual", trigger=trigger,  # type: ignore[arg-type]
        rule=f"fragment:{rule}", path=f"{arguments.spans[subject].text} → {rule} → {arguments.spans[object_].text}",
    )  # fmt: skip


def _labelled(doc: Doc, arguments: Arguments, outer: list[int], at_start: dict[int, int]) -> Iterator[RawClaim]:
    """ "Taking part: Germany, Italy"; "(host: Türkiye)"; "Signed by: A and B"."""
    labels = _labels()
    for token in doc:
        if token.text != ":" or token.i + 1 >= len(doc):
            continue
        for length in (1, 2, 3, 4):
            start = token.i - length
            if start < 0:
                break
            label = labels.get(doc[start : token.i].text.lower())
            if label is None or (start > 0 and doc[start - 1].is_alpha and not doc[start - 1].is_space):
                continue
            subjects, _ = _run(doc, token.i + 1, at_start, arguments)
            topic = _topic(doc, start, label.what, outer, arguments)
            if topic is not None:
                for subject in subjects:
                    if subject != topic:
                        yield _claim(
                            subject,
                            label.predicate,
                            topic,
                            label.polarity,
                            token.i - 1,
                            f"label-{doc[start : token.i].text.lower()}",
                            arguments,
                        )
            break


def _bracketed(doc: Doc, arguments: Arguments, outer: list[int], at_start: dict[int, int]) -> Iterator[RawClaim]:
    """ "Silver Carp (Germany, Japan, Spain)", "the Quad – India, Japan and … –": two names or more."""
    for n in outer:
        span = arguments.spans[n]
        i = span.end
        named = span[-1].text[:1].isupper() and is_group(span.id_)
        dashed = named and i < len(doc) and doc[i].text in DASHES
        if i + 1 >= len(doc) or not (doc[i].text == "(" or dashed):
            continue
        members, end = _run(doc, i + 1, at_start, arguments)
        if dashed and doc[end - 1].text not in DASHES:
            continue  # "the Quad – Japan and India met"
        states = [m for m in members if arguments.spans[m].label_ == "State"]
        if len(states) < 2 or len(states) != len(members) or end - i > 40:
            continue
        if predicate := BRACKETED.get(span.label_):
            for m in states:
                yield _claim(m, predicate, n, "affirmed", i, "bracket", arguments)
        elif span.label_ == "Organisation":
            for m in states:
                yield _claim(m, "MEMBER_OF", n, "affirmed", i, "bracket-members", arguments)


def _travelled(doc: Doc, arguments: Arguments, outer: list[int], at_start: dict[int, int]) -> Iterator[RawClaim]:
    """ "11–15 April – Jens Stoltenberg in Seoul and Tokyo": a line of a name, "in" and places, with no verb."""
    for n in outer:
        span = arguments.spans[n]
        if span.label_ != "Person" or span.end + 1 >= len(doc) or doc[span.end].lower_ not in ("in", "to"):
            continue
        sentence = span.sent
        if (
            any(
                t.pos_ in ("VERB", "AUX") and t.tag_ not in ("VBN", "VBG") and not arguments.by_token.get(t.i)
                for t in sentence
            )
            or len(sentence) > VISITS_FROM * 2
        ):
            continue
        for m in _places(doc, span, at_start, arguments):
            yield _claim(n, "VISITED", m, "affirmed", span.end, "person-in-place", arguments)


def _places(doc: Doc, span: Span, at_start: dict[int, int], arguments: Arguments) -> Iterator[int]:
    i = span.end + 1
    while i < len(doc):
        if i in at_start and arguments.spans[at_start[i]].label_ in ("Place", "State"):
            yield at_start[i]
            i = arguments.spans[at_start[i]].end
        elif doc[i].lower_ in ("and", ",", "the", "then"):
            i += 1
        else:
            return
