"""Rows with other names in them, and composed sentences, as windows: prepare_names.py GOLD_FOLDER OUT.jsonl

They have names only; the network learns from them which words and forms make a name, beside the windows of
`relations/prepare.py`.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from augment import Augmenter
from compose import Composer

from gold import Row, read_passages, read_rows
from jnato_graph.annotate import load_pipeline

SEED = 0
# Changed copies of this many rows (of rows up to LONGEST characters), and so many composed sentences.
CHANGED, COMPOSED, LONGEST = 6000, 2500, 1400


def rows(gold: Path) -> Iterator[Row]:
    """The passages written for names, changed rows and composed sentences."""
    rng = random.Random(SEED)
    here = Path(__file__).parent
    augmenter, composer = Augmenter(rng), Composer(rng)
    known = [*read_rows(gold / "sentences"), *read_rows(here / "relations" / "written")]
    known = [row for row in known if len(row.text) <= LONGEST]
    yield from read_passages(here / "passages.txt")
    yield from (augmenter.changed(row) for row in rng.sample(known, CHANGED))
    yield from composer.rows(COMPOSED)


def main() -> None:
    """Write the windows."""
    nlp = load_pipeline()
    with (
        nlp.select_pipes(enable=["jnato_blocks", "jnato_names"]),
        Path(sys.argv[2]).open("w", encoding="utf-8") as out,
    ):
        for number, row in enumerate(rows(Path(sys.argv[1]))):
            doc = nlp(row.text)
            line = {
                "id": f"names-{number}", "group": "names", "text": row.text,
                "mentions": [[s, e, label, n, [[s, 0]]] for n, (s, e, label) in enumerate(row.spans)],
                "ents": [label for *_, label in row.spans], "claims": [], "rules": [],
                "tokens": [
                    (t.idx, t.idx + len(t), t.ent_id_, t.ent_kb_id_) for t in doc if t.ent_id or t.ent_kb_id
                ],
            }  # fmt: skip
            out.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
