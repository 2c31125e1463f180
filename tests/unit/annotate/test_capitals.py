"""A capital is a government where it acts and a city where things happen."""

from __future__ import annotations

import re

import pytest
from spacy.language import Language

from jnato_graph.annotate.capitals import acts


def is_government(nlp: Language, text: str) -> bool:
    doc = nlp(text.replace("[", "").replace("]", ""))
    match = re.search(r"\[(.+?)\]", text)
    assert match is not None
    span = doc.char_span(match.start(), match.end() - 2)
    assert span is not None
    return acts(span)


@pytest.mark.parametrize(
    "text",
    [
        "[Tokyo] objected to the plan.",
        "The plan was rejected by [Paris].",
        "[Seoul]'s objections were noted.",
        "Relations between [Ankara] and [Athens] are poor.".replace("[Athens]", "Athens"),
        "[Canberra] wants to join the programme.",
        "Norway sided with [Warsaw] against the proposal.",
    ],
)
def test_one_who_acts_is_a_government(stock_nlp: Language, text: str) -> None:
    assert is_government(stock_nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "The meeting was held in [Tokyo].",
        "Stoltenberg travelled to [Seoul] on Monday.",
        "The delegation arrived in [Wellington] on Friday.",
        "The office in [Brussels] will open in May.",
        "He visited [Ottawa] last year.",
        "[OSLO], May 4 - Norway said on Thursday that it would pay.",
    ],
)
def test_where_things_happen_is_a_city(stock_nlp: Language, text: str) -> None:
    assert not is_government(stock_nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "The minister visited Manila and [Canberra] last week.",
        "He travelled to Seoul and [Tokyo].",
        "A trip to [Paris] was called off.",
        "Abe went on to Riga, [Sofia] and Belgrade.",
        "The minister leaves on Thursday for Riga and [Vilnius].",
        "The [Tallinn]-based institute opposed it.",
        "South Korea joins the Cyber Defence Centre (CDC), [Tallinn].",
    ],
)
def test_where_somebody_goes_or_is_based_is_a_city(nlp: Language, text: str) -> None:
    assert not is_government(nlp, text)
