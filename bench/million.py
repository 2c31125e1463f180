"""A made-up graph of a million claims, in the shape that the loader writes, built by Neo4j's own import tool.

Made by chance from a fixed seed, the same each time. As in real corpora, a few entities are in very many claims and
most in a few: Japan, NATO and the Tokyo office, which the reports ask for by default, are among the first. Names,
memberships and terms of the reference data are those that come with the program.
"""

from __future__ import annotations

import bisect
import csv
import os
import random
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import Any

from jnato_graph.database.artifacts import distribution, ensure_jars
from jnato_graph.database.configuration import OPENED, write_configuration
from jnato_graph.database.java import find_java
from jnato_graph.database.password import ensure_password
from jnato_graph.load.projection import projected
from jnato_graph.load.reference import ReferenceFacts
from jnato_graph.load.schema import ENTITY_LABELS
from jnato_graph.ontology import LABELS, PREDICATES, SIGNATURES, SYMMETRIC
from jnato_graph.settings import Settings

CLAIMS = 1_000_000
PER_DOCUMENT = 25
SENTENCES = 25
UNLISTED = 60_000
SEED = 20261125
# The first of each label are in most claims.
FIRST = (
    "japan", "nato", "france", "nato-liaison-office-tokyo", "united-states", "germany", "russia", "ukraine", "italy",
)  # fmt: skip
RULES = [
    f"{verb}-{form}" for verb in ("oppose", "sign", "visit", "join", "host") for form in ("verb", "noun", "passive")
]
WORDS = [
    *(
        "on",
        "the",
        "day",
        "officials",
        "of",
        "both",
        "sides",
        "said",
        "that",
        "talks",
        "about",
        "a",
        "liaison",
        "office",
    ),
    *("would", "go", "on", "and", "exercise", "at", "sea", "meant", "to", "show", "how", "closely", "partners", "work"),
    *("while", "others", "spoke", "of", "a", "long", "way", "to", "go", "in", "the", "region", "before", "they", "met"),
]
ARRAY = ";"


@dataclass
class Statement:
    """What the claims of one statement add up to."""

    claims: int = 0
    asserted: int = 0
    negated: int = 0
    documents: set[int] = field(default_factory=set)
    first: str | None = None
    last: str | None = None

    def add(self, document: int, date: str | None, *, affirmed: bool, asserted: bool) -> None:
        """Count one actual claim."""
        if not affirmed:
            self.negated += 1
            return
        self.claims += 1
        self.asserted += asserted
        self.documents.add(document)
        if date is not None:
            self.first = date if self.first is None else min(self.first, date)
            self.last = date if self.last is None else max(self.last, date)


class Entities:
    """The entities, and drawing one by its weight: that of the n-th of its pool is 1/n."""

    def __init__(self) -> None:
        self.facts = ReferenceFacts.of(None)
        listed = {key: (label, properties) for key, (label, properties) in self.facts.listed.items()}
        order = [*(key for key in FIRST if key in listed), *(key for key in sorted(listed) if key not in FIRST)]
        self.rows: dict[str, tuple[str, dict[str, Any]]] = {key: listed[key] for key in order}
        for number in range(UNLISTED):
            label = LABELS[number % len(LABELS)]
            name = f"{label} number {number}"
            self.rows[f"{label.lower()}:{label.lower()}-number-{number}"] = (
                label, {"name": name, "aliases": [f"no. {number}"], "listed": False},
            )  # fmt: skip
        self._pools: dict[frozenset[str], tuple[list[str], list[float]]] = {}

    def draw(self, chance: random.Random, labels: frozenset[str]) -> str:
        """The key of an entity that has one of these labels."""
        if labels not in self._pools:
            keys = [key for key, (label, _) in self.rows.items() if label in labels]
            self._pools[labels] = keys, list(accumulate(1 / rank for rank in range(1, len(keys) + 1)))
        keys, weights = self._pools[labels]
        return keys[min(bisect.bisect(weights, chance.random() * weights[-1]), len(keys) - 1)]


def build(settings: Settings, claims: int = CLAIMS) -> None:
    """Make the database of these settings, which must not run yet. Takes minutes, and 3 GB of disk meanwhile."""
    home = settings.home / "neo4j"
    folder = settings.home / "csv"
    folder.mkdir(parents=True)
    ensure_password(home)
    write_configuration(home, bolt_port=settings.bolt_port or 7687, http_port=settings.http_port or 7474)
    names = write(folder, claims)
    jars = ensure_jars(settings.cache, distribution(), repository=settings.maven_repository, say=print)
    command = [
        str(find_java(settings.java)), "-Xmx2g",
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED),
        "-cp", os.pathsep.join(map(str, jars)), "org.neo4j.cli.AdminTool", "database", "import", "full", "neo4j",
        "--overwrite-destination", f"--array-delimiter={ARRAY}", "--max-off-heap-memory=2g",
        *(f"--{'relationships' if relationship else 'nodes'}={folder / name}" for name, relationship in names.items()),
    ]  # fmt: skip
    environment = {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf"), "PATH": os.environ["PATH"]}
    log = settings.home / "import.log"
    with log.open("w") as output:
        done = subprocess.run(
            command, cwd=settings.home, env=environment, stdout=output, stderr=subprocess.STDOUT, check=False
        )
    assert done.returncode == 0, log.read_text()[-3000:]
    for name in names:
        (folder / name).unlink()


def write(folder: Path, claims: int) -> dict[str, bool]:
    """Write the files for the import tool, and say of each whether it holds relationships."""
    chance = random.Random(SEED)
    entities = Entities()
    statements: dict[str, Statement] = {}
    with ExitStack() as stack:
        tables: dict[str, Any] = {}

        def table(name: str, *head: str) -> Any:
            file = stack.enter_context((folder / name).open("w", newline="", encoding="utf-8"))
            tables[name] = csv.writer(file)
            tables[name].writerow(head)
            return tables[name]

        _entities(table("entity.csv", "key:ID", ":LABEL", "name", "aliases:string[]", "listed:boolean"), entities)
        document = table(
            "document.csv", "key:ID", ":LABEL", "title", "publisher", "published", "paths:string[]", "stamp",
            "complete:boolean",
        )  # fmt: skip
        sentence = table("sentence.csv", "key:ID", ":LABEL", "index:long", "start:long", "end:long", "text")
        claim = table(
            "claim.csv", "key:ID", ":LABEL", "statement", "predicate", "polarity", "modality", "asserted:boolean",
            "speaker", "date", "quote", "start:long", "end:long", "rule", "path", "confidence:double",
        )  # fmt: skip
        link = table("link.csv", ":START_ID", ":TYPE", ":END_ID")
        mention = table(
            "mention.csv", ":START_ID", ":TYPE", ":END_ID", "start:long", "end:long", "text", "anaphor:boolean"
        )
        names = table("names.csv", ":START_ID", ":TYPE", ":END_ID", "label", "name", "listed:boolean")
        actors = frozenset({"State", "Organisation", "Person"})
        for number in range(claims // PER_DOCUMENT):
            key = f"{number:016x}"
            published = _date(chance, exact=True) if chance.random() < 0.9 else None
            document.writerow([
                key, "Document", f"Article {number}", f"Paper {number % 50}", published, f"made/{number:06}.txt",
                "bench", "true",
            ])  # fmt: skip
            places: list[list[str]] = [[] for _ in range(SENTENCES)]
            named: dict[str, None] = {}
            for claim_number in range(PER_DOCUMENT):
                predicate = PREDICATES[chance.randrange(len(PREDICATES))]
                subject = entities.draw(chance, SIGNATURES[predicate][0])
                object_ = entities.draw(chance, SIGNATURES[predicate][1])
                while object_ == subject:
                    object_ = entities.draw(chance, SIGNATURES[predicate][1])
                if predicate in SYMMETRIC and object_ < subject:
                    subject, object_ = object_, subject
                at = chance.randrange(SENTENCES)
                affirmed, modality = (
                    chance.random() > 0.06,
                    chance.choices(("actual", "planned", "possible"), (85, 10, 5))[0],
                )
                date = _date(chance, exact=False) if chance.random() < 0.6 else None
                speaker = entities.draw(chance, actors) if chance.random() < 0.2 else None
                statement = f"{subject} {predicate} {object_}"
                claim_key = f"{(number * PER_DOCUMENT + claim_number) * 2654435761 % 2**40:010x}-{number:x}"
                claim.writerow([
                    claim_key, "Claim", statement, predicate, "affirmed" if affirmed else "negated", modality,
                    "false" if speaker else "true", entities.rows[speaker][1]["name"] if speaker else None, date,
                    "what it says", at * 150, at * 150 + 12, RULES[chance.randrange(len(RULES))], "nsubj > dobj",
                    round(0.5 + chance.random() / 2, 2),
                ])  # fmt: skip
                link.writerows([
                    (claim_key, "SUBJECT", subject), (claim_key, "OBJECT", object_),
                    (claim_key, "SUPPORTED_BY", f"{key}:{at}"),
                ])  # fmt: skip
                if speaker:
                    link.writerow((claim_key, "ATTRIBUTED_TO", speaker))
                places[at] += [subject, object_]
                named |= {subject: None, object_: None}
                if modality == "actual":
                    held_at = date or published
                    statements.setdefault(statement, Statement()).add(
                        number, held_at, affirmed=affirmed, asserted=speaker is None
                    )
            for index, mentioned in enumerate(places):
                text = " ".join(
                    [*(str(entities.rows[one][1]["name"]) for one in mentioned), *chance.choices(WORDS, k=14)]
                )
                sentence.writerow([f"{key}:{index}", "Sentence", index, index * 150, index * 150 + len(text), text])
                link.writerow((f"{key}:{index}", "FROM_DOCUMENT", key))
                if index:
                    link.writerow((f"{key}:{index - 1}", "NEXT_SENTENCE", f"{key}:{index}"))
                mention.writerows(
                    (
                        f"{key}:{index}",
                        "MENTIONS",
                        one,
                        index * 150,
                        index * 150 + 9,
                        entities.rows[one][1]["name"],
                        "false",
                    )
                    for one in mentioned
                )
            for one in named:
                label, properties = entities.rows[one]
                names.writerow(
                    (key, "NAMES", one, label, properties["name"], "true" if properties["listed"] else "false")
                )
        fact = table(
            "fact.csv", ":START_ID", ":TYPE", ":END_ID", "origin", "claims:long", "documents:long", "asserted:long",
            "reported:long", "disputed:boolean", "firstDate", "lastDate", "role", "since", "until", "source",
        )  # fmt: skip
        fact.writerows(_facts(entities, statements))
    return {name: name in ("link.csv", "mention.csv", "names.csv", "fact.csv") for name in tables}


def _entities(table: Any, entities: Entities) -> None:
    for key, (label, properties) in entities.rows.items():
        labels = ENTITY_LABELS[label].replace(":", ARRAY)
        aliases = ARRAY.join(str(alias).replace(ARRAY, ",") for alias in properties.get("aliases") or ())
        table.writerow([key, labels, properties["name"], aliases, "true" if properties["listed"] else "false"])


def _facts(entities: Entities, statements: dict[str, Statement]) -> Iterator[list[Any]]:
    """The relationships between entities: those of the reference data, and the projected ones."""
    for item in sorted(entities.facts.facts):
        had = dict(item.properties)
        tail = [had.get(name) for name in ("role", "since", "until", "source")]
        yield [item.subject, item.type, item.object, "reference", *[None] * 7, *tail]
    columns = ("origin", "claims", "documents", "asserted", "reported", "disputed", "firstDate", "lastDate")
    for statement, sums in statements.items():
        totals = {
            "claims": sums.claims, "documents": len(sums.documents), "asserted": sums.asserted, "negated": sums.negated,
            "first": sums.first, "last": sums.last,
        }  # fmt: skip
        if (properties := projected(totals)) is not None:
            subject, predicate, object_ = statement.split(" ")
            values = [properties.get(name) for name in columns]
            yield [
                subject,
                predicate,
                object_,
                *(str(v).lower() if isinstance(v, bool) else v for v in values),
                *[None] * 4,
            ]


def _date(chance: random.Random, *, exact: bool) -> str:
    date = f"{chance.randrange(1990, 2027)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    return date if exact else date[: chance.choice((4, 7, 10))]
