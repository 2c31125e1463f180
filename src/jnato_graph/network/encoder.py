"""The two halves of the encoder, run by onnxruntime.

Made by `training/relations/` (see its README for how to train it again). Labels and their order are the network's own
and must stay as they were when it was trained.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Halves = npt.NDArray[np.float16]
Ints = npt.NDArray[np.int64]
FOLDER: Final = "data/network"


@dataclass(frozen=True, slots=True)
class Encoder:
    """`lower` reads pieces of words, `upper` goes on from there with the labels of the mentions."""

    first: Any
    rest: Any
    tokenizer: Any
    marks: Mapping[str, int]

    def lower(self, ids: Ints, marks: Ints, lines: Ints, shapes: Ints) -> tuple[Halves, Floats]:
        """(pieces, size) for `upper` and (pieces, tags) scores of a text; the arguments are numbers for each piece.

        What goes on to `upper` is rounded to 16 bits, so that it is the same when it was kept or sent on between.
        """
        feed = {"ids": ids[None], "marks": marks[None], "lines": lines[None], "shapes": shapes[None]}
        hidden, tags = self.first.run(None, feed)
        return hidden[0].astype(np.float16), tags[0]

    def upper(self, hidden: Halves, outer: Ints, inner: Ints) -> Floats:
        """(pieces, size); `outer` and `inner` are label numbers + 1 of the pieces, 0 for none."""
        feed = {"hidden": hidden[None].astype(np.float32), "outer": outer[None], "inner": inner[None]}
        seen: Floats = self.rest.run(None, feed)[0][0]
        return seen


@cache
def load_encoder() -> Encoder:
    """Load the one that comes with the package; one thread, so that the same text gives the same figures."""
    import onnxruntime
    from tokenizers import Tokenizer

    folder = files("jnato_graph") / FOLDER
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    first, rest = (
        onnxruntime.InferenceSession((folder / name).read_bytes(), options, providers=["CPUExecutionProvider"])
        for name in ("lower.onnx", "upper.onnx")
    )
    tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Encoder(first, rest, tokenizer, json.loads((folder / "marks.json").read_text(encoding="utf-8")))
