"""When a web page was published, as its metadata tell: the head of the page, then its linked data (schema.org).

Linked data tell of other articles too, so a date there counts only when it is known to be that of the page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from jnato_graph.read.alignment import letters_of
from jnato_graph.read.dates import date_value, is_iso
from jnato_graph.read.strand import Strand

_HEAD: Final = re.compile(r"<head\b", re.IGNORECASE)
_TITLE: Final = re.compile(r"<title\b", re.IGNORECASE)
_LINKED_DATA: Final = re.compile(r"<script\b[^<>]*?ld\+json[^<>]*>", re.IGNORECASE)
_NUMBERS: Final = re.compile(r"<meta\b[^<>]*?content\s*=\s*[\"']?\s*(\d{1,2})[/-](\d{1,2})[/-]\d[^<>]*>", re.IGNORECASE)
_MONTHS: Final = 12


def page_date(source: str, title: str | None, url: str | None) -> str | None:
    """The date of publication that a page with this title and address has in its metadata.

    The body is not searched: any date may stand there. Nor is a date taken that can be read two ways.
    """
    head = next((source[start:end] for start, end in _elements(source, _HEAD, "head")), None)
    return (_in_head(head) if head else None) or _in_linked_data(source, title, url)


def _in_head(head: str) -> str | None:
    import htmldate

    told = [*_elements(head, _TITLE, "title"), *_elements(head, _LINKED_DATA, "script"), *_ambiguous(head)]
    page = f"<html>{Strand.of(head).without(_apart(told)).text}<body><p>-</p></body></html>"
    try:
        date = htmldate.find_date(page, extensive_search=False, original_date=True, deferred_url_extractor=True)
    except Exception:  # on broken markup it and lxml raise anything
        return None
    return date if date and is_iso(date) else None


def _ambiguous(head: str) -> Iterator[tuple[int, int]]:
    """Where metadata stand with a date such as 11/07/2023: July on one page, November on another."""
    for match in _NUMBERS.finditer(head):
        if match[1] != match[2] and max(int(match[1]), int(match[2])) <= _MONTHS:
            yield match.span()


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, without those within others."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def _in_linked_data(source: str, title: str | None, url: str | None) -> str | None:
    dated: list[tuple[str, bool]] = []
    for start, end in _elements(source, _LINKED_DATA, "script"):
        content = source[start:end].partition(">")[2].rpartition("<")[0]
        try:
            nodes = list(_nodes(json.loads(content, strict=False)))
        except (ValueError, RecursionError):
            continue
        for node in nodes:
            published = node.get("datePublished")
            if isinstance(published, str) and (date := date_value(published)):
                dated.append((date, _is_of_page(node, title, url)))
    dates = {date for date, is_own in dated if is_own} or {date for date, _ in dated}
    return dates.pop() if len(dates) == 1 else None


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """What linked data describe in the first place; what they list and refer to are other things."""
    for node in data if isinstance(data, list) else [data]:
        if isinstance(node, dict):
            yield node
            for key in ("@graph", "mainEntity", "mainEntityOfPage"):
                yield from _nodes(node.get(key))


def _is_of_page(node: dict[str, Any], title: str | None, url: str | None) -> bool:
    named = node.get("headline") or node.get("name")
    headline, page = letters_of(named) if isinstance(named, str) else "", letters_of(title or "")
    if headline and page and (headline in page or page in headline):
        return True
    about = node.get("mainEntityOfPage")
    addresses = [node.get("url"), node.get("@id"), about.get("@id") if isinstance(about, dict) else about]
    return url is not None and any(_address(one) == _address(url) for one in addresses if isinstance(one, str))


def _address(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|[#?].*$|/+(?=$|[#?])", "", url.strip().casefold())


def _elements(source: str, opening: re.Pattern[str], tag: str) -> Iterator[tuple[int, int]]:
    """Where the elements of a page stand that begin as `opening` says. The page is gone through once."""
    closing = re.compile(rf"</{tag}\s*>", re.IGNORECASE)
    at = 0
    while (begin := opening.search(source, at)) and (end := closing.search(source, begin.end())):
        yield begin.start(), end.end()
        at = end.end()
