"""Rows a second into Neo4j, over a hand-written `UNWIND ... MERGE` of the same graph with the same driver and batches.

The hand-written load knows the finished graph: its rows are read out of it beforehand. So it does less than ours, which
has to find out what is there, what is new, and what follows from all documents together. Both end in the same graph, by
its hash. Each is the first of a turn as often as the other, and both have run some times before, since the server takes
several times as long until Java has compiled what they need.
"""

from __future__ import annotations

import dataclasses
import hashlib
import random
import socket
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import batched
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import psutil
from neo4j import Driver, ManagedTransaction, Session

from bench.figures import Figure, server_of, used
from jnato_graph.database import Connection, ensure_database, open_driver, stop_server
from jnato_graph.load import apply_schema, graph_hash, load_extractions
from jnato_graph.load.batches import BATCH
from jnato_graph.ontology import LABELS, PREDICATES, SIGNATURES
from jnato_graph.records import Claim, Document, Entity, Extraction, Mention, Sentence
from jnato_graph.reference import Membership, ReferenceEntity, Term
from jnato_graph.settings import load_settings

DOCUMENTS, SENTENCES, MENTIONS, CLAIMS = 120, 40, 100, 12
ROUNDS = 6
WARMING = 4


@dataclasses.dataclass
class NoReference:
    """Reference data that list nothing."""

    entities: dict[str, ReferenceEntity] = dataclasses.field(default_factory=dict)
    memberships: tuple[Membership, ...] = ()
    terms: tuple[Term, ...] = ()


def measure() -> list[Figure]:
    """A made-up corpus, loaded both ways into an embedded database of its own."""
    corpus = list(documents(random.Random(1)))
    with database() as (driver, connection):
        name, server = connection.database, server_of(connection)
        apply_schema(driver, name)
        load(driver, name, corpus)  # what the hand-written rows are read from
        wanted, nodes, relationships = graph_hash(driver, name), *finished(driver, name)
        rows = sum(len(part) for part in (*nodes.values(), *relationships.values()))

        def turn(work: Callable[[], None]) -> Taken:
            clear(driver, name)
            taken = timed(work, server)
            assert graph_hash(driver, name) == wanted
            return taken

        def ours() -> Taken:
            return turn(lambda: load(driver, name, corpus))

        def theirs() -> Taken:
            return turn(lambda: merge(driver, name, nodes, relationships))

        def again() -> Taken:
            return timed(lambda: load(driver, name, corpus), server)

        for work in (theirs, ours, again) * WARMING:
            work()
        times = []
        for number in range(ROUNDS):
            if number % 2:
                hand = theirs()
                times.append((ours(), hand, again()))
            else:
                own, repeated = ours(), again()
                times.append((own, theirs(), repeated))
    own, hand = (median(each.clock for each in column) for column in list(zip(*times, strict=True))[:2])
    return [
        Figure(
            name="rows a second over a hand-written `UNWIND MERGE`",
            value=median(theirs.clock / ours.clock for ours, theirs, _ in times),
            goal="≥ 0.9",
            note=f"{rows:,} nodes and relationships of {DOCUMENTS} documents, batches of {BATCH:,}",
        ),
        Figure(
            name="the same, rows a second of processor time",
            value=median(theirs.processor / ours.processor for ours, theirs, _ in times),
            goal="≥ 0.9",
            note="of the database and the program together",
        ),
        Figure(name="rows a second", value=rows / own),
        Figure(name="rows a second, hand-written", value=rows / hand),
        Figure(
            name="the same extractions again, over the first load",
            value=median(again.clock / ours.clock for ours, _, again in times),
            goal="≤ 0.25",
            note="with every row handed over; documents that are known are not even extracted",
        ),
    ]


class Taken(NamedTuple):
    """Seconds by the clock, and of processor time of the database and this process."""

    clock: float
    processor: float


def timed(work: Callable[[], None], server: psutil.Process) -> Taken:
    """What a piece of work takes."""
    clock, processor = time.perf_counter(), used(server)
    work()
    return Taken(time.perf_counter() - clock, used(server) - processor)


def load(driver: Driver, database: str, corpus: list[Extraction]) -> None:
    """Our way."""
    load_extractions(driver, database, corpus, stamp="bench", reference=NoReference())


def merge(driver: Driver, database: str, nodes: dict[str, list[Any]], relationships: dict[Any, list[Any]]) -> None:
    """What one writes by hand when one knows the rows: all nodes, then all relationships, in batches."""
    with driver.session(database=database) as session:
        for labels, rows in nodes.items():
            label = labels.split(":")[0]
            more = "" if labels == label else f", n:{labels}"
            send(session, f"MERGE (n:{label} {{{key_of(label)}: row.id}}) SET n += row.properties{more}", rows)
        for (start, type_, end), rows in relationships.items():
            same = {"MENTIONS": " {start: row.properties.start, end: row.properties.end}"}.get(type_, "")
            same = " {origin: row.properties.origin}" if type_ in PREDICATES else same
            ends = f"MATCH (a:{start} {{{key_of(start)}: row.start}}) MATCH (b:{end} {{{key_of(end)}: row.end}})"
            send(session, f"{ends} MERGE (a)-[r:{type_}{same}]->(b) SET r += row.properties", rows)


def send(session: Session, query: str, rows: list[Any]) -> None:
    """The rows, batch by batch, each in a managed transaction."""

    def run(tx: ManagedTransaction, batch: tuple[Any, ...]) -> None:
        tx.run(f"UNWIND $rows AS row {query}", rows=list(batch)).consume()

    for batch in batched(rows, BATCH):
        session.execute_write(run, batch)


def key_of(label: str) -> str:
    """The property by which a node is found."""
    return "path" if label == "Address" else "key"


def finished(driver: Driver, database: str) -> tuple[dict[str, list[Any]], dict[Any, list[Any]]]:
    """The rows of the graph in the database: nodes by labels, relationships by type and the labels of their ends."""
    nodes: dict[str, list[Any]] = {}
    relationships: dict[Any, list[Any]] = {}

    def first(labels: list[str]) -> list[str]:
        return sorted(labels, key=lambda label: (label != "Entity", label))

    for labels, id_, properties in driver.execute_query(
        "MATCH (n) RETURN labels(n), coalesce(n.key, n.path), properties(n)", database_=database
    ).records:
        nodes.setdefault(":".join(first(labels)), []).append({"id": id_, "properties": properties})
    for a, start, type_, b, end, properties in driver.execute_query(
        "MATCH (a)-[r]->(b) RETURN labels(a), coalesce(a.key, a.path), type(r), labels(b), coalesce(b.key, b.path), "
        "properties(r)",
        database_=database,
    ).records:
        row = {"start": start, "end": end, "properties": properties}
        relationships.setdefault((first(a)[0], type_, first(b)[0]), []).append(row)
    return nodes, relationships


def clear(driver: Driver, database: str) -> None:
    """Take all nodes out; the constraints stay."""
    while driver.execute_query(
        "MATCH (n) WITH n LIMIT 10000 DETACH DELETE n", database_=database
    ).summary.counters.nodes_deleted:
        pass


def documents(chance: random.Random) -> Iterator[Extraction]:
    """Articles of the size of real ones: some actors in nearly all of them, most things in a few."""
    entities = [
        Entity(key=f"{label.lower()}:thing-{number}", label=label, name=f"Thing {number}", aliases=(f"T{number}",))
        for number in range(2000)
        for label in [LABELS[number % len(LABELS)]]
    ]
    for number in range(DOCUMENTS):
        texts = [f"Sentence {index} of article {number} says something about things." for index in range(SENTENCES)]
        text = " ".join(texts)
        key = hashlib.sha256(text.encode()).hexdigest()[:16]
        starts = [0]
        for previous in texts[:-1]:
            starts.append(starts[-1] + len(previous) + 1)
        made = [
            Sentence(key=f"{key}:{i}", document=key, index=i, start=at, end=at + len(words), text=words)
            for i, (at, words) in enumerate(zip(starts, texts, strict=True))
        ]
        named = list({min(int(chance.expovariate(0.004)), 1999): None for _ in range(40)})
        mentions = {}
        for _ in range(MENTIONS):
            sentence, entity = chance.choice(made), entities[chance.choice(named)]
            start = sentence.start + chance.randrange(len(sentence.text) - 9)
            mentions[sentence.key, entity.key, start] = Mention(
                document=key, sentence=sentence.key, entity=entity.key, start=start, end=start + 8,
                text=text[start : start + 8],
            )  # fmt: skip
        yield Extraction(
            document=Document(key=key, path=f"{number:05}.txt", text=text, title=f"Article {number}", published="2023"),
            sentences=tuple(made),
            entities=tuple(entities[index] for index in named),
            mentions=tuple(mentions.values()),
            claims=tuple(claims(chance, key, made, [entities[index] for index in named])),
        )


def claims(chance: random.Random, document: str, sentences: list[Sentence], entities: list[Entity]) -> Iterator[Claim]:
    """Some claims that the ontology allows."""
    found = 0
    while found < CLAIMS:
        subject, object_, sentence = chance.choice(entities), chance.choice(entities), chance.choice(sentences)
        fitting = [p for p in PREDICATES if subject.label in SIGNATURES[p][0] and object_.label in SIGNATURES[p][1]]
        if fitting and subject != object_:
            yield Claim(
                key=f"{document}-{found}", document=document, sentence=sentence.key, subject=subject.key,
                predicate=chance.choice(fitting), object=object_.key,
                polarity=chance.choice(("affirmed", "affirmed", "negated")), modality="actual", quote=sentence.text,
                start=sentence.start, end=sentence.end, rule="bench-active", confidence=0.9, path="nsubj > dobj",
            )  # fmt: skip
            found += 1


@contextmanager
def database() -> Iterator[tuple[Driver, Connection]]:
    """An embedded database that nobody else uses, on free ports, removed at the end."""
    with tempfile.TemporaryDirectory() as folder:
        settings = dataclasses.replace(
            load_settings(folder=Path(folder)),
            uri=None,
            home=Path(folder),
            bolt_port=free_port(),
            http_port=free_port(),
        )
        try:
            connection = ensure_database(settings)
            with open_driver(connection) as driver:
                yield driver, connection
        finally:
            stop_server(settings)


def free_port() -> int:
    """A port that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
