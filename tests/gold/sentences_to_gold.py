# ruff: noqa
# mypy: ignore-errors
# fmt: off
# From the makers of the gold, unchanged below these lines: the tests hold our reading of sentences equal to it.
"""Turn sentence files into documents and gold for score.py: sentences_to_gold.py OUT FILE...
Writes OUT/documents/<file>-<row>.txt, OUT/gold/<file>-<row>.json, and OUT/published.json with the dates of the documents that
have one."""
import json
import re
import sys
from pathlib import Path

# Names of these kinds may rightly carry another of the labels in the set.
ALSO = [
    (r"Partnership (and Cooperation )?Program|\bI[TP]C?PP?\b|Programme|Program\b|Package|Framework", {"Agreement", "Programme"}),
    (r"Cent(re|er)|[Hh]eadquarters|\b[Mm]ission|Command|Cell|Delegation", {"Office", "Organisation"}),
    (r"^(Taiwan|Kosovo|Hong Kong|Palestine|Korean Peninsula)", {"State", "Place"}),
    (r"^(AUKUS|Quad|QUAD)", {"Agreement", "Organisation", "Programme"}),
    (r"Deployment", {"Operation", "Exercise"}),
    (r"Strategic Concept|Strategy", {"Policy", "Agreement"}),
    (r"Initiative|Concept|Vision", {"Programme", "Policy"}),
    (r"[Cc]onstitution|[Aa]rticle|[Cc]harter", {"Policy", "Agreement"}),
    (r"[Bb]ase\b", {"Place", "Office"}),
]


def also(label: str, name: str) -> list[str]:
    return sorted({other for pattern, labels in ALSO if label in labels and re.search(pattern, name) for other in labels - {label}})


def to_gold(row: dict, document: str) -> dict:
    first = {e[0]: e[0] for e in row["entities"] if len(e) < 3}
    for surface, _, *antecedent in row["entities"]:
        if antecedent:
            first[surface] = first.get(antecedent[0], antecedent[0])
    entities: dict[str, dict] = {}
    for surface, label, *_ in sorted(row["entities"], key=len):
        name = first[surface]
        entity = entities.setdefault(name, {"id": re.sub(r"\W+", "-", name.casefold()), "label": label, "canonical": name, "names": [], "also": also(label, name)})
        entity["names"].append(surface)
        if entity["label"] != label:
            entity["also"].append(label)
    identity = lambda surface: entities[first[surface]]["id"]
    claims, seen = [], set()
    for subject, predicate, object_, polarity, modality, *more in row["claims"]:
        key = (identity(subject), predicate, identity(object_), polarity)
        if key in seen:
            continue
        seen.add(key)
        extra = more[0] if more else {}
        claims.append({"subject": key[0], "predicate": predicate, "object": key[2], "polarity": polarity, "modality": modality,
                       "speaker": extra.get("speaker"), "date": extra.get("date"), "optional": bool(extra.get("optional")), "quotes": [row["text"]]})
    return {"document": document, "published": row.get("published"), "entities": list(entities.values()), "claims": claims}


if __name__ == "__main__":
    out = Path(sys.argv[1])
    for folder in ("documents", "gold"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    published = {}
    for path in map(Path, sys.argv[2:]):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if line.strip():
                row = json.loads(line)
                name = f"{path.stem}-{number:03}"
                if "published" in row:
                    published[f"{name}.txt"] = row["published"]
                (out / "documents" / f"{name}.txt").write_text(row["text"] + "\n", encoding="utf-8")
                (out / "gold" / f"{name}.json").write_text(json.dumps(to_gold(row, f"{name}.txt"), ensure_ascii=False), encoding="utf-8")
    (out / "published.json").write_text(json.dumps(published, indent=1), encoding="utf-8")
