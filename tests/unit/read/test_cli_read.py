from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jnato_graph.cli import main
from jnato_graph.read.rules import rules

TEXT = (
    "A title\n\n10 July 2023\n\nFrance has objected to the opening of the office in Tokyo, and said no.\n\nView profile"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT)
    return tmp_path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["read", *map(str, arguments)])


def test_the_facts_on_a_document_are_shown(folder: Path) -> None:
    result = run(folder)
    assert result.exit_code == 0
    assert "title:     A title" in result.stdout
    assert "published: 2023-07-10 (from the text)" in result.stdout
    assert "left out:  1 profile-link" in result.stdout


def test_what_is_left_out_is_shown_with_the_reason_and_the_place(folder: Path) -> None:
    result = run(folder, "--omitted")
    at = TEXT.index("View")
    assert f"profile-link: {rules().reasons['profile-link']}\n    {at}-{len(TEXT)}  View profile\n" in result.stdout


def test_the_clean_text_is_shown(folder: Path) -> None:
    assert "heading   A title\n" in run(folder, "--text").stdout


def test_files_that_cannot_be_read_are_named_at_the_end_and_the_exit_code_says_so(folder: Path) -> None:
    (folder / "0.txt").write_bytes(b"")
    result = run(folder)
    assert result.exit_code == 3
    assert "title:     A title" in result.stdout
    assert "0.txt: the file is empty" in result.stderr
    assert "1 of 2 files could not be read" in result.stderr


def test_a_folder_without_documents_is_an_error(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert result.exit_code == 3
    assert "no documents" in result.stderr


def test_a_broken_manifest_is_one_line(folder: Path) -> None:
    (folder / "manifest.yaml").write_text("documents: [")
    result = run(folder)
    assert result.exit_code == 3
    assert result.stderr.count("\n") == 1


def test_each_reason_of_the_rules_is_explained() -> None:
    given = {rule.reason for rule in rules().patterns} | {section.reason for section in rules().sections}
    given |= set(rules().lines.values()) | set(rules().beside.values())
    given |= {"footnote-marker", "list-marker", "pull-quote", "page-furniture", "front-matter", "code", "image"}
    assert given <= set(rules().reasons)
