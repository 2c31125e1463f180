"""A public checkpoint → weights to start from: fetch.py MODEL.onnx|model.safetensors VOCABULARY.json OUT.npz

Keeps the word pieces of VOCABULARY (made by `vocabulary.py`) only.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

import numpy as np
from weights import write

NAMES = {
    "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
    "attention.output.dense": "output", "attention.output.LayerNorm": "norm_attention", "intermediate.dense": "up",
    "output.dense": "down", "output.LayerNorm": "norm",
}  # fmt: skip
ORDER = ("query", "key", "value", "output", "up", "down")


def of_onnx(path: Path) -> dict[str, np.ndarray]:
    """Weights of an exported BERT, whose matrices have lost their names: they stand in the order of the layers."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(path)).graph
    known = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    found = {name: rows for name, rows in known.items() if not name.startswith("onnx::")}
    products = [n.input[1] for n in graph.node if n.op_type == "MatMul" and n.input[1] in known]
    for number, name in enumerate(products):
        layer, role = divmod(number, len(ORDER))
        long = next(long for long, short in NAMES.items() if short == ORDER[role])
        found[f"encoder.layer.{layer}.{long}.weight"] = known[name].T
    return found


def of_safetensors(path: Path) -> dict[str, np.ndarray]:
    from safetensors.numpy import load_file

    return load_file(path)


def renamed(weights: dict[str, np.ndarray], kept: list[int]) -> dict[str, np.ndarray]:
    """With the names of `encoder.Encoder`; every text is of the first type, so its embedding joins those of the places."""
    out = {
        "word.weight": weights["embeddings.word_embeddings.weight"][kept],
        "place.weight": weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": weights["embeddings.LayerNorm.weight"], "norm.bias": weights["embeddings.LayerNorm.bias"],
    }  # fmt: skip
    for name, rows in weights.items():
        if match := re.fullmatch(r"encoder\.layer\.(\d+)\.(.+)\.(weight|bias)", name):
            out[f"layers.{match[1]}.{NAMES[match[2]]}.{match[3]}"] = rows
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("vocabulary", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    weights = of_onnx(options.model) if options.model.suffix == ".onnx" else of_safetensors(options.model)
    write(options.out, renamed(weights, json.loads(options.vocabulary.read_text())))


if __name__ == "__main__":
    main()
