"""`jnato-graph report`: list, show and run the saved queries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from click.shell_completion import CompletionItem

from jnato_graph.cli.progress import progress
from jnato_graph.cli.terminal import WIDTH_OFF_TERMINAL, pager_option, say, show, size, wants_colour
from jnato_graph.errors import JnatoError, UsageError
from jnato_graph.nearest import did_you_mean
from jnato_graph.whole_file import write_whole

if TYPE_CHECKING:
    from jnato_graph.report import Answer, Parameter, SavedQuery

FORMATS: Final = ("table", "csv", "json", "md", "html")
SUFFIXES: Final = {
    ".csv": "csv", ".json": "json", ".md": "md", ".markdown": "md", ".txt": "table", ".html": "html", ".htm": "html",
}  # fmt: skip


def format_of(output: Path | None) -> str:
    """The format that the ending of a file asks for, `table` for none. Raises UsageError for an unknown one."""
    suffix = output.suffix.lower() if output else ""
    if suffix and suffix not in SUFFIXES:
        raise UsageError(
            f"--output {output}: no format ends in {suffix}; name one with --format, or end in {', '.join(SUFFIXES)}"
        )
    return SUFFIXES.get(suffix, "table")


class ReportName(click.ParamType):  # type: ignore[type-arg]  # generic only in the newest click
    """The name of a saved query; the shell completes it."""

    name = "report"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002
        """The reports whose names begin so, with their titles."""
        from jnato_graph.report import query_files, read_query

        items = []
        try:
            for name, path in query_files(_folder(ctx)).items():
                if name.startswith(incomplete):
                    items.append(CompletionItem(name, help=read_query(path).title))
        except JnatoError:
            return []
        return items


class Setting(click.ParamType):  # type: ignore[type-arg]  # as above
    """A `NAME=VALUE` pair; the shell completes the names of the report's parameters, and values where they are few."""

    name = "name=value"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """The pair. Fails when there is no `=` or no name."""
        if isinstance(value, tuple):
            return value
        name, equals, text = str(value).partition("=")
        if not equals or not name.strip():
            self.fail(f"{value!r} is not NAME=VALUE", param, ctx)
        return name.strip().removeprefix("$"), text

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002
        """Names that begin so, with what they are; after the `=`, the values that the type allows."""
        from jnato_graph.report import find_query

        try:
            # What is still to be completed makes click leave the name among the arguments that it has not read.
            name = ctx.params.get("name") or next((each for each in ctx.args if not each.startswith("-")), "")
            query = find_query(str(name), _folder(ctx))
        except JnatoError:
            return []
        begun, equals, begun_value = incomplete.partition("=")
        if equals:
            values = next((_values(each, begun_value) for each in query.parameters if each.name == begun), [])
            return [CompletionItem(f"{begun}={value}") for value in values if f"{begun}={value}".startswith(incomplete)]
        return [
            CompletionItem(f"{each.name}=", help=each.description)
            for each in query.parameters
            if each.name.startswith(begun)
        ]


@click.group()
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    help="Saved queries of your own instead of those that come with the program.",
)
@click.pass_context
def report(ctx: click.Context, folder: Path | None) -> None:
    """List, show and run the saved queries.

    \b
    Example:
      jnato-graph report list
      jnato-graph report run members-opposed-office --param office="NATO liaison office in Tokyo"
    """
    ctx.obj = folder


class Subject(click.ParamType):  # type: ignore[type-arg]  # as above
    """The name of a folder of reports; the shell completes it."""

    name = "subject"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002
        """The folders whose names begin so."""
        from jnato_graph.report import query_files

        try:
            subjects = sorted({path.parent.name for path in query_files(_folder(ctx)).values()})
        except JnatoError:
            return []
        return [CompletionItem(subject) for subject in subjects if subject.startswith(incomplete)]


@report.command("list")
@click.option("--subject", type=Subject(), help="Only the reports of this folder.")
@pager_option
@click.pass_context
def list_command(ctx: click.Context, subject: str | None, pager: bool) -> None:
    """List the reports by subject.

    \b
    Example:
      jnato-graph report list --subject agreements
    """
    from jnato_graph.report import read_catalogue
    from jnato_graph.report.escape import one_line

    queries = read_catalogue(_folder(ctx))
    subjects = sorted({query.subject for query in queries})
    if subject is not None and subject not in subjects:
        hint = did_you_mean(subject, subjects) or f"there are {', '.join(subjects)}"
        raise UsageError(f"--subject {subject!r}: no such folder of reports; {hint}")
    width = max(len(query.name) for query in queries)
    blocks = []
    for each in [subject] if subject else subjects:
        lines = [f"  {query.name:{width}}  {one_line(query.title)}" for query in queries if query.subject == each]
        blocks.append("\n".join([one_line(each), *lines]))
    show("\n\n".join(blocks) + "\n", pager=pager)


@report.command("show")
@click.argument("name", type=ReportName())
@click.option("--params", "as_params", is_flag=True, help="Print the :param lines for Neo4j Browser and cypher-shell.")
@click.option("--param", "settings", type=Setting(), multiple=True, help="A value other than the default.")
@pager_option
@click.pass_context
def show_command(
    ctx: click.Context, name: str, as_params: bool, settings: tuple[tuple[str, str], ...], pager: bool
) -> None:
    """Show a saved query as it stands, or the lines that set its parameters.

    \b
    Example:
      jnato-graph report show members-opposed-office --params
    """
    from jnato_graph.report import find_query
    from jnato_graph.report.escape import visible
    from jnato_graph.report.parameters import read_values

    query = find_query(name, _folder(ctx))
    values = read_values(query.name, query.parameters, _given(settings))
    if as_params:
        click.echo(query.param_lines(values), nl=False)
        return
    if settings:
        raise UsageError("--param goes with --params here: the query itself stands as it is")
    show(visible(query.text, keep="\n\t").rstrip("\n") + "\n", pager=pager)


@report.command("run")
@click.argument("name", type=ReportName())
@click.option(
    "--param", "-P", "settings", type=Setting(), multiple=True,
    help="A parameter: NAME=VALUE. Where an entity is asked for, its key or any of its names. May be repeated.",
)  # fmt: skip
@click.option(
    "--format", "format_", type=click.Choice(FORMATS),
    help="How to show the answer.  [default: by the name of --output, else table]",
)  # fmt: skip
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write it into this file.")
@click.option("--timeout", type=click.FloatRange(min=0.1), default=60.0, show_default=True, help="Seconds at most.")
@click.option("--max-rows", type=click.IntRange(min=1), help="Rows at most.  [default: 10000; 500 as html]")
@click.option("--width", type=click.IntRange(min=20), help="Columns of a table.  [default: the terminal's]")
@pager_option
@click.pass_context
def run_command(
    ctx: click.Context,
    name: str,
    settings: tuple[tuple[str, str], ...],
    format_: str | None,
    output: Path | None,
    timeout: float,
    max_rows: int | None,
    width: int | None,
    pager: bool,
) -> None:
    """Run a report and show its answer.

    \b
    Example:
      jnato-graph report run members-opposed-office
      jnato-graph report run visits-and-meetings --param from=2022 --output visits.csv
      jnato-graph report run members-opposed-office --output opposed.html
    """
    from jnato_graph.report import find_query
    from jnato_graph.report.parameters import read_values

    query = find_query(name, _folder(ctx))
    given = _given(settings)
    read_values(query.name, query.parameters, given)  # a wrong value is said before a database is started for it
    format_ = format_ or format_of(output)
    max_rows = max_rows or (500 if format_ == "html" else 10_000)
    colour = wants_colour() and not output
    columns = width or (WIDTH_OFF_TERMINAL if output else size()[0])
    answer, text = _run(query, given, timeout, max_rows, format_, columns, colour)
    for note in answer.notes:
        click.echo(f"jnato-graph: {_shown(note)}", err=True)
    if answer.truncated:
        click.echo(f"jnato-graph: only the first {max_rows} rows; for more: --max-rows", err=True)
    if output:
        write_output(output, text)
        return
    show(text, pager=pager, colour=colour)


@report.command("all")
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, file_okay=False), required=True,
    help="The folder for the pages; made if it is not there.",
)  # fmt: skip
@click.option("--timeout", type=click.FloatRange(min=0.1), default=60.0, show_default=True, help="Seconds for each.")
@click.option("--max-rows", type=click.IntRange(min=1), default=500, show_default=True, help="Rows at most in each.")
@click.pass_context
def all_command(ctx: click.Context, output: Path, timeout: float, max_rows: int) -> None:
    """Run all reports with their defaults and write a page for each, and an index.

    \b
    Example:
      jnato-graph report all --output pages/
    """
    from jnato_graph.api import open_database
    from jnato_graph.page import write_pages
    from jnato_graph.report import read_catalogue

    queries = read_catalogue(_folder(ctx))
    failed = None
    with open_database() as (driver, connection), progress("Asking", len(queries), unit="reports") as done:
        for outcome in write_pages(queries, output, driver, connection, timeout=timeout, max_rows=max_rows):
            done(outcome.query.name)
            if outcome.error is not None:
                say(f"jnato-graph: {outcome.query.name}: {outcome.error}", err=True)
                failed = failed or outcome.error
    say(output / "index.html")
    if failed is not None:
        ctx.exit(failed.exit_code)


def _run(
    query: SavedQuery,
    given: dict[str, object],
    timeout: float,
    max_rows: int,
    format_: str,
    width: int,
    colour: bool,
) -> tuple[Answer, str]:
    """The answer, and how it is shown; a page asks the database for what is behind the answer, too."""
    from jnato_graph.api import open_database
    from jnato_graph.report import render, run_query

    with open_database() as (driver, connection):
        answer = run_query(query, given, driver, connection, timeout=timeout, max_rows=max_rows)
        if format_ == "html":
            from jnato_graph.page import read_subgraph, render_page

            return answer, render_page(answer, read_subgraph(answer, driver, connection))
    return answer, render(answer, format_, width=width, colour=colour)


def _given(settings: tuple[tuple[str, str], ...]) -> dict[str, object]:
    given: dict[str, object] = {}
    for name, value in settings:
        if name in given:
            raise UsageError(f"--param {name} is given twice; give it once")
        given[name] = value
    return given


def _folder(ctx: click.Context) -> Path | None:
    return ctx.obj if isinstance(ctx.obj, Path) else ctx.parent.params.get("folder") if ctx.parent else None


def _values(parameter: Parameter, begun: str) -> list[str]:
    """The values of a parameter that can be offered without asking the database."""
    if parameter.type.kind == "boolean":
        return ["true", "false"]
    if parameter.type.choices:
        return list(parameter.type.choices)
    usual = [parameter.default] if isinstance(parameter.default, str) and parameter.default else []
    if parameter.type.kind == "entity" and begun:
        from jnato_graph.reference.keys import keys_beginning

        usual += [key for key in keys_beginning(begun, parameter.type.labels) if key not in usual]
    return usual


def _shown(text: str) -> str:
    from jnato_graph.report.escape import one_line

    return one_line(text)


def write_output(path: Path, text: str) -> None:
    """An answer into the file of `--output`, whole or not at all. Raises UsageError when it cannot be written."""
    try:
        write_whole(path, text)
    except OSError as error:
        raise UsageError(f"--output {path}: cannot be written ({error.strerror or error})") from error
