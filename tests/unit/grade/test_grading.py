"""The grade stage on short texts, with the trained network that comes with the package."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from jnato_graph.extract import RawClaim, extract
from jnato_graph.grade import grade as grade_of
from jnato_graph.grade import load_grader
from jnato_graph.grade.head import RULE_WIDTH
from jnato_graph.grade.windows import windows
from jnato_graph.network.reading import LIMIT, stretches_of
from jnato_graph.resolve import identify

SIGNING = "In 2019 Japan and Latvia signed the Kure Arrangement on Ship Visits in Riga."


def grade(doc: Doc, rules: list[RawClaim]) -> list[RawClaim]:
    return grade_of(doc, rules, identify(doc, None).keys)


def said(doc: Doc, claims: list[RawClaim]) -> set[tuple[str, str, str]]:
    spans = [*doc.spans["mentions"], *doc.spans["anaphors"]]
    return {(spans[c.subject].text, c.predicate, spans[c.object].text) for c in claims}


def test_each_claim_of_the_rules_stands_and_has_a_confidence(nlp: Language) -> None:
    doc = nlp("France opposed the Danube Rescue Fund. Italy signed the Kure Arrangement in 2019.")
    rules = extract(doc)
    graded = grade(doc, rules)
    assert said(doc, rules) <= said(doc, graded)
    assert all(c.confidence is not None and 0 <= c.confidence <= 1 for c in graded)


def test_the_network_finds_claims_that_it_is_told_no_rule_for(nlp: Language) -> None:
    doc = nlp(SIGNING)
    alone = [c for c in grade(doc, []) if c.rule.startswith("network")]
    assert ("Latvia", "SIGNED", "Kure Arrangement on Ship Visits") in said(doc, alone)


def test_the_network_takes_part_in_what_was_named_in_the_sentence_before(nlp: Language) -> None:
    doc = nlp("The exercise Pacific Bridge began on Monday off Guam. Ships from Japan and Australia are taking part.")
    made = [claim for claim in grade(doc, []) if claim.rule == "network:participated_in across"]

    assert ("Japan", "PARTICIPATED_IN", "Pacific Bridge") in said(doc, made)
    assert all(doc[claim.trigger].sent.text.startswith("Ships") for claim in made)  # where it is said


def test_whoever_has_an_office_gets_no_other_one_from_the_sentence_before(nlp: Language) -> None:
    doc = nlp(
        "On Tuesday Minister Koizumi met Mr Antti Berg, Minister of Defence of Finland. "
        "Minister Berg thanked Japan for its aid to Ukraine."
    )
    claims = grade(doc, extract(doc))

    assert {o for s, p, o in said(doc, claims) if p == "HOLDS_POSITION_IN" and s.endswith("Berg")} == {"Finland"}


def test_an_office_that_a_sentence_tells_is_shown_in_no_other_one(nlp: Language) -> None:
    doc = nlp("Latvia's Foreign Minister Anna Ozola came to Oslo. Minister Ozola said that Latvia backed the plan.")
    made = [c for c in grade(doc, extract(doc)) if c.predicate == "HOLDS_POSITION_IN"]

    assert {doc[c.trigger].sent.start for c in made} == {0}


def test_the_same_text_gives_the_same_grades(nlp: Language) -> None:
    doc = nlp(SIGNING)
    assert grade(doc, extract(doc)) == grade(doc, extract(doc))


def test_a_claim_is_never_made_of_labels_that_the_ontology_forbids(nlp: Language) -> None:
    doc = nlp("The Kure Arrangement was signed in Tokyo by Japan. Tokyo lies on Tokyo Bay.")
    labels = {s.text: s.label_ for s in doc.spans["mentions"]}
    for subject, predicate, object_ in said(doc, grade(doc, [])):
        assert predicate != "SIGNED" or (labels[subject] != "Place" and labels[object_] == "Agreement")


def test_text_without_two_names_is_passed_on(nlp: Language) -> None:
    doc = nlp("Nothing was agreed.")
    assert grade(doc, []) == []


def test_long_paragraphs_are_cut_between_sentences_and_lose_no_mention(nlp: Language) -> None:
    doc = nlp(" ".join(f"France and Italy signed the Kure Arrangement of {year}." for year in range(1950, 2010)))
    seen = {end for window in windows(doc, [], load_grader(), stretches_of(doc)) for end in window.ends}
    assert seen == set(range(len(doc.spans["mentions"])))
    assert all(len(window.hidden) <= LIMIT + 20 for window in windows(doc, [], load_grader(), stretches_of(doc)))


def test_what_the_rules_say_is_an_input_of_the_network(nlp: Language) -> None:
    doc = nlp("France opposed the Danube Rescue Fund.")
    claims = extract(doc)
    assert claims
    with_rules = next(windows(doc, claims, load_grader(), stretches_of(doc))).pairs.rules
    without = next(windows(doc, [], load_grader(), stretches_of(doc))).pairs.rules
    assert with_rules.shape[1] == RULE_WIDTH
    assert with_rules.sum() > without.sum() == 0


def test_a_negated_rule_claim_lies_in_another_column_than_an_affirmed_one(nlp: Language) -> None:
    doc = nlp("France opposed the Danube Rescue Fund.")
    claims = extract(doc)
    turned = [replace(c, polarity="negated") for c in claims]
    affirmed = next(windows(doc, claims, load_grader(), stretches_of(doc))).pairs.rules
    negated = next(windows(doc, turned, load_grader(), stretches_of(doc))).pairs.rules
    assert not np.array_equal(affirmed, negated)


def test_where_something_is_takes_no_part_in_it(nlp: Language) -> None:
    doc = nlp(
        "Next month Japanese officers will observe Nordic Response 24, an exercise in Norway, Sweden and Finland."
    )

    assert not [c for c in said(doc, grade(doc, [])) if c[0] in ("Norway", "Sweden", "Finland")]


def test_the_day_on_which_it_was_said_is_no_date_of_what_was_done(nlp: Language) -> None:
    doc = nlp(
        "Malta backs the Danube Rescue Fund, diplomats said on 8 May 2025, almost two years after Norway blocked it."
    )
    norway = next(i for i, span in enumerate(doc.spans["mentions"]) if span.text == "Norway")
    claims = [c for c in grade(doc, []) if c.subject == norway]

    assert claims
    assert {c.date for c in claims} == {None}


def test_the_network_does_not_make_a_state_do_what_the_rules_read_that_it_does_not(nlp: Language) -> None:
    doc = nlp("Slovenia, unlike Croatia, supports the NATO liaison office in Tokyo.")
    graded = grade(doc, extract(doc))

    assert ("Slovenia", "SUPPORTS", "NATO liaison office in Tokyo") in said(doc, graded)
    assert ("Croatia", "SUPPORTS", "NATO liaison office in Tokyo") not in said(
        doc, [claim for claim in graded if claim.polarity == "affirmed"]
    )
