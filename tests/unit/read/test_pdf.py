from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from jnato_graph.read import ReadFailure, read_documents, source_text
from jnato_graph.records import Document

type Read = Callable[..., Document]
type MakePdf = Callable[..., bytes]
type Line = tuple[float, float, float, str]

FIRST = [
    "France has objected to the opening of a liaison office of the alliance in Tokyo, and the govern-",
    "ment said that it would not agree to it. Officials in Berlin said on Friday that they had not opposed",
    "the office.",
]
SECOND = [
    "Japan had hoped that the members of the alliance would agree on the long-term plan before July.1",
    "The alliance has not come back to the matter since then, and the office is not on the agenda.",
]
JOINED = (
    "France has objected to the opening of a liaison office of the alliance in Tokyo, and the government said "
    "that it would "
    "not agree to it. Officials in Berlin said on Friday that they had not opposed the office."
)


def lines(texts: list[str], top: float, *, size: float = 11, left: float = 72) -> list[Line]:
    return [(size, left, top - 14 * at, text) for at, text in enumerate(texts)]


def test_paragraphs_and_headings_are_told_by_how_the_lines_stand(read: Read, make_pdf: MakePdf) -> None:
    page = [*lines(["A title of the paper"], 740, size=18), *lines(FIRST, 700), *lines(SECOND, 640)]
    document = read(make_pdf(page), "a.pdf")
    blocks = [(block.kind, document.text[block.start : block.end]) for block in document.blocks]
    assert blocks == [("heading", "A title of the paper"), ("paragraph", JOINED), ("paragraph", " ".join(SECOND))]
    assert document.title == "A title of the paper"


def test_segments_stand_in_the_text_layer(tmp_path: Path, read: Read, make_pdf: MakePdf) -> None:
    data = make_pdf([*lines(FIRST, 700), *lines(SECOND, 640)])
    document = read(data, "a.pdf")
    source = source_text(tmp_path / "a.pdf", "pdf")
    for one in document.segments:
        assert (
            document.text[one.start : one.start + one.length]
            == source[one.source_start : one.source_start + one.length]
        )
    assert sum(one.length for one in document.segments) > 0.97 * len(document.text)


def test_running_titles_and_page_numbers_are_left_out_and_a_paragraph_goes_on_over_the_page(
    read: Read, make_pdf: MakePdf
) -> None:
    pages = []
    for number in range(1, 5):
        body = [FIRST[:2], [FIRST[2]], SECOND[:1], SECOND[1:]][number - 1]
        pages.append([(9, 72, 770, "The Example Paper"), *lines(body, 700), (9, 300, 30, str(number))])
    document = read(make_pdf(*pages), "a.pdf")
    assert JOINED in document.text
    assert "The Example Paper" not in document.text
    assert [omission.text for omission in document.omissions] == [
        text for number in range(1, 5) for text in ("The Example Paper", str(number))
    ]


def test_notes_at_the_foot_of_a_page_are_left_out_and_their_numbers(read: Read, make_pdf: MakePdf) -> None:
    page = [*lines(FIRST, 700), *lines(SECOND, 640), *lines(["1 “A title,” The Paper, July 20, 2023."], 60, size=8)]
    document = read(make_pdf(page), "a.pdf")
    assert document.text == f"{JOINED}\n\n{' '.join(SECOND).replace('July.1', 'July.')}"
    assert {omission.reason for omission in document.omissions} == {"reference-list", "footnote-marker"}


def test_bullets_make_items(read: Read, make_pdf: MakePdf) -> None:
    page = [*lines(FIRST, 700), *lines(["• Germany has not opposed it.", "• Hungary kept silent."], 640)]
    document = read(make_pdf(page), "a.pdf")
    assert [document.text[block.start : block.end] for block in document.blocks if block.kind == "item"] == [
        "Germany has not opposed it.",
        "Hungary kept silent.",
    ]


def test_properties_count_as_far_as_the_text_bears_them_out(read: Read, make_pdf: MakePdf) -> None:
    page = [
        *lines(["A title of the paper", "Jane Doe"], 740),
        *lines(FIRST, 700),
        *lines(["It was said in 2023."], 640),
    ]
    facts = {"Title": "A title of the paper", "Author": "Jane Doe", "CreationDate": "D:20230710120000"}
    document = read(make_pdf(page, **facts), "a.pdf")
    assert (document.title, document.authors) == ("A title of the paper", ("Jane Doe",))
    assert (document.published, document.published_from) == ("2023-07", "metadata")
    other = read(
        make_pdf(page, Title="Microsoft Word - x.doc", Author="admin", CreationDate="D:20250710120000"), "b.pdf"
    )
    assert (other.title, other.authors, other.published) == ("A title of the paper", (), None)


def test_a_page_printed_from_a_browser_has_no_date_by_its_properties(read: Read, make_pdf: MakePdf) -> None:
    page = [*lines(FIRST, 700), *lines(["It was said in 2023."], 640)]
    assert read(make_pdf(page, CreationDate="D:20230710120000", Creator="Mozilla/5.0"), "a.pdf").published is None


def test_the_date_in_the_text_comes_before_that_of_the_properties(read: Read, make_pdf: MakePdf) -> None:
    page = [*lines(["A title of the paper"], 760, size=18), *lines(["3 May 2023"], 730), *lines(FIRST, 700)]
    document = read(make_pdf(page, CreationDate="D:20230710120000"), "a.pdf")
    assert (document.published, document.published_from) == ("2023-05-03", "text")


@pytest.mark.parametrize("damage", ["cut", "no pages", "no PDF"])
def test_a_damaged_pdf_is_refused(tmp_path: Path, make_pdf: MakePdf, damage: str) -> None:
    path = tmp_path / "a.pdf"
    whole = make_pdf(lines(FIRST, 700))
    path.write_bytes({"cut": whole[:60], "no pages": b"%PDF-1.4\nnothing", "no PDF": b"no PDF at all"}[damage])
    (item,) = read_documents([path])
    assert isinstance(item, ReadFailure)
    assert item.reason == "the PDF is damaged"


def test_a_scan_is_refused(tmp_path: Path, make_pdf: MakePdf) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(make_pdf([]))
    (item,) = read_documents([path])
    assert isinstance(item, ReadFailure)
    assert "OCR" in item.way_out
