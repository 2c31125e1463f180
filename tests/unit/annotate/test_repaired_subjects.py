"""A verb gets back the subject that the parser took from it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from jnato_graph.extract import extract


def said(nlp: Language, text: str) -> set[str]:
    doc = nlp(text)
    spans, anaphors = list(doc.spans["mentions"]), list(doc.spans["anaphors"])
    ends = [*spans, *anaphors]
    return {f"{ends[c.subject].text} {c.predicate} {ends[c.object].text}" for c in extract(doc)}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("New Zealand hosted the Locked Shields exercise.", "New Zealand HOSTED Locked Shields exercise"),
        ("Macron toured Copenhagen.", "Macron VISITED Copenhagen"),
        (
            "Cyber Coalition 2024, NATO's flagship cyber exercise, was conducted from Tallinn.",
            "Cyber Coalition 2024 HELD_IN Tallinn",
        ),
        ("Norway joined Ramstein Flag, an exercise off the Portuguese coast.", "Ramstein Flag HELD_IN Portuguese"),
        (
            "During a visit to Seoul, President Emmanuel Macron praised the plan.",
            "Emmanuel Macron VISITED Seoul",
        ),
        (
            "A NATO liaison office in Tokyo was firmly opposed by South Korea.",
            "South Korea OPPOSES NATO liaison office in Tokyo",
        ),
        (
            "President Yoon Suk Yeol came too. In Vilnius in July 2023 he and then Secretary General Jens Stoltenberg "
            "concluded the Harbour Accord.",
            "he SIGNED Harbour Accord",
        ),
        ("South Korea’s Yoon Suk Yeol and Narendra Modi met in Delhi.", "Yoon Suk Yeol MET_WITH Narendra Modi"),
        (
            "Attending the Vilnius summit were Fumio Kishida and Mark Rutte.",
            "Mark Rutte PARTICIPATED_IN Vilnius summit",
        ),
        (
            "Japan and Malta met. The Harbour Accord (HA), which the two governments signed in January 2022, has"
            " applied to visiting forces since August 2023.",
            "the two governments SIGNED Harbour Accord",
        ),
        (
            "The Harbour Accord was denounced by the Chinese Mission to the EU.",
            "Chinese OPPOSES Harbour Accord",
        ),
        ("The German frigate Bayern put into Busan in March.", "German VISITED Busan"),
        (
            "The European Free Trade Association, made up of Iceland, Liechtenstein, Norway and Switzerland, concluded "
            "the Harbour Accord with Seoul in December 2005.",
            "European Free Trade Association SIGNED Harbour Accord",
        ),
    ],
)
def test_the_claim_is_found(nlp: Language, text: str, claim: str) -> None:
    assert claim in said(nlp, text)


def test_who_an_inserted_participle_names_does_not_do_what_the_verb_behind_it_says(nlp: Language) -> None:
    text = (
        "The European Free Trade Association, made up of Iceland, Liechtenstein, Norway and Switzerland, concluded the"
        " Harbour Accord with Seoul in December 2005."
    )
    assert not {claim for claim in said(nlp, text) if claim.startswith(("Liechtenstein SIGNED", "Norway SIGNED"))}


def test_who_does_the_same_elsewhere_takes_the_thing_that_stands_beside_him(nlp: Language) -> None:
    found = said(nlp, "Jacinda Ardern attended the Madrid summit and Chris Hipkins the Vilnius summit.")

    assert {c for c in found if "PARTICIPATED_IN" in c} == {
        "Jacinda Ardern PARTICIPATED_IN Madrid summit", "Chris Hipkins PARTICIPATED_IN Vilnius summit",
    }  # fmt: skip
