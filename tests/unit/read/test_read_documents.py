"""Files and folders as a whole: which are read, in what order, with what facts, and what becomes of those that "
"cannot be."""

from __future__ import annotations

import gc
import itertools
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jnato_graph.errors import InputError
from jnato_graph.pipeline import extractions
from jnato_graph.read import (
    MAX_BYTES,
    MAX_CHARACTERS,
    ReadFailure,
    document_key,
    failures_aside,
    read_documents,
)
from jnato_graph.records import Document

type Fail = Callable[..., ReadFailure]

TEXT = (
    "A title of the text\n\nFrance has objected to the opening of the office in Tokyo, and said that it would "
    "not agree."
)


def make(folder: Path, *names: str, content: str = TEXT) -> list[Path]:
    paths = [folder / name for name in names]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return paths


def names(*paths: Path, root: Path) -> list[str]:
    return [Path(item.path).relative_to(root).as_posix() for item in read_documents(paths)]


def test_folders_are_read_to_their_depth_in_the_order_of_the_paths(tmp_path: Path) -> None:
    make(tmp_path, "b/x.txt", "a/deep/y.md", "c.html", "a.txt")
    assert names(tmp_path, root=tmp_path) == ["a.txt", "a/deep/y.md", "b/x.txt", "c.html"]


def test_the_order_of_what_is_given_does_not_matter(tmp_path: Path) -> None:
    one, two, three = make(tmp_path, "a.txt", "b/x.txt", "b/y.txt")
    expected = ["a.txt", "b/x.txt", "b/y.txt"]
    for given_paths in itertools.permutations([one, two, three, tmp_path / "b"]):
        assert names(*given_paths, root=tmp_path) == expected


def test_a_file_is_read_once_however_often_it_is_given(tmp_path: Path) -> None:
    (one,) = make(tmp_path, "a.txt")
    (tmp_path / "link.txt").symlink_to(one)
    assert names(one, tmp_path, one, root=tmp_path) == ["a.txt"]


def test_files_about_a_folder_and_of_other_kinds_are_passed_over(tmp_path: Path) -> None:
    make(
        tmp_path,
        "README.md",
        "LICENSE.txt",
        ".hidden.txt",
        ".git/x.txt",
        "~$lock.txt",
        "image.png",
        "data.json",
        "a.txt",
    )
    assert names(tmp_path, root=tmp_path) == ["a.txt"]
    assert names(tmp_path / "README.md", root=tmp_path) == ["README.md"]


def test_texts_in_formats_that_are_not_read_are_reported(tmp_path: Path) -> None:
    make(tmp_path, "a.docx", "b.txt")
    first, second = read_documents([tmp_path])
    assert isinstance(first, ReadFailure)
    assert "not supported" in first.reason
    assert isinstance(second, Document)


def test_one_bad_file_stops_nothing(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "c.txt")
    (tmp_path / "b.txt").write_bytes(b"")
    items = list(read_documents([tmp_path, tmp_path / "nowhere"]))
    assert [type(item) for item in items] == [Document, ReadFailure, Document, ReadFailure]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.txt", b" \n\t\n", "the file is empty"),
        ("a.txt", "\u200b\n---\n".encode(), "there is no text to read in it"),
        ("a.txt", b"\x00\x01\x02" * 100, "the file is binary, not text"),
        (
            "a.txt",
            TEXT.encode() + "Türkiye – “no”".encode() + b"\xff",
            "the text is UTF-8 with a broken byte at offset 134",
        ),
        ("a.txt", b"%PDF-1.4\n%binary", "it is a PDF by its content"),
        ("a.txt", f"\ufeff\n<!-- saved --><!DOCTYPE html>\n<p>{TEXT}</p>".encode(), "it is a web page by its content"),
        ("a.md", f"<html lang=en><body><p>{TEXT}</p>".encode(), "it is a web page by its content"),
        ("a.txt", f"<?xml version='1.0'?><html><p>{TEXT}</p>".encode("utf-16"), "it is a web page by its content"),
        ("a.txt", rf"{{\rtf1\ansi {TEXT}\par}}".encode(), "it is a Rich Text file by its content"),
        ("a.html", rf"{{\rtf1\ansi {TEXT}\par}}".encode(), "it is a Rich Text file by its content"),
        (
            "a.html",
            f"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tx=y\r\n\r\n{TEXT}".encode(),
            "it is a web archive or mail by its content",
        ),
        ("a.docx", TEXT.encode(), ".docx files are not supported"),
        ("article", TEXT.encode(), "files without an ending are not supported"),
        ("manifest.yaml", b"documents: {}", "a manifest is no document"),
        ("a.html", b"<html><body><script>x</script></body></html>", "there is no text to read in it"),
    ],
)
def test_what_cannot_be_read_gives_one_line_with_the_way_out(
    fail: Fail, name: str, content: bytes, reason: str
) -> None:
    failure = fail(content, name)
    assert failure.reason == reason
    assert failure.way_out
    assert str(failure) == f"{failure.path}: {reason}; {failure.way_out}"
    assert "\n" not in str(failure)


@pytest.mark.parametrize(
    "beginning", ["<p>A title</p>\n\n", "From: A\nMIME-Version: 1.0\n\n", "{\\rt} ", "Html: <html>\n\n"]
)
def test_a_text_that_only_resembles_another_kind_is_read(tmp_path: Path, beginning: str) -> None:
    make(tmp_path, "a.txt", "a.md", content=beginning + TEXT)
    assert [type(item) for item in read_documents([tmp_path])] == [Document, Document]


def test_missing_files_broken_links_and_pipes_are_named(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    reasons = [
        item.reason
        for item in read_documents([tmp_path / "link.txt", tmp_path / "missing", tmp_path / "pipe.txt"])
        if isinstance(item, ReadFailure)
    ]
    assert reasons == ["the link leads nowhere", "there is no such file or folder", "it is no regular file"]


def test_a_name_that_is_too_long_for_a_file_is_one_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / ("x" * 300), tmp_path / ("x" * 300) / "a.txt"):
        (item,) = read_documents([path])
        assert isinstance(item, ReadFailure)
        assert item.reason == "there is no such file or folder"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    (path,) = make(tmp_path, "a.txt")
    path.chmod(0)
    (item,) = read_documents([path])
    assert isinstance(item, ReadFailure)
    assert "cannot be opened" in item.reason


def test_a_file_that_goes_away_before_it_is_read_is_named(tmp_path: Path) -> None:
    (path,) = make(tmp_path, "a.txt")
    documents = read_documents([path])
    path.unlink()
    (item,) = documents
    assert isinstance(item, ReadFailure)
    assert "cannot be opened" in item.reason


def test_enormous_files_are_refused_without_reading_them(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    (item,) = read_documents([path])
    assert isinstance(item, ReadFailure)
    assert "more than 64" in item.reason


def test_a_text_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", content=TEXT + " It said so." * (MAX_CHARACTERS // 12))
    (item,) = read_documents([tmp_path])
    assert isinstance(item, ReadFailure)
    assert "characters of text" in item.reason


@pytest.mark.parametrize(
    "text",
    [
        "Die NATO will in Tokio ein Büro eröffnen. Frankreich ist dagegen und sagt, das Bündnis solle sich auf "
        "den Nordatlantik "
        "konzentrieren. Der Generalsekretär war im Januar in Japan und hat dort mit Kishida gesprochen. In "
        "Berlin hat man an dem "
        "Plan nichts auszusetzen, so ein Sprecher am Freitag in der Hauptstadt.",
        "De NAVO wil in Tokio een kantoor openen. Het plan was in mei bekend geworden, maar Frankrijk is tegen "
        "het plan en zei dat "
        "de NAVO zich moet richten op het Noord-Atlantische gebied. Het is nog niet duidelijk of het kantoor er komt.",
        "La France s'oppose à l'ouverture d'un bureau de liaison de l'OTAN à Tokyo. Le président a dit que l'Alliance "
        "devait rester dans la zone de l'Atlantique Nord. Le Japon a été déçu par cette décision, mais les discussions "
        "continuent, dit-on à Bruxelles, où les alliés se voient chaque semaine.",
        "NATO vil åpne et kontor i Tokyo, men Frankrike er imot planen. Generalsekretær Jens Stoltenberg sa at "
        "saken fortsatt er "
        "på bordet, og at det for tiden ikke er enighet. Japan har vært en nær partner for alliansen i mange år, "
        "sa han.",
        "日本とNATOは協力する。フランスは東京事務所の開設に反対した。",
        "Россия против офиса НАТО в Токио.",
    ],
)
def test_other_languages_are_refused(fail: Fail, text: str) -> None:
    assert fail(text.encode()).reason == "the text does not look like English"


def test_a_list_of_names_is_english_enough(tmp_path: Path) -> None:
    entries = "\n".join(
        f"• {year} – Summit of NATO in City {year}: Abe, Kishida and Yoon attend. Talks with Japan."
        for year in range(2000, 2020)
    )
    make(tmp_path, "a.txt", content=entries)
    (item,) = read_documents([tmp_path])
    assert isinstance(item, Document)


@settings(deadline=None)
@given(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_encoding_and_line_ends_do_not_change_the_document(encoding: str, line_end: str, final: bool) -> None:
    # One text however it is saved: the same key, so that it counts as one source.
    from jnato_graph.read.decode import decode
    from jnato_graph.read.piece import assemble
    from jnato_graph.read.plain import plain_pieces

    source = decode((TEXT + "\n" * final).replace("\n", line_end).encode(encoding))
    assert assemble(plain_pieces(source), source)[0] == TEXT


def test_the_key_is_made_of_the_clean_text_alone(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    make(tmp_path, "b.txt", content=f"You are here\n\n{TEXT}\n\nView profile\n")
    make(tmp_path, "c.md", content=TEXT.replace("A title", "# A title"))
    keys = {item.key for item in read_documents([tmp_path]) if isinstance(item, Document)}
    assert keys == {document_key(TEXT)}


def test_documents_are_read_one_at_a_time_and_not_kept(tmp_path: Path) -> None:
    make(tmp_path, *(f"{number:03}.txt" for number in range(30)))
    before = sum(isinstance(thing, Document) for thing in gc.get_objects())
    documents = read_documents([tmp_path])
    for _ in range(25):
        next(documents)
    assert sum(isinstance(thing, Document) for thing in gc.get_objects()) <= before + 1


def test_a_manifest_is_checked_before_anything_is_read(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "z/b.txt")
    (tmp_path / "z" / "manifest.yaml").write_text("documents:\n  b.txt: {titel: x}\n")
    with pytest.raises(InputError, match="unknown key 'titel'"):
        read_documents([tmp_path])


def test_failures_are_put_aside_one_at_a_time(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "c.txt")
    (tmp_path / "b.txt").write_bytes(b"")
    failures: list[ReadFailure] = []
    documents = failures_aside(read_documents([tmp_path]), failures)
    assert Path(next(documents).path).name == "a.txt"
    assert failures == []
    assert [Path(document.path).name for document in documents] == ["c.txt"]
    assert [Path(failure.path).name for failure in failures] == ["b.txt"]


def test_a_path_that_is_not_there_is_a_failure_of_the_whole_way_too_and_raises_nothing(tmp_path: Path) -> None:
    failures: list[ReadFailure] = []
    assert list(extractions([tmp_path / "nowhere.txt"], failures=failures)) == []
    assert [failure.reason for failure in failures] == ["there is no such file or folder"]
