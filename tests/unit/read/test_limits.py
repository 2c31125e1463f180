"""Texts far beyond the limit are refused before they are parsed, and no file for what is no text in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from jnato_graph.read import ReadFailure, limits, markdown, pdf, plain
from jnato_graph.records import Document

type Fail = Callable[..., ReadFailure]
type Read = Callable[..., Document]

SENTENCE = "France has objected to the opening of the office in Tokyo, and said that it would not agree. "
LIMIT = 1_000
FAR_BEYOND = SENTENCE * 60


@pytest.fixture(autouse=True)
def a_low_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CHARACTERS", LIMIT)


def never(*_: Any, **__: Any) -> Any:
    raise AssertionError("it was parsed")


@pytest.mark.parametrize(
    ("name", "module", "parser"), [("a.txt", plain, "plain_pieces"), ("a.md", markdown, "_parser")]
)
def test_a_text_far_beyond_the_limit_is_not_parsed(
    fail: Fail, monkeypatch: pytest.MonkeyPatch, name: str, module: Any, parser: str
) -> None:
    monkeypatch.setattr(module, parser, never)
    failure = fail(FAR_BEYOND.encode(), name)
    assert failure.reason == f"it has {len(FAR_BEYOND):,} characters of text, more than {LIMIT:,}"
    assert failure.way_out == "split it up"


def test_a_page_far_beyond_the_limit_is_not_searched_for_an_article(
    fail: Fail, monkeypatch: pytest.MonkeyPatch
) -> None:
    import trafilatura

    monkeypatch.setattr(trafilatura, "bare_extraction", never)
    assert "characters of text" in fail(f"<p>{SENTENCE}</p>".encode() * 60, "a.html").reason


def test_no_more_pages_of_a_pdf_are_read_than_to_far_beyond_the_limit(
    fail: Fail, monkeypatch: pytest.MonkeyPatch, make_pdf: Callable[..., bytes]
) -> None:
    read: list[Any] = []
    page_lines = pdf._page_lines

    def counted(page: Any) -> Any:
        read.append(page)
        return page_lines(page)

    monkeypatch.setattr(pdf, "_page_lines", counted)
    pages = [[(11, 72, 700 - 14 * line, SENTENCE) for line in range(10)] for _ in range(20)]
    assert "characters of text" in fail(make_pdf(*pages), "a.pdf").reason
    assert len(read) == 5


@pytest.mark.parametrize(
    ("name", "around"),
    [
        ("a.html", "<script>{}</script>{}"),
        ("a.html", "<img src='data:image/png;base64,{}'><p>{}"),
        ("a.md", "![A map](data:image/png;base64,{})\n\n{}"),
    ],
)
def test_scripts_and_embedded_images_do_not_count_as_text(read: Read, name: str, around: str) -> None:
    assert SENTENCE.strip() in read(around.format("QUJD" * 5 * LIMIT, SENTENCE), name).text
