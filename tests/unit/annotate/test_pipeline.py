"""The pipeline as a whole: what it promises to the stages after it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span

from jnato_graph.annotate.pipeline import annotate, load_pipeline
from jnato_graph.errors import PipelineError
from jnato_graph.ontology import LABELS
from jnato_graph.records import Document

TEXT = (
    "TOKYO, July 4 - The Danish Embassy in Tokyo said on Tuesday that Japan's mission to NATO would take part in"
    " Exercise Nordic Dawn 27. Tokyo has signed the Tsukumi Accord, an official said, but Prime Minister"
    " Fumio Kishida denied it."
)


def documents(count: int) -> Iterator[Document]:
    for number in range(count):
        yield Document(key=f"d{number}", path=f"{number}.txt", text=f"{TEXT} Report {number}.", published="2023-07-04")


def found(doc: Doc) -> list[tuple[str, str, str]]:
    return [(span.text, span.label_, span.id_) for span in doc.spans["mentions"]]


def test_mentions_keep_to_the_contract(nlp: Language) -> None:
    doc = nlp(TEXT)
    spans = list(doc.spans["mentions"])

    assert spans
    assert {span.label_ for span in spans} <= set(LABELS)
    assert spans == sorted(spans, key=lambda span: (span.start, -span.end))
    assert len({(span.start, span.end) for span in spans}) == len(spans)
    assert not any(span[0].lower_ in ("the", "a", "an") for span in spans)


def test_names_nobody_listed_are_found_beside_listed_ones(nlp: Language) -> None:
    mentions = found(nlp(TEXT))

    assert ("Japan", "State", "japan") in mentions
    assert ("NATO", "Organisation", "nato") in mentions
    assert ("Fumio Kishida", "Person", "fumio-kishida") in mentions
    assert ("Tsukumi Accord", "Agreement", "") in mentions
    assert any(label == "Exercise" and "Nordic Dawn 27" in text for text, label, _ in mentions)


def test_a_capital_is_a_place_in_a_dateline_and_a_state_where_it_acts(nlp: Language) -> None:
    mentions = found(nlp(TEXT))

    assert mentions[0][:2] == ("TOKYO", "Place")
    assert ("Tokyo", "State", "japan") in mentions


def test_states_joined_by_a_dash_behind_a_full_stop_are_each_found(nlp: Language) -> None:
    mentions = found(nlp("The U.S.-Dutch-Japanese export control agreement matters. A U.S.-led plan failed."))

    assert [key for text, label, key in mentions if label == "State"] == [
        "united-states", "netherlands", "japan", "united-states",
    ]  # fmt: skip


def test_documents_come_in_their_order_with_their_date(nlp: Language) -> None:
    made = [(document.key, doc._.published) for document, doc in annotate(documents(40), nlp)]

    assert made == [(f"d{number}", "2023-07-04") for number in range(40)]


def test_two_workers_find_the_same_as_one(nlp: Language) -> None:
    alone = [found(doc) for _, doc in annotate(documents(4), nlp)]
    together = [found(doc) for _, doc in annotate(documents(4), nlp, workers=2)]

    assert together == alone


def test_what_a_long_run_remembers_does_not_grow(nlp: Language) -> None:
    list_lengths = []
    for _ in range(3):
        for _document, _doc in annotate(documents(40), nlp):
            pass
        del _doc
        gc.collect()
        list_lengths.append(len(nlp.vocab.strings))

    assert list_lengths[1] == list_lengths[2]


def test_a_pipeline_that_is_not_installed_is_named() -> None:
    with pytest.raises(PipelineError, match=r"no-such-pipeline.*JNATO_SPACY_MODEL"):
        load_pipeline("no-such-pipeline")


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path, stock_nlp: Language) -> None:
    path = tmp_path / "short"
    with stock_nlp.select_pipes(enable=["tok2vec", "tagger"]):
        stock_nlp.to_disk(path, exclude=["parser"])
    config = (path / "config.cfg").read_text(encoding="utf-8")
    (path / "config.cfg").write_text(config.replace('"parser",', ""), encoding="utf-8")

    with pytest.raises(PipelineError, match="parser"):
        load_pipeline(str(path))


def test_a_pipeline_with_other_vectors_finds_names_too() -> None:
    from jnato_graph.annotate.recogniser import BorrowedRecogniser

    nlp = load_pipeline(quick=True)
    borrowed = BorrowedRecogniser()
    doc = nlp.make_doc(TEXT)
    for name, component in nlp.pipeline:
        if name == "jnato_ner":
            break
        doc = component(doc)
    own = nlp.get_pipe("jnato_ner")
    copy = doc.copy()
    for token, twin in zip(doc, copy, strict=True):
        twin.ent_id_, twin.ent_kb_id_ = token.ent_id_, token.ent_kb_id_

    expected = [(ent.text, ent.label_) for ent in own(copy).ents]

    assert [(ent.text, ent.label_) for ent in borrowed(doc).ents] == expected


def test_the_quick_way_finds_names_without_the_network() -> None:
    doc = load_pipeline(quick=True)("Japan and Norway signed the Narvik Accord in Oslo.")

    assert ("Narvik Accord", "Agreement") in {(span.text, span.label_) for span in doc.spans["mentions"]}
    assert not doc._.stretches


def test_spans_are_of_the_document(nlp: Language) -> None:
    doc = nlp(TEXT)

    assert all(isinstance(span, Span) and span.doc is doc for span in doc.spans["mentions"])


def test_a_quotation_mark_behind_a_full_stop_is_no_sentence(nlp: Language) -> None:
    doc = nlp('Fumio Kishida told the session that "the two cannot be pulled apart."\n\nYoon Suk Yeol also attended.')
    assert [sentence.text.strip() for sentence in doc.sents] == [
        'Fumio Kishida told the session that "the two cannot be pulled apart."',
        "Yoon Suk Yeol also attended.",
    ]
