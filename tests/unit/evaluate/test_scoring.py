"""Our figures are those of the scorer that came with the gold, on answers with every kind of mistake."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jnato_graph.evaluate import Scores, read_gold, score
from jnato_graph.evaluate.gold import gold_of
from jnato_graph.evaluate.names import likeness, normal, normal_names, same_passage
from jnato_graph.interchange import extraction_lines
from jnato_graph.ontology import LABELS, PREDICATES
from jnato_graph.records import Claim, Document, Entity, Extraction, Mention


def answers(folder: Path, chance: random.Random) -> Iterator[Extraction]:
    """What the gold of a folder says, with a tenth of everything wrong in one way or another."""
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if chance.random() < 0.1:
            continue
        yield answer(gold, chance)


def answer(gold: dict[str, Any], chance: random.Random) -> Extraction:
    document = f"key-{gold['document']}"
    entities, mentions, claims = [], [], []
    sentence = f"{document}:0"
    for entity in gold["entities"]:
        luck = chance.random()
        if luck < 0.1:
            continue
        label = chance.choice(LABELS) if luck > 0.9 else entity["label"]
        names = [name.split()[0] if chance.random() < 0.2 else name for name in entity["names"]]
        key = f"{document}-{entity['id']}"
        entities.append(Entity(key=key, label=label, name=names[0].upper(), aliases=tuple(names[2:])))
        mentions += [
            Mention(document=document, sentence=sentence, entity=key, start=0, end=1, text=name) for name in names[:2]
        ]
    keys = {entity.key for entity in entities}
    for number, claim in enumerate(gold["claims"] * 2):
        subject, object_ = (f"{document}-{claim[end]}" for end in ("subject", "object"))
        if chance.random() < 0.3 or not {subject, object_} <= keys:
            continue
        predicate = chance.choice(PREDICATES) if chance.random() < 0.1 else claim["predicate"]
        if chance.random() < 0.3:
            subject, object_ = object_, subject
        quote = chance.choice(claim["quotes"]) if chance.random() < 0.8 else "nothing of the kind"
        claims.append(
            Claim(
                key=f"{document}:{number}", document=document, sentence=sentence, subject=subject, predicate=predicate,
                object=object_, polarity=chance.choice(["affirmed", "affirmed", claim["polarity"]]),
                modality=chance.choice(["actual", claim["modality"]]), quote=quote, start=0, end=len(quote),
                rule="test", confidence=chance.random(),
            )
        )  # fmt: skip
    return Extraction(
        document=Document(key=document, path=f"a/folder/{gold['document']}", text=""), sentences=(),
        entities=tuple(entities), mentions=tuple(mentions), claims=tuple(claims),
    )  # fmt: skip


@pytest.mark.parametrize("part", ["seeds", "further"])
@pytest.mark.parametrize("seed", range(5))
def test_figures_and_errors_are_those_of_the_scorer_of_the_gold(
    part: str, seed: int, gold_folder: Path, their_scorer: ModuleType, tmp_path: Path
) -> None:
    folder = gold_folder / part
    predicted = list(answers(folder, random.Random(seed)))  # noqa: S311 - not for secrets
    (tmp_path / "predicted.jsonl").write_text("".join(extraction_lines(predicted)), encoding="utf-8")

    ours = score(predicted, map(read_gold, sorted(folder.glob("*.json"))))
    theirs, their_errors = their_scorer.score(their_scorer.read_predicted(tmp_path / "predicted.jsonl"), folder)

    figures = ours.figures()
    figures.pop("confidence")
    assert figures == theirs
    assert [str(e) for e in ours.errors if e.kind != "not read"] == [e for e in their_errors if "not among" not in e]
    assert 0 < ours.claims.precision < 1  # the answers do have mistakes
    assert 0 < ours.claims.recall < 1


names = st.text(alphabet="aAbcéŁ the of’s-–/ .", max_size=12)


@given(ones=st.lists(names, max_size=3), others=st.lists(names, max_size=3), quote=names)
def test_names_and_quotes_are_compared_as_the_scorer_of_the_gold_does(
    their_scorer: ModuleType, ones: list[str], others: list[str], quote: str
) -> None:
    theirs = their_scorer
    assert [normal(name) for name in ones] == [theirs.normal(name) for name in ones]
    assert likeness(normal_names(ones), normal_names(others)) == theirs.likeness(
        {theirs.normal(name) for name in ones} - {""}, {theirs.normal(name) for name in others} - {""}
    )
    assert same_passage(quote, others) == theirs.overlap(quote, others)


def small(claims: list[dict[str, Any]], **changes: Any) -> Scores:
    gold = {
        "document": "a.txt",
        "entities": [{"id": name, "label": "State", "names": [name]} for name in ("japan", "france")],
        "claims": claims,
    }
    whole = json.loads(json.dumps(gold)) | {"claims": [{**claim, **changes} for claim in claims]}
    return score([answer(whole, Exact())], [gold_of(gold)])


class Exact(random.Random):
    """No mistakes: never below a tenth or three tenths, never above nine tenths."""

    def random(self) -> float:
        return 0.5

    def choice(self, seq: Any) -> Any:
        return seq[-1]


MEETING = {
    "subject": "japan", "predicate": "MET_WITH", "object": "france", "polarity": "affirmed", "modality": "actual",
    "quotes": ["Japan met France."],
}  # fmt: skip


def test_a_symmetric_claim_may_stand_either_way_round() -> None:
    assert small([MEETING], subject="france", object="japan").claims.figures()["f1"] == 1


def test_what_is_optional_costs_nothing_and_gains_nothing() -> None:
    found, missed = small([{**MEETING, "optional": True}]), small([{**MEETING, "optional": True}], predicate="VISITED")

    assert (found.claims.right, found.claims.false, found.claims.missed) == (0, 0, 0)
    assert (missed.claims.right, missed.claims.false, missed.claims.missed) == (0, 1, 0)


def test_modality_counts_over_claims_found_and_not_where_both_readings_stand() -> None:
    proposed = {**MEETING, "predicate": "PROPOSED"}

    assert small([MEETING], modality="planned").modality.value == 0
    assert small([proposed], modality="planned").modality.value is None


def test_each_confidence_says_how_many_of_its_claims_are_right() -> None:
    scores = small([MEETING, {**MEETING, "predicate": "VISITED"}], polarity="negated")

    assert {tenth: (share.right, share.of) for tenth, share in scores.confidence.items()} == {0.5: (0, 2)}
