"""The formats of an answer by their names."""

from __future__ import annotations

from typing import Final

from jnato_graph.errors import UsageError
from jnato_graph.report.answer import Answer

FORMATS: Final = ("table", "csv", "json", "md")


def render(answer: Answer, format_: str, *, width: int = 100, colour: bool = False) -> str:
    """The answer as text in one of `FORMATS`; `width` and `colour` matter for tables alone. UsageError for others."""
    match format_:
        case "table":
            from jnato_graph.report.render_table import render_table

            return render_table(answer, width=width, colour=colour)
        case "csv":
            from jnato_graph.report.render_csv import render_csv

            return render_csv(answer)
        case "json":
            from jnato_graph.report.render_json import render_json

            return render_json(answer)
        case "md":
            from jnato_graph.report.render_markdown import render_markdown

            return render_markdown(answer)
    raise UsageError(f"--format {format_!r} is unknown; it is one of {', '.join(FORMATS)}")
