"""JSON Lines between resolve and load: what `extract` writes, `load` reads, and anybody may look at.

One object a line, told apart by `kind`: `document`, then that document's `sentence`, `entity`, `mention` and `claim`
rows. The keys are the fields of `jnato_graph.records` in camelCase. A document stands in the order of its path; the
same text at a second path is one more `document` row with the same key and nothing after it. The last row, of kind
`end`, says how many `rows` stand above it, so that a file that broke off is told from a whole one.
"""

from __future__ import annotations

from jnato_graph.interchange.checks import Problem
from jnato_graph.interchange.reader import InterchangeError, count_documents, read_extractions, read_stamp
from jnato_graph.interchange.writer import extraction_lines, write_extractions

__all__ = [
    "InterchangeError",
    "Problem",
    "count_documents",
    "extraction_lines",
    "read_extractions",
    "read_stamp",
    "write_extractions",
]
