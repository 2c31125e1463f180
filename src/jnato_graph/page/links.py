"""Where a source may lead: to a web address, and to nothing else that a browser would follow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlsplit

_SAFE: Final = ":/?#!$&'*+,;=~%-._()[]"
LONGEST: Final = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address that may be followed, and the host that it leads to, for a person to see."""

    address: str
    host: str


def web_link(text: str | None) -> Link | None:
    """The link that `text` is, or None for anything that is no plain http or https address.

    An address with a name before the host (`https://good.example@bad.example`) is none: it is made to be misread.
    """
    if not text or len(text) > LONGEST or any(c.isspace() or not c.isprintable() for c in text) or "\\" in text:
        return None
    try:
        parts = urlsplit(text)
        host = parts.hostname
        _ = parts.port  # raises ValueError where it is no number
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
        return None
    return Link(address=quote(text, safe=_SAFE), host=host)
