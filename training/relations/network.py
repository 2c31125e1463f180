"""The network that finds names and grades pairs of them: one encoder, labels that enter it half way, and two heads.

The first layers read the text and what lists and letters say of it; a linear map tells names from what they give. The
rest sees the labels of the mentions, and a head grades pairs. Spans as in "SpERT" (Eberts and Ulges, 2020) and "PURE"
(Zhong and Chen, 2021): ends of both spans and what stands between them; labels go in as embeddings added to the words. What both
ends look at is pooled as in "ATLOP" (Zhou et al., 2021), with an attention of its own; the dependency path and the word over
both ends are ours.
"""

from __future__ import annotations

import torch
from encoder import Encoder
from torch import nn

from jnato_graph.grade.head import CLASSES, RULE_WIDTH
from jnato_graph.grade.paths import PATH_WIDTH
from jnato_graph.ontology import LABELS

WIDTH = 192
DISTANCES = 10
HEADS = 4
TAGS = 1 + 4 * len(LABELS)  # outside; begins, goes on, ends, stands alone


class Reader(nn.Module):
    def __init__(
        self, encoder: Encoder, split: int, marks: int, lines: int, shapes: int, size: int = 384, dropout: float = 0.2
    ) -> None:
        super().__init__()
        self.encoder = encoder
        self.split = split
        self.mark_in = nn.Embedding(marks + 1, size, padding_idx=0)
        self.line_in = nn.Embedding(lines + 1, size, padding_idx=0)
        self.shape_in = nn.Embedding(shapes + 1, size, padding_idx=0)
        self.label_in = nn.Embedding(len(LABELS) + 1, size, padding_idx=0)
        self.label_nested = nn.Embedding(len(LABELS) + 1, size, padding_idx=0)
        for table in (self.mark_in, self.line_in, self.shape_in, self.label_in, self.label_nested):
            nn.init.normal_(table.weight, std=0.02)
            table.weight.data[0] = 0
        self.names = nn.Linear(size, TAGS)
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

    def lower(
        self, ids: torch.Tensor, mask: torch.Tensor, marks: torch.Tensor, lines: torch.Tensor, shapes: torch.Tensor
    ) -> torch.Tensor:
        """The first layers, which see the text, what the lists say, the kinds of lines and the forms of words."""
        hidden = self.encoder.embed(ids) + self.mark_in(marks) + self.line_in(lines) + self.shape_in(shapes)
        hidden = self.encoder.dropout(self.encoder.norm(hidden))
        return self._layers(hidden, mask, 0, self.split)

    def upper(self, hidden: torch.Tensor, mask: torch.Tensor, outer: torch.Tensor, inner: torch.Tensor) -> torch.Tensor:
        """The rest, which sees the labels of the mentions."""
        hidden = hidden + self.label_in(outer) + self.label_nested(inner)
        return self._layers(hidden, mask, self.split, len(self.encoder.layers))

    def _layers(self, hidden: torch.Tensor, mask: torch.Tensor, first: int, last: int) -> torch.Tensor:
        bias = (1.0 - mask[:, None, None, :].to(hidden.dtype)) * -1e4
        for layer in self.encoder.layers[first:last]:
            hidden = layer(hidden, bias)
        return hidden

    def tags(self, hidden: torch.Tensor) -> torch.Tensor:
        """Scores (windows, words, TAGS) of what `lower` gives."""
        return self.names(self.dropout(hidden))

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
        seen = self.seen(self._seen(hidden, batch["mask"], ends, w, s, o, batch["places"], batch["most"]))
        features = torch.cat(
            [subject, object_, subject * object_, torch.relu(between), torch.relu(top), torch.relu(seen),
             self.label_subject(label[s]), self.label_object(label[o]), self.distance(gap), torch.relu(self.rules(batch["rules"])),
             torch.relu(self.path(batch["paths"]))], 1,
        )  # fmt: skip
        h = torch.relu(self.hidden(self.dropout(features)))
        h = self.dropout(h)
        return self.out(h), self.modality(h)

    def _seen(self, hidden, mask, ends, w, s, o, places, most):  # type: ignore[no-untyped-def]
        """What both ends of each pair look at.

        `places` are the numbers of the pairs inside their windows, `most` how many the fullest window has.
        """
        query = self.query(ends).view(-1, HEADS, 48)
        key = self.key(hidden).view(*hidden.shape[:2], HEADS, 48)
        scores = torch.einsum("mhd,mthd->mht", query, key[w]) / 48**0.5
        weights = scores.float().masked_fill(mask[w].unsqueeze(1) == 0, -1e4).softmax(2)
        both = (weights[s] * weights[o]).sum(1)
        table = both.new_zeros(hidden.shape[0], most, hidden.shape[1])
        table[w[s], places] = both
        seen = torch.bmm(table, hidden.to(both.dtype))[w[s], places]
        return seen / (both.sum(1, keepdim=True) + 1e-6)
