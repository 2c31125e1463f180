"""Runs the benchmarks and writes `docs/benchmarks.md`: `python -m bench`.

`python -m bench start extraction` runs those and only prints, so that the page always shows one whole run.
"""

from __future__ import annotations

import platform
import sys
from datetime import UTC, datetime
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import psutil

from bench.figures import Figure

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
PARTS = {
    "start": "Start of the command",
    "extraction": "Extraction",
    "load": "Loading into Neo4j",
    "ask": "Questions in plain English",
    "reports": "Reports",
}
HEAD = """\
# Benchmarks

Written by `make bench`. Two things that are compared took turns in one run, and the ratio is the median of the ratios
of neighbouring turns.
"""


def main() -> None:
    """Measure the parts named on the command line, or all of them and write the page."""
    chosen = sys.argv[1:] or list(PARTS)
    if unknown := set(chosen) - PARTS.keys():
        sys.exit(f"No such part: {', '.join(sorted(unknown))}. There are: {', '.join(PARTS)}")
    sections = []
    for part in chosen:
        print(f"{PARTS[part]} ...", file=sys.stderr)
        sections.append(section(part, import_module(f"bench.{part}").measure()))
        print(sections[-1])
    if not sys.argv[1:]:
        PAGE.write_text("\n".join([HEAD, machine(), *sections]), encoding="utf-8")


def section(part: str, figures: list[Figure]) -> str:
    """A part of the page."""
    lines = [
        f"## {PARTS[part]}",
        "",
        f"`.venv/bin/python -m bench {part}`",
        "",
        "| figure | value | goal | |",
        "|---|---:|---:|---|",
    ]
    lines += [f"| {f.name} | {f.value:,.4g} {f.unit} | {f.goal} | {f.note} |" for f in figures]
    return "\n".join([*lines, ""])


def machine() -> str:
    """Where and when: figures mean nothing without."""
    memory = psutil.virtual_memory().total / 2**30
    versions = ", ".join(f"{name} {version(name)}" for name in ("jnato-graph", "spacy", "neo4j", "click"))
    hardware = (
        f"{processor()}, {psutil.cpu_count()} logical cores, {memory:.0f} GiB, "
        f"load average {psutil.getloadavg()[0]:.1f} at the end"
    )
    python = f"{platform.system()}, CPython {platform.python_version()}"
    return f"Measured on {datetime.now(UTC):%Y-%m-%d}: {hardware}; {python}; {versions}.\n"


def processor() -> str:
    """The processor's name where the system tells it, else its architecture."""
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text(encoding="utf-8").splitlines() if cpuinfo.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


if __name__ == "__main__":
    main()
