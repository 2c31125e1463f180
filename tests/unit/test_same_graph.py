"""The same text gives the same graph, whatever order Python's sets have in a process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

COMMAND = "from jnato_graph.cli import main; main()"
TEXT = (
    "The Baltic Defence Council met in Tallinn on Monday. The Council (CON) supported the plan of Estonia. "
    "The Council said that CON would meet in Riga. Jean Roux (Roux) of the Council came, and Roux spoke.\n"
)


def test_two_processes_whose_sets_are_ordered_otherwise_write_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    assert len({_extracted(tmp_path, seed) for seed in ("0", "2", "3")}) == 1


def _extracted(folder: Path, seed: str) -> bytes:
    out = folder / f"{seed}.jsonl"
    subprocess.run(
        [sys.executable, "-c", COMMAND, "extract", "a.txt", "--quick", "--output", str(out)],
        cwd=folder, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True,
    )  # fmt: skip
    return out.read_bytes()
