"""Learns which report a question is for: train_questions.py [--only-measure] [FILE …]

Writes src/jnato_graph/data/questions.npz from tests/questions (worked.yaml, voices.yaml), and prints how often the report is right in
cross-validation by the voice of the question, and for the questions of each FILE. Needs scikit-learn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click
import numpy as np
import yaml
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from jnato_graph.ask import patterns, pipeline
from jnato_graph.ask.features import features
from jnato_graph.ask.likely import NONE
from jnato_graph.ask.reading import read_question
from jnato_graph.ask.rewording import reword, vocabulary

TOP: Final = Path(__file__).parents[1]
SOURCES: Final = (TOP / "tests/questions/worked.yaml", TOP / "tests/questions/voices.yaml")
TARGET: Final = TOP / "src/jnato_graph/data/questions.npz"
TODAY: Final = "2026-11-25"
FEWEST, STRENGTH, FOLDS = 4, 1.0, 6

Row = tuple[frozenset[str], tuple[str, ...], str]


def read(path: Path) -> list[Row]:
    """The features of each question, the reports that answer it (NONE for none), and its voice."""
    nlp = pipeline()
    known = vocabulary(patterns())
    rows = []
    for number, row in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))):
        if "unknown name" in str(row.get("declined", "")):
            continue  # the graph tells that, not the wording
        reading = read_question(reword(" ".join(row["ask"].split()), nlp, known, ()).text, nlp, TODAY)
        report = row.get("report", NONE)
        rows.append(
            (
                features(reading),
                (report,) if isinstance(report, str) else tuple(report),
                row.get("by") or f"{path.name} {number}",
            )
        )
    return rows


def learn(rows: Sequence[Row]) -> tuple[DictVectorizer, LogisticRegression]:
    """Multinomial logistic regression; a question with several right reports counts in parts for each."""
    number = Counter(feature for found, _, _ in rows for feature in found)
    kept = {feature for feature, times in number.items() if times >= FEWEST}
    each = [(found & kept, report, 1 / len(reports)) for found, reports, _ in rows for report in reports]
    vectors = DictVectorizer(dtype=np.float32)
    table = vectors.fit_transform([dict.fromkeys(sorted(found), 1) for found, _, _ in each])
    model = LogisticRegression(C=STRENGTH, max_iter=500)
    model.fit(table, [report for _, report, _ in each], sample_weight=[weight for _, _, weight in each])
    return vectors, model


def right(learned: tuple[DictVectorizer, LogisticRegression], rows: Sequence[Row]) -> float:
    """How many of the questions get a report that answers them."""
    vectors, model = learned
    chosen = model.predict(vectors.transform([dict.fromkeys(found, 1) for found, _, _ in rows]))
    return sum(report in reports for report, (_, reports, _) in zip(chosen, rows, strict=True))


@click.command()
@click.option("--only-measure", is_flag=True)
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
def main(only_measure: bool, files: tuple[Path, ...]) -> None:
    rows = [row for source in SOURCES for row in read(source)]
    folds = GroupKFold(FOLDS).split(rows, groups=[voice for _, _, voice in rows])
    good = sum(right(learn([rows[i] for i in one]), [rows[i] for i in other]) for one, other in folds)
    print(f"cross-validation by voice: {good / len(rows):.3f}")
    vectors, model = learn(rows)
    for path in files:
        more = read(path)
        print(f"{path}: {right((vectors, model), more) / len(more):.3f}")
    if not only_measure:
        np.savez_compressed(
            TARGET,
            features=np.array(vectors.feature_names_),
            reports=np.array(model.classes_),
            weights=model.coef_.T.astype(np.float16),
            bias=model.intercept_.astype(np.float32),
        )
        print(
            f"{TARGET}: {len(vectors.feature_names_)} features, {len(model.classes_)} reports, {TARGET.stat().st_size} bytes"
        )


if __name__ == "__main__":
    main()
