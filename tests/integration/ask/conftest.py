"""The graph of `tests/questions/graph.yaml`: made by hand, with the keys and memberships of the reference data."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from neo4j import Driver

from jnato_graph.database import Connection, open_driver
from jnato_graph.load import load_extractions
from jnato_graph.records import Claim, Document, Entity, Extraction, Mention, Sentence
from jnato_graph.reference import load_reference

FOLDER = Path(__file__).parents[2] / "questions"
FILE = FOLDER / "graph.yaml"
OTHER_NAMES = FOLDER / "other_names.yaml"
FLAGS = {"negated": "polarity", "planned": "modality", "possible": "modality"}


def extractions(*files: Path) -> list[Extraction]:
    """The documents of the files with all that their sentences claim."""
    contents = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in files]
    documents = [(document, content["unlisted"]) for content in contents for document in content["documents"]]
    return [_extraction(number, document, unlisted) for number, (document, unlisted) in enumerate(documents)]


def entity(key: str, unlisted: dict[str, str]) -> Entity:
    """An entity by its key: the reference data's, or one with the name that the file gives it."""
    if key in unlisted:
        return Entity(key=key, label=key.partition(":")[0].capitalize(), name=unlisted[key])
    listed = load_reference().entities[key]
    return Entity(key=key, label=listed.label, name=listed.name, aliases=listed.aliases, listed=True)


def _extraction(number: int, content: dict[str, Any], unlisted: dict[str, str]) -> Extraction:
    rows = [next(iter(row.items())) for row in content["sentences"]]
    text = "\n".join(words for words, _ in rows)
    starts = [0]
    for words, _ in rows:
        starts.append(starts[-1] + len(words) + 1)
    key = f"document-{number}"
    sentences: list[Sentence] = []
    claims: list[Claim] = []
    entities: dict[str, Entity] = {}
    mentions: list[Mention] = []
    for index, ((words, statements), (start, after)) in enumerate(zip(rows, pairwise(starts), strict=True)):
        sentence = f"{key}:{index}"
        sentences.append(Sentence(key=sentence, document=key, index=index, start=start, end=after - 1, text=words))
        for at, statement in enumerate(statements):
            if statement.startswith("names "):
                keys = [statement.split()[1]]
            else:
                claims.append(_claim(statement, f"{sentence}/{at}", key, sentence, words, start))
                keys = [end for end in (claims[-1].subject, claims[-1].object, claims[-1].speaker_entity) if end]
            for each in keys:
                if each not in entities:
                    entities[each] = entity(each, unlisted)
                    place = {"document": key, "sentence": sentence, "start": start, "end": start + 1}
                    mentions.append(Mention(entity=each, text=words[:1], **place))  # type: ignore[arg-type]
    return Extraction(
        document=Document(
            key=key, path=f"{number}.txt", text=text, title=content["title"], publisher=content["publisher"],
            published=content["published"].isoformat(),
        ),
        sentences=tuple(sentences), entities=tuple(entities.values()), mentions=tuple(mentions), claims=tuple(claims),
    )  # fmt: skip


def _claim(statement: str, key: str, document: str, sentence: str, words: str, start: int) -> Claim:
    head, _, role = statement.partition(" role=")
    subject, predicate, object_, *more = head.split()
    options = dict(word.partition("=")[::2] for word in more if "=" in word)
    flags: dict[str, Any] = {FLAGS[word]: word for word in more if word in FLAGS}
    speaker = options.get("by")
    return Claim(
        key=key, document=document, sentence=sentence, subject=subject, predicate=predicate, object=object_,
        quote=words, start=start, end=start + len(words), rule="test",
        confidence=0.7 if "RIMPAC 2024" in words else 0.9,
        speaker=speaker, speaker_entity=speaker if speaker in load_reference().entities else None,
        date=options.get("on"), role=role or None, **{"polarity": "affirmed", "modality": "actual"} | flags,
    )  # fmt: skip


@pytest.fixture(scope="module")
def driver(connection: Connection) -> Iterator[Driver]:
    with open_driver(connection) as opened:
        yield opened


@pytest.fixture(scope="module")
def graph(driver: Driver, connection: Connection) -> Driver:
    """The database with this graph and nothing else."""
    return _loaded(driver, connection, FILE)


@pytest.fixture(scope="module")
def graph_of_other_names(driver: Driver, connection: Connection) -> Driver:
    """The same with things that go by several names."""
    return _loaded(driver, connection, FILE, OTHER_NAMES)


def _loaded(driver: Driver, connection: Connection, *files: Path) -> Driver:
    driver.execute_query("MATCH (n) DETACH DELETE n", database_=connection.database)
    for kind, query in (("CONSTRAINT", "SHOW CONSTRAINTS YIELD name"), ("INDEX", "SHOW INDEXES YIELD name, type")):
        for record in driver.execute_query(query, database_=connection.database).records:
            if record.get("type") != "LOOKUP":
                driver.execute_query(f"DROP {kind} `{record['name']}` IF EXISTS", database_=connection.database)
    summary = load_extractions(driver, connection.database, extractions(*files), stamp="test")
    assert summary.failed == ()
    driver.execute_query("CALL db.awaitIndexes(60)", database_=connection.database)
    return driver
