"""How Sphinx builds the documentation: `make docs`. Nothing of the program is imported; generated pages are files."""

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
