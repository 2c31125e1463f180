"""Each repair of the parse, on a tree with the fault made by hand."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span

from jnato_graph.annotate.repairs import repair

VOCAB = spacy.blank("en").vocab


def parsed(rows: str, *mentions: tuple[int, int, str]) -> Doc:
    """A Doc from "word/TAG/POS/dep/head" rows, with mentions by token."""
    parts = [row.split("/") for row in rows.split()]
    words, tags, pos, deps, heads = zip(*parts, strict=True)
    doc = Doc(
        VOCAB, words=list(words), tags=list(tags), pos=list(pos), lemmas=[w.lower() for w in words], deps=list(deps),
        heads=[int(h) for h in heads],
    )  # fmt: skip
    doc.spans["mentions"] = [Span(doc, start, end, label=label) for start, end, label in mentions]
    return repair(doc)


def test_a_relative_clause_after_a_comma_hangs_on_the_name_before_it() -> None:
    doc = parsed(
        "it/PRP/PRON/nsubj/1 joined/VBD/VERB/ROOT/1 Keen/NNP/PROPN/compound/3 Sword/NNP/PROPN/dobj/1 ,/,/PUNCT/punct/3"
        " which/WDT/PRON/dobj/7 Japan/NNP/PROPN/nsubj/7 hosted/VBD/VERB/advcl/1",
        (2, 4, "Exercise"),
        (6, 7, "State"),
    )

    assert (doc[7].dep_, doc[7].head.text) == ("relcl", "Sword")


def test_a_that_clause_without_object_is_about_the_noun() -> None:
    doc = parsed(
        "the/DT/DET/det/1 Pact/NNP/PROPN/ROOT/1 that/IN/SCONJ/mark/4 Japan/NNP/PROPN/nsubj/4 signed/VBD/VERB/acl/1",
        (1, 2, "Agreement"),
    )

    assert (doc[4].dep_, doc[2].dep_) == ("relcl", "dobj")


@pytest.mark.parametrize("noun", ["claim", "fear"])
def test_a_that_clause_of_a_noun_of_content_stays(noun: str) -> None:
    doc = parsed(
        f"the/DT/DET/det/1 {noun}/NN/NOUN/ROOT/1 that/IN/SCONJ/mark/4 Japan/NNP/PROPN/nsubj/4 signed/VBD/VERB/acl/1"
    )

    assert doc[4].dep_ == "acl"


def test_a_state_before_what_is_given_receives_it() -> None:
    doc = parsed(
        "Japan/NNP/PROPN/nsubj/1 give/VBD/VERB/ROOT/1 Ukraine/NNP/PROPN/compound/4 mine/NN/NOUN/compound/4"
        " detectors/NNS/NOUN/dobj/1",
        (0, 1, "State"),
        (2, 3, "State"),
    )

    assert (doc[2].dep_, doc[2].head.text) == ("dative", "give")


def test_a_state_that_is_part_of_what_is_given_stays() -> None:
    doc = parsed(
        "Japan/NNP/PROPN/nsubj/1 give/VBD/VERB/ROOT/1 the/DT/DET/det/4 Ukraine/NNP/PROPN/compound/4"
        " fund/NN/NOUN/dobj/1",
        (3, 4, "State"),
    )

    assert doc[3].dep_ == "compound"


def test_a_name_behind_to_is_no_verb() -> None:
    doc = parsed(
        "send/VB/VERB/ROOT/0 ships/NNS/NOUN/dobj/0 to/TO/PART/aux/3 RIMPAC/NNP/PROPN/advcl/0 2024/CD/NUM/dobj/3",
        (3, 5, "Exercise"),
    )

    assert [(t.dep_, t.head.text) for t in doc[2:5]] == [("prep", "send"), ("pobj", "to"), ("nummod", "RIMPAC")]


def test_a_verb_is_not_the_last_of_the_names_before_it() -> None:
    doc = parsed(
        "AUKUS/NNP/PROPN/ROOT/0 ,/,/PUNCT/punct/0 to/TO/ADP/prep/7 which/WDT/PRON/pobj/2 Italy/NNP/PROPN/nsubj/7"
        " and/CC/CCONJ/cc/4 belong/VBP/VERB/conj/4 is/VBZ/AUX/relcl/0",
        (0, 1, "Organisation"),
        (4, 5, "State"),
    )

    assert [(t.dep_, t.head.text) for t in (doc[2], doc[4], doc[6])] == [
        ("prep", "belong"),
        ("nsubj", "belong"),
        ("relcl", "AUKUS"),
    ]


@pytest.mark.parametrize("dep", ["conj", "dep", "advcl"])
def test_a_name_before_when_and_its_verb_is_who_does_it(dep: str) -> None:
    doc = parsed(
        "Peru/NNP/PROPN/nsubj/1 signed/VBD/VERB/ROOT/1 it/PRP/PRON/dobj/1 and/CC/CCONJ/cc/2 Chile/NNP/PROPN/conj/2 "
        f"last/JJ/ADJ/amod/6 week/NN/NOUN/npadvmod/7 joined/VBD/VERB/{dep}/1 Fiji/NNP/PROPN/dobj/7",
        (0, 1, "State"), (4, 5, "State"), (8, 9, "State"),
    )  # fmt: skip

    assert (doc[4].dep_, doc[4].head.text, doc[7].dep_) == ("nsubj", "joined", "conj")


def test_a_title_with_its_body_before_a_person_gives_the_clause_to_the_person() -> None:
    doc = parsed(
        "secretary/NN/NOUN/nsubj/5 of/IN/ADP/prep/0 NATO/NNP/PROPN/compound/4 Jens/NNP/PROPN/compound/4"
        " Roux/NNP/PROPN/pobj/1 came/VBD/VERB/ROOT/5",
        (2, 3, "Organisation"),
        (3, 5, "Person"),
    )

    assert (doc[4].dep_, doc[4].head.text) == ("nsubj", "came")
    assert (doc[2].dep_, doc[2].head.text, doc[1].head.text) == ("pobj", "of", "secretary")


def test_a_word_of_a_name_is_no_main_verb() -> None:
    doc = parsed(
        "Standing/VBG/VERB/ROOT/0 Mine/NNP/PROPN/compound/2 Group/NNP/PROPN/dobj/0 sailed/VBD/VERB/conj/0",
        (0, 3, "Organisation"),
    )

    assert (doc[3].dep_, doc[2].dep_, doc[2].head.text) == ("ROOT", "nsubj", "sailed")


def test_a_year_before_a_name_is_when_and_the_name_is_who() -> None:
    doc = parsed(
        "In/IN/ADP/prep/3 2021/CD/NUM/nummod/2 Peru/NNP/PROPN/pobj/0 signed/VBD/VERB/ROOT/3 it/PRP/PRON/dobj/3",
        (2, 3, "State"),
    )

    assert (doc[2].dep_, doc[2].head.text, doc[1].dep_) == ("nsubj", "signed", "pobj")


def test_a_person_is_coordinated_with_a_person_and_not_with_the_place_between() -> None:
    doc = parsed(
        "she/PRP/PRON/nsubj/1 met/VBD/VERB/ROOT/1 Roux/NNP/PROPN/dobj/1 in/IN/ADP/prep/1 Oslo/NNP/PROPN/pobj/3"
        " and/CC/CCONJ/cc/4 Ito/NNP/PROPN/conj/4",
        (2, 3, "Person"),
        (4, 5, "Place"),
        (6, 7, "Person"),
    )

    assert (doc[6].dep_, doc[6].head.text) == ("conj", "Roux")


def test_what_is_launched_hangs_on_the_launch_and_not_on_who_launches_it() -> None:
    doc = parsed(
        "welcomed/VBD/VERB/ROOT/0 the/DT/DET/det/2 launch/NN/NOUN/dobj/0 by/IN/ADP/prep/0 Japan/NNP/PROPN/pobj/3"
        " of/IN/ADP/prep/4 Shield/NNP/PROPN/pobj/5",
        (4, 5, "State"),
        (6, 7, "Programme"),
    )

    assert (doc[3].head.text, doc[5].head.text) == ("launch", "launch")


def test_a_meeting_is_where_the_clause_takes_place() -> None:
    doc = parsed(
        "she/PRP/PRON/nsubj/1 saw/VBD/VERB/ROOT/1 Ito/NNP/PROPN/dobj/1 at/IN/ADP/prep/2 Summit/NNP/PROPN/pobj/3",
        (2, 3, "Person"),
        (4, 5, "Event"),
    )

    assert doc[3].head.text == "saw"


def test_a_verb_with_a_capital_in_a_headline_is_no_name() -> None:
    doc = parsed(
        "Berg/NNP/PROPN/compound/2 Visits/NNP/PROPN/compound/2 Peru/NNP/PROPN/ROOT/2",
        (0, 1, "Person"),
        (2, 3, "State"),
    )

    assert [(t.text, t.dep_) for t in doc] == [("Berg", "nsubj"), ("Visits", "ROOT"), ("Peru", "dobj")]


def test_where_no_other_verb_is_a_participle_that_needs_no_object_is_the_verb() -> None:
    doc = parsed(
        "destroyer/NN/NOUN/ROOT/0 sail/VBN/VERB/acl/0 with/IN/ADP/prep/1 Peru/NNP/PROPN/pobj/2 ././PUNCT/punct/0",
        (3, 4, "State"),
    )

    assert (doc[0].dep_, doc[1].dep_, doc[1].tag_) == ("nsubj", "ROOT", "VBD")


def test_states_in_a_list_explain_each_other_nothing() -> None:
    doc = parsed(
        "Japan/NNP/PROPN/nsubj/6 ,/,/PUNCT/punct/0 Peru/NNP/PROPN/appos/0 ,/,/PUNCT/punct/2 and/CC/CCONJ/cc/2"
        " Chile/NNP/PROPN/conj/2 met/VBD/VERB/ROOT/6",
        (0, 1, "State"),
        (2, 3, "State"),
        (5, 6, "State"),
    )

    assert doc[2].dep_ == "conj"


def test_a_name_behind_a_title_with_its_field_stands_where_the_title_stood() -> None:
    doc = parsed(
        "stop/VB/VERB/ROOT/0 to/TO/PART/aux/2 meet/VB/VERB/xcomp/0 Minister/NNP/PROPN/dobj/2 for/IN/ADP/prep/3"
        " Defence/NNP/PROPN/pobj/4 Chan/NNP/PROPN/compound/7 Sing/NNP/PROPN/dobj/0",
        (6, 8, "Person"),
    )

    assert (doc[7].dep_, doc[7].head.text, doc[3].dep_) == ("dobj", "meet", "compound")


def test_the_place_that_somebody_leaves_for_does_nothing_there() -> None:
    doc = parsed(
        "Mori/NNP/PROPN/nsubj/1 leave/VBD/VERB/ROOT/1 for/IN/SCONJ/mark/5 Oslo/NNP/PROPN/nsubj/5 to/TO/PART/aux/5 "
        "meet/VB/VERB/advcl/1 Berg/NNP/PROPN/dobj/5",
        (0, 1, "Person"), (3, 4, "Place"), (6, 7, "Person"),
    )  # fmt: skip

    assert (doc[3].dep_, doc[3].head.text, doc[2].head.text) == ("pobj", "for", "leave")


def test_a_past_tense_between_two_names_is_the_verb_of_the_first() -> None:
    doc = parsed(
        "Spain/NNP/PROPN/nsubj/1 hosted/VBD/VERB/ROOT/1 Oak/NNP/PROPN/dobj/1 and/CC/CCONJ/cc/2 Peru/NNP/PROPN/nmod/6 "
        "hosted/VBN/VERB/amod/6 Elm/NNP/PROPN/conj/2",
        (0, 1, "State"), (2, 3, "Exercise"), (4, 5, "State"), (6, 7, "Exercise"),
    )  # fmt: skip

    assert [(doc[i].dep_, doc[i].head.i) for i in (4, 5, 6)] == [("nsubj", 5), ("conj", 1), ("dobj", 5)]


def test_a_name_before_a_passive_of_its_own_is_its_subject() -> None:
    doc = parsed(
        "Oslo/NNP/PROPN/nsubjpass/2 was/VBD/AUX/auxpass/2 hit/VBN/VERB/ROOT/2 by/IN/ADP/agent/2 Peru/NNP/PROPN/pobj/3 "
        "and/CC/CCONJ/cc/4 Lima/NNP/PROPN/conj/4 was/VBD/AUX/auxpass/8 struck/VBN/VERB/conj/2 by/IN/ADP/agent/8 "
        "Chile/NNP/PROPN/pobj/9",
        (0, 1, "Place"), (4, 5, "State"), (6, 7, "Place"), (10, 11, "State"),
    )  # fmt: skip

    assert (doc[6].dep_, doc[6].head.text) == ("nsubjpass", "struck")


@pytest.mark.parametrize(("count", "dep"), [("Two", "appos"), ("Three", "conj")])
def test_as_many_names_as_are_counted_say_who_they_are(count: str, dep: str) -> None:
    doc = parsed(
        f"{count}/CD/NUM/nummod/1 states/NNS/NOUN/nsubj/8 outside/IN/ADP/prep/1 NATO/NNP/PROPN/pobj/2 "
        ",/,/PUNCT/punct/3 "
        "Japan/NNP/PROPN/conj/3 and/CC/CCONJ/cc/5 Peru/NNP/PROPN/conj/5 agreed/VBD/VERB/ROOT/8",
        (3, 4, "Organisation"), (5, 6, "State"), (7, 8, "State"),
    )  # fmt: skip

    assert doc[5].dep_ == dep
