"""The head of the network, which grades pairs of mentions by what the encoder gives, in numpy.

Made by `training/relations/` (see its README for how to train it again). Predicates and their order are the network's
own and must stay as they were when it was trained.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np
from threadpoolctl import ThreadpoolController

from jnato_graph.errors import PipelineError
from jnato_graph.network.encoder import FOLDER, Encoder, Floats, Ints, load_encoder
from jnato_graph.ontology import LABELS, MODALITIES, POLARITIES, PREDICATES, SIGNATURES

CLASSES: Final = tuple((predicate, polarity) for predicate in PREDICATES for polarity in POLARITIES)
LABEL_NUMBER: Final = {label: number for number, label in enumerate(LABELS)}
CLASS_NUMBER: Final = {of: number for number, of in enumerate(CLASSES)}
MODALITY_NUMBER: Final = {modality: number for number, modality in enumerate(MODALITIES)}
NAMES: Final = (*LABELS, *PREDICATES, *POLARITIES, *MODALITIES)
"""What the network's classes are called, in the order in which it was trained; stored with its weights."""
RULE_WIDTH: Final = len(CLASSES) + len(MODALITIES)
_DISTANCES: Final = 10
_HEADS: Final = 4
# The inputs of the head's hidden layer and their widths, in the order in which it was trained.
_INPUTS: Final = {
    "subject": 192, "object": 192, "product": 192, "between": 192, "top": 192, "seen": 192, "label_subject": 32,
    "label_object": 32, "distance": 32, "rules": 64, "path": 96,
}  # fmt: skip
_FLAT: Final = 60.0  # beyond which a sigmoid is 0 or 1 in 32 bits
_TINY: Final = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """The pairs of a window, as the head reads them; words are counted in pieces.

    spans: rows of (first word, last word, label number, word above it in the tree); pairs: rows of indexes into
    `spans`, subject first; tops: the word over both ends of each pair, 0 for none; paths: `paths.rows`; rules: what the
    rules say of each pair.
    """

    spans: Ints
    pairs: Ints
    tops: Ints
    paths: Floats
    rules: Floats


@dataclass(frozen=True, slots=True)
class Grader:
    """`grade` turns what the encoder sees and pairs of spans into probabilities."""

    encoder: Encoder
    head: dict[str, Floats]

    def grade(self, hidden: Floats, of: Pairs) -> tuple[Floats, Floats]:
        """Probabilities (pairs, classes) and modality shares (pairs, 3).

        In one thread: the products are so small that several wait for one another longer than they count (all of
        extraction took twice as long with two), and how many there are could change a last digit.
        """
        with _libraries().limit(limits=1, user_api="blas"):
            return self._graded(hidden, of)

    def _graded(self, hidden: Floats, of: Pairs) -> tuple[Floats, Floats]:
        first, last, label, above = of.spans.T
        ends = np.concatenate([hidden[first], hidden[last], hidden[above]], axis=1)
        as_subject, as_object = _relu(self._linear("subject", ends)), _relu(self._linear("object", ends))
        sums = self._linear("between", np.pad(hidden, ((1, 0), (0, 0)))).cumsum(0)
        s, o = of.pairs.T
        low, high = np.minimum(last[s], last[o]), np.maximum(first[s], first[o])
        length = np.maximum(high - low - 1, 1)[:, None]
        between = (sums[np.maximum(high, low + 1)] - sums[low + 1]) / length
        step = first[o] - first[s]
        gap = (
            np.clip(np.sign(step) * np.rint(np.log2(np.abs(step) + 1)).astype(np.int64), -_DISTANCES, _DISTANCES)
            + _DISTANCES
        )
        # the first layer of the head is a sum over its inputs: what hangs on one span or one word is made once for it
        subject = self._share("subject", as_subject) + self._share(
            "label_subject", self.head["label_subject.weight"][label]
        )
        object_ = self._share("object", as_object) + self._share(
            "label_object", self.head["label_object.weight"][label]
        )
        top = self._share("top", _relu(self._linear("top", hidden)))
        distance = self._share("distance", self.head["distance.weight"])
        total = (
            subject[s] + object_[o] + top[of.tops] + distance[gap] + self.head["hidden.bias"]
            + self._share("product", as_subject[s] * as_object[o]) + self._share("between", _relu(between))
            + self._share("seen", _relu(self._seen(hidden, ends, s, o)))
            + self._share("rules", _relu(self._linear("rules", of.rules)))
            + self._share("path", _relu(self._linear("path", of.paths)))
        )  # fmt: skip
        hidden_pairs = _relu(total)
        logits, modality = self._linear("out", hidden_pairs), self._linear("modality", hidden_pairs)
        probabilities: Floats = (1 / (1 + np.exp(-np.clip(logits, -_FLAT, _FLAT)))).astype(np.float32)
        return probabilities, modality

    def _seen(self, hidden: Floats, ends: Floats, s: Ints, o: Ints) -> Floats:
        """What both ends of each pair look at, (pairs, width): the product of their attentions over the words."""
        width = self.head["key.weight"].shape[0] // _HEADS
        query = self._linear("query", ends).reshape(-1, _HEADS, width)
        key = self._linear("key", hidden).reshape(-1, _HEADS, width)
        scores = np.einsum("mhw,thw->mht", query, key) / np.sqrt(width)
        weights = np.exp(scores - scores.max(axis=2, keepdims=True))
        weights /= weights.sum(axis=2, keepdims=True)
        both = np.einsum("pht,pht->pt", weights[s], weights[o])
        looked_at = hidden @ self.head["seen.weight"].T
        seen: Floats = both @ looked_at / (both.sum(axis=1, keepdims=True) + _TINY) + self.head["seen.bias"]
        return seen

    def _share(self, name: str, rows: Floats) -> Floats:
        """What one kind of input adds to the head's hidden layer."""
        first = 0
        for input_, width in _INPUTS.items():
            if input_ == name:
                share: Floats = rows @ self.head["hidden.weight"][:, first : first + width].T
                return share
            first += width
        raise KeyError(name)

    def _linear(self, name: str, rows: Floats) -> Floats:
        product: Floats = rows @ self.head[f"{name}.weight"].T + self.head[f"{name}.bias"]
        return product


def may_relate(subject: str, object_: str) -> bool:
    """Whether the ontology has any predicate between these labels; other pairs are not looked at."""
    return (subject, object_) in _related()


@cache
def _related() -> frozenset[tuple[str, str]]:
    return frozenset(
        (subject, object_) for subjects, objects in SIGNATURES.values() for subject in subjects for object_ in objects
    )


def _relu(rows: Floats) -> Floats:
    positive: Floats = np.maximum(rows, 0)
    return positive


@cache
def _libraries() -> ThreadpoolController:
    """The linear algebra that numpy has loaded."""
    return ThreadpoolController()


@cache
def load_grader() -> Grader:
    """Load the network that comes with the package.

    Raises PipelineError when it was trained for other labels and predicates, or in another order: each would be taken
    for another.
    """
    with (files("jnato_graph") / FOLDER / "head.npz").open("rb") as file, np.load(file) as stored:
        names = stored["names"].tolist()
        head = {name: stored[name].astype(np.float32) for name in stored.files if name != "names"}
    if names != list(NAMES):
        raise PipelineError(
            "the network was trained for another ontology than ontology.py; train it again (training/relations)"
        )
    return Grader(load_encoder(), head)
