"""`jnato-graph report`: list, show and run the saved queries."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from click.shell_completion import CompletionItem

from jnato_graph.errors import JnatoError, UsageError

if TYPE_CHECKING:
    from jnato_graph.report import Answer, Parameter, SavedQuery

FORMATS: Final = ("table", "csv", "json", "md")
SUFFIXES: Final = {".csv": "csv", ".json": "json", ".md": "md", ".markdown": "md", ".txt": "table"}
WIDTH_OFF_TERMINAL: Final = 100


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
        begun, equals, _ = incomplete.partition("=")
        if equals:
            values = next((_values(each) for each in query.parameters if each.name == begun), [])
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


@report.command("list")
@click.option("--subject", help="Only the reports of this folder.")
@click.pass_context
def list_command(ctx: click.Context, subject: str | None) -> None:
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
        raise UsageError(f"--subject {subject!r}: no such folder of reports; there are {', '.join(subjects)}")
    width = max(len(query.name) for query in queries)
    blocks = []
    for each in [subject] if subject else subjects:
        lines = [f"  {query.name:{width}}  {one_line(query.title)}" for query in queries if query.subject == each]
        blocks.append("\n".join([one_line(each), *lines]))
    click.echo("\n\n".join(blocks))


@report.command("show")
@click.argument("name", type=ReportName())
@click.option("--params", "as_params", is_flag=True, help="Print the :param lines for Neo4j Browser and cypher-shell.")
@click.option("--param", "settings", type=Setting(), multiple=True, help="A value other than the default.")
@click.pass_context
def show_command(ctx: click.Context, name: str, as_params: bool, settings: tuple[tuple[str, str], ...]) -> None:
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
    click.echo(visible(query.text, keep="\n\t").rstrip("\n"))


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
@click.option("--max-rows", type=click.IntRange(min=1), default=10_000, show_default=True, help="Rows at most.")
@click.option("--width", type=click.IntRange(min=20), help="Columns of a table.  [default: the terminal's]")
@click.option("--pager/--no-pager", default=True, help="Page what is longer than the terminal.")
@click.pass_context
def run_command(
    ctx: click.Context,
    name: str,
    settings: tuple[tuple[str, str], ...],
    format_: str | None,
    output: Path | None,
    timeout: float,
    max_rows: int,
    width: int | None,
    pager: bool,
) -> None:
    """Run a report and show its answer.

    \b
    Example:
      jnato-graph report run members-opposed-office
      jnato-graph report run visits-and-meetings --param actor=Japan --param from=2022 --output visits.csv
    """
    from jnato_graph.report import find_query, render
    from jnato_graph.report.parameters import read_values

    query = find_query(name, _folder(ctx))
    given = _given(settings)
    read_values(query.name, query.parameters, given)  # a wrong value is said before a database is started for it
    format_ = format_ or (SUFFIXES.get(output.suffix.lower(), "table") if output else "table")
    answer = _run(query, given, timeout, max_rows)
    for note in answer.notes:
        click.echo(f"jnato-graph: {_shown(note)}", err=True)
    if answer.truncated:
        click.echo(f"jnato-graph: only the first {max_rows} rows; for more: --max-rows", err=True)
    if output:
        _write(output, render(answer, format_, width=width or WIDTH_OFF_TERMINAL))
        return
    colour = _wants_colour()
    columns, lines = shutil.get_terminal_size((WIDTH_OFF_TERMINAL, 24))
    text = render(answer, format_, width=width or columns, colour=colour)
    if pager and sys.stdout.isatty() and text.count("\n") >= lines:
        click.echo_via_pager(text, color=colour)
    else:
        click.echo(text, nl=False, color=colour or None)


def _run(query: SavedQuery, given: dict[str, object], timeout: float, max_rows: int) -> Answer:
    from jnato_graph.api import open_database
    from jnato_graph.report import run_query

    with open_database() as (driver, connection):
        return run_query(query, given, driver, connection, timeout=timeout, max_rows=max_rows)


def _given(settings: tuple[tuple[str, str], ...]) -> dict[str, object]:
    given: dict[str, object] = {}
    for name, value in settings:
        if name in given:
            raise UsageError(f"--param {name} is given twice; give it once")
        given[name] = value
    return given


def _folder(ctx: click.Context) -> Path | None:
    return ctx.obj if isinstance(ctx.obj, Path) else ctx.parent.params.get("folder") if ctx.parent else None


def _values(parameter: Parameter) -> list[str]:
    """The values of a parameter that can be offered without asking the database."""
    if parameter.type.kind == "boolean":
        return ["true", "false"]
    if parameter.type.choices:
        return list(parameter.type.choices)
    return [parameter.default] if isinstance(parameter.default, str) and parameter.default else []


def _shown(text: str) -> str:
    from jnato_graph.report.escape import one_line

    return one_line(text)


def _wants_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _write(path: Path, text: str) -> None:
    """The whole text or nothing: it goes into a file beside it, which then takes the name."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_text(text, encoding="utf-8", newline="")
        beside.replace(path)
    except OSError as error:
        raise UsageError(f"--output {path}: cannot be written ({error.strerror or error})") from error
    finally:
        beside.unlink(missing_ok=True)
