"""A small answer made by hand, with the part of the graph behind it; its texts can be replaced by others."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from jnato_graph.page import Subgraph
from jnato_graph.records import Claim, Document, Entity, Mention, Sentence
from jnato_graph.report import Answer, parse_query

QUERY = """// Who is against the office
// Each actor that is against it.
// $office = "office-in-tokyo" (Office) the office asked about
// $from = "" (optional date) not before this date
MATCH (o:Office {key: $office}) WHERE $from = "" RETURN o.name AS actor;
"""
COLUMNS = ("actor", "date", "documents", "evidence", "document", "publisher", "source", "claimKey", "sentenceKey")
TEXT = "France opposes the NATO office in Tokyo; Germany does not."

Made = tuple[Answer, Subgraph]
Make = Callable[..., Made]
Elements = Callable[[str], "Reader"]


class Reader(HTMLParser):
    """What a parser of HTML sees: `tags` with their attributes in order, the texts, and the content of scripts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self._in = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._in = tag

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}", {}))
        self._in = ""

    def handle_data(self, data: str) -> None:
        place = {"script": self.scripts, "style": self.styles}.get(self._in, self.text)
        place.append(data)

    def all(self, attribute: str) -> list[str]:
        """The values of an attribute, wherever it stands."""
        return [attributes[attribute] for _, attributes in self.tags if attribute in attributes]


@pytest.fixture(scope="session")
def read() -> Elements:
    def parse(page: str) -> Reader:
        reader = Reader()
        reader.feed(page)
        reader.close()
        return reader

    return parse


@pytest.fixture(scope="session")
def make() -> Make:
    """`make(name=…, text=…, …)`: a sentence with two claims, each a row, and a third row without any."""

    def made(
        name: str = "France",
        text: str = TEXT,
        url: str | None = "https://news.example/story?a=1&b=2",
        speaker: str | None = None,
        title: str = "Split",
        rest: tuple[object, ...] = (),
    ) -> Made:
        document = Document(key="d", path="a.txt", text="", title=title, publisher=title, published="2023-06", url=url)
        sentence = Sentence(key="d:0", document="d", index=0, start=10, end=10 + len(text), text=text)
        entities = [
            Entity(key="france", label="State", name=name, iso_alpha3="FRA", latitude=48.85, longitude=2.35),
            Entity(key="germany", label="State", name="Germany", iso_alpha3="DEU", latitude=52.5, longitude=13.4),
            Entity(key="office-in-tokyo", label="Office", name="NATO office in Tokyo", latitude=35.7, longitude=139.7),
            Entity(key="nato", label="Organisation", name="NATO"),
        ]
        places = [("france", 0, 6), ("office-in-tokyo", 19, 39), ("nato", 19, 23), ("germany", 41, 48)]
        mentions = tuple(
            Mention(document="d", sentence="d:0", entity=key, start=10 + start, end=10 + end, text=text[start:end])
            for key, start, end in places
            if end <= len(text)
        )

        def claim(key: str, subject: str, polarity: str, date: str | None) -> Claim:
            return Claim(
                key=key, document="d", sentence="d:0", subject=subject, predicate="OPPOSES", object="office-in-tokyo",
                polarity=polarity, modality="actual", quote=text, start=10, end=10 + len(text), rule="r",  # type: ignore[arg-type]
                confidence=0.9, speaker=speaker, date=date,
            )  # fmt: skip

        rows = [
            (name, "2023-05", 2, text, title, title, url, "c1", "d:0"),
            ("Germany", "", 1, text, title, title, url, "c2", "d:0"),
            ("Nobody", None, 0, text, title, title, url, None, None),
        ]
        answer = Answer(
            query=parse_query(QUERY, Path("cypher/positions/who-is-against.cypher")),
            values={"office": "office-in-tokyo", "from": ""},
            columns=COLUMNS,
            rows=tuple(rows),
            notes=tuple(str(each) for each in rest),
        )
        graph = Subgraph(
            sentences=(sentence,),
            claims=(claim("c1", "france", "affirmed", "2023-05"), claim("c2", "germany", "negated", None)),
            mentions={"d:0": mentions},
            entities={entity.key: entity for entity in entities},
            documents={"d": document},
        )
        return answer, graph

    return made
