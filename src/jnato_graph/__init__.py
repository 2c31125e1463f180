"""Reads articles on Japan and NATO into a graph in which every statement leads to its sentence.

The calls of `jnato_graph.api` are offered here; they, and what they need, are imported when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jnato_graph.api import (
        ask_question,
        extract_documents,
        forget_document,
        graph_hash,
        load_documents,
        load_file,
        open_database,
        report_page,
        report_pages,
        run_report,
        write_documents,
    )

__all__ = [
    "ask_question",
    "extract_documents",
    "forget_document",
    "graph_hash",
    "load_documents",
    "load_file",
    "open_database",
    "report_page",
    "report_pages",
    "run_report",
    "write_documents",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from jnato_graph import api

    return getattr(api, name)
