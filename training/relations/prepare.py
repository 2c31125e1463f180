"""Gold → windows to learn from: prepare.py OUT.jsonl [--share N/OF] [--parts NAME,...] [--groups NAME,...]

Windows are cut as the program cuts them, out of rows of the gold and the hostile sentences (but every fifth), rows of `written/` and the
annotated articles, each with its mentions, the claims that it makes, those that the rules find in it, and what the
lists say of its tokens. With `--parts` they are cut out of parts of the gold, to measure on; with `--groups` out of the files whose
names begin so alone. `--share 0/2` writes one half of the texts, by a checksum of their names.
"""

from __future__ import annotations

import argparse
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, Span

from jnato_graph.annotate import load_pipeline
from jnato_graph.annotate.repairs import repair
from jnato_graph.evaluate.parts import read_parts
from jnato_graph.evaluate.sentences import ASIDE, CHOICES
from jnato_graph.extract import extract
from jnato_graph.grade.paths import Step, chain
from jnato_graph.network import load_encoder
from jnato_graph.network.reading import stretches

HERE = Path(__file__).parent
GOLD = HERE.parents[1] / "tests" / "gold"
SEEDS = HERE.parents[1] / "seeds"
ACTING = ("nsubj", "poss", "nsubjpass")


def sentence_rows() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(id, group, row) of the sentences to learn from; every fifth line of the gold is put aside."""
    for path in [*sorted((GOLD / "sentences").glob("*.jsonl")), *sorted((GOLD / "hostile").glob("*.jsonl"))]:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if number % ASIDE and line.strip():
                yield f"{path.stem}-{number:03}", path.stem, json.loads(line)
    for path in sorted((HERE / "written").glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                yield f"{path.stem}-{number:04}", path.stem, json.loads(line)


def articles() -> Iterator[tuple[dict[str, Any], str]]:
    """(gold, text) of each of the annotated articles."""
    for folder, texts in ((GOLD / "seeds", SEEDS), (GOLD / "further", GOLD / "further" / "documents")):
        for path in sorted(folder.glob("*.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            yield gold, (texts / gold["document"]).read_text(encoding="utf-8")


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


@dataclass(frozen=True, slots=True)
class Wanted:
    """A claim of the gold, its ends as numbers of entities; `quotes` tell where it is said, if the gold does."""

    subject: int
    predicate: str
    object: int
    polarity: str
    modality: str
    optional: bool
    quotes: tuple[str, ...] = ()


Rule = tuple[int, str, int, str, str, str]


@dataclass
class Piece:
    """A window of a text: its mentions (first and last character in it, label, entity, chain) and the rules' claims.

    `tokens` are those of which the lists or the line tell something: first and last character, mark, kind of line.
    """

    start: int
    stop: int
    mentions: list[tuple[int, int, str, int, list[Step]]]
    tokens: list[tuple[int, int, str, str]]
    together: set[frozenset[int]]
    rules: set[Rule]

    def holds(self, claim: Wanted) -> bool:
        """Whether both ends are in it."""
        return {claim.subject, claim.object} <= {m[3] for m in self.mentions}

    def finds(self, claim: Wanted) -> bool:
        """Whether the rules find the claim in it."""
        ends = {(claim.subject, claim.object), (claim.object, claim.subject)}
        return any((s, o) in ends and p == claim.predicate for s, p, o, *_ in self.rules)


def pieces(doc: Doc, spans: list[tuple[Span, str]], numbers: dict[str, int], coreference: Any) -> list[Piece]:
    """The windows of a text, as the program cuts them."""
    doc.spans["mentions"] = [span for span, _ in spans]
    repair(doc)
    coreference(doc)
    ends = [(span, {numbers[entity]}) for span, entity in spans]
    ends += [(a, {numbers[spans[m][1]] for m in a._.antecedents}) for a in doc.spans["anaphors"]]
    raw = list(extract(doc))
    marked = [t for t in doc if t.ent_id or t.ent_kb_id]
    found = []
    for start, stop in stretches(doc, load_encoder().tokenizer):
        inside = {n for n, (span, _) in enumerate(ends) if span.start_char >= start and span.end_char <= stop}
        rules = {
            (s, c.predicate, o, c.polarity, c.modality, c.rule.split(" ")[0].split(":")[0])
            for c in raw if {c.subject, c.object} <= inside
            for s in ends[c.subject][1] for o in ends[c.object][1] if s != o
        }  # fmt: skip
        single = [(span, next(iter(of))) for span, of in (ends[n] for n in sorted(inside)) if len(of) == 1]
        mentions = [
            (
                span.start_char - start, span.end_char - start, labels_of(spans)[entity], entity,
                [(place - start, arc) for place, arc in chain(span)],
            )
            for span, entity in single
        ]  # fmt: skip
        tokens = [
            (t.idx - start, t.idx + len(t) - start, t.ent_id_, t.ent_kb_id_) for t in marked if start <= t.idx < stop
        ]
        together = {
            frozenset((one, other))
            for a, one in single for b, other in single if one != other and a.sent.start == b.sent.start
        }  # fmt: skip
        found.append(Piece(start, stop, mentions, tokens, together, rules))
    return found


def labels_of(spans: list[tuple[Span, str]]) -> list[str]:
    """The label of each entity, by its number."""
    return list({entity: span.label_ for span, entity in spans}.values())


def said_in(piece: Piece, claim: Wanted, others: list[Piece], text: str) -> bool | None:
    """Whether a window says the claim; None where the gold leaves it open.

    Where the gold does not quote, a claim whose ends stand together in several windows is said where the rules find it,
    else in the only one that has both in one sentence.
    """
    if claim.quotes:
        return any(" ".join(q.split()) in " ".join(text.split()) for q in claim.quotes)
    if len(others) == 1:
        return True
    by_rules = [other for other in others if other.finds(claim)]
    by_sentence = [other for other in others if frozenset((claim.subject, claim.object)) in other.together]
    chosen = by_rules or (by_sentence if len(by_sentence) == 1 else [])
    return True if any(piece is other for other in chosen) else None


def lines_of(
    name: str, group: str, doc: Doc, spans: list[tuple[Span, str]], claims: list[Any], coreference: Any
) -> Iterator[str]:
    """The windows of one text as lines. `claims`: (subject, predicate, object, polarity, modality, optional, quotes)."""
    numbers: dict[str, int] = {}
    for _, entity in spans:
        numbers.setdefault(entity, len(numbers))
    wanted = [
        Wanted(numbers[s], p, numbers[o], q, m, x, tuple(quotes))
        for s, p, o, q, m, x, quotes in claims if s in numbers and o in numbers
    ]  # fmt: skip
    found = pieces(doc, spans, numbers, coreference)
    for number, piece in enumerate(found):
        text = doc.text[piece.start : piece.stop]
        kept = []
        for claim in wanted:
            if piece.holds(claim):
                said = said_in(piece, claim, [other for other in found if other.holds(claim)], text)
                if said is not False:
                    kept.append(
                        (
                            claim.subject,
                            claim.predicate,
                            claim.object,
                            claim.polarity,
                            claim.modality,
                            claim.optional or said is None,
                        )
                    )
        row = {
            "id": f"{name}-{number}", "group": group, "text": text, "mentions": piece.mentions, "ents": labels_of(spans),
            "claims": kept, "rules": sorted(piece.rules), "tokens": piece.tokens,
        }  # fmt: skip
        yield json.dumps(row, ensure_ascii=False)


Text = tuple[str, str, str, str | None, list[tuple[str, str, str]], list[Any]]
"""Name, group, text, its date, (surface, label, entity) of each name, and the claims as `lines_of` takes them."""


def of_row(name: str, group: str, row: dict[str, Any]) -> Text:
    """A row of sentences."""
    first = {e[0]: e[0] for e in row["entities"]}
    first |= {e[0]: first.get(e[2], e[2]) for e in row["entities"] if len(e) > 2}
    claims = [
        (first[c[0]], c[1], first[c[2]], c[3], c[4], bool(c[5:] and c[5].get("optional")), ()) for c in row["claims"]
    ]
    return name, group, row["text"], row.get("published"), [(e[0], e[1], first[e[0]]) for e in row["entities"]], claims


def of_article(gold: dict[str, Any], text: str, group: str) -> Text:
    """An annotated article."""
    names = [(name, entity["label"], entity["id"]) for entity in gold["entities"] for name in entity["names"]]
    claims = [
        (c["subject"], c["predicate"], c["object"], c["polarity"], c["modality"], bool(c["optional"]), c["quotes"])
        for c in gold["claims"]
    ]
    return gold["document"], group, text, None, names, claims


def to_learn(beginnings: tuple[str, ...]) -> Iterator[Text]:
    """All that may be learned from, of the groups whose names begin with one of `beginnings`."""
    for name, group, row in sentence_rows():
        if group.startswith(beginnings):
            yield of_row(name, group, row)
    for gold, text in articles():
        if gold["document"].startswith(beginnings):
            yield of_article(gold, text, gold["document"])


def to_measure(names: list[str]) -> Iterator[Text]:
    """Parts of the gold, each a group."""
    for part in read_parts(GOLD):
        if part.name not in names:
            continue
        if part.documents is not None:
            for path in sorted(part.gold.glob("*.json")):
                gold = json.loads(path.read_text(encoding="utf-8"))
                text = (part.documents / gold["document"]).read_text(encoding="utf-8")
                yield of_article(gold, text, part.name)
            continue
        for path in sorted(part.gold.glob("*.jsonl")):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                learned = part.name == "hostile" and number % ASIDE
                if line.strip() and not learned and CHOICES[part.rows or "all"](number):
                    yield of_row(f"{path.stem}-{number:03}.txt", part.name, json.loads(line))


def main() -> None:
    """Write the windows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--parts", default="")
    parser.add_argument("--groups", default="")
    parser.add_argument("--share", default="0/1")
    options = parser.parse_args()
    nlp = load_pipeline()
    coreference = nlp.get_pipe("jnato_coreference")
    parse = [n for n in nlp.pipe_names if not n.startswith("jnato") or n in ("jnato_blocks", "jnato_names")]
    share, of = map(int, options.share.split("/"))
    texts = to_measure(options.parts.split(",")) if options.parts else to_learn(tuple(options.groups.split(",")))
    with nlp.select_pipes(enable=parse), options.out.open("w", encoding="utf-8") as out:
        for name, group, text, published, names, claims in texts:
            if zlib.crc32(name.encode()) % of != share:
                continue
            doc = nlp(text)
            doc._.published = published
            for line in lines_of(name, group, doc, spans_of(doc, names), claims, coreference):
                out.write(line + "\n")


if __name__ == "__main__":
    main()
