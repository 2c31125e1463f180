"""The way of the data is the way of the imports: a stage may import those before it, never one after it."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import jnato_graph

ROOT = Path(jnato_graph.__file__).parent

# Each may import those to its left, itself, and what any module may import.
ANYWHERE = {"records", "errors", "ontology", "nearest", "whole_file", "packaged"}
ORDER = [
    "settings", "reference", "read", "network", "annotate", "extract", "grade", "resolve", "pipeline", "stamp",
    "interchange", "database", "load", "report", "ask", "page", "browser", "doctor", "api", "evaluate", "explain",
    "cli",
]  # fmt: skip
HEAVY = {"spacy", "neo4j", "numpy", "thinc", "pydantic"}


def modules() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


def stage_of(module: Path) -> str:
    """`read` for `read/html.py` and for `read.py`; "" for the package's own `__init__.py`."""
    first = module.relative_to(ROOT).parts[0]
    return "" if first == "__init__.py" else first.removesuffix(".py")


def imported_stages(tree: ast.AST, package: list[str]) -> Iterator[str]:
    """The stages that a module imports, anywhere in it: also inside functions and under TYPE_CHECKING."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name.split(".") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            target = base + (node.module.split(".") if node.module else [])
            names = [[*target, alias.name] for alias in node.names] if len(target) == 1 else [target]
        else:
            continue
        yield from (name[1] for name in names if name[0] == "jnato_graph" and len(name) > 1)


def stages_imported_by(module: Path) -> set[str]:
    package = ["jnato_graph", *module.relative_to(ROOT).parent.parts]
    return set(imported_stages(ast.parse(module.read_text(encoding="utf-8")), package))


def test_every_module_belongs_to_a_known_stage() -> None:
    assert {stage_of(module) for module in modules()} <= {"", *ANYWHERE, *ORDER}


@pytest.mark.parametrize("module", modules(), ids=lambda module: str(module.relative_to(ROOT)))
def test_imports_point_one_way(module: Path) -> None:
    stage = stage_of(module)
    if stage in ANYWHERE:
        allowed = {"errors"} if stage in ("ontology", "packaged") else set()
    elif stage == "":
        allowed = {*ANYWHERE, *ORDER} - {"cli"}
    else:
        allowed = {*ANYWHERE, *ORDER[: ORDER.index(stage) + 1]}

    assert stages_imported_by(module) - allowed == set()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import jnato_graph.load.writer", {"load"}),
        ("from jnato_graph import records, api", {"records", "api"}),
        ("from jnato_graph.read.html import x", {"read"}),
        ("def f():\n    from ..report import run", {"report"}),
        ("from . import sibling", {"read"}),
        ("import spacy", set()),
    ],
)
def test_an_import_is_found_however_it_is_written(source: str, expected: set[str]) -> None:
    assert set(imported_stages(ast.parse(source), ["jnato_graph", "read"])) == expected


def modules_after(code: str) -> set[str]:
    """The top-level packages that a fresh Python has imported once it has run the code."""
    code = f"import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr))\n{code}"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in result.stderr.split()}


def test_help_imports_nothing_heavy() -> None:
    loaded = modules_after("from jnato_graph.cli import main; main(['--help'])")

    assert "click" in loaded
    assert loaded & HEAVY == set()


def test_importing_the_library_imports_nothing_heavy() -> None:
    loaded = modules_after("import jnato_graph")

    assert "jnato_graph" in loaded
    assert loaded & HEAVY == set()
