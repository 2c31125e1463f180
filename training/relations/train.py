"""Train the pair grader: train.py WINDOWS.jsonl --hold GROUP,... --out FOLDER [--epochs N]

Prints precision, recall and F1 over the held-out windows at a range of thresholds.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import torch
from network import FROZEN, PairGrader
from torch import nn
from transformers import AutoModel, AutoTokenizer
from windows import batches, read

from jnato_graph.grade.network import CLASSES
from jnato_graph.ontology import SYMMETRIC


def pooled(logits, modality, batch):
    """Of the mention pairs of one entity pair the best counts (smooth maximum)."""
    count = batch["count"]
    best = torch.full((count, logits.shape[1]), -30.0).scatter_reduce(
        0, batch["owner"].unsqueeze(1).expand_as(logits), logits, "amax"
    )
    mod = torch.zeros(count, 3).scatter_reduce(
        0, batch["owner"].unsqueeze(1).expand_as(modality), modality, "mean", include_self=False
    )
    return best, mod


def precompute(model, windows, size=32):
    """The frozen layers' output of each window, kept in half precision."""
    model.eval()
    with torch.no_grad():
        for group, b in batches(windows, size, False, 0):
            hidden = model.lower(b["ids"], b["mask"])
            for k, row in zip(group, hidden, strict=True):
                windows[k].low = row[: len(windows[k].ids)].half()


def evaluate(model, windows, size=32):
    model.eval()
    out = []
    with torch.no_grad():
        for group, b in batches(windows, size, False, 0):
            hidden = model.upper(b["low"], b["mask"], b["outer"], b["inner"])
            best, mod = pooled(*model.grade(hidden, b), b)
            p = best.sigmoid()
            base = 0
            for k in group:
                w = windows[k]
                n = len(w.entity_pairs)
                out.append((w, p[base : base + n], mod[base : base + n].argmax(1)))
                base += n
    return out


def report(out, thresholds=(0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)):
    for t in thresholds:
        tp = fp = fn = ok = 0
        for w, p, mod in out:
            for i, pair in enumerate(w.entity_pairs):
                for c in range(len(CLASSES)):
                    if CLASSES[c][0] in SYMMETRIC and pair[0] > pair[1]:
                        continue
                    if w.weight[i, c] == 0:
                        continue
                    got, want = p[i, c] > t, w.target[i, c] > 0
                    tp += int(got and want)
                    fp += int(got and not want)
                    fn += int(want and not got)
                    if got and want:
                        ok += int(mod[i] == w.modality[i])
        pr, rc = tp / max(1, tp + fp), tp / max(1, tp + fn)
        print(
            f"  t {t:.2f} P {pr:.3f} R {rc:.3f} F {2 * pr * rc / max(1e-9, pr + rc):.3f} modality {ok / max(1, tp):.3f} n {tp + fn}",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("windows", type=Path)
    parser.add_argument("--model", required=True)
    parser.add_argument("--hold", default="")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-rules", action="store_true")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    torch.set_num_threads(2)
    tokenizer = AutoTokenizer.from_pretrained(options.model)
    windows = read(options.windows, tokenizer)
    hold = {h for h in options.hold.split(",") if h}
    train = [w for w in windows if w.group not in hold]
    held = [w for w in windows if w.group in hold]
    model = PairGrader(AutoModel.from_pretrained(options.model, add_pooling_layer=False))
    if options.start:
        model.load_state_dict(torch.load(options.start, map_location="cpu"))
    for part in (model.encoder.embeddings, *model.encoder.encoder.layer[:FROZEN]):
        part.requires_grad_(False)
    precompute(model, windows)
    no_decay = [p for n, p in model.named_parameters() if p.requires_grad and p.ndim < 2]
    encoder = [p for n, p in model.named_parameters() if p.requires_grad and p.ndim >= 2 and n.startswith("encoder")]
    head = [p for n, p in model.named_parameters() if p.requires_grad and p.ndim >= 2 and not n.startswith("encoder")]
    optimizer = torch.optim.AdamW(
        [
            {"params": encoder, "lr": options.rate, "weight_decay": 0.01},
            {"params": head, "lr": options.head_rate, "weight_decay": 0.01},
            {"params": no_decay, "lr": options.rate * 2, "weight_decay": 0},
        ]
    )
    size = 16
    total = options.epochs * (len(train) // size + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1, (s + 1) / (0.08 * total)) * max(0.02, (total - s) / total)
    )
    loss_of = nn.BCEWithLogitsLoss(reduction="none")
    start = time.time()
    for epoch in range(options.epochs):
        model.train()
        running = 0.0
        steps = 0
        for _, b in batches(train, size, True, options.seed * 100 + epoch):
            steps += 1
            rules = b["rules"]
            # now and then without the rules' word, so that the encoder learns to read by itself
            heard = torch.rand(rules.shape[0], 1) > (1.0 if options.no_rules else 0.3)
            b["rules"] = rules * heard
            hidden = model.upper(b["low"], b["mask"], b["outer"], b["inner"])
            best, mod = pooled(*model.grade(hidden, b), b)
            loss = (loss_of(best, b["target"]) * b["weight"]).sum() / b["count"] * 4
            known = b["modality"] >= 0
            if known.any():
                loss = loss + 0.3 * nn.functional.cross_entropy(mod[known], b["modality"][known])
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            running += loss.item()
        print(f"epoch {epoch + 1} loss {running / steps:.4f} {time.time() - start:.0f}s", flush=True)
        if held:
            report(
                evaluate(model, held),
                (0.3, 0.5, 0.7, 0.85) if epoch < options.epochs - 1 else (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9),
            )
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        torch.save(model.state_dict(), options.out / "grader.pt")
        if held:
            torch.save(
                [(w.id, w.group, w.entity_pairs, p, m) for w, p, m in evaluate(model, held)], options.out / "held.pt"
            )


if __name__ == "__main__":
    main()
