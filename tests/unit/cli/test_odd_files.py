"""Files and arguments that are not as they should be: the others are done all the same, and nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jnato_graph import api
from jnato_graph.cli import main
from jnato_graph.records import Document, Extraction, Sentence

TEXT = "France opposes the NATO liaison office in Tokyo, and its president said so on Friday.\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(autouse=True)
def without_spacy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each document is one sentence: what is tested here is files, and spaCy takes seconds to load."""
    from jnato_graph import pipeline

    def one_sentence(documents, **_):  # type: ignore[no-untyped-def]
        for document in documents:
            yield extraction_of(document)

    monkeypatch.setattr(pipeline, "extractions_of", one_sentence)


def extraction_of(document: Document) -> Extraction:
    sentence = Sentence(
        key=f"{document.key}:0", document=document.key, index=0, start=0, end=len(document.text), text=document.text
    )
    return Extraction(document=document, sentences=(sentence,), entities=(), mentions=(), claims=())


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "docs" / "article.txt"
    file.parent.mkdir()
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_a_good_file_is_not_replaced_when_no_document_could_be_read(tmp_path: Path, article: Path) -> None:
    output = tmp_path / "good.jsonl"
    assert run("extract", article, "--output", output).exit_code == 0
    before = output.read_bytes()
    result = run("extract", tmp_path / "missing.txt", "--output", output)
    assert result.exit_code == 3
    assert "not read: " in result.stderr
    assert "missing.txt" in result.stderr.splitlines()[-1]
    assert output.read_bytes() == before


@pytest.mark.parametrize("command", [["read"], ["extract", "--output", "-"], ["load"], ["load", "--dry-run"]])
def test_a_folder_without_documents_is_told_and_nothing_is_started_for_it(command: list[str], tmp_path: Path) -> None:
    result = run(*command, tmp_path)
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == f"jnato-graph: no documents in {tmp_path}; give .txt, .md, .html or .pdf files\n"


def test_json_lines_in_a_folder_without_documents_are_named(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text("{}\n")
    result = run("load", tmp_path)
    assert result.exit_code == 3
    assert f"jnato-graph load {tmp_path / 'x.jsonl'}" in result.stderr


def test_an_empty_folder_makes_no_file(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run("extract", tmp_path / "empty", "--output", tmp_path / "e.jsonl").exit_code == 3
    assert not (tmp_path / "e.jsonl").exists()


@pytest.mark.parametrize("given", ["article.txt", "."])
@pytest.mark.parametrize("output", ["article.txt", "link.txt", "manifest.yaml"])
def test_what_is_read_is_not_written_over(
    article: Path, given: str, output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(article.parent)
    Path("link.txt").symlink_to("article.txt")
    Path("manifest.yaml").write_text("documents: {}\n")
    result = run("extract", given, "--manifest", "manifest.yaml", "--output", output)
    assert result.exit_code == 2
    assert result.stderr == f"jnato-graph: {output} is one of the files to be read: choose another --output\n"
    assert article.read_text(encoding="utf-8") == TEXT


def test_a_pipe_in_a_folder_is_named_and_does_not_stop_the_others(article: Path) -> None:
    os.mkfifo(article.parent / "pipe.txt")
    (article.parent / "gone.txt").symlink_to("nowhere.txt")
    result = run("read", article.parent)
    assert result.exit_code == 3
    assert str(article) in result.stdout
    assert "pipe.txt: it is no regular file" in result.stderr
    assert "gone.txt: the link leads nowhere" in result.stderr


def test_a_name_that_is_no_text_is_named_and_does_not_stop_the_others(tmp_path: Path, article: Path) -> None:
    odd = os.fsencode(article.parent) + b"/caf\xe9.txt"
    try:
        Path(os.fsdecode(odd)).write_text(TEXT, encoding="utf-8")
    except OSError:
        pytest.skip("this disk takes no such name")
    for paths in ([article.parent], [article, os.fsdecode(odd)]):
        output = tmp_path / "o.jsonl"
        result = run("extract", *paths, "--output", output)
        assert result.exit_code == 3
        assert r"caf\xe9.txt: its path is not UTF-8; rename it" in result.stderr
        assert [line.split('"')[3] for line in output.read_text().splitlines()] == ["document", "sentence", "end"]


@pytest.mark.parametrize("arguments", [["forget", "\udcff"], ["ask", "who opposed \udcff"], ["load", "no-\udcff.txt"]])
def test_an_argument_that_is_no_text_is_one_line(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert r"\udcff" in result.stderr
    assert "is not UTF-8" in result.stderr


def test_linked_folders_are_searched_and_a_link_back_is_no_circle(tmp_path: Path, article: Path) -> None:
    real = tmp_path / "real"
    real.mkdir()
    (real / "other.txt").write_text(TEXT.replace("France", "Italy"), encoding="utf-8")
    (article.parent / "linked").symlink_to(real)
    (article.parent / "up").symlink_to("..")
    (real / "again").symlink_to(article.parent)
    found = [item.document.path for item in api.extract_documents([article.parent])]
    assert found == [article.as_posix(), (article.parent / "linked" / "other.txt").as_posix()]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
@pytest.mark.parametrize("arguments", [["read", "article.txt"], ["report", "list", "--no-pager"]])
def test_a_full_disk_at_standard_output_is_one_line(article: Path, arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", "from jnato_graph.cli import main; main()", *arguments],
            check=False, cwd=article.parent, stdout=full, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith("jnato-graph: standard output cannot be written (No space left on device)")
    assert len(done.stderr.splitlines()) == 1
