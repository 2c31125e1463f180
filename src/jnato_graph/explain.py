"""Why a claim was made: its rule, the way through the sentence, who its ends are; and why sentences gave none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jnato_graph.errors import UsageError
from jnato_graph.records import Claim, Document, Entity, Extraction

if TYPE_CHECKING:
    from neo4j import Driver

    from jnato_graph.extract.near_misses import NearMiss
    from jnato_graph.read import ReadFailure

_QUERY: Final = """
MATCH (c:Claim) WHERE c.key STARTS WITH $claim
WITH c ORDER BY c.key LIMIT 2
MATCH (subject:Entity)<-[:SUBJECT]-(c)-[:OBJECT]->(object:Entity)
MATCH (c)-[:SUPPORTED_BY]->(s:Sentence)-[:FROM_DOCUMENT]->(d:Document)
RETURN c AS claim, s.text AS sentence, d.key AS documentKey, d.title AS title, d.published AS published,
  [(d)-[:FOUND_AT]->(a:Address) | a.path][0] AS path,
  subject, labels(subject) AS subjectLabels, [(s)-[m:MENTIONS]->(subject) | m] AS subjectMentions,
  object, labels(object) AS objectLabels, [(s)-[m:MENTIONS]->(object) | m] AS objectMentions
ORDER BY c.key
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """The subject or object of a claim: the entity, and the words of the sentence that were taken for it.

    `words` has (text, whether it only refers to it); none where a rule found the end without naming it.
    """

    key: str
    name: str
    label: str
    listed: bool
    words: tuple[tuple[str, bool], ...]

    def __str__(self) -> str:
        source = "in the reference data" if self.listed else "not in the reference data"
        words = ", ".join(f"“{text}”" + (" (refers to it)" if anaphor else "") for text, anaphor in self.words)
        return f"{self.name}: {self.label} {self.key}, {source}; here: {words or 'not named, found by the rule'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A claim and all that led to it."""

    key: str
    predicate: str
    polarity: str
    modality: str
    confidence: float
    rule: str
    path: str
    date: str | None
    speaker: str | None
    role: str | None
    subject: End
    object: End
    sentence: str
    document: str
    title: str | None
    published: str | None
    source: str | None

    def lines(self) -> Iterator[str]:
        """The explanation for a person to read."""
        yield f"{self.subject.name} {self.predicate} {self.object.name}  [{self.key}]"
        yield f"  {self.polarity}, {self.modality}, confidence {self.confidence:.2f}"
        for name in ("rule", "path", "subject", "object", "date", "speaker", "role"):
            if value := getattr(self, name):
                yield f"  {name:9} {value}"
        yield f"  sentence  “{self.sentence}”"
        facts = ", ".join(filter(None, (self.title, self.published, self.source)))
        yield f"  document  {facts or 'no title or path known'}  [{self.document}]"


def explain_in_file(claim: str, path: Path) -> Explanation:
    """Explain a claim, named by its key or the beginning of it, from JSON Lines. Raises UsageError unless it is one."""
    from jnato_graph.interchange import read_extractions

    found = [
        _of_extraction(row, extraction)
        for extraction in read_extractions(path)
        for row in extraction.claims
        if row.key.startswith(claim)
    ]
    return _only(claim, found, str(path))


def explain_in_database(claim: str, driver: Driver, database: str) -> Explanation:
    """The same from the database."""
    records, _, _ = driver.execute_query(_QUERY, claim=claim, database_=database, routing_="r")
    return _only(claim, [_of_record(record) for record in records], "the database")


def misses(
    paths: Sequence[Path],
    *,
    model: str | None = None,
    quick: bool = False,
    failures: list[ReadFailure] | None = None,
) -> Iterator[tuple[Document, list[NearMiss]]]:
    """The near misses of each document under `paths`; `quick` leaves out the network, as in `extractions`.

    Files that cannot be read are appended to `failures`.
    """
    from jnato_graph.annotate import annotate, load_pipeline
    from jnato_graph.extract import extract
    from jnato_graph.extract.near_misses import near_misses
    from jnato_graph.read import failures_aside, read_documents

    documents = failures_aside(read_documents(paths), failures if failures is not None else [])
    for document, doc in annotate(documents, load_pipeline(model, quick=quick)):
        claims = extract(doc)
        if not quick:
            from jnato_graph.grade import grade
            from jnato_graph.resolve import identify

            claims = grade(doc, claims, identify(doc, document.published).keys)
        yield document, list(near_misses(doc, claims))


def _only(claim: str, found: list[Explanation], where: str) -> Explanation:
    if not found:
        raise UsageError(f"no claim in {where} has a key that begins with {claim!r}; reports and extract give the keys")
    if len(found) > 1:
        raise UsageError(f"several claims in {where} have keys that begin with {claim!r}; give more of it")
    return found[0]


def _of_extraction(claim: Claim, extraction: Extraction) -> Explanation:
    entities = {entity.key: entity for entity in extraction.entities}
    document = extraction.document

    def end(entity: Entity) -> End:
        words = [
            (m.text, m.anaphor) for m in extraction.mentions if (m.sentence, m.entity) == (claim.sentence, entity.key)
        ]
        return End(key=entity.key, name=entity.name, label=entity.label, listed=entity.listed, words=tuple(words))

    return Explanation(
        key=claim.key, predicate=claim.predicate, polarity=claim.polarity, modality=claim.modality,
        confidence=claim.confidence, rule=claim.rule, path=claim.path, date=claim.date, speaker=claim.speaker,
        role=claim.role, subject=end(entities[claim.subject]), object=end(entities[claim.object]),
        sentence=next(s.text for s in extraction.sentences if s.key == claim.sentence),
        document=document.key, title=document.title, published=document.published, source=document.path,
    )  # fmt: skip


def _of_record(record: Mapping[str, Any]) -> Explanation:
    claim = record["claim"]

    def end(name: str) -> End:
        entity, labels = record[name], record[f"{name}Labels"]
        mentions = sorted(record[f"{name}Mentions"], key=lambda m: m["start"])
        return End(
            key=entity["key"],
            name=entity["name"],
            label=next(label for label in labels if label not in ("Entity", "Actor")),
            listed=bool(entity.get("listed")),
            words=tuple((m["text"], bool(m["anaphor"])) for m in mentions),
        )

    return Explanation(
        key=claim["key"], predicate=claim["predicate"], polarity=claim["polarity"], modality=claim["modality"],
        confidence=claim["confidence"], rule=claim["rule"], path=claim.get("path") or "", date=claim.get("date"),
        speaker=claim.get("speaker"), role=claim.get("role"), subject=end("subject"), object=end("object"),
        sentence=record["sentence"], document=record["documentKey"], title=record["title"],
        published=record["published"], source=record["path"],
    )  # fmt: skip
