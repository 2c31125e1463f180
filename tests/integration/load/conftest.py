"""A graph for each test, and calls that load hand-made extractions with reference data of a few lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from neo4j import Driver

from jnato_graph.database import Connection, open_driver
from jnato_graph.load import ForgetSummary, LoadSummary, apply_schema, forget, graph_hash, load_extractions
from jnato_graph.records import Extraction
from jnato_graph.reference import Membership, ReferenceEntity, Term


@dataclass
class FewReferenceData:
    """Of reference data what the loader takes."""

    entities: dict[str, ReferenceEntity]
    memberships: tuple[Membership, ...]
    terms: tuple[Term, ...]


def reference(
    *, memberships: tuple[Membership, ...] | None = None, entities: tuple[ReferenceEntity, ...] = ()
) -> FewReferenceData:
    """Ruritania is in the league, and Rudolf its king."""
    listed = (
        ReferenceEntity(
            key="ruritania", label="State", name="Ruritania", source="atlas", adjectives=("Ruritanian",),
            iso_alpha3="RUR", latitude=50.5, longitude=15.25,
        ),
        ReferenceEntity(key="league", label="Organisation", name="League", source="atlas"),
        ReferenceEntity(key="rudolf", label="Person", name="Rudolf V", source="chronicle"),
        *entities,
    )  # fmt: skip
    member = Membership(actor="ruritania", organisation="league", since="1894", until="1920", source="chronicle")
    king = Term(
        person="rudolf", actor="ruritania", role="king", titles=("King",), since="1894-05", until=None,
        source="chronicle",
    )  # fmt: skip
    return FewReferenceData(
        entities={entity.key: entity for entity in listed},
        memberships=(member,) if memberships is None else memberships,
        terms=(king,),
    )


class Graph:
    """The tests' database with the calls of the loader bound to it."""

    def __init__(self, driver: Driver, database: str) -> None:
        self.driver = driver
        self.database = database
        self.reference = reference()

    def load(self, *extractions: Extraction, stamp: str = "1", **options: Any) -> LoadSummary:
        return load_extractions(
            self.driver, self.database, extractions, stamp=stamp, **{"reference": self.reference, **options}
        )

    def load_from(self, extractions: Iterable[Extraction], stamp: str = "1") -> LoadSummary:
        return load_extractions(self.driver, self.database, extractions, stamp=stamp, reference=self.reference)

    def forget(self, document: str) -> ForgetSummary:
        return forget(self.driver, self.database, document, reference=self.reference)

    def hash(self) -> str:
        return graph_hash(self.driver, self.database)

    def rows(self, query: str, **parameters: Any) -> list[list[Any]]:
        records = self.driver.execute_query(query, parameters, database_=self.database).records
        return [list(record.values()) for record in records]

    def clear(self) -> None:
        self.rows("MATCH (n) DETACH DELETE n")

    def hash_of(self, *extractions: Extraction, stamp: str = "1") -> str:
        """The hash of a new graph with these documents alone. Clears the graph."""
        self.clear()
        self.load(*extractions, stamp=stamp)
        return self.hash()


@pytest.fixture(scope="session")
def shared_graph(connection: Connection) -> Iterator[Graph]:
    with open_driver(connection) as driver:
        yield Graph(driver, connection.database)


@pytest.fixture
def graph(shared_graph: Graph) -> Graph:
    """An empty graph with its constraints."""
    shared_graph.clear()
    apply_schema(shared_graph.driver, shared_graph.database)
    shared_graph.reference = reference()
    return shared_graph


@pytest.fixture(name="reference")
def reference_fixture() -> Any:
    return reference
