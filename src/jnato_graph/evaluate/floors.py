"""The floors below which no figure may fall: a file of them beside the gold, held by a test."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import yaml

from jnato_graph.errors import InputError, UsageError
from jnato_graph.evaluate.scoring import Scores
from jnato_graph.whole_file import UnwritableError, write_whole

FLOORS: Final = "floors.yaml"
MARGIN: Final = 0.005
"""How far below what was measured a floor is set: another processor may round a probability over a threshold."""

type Floors = dict[str, dict[str, float]]
"""Part → figure → the least that it may be."""

_HEAD: Final = """\
# The least that each figure may be. Written by: jnato-graph evaluate --record
# Floors only rise. To lower one, edit it by hand and say why in the commit.
"""


def measured(scores: Scores) -> dict[str, float]:
    """The figures that have floors."""
    return {
        "entities": round(scores.entities.f1, 3),
        "precision": round(scores.claims.precision, 3),
        "recall": round(scores.claims.recall, 3),
        "modality": scores.modality.value or 0.0,
        "evidence": scores.evidence.value or 0.0,
    }


def read_floors(path: Path) -> Floors:
    """The floors that a file holds; none when there is no file. Raises InputError when it is malformed."""
    if not path.is_file():
        return {}
    try:
        rows = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        return {str(part): {str(k): float(v) for k, v in row.items()} for part, row in rows.items()}
    except (ValueError, TypeError, AttributeError, yaml.YAMLError) as error:
        raise InputError(f"{path}: not a file of floors ({' '.join(str(error).split())})") from error


def write_floors(path: Path, figures: Mapping[str, Mapping[str, float]]) -> Floors:
    """Raise the floors in `path` to a little under `figures` (by part), and say what they are now.

    Raises InputError when the file is malformed, and UsageError when it cannot be written.
    """
    floors = read_floors(path)
    for part, row in figures.items():
        old = floors.get(part, {})
        floors[part] = {name: max(old.get(name, 0.0), round(max(value - MARGIN, 0), 3)) for name, value in row.items()}
    lines = [f"{part}: {{{', '.join(f'{k}: {v:.3f}' for k, v in row.items())}}}\n" for part, row in floors.items()]
    try:
        write_whole(path, _HEAD + "".join(lines))
    except UnwritableError as error:
        raise UsageError(f"{path} cannot be written ({error.strerror}): --record needs to write there") from error
    return floors


def fallen(part: str, figures: Mapping[str, float], floors: Floors) -> list[str]:
    """A line for each figure of `part` that lies below its floor."""
    return [
        f"{part}: {name} is {figures[name]:.3f}, its floor is {floor:.3f}"
        for name, floor in floors.get(part, {}).items()
        if figures[name] < floor
    ]
