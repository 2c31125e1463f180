"""Keeps what stands in a text from acting on the place where it is shown: a terminal, a spreadsheet, Markdown."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# Characters that move the cursor, hide or turn text round: control characters, format characters (bidirectional
# marks, zero-width ones, tags), line and paragraph separators, half characters, private use.
_ACTING: Final = frozenset({"Cc", "Cf", "Zl", "Zp", "Cs", "Co"})
# Joiners of emoji and of several scripts, and the soft hyphen, are format characters that only shape what is shown.
_HARMLESS: Final = frozenset("\u00ad\u200c\u200d")
_FORMULA: Final = tuple("=+-@\t\r＝＋－＠")
_MARKDOWN: Final = re.compile(r"([\\`*_\[\]{}()#|~$!])")
_BLOCK_START: Final = re.compile(r"^(\s*)([-+>=]|\d+(?=[.)]))")


def visible(text: str, *, keep: str = "") -> str:
    """`text` with every acting character written out (`\\x1b`, `\\u202e`); those in `keep` stay."""
    if text.isprintable():
        return text
    return "".join(character if character in keep else _written_out(character) for character in text)


def one_line(text: str) -> str:
    """As `visible`, with runs of white space of any kind made one blank: for a cell of a table."""
    return visible(" ".join(text.split()))


def spreadsheet(text: str) -> str:
    """As `visible` (line ends stay), and never read as a formula: an apostrophe goes before what would be."""
    shown = visible(text, keep="\n\t")
    return "'" + shown if text.lstrip(" \n").startswith(_FORMULA) else shown


def markdown(text: str) -> str:
    """`text` as Markdown that shows exactly these characters on one line: no markup, HTML or table cell ends in it."""
    shown = _MARKDOWN.sub(r"\\\1", one_line(text))
    shown = shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _BLOCK_START.sub(lambda match: f"{match[1]}{_safe_start(match[2])}", shown)


def json_text(text: str) -> str:
    """JSON that was written with all its characters, with the acting ones as JSON escapes: the same value."""
    if text.replace("\n", "").isprintable():
        return text
    return "".join(_json_escape(character) if _acts(character) else character for character in text)


def _acts(character: str) -> bool:
    return character != "\n" and unicodedata.category(character) in _ACTING and character not in _HARMLESS


def _written_out(character: str) -> str:
    if unicodedata.category(character) not in _ACTING or character in _HARMLESS:
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _json_escape(character: str) -> str:
    code = ord(character)
    if code < 0x10000:
        return f"\\u{code:04x}"
    return f"\\u{0xD800 + (code - 0x10000 >> 10):04x}\\u{0xDC00 + (code - 0x10000 & 0x3FF):04x}"


def _safe_start(mark: str) -> str:
    return mark + "\\" if mark.isdigit() else "&gt;" if mark == ">" else "\\" + mark
