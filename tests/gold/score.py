# ruff: noqa
# mypy: ignore-errors
# fmt: off
# The scorer that came with the gold, unchanged below these lines: the tests hold our own figures equal to its.
"""Score extracted records against gold: score.py PREDICTED.jsonl GOLD_FOLDER [--errors] [--json]

PREDICTED.jsonl holds one JSON object a line, told apart by "kind" (other keys are ignored):
  {"kind": "document", "key": ..., "path": ...}                       path ends in the gold's "document"
  {"kind": "entity", "key": ..., "label": ..., "name": ..., "aliases": [...]}
  {"kind": "mention", "document": <document key>, "entity": <entity key>, "text": ..., "sentence": ..., "start": ..., "end": ...}
  {"kind": "claim", "document": ..., "subject": <entity key>, "predicate": ..., "object": <entity key>,
   "polarity": ..., "modality": ..., "quote": ...}

An entity counts as found when a predicted entity of the same label (or one that the gold allows under "also"),
mentioned in the document, shares a name with it, or has a name that is at least half of one of its names.
A claim counts as found when both its ends are found and predicate and polarity agree; modality and evidence are
scored over the claims found. Claims and entities that only "optional" gold mentions cost nothing either way.
"""
import argparse
import json
import re
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

SYMMETRIC = {"MET_WITH", "PARTNER_OF", "COOPERATES_WITH"}


def normal(name: str) -> str:
    name = re.sub(r"[\u2010-\u2015/]", " ", name)
    name = re.sub(r"['\u2019]s\b", "", name)
    name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    name = re.sub(r"[^a-z0-9]+", " ", name).strip()
    return re.sub(r"^(the|a|an) ", "", name)


def claim_key(subject: str, predicate: str, object_: str, polarity: str) -> tuple:
    ends = sorted((subject, object_)) if predicate in SYMMETRIC else (subject, object_)
    return (ends[0], predicate, ends[1], polarity)


def overlap(quote: str, gold_quotes: list[str]) -> bool:
    if not (words := set(normal(quote).split())):
        return False
    return any(
        normal(g) in normal(quote) or normal(quote) in normal(g)
        or len(words & set(normal(g).split())) >= 0.6 * len(set(normal(g).split()))
        for g in gold_quotes
    )


def most(answers) -> bool:
    answers = list(answers)
    return 2 * sum(answers) >= len(answers)


def read_predicted(path: Path) -> dict:
    documents, entities, mentions, claims = {}, {}, defaultdict(lambda: defaultdict(set)), defaultdict(list)
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line.strip():
            continue
        record = json.loads(line)
        kind = record.get("kind")
        if kind == "document":
            documents[Path(record["path"]).name] = record["key"]
        elif kind == "entity":
            entities[record["key"]] = record
        elif kind == "mention":
            mentions[record["document"]][record["entity"]].add(record["text"])
        elif kind == "claim":
            claims[record["document"]].append(record)
    return {"documents": documents, "entities": entities, "mentions": mentions, "claims": claims}


SMALL_WORDS = set("the a an of in at on for and to with s".split())


def likeness(names: set[str], theirs: set[str]) -> float:
    """How well two sets of names agree: the number of equal ones, else below 1 how much of a longer name a shorter one is."""
    if same := len(names & theirs):
        return float(same)
    best = 0.0
    for mine in names:
        for other in theirs:
            a, b = set(mine.split()) - SMALL_WORDS, set(other.split()) - SMALL_WORDS
            if a and b and (a <= b or b <= a):
                best = max(best, min(len(a), len(b)) / max(len(a), len(b)))
    return best * 0.99 if best >= 0.5 else 0.0


def match_entities(gold: dict, predicted: dict, document: str) -> tuple[dict, dict]:
    """Pair gold and predicted entities of one document, best agreement of names first; one to one."""
    mentioned = predicted["mentions"][document]
    pairs = []
    for entity in gold["entities"]:
        names = {normal(n) for n in [entity.get("canonical", ""), *entity["names"]]} - {""}
        for key in mentioned:
            if key not in predicted["entities"]:
                raise SystemExit(f"{document}: mention of an entity without a record: {key}")
            other = predicted["entities"][key]
            if other["label"] not in (entity["label"], *entity.get("also", ())):
                continue
            theirs = {normal(n) for n in [other["name"], *other.get("aliases", []), *mentioned[key]]} - {""}
            if (agreement := likeness(names, theirs)) > 0:
                pairs.append((agreement, entity["id"], key))
    by_gold, by_key = {}, {}
    for _, gold_id, key in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if gold_id not in by_gold and key not in by_key:
            by_gold[gold_id], by_key[key] = key, gold_id
    return by_gold, by_key


def prf(tp: int, fp: int, fn: int) -> dict:
    p = tp / (tp + fp) if tp + fp else 0.0
    r = tp / (tp + fn) if tp + fn else 0.0
    return {"p": round(p, 3), "r": round(r, 3), "f1": round(2 * p * r / (p + r), 3) if p + r else 0.0, "tp": tp, "fp": fp, "fn": fn}


def score(predicted: dict, folder: Path) -> tuple[dict, list[str]]:
    entities, claims, by_predicate, by_label = Counter(), Counter(), defaultdict(Counter), defaultdict(Counter)
    modality, evidence, errors = Counter(), Counter(), []
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        document = predicted["documents"].get(gold["document"])
        if document is None:
            errors.append(f"{gold['document']}: not among the predicted documents")
            predicted["mentions"][None] = {}
        by_gold, by_key = match_entities(gold, predicted, document)
        optional_entities = {e["id"] for e in gold["entities"] if e.get("optional")}
        label = {e["id"]: e["label"] for e in gold["entities"]}
        for gold_id, kind in label.items():
            if gold_id in optional_entities:
                continue
            if gold_id in by_gold:
                entities["tp"] += 1
                by_label[kind]["tp"] += 1
            else:
                entities["fn"] += 1
                by_label[kind]["fn"] += 1
                errors.append(f"{gold['document']}: entity missed: {kind} {gold_id}")
        for key in predicted["mentions"][document]:
            if key not in by_key:
                kind = predicted["entities"][key]["label"]
                entities["fp"] += 1
                by_label[kind]["fp"] += 1
                errors.append(f"{gold['document']}: entity not in gold: {kind} {predicted['entities'][key]['name']}")

        wanted = {claim_key(c["subject"], c["predicate"], c["object"], c["polarity"]): c for c in gold["claims"]}
        found: dict[tuple, list] = defaultdict(list)
        for claim in predicted["claims"][document]:
            ends = [by_key.get(claim[e], f"?{claim[e]}") for e in ("subject", "object")]
            found[claim_key(ends[0], claim["predicate"], ends[1], claim["polarity"])].append(claim)
        for key, claim in wanted.items():
            if key in found:
                if not claim.get("optional"):
                    claims["tp"] += 1
                    by_predicate[key[1]]["tp"] += 1
                if key[1] not in ("PROPOSED", "LOCATED_IN"):  # proposed is made, but what is proposed is not there yet: both readings stand
                    modality[most(p["modality"] == claim["modality"] for p in found[key])] += 1
                evidence[most(overlap(p["quote"], claim["quotes"]) for p in found[key])] += 1
            elif not claim.get("optional"):
                claims["fn"] += 1
                by_predicate[key[1]]["fn"] += 1
                errors.append(f"{gold['document']}: claim missed: {' '.join(key)} | {claim['quotes'][0]}")
        for key, rows in found.items():
            if key not in wanted:
                claims["fp"] += 1
                by_predicate[key[1]]["fp"] += 1
                errors.append(f"{gold['document']}: claim not in gold: {' '.join(key)} | {rows[0]['quote']}")

    def share(counter: Counter) -> float | None:
        return round(counter[True] / total, 3) if (total := counter[True] + counter[False]) else None

    result = {
        "entities": prf(entities["tp"], entities["fp"], entities["fn"]),
        "claims": prf(claims["tp"], claims["fp"], claims["fn"]),
        "modality": share(modality),
        "evidence": share(evidence),
        "labels": {k: prf(c["tp"], c["fp"], c["fn"]) for k, c in sorted(by_label.items())},
        "predicates": {k: prf(c["tp"], c["fp"], c["fn"]) for k, c in sorted(by_predicate.items())},
    }
    return result, errors


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("predicted", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--errors", action="store_true", help="print each miss and each false find")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    result, errors = score(read_predicted(options.predicted), options.gold)
    if options.errors:
        print("\n".join(errors))
    if options.json:
        print(json.dumps(result))
        return
    for part in ("entities", "claims"):
        print(f"{part:9}", *(f"{k}={v}" for k, v in result[part].items()))
    print(f"modality of found claims {result['modality']}, evidence of found claims {result['evidence']}")
    for part in ("labels", "predicates"):
        for name, figures in result[part].items():
            print(f"  {name:18}", *(f"{k}={v}" for k, v in figures.items()))


if __name__ == "__main__":
    main()
