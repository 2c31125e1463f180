"""Train the network: train.py --windows FILE... [--names FILE...] --start WEIGHTS.npz --tokenizer FILE --out FOLDER

Learns to find names from all windows and to grade pairs from those of `prepare.py`. With `--measure FILE` prints at the end how
well both are done on windows that were not learned from, for each group. Runs on a GPU where there is one. With `--upper`, for
two cores, only the second half and the head go on learning, so that names are found as before.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import time
from pathlib import Path

import torch
from encoder import load
from measure import measured
from network import Reader
from tokenizers import Tokenizer
from torch import nn
from weights import read as stored
from weights import write
from windows import Window, build, collate, groups

from jnato_graph.network.pieces import LINES, SHAPES

NAMES_SIZE = 96
# Share of the loss of names; of pairs that are shown without the rules' word, so that the encoder learns to read by itself.
OF_NAMES, UNTOLD = 4.0, 0.3
WARM = 0.08  # share of the time in which the rate rises
_TOKENIZER: Tokenizer
_MARKS: dict[str, int]


def _begin(tokenizer: str, marks: dict[str, int]) -> None:
    global _TOKENIZER, _MARKS
    torch.set_num_threads(1)
    _TOKENIZER, _MARKS = Tokenizer.from_file(tokenizer), marks


def _built(line: str) -> Window | None:
    return build(json.loads(line), _TOKENIZER, _MARKS)


def read(paths: list[Path], pool, limit: int | None) -> list[Window]:
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()][:limit]
    return [window for window in pool.imap(_built, lines, 64) if window is not None]


def marks_of(paths: list[Path]) -> dict[str, int]:
    """Numbers of what the lists say, from 1."""
    found = {t[2] for path in paths for line in path.open(encoding="utf-8") for t in json.loads(line)["tokens"] if t[2]}
    return {mark: number for number, mark in enumerate(sorted(found), 1)}


def batches(windows: list[Window], size: int, seed: int | None, device: str) -> list[dict]:
    rows = (collate([windows[k] for k in group]) for group in groups(windows, size, seed))
    return [{k: v.to(device) if isinstance(v, torch.Tensor) else v for k, v in batch.items()} for batch in rows]


def pooled(logits: torch.Tensor, modality: torch.Tensor, batch: dict) -> tuple[torch.Tensor, torch.Tensor]:
    """Of the mention pairs of one pair of entities the best counts."""
    count, owner = batch["count"], batch["owner"].unsqueeze(1)
    best = torch.full((count, logits.shape[1]), -30.0, device=logits.device)
    best = best.scatter_reduce(0, owner.expand_as(logits), logits.float(), "amax")
    shares = torch.zeros(count, 3, device=logits.device)
    return best, shares.scatter_reduce(0, owner.expand_as(modality), modality.float(), "mean", include_self=False)


def run(model: Reader, batch: dict, *, pairs: bool, untold: float = 0.0):
    """Scores of tags, and of classes and modalities for each pair of entities (None without pairs)."""
    low = batch["low"].float() if "low" in batch else lower_of(model, batch)
    tags = model.tags(low)
    if not pairs or not len(batch["pairs"]):
        return tags, None, None
    hidden = model.upper(low, batch["mask"], batch["outer"], batch["inner"])
    rules = batch["rules"].float()
    told = {
        **batch,
        "paths": batch["paths"].float(),
        "rules": rules * (torch.rand(len(rules), 1, device=rules.device) >= untold),
    }
    return tags, *pooled(*model.grade(hidden, told), batch)


def lower_of(model: Reader, batch: dict) -> torch.Tensor:
    """What the first half gives for a batch."""
    return model.lower(batch["ids"], batch["mask"], batch["marks"], batch["lines"], batch["shapes"])


def keep_lower(model: Reader, rows: list[dict]) -> None:
    """Work out once what the first half gives for each batch (16 bits), and let it learn no more."""
    inside = ("mark_in", "line_in", "shape_in", "names", "encoder.word", "encoder.place", "encoder.norm")
    frozen = (*inside, *(f"encoder.layers.{n}" for n in range(model.split)))
    for name, parameter in model.named_parameters():
        parameter.requires_grad_(not any(name.startswith(f"{place}.") for place in frozen))
    model.eval()
    with torch.no_grad():
        for batch in rows:
            batch["low"] = lower_of(model, batch).half()


def loss_of(model: Reader, batch: dict, pairs: bool) -> torch.Tensor:
    tags, best, modality = run(model, batch, pairs=pairs, untold=UNTOLD)
    words = batch["mask"].bool()
    loss = tags.new_zeros(())
    if "low" not in batch:
        loss = OF_NAMES * nn.functional.cross_entropy(tags[words].float(), batch["tags"][words])
    if best is not None:
        each = nn.functional.binary_cross_entropy_with_logits(best, batch["target"].float(), reduction="none")
        loss = loss + (each * batch["weight"]).sum() / batch["count"] * 4
        known = batch["modality"] >= 0
        if known.any():
            loss = loss + 0.3 * nn.functional.cross_entropy(modality[known], batch["modality"][known])
    return loss


def optimizer_of(model: Reader, rate: float, head_rate: float) -> torch.optim.Optimizer:
    named = [(name, parameter) for name, parameter in model.named_parameters() if parameter.requires_grad]
    inside = [p for n, p in named if n.startswith("encoder") and p.ndim >= 2]
    head = [p for n, p in named if not n.startswith("encoder") and p.ndim >= 2]
    return torch.optim.AdamW(
        [
            {"params": inside, "lr": rate, "weight_decay": 0.01},
            {"params": head, "lr": head_rate, "weight_decay": 0.01},
            {"params": [p for _, p in named if p.ndim < 2], "lr": rate * 2, "weight_decay": 0},
        ],
        fused=torch.cuda.is_available(),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--windows", type=Path, nargs="+", required=True)
    parser.add_argument("--names", type=Path, nargs="*", default=[])
    parser.add_argument("--measure", type=Path)
    parser.add_argument("--hold", default="", help="groups that are not learned from")
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--go-on", type=Path, help="a trained READER.npz to go on from, with the marks.json beside it")
    parser.add_argument("--upper", action="store_true", help="only the second half and the head learn")
    parser.add_argument("--tokenizer", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int)
    parser.add_argument("--split", type=int, required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--size", type=int, default=32, help="windows in a batch")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=int, help="go on for so long, whatever --epochs says")
    parser.add_argument("--limit", type=int, help="take only so many windows, to try it out")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.backends.cuda.matmul.allow_tf32 = True
    device = "cuda" if torch.cuda.is_available() else "cpu"
    start = time.time()
    marks = (
        json.loads(options.go_on.with_name("marks.json").read_text(encoding="utf-8"))
        if options.go_on
        else marks_of([*options.windows, *options.names])
    )
    workers = min(8, multiprocessing.cpu_count())
    with multiprocessing.get_context("spawn").Pool(workers, _begin, (options.tokenizer, marks)) as pool:
        hold = set(options.hold.split(","))
        learned = [w for w in read(options.windows, pool, options.limit) if w.group not in hold]
        named = [] if options.upper else read(options.names, pool, options.limit)
        rounds = [
            [(b, True) for b in batches(learned, options.size, s, device)]
            + [(b, False) for b in batches(named, NAMES_SIZE, s, device)]
            for s in range(options.seed * 100, options.seed * 100 + (1 if options.upper else 2))
        ]
        asked = batches(read([options.measure], pool, options.limit), 64, None, device) if options.measure else []
    print(f"{len(learned)} windows, {len(named)} of names, {time.time() - start:.0f}s", flush=True)
    model = Reader(load(options.start, options.layers), options.split, len(marks), len(LINES), len(SHAPES)).to(device)
    if options.go_on:
        model.load_state_dict(stored(options.go_on))
    if options.upper:
        keep_lower(model, [batch for each in rounds for batch, _ in each] + asked)
    optimizer = optimizer_of(model, options.rate, options.head_rate)
    rng = random.Random(options.seed)
    began = time.time()
    epoch, done, progress = 0, 0, 0.0
    rates = [group["lr"] for group in optimizer.param_groups]
    while progress < 1:
        model.train()
        order = list(rounds[epoch % len(rounds)])
        rng.shuffle(order)
        running = torch.zeros((), device=device)
        for batch, pairs in order:
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * min(1.0, progress / WARM) * max(0.02, 1 - progress)
            with torch.autocast(device, torch.bfloat16, enabled=device == "cuda"):
                loss = loss_of(model, batch, pairs)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            running += loss.detach()
            done += 1
            if options.seconds:
                progress = (time.time() - began) / options.seconds
            else:
                progress = done / (options.epochs * len(order))
            if progress >= 1:
                break
        epoch += 1
        print(f"epoch {epoch} loss {running.item() / len(order):.4f} {time.time() - start:.0f}s", flush=True)
    options.out.mkdir(parents=True, exist_ok=True)
    write(options.out / "reader.npz", {k: v.float().cpu().numpy() for k, v in model.state_dict().items()})
    (options.out / "marks.json").write_text(json.dumps(marks), encoding="utf-8")
    if options.measure:
        model.eval()
        with torch.no_grad():
            found = [run(model, batch, pairs=True) for batch in asked]
        print(measured(asked, found), flush=True)


if __name__ == "__main__":
    main()
