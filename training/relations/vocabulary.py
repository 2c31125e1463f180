"""The word pieces that the network keeps: vocabulary.py TOKENIZER.json WINDOWS.jsonl... --size N --out FOLDER

All that stand in the windows more than once, all single characters of Latin script, and then those of the lowest number (BERT numbers its pieces by
how often it met them) up to N. A word whose piece is left out is read in shorter ones. Writes `tokenizer.json` and
`vocabulary.json`, the old numbers of the kept pieces.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from tokenizers import Tokenizer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tokenizer", type=Path)
    parser.add_argument("windows", type=Path, nargs="+")
    parser.add_argument("--size", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(options.tokenizer))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    counts: Counter[int] = Counter()
    for path in options.windows:
        texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
        for encoded in tokenizer.encode_batch(texts, add_special_tokens=True):
            counts.update(encoded.ids)
    stored = json.loads(options.tokenizer.read_text(encoding="utf-8"))
    pieces: dict[str, int] = stored["model"]["vocab"]
    kept = {number for number, count in counts.items() if count > 1}
    for piece, number in sorted(pieces.items(), key=lambda row: row[1]):
        bare = piece.removeprefix("##")
        if piece in ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]") or (len(bare) == 1 and ord(bare) < 0x250):
            kept.add(number)
    print(f"{len(kept)} pieces are needed")
    for piece, number in sorted(pieces.items(), key=lambda row: row[1]):
        if len(kept) < options.size and piece.isascii() and not piece.startswith("[unused"):
            kept.add(number)
    order = sorted(kept)
    places = {old: new for new, old in enumerate(order)}
    stored["model"]["vocab"] = {piece: places[number] for piece, number in pieces.items() if number in places}
    for token in stored["added_tokens"]:
        token["id"] = places[token["id"]]
    post = stored["post_processor"]
    for token in post.get("special_tokens", {}).values():
        token["ids"] = [places[old] for old in token["ids"]]
    for key in ("sep", "cls"):
        if key in post:
            post[key][1] = places[post[key][1]]
    stored["truncation"] = stored["padding"] = None
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "tokenizer.json").write_text(json.dumps(stored, ensure_ascii=False), encoding="utf-8")
    (options.out / "vocabulary.json").write_text(json.dumps(order), encoding="utf-8")


if __name__ == "__main__":
    main()
