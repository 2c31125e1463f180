"""The windows that the network reads: a paragraph, or as much of it as fits, with its mentions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from jnato_graph.extract.model import RawClaim
from jnato_graph.grade.network import CLASS_NUMBER, LABEL_NUMBER, MODALITY_NUMBER, RULE_WIDTH, Floats, Grader, Ints
from jnato_graph.ontology import ACTORS, SYMMETRIC

LIMIT = 200  # word pieces; the network was trained on windows up to 220


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """`ends` are the indexes of the mentions and anaphors (as in raw claims) that the rows of `spans` stand for."""

    ids: Ints
    outer: Ints
    inner: Ints
    spans: Ints
    ends: tuple[int, ...]
    pairs: Ints
    rules: Floats


def windows(doc: Doc, claims: list[RawClaim], grader: Grader) -> Iterator[Window]:
    """Windows of `doc` that hold at least one pair which the ontology lets stand in some relation."""
    ends = _ends(doc)
    rules = _rules(claims)
    for start, stop in _stretches(doc, grader):
        inside = [(index, a, b, label) for index, a, b, label in ends if a >= start and b <= stop]
        if len(inside) > 1 and (window := _window(doc.text[start:stop], start, inside, rules, grader)) is not None:
            yield window


def _ends(doc: Doc) -> list[tuple[int, int, int, str]]:
    """(index, first character, end character, label) of mentions and of anaphors that stand for one sort of thing."""
    mentions = list(doc.spans.get("mentions", ()))
    found = [(i, m.start_char, m.end_char, m.label_) for i, m in enumerate(mentions)]
    for i, span in enumerate(doc.spans.get("anaphors", ()), len(mentions)):
        labels = {mentions[a].label_ for a in span._.antecedents}
        if len(labels) == 1:
            found.append((i, span.start_char, span.end_char, labels.pop()))
    return found


def _rules(claims: list[RawClaim]) -> dict[tuple[int, int], Floats]:
    rules: dict[tuple[int, int], Floats] = {}
    for claim in claims:
        pair = (claim.subject, claim.object)
        for ends in (pair, pair[::-1]) if claim.predicate in SYMMETRIC else (pair,):
            row = rules.setdefault(ends, np.zeros(RULE_WIDTH, dtype=np.float32))
            row[CLASS_NUMBER[(claim.predicate, claim.polarity)]] = 1
            row[len(CLASS_NUMBER) + MODALITY_NUMBER[claim.modality]] = 1
    return rules


def _stretches(doc: Doc, grader: Grader) -> Iterator[tuple[int, int]]:
    """Paragraphs, long ones cut between sentences."""
    start: int | None = None
    stop = pieces = 0
    for sentence in doc.sents:
        text = sentence.text.strip()
        if not text:
            continue
        count = len(grader.tokenizer.encode(text, add_special_tokens=False).ids)
        broken = (
            start is not None
            and "\n\n" in doc.text[stop : sentence.start_char + len(sentence.text) - len(sentence.text.lstrip())]
        )
        if start is not None and (broken or pieces + count > LIMIT):
            yield start, stop
            start = None
        if start is None:
            start, pieces = sentence.start_char, 0
        stop, pieces = sentence.start_char + len(sentence.text.rstrip()), pieces + count
    if start is not None:
        yield start, stop


def _window(
    text: str,
    offset: int,
    inside: list[tuple[int, int, int, str]],
    rules: dict[tuple[int, int], Floats],
    grader: Grader,
) -> Window | None:
    encoded = grader.tokenizer.encode(text)
    words = [i for i, (a, b) in enumerate(encoded.offsets) if b > a]
    outer, inner = np.zeros(len(encoded.ids), dtype=np.int64), np.zeros(len(encoded.ids), dtype=np.int64)
    spans, ends = [], []
    for index, a, b, label in sorted(inside, key=lambda m: (m[1] - m[2], m[1], m[0])):
        covered = [i for i in words if encoded.offsets[i][0] < b - offset and encoded.offsets[i][1] > a - offset]
        if not covered:
            continue
        for i in covered:
            (outer if outer[i] == 0 else inner)[i] = LABEL_NUMBER[label] + 1
        spans.append((covered[0], covered[-1], LABEL_NUMBER[label]))
        ends.append((index, label))
    pairs = [(i, j) for i, (a, x) in enumerate(ends) for j, (b, y) in enumerate(ends) if a != b and may_relate(x, y)]
    if not pairs:
        return None
    none = np.zeros(RULE_WIDTH, dtype=np.float32)
    return Window(
        ids=np.array(encoded.ids, dtype=np.int64), outer=outer, inner=inner, spans=np.array(spans, dtype=np.int64),
        ends=tuple(index for index, _ in ends), pairs=np.array(pairs, dtype=np.int64),
        rules=np.stack([rules.get((ends[i][0], ends[j][0]), none) for i, j in pairs]),
    )  # fmt: skip


def may_relate(subject: str, object_: str) -> bool:
    """Whether the ontology has any predicate between these labels (the same test as in training)."""
    if subject in ACTORS:
        return True
    if subject in ("Exercise", "Event", "Operation") and object_ in ("Place", "State", "Office"):
        return True
    if subject in ("Office", "Place") and object_ in ("Place", "State"):
        return True
    same = {"Agreement", "Policy", "Programme", "Organisation", "Operation", "Office"}
    return subject in same and object_ in same
