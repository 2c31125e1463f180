"""evaluate: extractions held against gold that people annotated by reading.

    for part in read_parts(Path("tests/gold")):
        scores = evaluate(part)
        print(scores.claims.precision)

What counts as found is said in `scoring`; how a folder of gold looks, in `parts`.
"""

from __future__ import annotations

from jnato_graph.evaluate.counts import Count, Share
from jnato_graph.evaluate.floors import Floors, fallen, measured, read_floors, write_floors
from jnato_graph.evaluate.gold import Gold, read_gold
from jnato_graph.evaluate.parts import Part, evaluate, read_parts
from jnato_graph.evaluate.scoring import Error, Scores, score

__all__ = [
    "Count",
    "Error",
    "Floors",
    "Gold",
    "Part",
    "Scores",
    "Share",
    "evaluate",
    "fallen",
    "measured",
    "read_floors",
    "read_gold",
    "read_parts",
    "score",
    "write_floors",
]
