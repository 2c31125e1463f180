"""A BERT encoder in plain torch, whose first layers run by themselves; weights come from public checkpoints.

The form is that of Devlin et al. (2019): sums of embeddings, then layers of attention and two linear maps, each followed by a
normalisation.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import nn
from torch.nn.functional import gelu, scaled_dot_product_attention
from weights import read

EPSILON = 1e-12


class Layer(nn.Module):
    def __init__(self, size: int, heads: int, wide: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.output = (nn.Linear(size, size) for _ in range(4))
        self.up, self.down = nn.Linear(size, wide), nn.Linear(wide, size)
        self.norm_attention, self.norm = nn.LayerNorm(size, EPSILON), nn.LayerNorm(size, EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        """`hidden` (windows, words, size); `bias` (windows, 1, 1, words) is added to the scores of attention."""
        shape = (*hidden.shape[:2], self.heads, -1)
        query, key, value = (f(hidden).view(shape).transpose(1, 2) for f in (self.query, self.key, self.value))
        seen = scaled_dot_product_attention(query, key, value, attn_mask=bias.to(query.dtype))
        hidden = self.norm_attention(hidden + self.dropout(self.output(seen.transpose(1, 2).flatten(2))))
        return self.norm(hidden + self.dropout(self.down(gelu(self.up(hidden)))))


class Encoder(nn.Module):
    def __init__(
        self, layers: int, words: int, size: int = 384, heads: int = 12, places: int = 512, dropout: float = 0.1
    ) -> None:
        super().__init__()
        self.word = nn.Embedding(words, size)
        self.place = nn.Embedding(places, size)
        self.norm = nn.LayerNorm(size, EPSILON)
        self.layers = nn.ModuleList(Layer(size, heads, 4 * size, dropout) for _ in range(layers))
        self.dropout = nn.Dropout(dropout)

    def embed(self, ids: torch.Tensor) -> torch.Tensor:
        return self.word(ids) + self.place.weight[: ids.shape[1]]


def load(path: Path, layers: int | None = None) -> Encoder:
    """An encoder with the weights of `path` (made by `fetch.py`); `layers` takes only the first ones."""
    weights = read(path)
    there = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
    kept = layers or there
    encoder = Encoder(kept, len(weights["word.weight"]))
    encoder.load_state_dict(
        {n: w for n, w in weights.items() if not n.startswith("layers.") or int(n.split(".")[1]) < kept}
    )
    return encoder
