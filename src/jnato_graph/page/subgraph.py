"""What stands in the graph behind an answer: the claims of its rows with their ends, sentences, names and documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, LiteralString

from jnato_graph.records import Claim, Document, Entity, Mention, Sentence
from jnato_graph.report.answer import Answer
from jnato_graph.report.cells import Cell

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction, Record

    from jnato_graph.database import Connection

CLAIM: Final = ("claimkey", "claimkeys")
SENTENCE: Final = ("sentencekey", "sentencekeys")
"""How columns end that lead to claims and to sentences: `claimKey`, `actorClaimKey`."""
TIMEOUT_SECONDS: Final = 60.0
_QUERY: Final[LiteralString] = """
CALL () {
  UNWIND $claims AS key
  MATCH (claim:Claim {key: key})-[:SUPPORTED_BY]->(:Sentence)-[:FROM_DOCUMENT]->(document:Document)
  MATCH (document)<-[:FROM_DOCUMENT]-(sentence:Sentence)
  WHERE sentence.start < claim.end AND claim.start < sentence.end
  RETURN sentence, claim
  UNION
  UNWIND $sentences AS key
  MATCH (sentence:Sentence {key: key})
  RETURN sentence, null AS claim
}
WITH sentence, collect(claim) AS claims
MATCH (sentence)-[:FROM_DOCUMENT]->(document:Document)
RETURN sentence {.key, .index, .start, .end, .text} AS sentence,
       document {.key, .title, .publisher, .authors, .published, .url, path: document.paths[0]} AS document,
       COLLECT {
         UNWIND claims AS claim
         MATCH (claim)-[:SUBJECT]->(subject:Entity)
         MATCH (claim)-[:OBJECT]->(object:Entity)
         OPTIONAL MATCH (claim)-[:ATTRIBUTED_TO]->(speaker:Actor)
         // An office that is proposed, and that nobody is said to have opened, stands nowhere as yet.
         WITH claim, subject, object, speaker,
              CASE WHEN claim.predicate = "LOCATED_IN" AND claim.modality = "actual" AND claim.polarity = "affirmed"
                     AND EXISTS { (claim)-[:SUBJECT]->(:Office)<-[:PROPOSED]-() }
                     AND NOT EXISTS { (claim)-[:SUBJECT]->(:Office)<-[:ESTABLISHED]-() } THEN "planned"
                   ELSE claim.modality END AS modality
         RETURN {claim: claim {.*, modality: modality}, speaker: speaker.key, ends: [end IN [subject, object] |
                 end {.key, .name, .isoAlpha3, .location, labels: labels(end)}]} ORDER BY claim.key
       } AS claims,
       COLLECT {
         MATCH (sentence)-[mention:MENTIONS]->(entity:Entity)
         RETURN {mention: properties(mention),
                 entity: entity {.key, .name, .isoAlpha3, .location, labels: labels(entity)}}
         ORDER BY mention.start, mention.end DESC, entity.key
       } AS mentions
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subgraph:
    """The part of the graph that an answer rests on, in the order of its rows.

    `mentions` are by the key of their sentence; `entities` and `documents` by their own.
    """

    sentences: tuple[Sentence, ...] = ()
    claims: tuple[Claim, ...] = ()
    mentions: dict[str, tuple[Mention, ...]] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)


def read_subgraph(answer: Answer, driver: Driver, connection: Connection) -> Subgraph:
    """What the rows' keys of claims and sentences lead to, in one query that only reads.

    Raises DatabaseError when the database fails. An answer whose rows name neither gives an empty subgraph.
    """
    from neo4j import READ_ACCESS, unit_of_work
    from neo4j.exceptions import DriverError, Neo4jError

    from jnato_graph.database import explain

    claims, sentences = keys_in(answer, CLAIM), keys_in(answer, SENTENCE)
    if not claims and not sentences:
        return Subgraph()

    @unit_of_work(timeout=TIMEOUT_SECONDS)
    def rows(transaction: ManagedTransaction) -> list[Record]:
        return list(transaction.run(_QUERY, {"claims": claims, "sentences": sentences}))

    try:
        with driver.session(
            database=connection.database, default_access_mode=READ_ACCESS, notifications_min_severity="OFF"
        ) as session:
            records = session.execute_read(rows)
    except (DriverError, Neo4jError, OSError) as error:
        raise explain(error, connection) from error
    return _assembled(answer, records)


def keys_in(answer: Answer, endings: tuple[str, ...]) -> list[str]:
    """The keys that stand in columns with such names, each once, in the order of the rows."""
    places = [at for at, name in enumerate(answer.columns) if name.lower().endswith(endings)]
    return list(dict.fromkeys(key for row in answer.rows for at in places for key in texts(row[at])))


def texts(cell: Cell) -> list[str]:
    """The texts in a cell: itself, or those of a list; none in a cell of another kind."""
    items = cell if isinstance(cell, list) else [cell]
    return [item for item in items if isinstance(item, str) and item]


def _assembled(answer: Answer, records: Iterable[Record]) -> Subgraph:
    claim_order = {key: at for at, key in enumerate(keys_in(answer, CLAIM))}
    sentence_order = {key: at for at, key in enumerate(keys_in(answer, SENTENCE))}
    graph = Subgraph()
    sentences, claims = [], []
    for record in records:
        document = _document(record["document"])
        sentence = Sentence(document=document.key, **record["sentence"])
        graph.documents[document.key] = document
        sentences.append(sentence)
        for row in record["claims"]:
            ends = [_entity(end) for end in row["ends"]]
            graph.entities.update((end.key, end) for end in ends)
            claims.append(_claim(row, sentence, *(end.key for end in ends)))
        graph.mentions[sentence.key] = tuple(
            _mention(row["mention"], row["entity"], sentence) for row in record["mentions"]
        )
        graph.entities.update((entity.key, entity) for entity in (_entity(row["entity"]) for row in record["mentions"]))
    claims.sort(key=lambda claim: (claim_order[claim.key], claim.sentence))
    for claim in claims:  # a sentence that only a claim leads to comes where the claim does
        sentence_order.setdefault(claim.sentence, len(sentence_order) + claim_order[claim.key])
    sentences.sort(key=lambda sentence: (sentence_order[sentence.key], sentence.key))
    return Subgraph(
        sentences=tuple(sentences),
        claims=tuple(claims),
        mentions=graph.mentions,
        entities=graph.entities,
        documents=graph.documents,
    )


def _document(row: dict[str, Any]) -> Document:
    return Document(text="", **row | {"path": row["path"] or "", "authors": tuple(row["authors"] or ())})


def _entity(row: dict[str, Any]) -> Entity:
    label = next((each for each in sorted(row["labels"]) if each not in ("Entity", "Actor")), "Entity")
    point = row["location"]
    longitude, latitude = (point[0], point[1]) if point is not None else (None, None)
    return Entity(
        key=row["key"],
        label=label,
        name=row["name"],
        iso_alpha3=row["isoAlpha3"],
        latitude=latitude,
        longitude=longitude,
    )


def _claim(row: dict[str, Any], sentence: Sentence, subject: str, object_: str) -> Claim:
    kept = (
        "key",
        "predicate",
        "polarity",
        "modality",
        "quote",
        "start",
        "end",
        "rule",
        "confidence",
        "speaker",
        "date",
        "role",
    )
    return Claim(
        document=sentence.document,
        sentence=sentence.key,
        subject=subject,
        object=object_,
        speaker_entity=row["speaker"],
        **{name: row["claim"].get(name) for name in kept},
    )


def _mention(row: dict[str, Any], entity: dict[str, Any], sentence: Sentence) -> Mention:
    return Mention(
        document=sentence.document,
        sentence=sentence.key,
        entity=entity["key"],
        start=row["start"],
        end=row["end"],
        text=row["text"],
        anaphor=bool(row.get("anaphor")),
    )
