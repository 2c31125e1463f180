"""What Neo4j Browser is given: a style, the reports as saved scripts, a first walk through the graph.

`write_files(folder)` writes them all; `style_sheet()` and `saved_scripts()` are the parts. Needs no database.
"""

from __future__ import annotations

from jnato_graph.browser.files import SCRIPTS, SHELL, STYLE, shell_script, write_files
from jnato_graph.browser.scripts import SavedScript, saved_script, saved_scripts, scripts_zip
from jnato_graph.browser.style import style_sheet
from jnato_graph.browser.walk import walk

__all__ = [
    "SCRIPTS",
    "SHELL",
    "STYLE",
    "SavedScript",
    "saved_script",
    "saved_scripts",
    "scripts_zip",
    "shell_script",
    "style_sheet",
    "walk",
    "write_files",
]
