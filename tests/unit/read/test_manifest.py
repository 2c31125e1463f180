from __future__ import annotations

import os
from pathlib import Path

import pytest

from jnato_graph.errors import InputError
from jnato_graph.read import read_documents
from jnato_graph.read.manifest import read_manifest
from jnato_graph.records import Document

TEXT = (
    "A title\n\n10 July 2023\n\nFrance has objected to the opening of the office in Tokyo, and said that it "
    "would not agree."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deep").mkdir()
    for name in ("a.txt", "deep/b.txt"):
        (tmp_path / name).write_text(TEXT)
    return tmp_path


def documents(*paths: Path, manifest: Path | None = None) -> dict[str, Document]:
    return {Path(item.path).name: item for item in read_documents(paths, manifest) if isinstance(item, Document)}


def test_what_a_manifest_gives_beats_what_is_found(folder: Path) -> None:
    (folder / "manifest.yaml").write_text(
        "documents:\n  a.txt:\n    title: Other\n    publisher: The Example\n    authors: [Jane Doe, John Smith]\n"
        "    published: 2022-01-02\n    url: https://example.org/a\n"
    )
    document = documents(folder)["a.txt"]
    assert (document.title, document.publisher, document.url) == ("Other", "The Example", "https://example.org/a")
    assert document.authors == ("Jane Doe", "John Smith")
    assert (document.published, document.published_from) == ("2022-01-02", "manifest")


def test_what_it_does_not_give_is_found_in_the_text(folder: Path) -> None:
    (folder / "manifest.yaml").write_text("documents:\n  a.txt:\n    publisher: The Example\n  deep/b.txt:\n")
    document = documents(folder)["a.txt"]
    assert (document.title, document.published, document.published_from) == ("A title", "2023-07-10", "text")


@pytest.mark.parametrize(
    ("value", "published"), [("2023", "2023"), ("2023-07", "2023-07"), ("'2023-07-10'", "2023-07-10")]
)
def test_a_date_is_as_exact_as_it_is_given(folder: Path, value: str, published: str) -> None:
    (folder / "manifest.yaml").write_text(f"documents:\n  a.txt: {{published: {value}}}\n")
    assert documents(folder)["a.txt"].published == published


def test_a_manifest_holds_for_the_folders_below_it_that_have_none(folder: Path) -> None:
    (folder / "manifest.yaml").write_text("documents:\n  deep/b.txt: {title: From above}\n")
    assert documents(folder)["b.txt"].title == "From above"
    (folder / "deep" / "manifest.json").write_text('{"documents": {"b.txt": {"title": "From beside"}}}')
    assert documents(folder)["b.txt"].title == "From beside"


@pytest.mark.parametrize("given", [".", "deep", "deep/b.txt", "deep/../deep/b.txt"])
def test_what_is_known_of_a_document_does_not_depend_on_what_was_given(
    folder: Path, given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "manifest.yaml").write_text("documents:\n  deep/b.txt:\n    title: Other\n")
    assert documents(folder / given)["b.txt"].title == "Other"
    monkeypatch.chdir(folder)
    assert documents(Path(given))["b.txt"].title == "Other"
    monkeypatch.chdir(folder / "deep")
    assert documents(Path("b.txt"))["b.txt"].title == "Other"


@pytest.mark.parametrize("content", ["name: an app\n", "[1, 2]", "}", "\x00", "documents: [1]"])
def test_files_of_other_programs_above_the_folder_given_are_passed_over(folder: Path, content: str) -> None:
    (folder / "manifest.yaml").write_text("documents:\n  deep/deeper/c.txt:\n    title: Other\n")
    (folder / "deep" / "manifest.json").write_text(content)
    (folder / "deep" / "deeper").mkdir()
    (folder / "deep" / "deeper" / "c.txt").write_text(TEXT)
    assert documents(folder / "deep" / "deeper")["c.txt"].title == "Other"
    with pytest.raises(InputError, match=r"manifest\.json"):
        documents(folder)


def test_a_manifest_of_another_owner_above_the_folder_given_is_passed_over(folder: Path) -> None:
    (folder / "manifest.yaml").write_text("documents:\n  deep/b.txt:\n    title: Other\n")
    if not hasattr(os, "chown") or os.getuid() != 0:
        pytest.skip("only root gives files away")
    os.chown(folder / "manifest.yaml", 12345, -1)
    assert documents(folder / "deep")["b.txt"].title == "A title"
    assert documents(folder)["b.txt"].title == "Other"


def test_a_broken_manifest_above_the_folder_given_is_named(folder: Path) -> None:
    (folder / "manifest.yaml").write_text("documents:\n  a.txt:\n    titel: Other\n")
    with pytest.raises(InputError, match="unknown key 'titel'"):
        documents(folder / "deep" / "b.txt")


def test_a_manifest_may_be_named(folder: Path) -> None:
    path = folder / "facts.yaml"
    path.write_text("documents:\n  a.txt: {title: Named}\n  deep/b.txt: {title: Named too}\n")
    found = documents(folder, manifest=path)
    assert [found[name].title for name in ("a.txt", "b.txt")] == ["Named", "Named too"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("documents: [", "no valid YAML"),
        ("- a.txt", "a mapping 'documents' from file names to their facts was expected"),
        ("", "a mapping 'documents'"),
        ("documents:\n  a.txt: {titel: x}", "a.txt: unknown key 'titel'"),
        ("document:\n  a.txt: {title: x}", "a mapping 'documents'"),
        ("documents: {}\nmore: 1", "unknown key 'more'"),
        ("documents:\n  a.txt: {published: soon}", "'published' is 'soon', no date such as 2023-07-10"),
        ("documents:\n  a.txt: {published: 2023-02-30}", "no date"),
        ("documents:\n  a.txt: {authors: {a: b}}", "'authors' must be a list of names"),
        ("documents:\n  a.txt: {title: [x]}", "'title' must be a text"),
        ("documents:\n  a.txt: just a title", "a mapping was expected"),
        ("documents:\n  c.txt: {title: x}", "c.txt: there is no such file"),
        (f"documents:\n  {'c' * 300}: {{title: x}}", "ccc: there is no such file"),
        ("documents: &all [*all]", "line 1: aliases are not read; write out what *all means"),
        (
            "documents:\n  a.txt: &a {title: x}\n  deep/b.txt: *a",
            "line 3: aliases are not read; write out what *a",
        ),
        ("documents:\n  a.txt: {title: x}\n  a.txt: {title: y}", "'a.txt' stands twice"),
    ],
)
def test_a_broken_manifest_is_named_with_what_is_wrong(folder: Path, content: str, message: str) -> None:
    path = folder / "manifest.yaml"
    path.write_text(content)
    with pytest.raises(InputError) as caught:
        read_documents([folder])
    assert str(path) in str(caught.value)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_all_that_is_wrong_is_said_at_once(folder: Path) -> None:
    path = folder / "manifest.yaml"
    path.write_text("documents:\n  a.txt: {titel: x, published: soon}\n  c.txt: {title: [x]}\n")
    with pytest.raises(InputError) as caught:
        read_manifest(path)
    assert all(part in str(caught.value) for part in ("'titel'", "'soon'", "'title' must be", "no such file"))


def test_two_manifests_in_a_folder_are_one_too_many(folder: Path) -> None:
    for name in ("manifest.yaml", "manifest.json"):
        (folder / name).write_text('{"documents": {}}')
    with pytest.raises(InputError, match="keep one manifest"):
        read_documents([folder])


def test_a_missing_manifest_is_named(folder: Path) -> None:
    with pytest.raises(InputError, match=r"facts\.yaml: cannot be read"):
        read_documents([folder], folder / "facts.yaml")


@pytest.mark.parametrize("manifest", ["facts.yaml", "{folder}/facts.yaml", "deep/../facts.yaml", "{link}/facts.yaml"])
@pytest.mark.parametrize("given", ["deep", "{folder}/deep", "deep/../deep/b.txt", "{link}/deep"])
def test_a_manifest_that_is_named_holds_however_it_and_the_documents_are_spelled(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, manifest: str, given: str
) -> None:
    link = tmp_path_factory.mktemp("elsewhere") / "link"
    link.symlink_to(folder)
    (folder / "facts.yaml").write_text("documents:\n  deep/b.txt: {title: Named}\n")
    monkeypatch.chdir(folder)
    found = documents(
        Path(given.format(folder=folder, link=link)), manifest=Path(manifest.format(folder=folder, link=link))
    )
    assert found["b.txt"].title == "Named"


def test_a_manifest_that_is_named_may_stand_beside_the_folder_of_the_documents(folder: Path) -> None:
    path = folder / "deep" / "facts.yaml"
    path.write_text("documents:\n  ../a.txt: {title: Named}\n")
    found = documents(folder, manifest=path)
    assert [found[name].title for name in ("a.txt", "b.txt")] == ["Named", "A title"]
