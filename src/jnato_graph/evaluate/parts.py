"""The parts of a folder of gold, and how one is measured.

A folder holds `*.json` (one file a document, see `gold`) or `*.jsonl` (sentences, see `sentences`). One that holds
several such folders names them in `parts.yaml`:

    seeds: {gold: seeds, documents: ../../seeds}
    aside: {gold: sentences, rows: aside, asked: true}

`asked` parts are measured only when they are asked for; of `unread` ones, and of put-aside rows, no errors are listed.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from jnato_graph.errors import InputError, UsageError
from jnato_graph.evaluate.gold import Gold, read_gold
from jnato_graph.evaluate.scoring import Scores, score
from jnato_graph.evaluate.sentences import CHOICES, Row, read_rows
from jnato_graph.records import Document, Extraction

PARTS: Final = "parts.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Gold that is measured as one: documents (`documents` is the folder of their texts) or rows of sentences."""

    name: str
    gold: Path
    documents: Path | None = None
    rows: str | None = None
    asked: bool = False
    unread: bool = False
    """Whether nobody looks at its errors, so that its figures stay those of unseen text."""

    def texts(self) -> int:
        """How many texts it has gold of. Raises InputError when its gold cannot be read."""
        if self.rows is not None:
            return sum(1 for _ in read_rows(self.gold, self.rows))
        return sum(1 for _ in self.gold.glob("*.json"))

    def golds(self) -> list[Gold]:
        """Its gold, a document at a time. Raises InputError when it cannot be read."""
        if self.rows is not None:
            return [row.gold for row in read_rows(self.gold, self.rows)]
        return [read_gold(path) for path in sorted(self.gold.glob("*.json"))]


def read_parts(folder: Path, documents: Path | None = None) -> list[Part]:
    """The parts of a folder of gold. `documents` is where the texts are, in place of what is said or of the folder.

    Raises UsageError when the folder has no gold, InputError when its `parts.yaml` is wrong.
    """
    if (table := folder / PARTS).is_file():
        if documents is not None:
            raise UsageError(f"--documents: {table} says where the texts are; give one of its folders as --gold")
        return list(_listed(table))
    if any(folder.glob("*.jsonl")):
        return [Part(name=folder.name, gold=folder, rows="all")]
    if any(folder.glob("*.json")):
        return [Part(name=folder.name, gold=folder, documents=documents or folder)]
    raise UsageError(f"--gold {folder}: no .json or .jsonl files and no {PARTS} there; give a folder of gold")


def _listed(table: Path) -> Iterator[Part]:
    try:
        rows: dict[str, dict[str, Any]] = yaml.safe_load(table.read_text(encoding="utf-8"))
        for name, row in rows.items():
            documents = table.parent / row["documents"] if "documents" in row else None
            choice = row.get("rows")
            if (documents is None) == (choice is None) or choice not in (None, *CHOICES):
                raise ValueError(f"{name} needs either documents or rows ({', '.join(CHOICES)})")
            yield Part(
                name=name, gold=table.parent / row["gold"], documents=documents, rows=choice,
                asked=bool(row.get("asked")), unread=bool(row.get("unread")) or choice == "aside",
            )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError, AttributeError, yaml.YAMLError) as error:
        raise InputError(
            f"{table}: {' '.join(str(error).split())}; its form is told in jnato_graph.evaluate.parts"
        ) from error


def evaluate(part: Part, model: str | None = None, *, progress: Callable[[Document], None] | None = None) -> Scores:
    """Extract what `part` has gold of, as `jnato-graph extract` would, and score it.

    `progress` is called with each text when it has been read through. Raises InputError when gold or a text of it
    cannot be read.
    """
    from jnato_graph.pipeline import extractions

    def told(paths: Sequence[Path]) -> Iterator[Extraction]:
        for extraction in extractions(paths, model=model):
            if progress is not None:
                progress(extraction.document)
            yield extraction

    return evaluate_with(part, told)


def evaluate_with(part: Part, extract: Callable[[Sequence[Path]], Iterable[Extraction]]) -> Scores:
    """The same for any way to come from files and folders to extractions."""
    if part.rows is not None:
        return _evaluate_rows(list(read_rows(part.gold, part.rows)), extract)
    assert part.documents is not None  # noqa: S101 - a part has one or the other
    gold = part.golds()
    paths = [part.documents / each.document for each in gold]
    if missing := [path for path in paths if not path.is_file()]:
        raise InputError(f"{missing[0]}: there is gold of it in {part.gold}, but no text; say where: --documents")
    return score(extract(paths), gold)


def _evaluate_rows(rows: list[Row], extract: Callable[[Sequence[Path]], Iterable[Extraction]]) -> Scores:
    """As files, so that what `read` does to a text is part of what is measured."""
    with tempfile.TemporaryDirectory(prefix="jnato-") as name:
        folder, dates = Path(name), {}
        for row in rows:
            (folder / row.gold.document).write_text(row.text + "\n", encoding="utf-8")
            if row.published:
                dates[row.gold.document] = {"published": row.published}
        (folder / "manifest.json").write_text(json.dumps({"documents": dates}), encoding="utf-8")
        return score(extract([folder]), [row.gold for row in rows])
