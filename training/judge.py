"""Learns the judge of the grade stage (`jnato_graph/grade/judge.py`) from gold that the network did not learn from.

    python training/judge.py rows ROWS.jsonl --parts recent,varied --without WINDOWS.jsonl
    python training/judge.py learn src/jnato_graph/data/network/judge.yaml ROWS.jsonl ...

A row is a claim of a document that rules or network see somewhere, whatever they give it; it is right when the gold has
it. What the gold calls optional is left out. `--without` leaves out the documents of windows that the network in the package
learned from; so rows of several networks, each of what it has not seen, make one judge (stacking, Wolpert 1992). The same
gold and the same judge in the package give the same rows: that judge tells which sentences are read twice, so after a
change of features learn twice. The cuts are kept as they stand in the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import click
import numpy as np
import yaml

from jnato_graph.evaluate.gold import Gold, claim_key
from jnato_graph.evaluate.parts import Part, evaluate_with, read_parts
from jnato_graph.evaluate.scoring import matched
from jnato_graph.records import Document, Extraction

GOLD: Final = Path(__file__).parents[1] / "tests/gold"
PARTS: Final = ("stance", "reread", "pages", "retold", "unseen", "fresh", "later", "latest", "genres", "news")
PENALTY: Final = 10.0  # on the squares of the weights of standardised features
STEPS: Final = 50

type Row = tuple[dict[str, float], bool]


def seen_in(paths: Sequence[Path]) -> Iterator[tuple[Extraction, dict[tuple[str, str, str, str], dict[str, float]]]]:
    """What each document says as yet, and the features of each claim that is seen in it."""
    from jnato_graph.annotate import annotate, load_pipeline
    from jnato_graph.extract import extract
    from jnato_graph.extract.arguments import Arguments
    from jnato_graph.extract.lexicon import load_lexicon
    from jnato_graph.grade.head import load_grader
    from jnato_graph.grade.judge import Setting, grouped, load_judge
    from jnato_graph.grade.readings import read
    from jnato_graph.read import read_documents
    from jnato_graph.resolve import identify, resolve

    documents = (item for item in read_documents(paths) if isinstance(item, Document))
    for document, doc in annotate(documents, load_pipeline()):
        claims, ends, arguments = extract(doc), identify(doc, document.published), Arguments(doc, load_lexicon())
        found = read(doc, claims, ends.keys, arguments, load_grader(), load_judge()).sightings
        setting = Setting(found, arguments)
        rows = {key: setting.features(group) for key, group in grouped(found, ends.keys).items()}
        yield resolve(document, doc, claims, ends), rows


def rows_of(part: Part, learned: frozenset[str] = frozenset()) -> list[Row]:
    """The features of each claim that is seen in the texts of `part`, and whether it is right; but for those learned from."""
    rows: list[Row] = []
    golds = {gold.document: gold for gold in part.golds()}

    def told(paths: Sequence[Path]) -> Iterator[Extraction]:
        for extraction, seen in seen_in(paths):
            name = Path(extraction.document.path).name
            if name not in learned:
                rows.extend(_marked(golds[name], extraction, seen))
            yield extraction

    evaluate_with(part, told)
    return rows


def documents_of(windows: Sequence[Path]) -> frozenset[str]:
    """The names of the documents that windows of `relations/prepare.py` come from."""
    ids = (json.loads(line)["id"] for path in windows for line in path.read_text(encoding="utf-8").splitlines())
    return frozenset(each.rpartition("-")[0] for each in ids)


def _marked(
    gold: Gold, extraction: Extraction, seen: dict[tuple[str, str, str, str], dict[str, float]]
) -> Iterator[Row]:
    ids = {key: id_ for id_, key in matched(gold, extraction).items()}
    wanted = {claim.key: claim.optional for claim in gold.claims}
    for (subject, predicate, object_, polarity), row in seen.items():
        key = claim_key(ids.get(subject, f"?{subject}"), predicate, ids.get(object_, f"?{object_}"), polarity)
        if not wanted.get(key, False):
            yield row, key in wanted


def learn(rows: Sequence[Row]) -> dict[str, float]:
    """The weights of the features as they are (not standardised), with a constant; by Newton's method."""
    names = sorted({name for row, _ in rows for name in row})
    table = np.array([[float(row.get(name, 0.0)) for name in names] for row, _ in rows])
    right = np.array([is_right for _, is_right in rows], dtype=float)
    mean, scale = table.mean(0), np.maximum(table.std(0), 1e-9)
    inputs = np.hstack([(table - mean) / scale, np.ones((len(rows), 1))])
    penalty = np.diag([PENALTY] * len(names) + [0.0])
    weights = np.zeros(len(names) + 1)
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (likely - right) + penalty @ weights
        step = np.linalg.solve((inputs * (likely * (1 - likely))[:, None]).T @ inputs + penalty, slope)
        weights -= step
        if np.abs(step).max() < 1e-10:
            break
    plain = weights[:-1] / scale
    return {"constant": weights[-1] - float(plain @ mean), **dict(zip(names, plain, strict=True))}


@click.group(help=__doc__)
def main() -> None:
    """The two steps."""


@main.command("rows")
@click.argument("output", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--parts", default=",".join(PARTS), help="of tests/gold, with commas between")
@click.option("--without", multiple=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def write_rows(output: Path, parts: str, without: tuple[Path, ...]) -> None:
    """Write the rows of parts of the gold."""
    learned, chosen = documents_of(without), parts.split(",")
    rows = [row for part in read_parts(GOLD) if part.name in chosen for row in rows_of(part, learned)]
    output.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    click.echo(f"{len(rows)} claims: {output}")


@main.command("learn")
@click.argument("judge", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("rows", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def learn_from(judge: Path, rows: tuple[Path, ...]) -> None:
    """Learn from rows, and write the weights."""
    read: list[Row] = [json.loads(line) for path in rows for line in path.read_text(encoding="utf-8").splitlines()]
    text = judge.read_text(encoding="utf-8")
    head = text[: text.index("weights:")]
    weights = {name: round(float(value), 4) for name, value in learn(read).items()}
    judge.write_text(head + yaml.safe_dump({"weights": weights}, sort_keys=True, width=120), encoding="utf-8")
    click.echo(f"{len(read)} claims, {sum(right for _, right in read)} of them right: {judge}")


if __name__ == "__main__":
    main()
