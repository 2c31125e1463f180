"""The resolve stage: which entity each mention is, and what follows from who holds which office. It decides who is who.

Pure: the same document, mentions, claims and reference data give the same records. What was read or loaded before
plays no part.
"""

from __future__ import annotations

from jnato_graph.resolve.resolving import identify, resolve

__all__ = ["identify", "resolve"]
