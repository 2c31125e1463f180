"""The mean of several trained weights: mean.py OUT.npz READER.npz READER.npz ...

They must come from one start, so that each weight means the same in all of them (Wortsman et al., "Model soups", 2022).
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch
from weights import read, write


def main() -> None:
    """Write the mean."""
    out, *given = map(Path, sys.argv[1:])
    several = [read(path) for path in given]
    write(out, {name: torch.stack([each[name] for each in several]).mean(0).numpy() for name in several[0]})


if __name__ == "__main__":
    main()
