"""Real files for the reader: texts written to a folder, and PDFs put together by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from jnato_graph.read import ReadFailure, read_documents
from jnato_graph.records import Document

type Read = Callable[..., Document]
type MakePdf = Callable[..., bytes]

BODY = (
    "France has objected to the opening of a liaison office of the alliance in Tokyo, and said that it would not "
    "agree.",
    "The government of Japan had hoped that the members of the alliance would agree on the plan before the summer.",
    "Officials in Berlin said that they had not opposed the office, but that the matter was not yet ripe for a "
    "decision.",
)


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """`read(text, "a.txt")`: the document that the text gives when it stands in a file of that name."""

    def read_one(content: str | bytes, name: str = "article.txt") -> Document:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        items = list(read_documents([path]))
        assert len(items) == 1
        assert isinstance(items[0], Document), str(items[0])
        return items[0]

    return read_one


@pytest.fixture
def fail(tmp_path: Path) -> Callable[..., ReadFailure]:
    """`fail(content, "a.txt")`: the failure that such a file gives."""

    def fail_one(content: bytes, name: str = "article.txt") -> ReadFailure:
        path = tmp_path / name
        path.write_bytes(content)
        (item,) = read_documents([path])
        assert isinstance(item, ReadFailure)
        return item

    return fail_one


@pytest.fixture(scope="session")
def make_pdf() -> MakePdf:
    """`make_pdf([(size, x, y, "text"), ...], ..., Title="...")`: a PDF with a page for each list of lines."""
    return _make_pdf


def _make_pdf(*pages: Sequence[tuple[float, float, float, str]], **properties: str) -> bytes:
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(len(pages)))
    objects: list[bytes] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        f"<<{''.join(f'/{key}({value})' for key, value in properties.items())}>>".encode("cp1252"),
    ]
    for at, lines in enumerate(pages):
        content = "\n".join(
            f"BT /F1 {size} Tf {x} {y} Td ({text.replace('(', '\\(').replace(')', '\\)')}) Tj ET"
            for size, x, y, text in lines
        ).encode("cp1252")
        resources = "/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R{resources}/Contents {6 + 2 * at} 0 R>>".encode())
        objects.append(f"<</Length {len(content)}>>stream\n".encode() + content + b"\nendstream")
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj".encode() + body + b"endobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"trailer<</Root 1 0 R/Info 4 0 R/Size {len(objects) + 1}>>\nstartxref\n{len(out)}\n%%EOF"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()
