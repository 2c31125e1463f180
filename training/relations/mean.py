"""The mean of two graders that were trained from one: mean.py ONE.pt OTHER.pt SHARE OUT.pt

SHARE is that of the second. Means of the weights of networks with a common origin keep most of what both learned, see "Model soups"
(Wortsman et al., 2022).
"""

from __future__ import annotations

import sys

import torch


def main() -> None:
    """Write the mean."""
    one, other = (torch.load(path, map_location="cpu") for path in sys.argv[1:3])
    share = float(sys.argv[3])
    mean = {
        name: one[name] * (1 - share) + weight * share if weight.is_floating_point() else weight
        for name, weight in other.items()
    }
    torch.save(mean, sys.argv[4])


if __name__ == "__main__":
    main()
