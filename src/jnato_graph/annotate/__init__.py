"""The annotate stage: text to spaCy `Doc` with the mentions of entities."""

from __future__ import annotations

from jnato_graph.annotate.pipeline import annotate, load_pipeline

__all__ = ["annotate", "load_pipeline"]
