"""How the judge weighs the places where a claim is seen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.lexicon import load_lexicon
from jnato_graph.grade.grading import grade
from jnato_graph.grade.judge import Judge, Setting, best_of, grouped, load_judge
from jnato_graph.grade.sightings import Sighting
from jnato_graph.ontology import PREDICATES
from jnato_graph.records import Polarity
from jnato_graph.resolve import identify

WHO = [("japan",), ("nato",), ("japan",), ("japan", "nato")]
PLAIN = {"object listed": True, "subject listed": True, "sentences": 1}


def sighting(doc: Doc, pair: tuple[int, int], predicate: str = "SUPPORTS", polarity: Polarity = "affirmed",
             probability: float = 0.9, vetoed: bool = False) -> Sighting:  # fmt: skip
    return Sighting(
        pair=pair, predicate=predicate, polarity=polarity, probability=probability,
        modality=np.array([1, 0, 0], dtype=np.float32), rule=None, gap=0, known=False, vetoed=vetoed, trigger=doc[0],
    )  # fmt: skip


@pytest.fixture
def doc(nlp: Language) -> Doc:
    return nlp("Japan thanked NATO. Japan helped.")


def features(doc: Doc, group: Sequence[Sighting]) -> dict[str, float]:
    return Setting(group, Arguments(doc, load_lexicon())).features(group)


def judged(doc: Doc, group: Sequence[Sighting]) -> float:
    return load_judge().probability(features(doc, group))


def test_what_is_seen_twice_is_likelier_than_what_is_seen_once(doc: Doc) -> None:
    once = [sighting(doc, (0, 1))]

    assert judged(doc, [*once, sighting(doc, (2, 1))]) > judged(doc, once)


def test_what_the_words_around_speak_against_is_less_likely(doc: Doc) -> None:
    assert judged(doc, [sighting(doc, (0, 1), vetoed=True)]) < judged(doc, [sighting(doc, (0, 1))])


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_probability_stays_one_and_grows_with_what_the_network_sees(first: float, second: float) -> None:
    judge = load_judge()
    low, high = sorted((first, second))
    less, more = (judge.probability({**PLAIN, "seen": seen}) for seen in (8 * low - 4, 8 * high - 4))

    assert 0 <= less <= more <= 1


def test_opposition_needs_more_than_other_claims() -> None:
    judge = load_judge()

    assert not judge.stands("OPPOSES", judge.cuts["default"])
    assert judge.stands("SUPPORTS", judge.cuts["default"])


def test_weights_are_of_features_that_there_are(doc: Doc) -> None:
    group = [sighting(doc, (0, 1))]
    known = set(features(doc, group)) | set(PREDICATES) | {"constant"}

    assert set(load_judge().weights) <= known


def test_two_mentions_of_one_thing_make_one_claim_and_of_two_things_two(doc: Doc) -> None:
    groups = grouped([sighting(doc, (0, 1)), sighting(doc, (2, 1)), sighting(doc, (3, 1))], WHO)

    assert {key: len(group) for key, group in groups.items()} == {("japan", "SUPPORTS", "nato", "affirmed"): 3}


def test_a_symmetric_claim_is_one_whichever_way_round_it_is_seen(doc: Doc) -> None:
    groups = grouped([sighting(doc, (0, 1), "MET_WITH"), sighting(doc, (1, 2), "MET_WITH")], WHO)

    assert list(groups) == [("japan", "MET_WITH", "nato", "affirmed")]


def test_the_best_place_is_one_that_nothing_speaks_against(doc: Doc) -> None:
    vetoed, plain = sighting(doc, (0, 1), vetoed=True, probability=0.99), sighting(doc, (2, 1), probability=0.6)

    assert best_of([vetoed, plain]) is plain


def test_nothing_stands_that_the_judge_finds_unlikely(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    doc = nlp("In 2019 Japan and Latvia signed the Kure Arrangement on Ship Visits in Riga.")
    who = identify(doc, None).keys
    assert grade(doc, [], who)

    monkeypatch.setattr("jnato_graph.grade.grading.load_judge", lambda: Judge(load_judge().weights, {"default": 1.1}))
    assert not grade(doc, [], who)
