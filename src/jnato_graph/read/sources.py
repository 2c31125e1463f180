"""Which files are read: those given, and those in the folders given, in the order of their paths."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from jnato_graph.errors import InputError
from jnato_graph.nearest import did_you_mean_path
from jnato_graph.read import manifest
from jnato_graph.read.failure import ReadFailure

Format = Literal["text", "markdown", "html", "pdf"]

FORMATS: Final[dict[str, Format]] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
}
_KINDS: Final = ".txt, .md, .html or .pdf"
# In a folder, other files are passed over without a word, but not those that hold texts.
_OFFICE: Final = frozenset(
    [".doc", ".docx", ".odt", ".rtf", ".epub", ".mhtml", ".mht", ".xml", ".wpd", ".pages", ".djvu", ".ps"]
)
# Files that speak about a folder and are none of its documents, unless they are given by themselves.
_ABOUT_THE_FOLDER: Final = frozenset(["readme", "license", "licence", "changelog", "contributing"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file to read, its format, and the folder given that it was found under (its own when it was given itself)."""

    path: Path
    format: Format
    root: Path


def find_sources(paths: Sequence[Path]) -> list[Source | ReadFailure]:
    """All that the paths lead to, in the order of the paths and each file once; what cannot be read is a failure.

    Folders are searched to their depth, linked ones too. In them hidden files, files about the folder (`README`,
    `LICENSE`, ...), manifests and files of other kinds are passed over.
    """
    found: dict[str, Source | ReadFailure] = {}
    for path in paths:
        for item in _under(path):
            found.setdefault(str(item.path), item)
    unique: dict[str, Source | ReadFailure] = {}
    for _, item in sorted(found.items(), key=lambda pair: Path(pair[0]).as_posix()):
        # "seeds/a.txt" and "./seeds/a.txt" and a link to it are one file, under the first of its paths.
        unique.setdefault(os.path.realpath(item.path), item)
    return list(unique.values())


def _under(path: Path) -> Iterator[Source | ReadFailure]:
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises OSError for a name that is too long
        yield from _in_folder(path)
    elif not os.path.lexists(path):
        way_out = did_you_mean_path(path, "check the path")
        yield ReadFailure(path=path.as_posix(), reason="there is no such file or folder", way_out=way_out)
    elif path.name in manifest.NAMES and path.is_file():
        yield ReadFailure(
            path=path.as_posix(), reason="a manifest is no document", way_out="give the folder that it is in"
        )
    else:
        yield _source(path, path.parent)


def _in_folder(root: Path) -> Iterator[Source | ReadFailure]:
    broken: list[OSError] = []
    top = Path(os.path.realpath(root))
    searched = set(top.parents)  # where folders really are: a link may lead back to where it was come from
    for folder, folders, files in os.walk(root, onerror=broken.append, followlinks=True):
        place = Path(os.path.realpath(folder))
        if place in searched:
            folders.clear()
            continue
        searched.add(place)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(folder, name)
            suffix = path.suffix.casefold()
            if name.startswith((".", "~$")) or path.stem.casefold() in _ABOUT_THE_FOLDER or name in manifest.NAMES:
                continue
            if suffix in FORMATS or suffix in _OFFICE:
                yield _source(path, root)
    for error in broken:
        path = Path(error.filename or root)
        yield ReadFailure(
            path=path.as_posix(),
            reason=f"the folder cannot be read ({error.strerror})",
            way_out="check its permissions",
        )


def _source(path: Path, root: Path) -> Source | ReadFailure:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        reason, way_out = f"it cannot be opened ({error.strerror})", "check its permissions"
        if isinstance(error, FileNotFoundError) and path.is_symlink():
            reason, way_out = "the link leads nowhere", "check where it should lead"
        return ReadFailure(path=path.as_posix(), reason=reason, way_out=way_out)
    if not stat.S_ISREG(mode):  # opening a named pipe would wait for somebody to write into it
        return ReadFailure(path=path.as_posix(), reason="it is no regular file", way_out=f"give a {_KINDS} file")
    try:
        path.as_posix().encode()
    except UnicodeEncodeError:  # bytes that are no UTF-8 came as half characters, which no database and file takes
        shown = os.fsencode(path).decode("utf-8", errors="backslashreplace")
        return ReadFailure(path=shown, reason="its path is not UTF-8", way_out="rename it")
    format_ = FORMATS.get(path.suffix.casefold())
    if format_ is None:
        kind = f"{path.suffix} files are" if path.suffix else "files without an ending are"
        return ReadFailure(path=path.as_posix(), reason=f"{kind} not supported", way_out=f"save it as {_KINDS}")
    return Source(path=path, format=format_, root=root)


def only_sources(items: Iterable[Source | ReadFailure]) -> Iterator[Source]:
    """Those that are files to read."""
    return (item for item in items if isinstance(item, Source))


def no_documents(paths: Sequence[Path]) -> InputError:
    """What to say when the paths lead to no document at all, nor to a file that cannot be read."""
    way_out = f"give {_KINDS} files"
    for path in paths:
        extracted = sorted(path.glob("*.jsonl")) if path.is_dir() else []
        if extracted:
            way_out = f"what extract wrote is loaded by itself: jnato-graph load {extracted[0]}"
    return InputError(f"no documents in {', '.join(map(str, paths))}; {way_out}")
