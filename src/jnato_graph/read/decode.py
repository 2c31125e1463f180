"""Bytes of a text file → characters, or a clear word why not."""

from __future__ import annotations

import codecs
import re
from typing import Final

from jnato_graph.read.failure import UnreadableError
from jnato_graph.read.older_encodings import older_text

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED_IN_XML: Final = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""")
_DECLARED: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
# What browsers take a label for, by Python's names (WHATWG Encoding Standard). Narrow encodings mean wider ones: pages
# that say ISO-8859-1 have the quotation marks of Windows-1252. A label in ASCII cannot mean UTF-16.
_MEANT: Final = {
    "ascii": "cp1252",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "cp1252",
    "iso8859-11": "cp874",
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "tis-620": "cp874",
    "utf-16": "utf-8",
    "utf-16-be": "utf-8",
    "utf-16-le": "utf-8",
}
# Python has codecs beside these that are no encodings of text ("hex"), or of no page ("idna").
_OF_PAGES: Final = re.compile(
    r"utf-8|gb18030|big5|big5hkscs|euc_jp|iso2022_jp|koi8-[ru]|mac-(?:roman|cyrillic)"
    r"|cp(?:125\d|866|874|932|949)|iso8859-\d+"
)
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MANY_CONTROLS: Final = 0.001
_SEVERAL: Final = 3
_WAY_OUT: Final = "save it again as UTF-8 text"


def declared_encoding(data: bytes) -> str | None:
    """The encoding, by Python's name, that a page means by the label in its first kilobytes or its XML declaration.

    None without a label, and for one that is no encoding of pages.
    """
    match = _DECLARED.search(data[:4096]) or _DECLARED_IN_XML.match(data)
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return None
    name = _MEANT.get(name, name)
    return name if _OF_PAGES.fullmatch(name) else None


def decode(data: bytes, declared: str | None = None) -> str:
    """The characters of a text file, without byte-order mark; line ends stay as they are.

    In this order: a byte-order mark, UTF-8, the `declared` encoding, UTF-16 without mark, Windows-1252 or Mac Roman.
    Raises UnreadableError for binary data and for bytes that no encoding explains.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _plausible(_strictly(data[len(mark) :], encoding))
    try:
        return _plausible(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        wrong = error
    if declared and declared != "utf-8":
        return _plausible(_strictly(data, declared))
    if b"\x00" in data:
        return _plausible(_utf16(data))
    if _is_broken_utf8(data):
        raise UnreadableError(f"the text is UTF-8 with a broken byte at offset {wrong.start}", _WAY_OUT)
    text = older_text(data)
    if text is None:
        raise UnreadableError("the encoding of the text cannot be told", _WAY_OUT)
    return _plausible(text)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(f"the text is not {encoding}, as it says it is (byte {error.start})", _WAY_OUT) from error


def _plausible(text: str) -> str:
    controls = len(_CONTROLS.findall(text[:100_000]))
    if controls > _MANY_CONTROLS * min(len(text), 100_000):
        if "\x00" in text[:100_000] and (latin := _from_zeros(text)) is not None:
            return latin
        raise UnreadableError("the file is binary, not text", "give a .txt, .md, .html or .pdf file")
    return text


def _from_zeros(text: str) -> str | None:
    # ASCII kept as UTF-16 without a mark is valid UTF-8 too: each letter beside a zero.
    try:
        again = _utf16(text.encode("utf-8"))
    except UnreadableError:
        return None
    return None if _CONTROLS.search(again[:100_000]) else again


def _utf16(data: bytes) -> str:
    even, odd = data[0:4000:2].count(0), data[1:4000:2].count(0)
    if len(data) % 2 == 0 and max(even, odd) > 4 * min(even, odd) and max(even, odd) * 4 > len(data[:4000]):
        return _strictly(data, "utf-16-le" if odd > even else "utf-16-be")
    raise UnreadableError("the file is binary, not text", "give a .txt, .md, .html or .pdf file")


def _is_broken_utf8(data: bytes) -> bool:
    # Several whole multi-byte characters beside few broken ones: UTF-8 that was cut or mixed, nothing older.
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(1 for letter in text if letter > "\x7f") - broken
    return whole >= _SEVERAL and whole >= 2 * broken
