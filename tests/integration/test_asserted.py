"""Sentences that speak of a deed without saying that it was done, or say so in an odd way: `construction/asserted.tsv`.

`FALSE_FACTS` counts what is claimed as done and affirmed where the sentence does not say so: it only falls. `RIGHT`
counts the sentences that give one of the answers that a careful reader would: it only rises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from jnato_graph.annotate import annotate, load_pipeline
from jnato_graph.extract import extract
from jnato_graph.grade import grade
from jnato_graph.records import Claim, Document, Extraction
from jnato_graph.reference import load_reference
from jnato_graph.resolve import identify, resolve

ROWS = Path(__file__).parents[1] / "construction" / "asserted.tsv"
FALSE_FACTS = 14
RIGHT = 544
_CLAIM = re.compile(r"(?P<subject>.+?) (?P<predicate>[A-Z]+(?:_[A-Z]+)*) (?P<object>.+)")
_SMALL = frozenset({"the", "of", "exercise", "liaison"})


class Row(NamedTuple):
    """A sentence, the claim asked for, and the answers that are right; the best first."""

    sentence: str
    claim: str
    answers: frozenset[str]


def rows() -> list[Row]:
    lines = ROWS.read_text(encoding="utf-8").splitlines()
    parts = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [Row(sentence, claim, frozenset(answers.split("|"))) for sentence, claim, answers in parts]


def extractions(sentences: list[str]) -> Iterator[Extraction]:
    documents = [
        Document(key=str(i), path=f"{i}.txt", text=text, published="2025-06-15") for i, text in enumerate(sentences)
    ]
    for document, doc in annotate(iter(documents), load_pipeline()):
        claims = list(extract(doc))
        ends = identify(doc, document.published)
        yield resolve(document, doc, grade(doc, claims, ends.keys), ends)


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold())) - _SMALL


def answers_given(found: Extraction, claim: str) -> set[str]:
    """What the claims say of it: "affirmed actual" and so on, "negated", or "none"."""
    asked = _CLAIM.fullmatch(claim)
    assert asked is not None, claim
    entities = {entity.key: entity for entity in found.entities}
    ends = tuple(
        words(name) | {key for form in load_reference().candidates(name.removeprefix("the ")) for key in (form.key,)}
        for name in (asked["subject"], asked["object"])
    )

    def named(key: str) -> set[str]:
        return {key} | words(f"{entities[key].name} {key.replace('-', ' ')}")

    def is_asked(each: Claim) -> bool:
        ways = [(each.subject, each.object), (each.object, each.subject)]
        symmetric = each.predicate in ("MET_WITH", "COOPERATES_WITH")
        return each.predicate == asked["predicate"] and any(
            ends[0] & named(a) and ends[1] & named(b) for a, b in ways[: 2 if symmetric else 1]
        )

    given = {"negated" if c.polarity == "negated" else f"affirmed {c.modality}" for c in found.claims if is_asked(c)}
    return given or {"none"}


@pytest.fixture(scope="module")
def given() -> list[tuple[Row, set[str]]]:
    told = rows()
    found = extractions([row.sentence for row in told])
    return [(row, answers_given(each, row.claim)) for row, each in zip(told, found, strict=True)]


def test_what_is_not_said_to_be_done_is_seldom_claimed_as_done(given: list[tuple[Row, set[str]]]) -> None:
    false = [row.sentence for row, said in given if "affirmed actual" in said - row.answers]

    assert len(false) <= FALSE_FACTS, "\n".join(false)


def test_as_many_sentences_as_ever_are_read_as_a_careful_reader_would(given: list[tuple[Row, set[str]]]) -> None:
    right = sum(said <= row.answers for row, said in given)

    assert right >= RIGHT
