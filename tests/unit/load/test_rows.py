from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from jnato_graph.load.names import NAMING, Naming, agreed, naming_properties
from jnato_graph.load.projection import projected
from jnato_graph.load.rows import Rows, statement

if TYPE_CHECKING:
    from tests.conftest import Article


def asserted(article: Article, *statements: str) -> list[bool]:
    return [row["asserted"] for row in Rows.of([article("a.txt", *statements)], {}).claims]


def test_rows_part_nodes_and_relationships(article: Article) -> None:
    rows = Rows.of(
        [article("a.txt", "rudolf OPPOSES office:strelsau by=graustark", "rudolf VISITED strelsau", key="d")], {}
    )
    assert [row[0] for row in rows.sentences] == ["d:0", "d:1"]
    assert rows.documents == [{"document": "d", "sentences": ["d:0", "d:1"]}]
    assert [(row["label"], row["key"]) for row in rows.entities] == [
        ("Person", "rudolf"), ("Office", "office:strelsau"), ("State", "graustark"), ("Place", "strelsau")
    ]  # fmt: skip
    assert rows.claim_ends == [
        {"claim": "d:0:claim", "subject": "rudolf", "object": "office:strelsau", "sentence": "d:0"},
        {"claim": "d:1:claim", "subject": "rudolf", "object": "strelsau", "sentence": "d:1"},
    ]
    assert rows.speakers == [{"claim": "d:0:claim", "speaker": "graustark"}]
    assert rows.statements == {"rudolf OPPOSES office:strelsau", "rudolf VISITED strelsau"}
    assert [(row["sentence"], len(row["mentions"])) for row in rows.mentions] == [("d:0", 3), ("d:1", 2)]
    assert [(row["document"], len(row["names"])) for row in rows.names] == [("d", 4)]


def test_names_travel_with_all_their_properties_in_order(article: Article) -> None:
    found = article("a.txt", "rudolf VISITED strelsau")
    key, *values = Rows.of([found], {}).names[0]["names"][0]
    entity = next(entity for entity in found.entities if entity.key == key)
    assert dict(zip(NAMING, values, strict=True)) == naming_properties(entity)


def test_an_entity_named_by_two_documents_is_one_row(article: Article) -> None:
    one = article("a.txt", "ruritania OPPOSES office:strelsau", names={"office:strelsau": "the Office"})
    two = article("b.txt", "graustark OPPOSES office:strelsau", names={"office:strelsau": "an Office"})
    rows = Rows.of([one, two], {"ruritania": ("State", {"name": "Kingdom of Ruritania"})})
    properties = {row["key"]: row["properties"] for row in rows.entities}
    assert sorted(properties) == ["graustark", "office:strelsau", "ruritania"]
    assert (properties["office:strelsau"]["name"], properties["office:strelsau"]["aliases"]) == (
        "an Office",
        ["the Office"],
    )
    assert properties["ruritania"] == {"name": "Kingdom of Ruritania"}


def test_a_statement_of_a_symmetric_predicate_is_the_same_either_way_round() -> None:
    assert statement("league", "MET_WITH", "graustark") == statement("graustark", "MET_WITH", "league")
    assert statement("league", "OPPOSES", "graustark") != statement("graustark", "OPPOSES", "league")


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("ruritania OPPOSES league", True),
        ("ruritania OPPOSES league by=ruritania", True),
        ("ruritania OPPOSES league by=graustark", False),
        ("ruritania OPPOSES league by=officials", False),
        ("ruritania OPPOSES league by=league", False),
        ("ruritania MET_WITH league by=league", True),
    ],
)
def test_who_says_it(article: Article, claim: str, expected: bool) -> None:
    assert asserted(article, claim) == [expected]


def test_an_office_holder_speaks_for_the_office(article: Article) -> None:
    claim = "ruritania OPPOSES league by=rudolf"
    assert asserted(article, claim) == [False]
    assert asserted(article, claim, "rudolf HOLDS_POSITION_IN ruritania") == [True, True]
    assert asserted(article, claim, "rudolf HOLDS_POSITION_IN ruritania negated")[0] is False
    assert asserted(article, claim, "rudolf HOLDS_POSITION_IN graustark")[0] is False


def test_a_claim_derived_of_an_office_holder_s_words_is_asserted(article: Article) -> None:
    extraction = article("a.txt", "rudolf OPPOSES league by=rudolf")
    own = extraction.claims[0]
    derived = replace(own, key="derived", subject="ruritania", rule="test-by-office-holder")
    other = replace(derived, key="other", subject="graustark", rule="test")
    rows = Rows.of([replace(extraction, claims=(own, derived, other))], {}).claims
    assert [row["asserted"] for row in rows] == [True, True, False]


def test_the_name_is_what_most_documents_say() -> None:
    namings = [
        Naming(properties={"label": "Office", "name": "B", "aliases": ["C"], "listed": False}, documents=2),
        Naming(properties={"label": "Place", "name": "A", "wikidata": "Q1"}, documents=1),
    ]
    label, properties = agreed(namings)
    assert label == "Office"
    assert properties == {
        "name": "B", "aliases": ["A", "C"], "listed": False, "wikidata": "Q1", "isoAlpha3": None, "location": None,
    }  # fmt: skip
    assert agreed(reversed(namings)) == (label, properties)


def test_among_names_used_alike_one_in_capitals_comes_last() -> None:
    names = ["THE OFFICE", "the office", "The Office"]
    namings = [Naming(properties={"label": "Office", "name": name}, documents=1) for name in names]
    assert agreed(namings)[1]["name"] == "The Office"


def totals(**changes: object) -> dict[str, object]:
    some = {"claims": 3, "documents": 2, "asserted": 1, "negated": 0, "first": "2020", "last": "2021-05"}
    return {**some, **changes}


def test_a_projection_counts_and_dates() -> None:
    assert projected(totals()) == {
        "origin": "claims", "claims": 3, "documents": 2, "asserted": 1, "reported": 2, "disputed": False,
        "firstDate": "2020", "lastDate": "2021-05",
    }  # fmt: skip
    assert projected(totals(negated=1, first=None, last=None)) == {
        "origin": "claims", "claims": 3, "documents": 2, "asserted": 1, "reported": 2, "disputed": True
    }  # fmt: skip


def test_negated_claims_alone_project_nothing() -> None:
    assert projected(totals(claims=0, documents=0, asserted=0, negated=4)) is None
    assert projected(None) is None
