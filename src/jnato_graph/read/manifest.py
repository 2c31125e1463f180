"""`manifest.yaml`: what is known of the documents in a folder beside what their texts tell.

    documents:
      statement.txt:                # path from the manifest's folder
        title: Joint statement
        publisher: Ministry of Foreign Affairs of Japan
        authors: [Jane Doe, John Smith]
        published: 2023-07-10       # or 2023-07, or 2023
        url: https://example.org/statement

Each of the five keys may be left out; what is given beats what is found in the file. `manifest.yml` and `manifest.json`
are read as well (JSON is YAML); one of them a folder. A manifest holds for its own folder and those below it that have
none, whichever of them is given to be read: what is known of a document depends on where it lies alone.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

from jnato_graph.errors import InputError
from jnato_graph.read.dates import is_iso
from jnato_graph.read.decode import decode
from jnato_graph.read.yaml_text import parse_yaml

NAMES: Final = ("manifest.yaml", "manifest.yml", "manifest.json")
KEYS: Final = ("title", "publisher", "authors", "published", "url")
_LARGEST: Final = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is given for one document: by a manifest, or by the front matter of a Markdown file."""

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The entries of one manifest by their path from its folder."""

    path: Path
    entries: Mapping[str, Entry]

    def entry(self, document: Path) -> Entry | None:
        """What it says of a document, by the document's path; None when it does not name it."""
        for spelled in (os.path.abspath, os.path.realpath):  # as the folders are named, or else where they really are
            with suppress(ValueError):  # Windows: no path leads to another drive
                way = os.path.relpath(spelled(document.parent), spelled(self.path.parent))
                if entry := self.entries.get(Path(way, document.name).as_posix()):
                    return entry
        return None


def find_manifest(folder: Path) -> Path | None:
    """The manifest in a folder; InputError when there are two."""
    found = [folder / name for name in NAMES if (folder / name).is_file()]
    if len(found) > 1:
        raise InputError(f"{found[1]}: there is {found[0].name} beside it; keep one manifest in a folder")
    return found[0] if found else None


def read_manifest(path: Path) -> Manifest:
    """Read and check a manifest. InputError names all that is wrong in it, one after the other."""
    data = _parsed(path)
    documents = data.get("documents") if isinstance(data, dict) else None
    if not isinstance(data, dict) or not isinstance(documents, dict):
        raise InputError(f"{path}: a mapping 'documents' from file names to their facts was expected")
    problems = [f"unknown key {key!r} beside 'documents'" for key in data if key != "documents"]
    entries: dict[str, Entry] = {}
    for name, facts in documents.items():
        entry, wrong = check_entry(facts)
        problems += [f"{name}: {what}" for what in wrong]
        entries[PurePosixPath(name).as_posix()] = entry
    problems += [f"{name}: there is no such file" for name in entries if not _is_file(path.parent / name)]
    if problems:
        raise InputError(f"{path}: {'; '.join(problems)} (known keys: {', '.join(KEYS)})")
    return Manifest(path=path, entries=entries)


def _parsed(path: Path) -> Any:
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError(f"{path}: larger than {_LARGEST >> 20} MiB; split the folder up")
        content = decode(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error
    except InputError as error:
        raise InputError(f"{path}: {error}") from error
    return parse_yaml(content, str(path))


def _is_file(path: Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 - Path.is_file raises OSError for a name that is too long


def check_entry(facts: Any) -> tuple[Entry, list[str]]:
    """The facts of one document, and what is wrong with them."""
    if facts is None:
        return Entry(), []
    if not isinstance(facts, dict):
        return Entry(), ["a mapping was expected"]
    problems = [f"unknown key {key!r}" for key in facts if key not in KEYS]
    values = {key: value for key, value in facts.items() if key in KEYS and value is not None}
    authors = values.pop("authors", [])
    authors = [authors] if isinstance(authors, str) else authors
    if not isinstance(authors, list) or not all(isinstance(name, str) and name.strip() for name in authors):
        problems.append("'authors' must be a list of names")
        authors = []
    for key in [key for key, value in values.items() if not isinstance(value, str) or not value.strip()]:
        problems.append(f"{key!r} must be a text")
        del values[key]
    if "published" in values and not is_iso(values["published"].strip()):
        problems.append(f"'published' is {values['published']!r}, no date such as 2023-07-10, 2023-07 or 2023")
        del values["published"]
    facts_found = {key: " ".join(value.split()) for key, value in values.items()}
    return Entry(authors=tuple(" ".join(name.split()) for name in authors), **facts_found), problems


def manifests_for(files: Iterable[tuple[Path, Path]]) -> dict[Path, Manifest]:
    """The manifest that holds for each folder, for files given with the folder that they were found under."""
    read: dict[Path, Manifest] = {}
    holds: dict[Path, Manifest] = {}
    known: set[tuple[Path, Path]] = set()
    for file, root in files:
        folder = file.parent
        if (folder, root) in known:
            continue
        known.add((folder, root))
        for candidate in (folder, *folder.parents):
            path = find_manifest(candidate)
            if path is not None:
                holds[folder] = read.setdefault(path, read.get(path) or read_manifest(path))
                break
            if candidate == root or root not in candidate.parents:
                if path := _above(root):
                    holds[folder] = read.setdefault(path, read.get(path) or read_manifest(path))
                break
    return holds


def _above(root: Path) -> Path | None:
    """The next manifest above the folder that was given, if any.

    Other programs call files so, too: passed over is what is no manifest by its form, or is not of the folder's owner,
    since above a folder may lie one in which everybody writes.
    """
    top = Path(os.path.abspath(root))  # noqa: PTH100 - a link in the path is left as it is
    for folder in top.parents:
        for path in (folder / name for name in NAMES):
            if _is_file(path) and path.stat().st_uid == top.stat().st_uid and _has_our_form(path):
                return path
    return None


def _has_our_form(path: Path) -> bool:
    try:
        data = _parsed(path)
    except InputError:
        return False
    return isinstance(data, dict) and isinstance(data.get("documents"), dict)
