"""The network of the package → weights to go on from: unpack.py NETWORK OUT, both folders

OUT/reader.npz and OUT/marks.json are as `train.py` writes them, OUT/start.npz is the encoder alone, as `fetch.py` writes one. The weights
are those that run, in 8 bits or 16.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper
from weights import write

READER, QUANTIZED = "reader.", "_quantized"


def of_half(path: Path) -> Iterator[tuple[str, np.ndarray]]:
    """The weights of one half by their names in `network.py`."""
    graph = onnx.load(str(path)).graph
    known = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    for name, rows in known.items():
        if name.startswith(READER) and name.endswith(QUANTIZED):
            yield name.removeprefix(READER).removesuffix(QUANTIZED), whole(known, name)
        elif name.startswith(READER) and not name.endswith(("_scale", "_zero_point")):
            yield name.removeprefix(READER), rows
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            place = re.sub(r"^/(.*)/MatMul_quant$", r"\1", node.name).replace("/", ".")
            inside = "encoder." if place.startswith("layers.") else ""
            yield f"{inside}{place}.weight", whole(known, node.input[1]).T


def whole(known: dict[str, np.ndarray], name: str) -> np.ndarray:
    """A matrix in 32 bits. Its scale is one, or one for each column."""
    of = name.removesuffix(QUANTIZED)
    zero = known[f"{of}_zero_point"].astype(np.float32)
    return (known[name].astype(np.float32) - zero) * known[f"{of}_scale"]


def main() -> None:
    """Write the weights."""
    network, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    head = np.load(network / "head.npz")
    weights = {name: head[name].astype(np.float32) for name in head.files if name != "names"}
    for half in ("lower", "upper"):
        weights.update(of_half(network / f"{half}.onnx"))
    write(out / "reader.npz", weights)
    inside = {n.removeprefix("encoder."): w for n, w in weights.items() if n.startswith("encoder.")}
    write(out / "start.npz", inside)
    shutil.copy(network / "marks.json", out / "marks.json")


if __name__ == "__main__":
    main()
