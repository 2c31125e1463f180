"""What the tags of a page mean for the text in them: its kind, its part of the page, and whether it is seen at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from jnato_graph.records import BlockKind


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_UNREAD: Final = _tags("script style noscript template svg math iframe object textarea select head canvas audio video")
_STRUCK: Final = _tags("del s strike")
_HIDES: Final = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_STRIKES: Final = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
DELETION: Final = "deletion"
HIDDEN: Final = "hidden-part"
VOID: Final = _tags("area base br col embed hr img input link meta param source track wbr")
BLOCKS: Final = _tags(
    "address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr html label legend li main menu nav ol option p pre section summary table"
    " tbody td tfoot th thead tr ul"
)
_HEADINGS: Final = _tags("h1 h2 h3 h4 h5 h6")
# Elements that may be left open: each closes the one of its kind before it, unless a tag stands between that shuts the
# kind in.
LEFT_OPEN: Final = {
    "li": "item",
    "td": "cell",
    "th": "cell",
    "tr": "row",
    "dt": "term",
    "dd": "term",
    "p": "paragraph",
    "head": "head",
}
_SHUT_IN: Final = {
    "item": _tags("ul ol menu"),
    "cell": _tags("tr table"),
    "row": _tags("table"),
    "term": _tags("dl"),
    "paragraph": _tags("button caption html table td th") | _UNREAD,
    "head": _tags("title") | (_UNREAD - {"head"}),
}
ENDS_PARAGRAPH: Final = BLOCKS - _tags("body button caption html label legend option tbody td tfoot th thead tr")
OF_HEAD: Final = _tags("base link meta noscript script style template title")


def _named(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[-_\s])(?:{words})(?:[-_\s]|$)", re.IGNORECASE)


# The part of a page by its tag, and by words in its class or id.
_BY_TAG: Final = {
    "nav": "navigation",
    "button": "navigation",
    "form": "navigation",
    "aside": "related-content",
    "label": "navigation",
}
_BY_CLASS: Final = (
    (_named(r"comments?|disqus|respond"), "comments"),
    (_named(r"share|sharing|social|addtoany|sharedaddy"), "share-button"),
    (_named(r"cookies?|consent|gdpr"), "cookie-notice"),
    (_named(r"newsletter|subscribe|signup|paywall"), "newsletter"),
    (_named(r"related|recommended|recirc|teasers?|most-read|trending"), "related-content"),
    (_named(r"breadcrumbs?|nav|navbar|menu|pagination|skip-link"), "navigation"),
    (_named(r"author-(bio|info|box)|bio|about-author|author__bio"), "author-note"),
    (_named(r"tags?|keywords|tag-list|post-tags"), "keyword-list"),
    (_named(r"ads?|advert|advertisement|sponsored|promo"), "advertisement"),
)


def why_unseen(tag: str, facts: Mapping[str, str | None]) -> str:
    """Why the text of an element is not of the page: `HIDDEN`, `DELETION`, or "" when it is."""
    style = facts.get("style") or ""
    if tag in _UNREAD or "hidden" in facts or _HIDES.search(style):
        return HIDDEN
    return DELETION if tag in _STRUCK or _STRIKES.search(style) else ""


def kind_of(tag: str) -> BlockKind | None:
    """The kind of the text in an element; None for that of the element around it."""
    if tag in _HEADINGS:
        return "heading"
    if tag == "li":
        return "item"
    return "caption" if tag in {"figcaption", "caption"} else None


def part_of(tag: str, facts: dict[str, str | None], in_article: bool) -> str:
    """The part of the page that an element makes; "" when it is none."""
    if tag in {"body", "html", "main", "article"}:
        return ""
    if tag in {"header", "footer"} and not in_article:
        return "navigation"
    if tag in _BY_TAG:
        return _BY_TAG[tag]
    words = f"{facts.get('class') or ''} {facts.get('id') or ''}"
    return next((part for pattern, part in _BY_CLASS if pattern.search(words)), "")


def left_open_within(tag: str, at: int, above: Mapping[str, int]) -> Mapping[str, int]:
    """What is left open around the content of an element that is opened at the place `at` of the list."""
    kept = {kind: place for kind, place in above.items() if tag not in _SHUT_IN[kind]}
    if tag in LEFT_OPEN:
        return {**kept, LEFT_OPEN[tag]: at}
    return above if len(kept) == len(above) else kept  # the same mapping again and again in deep pages
