"""What somebody may have meant who wrote a name that there is not: of commands, reports, parameters and files."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

LIKENESS: Final = 0.7  # of 1; below it suggestions are guesses
MOST_FILES: Final = 2_000  # entries of a folder that are looked through


def nearest(name: str, names: Iterable[str], limit: int = 3) -> list[str]:
    """The names most like `name`, best first: by spelling, or else those that share a word with it.

    Capitals make no difference.
    """
    pool = {other.casefold(): other for other in names}
    wanted = name.casefold()
    if near := difflib.get_close_matches(wanted, pool, n=limit, cutoff=LIKENESS):
        return [pool[other] for other in near]
    words = {word for word in wanted.split("-") if len(word) > 3}
    return [pool[other] for other in pool if any(word in other for word in words)][:limit]


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """`did you mean a, b?`, or nothing when no name is like it."""
    near = nearest(name, names)
    return f"did you mean {', '.join(near)}?" if near else ""


def did_you_mean_path(path: Path, otherwise: str) -> str:
    """`did you mean a, b?` for a file or folder that is not there; `otherwise` when nothing is like it."""
    near = [] if _exists(path) else nearest_paths(path)
    return f"did you mean {', '.join(other.as_posix() for other in near)}?" if near else otherwise


def nearest_paths(path: Path, limit: int = 3) -> list[Path]:
    """Files and folders that `path` may have meant: the entries of the deepest folder of it that there is.

    Looks into that one folder only. Nothing when it cannot be read.
    """
    parts = path.parts
    for depth in range(len(parts) - 1, -1, -1):
        folder = Path(*parts[:depth])
        if not os.path.isdir(folder):  # noqa: PTH112 - as below
            continue
        try:
            entries = [entry.name for _, entry in zip(range(MOST_FILES), folder.iterdir(), strict=False)]
        except OSError:
            return []
        shown = [entry for entry in sorted(entries) if not entry.startswith(".") or parts[depth].startswith(".")]
        rest = parts[depth + 1 :]
        candidates = [folder / name for name in _alike(parts[depth], shown, limit)]
        whole = [each.joinpath(*rest) for each in candidates]
        return [each for each in whole if _exists(each)] or candidates
    return []


def _exists(path: Path) -> bool:
    return os.path.exists(path)  # noqa: PTH110 - Path.exists raises OSError for a name that is too long


def _alike(name: str, names: list[str], limit: int) -> list[str]:
    return (
        difflib.get_close_matches(name, names, n=limit, cutoff=LIKENESS)
        or [other for other in names if other.casefold() == name.casefold() or Path(other).stem == Path(name).stem][
            :limit
        ]
    )
