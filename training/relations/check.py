"""Measure a trained network: check.py READER.npz MARKS.json WINDOWS.jsonl --start WEIGHTS.npz --tokenizer FILE --split N [--layers N]"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
from encoder import load
from measure import measured
from network import Reader
from tokenizers import Tokenizer
from train import batches, run
from weights import read
from windows import build

from jnato_graph.network.pieces import LINES, SHAPES


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reader", type=Path)
    parser.add_argument("marks", type=Path)
    parser.add_argument("windows", type=Path)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--tokenizer", required=True)
    parser.add_argument("--split", type=int, required=True)
    parser.add_argument("--layers", type=int)
    options = parser.parse_args()
    torch.set_num_threads(1)
    marks = json.loads(options.marks.read_text(encoding="utf-8"))
    tokenizer = Tokenizer.from_file(options.tokenizer)
    lines = options.windows.read_text(encoding="utf-8").splitlines()
    windows = [w for line in lines if (w := build(json.loads(line), tokenizer, marks))]
    model = Reader(load(options.start, options.layers), options.split, len(marks), len(LINES), len(SHAPES))
    model.load_state_dict(read(options.reader))
    model.eval()
    rows = batches(windows, 16, None, "cpu")
    with torch.no_grad():
        print(measured(rows, [run(model, batch, pairs=True) for batch in rows]))


if __name__ == "__main__":
    main()
