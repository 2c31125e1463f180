"""The network that grades a pair of mentions: a small encoder with label embeddings, and a head over pairs.

Encoder: all-MiniLM-L6-v2 (Apache-2.0), fine-tuned. Spans as in "SpERT" (Eberts and Ulges, 2020) and "PURE" (Zhong and
Chen, 2021): ends of both spans and what stands between them; labels go in as embeddings added to the words.
"""

from __future__ import annotations

import torch
from torch import nn

LABELS = [
    "State",
    "Organisation",
    "Person",
    "Agreement",
    "Policy",
    "Exercise",
    "Operation",
    "Event",
    "Office",
    "Programme",
    "Place",
]
PREDICATES = [
    "OPPOSES", "SUPPORTS", "SIGNED", "PARTICIPATED_IN", "HOSTED", "HELD_IN", "VISITED", "MET_WITH", "MEMBER_OF", "PARTNER_OF",
    "COOPERATES_WITH", "HOLDS_POSITION_IN", "CONTRIBUTED_TO", "ESTABLISHED", "PROPOSED", "ATTACKED", "SANCTIONED", "REPLACES", "LOCATED_IN",
]  # fmt: skip
SYMMETRIC = {"MET_WITH", "PARTNER_OF", "COOPERATES_WITH"}
CLASSES = [(p, q) for p in PREDICATES for q in ("affirmed", "negated")]
MODALITIES = ["actual", "planned", "possible"]
WIDTH = 192
DISTANCES = 10
FROZEN = 3


def _first(output: object) -> torch.Tensor:
    return output[0] if isinstance(output, tuple) else output  # type: ignore[return-value]


class PairGrader(nn.Module):
    def __init__(
        self, encoder: nn.Module, size: int = 384, rules: int = len(CLASSES) + 3, dropout: float = 0.2
    ) -> None:
        super().__init__()
        self.encoder = encoder
        self.label_in = nn.Embedding(len(LABELS) + 1, size, padding_idx=0)
        self.label_nested = nn.Embedding(len(LABELS) + 1, size, padding_idx=0)
        nn.init.normal_(self.label_in.weight, std=0.02)
        nn.init.normal_(self.label_nested.weight, std=0.02)
        self.subject = nn.Linear(2 * size, WIDTH)
        self.object = nn.Linear(2 * size, WIDTH)
        self.between = nn.Linear(size, WIDTH)
        self.label_subject = nn.Embedding(len(LABELS), 32)
        self.label_object = nn.Embedding(len(LABELS), 32)
        self.distance = nn.Embedding(2 * DISTANCES + 1, 32)
        self.rules = nn.Linear(rules, 64)
        self.hidden = nn.Linear(4 * WIDTH + 32 * 3 + 64, 256)
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

    def grade(
        self, hidden: torch.Tensor, spans: torch.Tensor, pairs: torch.Tensor, rules: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """`spans`: rows of (window, first word, last word, label); `pairs`: rows of (subject, object), indexes of spans."""
        w, first, last, label = spans.unbind(1)
        ends = torch.cat([hidden[w, first], hidden[w, last]], 1)
        as_subject, as_object = torch.relu(self.subject(ends)), torch.relu(self.object(ends))
        sums = self.between(nn.functional.pad(hidden, (0, 0, 1, 0))).cumsum(1)
        s, o = pairs.unbind(1)
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
        features = torch.cat(
            [subject, object_, subject * object_, torch.relu(between), self.label_subject(label[s]), self.label_object(label[o]),
             self.distance(gap), torch.relu(self.rules(rules))], 1,
        )  # fmt: skip
        h = torch.relu(self.hidden(self.dropout(features)))
        h = self.dropout(h)
        return self.out(h), self.modality(h)


ACTORS = {"State", "Organisation", "Person"}


def may_relate(subject: str, object_: str) -> bool:
    """Whether the ontology has any predicate between these labels."""
    if subject in ACTORS:
        return True
    if subject in ("Exercise", "Event", "Operation") and object_ in ("Place", "State", "Office"):
        return True
    if subject in ("Office", "Place") and object_ in ("Place", "State"):
        return True
    same = {"Agreement", "Policy", "Programme", "Organisation", "Operation", "Office"}
    return subject in same and object_ in same
