"""Any extractions survive the way through JSON Lines, and no junk crashes the reader."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jnato_graph.errors import InputError
from jnato_graph.interchange import read_extractions, write_extractions
from jnato_graph.ontology import LABELS, MODALITIES, POLARITIES, PREDICATES, SIGNATURES
from jnato_graph.records import Block, Claim, Document, Entity, Extraction, Mention, Omission, Segment, Sentence

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
keys = st.from_regex(r"[a-z0-9:-]{1,12}", fullmatch=True)
dates = st.one_of(
    st.none(),
    st.dates().map(lambda day: day.isoformat()),
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.dates().map(lambda day: day.isoformat()[:4]),
)


@st.composite
def documents(draw: st.DrawFn, key: str, path: str) -> Document:
    text = draw(st.lists(words, min_size=1, max_size=5).map(" ".join))
    end = draw(st.integers(0, len(text)))
    return Document(
        key=key, path=path, text=text, title=draw(st.none() | words), authors=tuple(draw(st.lists(words, max_size=2))),
        published=draw(dates), published_from=draw(st.sampled_from([None, "manifest", "metadata", "text"])),
        blocks=(Block(start=0, end=end, kind=draw(st.sampled_from(["heading", "paragraph", "item", "row"]))),),
        segments=(Segment(start=0, source_start=draw(st.integers(0, 9)), length=end),),
        omissions=(Omission(source_start=0, source_end=1, reason="share-button", text=draw(words)),),
    )  # fmt: skip


@st.composite
def extractions(draw: st.DrawFn, key: str, path: str) -> Extraction:
    document = draw(documents(key, path))
    cuts = sorted(draw(st.sets(st.integers(0, len(document.text)), min_size=2, max_size=5)))
    sentences = tuple(
        Sentence(key=f"{key}:{i}", document=key, index=i, start=a, end=b, text=document.text[a:b])
        for i, (a, b) in enumerate(pairwise(cuts))
    )
    entities = tuple(
        Entity(
            key=entity, label=draw(st.sampled_from(LABELS)), name="N" + draw(words),
            aliases=tuple(draw(st.lists(words, max_size=2))), listed=draw(st.booleans()),
            latitude=(place := draw(st.none() | st.floats(-90, 90))), longitude=place,
        )
        for entity in draw(st.lists(keys, min_size=1, max_size=4, unique=True))
    )  # fmt: skip
    mentions, claims = [], []
    for number, sentence in enumerate(sentences):
        span: dict[str, Any] = {"start": sentence.start, "end": sentence.end}
        entity = draw(st.sampled_from(entities)).key
        mentions.append(Mention(document=key, sentence=sentence.key, entity=entity, text=sentence.text, **span))
        subject, object_ = draw(st.sampled_from(entities)), draw(st.sampled_from(entities))
        fitting = [p for p in PREDICATES if subject.label in SIGNATURES[p][0] and object_.label in SIGNATURES[p][1]]
        if fitting:
            claims.append(
                Claim(
                    key=f"{key}-{number}", document=key, sentence=sentence.key, subject=subject.key,
                    predicate=draw(st.sampled_from(fitting)), object=object_.key,
                    polarity=draw(st.sampled_from(POLARITIES)), modality=draw(st.sampled_from(MODALITIES)),
                    quote=sentence.text, rule=draw(words), confidence=draw(st.floats(0, 1)), date=draw(dates),
                    speaker=draw(st.none() | words), **span,
                )
            )  # fmt: skip
    return Extraction(
        document=document, sentences=sentences, entities=entities, mentions=tuple(mentions), claims=tuple(claims)
    )


@st.composite
def files(draw: st.DrawFn) -> list[Extraction]:
    names = draw(st.lists(keys, min_size=1, max_size=4, unique=True))
    return [draw(extractions(name, f"{number}/{name}")) for number, name in enumerate(names)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(written=files())
def test_any_extractions_survive_the_way_through_a_file(tmp_path: Path, written: list[Extraction]) -> None:
    file = tmp_path / "graph.jsonl"
    lines = write_extractions(file, written)
    assert file.read_bytes().count(b"\n") == lines
    assert list(read_extractions(file)) == written
    before = file.read_bytes()
    write_extractions(file, read_extractions(file))
    assert file.read_bytes() == before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(junk=st.binary(max_size=200))
def test_junk_is_refused_and_never_crashes(tmp_path: Path, junk: bytes) -> None:
    file = tmp_path / "graph.jsonl"
    file.write_bytes(b'{"kind": "document", "key": "d"}\n' + junk)
    with pytest.raises(InputError):
        read_extractions(file)
