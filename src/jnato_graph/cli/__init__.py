"""The command `jnato-graph`. Each command lives in a module of its own and is imported only when it is called.

To add one: write `cli/<name>.py` with a click command or group called `<name>`, and add a row to `COMMANDS`.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from importlib import import_module
from typing import IO, Any, Final

import click

from jnato_graph.errors import JnatoError, UsageError

# name → (module:attribute, one line for `jnato-graph --help`). The line stands here so that the help imports none:
# a test holds it equal to the command's own.
COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "read": ("jnato_graph.cli.read:read", "Show what is read of documents, and what is left out."),
    "extract": ("jnato_graph.cli.extract:extract", "Read documents and write what they say as JSON Lines."),
    "load": ("jnato_graph.cli.load:load", "Load documents, or JSON Lines from extract, into Neo4j."),
    "forget": ("jnato_graph.cli.load:forget", "Take a document and all that only it supported out again."),
    "schema": ("jnato_graph.cli.schema:schema", "Print the labels, relationships, constraints and indexes."),
    "report": ("jnato_graph.cli.report:report", "List, show and run the saved queries."),
    "ask": ("jnato_graph.cli.ask:ask", "Answer a question in plain English by the fitting report."),
    "browser": (
        "jnato_graph.cli.browser:browser",
        "Open the graph in Neo4j Browser, or write its style and the reports as scripts.",
    ),
    "explain": ("jnato_graph.cli.explain:explain", "Show why a claim was made, or why sentences gave none."),
    "evaluate": ("jnato_graph.cli.evaluate:evaluate", "Score extraction against gold."),
    "db": ("jnato_graph.cli.db:db", "Start, stop, look at and reset the embedded Neo4j."),
    "doctor": ("jnato_graph.cli.doctor:doctor", "Check the installation, and say how to mend what is wrong."),
}

COMPLETION_VARIABLE: Final = "_JNATO_GRAPH_COMPLETE"
EXIT_INTERRUPTED: Final = 130
EXIT_BROKEN_PIPE: Final = 141
NO_ROOM: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""What writing to a stream ends with where it leads to a disk. Errors of files that are opened here have their name."""


class _Failure(click.ClickException):
    """A `JnatoError` on its way out: one line on stderr and the exit code of its kind."""

    def __init__(self, error: JnatoError) -> None:
        from jnato_graph.report.escape import one_line

        super().__init__(one_line(str(error)))
        self.details = tuple(map(one_line, error.details))
        self.exit_code = error.exit_code  # type: ignore[misc] # click reads it of the instance

    def show(self, file: IO[Any] | None = None) -> None:
        for line in (*self.details, f"jnato-graph: {self.message}"):
            click.echo(line, file=file or sys.stderr)


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called, and whose errors are one line and an exit code."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """As click's; when it is a shell that calls for completions, with ours for bash."""
        if COMPLETION_VARIABLE in os.environ:
            from jnato_graph.cli.completion import register

            register()
        return super().main(*args, **kwargs)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does it. Bytes of an argument that are no text come as half characters, which nothing takes.

        The path of a file may be of such bytes: that is for whoever reads the file.
        """
        for arg in args if not ctx.resilient_parsing else ():
            if any("\ud800" <= character <= "\udfff" for character in arg) and not os.path.lexists(arg):
                raise _Failure(UsageError(f"{arg!r} is not UTF-8: give it from a terminal that is set to UTF-8"))
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands in the order of the way of the data."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of that name, imported now; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name][0].partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)  # noqa: S101 - a wrong row of the table, found by the tests
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, which could not name the nearest of commands that are not imported."""
        from jnato_graph.nearest import did_you_mean

        if args and args[0] not in COMMANDS and args[0][:1].isalnum() and not ctx.resilient_parsing:
            hint = did_you_mean(args[0], COMMANDS) or "see them all with: jnato-graph --help"
            ctx.fail(f"No such command {args[0]!r}; {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list in the help, made of the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. A `JnatoError` and a stdout that takes no more become one line and an exit code.

        Ctrl-C and a closed pipe end quietly.
        """
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()  # here, not at Python's end, where a closed pipe could no longer be caught
        except JnatoError as error:
            raise _Failure(error) from error
        except KeyboardInterrupt:
            click.echo("\njnato-graph: interrupted", err=True)
            ctx.exit(EXIT_INTERRUPTED)
        except BrokenPipeError:
            _let_go_of_output()
            ctx.exit(EXIT_BROKEN_PIPE)
        except OSError as error:
            if error.errno not in NO_ROOM or error.filename is not None:
                raise
            _let_go_of_output()
            message = f"standard output cannot be written ({error.strerror}): make room there, or write elsewhere"
            raise _Failure(JnatoError(message)) from error
        return result


def _let_go_of_output() -> None:
    """Point stdout at nothing, so that Python's last flush does not fail a second time."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print_version(ctx: click.Context, parameter: click.Parameter, wanted: bool) -> None:  # noqa: ARG001
    if not wanted or ctx.resilient_parsing:
        return
    from importlib.metadata import version  # costs as much as click itself: only when asked

    click.echo(f"jnato-graph {version('jnato-graph')}")
    ctx.exit()


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Example:
  jnato-graph load seeds/
  jnato-graph report run members-opposed-office
""",
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Print it and leave."
)
@click.pass_context
def main(ctx: click.Context) -> None:
    """Read articles on Japan and NATO into a Neo4j graph in which every statement leads to its sentence."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        ctx.color = False


if __name__ == "__main__":
    main()
