"""The network that grades a pair of mentions: a small encoder with label embeddings, and a head over pairs.

Encoder: all-MiniLM-L6-v2 (Apache-2.0), fine-tuned. Spans as in "SpERT" (Eberts and Ulges, 2020) and "PURE" (Zhong and
Chen, 2021): ends of both spans and what stands between them; labels go in as embeddings added to the words. What both ends look at is
pooled as in "ATLOP" (Zhou et al., 2021), with an attention of its own; the dependency path and the word over both ends are ours.
"""

from __future__ import annotations

import torch
from torch import nn

from jnato_graph.grade.network import CLASSES, RULE_WIDTH
from jnato_graph.grade.paths import PATH_WIDTH
from jnato_graph.ontology import LABELS

WIDTH = 192
DISTANCES = 10
HEADS = 4
FROZEN = 3


def _first(output: object) -> torch.Tensor:
    return output[0] if isinstance(output, tuple) else output  # type: ignore[return-value]


class PairGrader(nn.Module):
    def __init__(self, encoder: nn.Module, size: int = 384, dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = encoder
        self.label_in = nn.Embedding(len(LABELS) + 1, size, padding_idx=0)
        self.label_nested = nn.Embedding(len(LABELS) + 1, size, padding_idx=0)
        nn.init.normal_(self.label_in.weight, std=0.02)
        nn.init.normal_(self.label_nested.weight, std=0.02)
        self.subject = nn.Linear(3 * size, WIDTH)
        self.object = nn.Linear(3 * size, WIDTH)
        self.between = nn.Linear(size, WIDTH)
        self.top = nn.Linear(size, WIDTH)
        self.query = nn.Linear(3 * size, HEADS * 48)
        self.key = nn.Linear(size, HEADS * 48)
        self.seen = nn.Linear(size, WIDTH)
        self.path = nn.Linear(PATH_WIDTH, 96)
        self.label_subject = nn.Embedding(len(LABELS), 32)
        self.label_object = nn.Embedding(len(LABELS), 32)
        self.distance = nn.Embedding(2 * DISTANCES + 1, 32)
        self.rules = nn.Linear(RULE_WIDTH, 64)
        self.hidden = nn.Linear(6 * WIDTH + 32 * 3 + 64 + 96, 256)
        self.out = nn.Linear(256, len(CLASSES))
        self.modality = nn.Linear(256, 3)
        self.dropout = nn.Dropout(dropout)

    def lower(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The first layers, which stay as they were learned: run once for each text while training."""
        hidden = self.encoder.embeddings(input_ids=ids)
        wide = (1.0 - mask[:, None, None, :].float()) * -1e4
        for layer in self.encoder.encoder.layer[:FROZEN]:
            hidden = _first(layer(hidden, attention_mask=wide))
        return hidden

    def upper(self, hidden: torch.Tensor, mask: torch.Tensor, outer: torch.Tensor, inner: torch.Tensor) -> torch.Tensor:
        """The rest, which sees the labels of the mentions."""
        hidden = hidden + self.label_in(outer) + self.label_nested(inner)
        wide = (1.0 - mask[:, None, None, :].float()) * -1e4
        for layer in self.encoder.encoder.layer[FROZEN:]:
            hidden = _first(layer(hidden, attention_mask=wide))
        return hidden

    def grade(self, hidden: torch.Tensor, batch: dict) -> tuple[torch.Tensor, torch.Tensor]:
        """The same as `Grader.grade` in the program; spans have the number of their window before them."""
        w, first, last, label, above = batch["spans"].unbind(1)
        ends = torch.cat([hidden[w, first], hidden[w, last], hidden[w, above]], 1)
        as_subject, as_object = torch.relu(self.subject(ends)), torch.relu(self.object(ends))
        sums = self.between(nn.functional.pad(hidden, (0, 0, 1, 0))).cumsum(1)
        s, o = batch["pairs"].unbind(1)
        low, high = torch.minimum(last[s], last[o]), torch.maximum(first[s], first[o])
        length = (high - low - 1).clamp(min=0)
        # mean of what stands between, from running sums
        between = (sums[w[s], torch.maximum(high, low + 1)] - sums[w[s], low + 1]) / length.clamp(min=1).unsqueeze(1)
        step = first[o] - first[s]
        gap = (
            torch.clamp(step.sign() * torch.log2(step.abs().float() + 1).round().long(), -DISTANCES, DISTANCES)
            + DISTANCES
        )
        subject, object_ = as_subject[s], as_object[o]
        top = self.top(hidden)[w[s], batch["tops"]]
        seen = self.seen(self._seen(hidden, batch["mask"], ends, w, s, o))
        features = torch.cat(
            [subject, object_, subject * object_, torch.relu(between), torch.relu(top), torch.relu(seen),
             self.label_subject(label[s]), self.label_object(label[o]), self.distance(gap), torch.relu(self.rules(batch["rules"])),
             torch.relu(self.path(batch["paths"]))], 1,
        )  # fmt: skip
        h = torch.relu(self.hidden(self.dropout(features)))
        h = self.dropout(h)
        return self.out(h), self.modality(h)

    def _seen(self, hidden, mask, ends, w, s, o):  # type: ignore[no-untyped-def]
        query = self.query(ends).view(-1, HEADS, 48)
        key = self.key(hidden).view(*hidden.shape[:2], HEADS, 48)
        pooled = []
        for number in range(hidden.shape[0]):
            inside = (w == number).nonzero().squeeze(1)
            if not len(inside):
                continue
            scores = torch.einsum("mhd,thd->mht", query[inside], key[number]) / 48**0.5
            weights = scores.masked_fill(mask[number] == 0, -1e4).softmax(2)
            of = w[s] == number
            both = (weights[s[of] - inside[0]] * weights[o[of] - inside[0]]).sum(1)
            pooled.append(both @ hidden[number] / (both.sum(1, keepdim=True) + 1e-6))
        return torch.cat(pooled)
