"""Scores mention recognition alone: score_mentions.py GOLD_FOLDER [--folds FOLDER] [--only sentences seeds extra] [--errors FILE]

Entities are grouped here in a light way (key, name, surname, acronym); the real grouping is the resolve stage's.
`--folds FOLDER` holds recognisers trained without a fold each (`train_ner.py --fold N`): each sentence is then read by the
one that has not learned from it. Without it the figures on sentences are those of text that was learned from.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from train_ner import article_fold, fold_of

from gold import Row, read_passages, read_rows
from jnato_graph.annotate.pipeline import load_pipeline
from jnato_graph.ontology import LABELS
from jnato_graph.read import read_documents
from jnato_graph.read.failure import ReadFailure
from jnato_graph.reference import Reference, load_reference
from jnato_graph.resolve.grouping import Named, group


def grouped(doc: Doc, reference: Reference) -> dict[str, dict[str, Any]]:
    """Entities of a document as the resolve stage groups them: {key: {"label", "name", "texts"}}."""
    spans = list(doc.spans["mentions"])
    ends = {span.end: index for index, span in enumerate(spans)}
    mentions = [
        Named(
            text=span.text,
            label=span.label_,
            start=span.start_char,
            end=span.end_char,
            key=span.id_,
            follows=ends.get(span.start - 1, -1) if span.start and doc[span.start - 1].text == "(" else -1,
            before=doc.text[max(0, span.start_char - 40) : span.start_char],
        )
        for span in spans
    ]
    return {
        f"{number}": {"label": found.label, "texts": {mentions[index].text for index in found.members}}
        for number, found in enumerate(group(mentions, reference))
    }


def records(name: str, doc: Doc) -> Iterable[dict[str, Any]]:
    yield {"kind": "document", "key": name, "path": name}
    for key, entity in grouped(doc, load_reference()).items():
        yield {
            "kind": "entity",
            "key": f"{name}:{key}",
            "label": entity["label"],
            "name": sorted(entity["texts"], key=len)[-1],
        }
        for text in sorted(entity["texts"]):
            yield {"kind": "mention", "document": name, "entity": f"{name}:{key}", "text": text}


def score_set(
    gold_folder: Path, golds: list[dict[str, Any]], docs: Iterable[tuple[str, Doc]]
) -> tuple[dict[str, Any], list[str]]:
    sys.path.insert(0, str(gold_folder))
    import score

    with tempfile.TemporaryDirectory() as scratch:
        for gold in golds:
            (Path(scratch) / f"{gold['document']}.json").write_text(json.dumps(gold | {"claims": []}), encoding="utf-8")
        predicted = Path(scratch) / "predicted.jsonl"
        with predicted.open("w", encoding="utf-8") as out:
            for name, doc in docs:
                for record in records(name, doc):
                    out.write(json.dumps(record) + "\n")
        return score.score(score.read_predicted(predicted), Path(scratch))


def sentence_docs(rows: list[Row], nlp: Language, folds: Path | None) -> Iterable[tuple[str, Doc]]:
    groups = sorted({row.group for row in rows})
    by_fold: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        by_fold[fold_of(row.group, groups) if folds else 0].append(row)
    for fold, members in sorted(by_fold.items()):
        if folds:
            nlp.get_pipe("jnato_ner").from_disk(folds / str(fold))
        for row, doc in zip(members, nlp.pipe(row.text for row in members), strict=True):
            yield f"{row.group}-{row.number:03}.txt", doc


def fresh_golds(rows: list[Row]) -> list[dict[str, Any]]:
    """Gold of the passages written for testing; listed names inside longer ones cost nothing either way."""
    golds = []
    for row in rows:
        entities: dict[str, dict[str, Any]] = {}
        for start, end, label in row.spans:
            text = row.text[start:end]
            keys = [form.key for form in load_reference().candidates(text) if form.label == label == "State"]
            name = keys[0] if keys else f"{label}-{text}"
            entity = entities.setdefault(name, {"id": name, "label": label, "canonical": text, "names": []})
            entity["names"].append(text)
            for word in re.findall(r"[A-Z][\w.]*(?: [A-Z][\w.]*)?", text):
                if word != text:
                    inner = {"id": f"in-{word}", "label": "Place", "canonical": word, "names": [word], "optional": True}
                    entities[f"in-{word}"] = inner | {"also": [*LABELS]}
        golds.append({"document": f"fresh-{row.number:03}.txt", "entities": list(entities.values())})
    return golds


def article_docs(
    golds: list[dict[str, Any]], texts: Path, nlp: Language, folds: Path | None
) -> Iterable[tuple[str, Doc]]:
    """Read the articles as the program does; with `folds`, each by the recogniser that has not learned from it."""
    for gold in golds:
        if folds:
            nlp.get_pipe("jnato_ner").from_disk(folds / str(article_fold(gold["document"])), exclude=["vocab"])
        document = next(iter(read_documents([texts / gold["document"]])))
        if isinstance(document, ReadFailure):
            raise SystemExit(str(document))
        yield gold["document"], nlp(document.text)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--only", nargs="*", default=["sentences", "seeds", "extra"])
    parser.add_argument("--errors", type=Path)
    parser.add_argument("--fold", type=int, help="score only what belongs to this fold")
    parser.add_argument("--ner", type=Path, help="a recogniser other than the package's")
    options = parser.parse_args()
    nlp = load_pipeline()
    if options.ner:
        nlp.get_pipe("jnato_ner").from_disk(options.ner, exclude=["vocab"])
    sys.path.insert(0, str(options.gold))
    import sentences_to_gold

    written: list[str] = []
    for name in options.only:
        docs: Iterable[tuple[str, Doc]]
        if name == "sentences":
            rows = list(read_rows(options.gold / "sentences"))
            if options.fold is not None:
                groups = sorted({row.group for row in rows})
                rows = [row for row in rows if fold_of(row.group, groups) == options.fold]
            golds = [sentences_to_gold.to_gold(row.raw, f"{row.group}-{row.number:03}.txt") for row in rows]
            docs = sentence_docs(rows, nlp, options.folds)
        elif name == "fresh":
            rows = list(read_passages(Path(__file__).parent / "held_out.txt"))
            golds = fresh_golds(rows)
            docs = ((f"fresh-{row.number:03}.txt", nlp(row.text)) for row in rows)
        else:
            folder, texts = {"seeds": ("dev", "../seeds"), "extra": ("dev-extra", "dev-documents")}[name]
            golds = [
                json.loads(path.read_text(encoding="utf-8")) for path in sorted((options.gold / folder).glob("*.json"))
            ]
            golds = [g for g in golds if options.fold in (None, article_fold(g["document"]))]
            docs = article_docs(golds, options.gold / texts, nlp, options.folds)
        result, errors = score_set(options.gold, golds, docs)
        print(name, *(f"{k}={v}" for k, v in result["entities"].items()))
        for label, figures in result["labels"].items():
            print(f"  {label:14}", *(f"{k}={v}" for k, v in figures.items()))
        written += [f"# {name}", *(line for line in errors if "entity" in line)]
    if options.errors:
        options.errors.write_text("\n".join(written) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
