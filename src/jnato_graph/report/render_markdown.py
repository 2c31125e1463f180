"""An answer as Markdown: a heading, the parameters, a table. Nothing in the rows is taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote, urlsplit

from jnato_graph.report.answer import Answer, heading
from jnato_graph.report.cells import Cell, words
from jnato_graph.report.cypher_text import literal
from jnato_graph.report.escape import markdown

_SAFE_IN_ADDRESS: Final = ":/?#@!$&'*+,;=~%-._"
_ADDRESS: Final = re.compile(r"https?://[^\s/]+", re.IGNORECASE)


def render_markdown(answer: Answer) -> str:
    """The answer as a Markdown document (GitHub's tables); addresses of sources become links."""
    lines = [f"# {markdown(answer.query.title)}", "", markdown(answer.query.description), ""]
    lines += [f"- {markdown(name)}: {markdown(literal(value))}" for name, value in answer.values.items()]
    lines += [""] if answer.values else []
    lines += [f"{markdown(note)}\n" for note in answer.notes]
    if answer.rows:
        names = [heading(answer.columns[at]) for at in answer.shown]
        lines.append(_row(markdown(name) for name in names))
        lines.append(_row("---" for _ in names))
        lines += [_row(_cell(answer.columns[at], row[at]) for at in answer.shown) for row in answer.rows]
    if answer.truncated:
        lines += ["", f"Only the first {len(answer.rows)} rows."]
    return "\n".join(lines).rstrip("\n") + "\n"


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cell(column: str, cell: Cell) -> str:
    text = words(cell)
    if column == "source" and (link := _link(text)):
        return link
    return markdown(text)


def _link(address: str) -> str | None:
    """A Markdown link to an http address, or None for anything else (a path, another scheme)."""
    if not _ADDRESS.match(address):
        return None
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return None
    return f"[{markdown(host)}]({quote(address, safe=_SAFE_IN_ADDRESS)})" if host else None
