"""What a text file is by its beginning, where the ending of its name says otherwise: tags and codes are no article."""

from __future__ import annotations

import re
from typing import Final

from jnato_graph.read.failure import UnreadableError
from jnato_graph.read.sources import Format

_BEGINNING: Final = 4096  # characters
_HTML: Final = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)
_RTF: Final = re.compile(r"\s*\{\\rtf\d")
_HEADER: Final = re.compile(r"\s*(?:[a-z][\w-]*:.*\n(?:[ \t].*\n)*)+", re.I)
# A mail of plain text reads as one; parts, and letters in an encoding of mails, do not.
_IN_PARTS: Final = re.compile(r"multipart/|quoted-printable|base64", re.I)


def require_content(source: str, format_: Format) -> None:
    """Raises UnreadableError for a web page, a Rich Text file or a web archive whose name says that it is another."""
    beginning = source[:_BEGINNING].replace("\r\n", "\n")
    if format_ != "html" and _HTML.match(beginning):
        raise UnreadableError("it is a web page by its content", "give it a name that ends in .html")
    if _RTF.match(beginning):
        raise UnreadableError("it is a Rich Text file by its content", "save it as .txt, .md, .html or .pdf")
    header = _HEADER.match(beginning)
    if header and "mime-version:" in header[0].casefold() and _IN_PARTS.search(header[0]):
        raise UnreadableError("it is a web archive or mail by its content", "save it as .txt, .md, .html or .pdf")
