from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest

from jnato_graph.load import Counters, LoadSummary, Tally, known_documents
from jnato_graph.records import Document, Extraction
from jnato_graph.reference import Membership, ReferenceEntity

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Article
    from tests.integration.load.conftest import Graph

PROJECTED = """
MATCH (s:Entity)-[r {origin: 'claims'}]->(o:Entity)
RETURN s.key, type(r), o.key, r.claims, r.documents, r.asserted, r.reported, r.disputed, r.firstDate, r.lastDate
ORDER BY s.key, type(r), o.key
"""


@pytest.fixture
def articles(article: Article) -> list[Extraction]:
    return [
        article(
            "a.txt", "ruritania OPPOSES office:strelsau", "rudolf VISITED strelsau by=rudolf", published="1901-02",
            title="Ruritania says no",
        ),
        article(
            "b.txt", "ruritania OPPOSES office:strelsau by=graustark on=1900", "league MET_WITH graustark",
            "graustark SUPPORTS office:strelsau planned", published="1902",
        ),
        article(
            "c.txt", "ruritania OPPOSES office:strelsau negated", "graustark MET_WITH league",
            "office:strelsau LOCATED_IN strelsau", names={"office:strelsau": "The office"},
        ),
    ]  # fmt: skip


def bare(extraction: Extraction, path: str | None = None) -> Extraction:
    document = extraction.document if path is None else replace(extraction.document, path=path)
    return Extraction(document=document, sentences=(), entities=(), mentions=(), claims=())


def test_a_load_writes_the_graph_of_the_design(graph: Graph, article: Article) -> None:
    extraction = article(
        "a.txt", "rudolf OPPOSES office:strelsau by=graustark on=1900", "rudolf VISITED strelsau",
        key="d", title="Rudolf says no", authors=("A. Hope",), published="1901", published_from="text",
    )  # fmt: skip
    summary = graph.load(extraction)
    assert summary.documents == Tally(created=1)
    assert (summary.sentences.created, summary.mentions.created, summary.claims.created) == (2, 5, 2)
    assert summary.entities == Tally(created=6)
    assert summary.relationships == Tally(created=2)
    assert summary.facts == Tally(created=2)
    assert graph.rows(
        "MATCH (d:Document) RETURN d.key, d.title, d.authors, d.published, d.paths, d.stamp, d.complete"
    ) == [["d", "Rudolf says no", ["A. Hope"], "1901", ["a.txt"], "1", True]]
    assert graph.rows(
        "MATCH (:Document {key: 'd'})-[:FOUND_AT]->(a:Address) RETURN a.path, a.title, a.publishedFrom"
    ) == [["a.txt", "Rudolf says no", "text"]]
    assert graph.rows(
        "MATCH (a)-[:NEXT_SENTENCE]->(b)-[:FROM_DOCUMENT]->(:Document) RETURN a.key, a.index, b.key, b.start, b.end"
    ) == [["d:0", 0, "d:1", 53, 77]]
    assert graph.rows(
        "MATCH ({key: 'd:1'})-[m:MENTIONS]->(e) RETURN e.key, m.start, m.end, m.text, m.anaphor ORDER BY e.key"
    ) == [["rudolf", 53, 59, "rudolf", False], ["strelsau", 68, 76, "strelsau", False]]
    assert graph.rows("""
        MATCH (c:Claim)-[:SUBJECT]->(s), (c)-[:OBJECT]->(o), (c)-[:SUPPORTED_BY]->(e), (c)-[:ATTRIBUTED_TO]->(a:Actor)
        RETURN c.key, c.statement, c.polarity, c.modality, c.asserted, c.speaker, c.date, c.confidence,
               s.key, o.key, e.key, a.key
        """) == [[
            "d:0:claim", "rudolf OPPOSES office:strelsau", "affirmed", "actual", False, "graustark", "1900", 0.5,
            "rudolf", "office:strelsau", "d:0", "graustark",
        ]]  # fmt: skip
    assert graph.rows(
        "MATCH (e:Entity) RETURN e.key, [l IN labels(e) WHERE l <> 'Entity'], e.name, e.listed ORDER BY e.key"
    ) == [
        ["graustark", ["Actor", "State"], "graustark", False],
        ["league", ["Actor", "Organisation"], "League", True],
        ["office:strelsau", ["Office"], "office:strelsau", False],
        ["rudolf", ["Actor", "Person"], "Rudolf V", True],
        ["ruritania", ["Actor", "State"], "Ruritania", True],
        ["strelsau", ["Place"], "strelsau", False],
    ]


def test_places_carry_a_point_and_reference_facts_their_source(graph: Graph) -> None:
    graph.load()
    assert graph.rows(
        "MATCH (s:State {key: 'ruritania'}) RETURN s.location.latitude, s.location.longitude, s.aliases"
    ) == [[50.5, 15.25, ["Ruritanian"]]]
    facts = "MATCH (s)-[r {origin: 'reference'}]->(o) RETURN s.key, type(r), o.key, properties(r) ORDER BY s.key"
    assert graph.rows(facts) == [
        ["rudolf", "HOLDS_POSITION_IN", "ruritania",
         {"origin": "reference", "role": "King", "since": "1894-05", "source": "chronicle"}],
        ["ruritania", "MEMBER_OF", "league",
         {"origin": "reference", "since": "1894", "until": "1920", "source": "chronicle"}],
    ]  # fmt: skip


def test_a_city_lies_in_its_state_by_the_reference_data_and_a_region_in_none(
    graph: Graph, reference: Callable[..., Any]
) -> None:
    zenda = ReferenceEntity(key="zenda", label="Place", name="Zenda", source="atlas", kind="city", state="ruritania")
    marches = replace(zenda, key="marches", name="Marches", kind="region")
    graph.reference = reference(entities=(zenda, marches))
    graph.load()
    assert graph.rows("MATCH (p:Place)-[r:LOCATED_IN]->(s) RETURN p.key, s.key, properties(r)") == [
        ["zenda", "ruritania", {"origin": "reference", "source": "atlas"}]
    ]
    graph.reference = reference()
    graph.load()
    assert graph.rows("MATCH (p:Place) RETURN p.key") == []


def test_a_second_load_writes_nothing(graph: Graph, articles: list[Extraction]) -> None:
    graph.load(*articles)
    before = graph.hash()
    assert graph.load(*articles) == LoadSummary(unchanged=3)
    assert graph.load(*(bare(extraction) for extraction in articles)) == LoadSummary(unchanged=3)
    assert graph.hash() == before


def test_the_first_load_counts_what_it_wrote(graph: Graph, articles: list[Extraction]) -> None:
    counters = graph.load(*articles).counters
    nodes, relationships = graph.rows("MATCH (n) RETURN count(n), COUNT { ()-->() }")[0]
    assert (counters.nodes_created, counters.nodes_deleted) == (nodes, 0)
    assert (counters.relationships_created, counters.relationships_deleted) == (relationships, 0)
    assert bool(counters)
    assert not Counters()


def test_the_order_of_loading_does_not_show(graph: Graph, articles: list[Extraction]) -> None:
    hashes = set()
    for order in permutations(articles):
        graph.clear()
        graph.load(*order[:1])
        graph.load(*order[1:])
        hashes.add(graph.hash())
    assert len(hashes) == 1


def test_the_hash_sees_a_change_anywhere(graph: Graph, articles: list[Extraction]) -> None:
    graph.load(*articles)
    seen = [graph.hash()]
    for change in (
        "MATCH (c:Claim) WITH c ORDER BY c.key LIMIT 1 SET c.rule = 'other'",
        "MATCH (e:Entity {key: 'strelsau'}) SET e:Actor",
        "MATCH (:Sentence)-[m:MENTIONS]->() WITH m LIMIT 1 SET m.anaphor = true",
        "MATCH (c:Claim)-[r:SUBJECT]->(s) WITH c, r, s ORDER BY c.key LIMIT 1 DELETE r CREATE (s)-[:SUBJECT]->(c)",
        "CREATE (:Note)",
    ):
        graph.rows(change)
        seen.append(graph.hash())
    assert len(set(seen)) == len(seen)


def test_projections_count_claims_and_documents_and_part_them_by_who_says_it(
    graph: Graph, articles: list[Extraction]
) -> None:
    graph.load(*articles[:2])
    opposes = ["ruritania", "OPPOSES", "office:strelsau"]
    assert graph.rows(PROJECTED) == [
        ["graustark", "MET_WITH", "league", 1, 1, 1, 0, False, "1902", "1902"],
        ["rudolf", "VISITED", "strelsau", 1, 1, 1, 0, False, "1901-02", "1901-02"],
        [*opposes, 2, 2, 1, 1, False, "1900", "1901-02"],
    ]
    summary = graph.load(articles[2])
    assert summary.relationships == Tally(created=1, changed=2)
    assert graph.rows(PROJECTED) == [
        ["graustark", "MET_WITH", "league", 2, 2, 2, 0, False, "1902", "1902"],
        ["office:strelsau", "LOCATED_IN", "strelsau", 1, 1, 1, 0, False, None, None],
        ["rudolf", "VISITED", "strelsau", 1, 1, 1, 0, False, "1901-02", "1901-02"],
        [*opposes, 2, 2, 1, 1, True, "1900", "1901-02"],
    ]
    graph.forget("a.txt")
    assert [*opposes, 1, 1, 0, 1, True, "1900", "1900"] in graph.rows(PROJECTED)
    graph.forget("b.txt")
    assert [row[:3] for row in graph.rows(PROJECTED)] == [
        ["graustark", "MET_WITH", "league"], ["office:strelsau", "LOCATED_IN", "strelsau"]
    ]  # fmt: skip


def test_planned_possible_and_negated_claims_give_no_relationship(graph: Graph, article: Article) -> None:
    graph.load(
        article("a.txt", *(f"ruritania SUPPORTS graustark {flag}" for flag in ("planned", "possible", "negated")))
    )
    assert graph.rows(PROJECTED) == []
    assert graph.rows("MATCH (c:Claim) RETURN count(c)") == [[3]]


def test_what_an_office_holder_says_is_asserted(graph: Graph, article: Article) -> None:
    graph.load(
        article("a.txt", "graustark OPPOSES league by=rudolf"),
        article("b.txt", "ruritania OPPOSES league by=rudolf", "rudolf HOLDS_POSITION_IN ruritania"),
    )
    counts = "MATCH (s)-[r:OPPOSES]->() RETURN s.key, r.asserted, r.reported ORDER BY s.key"
    assert graph.rows(counts) == [["graustark", 0, 1], ["ruritania", 1, 0]]


def test_a_changed_document_takes_the_place_of_the_one_at_its_path(
    graph: Graph, article: Article, articles: list[Extraction]
) -> None:
    changed = article("b.txt", "graustark OPPOSES office:strelsau", published="1903")
    expected = graph.hash_of(articles[0], changed)
    graph.clear()
    graph.load(*articles[:2])
    summary = graph.load(articles[0], changed)
    assert summary.documents == Tally(created=1, removed=1)
    assert (summary.sentences, summary.claims) == (Tally(created=1, removed=3), Tally(created=1, removed=3))
    assert (summary.unchanged, summary.entities) == (1, Tally(removed=0))
    assert graph.hash() == expected


def test_another_version_replaces_the_rows_and_an_equal_one_writes_its_stamp_alone(
    graph: Graph, articles: list[Extraction]
) -> None:
    graph.load(*articles, stamp="1")
    summary = graph.load(*articles, stamp="2")
    assert (summary.documents, summary.claims) == (Tally(changed=3), Tally())
    assert summary.counters == Counters(properties_set=3)
    expected = graph.hash()
    other = replace(articles[0], claims=articles[0].claims[:1])
    assert graph.load(other, stamp="3").claims == Tally(created=1, removed=2)
    assert graph.load(articles[0], stamp="2").claims == Tally(created=2, removed=1)
    assert graph.hash() == expected
    assert graph.hash_of(*articles, stamp="2") == expected


def test_the_same_text_at_two_paths_is_one_document_and_one_source(graph: Graph, article: Article) -> None:
    first = article("a.txt", "ruritania OPPOSES league", title="First", published="1900")
    second = replace(first, document=replace(first.document, path="b.txt", title="Second", url="example"))
    expected = graph.hash_of(first, second)
    document = (
        "MATCH (d:Document)-[:FOUND_AT]->(a:Address) RETURN d.title, d.paths, a.path, a.title, a.url ORDER BY a.path"
    )
    assert graph.rows(document) == [
        ["First", ["a.txt", "b.txt"], "a.txt", "First", None],
        ["First", ["a.txt", "b.txt"], "b.txt", "Second", "example"],
    ]
    assert [row[3:5] for row in graph.rows(PROJECTED)] == [[1, 1]]
    for parts in ([[second], [first]], [[first], [bare(second)]], [[second, first]], [[second], [first], [second]]):
        graph.clear()
        for part in parts:
            graph.load(*part)
        assert graph.hash() == expected
    assert graph.forget("b.txt").paths == ("a.txt", "b.txt")
    assert graph.rows("MATCH (n) WHERE n:Document OR n:Address RETURN n") == []


def test_rows_made_for_the_first_path_win_over_those_for_a_later_one(graph: Graph, article: Article) -> None:
    early = article("a.txt", "ruritania OPPOSES league on=1900", published="1900", key="d")
    late = article("b.txt", "ruritania OPPOSES league on=1900", published="1950", key="d")
    late = replace(late, claims=(replace(late.claims[0], date="1950"),))
    expected = graph.hash_of(early, late)
    assert graph.rows("MATCH (c:Claim) RETURN c.date") == [["1900"]]
    graph.clear()
    assert graph.load(late).reread == ()
    assert graph.load(bare(early)).reread == ("a.txt",)
    assert graph.load(early).reread == ()
    assert graph.hash() == expected


def test_a_document_that_loses_its_first_path_is_told_to_be_read_again(graph: Graph, article: Article) -> None:
    early = article("a.txt", "ruritania OPPOSES league", published="1900")
    late = replace(early, document=replace(early.document, path="b.txt", published="1950"))
    other = article("a.txt", "graustark OPPOSES league")
    graph.load(early, late)
    assert graph.load(other, bare(late)).reread == ("b.txt",)
    assert known_documents(graph.driver, graph.database, [late.document], stamp="1") == frozenset()
    assert graph.load(late).reread == ()
    after = graph.hash()
    assert graph.hash_of(other, late) == after
    assert graph.rows("MATCH (:State {key: 'ruritania'})-[r:OPPOSES]->() RETURN r.firstDate") == [["1950"]]


def test_known_documents_are_those_whose_rows_are_there(graph: Graph, articles: list[Extraction]) -> None:
    def known(*documents: Document, stamp: str = "1") -> frozenset[str]:
        return known_documents(graph.driver, graph.database, documents, stamp=stamp)

    first, second, third = (extraction.document for extraction in articles)
    graph.load(*articles[:2])
    assert known(first, second, third) == {"a.txt", "b.txt"}
    assert known(first, stamp="2") == frozenset()
    assert known(replace(first, published="1999")) == frozenset()
    assert known(replace(first, path="z.txt", published="1999")) == {"z.txt"}
    assert known(replace(first, path="A.txt", title="Other")) == frozenset()
    assert known(replace(first, url="elsewhere")) == {"a.txt"}


def test_names_do_not_depend_on_the_order_and_go_with_their_documents(graph: Graph, article: Article) -> None:
    called = [
        article(f"{name}.txt", "ruritania OPPOSES office:strelsau", closing=name, names={"office:strelsau": name})
        for name in ("THE OFFICE", "the office", "The office")
    ]
    names = "MATCH (o:Office) RETURN o.name, o.aliases"
    hashes = set()
    for order in permutations(called):
        graph.clear()
        for extraction in order:
            graph.load(extraction)
        hashes.add(graph.hash())
        assert graph.rows(names) == [["The office", ["THE OFFICE", "the office"]]]
    assert len(hashes) == 1
    graph.forget("The office.txt")
    assert graph.rows(names) == [["the office", ["THE OFFICE"]]]


def test_an_entity_that_the_reference_data_list_is_called_as_there(graph: Graph, article: Article) -> None:
    extraction = article("a.txt", "ruritania OPPOSES office:strelsau", names={"ruritania": "ruritanians"})
    graph.load(extraction)
    assert graph.rows("MATCH (s:State) RETURN s.name, s.aliases") == [["Ruritania", ["Ruritanian"]]]
    assert graph.rows("MATCH (:Document)-[n:NAMES]->(:State) RETURN n.name") == [["ruritanians"]]


def test_new_reference_data_are_taken_over_and_old_facts_go(
    graph: Graph, article: Article, reference: Callable[..., Any]
) -> None:
    extraction = article("a.txt", "ruritania OPPOSES office:strelsau", "graustark OPPOSES league")
    graph.load(extraction)
    office = ReferenceEntity(key="office:strelsau", label="Programme", name="Office of Strelsau", source="atlas")
    graph.reference = reference(
        entities=(office, ReferenceEntity(key="graustark", label="State", name="Graustark", source="atlas")),
        memberships=(Membership(actor="graustark", organisation="league", since="1900", until=None, source="atlas"),),
    )
    summary = graph.load(bare(extraction))
    assert summary.facts == Tally(created=1, removed=1)
    assert summary.entities == Tally(changed=2)
    assert graph.rows("MATCH (p:Programme) RETURN p.name, labels(p)") == [
        ["Office of Strelsau", ["Entity", "Programme"]]
    ]
    after = graph.hash()
    assert graph.hash_of(extraction) == after
    assert graph.load(bare(extraction)) == LoadSummary(unchanged=1)


def test_a_document_that_breaks_the_rules_is_left_out_and_told(graph: Graph, articles: list[Extraction]) -> None:
    broken = replace(articles[1], entities=articles[1].entities[1:])
    summary = graph.load(articles[0], broken, articles[2])
    assert [failure.path for failure in summary.failed] == ["b.txt"]
    assert "has no entity row" in summary.failed[0].reason
    after = graph.hash()
    assert graph.hash_of(articles[0], articles[2]) == after


def test_a_dry_run_says_what_a_load_does_and_writes_nothing(
    graph: Graph, article: Article, articles: list[Extraction]
) -> None:
    changed = article("b.txt", "graustark OPPOSES agreement:strelsau", published="1903")
    moved = replace(articles[2], document=replace(articles[2].document, path="d.txt"))
    for part in (articles[:2], [articles[0], changed], [bare(moved), changed], articles):
        before = graph.hash()
        dry = graph.load(*part, dry_run=True)
        assert dry.dry_run
        assert not dry.counters
        assert graph.hash() == before
        real = graph.load(*part)
        for name in ("documents", "sentences", "mentions", "claims", "facts", "unchanged"):
            assert getattr(dry, name) == getattr(real, name), name
        assert (dry.entities.created, dry.entities.removed) == (real.entities.created, real.entities.removed)


def test_a_dry_run_on_an_empty_database_makes_no_constraints(graph: Graph, articles: list[Extraction]) -> None:
    for name, _ in graph.rows("SHOW CONSTRAINTS YIELD name, type"):
        graph.rows(f"DROP CONSTRAINT {name}")
    assert graph.load(*articles, dry_run=True).documents == Tally(created=3)
    assert graph.rows("SHOW CONSTRAINTS YIELD name") == []
    assert graph.rows("MATCH (n) RETURN n") == []


def test_progress_is_told_of_each_document(graph: Graph, articles: list[Extraction]) -> None:
    told: list[str] = []
    graph.load(*articles, progress=lambda document: told.append(document.path))
    assert told == ["a.txt", "b.txt", "c.txt"]


def test_sentences_follow_each_other_by_index_in_whatever_order_they_come(graph: Graph, article: Article) -> None:
    extraction = article("a.txt", "rudolf VISITED strelsau", "rudolf MET_WITH league", "rudolf VISITED league", key="d")
    graph.load(replace(extraction, sentences=extraction.sentences[::-1]))
    chain = "MATCH (a:Sentence)-[:NEXT_SENTENCE]->(b) RETURN a.key, b.key ORDER BY a.key"
    assert graph.rows(chain) == [["d:0", "d:1"], ["d:1", "d:2"]]
