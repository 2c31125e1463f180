"""Reads JSON Lines into extractions, one document at a time; a file with a problem anywhere gives none."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from jnato_graph.errors import InputError
from jnato_graph.interchange.checks import Block, Problem, problems_of
from jnato_graph.interchange.codec import END, KINDS, decode
from jnato_graph.nearest import did_you_mean_path
from jnato_graph.records import Extraction

_SHOWN: Final = 20
_EXTRA: Final = {"document": frozenset({"kind", "stamp"})}
_DOCUMENT_ROW: Final = b'{"kind": "document"'
_KIND_ALONE: Final = frozenset({"kind"})
_END_KEYS: Final = {"kind", "rows"}


class InterchangeError(InputError):
    """An interchange file does not hold what it must; `problems` are all that were found, in the order of lines.

    `details` are the first 20 as lines of text, and how many there are besides.
    """

    def __init__(self, path: Path, problems: list[Problem]) -> None:
        """Name the file, how many problems it has, and the first one."""
        self.problems = tuple(sorted(problems))
        first, count = self.problems[0], len(self.problems)
        if count == 1:
            super().__init__(f"{path}: 1 problem, so nothing of it is used: {first}")
            return
        shown = [f"{path}: {problem}" for problem in self.problems[:_SHOWN]]
        more = [f"{path}: and {count - _SHOWN:,} more problems"] if count > _SHOWN else []
        self.details = (*shown, *more)
        super().__init__(f"{path}: {count:,} problems, so nothing of it is used; the first is in {first}")


def read_extractions(path: Path) -> Iterator[Extraction]:
    """The extractions of the file `path`, checked to its end before the first is given.

    Raises `InputError` (with `problems`: line, key, message of each) when any line is wrong: no JSON, an unknown kind
    or key, a label or predicate that the ontology does not have, offsets that do not fit the text, a reference that
    leads nowhere; when the file broke off; and when there is no line at all. Memory holds one document at a time, and
    the keys of all documents and claims.
    """
    reader = _Reader(path)
    documents = sum(1 for _ in reader.blocks())
    if reader.problems:
        raise InterchangeError(path, reader.problems)
    if not documents:
        raise InputError(f"{path}: is empty, it holds no document; write it with jnato-graph extract")
    return _extractions(_Reader(path))


def count_documents(path: Path) -> int:
    """How many `document` rows the file has, as far as that can be told without reading them. Raises `InputError`."""
    return sum(1 for _, raw in _lines(path) if raw.startswith(_DOCUMENT_ROW))


def read_stamp(path: Path) -> str | None:
    """The stamp that the first `document` row carries, if any. Raises `InputError` when the file cannot be read."""
    for _, raw in _lines(path):
        try:
            row = json.loads(raw.decode("utf-8-sig"))
        except ValueError:
            return None
        stamp = row.get("stamp") if isinstance(row, dict) else None
        return stamp if isinstance(stamp, str) else None
    return None


def _extractions(reader: _Reader) -> Iterator[Extraction]:
    for block in reader.blocks():
        if reader.problems:  # only when the file was changed after it was checked
            raise InterchangeError(reader.path, reader.problems)
        yield block.extraction()


class _Reader:
    """One pass over a file; `problems` fills as `blocks` is used up."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self._keys: dict[str, int] = {}
        self._paths: dict[str, int] = {}
        self._claims: dict[str, int] = {}
        self._stamp: tuple[int, Any] | None = None
        self._unended = 0  # rows since the beginning, or since the end row of a file that this one was put behind

    def blocks(self) -> Iterator[Block]:
        """Each document's block as it ends."""
        block: Block | None = None
        lost = False  # under a document row that cannot be read, its rows are not each reported as astray
        number = 0
        for number, raw in _lines(self.path):
            row = self._row(number, raw)
            if row is not None and row.get("kind") == END:
                self._check_end(number, row)
                continue
            self._unended += 1
            if row is None:
                continue
            kind = row.get("kind")
            if not isinstance(kind, str) or kind not in KINDS:
                self.problems.append(Problem(number, "kind", f"is {kind!r}, not one of {', '.join(KINDS)}"))
                continue
            record = decode(KINDS[kind], row, self._report(number), extra=_EXTRA.get(kind, _KIND_ALONE))
            if kind == "document":
                if block is not None:
                    yield self._finished(block)
                self._check_stamp(number, row.get("stamp"))
                block = None if record is None else Block(number, record)
                lost = record is None
            elif block is None and not lost:
                self.problems.append(Problem(number, "kind", f"{kind} stands before any document"))
                lost = True
            elif block is not None and record is not None:
                block.add(number, kind, record)
        if block is not None:
            yield self._finished(block)
        if self._unended and self._stamp is not None and self._stamp[1] is not None:
            message = "is the last line and no end row, so the file broke off: write it again with jnato-graph extract"
            self.problems.append(Problem(number, "", message))

    def _row(self, number: int, raw: bytes) -> dict[str, Any] | None:
        try:
            row = json.loads(raw.decode("utf-8-sig" if number == 1 else "utf-8"), parse_constant=_no_constant)
        except UnicodeDecodeError as error:
            self.problems.append(Problem(number, "", f"is not UTF-8 (byte {error.start} of the line)"))
            return None
        except (ValueError, RecursionError) as error:
            reason = str(error).partition(": line")[0] or type(error).__name__
            self.problems.append(Problem(number, "", f"is no JSON ({reason})"))
            return None
        if not isinstance(row, dict):
            self.problems.append(Problem(number, "", "is no JSON object"))
            return None
        return row

    def _report(self, number: int) -> Callable[[str, str], None]:
        return lambda key, message: self.problems.append(Problem(number, key, message))

    def _finished(self, block: Block) -> Block:
        self.problems.extend(problems_of(block))
        document, rows = block.document, block.sentences or block.entities or block.mentions or block.claims
        first = self._keys.setdefault(document.key, block.line)
        if first != block.line and rows:
            self.problems.append(
                Problem(block.line, "key", f"{document.key!r} has its rows under line {first} already")
            )
        if first == block.line:
            self._check_first(block)
        first = self._paths.setdefault(document.path, block.line)
        if first != block.line:
            self.problems.append(Problem(block.line, "path", f"{document.path!r} stands in line {first} already"))
        return block

    def _check_first(self, block: Block) -> None:
        """What is to be asked of the rows of a document, which stand under the first row with its key."""
        if not block.sentences:
            message = f"{block.document.key!r} has no sentence: some of its rows are missing"
            self.problems.append(Problem(block.line, "key", message))
        for line, claim in block.claims:
            first = self._claims.setdefault(claim.key, block.line)
            if first != block.line:
                message = f"{claim.key!r} is that of a claim of the document in line {first} already"
                self.problems.append(Problem(line, "key", message))

    def _check_end(self, number: int, row: dict[str, Any]) -> None:
        if row.keys() != _END_KEYS or row["rows"] != self._unended:
            message = f"is {row.get('rows')!r}, but {self._unended} rows stand above it: some are missing or too many"
            self.problems.append(Problem(number, "rows", message))
        self._unended = 0

    def _check_stamp(self, number: int, stamp: Any) -> None:
        if stamp is not None and not isinstance(stamp, str):
            self.problems.append(Problem(number, "stamp", "is not a string"))
        elif self._stamp is None:
            self._stamp = (number, stamp)
        elif self._stamp[1] != stamp:
            message = f"is not that of line {self._stamp[0]}: one file holds what one version extracted"
            self.problems.append(Problem(number, "stamp", message))


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers. Only a line feed ends a line: texts may hold other breaks."""
    try:
        with path.open("rb") as stream:
            for number, raw in enumerate(stream, 1):
                if raw.strip():
                    yield number, raw
    except OSError as error:
        raise InputError(
            f"{path} cannot be read ({error.strerror or type(error).__name__}): "
            + did_you_mean_path(path, "correct the path")
        ) from error


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON")
