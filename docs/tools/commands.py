"""The command reference: every command with its arguments, options and examples, from the click objects."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Final

import click
from docs.tools.text import NOTE, cell, table

from jnato_graph.cli import main

PAGE: Final = "commands.md"
_HELP: Final = ("-h", "--help")
_INTRODUCTION: Final = """\
# Commands

{note}

Options that every command has: `--help` (`-h`). What is the same for all of them (exit codes, colour, paging,
completion in the shell) is told in [In the terminal](terminal.md).
"""


def pages() -> dict[str, str]:
    """The one page, by its name in `docs`."""
    context = click.Context(main, info_name="jnato-graph")
    parts = [_INTRODUCTION.format(note=NOTE.format(source="the program's own help"))]
    for name in main.list_commands(context):
        parts += _sections(name, context, level=2)
    return {PAGE: "\n".join(parts)}


def _sections(name: str, parent: click.Context, level: int) -> Iterator[str]:
    assert isinstance(parent.command, click.Group)
    command = parent.command.get_command(parent, name)
    assert command is not None
    context = click.Context(command, info_name=name, parent=parent)
    yield f"{'#' * level} {context.command_path}\n"
    yield "\n".join(_body(command, context))
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            yield from _sections(inner, context, level + 1)


def _body(command: click.Command, context: click.Context) -> Iterator[str]:
    usage = " ".join(command.collect_usage_pieces(context))
    paragraphs = list(_paragraphs(command.help or "")) + list(_paragraphs(command.epilog or ""))
    yield "```text"
    yield f"{context.command_path} {usage}"
    yield "```\n"
    yield from (words for kind, words in paragraphs if kind == "text")
    rows = [_option(option, context) for option in command.get_params(context) if _is_shown(option)]
    if rows:
        yield table(("option", "what it does"), rows)
    for kind, words in paragraphs:
        if kind == "example":
            yield f"```sh\n{words}\n```\n"


def _is_shown(parameter: click.Parameter) -> bool:
    if not isinstance(parameter, click.Option) or parameter.hidden:
        return False
    return not set(parameter.opts) & set(_HELP)


def _option(parameter: click.Parameter, context: click.Context) -> tuple[str, str]:
    record = parameter.get_help_record(context)
    assert record is not None
    names, words = record
    return f"`{names}`".replace("|", r"\|"), cell(words)


def _paragraphs(text: str) -> Iterator[tuple[str, str]]:
    """The paragraphs of a help text: ("text", words) in Markdown, or ("example", its lines)."""
    for block in re.split(r"\n\s*\n", inspect.cleandoc(text)):
        lines = block.replace("\b", "").strip("\n").split("\n")
        if lines[0].rstrip(":") in ("Example", "Examples"):
            yield "example", "\n".join(line.strip() for line in lines[1:])
        elif any(line.strip() for line in lines):
            yield "text", " ".join(line.strip() for line in lines) + "\n"
