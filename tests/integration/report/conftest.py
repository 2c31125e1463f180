"""A small graph made by hand: its sentences say all that the reports ask for, so that every row can be told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pytest
from neo4j import Driver

from jnato_graph.database import Connection, open_driver
from jnato_graph.load import load_extractions
from jnato_graph.records import Claim, Document, Entity, Extraction, Mention, Sentence
from jnato_graph.reference import Membership, ReferenceEntity, Term

OFFICE = "nato-liaison-office-tokyo"
# key, label, name, aliases; those before the gap are in the (equally made-up) reference data.
LISTED = [
    ("france", "State", "France", ("French Republic", "French")),
    ("germany", "State", "Germany", ()),
    ("italy", "State", "Italy", ()),
    ("finland", "State", "Finland", ()),
    ("russia", "State", "Russia", ()),
    ("japan", "State", "Japan", ("Nippon",)),
    ("australia", "State", "Australia", ()),
    ("turkiye", "State", "Türkiye", ("Turkey",)),
    ("nato", "Organisation", "NATO", ("Alliance",)),
    ("macron", "Person", "Emmanuel Macron", ("Macron",)),
    ("stoltenberg", "Person", "Jens Stoltenberg", ("Stoltenberg",)),
    ("kishida", "Person", "Fumio Kishida", ("Kishida",)),
    (OFFICE, "Office", "NATO liaison office in Tokyo", ("Tokyo liaison office",)),
    ("declaration-2013", "Agreement", "Joint Declaration", ()),
    ("tokyo", "Place", "Tokyo", ()),
]
UNLISTED = [
    ("person:maria-zakharova", "Person", "Maria Zakharova", ("Zakharova",)),
    ("agreement:first-programme", "Agreement", "First Programme", ()),
    ("agreement:second-programme", "Agreement", "Second Programme", ()),
    ("exercise:nordic-dawn", "Exercise", "Nordic Dawn", ()),
    ("exercise:pacific-shield", "Exercise", "Pacific Shield", ()),
    ("operation:isaf", "Operation", "ISAF", ()),
    ("event:vilnius-summit", "Event", "Vilnius Summit", ()),
    ("programme:trust-fund", "Programme", "Trust Fund", ()),
    ("place:baltic-sea", "Place", "Baltic Sea", ()),
    ("place:kabul", "Place", "Kabul", ()),
    ("office:mission-in-oslo", "Office", "Mission in Oslo", ()),
]
ENTITIES = {
    key: Entity(key=key, label=label, name=name, aliases=aliases, listed=(key, label, name, aliases) in LISTED)
    for key, label, name, aliases in LISTED + UNLISTED
}
MEMBERS = [
    ("france", "1949-08-24", None),
    ("germany", "1955-05-06", None),
    ("italy", "1949-08-24", None),
    ("finland", "2023-04-04", None),
    ("turkiye", "1952-02-18", None),
]
TERMS = [
    ("macron", "france", "President", "2017-05-14", None),
    ("stoltenberg", "nato", "Secretary General", "2014-10-01", "2024-10-01"),
    ("kishida", "japan", "Prime Minister", "2021-10-04", "2024-10-01"),
]


@dataclass(frozen=True)
class Said:
    """What one sentence claims: `says` is "subject PREDICATE object", `more` sets other fields of the claim."""

    says: str
    more: dict[str, Any] = field(default_factory=dict)


def said(says: str, **more: Any) -> Said:
    return Said(says, more)


OPPOSES = f"OPPOSES {OFFICE}"
SUPPORTS = f"SUPPORTS {OFFICE}"
# What one claim is quoted from: the second sentence needs the first.
THAT_DAY = ("Stoltenberg visited Tokyo on 31 January 2023.", "Stoltenberg met Kishida that day.")
DOCUMENTS: list[tuple[Document, list[tuple[str, list[Said]]]]] = [
    (
        Document(
            key="gazette", path="a/gazette.txt", text="", title="Allies split", publisher="Gazette",
            published="2023-06-10", published_from="manifest", url="https://gazette.example/split",
        ),
        [
            (
                "France objects to the Tokyo liaison office, officials said.",
                [said(f"france {OPPOSES}", speaker="officials")],
            ),
            (
                "Macron said that he opposed the Tokyo liaison office.",
                [
                    said(f"macron {OPPOSES}", speaker="Macron", speaker_entity="macron", confidence=0.8),
                    said(
                        f"france {OPPOSES}", speaker="Macron", speaker_entity="macron", confidence=0.8,
                        rule="oppose-verb-by-office-holder",
                    ),
                ],
            ),
            (
                "Russia is against the Tokyo liaison office, said its spokeswoman Zakharova.",
                [
                    said(f"russia {OPPOSES}", speaker="its spokeswoman Zakharova",
                    speaker_entity="person:maria-zakharova"),
                    said("person:maria-zakharova HOLDS_POSITION_IN russia", role="spokeswoman"),
                ],
            ),
            ("Japan proposed the Tokyo liaison office in 2023.", [said(f"japan PROPOSED {OFFICE}", date="2023")]),
            (
                "Germany may oppose the Tokyo liaison office.",
                [said(f"germany {OPPOSES}", modality="possible", confidence=0.6)],
            ),
        ],
    ),
    (
        Document(key="review", path="b/review.txt", text="", title="Looking back", publisher="Review"),
        [
            ("Italy opposed the Tokyo liaison office.", [said(f"italy {OPPOSES}")]),
            ("Japan supports the Tokyo liaison office.", [said(f"japan {SUPPORTS}")]),
        ],
    ),
    (
        Document(
            key="herald", path="c/herald.txt", text="", title="Second thoughts", publisher="Herald",
            published="2024-05-02",
        ),
        [
            (
                "France no longer opposes the Tokyo liaison office.",
                [said(f"france {OPPOSES}", polarity="negated", date="2024-05")],
            ),
            ("France now supports the Tokyo liaison office.", [said(f"france {SUPPORTS}", date="2024-05-01")]),
            ("Finland opposed the Tokyo liaison office in 2022.", [said(f"finland {OPPOSES}", date="2022")]),
            ("Finland opposed the Tokyo liaison office in 2023.", [said(f"finland {OPPOSES}", date="2023")]),
            ("Germany did not oppose the Tokyo liaison office.", [said(f"germany {OPPOSES}", polarity="negated")]),
            ("NATO supports the Tokyo liaison office.", [said(f"nato {SUPPORTS}")]),
            ("Japan signed the Joint Declaration in 2013.", [said("japan SIGNED declaration-2013", date="2013")]),
            (
                "Japan signed the First Programme in June 2014.",
                [said("japan SIGNED agreement:first-programme", date="2014-06")],
            ),
        ],
    ),
    (
        Document(
            key="history", path="d/history.txt", text="", title="A short history", publisher="Notes",
            published="2024-01-15",
            url="https://notes.example/history",
        ),
        [
            (
                "NATO and Japan signed the Joint Declaration in April 2013.",
                [
                    said("nato SIGNED declaration-2013", date="2013-04"),
                    said("japan SIGNED declaration-2013", date="2013-04"),
                ],
            ),
            ("Italy never signed the Joint Declaration.", [said("italy SIGNED declaration-2013", polarity="negated")]),
            (
                "Japan signed the First Programme in May 2014.",
                [said("japan SIGNED agreement:first-programme", date="2014-05")],
            ),
            (
                "NATO agreed on the Second Programme in July 2023, which replaced the First Programme.",
                [
                    said("nato SIGNED agreement:second-programme", date="2023-07"),
                    said("agreement:second-programme REPLACES agreement:first-programme"),
                ],
            ),
            (
                "Kishida attended the Vilnius Summit in July 2023.",
                [
                    said("kishida PARTICIPATED_IN event:vilnius-summit", date="2023-07"),
                    said(
                        "japan PARTICIPATED_IN event:vilnius-summit", date="2023-07",
                        rule="attend-verb-by-office-holder",
                    ),
                ],
            ),
            ("Nothing more was heard of the Mission in Oslo.", []),
        ],
    ),
    (
        Document(
            key="naval", path="e/naval.txt", text="", title="Ships in the north", publisher="Naval Wire",
            published="2024-08-20",
        ),
        [
            (
                "Japan and Germany took part in Nordic Dawn in June 2024.",
                [
                    said("japan PARTICIPATED_IN exercise:nordic-dawn", date="2024-06"),
                    said("germany PARTICIPATED_IN exercise:nordic-dawn", date="2024-06"),
                ],
            ),
            ("Italy joined Nordic Dawn.", [said("italy PARTICIPATED_IN exercise:nordic-dawn", confidence=0.7)]),
            (
                "Nordic Dawn was held in the Baltic Sea, with Finland as host.",
                [said("exercise:nordic-dawn HELD_IN place:baltic-sea"), said("finland HOSTED exercise:nordic-dawn")],
            ),
            (
                "Russia took no part in Nordic Dawn.",
                [said("russia PARTICIPATED_IN exercise:nordic-dawn", polarity="negated")],
            ),
            (
                "Japan and Germany sailed in Pacific Shield in 2023.",
                [
                    said("japan PARTICIPATED_IN exercise:pacific-shield", date="2023"),
                    said("germany PARTICIPATED_IN exercise:pacific-shield", date="2023"),
                ],
            ),
            (
                "Germany took part in ISAF in Kabul.",
                [said("germany PARTICIPATED_IN operation:isaf"), said("operation:isaf HELD_IN place:kabul")],
            ),
            (
                "Japan paid into the Trust Fund in 2012.",
                [said("japan CONTRIBUTED_TO programme:trust-fund", date="2012")],
            ),
        ],
    ),
    (
        Document(key="diary", path="f/diary.txt", text="", title="Diary", publisher="Chancery", published="2023-02-01"),
        [
            (THAT_DAY[0], [said("stoltenberg VISITED tokyo", date="2023-01-31")]),
            (
                "Stoltenberg met Kishida that day.",
                [said("stoltenberg MET_WITH kishida", date="2023-01-31", quote="\n".join(THAT_DAY), start=0)],
            ),
            (
                "Kishida will attend the Vilnius Summit.",
                [said("kishida PARTICIPATED_IN event:vilnius-summit", modality="planned")],
            ),
            ("Tokyo lies in Japan.", [said("tokyo LOCATED_IN japan")]),
            (
                "Japan means to open a Mission in Oslo.",
                [said("japan ESTABLISHED office:mission-in-oslo", modality="planned")],
            ),
            ("Japan works with Australia and is a partner of NATO.", [
                said("japan COOPERATES_WITH australia"), said("nato PARTNER_OF japan"),
            ]),
        ],
    ),
]  # fmt: skip


def extraction(document: Document, contents: list[tuple[str, list[Said]]]) -> Extraction:
    """The records of a document whose sentences stand on lines of their own."""
    text = "\n".join(sentence for sentence, _ in contents)
    starts = [0]
    for sentence, _ in contents:
        starts.append(starts[-1] + len(sentence) + 1)
    sentences, mentions, claims = [], [], []
    for index, ((words, statements), (start, after)) in enumerate(zip(contents, pairwise(starts), strict=True)):
        key, end = f"{document.key}:{index}", after - 1
        sentences.append(
            Sentence(key=key, document=document.key, index=index, start=start, end=end, text=text[start:end])
        )
        for entity in ENTITIES.values():
            name = next((each for each in (entity.name, *entity.aliases) if each in words), None)
            if name is not None:
                at = start + words.index(name)
                mentions.append(
                    Mention(
                        document=document.key, sentence=key, entity=entity.key, start=at, end=at + len(name), text=name
                    )
                )
        for statement in statements:
            subject, predicate, object_ = statement.says.split()
            usual: dict[str, Any] = {
                "polarity": "affirmed", "modality": "actual", "rule": f"{predicate.lower()}-verb", "confidence": 0.9,
            }  # fmt: skip
            claims.append(
                Claim(
                    key=f"{key}/{subject}/{predicate}", document=document.key, sentence=key, subject=subject,
                    predicate=predicate, object=object_,
                    **(usual | {"quote": words, "start": start, "end": end} | statement.more),
                )
            )  # fmt: skip
    named = {mention.entity for mention in mentions} | {
        end for claim in claims for end in (claim.subject, claim.object, claim.speaker_entity) if end
    }
    return Extraction(
        document=Document(**{name: getattr(document, name) for name in document.__slots__} | {"text": text}),
        sentences=tuple(sentences),
        entities=tuple(entity for key, entity in ENTITIES.items() if key in named),
        mentions=tuple(mentions),
        claims=tuple(claims),
    )


@dataclass(frozen=True)
class FewReferenceData:
    """Of reference data what the loader takes, as small as the graph."""

    entities: dict[str, ReferenceEntity]
    memberships: tuple[Membership, ...]
    terms: tuple[Term, ...]


def reference() -> Any:
    """The listed entities above with their memberships and terms."""
    return FewReferenceData(
        entities={
            key: ReferenceEntity(key=key, label=label, name=name, aliases=aliases, source="a list")
            for key, label, name, aliases in LISTED
        },
        memberships=tuple(
            Membership(actor=actor, organisation="nato", since=since, until=until, source="a list")
            for actor, since, until in MEMBERS
        ),
        terms=tuple(
            Term(person=person, actor=actor, role=role, titles=(role,), since=since, until=until, source="a list")
            for person, actor, role, since, until in TERMS
        ),
    )


def clear(driver: Driver, database: str) -> None:
    """Take everything out of the database, constraints and indexes too."""
    driver.execute_query("MATCH (n) DETACH DELETE n", database_=database)
    for kind, query in (("CONSTRAINT", "SHOW CONSTRAINTS YIELD name"), ("INDEX", "SHOW INDEXES YIELD name, type")):
        for record in driver.execute_query(query, database_=database).records:
            if record.get("type") != "LOOKUP":
                driver.execute_query(f"DROP {kind} `{record['name']}` IF EXISTS", database_=database)


@pytest.fixture(scope="module")
def driver(connection: Connection) -> Iterator[Driver]:
    """A driver for the tests' database."""
    with open_driver(connection) as opened:
        yield opened


@pytest.fixture(scope="module")
def cleared(driver: Driver, connection: Connection) -> Driver:
    """The tests' database, with nothing in it."""
    clear(driver, connection.database)
    return driver


@pytest.fixture(scope="module")
def graph(cleared: Driver, connection: Connection) -> Driver:
    """The database with the graph made by hand and nothing else. One text stands at two paths."""
    driver = cleared
    extractions = [extraction(document, contents) for document, contents in DOCUMENTS]
    first = extractions[0].document
    copy = Document(**{name: getattr(first, name) for name in first.__slots__} | {"path": "z/copy.txt"})
    again = Extraction(document=copy, sentences=(), entities=(), mentions=(), claims=())
    summary = load_extractions(driver, connection.database, [*extractions, again], stamp="test", reference=reference())
    assert summary.failed == ()
    driver.execute_query("CALL db.awaitIndexes(60)", database_=connection.database)
    # An index counts what it holds some time after the load; until then a plan takes it to be empty.
    driver.execute_query("CALL db.prepareForReplanning(60)", database_=connection.database)
    return driver
