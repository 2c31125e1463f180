from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from jnato_graph.errors import InputError, UsageError
from jnato_graph.interchange import count_documents, extraction_lines, read_extractions, read_stamp, write_extractions
from jnato_graph.interchange.reader import InterchangeError
from jnato_graph.records import Claim, Document, Entity, Extraction, Mention, Sentence

TEXT = "Ruritania objected to the office. Strelsau hosts it."


def extraction() -> Extraction:
    return Extraction(
        document=Document(key="d1", path="a.txt", text=TEXT, published="2023-06", published_from="manifest"),
        sentences=(
            Sentence(key="d1:0", document="d1", index=0, start=0, end=33, text=TEXT[:33]),
            Sentence(key="d1:1", document="d1", index=1, start=34, end=52, text=TEXT[34:]),
        ),
        entities=(
            Entity(key="ruritania", label="State", name="Ruritania", listed=True, iso_alpha3="RUR"),
            Entity(key="office:the-office", label="Office", name="the office", aliases=("office",)),
        ),
        mentions=(Mention(document="d1", sentence="d1:0", entity="ruritania", start=0, end=9, text="Ruritania"),),
        claims=(
            Claim(
                key="c1", document="d1", sentence="d1:0", subject="ruritania", predicate="OPPOSES",
                object="office:the-office", polarity="affirmed", modality="actual", quote=TEXT[:33], start=0, end=33,
                rule="object-active", confidence=0.9, speaker="an official", speaker_entity="ruritania", date="2023",
            ),
        ),
    )  # fmt: skip


def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in extraction_lines([extraction()])]


def write_rows(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def problems(path: Path) -> list[tuple[int, str]]:
    with pytest.raises(InterchangeError) as caught:
        read_extractions(path)
    return [(problem.line, problem.key) for problem in caught.value.problems]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "graph.jsonl"
    count = write_extractions(file, [extraction()])
    assert count == 7
    assert list(read_extractions(file)) == [extraction()]


def test_keys_are_camel_case_and_kinds_come_in_order() -> None:
    written = rows()
    assert [row["kind"] for row in written] == [
        "document", "sentence", "sentence", "entity", "entity", "mention", "claim",
    ]  # fmt: skip
    assert written[0]["publishedFrom"] == "manifest"
    assert written[3]["isoAlpha3"] == "RUR"
    assert written[-1]["speakerEntity"] == "ruritania"


def test_the_same_text_at_a_second_path_is_one_more_document_row(tmp_path: Path) -> None:
    first = extraction()
    second = replace(first, document=replace(first.document, path="b.txt"))
    file = tmp_path / "graph.jsonl"
    assert write_extractions(file, [first, second]) == 8
    again = list(read_extractions(file))
    assert again == [first, Extraction(document=second.document, sentences=(), entities=(), mentions=(), claims=())]


def test_the_stamp_is_read_from_the_document_row(tmp_path: Path) -> None:
    file = tmp_path / "graph.jsonl"
    write_extractions(file, [extraction()], stamp="model 1, data 2, code 3")
    assert read_stamp(file) == "model 1, data 2, code 3"
    assert list(read_extractions(file)) == [extraction()]
    write_extractions(file, [extraction()])
    assert read_stamp(file) is None


def test_an_error_while_writing_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    def broken() -> Iterator[Extraction]:
        yield extraction()
        raise InputError("the second document is broken")

    file = tmp_path / "graph.jsonl"
    file.write_text("before")
    with pytest.raises(InputError, match="second document"):
        write_extractions(file, broken())
    assert file.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["graph.jsonl"]


def test_a_link_stays_a_link_and_a_pipe_a_pipe(tmp_path: Path) -> None:
    file, link = tmp_path / "graph.jsonl", tmp_path / "latest.jsonl"
    file.touch()
    link.symlink_to(file)
    write_extractions(link, [extraction()])
    assert link.is_symlink()
    assert list(read_extractions(file)) == [extraction()]
    device = Path(os.devnull)
    write_extractions(device, [extraction()])
    assert stat.S_ISCHR(device.stat().st_mode)


def test_a_file_that_is_there_keeps_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "graph.jsonl"
    file.touch()
    file.chmod(0o600)
    write_extractions(file, [extraction()])
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_an_error_of_reading_is_not_taken_for_one_of_writing(tmp_path: Path) -> None:
    def broken() -> Iterator[Extraction]:
        yield extraction()
        raise OSError("a text went away")

    with pytest.raises(OSError, match="a text went away"):
        write_extractions(tmp_path / "graph.jsonl", broken())


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        write_extractions(tmp_path / "missing" / "graph.jsonl", [extraction()])
    with pytest.raises(UsageError, match="cannot be written"):
        write_extractions(tmp_path, [extraction()])


def test_all_problems_are_told_at_once_with_line_and_key(tmp_path: Path) -> None:
    changed = rows()
    changed[0]["published"] = "June 2023"
    changed[1]["text"] = "Ruritania supported the office."
    changed[3]["label"] = "Kingdom"
    changed[4]["alias"] = "HQ"
    changed[5]["entity"] = "graustark"
    changed[6] |= {"predicate": "HATES", "polarity": "maybe", "confidence": 2}
    file = write_rows(tmp_path / "graph.jsonl", changed)
    with file.open("ab") as stream:
        stream.write(b'{"kind": "claim"\n\xff\n[]\n{"kind": "rumour"}\n')
    assert problems(file) == [
        (1, "published"), (2, "text"), (4, "label"), (5, "alias"), (6, "entity"), (7, "polarity"), (8, ""), (9, ""),
        (10, ""), (11, "kind"),
    ]  # fmt: skip


def test_the_first_twenty_problems_are_told_line_by_line_and_the_number_of_the_others(tmp_path: Path) -> None:
    file = tmp_path / "graph.jsonl"
    file.write_text("[]\n" * 50)

    with pytest.raises(
        InterchangeError, match=r"^\S*graph\.jsonl: 50 problems, so .* the first is in line 1: "
    ) as caught:
        read_extractions(file)

    assert len(caught.value.problems) == 50
    assert caught.value.details == (
        *(f"{file}: line {number}: is no JSON object" for number in range(1, 21)),
        f"{file}: and 30 more problems",
    )


def test_one_problem_is_told_in_the_message_alone(tmp_path: Path) -> None:
    file = tmp_path / "graph.jsonl"
    file.write_text("[]\n")

    with pytest.raises(
        InterchangeError, match="1 problem, so nothing of it is used: line 1: is no JSON object"
    ) as caught:
        read_extractions(file)

    assert caught.value.details == ()


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_a_file_without_a_line_is_refused(tmp_path: Path, content: str) -> None:
    file = tmp_path / "graph.jsonl"
    file.write_text(content)

    with pytest.raises(
        InputError, match=r"graph\.jsonl: is empty, it holds no document; write it with jnato-graph extract"
    ):
        read_extractions(file)


def test_documents_are_counted_without_reading_them(tmp_path: Path) -> None:
    file = tmp_path / "graph.jsonl"
    first = extraction()
    write_extractions(file, [first, replace(first, document=replace(first.document, path="b.txt"))])

    assert count_documents(file) == 2


@pytest.mark.parametrize(
    ("row", "change", "key"),
    [
        (0, {"key": ""}, "key"),
        (0, {"key": "d 1"}, "key"),
        (0, {"path": ""}, "path"),
        (0, {"published": "2023-02-30"}, "published"),
        (0, {"blocks": [{"start": 0, "end": 99, "kind": "paragraph"}]}, "blocks[0]"),
        (0, {"blocks": [{"start": 0, "end": 9, "kind": "poem"}]}, "blocks[0].kind"),
        (0, {"authors": "Anthony Hope"}, "authors"),
        (0, {"authors": [1]}, "authors[0]"),
        (1, {"document": "d2"}, "document"),
        (1, {"index": True}, "index"),
        (1, {"start": 2**70}, "start"),
        (1, {"key": "d1:7"}, "key"),
        (1, {"end": 400}, "start"),
        (3, {"name": " "}, "name"),
        (3, {"name": None}, "name"),
        (3, {"latitude": 12.0}, "latitude"),
        (3, {"latitude": 91, "longitude": 0}, "latitude"),
        (5, {"start": 34, "end": 42, "text": "Strelsau"}, "start"),
        (5, {"sentence": "d1:9"}, "sentence"),
        (6, {"subject": "graustark"}, "subject"),
        (6, {"object": "graustark"}, "object"),
        (6, {"speakerEntity": "graustark"}, "speakerEntity"),
        (6, {"speakerEntity": "office:the-office"}, "speakerEntity"),
        (6, {"predicate": "SIGNED"}, "predicate"),
        (6, {"predicate": "HATES"}, "predicate"),
        (6, {"kind": ["claim"]}, "kind"),
        (6, {"modality": "likely"}, "modality"),
        (6, {"quote": "Ruritania"}, "quote"),
        (6, {"confidence": -0.1}, "confidence"),
        (6, {"date": "2023-13"}, "date"),
        (6, {"rule": "\ud800"}, "rule"),
    ],
)
def test_a_wrong_value_is_a_problem_of_its_line_and_key(
    tmp_path: Path, row: int, change: dict[str, Any], key: str
) -> None:
    changed = rows()
    changed[row] |= change
    assert (row + 1, key) in problems(write_rows(tmp_path / "graph.jsonl", changed))


def test_a_claim_may_be_quoted_with_the_sentences_beside_it(tmp_path: Path) -> None:
    changed = rows()
    changed[-1] |= {"quote": TEXT, "start": 0, "end": len(TEXT)}
    read = next(iter(read_extractions(write_rows(tmp_path / "claims.jsonl", changed))))
    assert read.claims[0].quote == TEXT


def test_a_quote_that_cuts_its_sentence_and_runs_on_is_told(tmp_path: Path) -> None:
    changed = rows()
    changed[-1] |= {"quote": TEXT[10:], "start": 10, "end": len(TEXT)}
    assert problems(write_rows(tmp_path / "claims.jsonl", changed)) == [(len(changed), "start")]


@pytest.mark.parametrize("key", ["key", "sentence", "subject", "polarity", "quote", "confidence"])
def test_a_missing_key_is_told(tmp_path: Path, key: str) -> None:
    changed = rows()
    del changed[6][key]
    assert problems(write_rows(tmp_path / "graph.jsonl", changed)) == [(7, key)]


@pytest.mark.parametrize("index", range(1, 7))
def test_a_row_that_stands_twice_is_told(tmp_path: Path, index: int) -> None:
    changed = [*rows(), rows()[index]]
    assert [line for line, _ in problems(write_rows(tmp_path / "graph.jsonl", changed))] == [8]


def test_rows_before_a_document_are_told_once(tmp_path: Path) -> None:
    assert problems(write_rows(tmp_path / "graph.jsonl", rows()[1:])) == [(1, "kind")]


def test_a_second_block_a_second_path_and_a_second_stamp_are_told(tmp_path: Path) -> None:
    first, again = rows(), rows()
    again[0] |= {"stamp": "other"}
    assert problems(write_rows(tmp_path / "graph.jsonl", first + again)) == [(8, "key"), (8, "path"), (8, "stamp")]


def test_infinity_is_no_json(tmp_path: Path) -> None:
    changed = rows()
    changed[6]["confidence"] = float("inf")
    assert problems(write_rows(tmp_path / "graph.jsonl", changed)) == [(7, "")]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"absent\.jsonl cannot be read"):
        read_extractions(tmp_path / "absent.jsonl")


def test_the_message_names_file_line_and_key(tmp_path: Path) -> None:
    changed = rows()
    changed[6]["predicate"] = "HATES"
    with pytest.raises(InputError, match=r"graph\.jsonl: 1 problem, .*: line 7: predicate is 'HATES'"):
        read_extractions(write_rows(tmp_path / "graph.jsonl", changed))


def stamped_lines(path: str = "a.txt") -> list[str]:
    first = extraction()
    second = replace(first, document=replace(first.document, path="z.txt"))
    first = replace(first, document=replace(first.document, path=path))
    return list(extraction_lines([first, second], stamp="1"))


@pytest.mark.parametrize("kept", range(1, 9))
def test_a_file_that_broke_off_at_the_end_of_any_line_is_refused(tmp_path: Path, kept: int) -> None:
    lines = stamped_lines()
    assert len(lines) == 9
    file = tmp_path / "graph.jsonl"
    file.write_text("".join(lines[:kept]), encoding="utf-8")
    with pytest.raises(InterchangeError) as caught:
        read_extractions(file)
    told = " ".join(problem.message for problem in caught.value.problems)
    assert "broke off: write it again with jnato-graph extract" in told


@pytest.mark.parametrize("lost", range(1, 8))
def test_a_file_from_which_a_line_is_missing_is_refused(tmp_path: Path, lost: int) -> None:
    lines = stamped_lines()
    file = tmp_path / "graph.jsonl"
    file.write_text("".join(lines[:lost] + lines[lost + 1 :]), encoding="utf-8")
    assert (8, "rows") in problems(file)


def test_files_that_were_put_one_behind_the_other_are_one_file(tmp_path: Path) -> None:
    other = replace(extraction(), document=replace(extraction().document, path="b.txt"))
    again = next(extraction_lines([other], stamp="1"))
    file = tmp_path / "graph.jsonl"
    file.write_text("".join([*stamped_lines(), again, '{"kind": "end", "rows": 1}\n']), encoding="utf-8")
    assert [each.document.path for each in read_extractions(file)] == ["a.txt", "z.txt", "b.txt"]


def test_a_document_whose_rows_are_missing_is_refused(tmp_path: Path) -> None:
    assert (1, "key") in problems(write_rows(tmp_path / "graph.jsonl", rows()[:1]))


def test_two_documents_with_the_same_claim_key_are_refused(tmp_path: Path) -> None:
    other = json.loads(json.dumps(rows()).replace('"d1', '"d2').replace("a.txt", "b.txt"))
    assert problems(write_rows(tmp_path / "graph.jsonl", rows() + other)) == [(14, "key")]
