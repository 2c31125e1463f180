"""Answers as pages: one HTML file each, that opens from disk, needs no network, and leads each row to its sentence.

    answer = run_query(query, {}, driver, connection)
    page = render_page(answer, read_subgraph(answer, driver, connection))

`write_pages` makes the whole set of reports with an index.
"""

from __future__ import annotations

from jnato_graph.page.render import render_page
from jnato_graph.page.series import MAX_ROWS, Outcome, write_pages
from jnato_graph.page.subgraph import Subgraph, read_subgraph

__all__ = ["MAX_ROWS", "Outcome", "Subgraph", "read_subgraph", "render_page", "write_pages"]
