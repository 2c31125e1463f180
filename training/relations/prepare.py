"""Gold → windows to learn from: prepare.py OUT.jsonl

Windows are rows of the gold sentences (but every fifth), rows of `written/`, and paragraphs of the annotated articles, each
with its mentions, the claims that it makes and those that the rules find in it.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, Span

from jnato_graph.annotate import load_pipeline
from jnato_graph.annotate.repairs import repair
from jnato_graph.extract import extract
from jnato_graph.grade.paths import chain

HERE = Path(__file__).parent
GOLD = HERE.parents[1] / "tests" / "gold"
SEEDS = HERE.parents[1] / "seeds"
BREAK = re.compile(r"\n\s*\n|\n(?=[A-Z•\-*|0-9])")
ACTING = ("nsubj", "poss", "nsubjpass")


def sentence_rows() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(id, group, row) of the sentences to learn from; every fifth line of the gold is put aside."""
    for path in sorted((GOLD / "sentences").glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if number % 5 and line.strip():
                yield f"{path.stem}-{number:03}", path.stem, json.loads(line)
    for path in sorted((HERE / "written").glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                yield f"{path.stem}-{number:04}", path.stem, json.loads(line)


def paragraphs() -> Iterator[tuple[str, dict[str, Any], str]]:
    """(id, gold, text) of each paragraph of the annotated articles."""
    for folder, texts in ((GOLD / "seeds", SEEDS), (GOLD / "further", GOLD / "further" / "documents")):
        for path in sorted(folder.glob("*.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            text = (texts / gold["document"]).read_text(encoding="utf-8")
            for number, part in enumerate(BREAK.split(text)):
                if len(part.strip()) > 20:
                    yield f"{gold['document']}-{number}", gold, part.strip()


def spans_of(doc: Doc, names: list[tuple[str, str, str]]) -> list[tuple[Span, str]]:
    """Every occurrence of (surface, label, entity), longest first; a name of a state and a city goes by its role."""
    taken: dict[tuple[int, int], int] = {}
    found: list[tuple[Span, str]] = []
    for surface, label, entity in sorted(names, key=lambda n: -len(n[0])):
        for match in re.finditer(r"(?<!\w)" + re.escape(surface) + r"(?!\w)", doc.text):
            span = doc.char_span(match.start(), match.end(), label=label, alignment_mode="expand")
            if span is None:
                continue
            at = taken.get((span.start, span.end))
            if at is None:
                taken[(span.start, span.end)] = len(found)
                found.append((span, entity))
            elif {label, found[at][0].label_} == {"State", "Place"}:
                acts = span.root.dep_ in ACTING or (span.root.dep_ == "conj" and span.root.head.dep_ == "nsubj")
                if label == ("State" if acts else "Place"):
                    found[at] = (span, entity)
    return found


def window(name: str, group: str, doc: Doc, spans: list[tuple[Span, str]], claims: list[Any], coreference: Any) -> str:
    """One line of the output. `claims`: (subject, predicate, object, polarity, modality, optional) of entity names."""
    numbers: dict[str, int] = {}
    for _, entity in spans:
        numbers.setdefault(entity, len(numbers))
    labels = {entity: span.label_ for span, entity in spans}
    doc.spans["mentions"] = [span for span, _ in spans]
    repair(doc)
    coreference(doc)
    anaphors = list(doc.spans["anaphors"])

    def entities(end: int) -> list[int]:
        if end < len(spans):
            return [numbers[spans[end][1]]]
        return sorted({numbers[spans[a][1]] for a in anaphors[end - len(spans)]._.antecedents})

    rules = {
        (s, c.predicate, o, c.polarity, c.modality, c.rule.split(" ")[0].split(":")[0])
        for c in extract(doc) for s in entities(c.subject) for o in entities(c.object) if s != o
    }  # fmt: skip
    mentions = [(s.start_char, s.end_char, s.label_, numbers[e], chain(s)) for s, e in spans]
    for anaphor in anaphors:
        of = {spans[a][1] for a in anaphor._.antecedents}
        if len(of) == 1:
            entity = of.pop()
            mentions.append((anaphor.start_char, anaphor.end_char, labels[entity], numbers[entity], chain(anaphor)))
    kept = [(numbers[s], p, numbers[o], q, m, x) for s, p, o, q, m, x in claims if s in numbers and o in numbers]
    row = {
        "id": name, "group": group, "text": doc.text, "mentions": mentions, "ents": [labels[e] for e in numbers],
        "claims": kept, "rules": sorted(rules),
    }  # fmt: skip
    return json.dumps(row, ensure_ascii=False)


def main() -> None:
    """Write the windows."""
    nlp = load_pipeline()
    coreference = nlp.get_pipe("jnato_coreference")
    parse = [n for n in nlp.pipe_names if not n.startswith("jnato") or n == "jnato_blocks"]
    lines: list[str] = []
    with nlp.select_pipes(enable=parse):
        for name, group, row in sentence_rows():
            first = {e[0]: e[0] for e in row["entities"]}
            first |= {e[0]: first.get(e[2], e[2]) for e in row["entities"] if len(e) > 2}
            doc = nlp(row["text"])
            doc._.published = row.get("published")
            spans = spans_of(doc, [(e[0], e[1], first[e[0]]) for e in row["entities"]])
            claims = [
                (first[c[0]], c[1], first[c[2]], c[3], c[4], bool(c[5:] and c[5].get("optional")))
                for c in row["claims"]
            ]
            lines.append(window(name, group, doc, spans, claims, coreference))
        for name, gold, text in paragraphs():
            doc, flat = nlp(text), " ".join(text.split())
            spans = spans_of(doc, [(n, e["label"], e["id"]) for e in gold["entities"] for n in e["names"]])
            claims = [
                (c["subject"], c["predicate"], c["object"], c["polarity"], c["modality"], bool(c["optional"]))
                for c in gold["claims"] if any(" ".join(q.split()) in flat for q in c["quotes"])
            ]  # fmt: skip
            lines.append(window(name, gold["document"], doc, spans, claims, coreference))
    Path(sys.argv[1]).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
