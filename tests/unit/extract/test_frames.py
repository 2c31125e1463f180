"""Frames of sentences hold whoever fills them: each makes its claim, and each that looks like one makes none.

A frame is filled in several ways, since the parser errs by names: "Australia, the UK and Fiji" is torn where
"Australia, Peru and Fiji" is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from spacy.language import Language
from spacy.tokens import Doc

from jnato_graph.extract import extract

FRAMES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "construction" / "frames.yaml").read_text(encoding="utf-8")
)
FILLINGS = 3  # of each frame
FLOOR = 0.985  # of all filled frames that make a claim; it only rises


@dataclass(frozen=True, slots=True)
class Filled:
    """A sentence, the predicate, and what fills the places of subject and object."""

    text: str
    predicate: str
    subject: str
    object: str


def filled(kind: str) -> Iterator[Filled]:
    """Every frame of `kind`, filled in turn with the names that its places may have."""
    fillers: dict[str, list[str]] = FRAMES["fillers"]
    for number, (predicate, places, frame) in enumerate(
        (predicate, places, frame)
        for predicate, by_places in FRAMES[kind].items()
        for places, frames in by_places.items()
        for frame in frames
    ):
        subject, object_ = places.split(" ", 1)
        for turn in range(FILLINGS):
            names = {place: forms[(number + turn) % len(forms)] for place, forms in fillers.items()}
            names["a"] = FRAMES["adjectives"][names["S"]]
            text = frame.format(**names).replace(",,", ",").replace(",.", ".")
            yield Filled(
                text[0].upper() + text[1:], predicate, names.get(subject, subject), names.get(object_, object_)
            )


def claimed(doc: Doc, sentence: Filled, kinds: tuple[str, ...]) -> bool:
    """Whether the claim is found in one of the polarities `kinds`, whichever way round where it is symmetric."""
    spans, anaphors = list(doc.spans["mentions"]), list(doc.spans["anaphors"])
    adjectives = FRAMES["adjectives"]

    def named(end: int, name: str) -> bool:
        indexes = [end] if end < len(spans) else list(anaphors[end - len(spans)]._.antecedents)
        forms = [f.lower() for f in (name, adjectives.get(name, name))]
        return any(spans[i].text.lower() in form for i in indexes for form in forms)

    return any(
        claim.predicate == sentence.predicate
        and claim.polarity in kinds
        and (
            (named(claim.subject, sentence.subject) and named(claim.object, sentence.object))
            or (
                claim.predicate in ("MET_WITH", "COOPERATES_WITH", "PARTNER_OF")
                and named(claim.subject, sentence.object)
                and named(claim.object, sentence.subject)
            )
        )
        for claim in extract(doc)
    )


@pytest.fixture(scope="module")
def quick() -> Language:
    from jnato_graph.annotate import load_pipeline

    return load_pipeline(quick=True)


def test_a_frame_makes_its_claim_whoever_fills_it(quick: Language) -> None:
    sentences = list(filled("found"))

    missed = [
        sentence.text
        for sentence, doc in zip(sentences, quick.pipe(s.text for s in sentences), strict=True)
        if not claimed(doc, sentence, ("affirmed", "negated"))
    ]

    assert 1 - len(missed) / len(sentences) >= FLOOR, "\n".join(missed)


def test_what_only_looks_like_a_claim_makes_none_whoever_fills_it(quick: Language) -> None:
    sentences = list(filled("not_found"))

    false = [
        sentence.text
        for sentence, doc in zip(sentences, quick.pipe(s.text for s in sentences), strict=True)
        if claimed(doc, sentence, ("affirmed",))
    ]

    assert not false
