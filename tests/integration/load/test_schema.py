from __future__ import annotations

from typing import TYPE_CHECKING

from jnato_graph.load import apply_schema, describe_schema
from jnato_graph.load.schema import ENTITY_NAMES, SENTENCE_TEXT
from jnato_graph.ontology import LABELS, PREDICATES

if TYPE_CHECKING:
    from tests.conftest import Article
    from tests.integration.load.conftest import Graph


def test_each_label_has_a_named_uniqueness_constraint(graph: Graph) -> None:
    constraints = dict(graph.rows("SHOW CONSTRAINTS YIELD name, labelsOrTypes RETURN name, labelsOrTypes[0]"))
    labels = ("Document", "Sentence", "Claim", "Entity", "Actor", *LABELS)
    assert constraints == {
        "address_path_unique": "Address",
        "reference_data_key_unique": "ReferenceData",
        **{f"{label.lower()}_key_unique": label for label in labels},
    }


def test_applying_the_schema_again_changes_nothing(graph: Graph) -> None:
    assert not apply_schema(graph.driver, graph.database)
    for name, _ in describe_schema().constraints:
        graph.rows(f"DROP CONSTRAINT {name}")
    for name, _ in describe_schema().indexes:
        graph.rows(f"DROP INDEX {name}")
    counters = apply_schema(graph.driver, graph.database)
    assert counters.constraints_added == len(describe_schema().constraints)
    assert counters.indexes_added == len(describe_schema().indexes)


def test_names_aliases_and_sentences_are_found_by_full_text(graph: Graph, article: Article) -> None:
    graph.load(article("a.txt", "ruritania OPPOSES office:strelsau", names={"office:strelsau": "Bureau of Strelsau"}))
    find = "CALL db.index.fulltext.queryNodes($index, $words) YIELD node RETURN node.key"
    graph.rows("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
    assert graph.rows(find, index=ENTITY_NAMES, words="bureau") == [["office:strelsau"]]
    assert graph.rows(find, index=ENTITY_NAMES, words="ruritanian") == [["ruritania"]]
    assert len(graph.rows(find, index=SENTENCE_TEXT, words="opposes")) == 1


def test_the_loader_writes_nothing_that_the_schema_does_not_have(graph: Graph, article: Article) -> None:
    graph.load(
        article(
            "a.txt", "ruritania OPPOSES office:strelsau by=graustark on=1900", "rudolf VISITED strelsau",
            title="A", publisher="B", authors=("C",), published="1901", published_from="text", url="D",
        )
    )  # fmt: skip
    schema = describe_schema()
    nodes = {node.label: set(node.properties) for node in schema.nodes}
    for labels, properties in graph.rows("MATCH (n) RETURN DISTINCT labels(n), keys(n)"):
        (kind,) = nodes.keys() & set(labels)
        assert set(properties) <= nodes[kind]
        assert set(labels) <= {kind, "Actor", *(LABELS if kind == "Entity" else ())}
    known = {(item.type, name) for item in schema.relationships for name in (*item.properties, None)}
    for type_, properties in graph.rows("MATCH ()-[r]->() RETURN DISTINCT type(r), keys(r)"):
        assert {(type_, name) for name in (*properties, None)} <= known


def test_the_text_shows_every_label_type_and_constraint() -> None:
    schema = describe_schema()
    text = schema.text()
    assert [label for label in LABELS if label not in text] == []
    assert [predicate for predicate in PREDICATES if f"[:{predicate}]" not in text] == []
    assert schema.cypher().count(";\n") == len(schema.constraints) + len(schema.indexes)
