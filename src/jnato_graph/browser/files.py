"""Writes the files for Neo4j Browser and cypher-shell into a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from jnato_graph.browser.scripts import saved_script, saved_scripts, scripts_zip
from jnato_graph.browser.style import style_sheet
from jnato_graph.browser.walk import walk
from jnato_graph.errors import UsageError
from jnato_graph.report import SavedQuery, read_catalogue
from jnato_graph.whole_file import write_whole

STYLE: Final = "jnato-graph.grass"
SCRIPTS: Final = "jnato-graph-scripts.zip"
SHELL: Final = "cypher-shell"


def write_files(folder: Path, *, reports: Path | None = None) -> tuple[Path, ...]:
    """Write all files into `folder`, made if it is not there, and give their paths. Each is the same each time.

    `reports` is another folder of saved queries than that of the program. Raises ReportError for a report that is not
    right, and UsageError when a file cannot be written.
    """
    queries = read_catalogue(reports)
    scripts = [*(saved_script(step) for step in walk()), *saved_scripts(reports)]
    contents = {
        folder / STYLE: style_sheet().encode(),
        folder / SCRIPTS: scripts_zip(scripts),
        **{folder / SHELL / query.subject / f"{query.name}.cypher": shell_script(query).encode() for query in queries},
    }
    for path, content in contents.items():
        _write(path, content)
    return tuple(contents)


def shell_script(query: SavedQuery) -> str:
    """A report for `cypher-shell --file`: its parameters as `:param` lines with their defaults, then the report."""
    return f"{query.param_lines()}{query.text.rstrip()}\n"


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)
    except OSError as error:
        raise UsageError(f"--files: {path} cannot be written ({error.strerror or error})") from error
