"""Saved queries and their answers: found, checked, run read-only, and shown as a table, CSV, JSON or Markdown.

query = find_query("members-opposed-office")
with open_driver(connection) as driver:
    answer = run_query(query, {"office": "NATO liaison office in Tokyo"}, driver, connection)
print(render(answer, "md"))
"""

from __future__ import annotations

from jnato_graph.report.answer import Answer
from jnato_graph.report.catalogue import default_folder, find_query, query_files, read_catalogue
from jnato_graph.report.parameters import Parameter, ParameterType, Value
from jnato_graph.report.render import FORMATS, render
from jnato_graph.report.run import MAX_ROWS, NOTHING_FOUND, TIMEOUT_SECONDS, run_query
from jnato_graph.report.saved_query import SavedQuery, parse_query, read_query
from jnato_graph.report.unfinished import unfinished_documents

__all__ = [
    "FORMATS",
    "MAX_ROWS",
    "NOTHING_FOUND",
    "TIMEOUT_SECONDS",
    "Answer",
    "Parameter",
    "ParameterType",
    "SavedQuery",
    "Value",
    "default_folder",
    "find_query",
    "parse_query",
    "query_files",
    "read_catalogue",
    "read_query",
    "render",
    "run_query",
    "unfinished_documents",
]
