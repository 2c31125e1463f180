"""What a question costs beside the report that answers it, once the pipeline is loaded: the choice of the report.

Measured over the questions of `tests/questions` without a database: reading the question, and holding it against all
reports.
"""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median, quantiles

from bench.figures import Figure
from jnato_graph.ask import choose, patterns, pipeline
from jnato_graph.ask.judging import read_questions

QUESTIONS = Path(__file__).parents[1] / "tests" / "questions" / "worked.yaml"
TODAY = "2026-11-25"


def measure() -> list[Figure]:
    """Each question once, after one round that loads everything."""
    nlp, known = pipeline(), patterns()
    questions = [question.text for question in read_questions(QUESTIONS)]
    for question in questions[:20]:
        choose(question, nlp, known, TODAY)
    taken, busy = [], []
    for question in questions:
        wall, processor = time.perf_counter(), time.process_time()
        choose(question, nlp, known, TODAY)
        taken.append((time.perf_counter() - wall) * 1000)
        busy.append((time.process_time() - processor) * 1000)
    return [
        Figure(name="choosing a report, median", value=median(taken), unit="ms", goal="≤ 50"),
        Figure(name="choosing a report, 90 of 100 are under", value=quantiles(taken, n=10)[-1], unit="ms"),
        Figure(
            name="choosing a report, median of processor time", value=median(busy), unit="ms", goal="≤ 50",
            note="what it takes on a machine with nothing else to do",
        ),
        Figure(name="questions", value=len(questions)),
    ]  # fmt: skip
