"""The trained encoder: it reads a text once, for the names in it and for what is said of them.

Its first layers (`lower`) see the words and give tags of names; the rest (`upper`) sees the labels of the mentions as
well, and the grade stage reads pairs from what it gives.
"""

from __future__ import annotations

from jnato_graph.network.encoder import Encoder, load_encoder
from jnato_graph.network.reading import Stretch, read_through, stretches_of

__all__ = ["Encoder", "Stretch", "load_encoder", "read_through", "stretches_of"]
