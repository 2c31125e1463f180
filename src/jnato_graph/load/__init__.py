"""The only stage that writes to the database: extractions into Neo4j, idempotent, incremental, and out again.

A load reads what the database has of a document, plans the difference (`plan`), writes it in batches (`write`), and
then brings what follows from all documents together (`settle`): the projected relationships and the names of entities.
"""

from __future__ import annotations

from jnato_graph.load.forgetting import forget
from jnato_graph.load.hashing import graph_hash
from jnato_graph.load.loading import known_documents, load_extractions
from jnato_graph.load.schema import Schema, apply_schema, describe_schema
from jnato_graph.load.summary import Counters, Failure, ForgetSummary, LoadSummary, Replaced, Tally

__all__ = [
    "Counters",
    "Failure",
    "ForgetSummary",
    "LoadSummary",
    "Replaced",
    "Schema",
    "Tally",
    "apply_schema",
    "describe_schema",
    "forget",
    "graph_hash",
    "known_documents",
    "load_extractions",
]
