"""Write the trained grader for the program: export.py GRADER.pt MODEL_FOLDER OUT_FOLDER

OUT/encoder.onnx (weights in 8 bits), OUT/head.npz (16 bits), OUT/tokenizer.json.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from network import PairGrader
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from transformers import AutoModel


class Encoder(nn.Module):
    """Both halves in one, as the program runs them."""

    def __init__(self, grader: PairGrader) -> None:
        super().__init__()
        self.grader = grader

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, outer: torch.Tensor, inner: torch.Tensor) -> torch.Tensor:
        return self.grader.upper(self.grader.lower(ids, mask), mask, outer, inner)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("grader", type=Path)
    parser.add_argument("model")
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    grader = PairGrader(AutoModel.from_pretrained(options.model, add_pooling_layer=False, attn_implementation="eager"))
    grader.load_state_dict(torch.load(options.grader, weights_only=True))
    grader.eval()
    example = tuple(torch.ones(2, 16, dtype=torch.long) for _ in range(4))
    names = ["ids", "mask", "outer", "inner"]
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "encoder.onnx"
        torch.onnx.export(
            Encoder(grader), example, str(whole), input_names=names, output_names=["hidden"], dynamo=False, opset_version=17,
            dynamic_axes={name: {0: "batch", 1: "words"} for name in [*names, "hidden"]},
        )  # fmt: skip
        quantize_dynamic(
            str(whole),
            str(options.out / "encoder.onnx"),
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
        )
    head = {
        k: v.numpy().astype(np.float16)
        for k, v in grader.state_dict().items()
        if not k.startswith(("encoder.", "label_in", "label_nested"))
    }
    np.savez_compressed(options.out / "head.npz", **head)
    shutil.copy(Path(options.model) / "tokenizer.json", options.out / "tokenizer.json")
    for file in sorted(options.out.iterdir()):
        print(f"{file.stat().st_size / 1e6:6.1f} MB {file.name}")


if __name__ == "__main__":
    main()
