"""An answer as one self-contained page of HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from jnato_graph.page.drawing import drawing
from jnato_graph.page.links import Link, web_link
from jnato_graph.page.marking import Piece, marked
from jnato_graph.page.places import world_map
from jnato_graph.page.relations import relations, verb
from jnato_graph.page.subgraph import Subgraph
from jnato_graph.page.table import Table, table
from jnato_graph.page.templates import LIBRARY, SCRIPT, fill
from jnato_graph.page.timeline import timeline
from jnato_graph.records import Claim, Document
from jnato_graph.report.answer import Answer, command, heading
from jnato_graph.report.cells import plain, words

INDEX: Final = "index.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A parameter as it was used. `key` when the value is an entity, which `value` then names."""

    name: str
    value: str
    key: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a claim of a sentence says, in words."""

    subject: str
    verb: str
    object: str
    claim: Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A sentence of the evidence: its marked pieces, its source, what it says, and the rows that it stands for."""

    number: int
    pieces: tuple[Piece, ...]
    document: Document
    link: Link | None
    said: tuple[Said, ...]
    rows: tuple[int, ...]


def render_page(answer: Answer, graph: Subgraph, *, index: str | None = None, told: Sequence[str] = ()) -> str:
    """The page of an answer and of the part of the graph behind it.

    `index` is the address of the set that it is part of. `told` are lines that stand above all in place of the answer's
    notes: what was asked, how sure it is that this answers it. The same answer gives the same bytes.
    """
    numbers = {sentence.key: number for number, sentence in enumerate(graph.sentences, start=1)}
    said = relations(graph)
    shown = table(answer, graph, numbers)
    drawn = drawing(said, graph.entities, numbers)
    return fill(
        "report.html.jinja",
        scripts=(LIBRARY, SCRIPT) if drawn else (SCRIPT,),
        answer=answer,
        command=command(answer),
        index=index,
        notes=told or answer.notes,
        settings=[_setting(answer, graph, name) for name in answer.values],
        table=shown,
        cards=_cards(graph, shown, numbers),
        numbers=numbers,
        entities=graph.entities,
        relations=said,
        drawing=drawn,
        timeline=timeline(said, graph.documents),
        map=world_map(graph, numbers),
    )


def _setting(answer: Answer, graph: Subgraph, name: str) -> Setting:
    value = answer.values[name]
    parameter = next(each for each in answer.query.parameters if each.name == name)
    entity = graph.entities.get(value) if isinstance(value, str) and parameter.type.kind == "entity" else None
    return Setting(
        name=heading(name),
        value=entity.name if entity else words(plain(value)) or "any",
        key=entity.key if entity and entity.key != entity.name else "",
        description=parameter.description,
    )


def _cards(graph: Subgraph, shown: Table, numbers: Mapping[str, int]) -> list[Card]:
    said: dict[str, list[Said]] = {}
    for claim in graph.claims:
        said.setdefault(claim.sentence, []).append(
            Said(
                subject=graph.entities[claim.subject].name,
                verb=verb(claim.predicate, claim.polarity, claim.modality),
                object=graph.entities[claim.object].name,
                claim=claim,
            )
        )
    rows: dict[int, list[int]] = {}
    for line in shown.lines:
        for number in line.sentences:
            rows.setdefault(number, []).append(line.number)
    return [
        Card(
            number=numbers[sentence.key],
            pieces=marked(sentence, graph.mentions.get(sentence.key, ()), graph.entities),
            document=graph.documents[sentence.document],
            link=web_link(graph.documents[sentence.document].url),
            said=tuple(said.get(sentence.key, ())),
            rows=tuple(rows.get(numbers[sentence.key], ())),
        )
        for sentence in graph.sentences
    ]
