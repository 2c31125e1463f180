"""Write the trained network for the program: export.py READER.npz MARKS.json --start WEIGHTS.npz --tokenizer FILE --split N --layers N --out FOLDER

OUT/lower.onnx and OUT/upper.onnx (weights in 8 bits), OUT/head.npz (16 bits), OUT/tokenizer.json, OUT/marks.json. With `--upper`, after
`train.py --upper`, OUT/lower.onnx, which must be there, stays as it is to the byte.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from encoder import load
from network import Reader
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from weights import read

from jnato_graph.grade.head import NAMES
from jnato_graph.network.pieces import LINES, SHAPES


class Lower(nn.Module):
    """What finds names: scores of tags beside what the rest goes on from. One text at a time, so nothing is masked."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: torch.Tensor, marks: torch.Tensor, lines: torch.Tensor, shapes: torch.Tensor):  # type: ignore[no-untyped-def]
        hidden = self.reader.lower(ids, torch.ones_like(ids), marks, lines, shapes)
        return hidden, self.reader.tags(hidden)


class Upper(nn.Module):
    """What sees the labels."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, hidden: torch.Tensor, outer: torch.Tensor, inner: torch.Tensor) -> torch.Tensor:
        return self.reader.upper(hidden, torch.ones_like(outer), outer, inner)


def written(
    module: nn.Module, example: tuple[torch.Tensor, ...], inputs: list[str], outputs: list[str], out: Path
) -> None:
    """One part, in 8 bits."""
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            module, example, str(whole), input_names=inputs, output_names=outputs, dynamo=False, opset_version=17,
            dynamic_axes={name: {1: "words"} for name in [*inputs, *outputs]},
        )  # fmt: skip
        quantize_dynamic(
            str(whole),
            str(out),
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gather"],
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reader", type=Path)
    parser.add_argument("marks", type=Path)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--split", type=int, required=True)
    parser.add_argument("--layers", type=int)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--upper", action="store_true", help="only the second half and the head")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    weights = read(options.reader)
    marks = len(weights["mark_in.weight"]) - 1
    reader = Reader(load(options.start, options.layers), options.split, marks, len(LINES), len(SHAPES))
    reader.load_state_dict(weights)
    reader.eval()
    word = torch.ones(1, 16, dtype=torch.long)
    hidden = torch.zeros(1, 16, weights["label_in.weight"].shape[1])
    if options.upper and not (options.out / "lower.onnx").is_file():
        parser.error(f"{options.out}: with --upper the lower.onnx of the network that went on learning must be there")
    if not options.upper:
        written(
            Lower(reader),
            (word, word, word, word),
            ["ids", "marks", "lines", "shapes"],
            ["hidden", "tags"],
            options.out / "lower.onnx",
        )
    written(Upper(reader), (hidden, word, word), ["hidden", "outer", "inner"], ["seen"], options.out / "upper.onnx")
    inside = ("encoder.", "label_in", "label_nested", "mark_in", "line_in", "shape_in", "names")
    head = {k: v.numpy().astype(np.float16) for k, v in weights.items() if not k.startswith(inside)}
    np.savez_compressed(options.out / "head.npz", names=np.array(NAMES), **head)
    for given, name in ((options.tokenizer, "tokenizer.json"), (options.marks, "marks.json")):
        if given.resolve() != (options.out / name).resolve():
            shutil.copy(given, options.out / name)
    for file in sorted(options.out.iterdir()):
        print(f"{file.stat().st_size / 1e6:6.1f} MB {file.name}")


if __name__ == "__main__":
    main()
