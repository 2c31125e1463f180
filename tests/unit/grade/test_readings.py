"""How a document is read: in stretches, and doubtful sentences once more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.lexicon import load_lexicon
from jnato_graph.grade import load_grader
from jnato_graph.grade.judge import Judge, load_judge
from jnato_graph.grade.readings import read
from jnato_graph.network import load_encoder
from jnato_graph.network.reading import read_alone
from jnato_graph.resolve import identify

TWO = "France opposed the Danube Rescue Fund. Italy then signed the Kure Arrangement in Tokyo."


class Counting:
    """The first half of the encoder, which notes how many pieces it read each time."""

    def __init__(self, first: Any) -> None:
        self.first, self.read = first, list[int]()

    def run(self, outputs: None, feed: Mapping[str, Any]) -> Any:
        self.read.append(feed["ids"].shape[1])
        return self.first.run(outputs, feed)


def times_read(doc: Doc, judge: Judge) -> int:
    """How often something is read when `doc` is graded by `judge`."""
    grader = load_grader()
    counting = Counting(grader.encoder.first)
    grader = replace(grader, encoder=replace(grader.encoder, first=counting))
    read(doc, [], identify(doc, None).keys, Arguments(doc, load_lexicon()), grader, judge)
    return len(counting.read)


def test_a_sentence_read_alone_is_read_without_its_neighbours(nlp: Language) -> None:
    doc = nlp(TWO)
    second = list(doc.sents)[1]
    (alone,) = read_alone(doc, [second], load_encoder())
    assert doc.text[alone.start : alone.stop] == second.text
    assert len(alone.hidden) == len(load_encoder().tokenizer.encode(second.text).ids)


def test_only_what_is_in_doubt_is_read_again(nlp: Language) -> None:
    doc = nlp(TWO)
    doubting = Judge({"constant": 0.0}, load_judge().cuts)
    certain = Judge({"constant": 9.0}, load_judge().cuts)
    assert times_read(doc, doubting) == 2
    assert times_read(doc, certain) == 0


def test_a_second_reading_moves_what_is_seen_half_way(nlp: Language) -> None:
    doc = nlp(
        "In May, the Danube Rescue Fund was discussed. France was against it, and Italy signed the Accord of Kure."
    )
    grader, who, arguments = load_grader(), identify(doc, None).keys, Arguments(doc, load_lexicon())
    once = read(doc, [], who, arguments, grader, Judge({"constant": 9.0}, load_judge().cuts))
    twice = read(doc, [], who, arguments, grader, Judge({"constant": 0.0}, load_judge().cuts))
    first = {(s.pair, s.predicate, s.polarity): s.probability for s in once.sightings}
    second = {(s.pair, s.predicate, s.polarity): s.probability for s in twice.sightings}
    both = set(first) & set(second)
    assert once.pairs == twice.pairs
    assert both
    assert any(not np.isclose(first[key], second[key]) for key in both)
