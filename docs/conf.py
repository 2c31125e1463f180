"""How Sphinx builds the documentation: `make docs`. Nothing of the program is imported; generated pages are files."""

import re
from typing import Any

project = "jnato-graph"
author = "the authors of jnato-graph"
copyright = author
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["tools"]
highlight_language = "text"
# Pygments knows Cypher, but not its parameters, and then colours what it can.
suppress_warnings = ["misc.highlighting_failure"]

# Headings can be linked to as GitHub does it, so that the pages can be read there as well.
myst_heading_anchors = 4

html_theme = "furo"
html_title = "jnato-graph"
html_copy_source = False
html_show_sphinx = False


def add_other_pages(app: Any, docname: str, source: list[str]) -> None:
    """Put pages that the front page names in none of its lists into one at its end: a new page is found at once."""
    if docname != "index":
        return
    named = set(re.findall(r"^[\w/-]+$", source[0], re.MULTILINE)) | {"index"}
    others = sorted(name for name in app.env.found_docs if "/" not in name and name not in named)
    if others:
        source[0] += "\n".join(["\n```{toctree}\n:hidden:\n:caption: More\n", *others, "```\n"])


def setup(app: Any) -> None:
    """Called by Sphinx."""
    app.connect("source-read", add_other_pages)
