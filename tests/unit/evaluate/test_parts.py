"""Which gold there is, how sentences are read, and how floors rise."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from jnato_graph.cli import main
from jnato_graph.errors import InputError, UsageError
from jnato_graph.evaluate import fallen, read_floors, read_gold, read_parts, write_floors
from jnato_graph.evaluate.gold import gold_of
from jnato_graph.evaluate.sentences import read_rows


def test_sentences_become_the_gold_that_the_makers_of_the_gold_make(
    gold_folder: Path, their_reading: ModuleType
) -> None:
    theirs = {}
    for path in sorted((gold_folder / "sentences").glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if line.strip():
                name = f"{path.stem}-{number:03}.txt"
                theirs[name] = gold_of(their_reading.to_gold(json.loads(line), name))

    ours = {row.gold.document: row.gold for row in read_rows(gold_folder / "sentences", "all")}

    assert len(ours) == 2575
    assert ours == theirs


def test_put_aside_rows_are_in_no_other_choice(gold_folder: Path) -> None:
    chosen = {
        choice: {row.gold.document for row in read_rows(gold_folder / "sentences", choice)}
        for choice in ("worked", "aside", "sample")
    }

    assert len(chosen["worked"]) + len(chosen["aside"]) == 2575
    assert chosen["aside"] & chosen["worked"] == set()
    assert chosen["sample"] < chosen["worked"]
    assert all(int(name.removesuffix(".txt")[-3:]) % 5 == 0 for name in chosen["aside"])


def test_the_gold_of_this_project_has_its_parts_and_texts(gold_folder: Path) -> None:
    parts = {part.name: part for part in read_parts(gold_folder)}

    samples = {"sample", "news-sample", "pages-sample", "hostile-sample"}
    assert {name for name, part in parts.items() if part.asked} == samples | {
        "aside",
        "contested",
        "stance",
        "copious",
        "abundant",
    }
    assert parts.keys() >= {"seeds", "further", "sentences", "sample", "aside"}
    for name in ("seeds", "further"):
        documents = parts[name].documents
        assert documents is not None
        gold = [read_gold(path) for path in parts[name].gold.glob("*.json")]
        assert len(gold) == 5
        assert all((documents / each.document).is_file() for each in gold)


def test_a_folder_of_one_kind_of_gold_needs_no_table(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no \.json or \.jsonl files"):
        read_parts(tmp_path)
    (tmp_path / "a.json").write_text("{}")

    assert read_parts(tmp_path, tmp_path / "texts")[0].documents == tmp_path / "texts"


@pytest.mark.parametrize("table", ["seeds: {gold: seeds}", "a: {gold: a, rows: odd}", "- a", "a: {rows: worked}", "{"])
def test_a_wrong_table_of_parts_is_named(table: str, tmp_path: Path) -> None:
    (tmp_path / "parts.yaml").write_text(table)

    with pytest.raises(InputError, match=r"parts\.yaml"):
        read_parts(tmp_path)


def test_a_wrong_row_is_named_by_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "A.", "entities": [], "claims": []}\n{"text": "B."}\n')

    with pytest.raises(InputError, match=r"a\.jsonl:2"):
        list(read_rows(tmp_path, "all"))


def test_floors_only_rise(tmp_path: Path) -> None:
    path = tmp_path / "floors.yaml"
    write_floors(path, {"seeds": {"recall": 0.8, "precision": 0.9}})

    write_floors(path, {"seeds": {"recall": 0.7, "precision": 0.95}})

    assert read_floors(path) == {"seeds": {"recall": 0.795, "precision": 0.945}}


def test_floors_that_cannot_be_written_in_full_stay_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "floors.yaml"
    write_floors(path, {"seeds": {"recall": 0.8}})
    before = path.read_text()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match=r"floors\.yaml cannot be written \(No space"):
        write_floors(path, {"seeds": {"recall": 0.9}})
    assert path.read_text() == before


def test_what_fell_is_named_with_its_floor() -> None:
    floors = {"seeds": {"recall": 0.8, "precision": 0.9}}

    assert fallen("seeds", {"recall": 0.8, "precision": 0.9}, floors) == []
    assert fallen("seeds", {"recall": 0.8, "precision": 0.899}, floors) == [
        "seeds: precision is 0.899, its floor is 0.900"
    ]


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["evaluate", *arguments])
    return result.exit_code, result.stderr


@pytest.mark.parametrize(("choice", "named"), [(("--aside",), "aside"), (("--part", "pages"), "pages")])
def test_nobody_is_shown_the_errors_of_text_that_stays_unread(
    choice: tuple[str, ...], named: str, gold_folder: Path
) -> None:
    code, message = run("--gold", str(gold_folder), *choice, "--errors")

    assert code == UsageError.exit_code
    assert f"errors of {named}" in message


def test_a_folder_of_sentences_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Japan met France.", "entities": [], "claims": []}\n' * 10)

    (part,) = read_parts(tmp_path)

    assert part.texts() == 10
    assert not part.unread


def test_a_part_that_there_is_not_is_a_usage_error(gold_folder: Path) -> None:
    code, message = run("--gold", str(gold_folder), "--part", "nonsense")

    assert code == UsageError.exit_code
    assert "there are seeds, further" in message


def test_gold_without_its_text_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"document": "a.txt", "entities": [], "claims": []}')

    code, message = run("--gold", str(tmp_path))

    assert code == InputError.exit_code
    assert "a.txt" in message
    assert "--documents" in message
