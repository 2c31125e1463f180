"""`jnato-graph ask`: a question in plain English, answered by the fitting report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from jnato_graph.cli.report import FORMATS, format_of, write_output
from jnato_graph.cli.terminal import WIDTH_OFF_TERMINAL, pager_option, show, size, wants_colour
from jnato_graph.errors import QuestionError
from jnato_graph.settings import load_settings

if TYPE_CHECKING:
    from jnato_graph.ask import Asked, Declined

_LIST: Final = "see them all with: jnato-graph report list"


@click.command()
@click.argument("question", nargs=-1, required=True)
@click.option("--show-cypher", is_flag=True, help="Show the query with its parameters, too.")
@click.option(
    "--format", "format_", type=click.Choice(FORMATS),
    help="How to show the answer.  [default: by the name of --output, else table]",
)  # fmt: skip
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write it into this file.")
@click.option("--folder", type=click.Path(path_type=Path), help="Saved queries of your own instead of the program's.")
@click.option("--timeout", type=click.FloatRange(min=0.1), default=60.0, show_default=True, help="Seconds at most.")
@click.option("--max-rows", type=click.IntRange(min=1), help="Rows at most.  [default: 10000; 500 as html]")
@click.option("--width", type=click.IntRange(min=20), help="Columns of a table.  [default: the terminal's]")
@pager_option
def ask(
    question: tuple[str, ...],
    show_cypher: bool,
    format_: str | None,
    output: Path | None,
    folder: Path | None,
    timeout: float,
    max_rows: int | None,
    width: int | None,
    pager: bool,
) -> None:
    """Answer a question in plain English by the fitting report.

    Which report answers, and with which parameters, stands above the rows. A question that no report answers is told so
    (exit code 7), with the nearest reports, and names that may have been meant.

    \b
    Example:
      jnato-graph ask "Which NATO members opposed the liaison office in Tokyo?"
      jnato-graph ask "When did Stoltenberg visit Japan?" --format csv
    """
    from jnato_graph.ask import Declined, heading, show_asked
    from jnato_graph.ask.show import WITH_HEADING

    format_ = format_ or format_of(output)
    rows_at_most = max_rows or (500 if format_ == "html" else 10_000)
    found, page = _ask(" ".join(question), folder, timeout, rows_at_most, as_page=format_ == "html")
    if isinstance(found, Declined):
        raise _declined(found)
    if found.answer.truncated:
        click.echo(f"jnato-graph: only the first {rows_at_most} rows; for more: --max-rows", err=True)
    if output or format_ not in WITH_HEADING:
        click.echo(heading(found, show_cypher=show_cypher), err=True, nl=False)
    colour = wants_colour() and not output
    columns = width or (WIDTH_OFF_TERMINAL if output else size()[0])
    text = page or show_asked(found, format_, width=columns, colour=colour, show_cypher=show_cypher)
    if output:
        write_output(output, text)
    else:
        show(text, pager=pager, colour=colour)


def _ask(
    question: str, folder: Path | None, timeout: float, max_rows: int, *, as_page: bool
) -> tuple[Asked | Declined, str]:
    """The answer, and the page that shows it if one is wanted: that asks the database for what is behind it, too."""
    from jnato_graph.api import ask_question, open_database
    from jnato_graph.ask import Declined, ask_graph, heading, refusal

    if not as_page or refusal(question):
        return ask_question(question, folder=folder, timeout=timeout, max_rows=max_rows), ""
    from jnato_graph.page import read_subgraph, render_page

    with open_database() as (driver, connection):
        found = ask_graph(
            question, driver, connection, model=load_settings().spacy_model, folder=folder, timeout=timeout,
            max_rows=max_rows,
        )  # fmt: skip
        if isinstance(found, Declined):
            return found, ""
        told = heading(found).splitlines()
        return found, render_page(found.answer, read_subgraph(found.answer, driver, connection), told=told)


def _declined(declined: Declined) -> QuestionError:
    """The one line that says why there is no answer, and what comes nearest."""
    message = declined.message
    if declined.suggestions:
        message += f"; did you mean {', '.join(declined.suggestions)}?"
    elif declined.nearest:
        message += f"; the nearest reports: {', '.join(query.name for query in declined.nearest)}"
    if declined.reason == "nothing fits":
        message += f"; {_LIST}"
    return QuestionError(message)
