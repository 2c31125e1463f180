"""The stamp changes with all that has a say in what a text gives."""

from __future__ import annotations

import ast
from pathlib import Path

import jnato_graph
from jnato_graph import stamp

ROOT = Path(jnato_graph.__file__).parent
STAGES = ("reference", "read", "annotate", "extract", "grade", "resolve")


def test_every_part_that_a_stage_imports_is_in_the_stamp() -> None:
    hashed = {path.relative_to(ROOT).parts[0].removesuffix(".py") for path in stamp._files(ROOT)}
    imported = {
        name.split(".")[1]
        for stage in STAGES
        for path in (ROOT / stage).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (name := node.module or "").startswith("jnato_graph.")
    }

    assert "network" in imported
    assert imported - hashed <= {"errors", "nearest", "settings", "stamp"}
