"""What the documentation says of the program is so: generated pages, links, paths, and every command line."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import click
import pytest
from markdown_it import MarkdownIt

from jnato_graph import errors
from jnato_graph.cli import main
from jnato_graph.errors import JnatoError
from jnato_graph.report import find_query, parse_query, read_catalogue
from jnato_graph.report.parameters import read_values

ROOT = Path(__file__).parents[3]
PAGES = sorted(
    path
    for pattern in ("*.md", "docs/**/*.md", "cypher/*.md", "seeds/*.md", "tests/gold/*.md")
    for path in ROOT.glob(pattern)
)
MARKDOWN = MarkdownIt("commonmark").enable("table")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


# --- generated pages ------------------------------------------------------------------------------


@pytest.mark.parametrize("part", ["commands", "schema"])
def test_a_page_that_comes_from_the_program_is_current(part: str) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "docs.tools", part, "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert result.returncode == 0, result.stdout + result.stderr


def test_every_report_has_its_section_and_no_other() -> None:
    for subject in {query.subject for query in read_catalogue()}:
        page = text_of(ROOT / "docs" / "reports" / f"{subject}.md")
        sections = re.findall(r"^## (\S+)$", page, re.MULTILINE)
        assert sections == sorted(query.name for query in read_catalogue() if query.subject == subject)
        assert page.count("```text\n") == len(sections)


def test_every_exit_code_is_told() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, JnatoError)]

    for kind in kinds:
        assert re.search(rf"^\| {kind.exit_code} \|", text_of(ROOT / "docs" / "terminal.md"), re.MULTILINE), kind


# --- links ----------------------------------------------------------------------------------------


def links() -> Iterator[tuple[Path, str]]:
    for path in PAGES:
        for token in MARKDOWN.parse(text_of(path)):
            for inner in token.children or ():
                target = inner.attrGet("href") or inner.attrGet("src")
                if target and not re.match(r"[a-z]+:", str(target)):
                    yield path, str(target)


def anchors(path: Path) -> set[str]:
    """What GitHub and the site make of the headings of a page."""
    tokens = MARKDOWN.parse(text_of(path))
    headings = [after.content for token, after in pairwise(tokens) if token.type == "heading_open"]
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize(("path", "target"), [pytest.param(*link, id=f"{name(link[0])} {link[1]}") for link in links()])
def test_a_link_leads_somewhere(path: Path, target: str) -> None:
    file, _, anchor = target.partition("#")
    other = path.parent / file if file else path

    assert other.exists()
    if anchor:
        assert anchor in anchors(other)


PATH = re.compile(r"(?:docs|src|tests|cypher|scripts|seeds|bench|training|requirements|\.ci)/[\w./*-]*[\w/*]")


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_a_path_in_the_checkout_that_is_named_is_there(path: Path) -> None:
    spans = [
        inner.content
        for token in MARKDOWN.parse(text_of(path))
        for inner in token.children or ()
        if inner.type == "code_inline" and PATH.fullmatch(inner.content)
    ]

    assert [span for span in spans if not list(ROOT.glob(span.rstrip("/")))] == []


# --- command lines --------------------------------------------------------------------------------

PLACEHOLDER = re.compile(r"^[A-Z][A-Z_]*$|…")


def command_lines() -> Iterator[tuple[Path, str]]:
    for path in PAGES:
        for token in MARKDOWN.parse(text_of(path)):
            if token.type in ("fence", "code_block"):
                for line in token.content.splitlines():
                    yield from ((path, command) for command in commands_in(line))
            for inner in token.children or ():
                if inner.type == "code_inline":
                    yield from ((path, command) for command in commands_in(inner.content))


def commands_in(line: str) -> Iterator[str]:
    """The command lines of ours in a line of shell: parts of a pipe or list, without comments and redirections."""
    line = re.split(r"\s#\s", line)[0]
    if "<TAB>" in line or "[OPTIONS]" in line or "COMPLETE=" in line:
        return
    for part in re.split(r"\s*(?:\||&&|;|\(|\))\s*", line):
        bare = re.sub(r"^(?:\$ |# )?(?:\.venv/bin/)?", "", part.strip())
        bare = re.sub(r"\s*>+\s*\S+$", "", bare)
        if re.match(r"jnato-graph(?: |$)", bare):
            yield bare


def parsed(line: str) -> tuple[click.Context, list[str]]:
    """The innermost context after click has read the words, and what it would have to be told besides."""
    context = click.Context(main, info_name="jnato-graph")
    words = shlex.split(line)[1:]
    command: click.Command = main
    while isinstance(command, click.Group):
        # Options of a group, such as --folder of report, stand before the command.
        own, words = split_group(command, words)
        context = command.make_context(command.name, [*own, *words], parent=context, resilient_parsing=not words)
        if not words:
            return context, []
        inner = command.get_command(context, words[0])
        if inner is None:
            raise click.UsageError(f"no command {words[0]}")
        command, words = inner, words[1:]
    needs_nothing = not words or {"--help", "-h"} & set(words)
    return command.make_context(command.name, words, parent=context, resilient_parsing=bool(needs_nothing)), words


def split_group(group: click.Group, words: list[str]) -> tuple[list[str], list[str]]:
    own: list[str] = []
    while words and words[0].startswith("-"):
        flags = {name: option for option in group.params for name in option.opts}
        option = flags.get(words[0])
        if option is None and words[0] not in ("--help", "-h"):
            raise click.UsageError(f"no option {words[0]}")
        takes = 1 if isinstance(option, click.Option) and not option.is_flag else 0
        own += words[: 1 + takes]
        words = words[1 + takes :]
    return [] if {"--help", "-h"} & set(own) else own, words


LINES = list(dict.fromkeys(command_lines()))


@pytest.mark.parametrize(("path", "line"), [pytest.param(*each, id=f"{name(each[0])}: {each[1]}") for each in LINES])
def test_a_command_line_exists_with_its_options(path: Path, line: str) -> None:
    if "COMMAND" in line.split() or "…" in line.split()[1:2]:
        return
    try:
        context, _ = parsed(line)
    except click.BadParameter as error:
        if any(PLACEHOLDER.search(word) for word in shlex.split(line)):
            return  # a number or a choice in capitals is no value
        raise AssertionError(f"{name(path)}: {error}") from error
    report = context.params.get("name")
    if context.parent and context.parent.info_name == "report" and report and "--folder" not in line:
        if PLACEHOLDER.search(report):
            return
        query = find_query(report)
        settings = [pair for pair in context.params.get("settings", ()) if not PLACEHOLDER.search(pair[1])]
        read_values(query.name, query.parameters, dict(settings))


def test_the_command_lines_were_found() -> None:
    assert len(LINES) > 60
    assert list(commands_in('$ jnato-graph report run x --param a="b" | head  # so')) == [
        'jnato-graph report run x --param a="b"'
    ]
    assert list(
        commands_in("(jnato-graph report show NAME --params; jnato-graph report show NAME) | cypher-shell")
    ) == [
        "jnato-graph report show NAME --params",
        "jnato-graph report show NAME",
    ]


@pytest.mark.parametrize("line", ["jnato-graph lod seeds", "jnato-graph load --dry seeds", "jnato-graph report runn x"])
def test_a_command_line_that_is_wrong_would_be_noticed(line: str) -> None:
    with pytest.raises(click.UsageError):
        parsed(line)


def test_a_report_shown_as_an_example_is_a_right_one() -> None:
    examples = [
        token.content
        for path in PAGES
        for token in MARKDOWN.parse(text_of(path))
        if token.type == "fence" and token.info == "cypher" and token.content.startswith("// ")
    ]

    assert examples
    for example in examples:
        parse_query(example, Path("cypher/examples/example.cypher"))
